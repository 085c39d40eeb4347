#include "app/storing.h"

#include <doctest/doctest.h>

#include "sitting.h"

using namespace loopready;
using namespace loopready::app;

TEST_CASE("what was stored comes back, before or after the content") {
  const model::Record solved{"u1", kNow - 5, "attempt", "top-n", 3, {{"right", true}}};
  const Restored restored{{solved}, {{"draft/top-n", kNow - 5, "select stored"}}, 0};
  for (const bool first : {true, false}) {
    Sitting sitting;
    sitting.start("#/item/top-n");
    if (first) sitting(restored);
    sitting(IndexArrived{samples::kIndex});
    sitting(PackArrived{"sql", samples::kPack});
    if (!first) sitting(restored);
    CHECK(sitting.app.storage.restored);
    CHECK(draft_of(sitting.app, "top-n") == "select stored");
    CHECK(sitting.app.texts["draft/top-n"].revision == 1);
    CHECK(sitting.app.log.stage("top-n") == learner::Stage::solved);
  }
}

TEST_CASE("of stored and typed the later wins, and the same again changes nothing") {
  Sitting sitting;
  sitting.start();
  sitting(EditText{"draft/a", "typed"});
  sitting(Restored{{}, {{"draft/a", kNow - 1, "stored"}, {"draft/b", kNow - 1, "other"}}, 0});
  CHECK(draft_of(sitting.app, "a") == "typed");
  CHECK(sitting.app.texts["draft/a"].revision == 0);
  CHECK(draft_of(sitting.app, "b") == "other");
  sitting(Restored{{}, {{"draft/a", kNow, "tie"}, {"draft/b", kNow - 1, "other"}}, 0});
  CHECK(draft_of(sitting.app, "a") == "typed");
  CHECK(sitting.app.texts["draft/b"].revision == 1);
  sitting(Restored{{}, {{"draft/a", kNow + 1, "of another tab"}}, 0});
  CHECK(draft_of(sitting.app, "a") == "of another tab");
  CHECK(sitting.app.texts["draft/a"].revision == 1);
}

TEST_CASE("a clock set back never makes a newer text look older") {
  Sitting sitting;
  sitting.start();
  sitting(Restored{{}, {{"draft/a", kNow + 900, "from tomorrow"}, {"draft/b", INT64_MAX, "from the end"}}, 0});
  sitting(EditText{"draft/a", "typed now"});
  CHECK(sitting.the<KeepValue>()->kept.at_ms == kNow + 900);
  CHECK(draft_of(sitting.app, "a") == "typed now");
  sitting(EditText{"draft/b", "typed now"});
  CHECK(sitting.the<KeepValue>()->kept.at_ms == INT64_MAX);
}

TEST_CASE("damaged entries are told, kindly and once") {
  Sitting sitting;
  sitting.start();
  sitting(Restored{{}, {}, 1});
  CHECK(sitting.toast().find("1 stored entry is damaged and was left out. Everything else is here.") == 0);
  CHECK(sitting.app.toasts.back().bad);
  sitting(Restored{{}, {}, 3});
  CHECK(sitting.toast().find("3 stored entries are damaged and were left out.") == 0);
}

TEST_CASE("records count as unsaved until the store confirms them") {
  Sitting sitting;
  sitting.open();
  sitting(ShowHint{"top-n"});
  CHECK(sitting.app.storage.n_unsaved == 2);
  sitting(RecordKept{"someone else's"});
  CHECK(sitting.app.storage.n_unsaved == 2);
  sitting(RecordKept{sitting.appended[0].uuid});
  sitting(RecordKept{sitting.appended[0].uuid});
  CHECK(sitting.app.storage.n_unsaved == 1);
  sitting(StoreFailed{"the disk is full"});
  CHECK(sitting.app.storage.failure == "the disk is full");
  CHECK(sitting.toast() ==
        "Your latest work is not saved: the disk is full. It stays here until you close this page; export a backup in Settings "
        "before you do.");
  CHECK(sitting.app.toasts.back().bad);
  CHECK(sitting.the<Announce>()->assertive);
  sitting(RecordKept{sitting.appended[1].uuid});
  CHECK(sitting.app.storage.n_unsaved == 0);
  CHECK(sitting.app.storage.failure.empty());
}

TEST_CASE("where nothing can be stored the exercise is still noted as opened, in memory") {
  Sitting sitting;
  sitting.start("#/item/top-n");
  sitting(IndexArrived{samples::kIndex});
  sitting(PackArrived{"sql", samples::kPack});
  sitting(StoreFailed{"Not allowed here."});
  CHECK(sitting.app.log.status("top-n").opened);
}

TEST_CASE("a seed used twice never overwrites a record") {
  Sitting first;
  first.open();
  first(ShowHint{"top-n"});
  Sitting second;  // the same seed again
  second.start("#/item/anti-join");
  second(Restored{first.appended, {}, 0});
  second(IndexArrived{samples::kIndex});
  second(PackArrived{"sql", samples::kPack});
  REQUIRE(second.appended.size() == 1);
  for (const model::Record& record : first.appended) CHECK(record.uuid != second.appended[0].uuid);
}

TEST_CASE("toasts go after their time, bad ones later, the same text stands once") {
  Sitting sitting;
  sitting.start();
  sitting(CopyTable{"a\tb"});
  CHECK(sitting.the<CopyText>()->text == "a\tb");
  sitting(Copied{true});
  CHECK(sitting.toast() == "Copied.");
  sitting(Tick{kNow + 3'000});
  sitting(CopyTable{"a\tb"});
  sitting(Copied{true});
  CHECK(sitting.app.toasts.size() == 1);
  sitting(StoreFailed{"x"});
  sitting(Tick{kNow + 8'999});
  CHECK(sitting.app.toasts.size() == 2);
  sitting(Tick{kNow + 9'000});
  CHECK(sitting.app.toasts.size() == 1);
  sitting(Tick{kNow + 15'000});
  CHECK(sitting.app.toasts.empty());
  for (int i = 0; i < 9; ++i) sitting(StoreFailed{std::to_string(i)});
  CHECK(sitting.app.toasts.size() == 4);
  sitting(DismissToast{sitting.app.toasts[1].id});
  CHECK(sitting.app.toasts.size() == 3);
  sitting(DismissToast{12'345});
  CHECK(sitting.app.toasts.size() == 3);
  sitting(Tick{kNow - 86'400'000});  // a clock set back by a day holds no toast for a day
  sitting(Tick{kNow - 86'400'000 + 12'000});
  CHECK(sitting.app.toasts.empty());
}

TEST_CASE("a toast before the first tick gets its time") {
  Sitting sitting;
  sitting(Copied{true});
  sitting(Tick{kNow});
  CHECK(sitting.app.toasts.size() == 1);
  sitting(Tick{kNow + 6'000});
  CHECK(sitting.app.toasts.empty());
}

TEST_CASE("the small commands") {
  Sitting sitting;
  sitting.start();
  sitting(ImportBackup{});
  CHECK(sitting.the<PickFile>() != nullptr);
  sitting(Reload{});
  CHECK(sitting.the<ReloadPage>() != nullptr);
  sitting(OfflineReady{});
  CHECK(sitting.app.offline_ready);
  CHECK_FALSE(sitting.app.update_ready);
  sitting(UpdateReady{});
  CHECK(sitting.app.update_ready);
}
