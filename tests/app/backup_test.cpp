#include "app/backup.h"

#include <doctest/doctest.h>

#include "sitting.h"

using namespace loopready;
using namespace loopready::app;

namespace {

// A learner with a bit of everything.
Sitting busy() {
  Sitting sitting;
  sitting.open();
  sitting(EditText{"draft/top-n", "select \"caf\u00E9\",\n\t1 -- \u20AC"});
  sitting(SubmitAnswer{"top-n"});
  sitting.answer(samples::kWrong);
  sitting(Tick{kNow + 1'000});
  sitting(ShowHint{"top-n"});
  sitting(SubmitAnswer{"top-n"});
  sitting.answer(samples::kRight);
  sitting(GiveUp{"anti-join"});
  sitting(EditText{"draft/anti-join", ""});
  sitting(SetSetting{"theme", "dark"});
  sitting(SetSetting{"text_size_pct", "130"});
  sitting(SetSetting{"split_share", "0.3"});
  return sitting;
}

std::string exported(Sitting& sitting) {
  sitting(ExportBackup{});
  const Download* download = sitting.the<Download>();
  REQUIRE(download != nullptr);
  return download->text;
}

Sitting fresh() {
  Sitting sitting;
  sitting.start("", "ffeeddccbbaa99887766554433221100");
  sitting(Restored{});
  return sitting;
}

// The file with one value changed and its check left as it was.
std::string rewritten(const std::string& backup, const std::string& pointer, const base::Json& value) {
  base::Json json = samples::json_of(backup);
  json[base::Json::json_pointer(pointer)] = value;
  return base::to_text(json);
}

}  // namespace

TEST_CASE("exporting offers a dated file and remembers when") {
  Sitting sitting = busy();
  sitting(ExportBackup{});
  const Download* download = sitting.the<Download>();
  REQUIRE(download != nullptr);
  CHECK(download->file_name == "loopready-backup-2024-03-01.json");
  CHECK(download->media_type == "application/json");
  const base::Json json = samples::json_of(download->text);
  CHECK(json["format"] == "loopready-backup");
  CHECK(json["v"] == 1);
  CHECK(json["exported_at_ms"] == kNow + 1'000);
  CHECK(json["records"].size() == 5);  // opened, attempt, hint, attempt, gave_up
  CHECK(json["kept"].size() == 6);     // two drafts, three settings, the time of this backup
  CHECK(sitting.app.backup_at_ms == kNow + 1'000);
  CHECK(sitting.the<KeepValue>()->kept.key == "setting/backup_at_ms");
  CHECK(sitting.toast().find("Saved loopready-backup-2024-03-01.json with 5 records.") == 0);
}

TEST_CASE("importing into a fresh app gives the same state, and once more changes nothing") {
  Sitting sitting = busy();
  const std::string text = exported(sitting);
  Sitting other = fresh();
  other(FilePicked{"b.json", text});
  CHECK(state_of(other.app) == state_of(sitting.app));
  CHECK(is_dark(other.app));
  CHECK(other.toast() == "Merged: 5 new records, 2 newer texts, 4 newer settings.");
  REQUIRE(other.the<MergeBackup>() != nullptr);
  const MergeBackup merge = *other.the<MergeBackup>();
  CHECK(merge.records.size() == 5);
  CHECK(merge.kept.size() == 6);
  const base::Json once = state_of(other.app);
  const std::int64_t revision = other.app.texts["draft/top-n"].revision;
  other(FilePicked{"b.json", text});
  CHECK(state_of(other.app) == once);
  CHECK(other.app.texts["draft/top-n"].revision == revision);
  CHECK(other.toast() == "Nothing new: all of this backup was here already.");
  // What the app asked its store to keep is, after a restart, the same again.
  Sitting restarted;
  restarted.start();
  restarted(Restored{merge.records, merge.kept, 0});
  CHECK(state_of(restarted.app) == once);
}

TEST_CASE("merging keeps what is later on either side") {
  Sitting sitting = busy();
  const std::string text = exported(sitting);
  Sitting other = fresh();
  other(Tick{kNow + 5'000});
  other(EditText{"draft/top-n", "newer here"});
  other(IndexArrived{samples::kIndex});
  other(PackArrived{"sql", samples::kPack});
  other(ShowHint{"top-n"});
  other(FilePicked{"b.json", text});
  CHECK(other.toast() == "Merged: 5 new records, 1 newer text, 4 newer settings.");
  CHECK(draft_of(other.app, "top-n") == "newer here");
  CHECK(other.app.log.records().size() == 6);
  CHECK(other.the<MergeBackup>()->kept.size() == 5);
  // And back: both sides now say the same, whichever way round.
  const std::string back = exported(other);
  sitting(FilePicked{"c.json", back});
  CHECK(sitting.app.log.records().size() == 6);
  CHECK(draft_of(sitting.app, "top-n") == "newer here");
  CHECK(state_of(sitting.app)["status"]["top-n"] == state_of(other.app)["status"]["top-n"]);
}

// Made in Node by the code of web/backup-file.ts, whose numbers and escapes are JavaScript's own.
TEST_CASE("a backup written by the page is read") {
  const auto backup = read_backup(
      R"({"format":"loopready-backup","v":1,"exported_at_ms":1709251200000,"records":[{"uuid":"u1","at_ms":1709251200001,)"
      R"("kind":"attempt","item":"top-n","rev":3,"body":{"sql":"select \"caf\u00e9\",\n\t1 -- \u20ac\u007f\u2028\u0001\\","right":false,)"
      R"("score_share":0.3333333333333333,"trap":"","ms":60000}},{"uuid":"u2","at_ms":1709251200002,"kind":"attempt","item":"top-n",)"
      R"("rev":3,"body":{"sql":"x","right":true,"score_share":1,"trap":"","ms":0}}],"kept":[{"key":"draft/top-n","at_ms":5,)"
      R"("value":"\ud83d\ude00 <b>/"}],"check":"3d7161eaa883308b"})",
      "page");
  REQUIRE_MESSAGE(backup.ok(), base::describe(backup.ok() ? base::Error{} : backup.error()));
  CHECK(backup.value().records.size() == 2);
  CHECK(backup.value().kept[0].value == "\U0001F600 <b>/");
}

TEST_CASE("laying the file out anew does no harm") {
  Sitting sitting = busy();
  const base::Json json = samples::json_of(exported(sitting));
  Sitting other = fresh();
  other(FilePicked{"b.json", json.dump(4)});
  CHECK(state_of(other.app) == state_of(sitting.app));
}

TEST_CASE("what is no sound backup is refused whole, with its place") {
  Sitting sitting = busy();
  const std::string good = exported(sitting);
  struct Case {
    std::string text, sentence;
  };
  const Case cases[] = {
      {"", "b.json: This is not well-formed JSON."},
      {"hello", "b.json: This is not well-formed JSON."},
      {good.substr(0, good.size() / 2), "b.json: This is not well-formed JSON."},
      {std::string("\x89PNG\r\n\x1a\n\0", 9), "b.json: This is not text in UTF-8."},
      {"[]", "b.json: This is not a backup of Loopready."},
      {"{}", "b.json: This is not a backup of Loopready."},
      {R"({"format":"anki"})", "b.json: This is not a backup of Loopready."},
      {R"({"format":3})", "b.json: This is not a backup of Loopready."},
      {R"({"format":"loopready-backup","v":2})", "made by a newer Loopready (version 2)"},
      {R"({"format":"loopready-backup","v":0})", "b.json/v: "},
      {R"({"format":"loopready-backup"})", "b.json/v: "},
      {R"({"format":"loopready-backup","v":"1"})", "b.json/v: "},
      {R"({"format":"loopready-backup","v":1})", "b.json/exported_at_ms: "},
      {rewritten(good, "/records/2/uuid", ""), "b.json/records/2/uuid: "},
      {rewritten(good, "/records/2/at_ms", -1), "b.json/records/2/at_ms: "},
      {rewritten(good, "/kept/3/at_ms", INT64_MAX), "b.json/kept/3/at_ms: "},
      {rewritten(good, "/records/1/body", 3), "b.json/records/1/body: "},
      {rewritten(good, "/kept/0/value", 3), "b.json/kept/0/value: "},
      {rewritten(good, "/kept/0/value", "other words"), "b.json/check: "},
      {rewritten(good, "/records/1/body/right", true), "b.json/check: "},
      {rewritten(good, "/exported_at_ms", 1), "b.json/check: "},
      {rewritten(good, "/check", "0"), "b.json/check: "},
      {rewritten(good, "/more", 1), "b.json/more: "},
      {std::string(50'000'001, ' '), "b.json: This file is larger than 50 MB."},
      {std::string(1'000, '['), "b.json: This JSON is nested more than 100 deep."},
  };
  for (const Case& one : cases) {
    CAPTURE(one.sentence);
    Sitting other = busy();
    const base::Json before = state_of(other.app);
    other(FilePicked{"b.json", one.text});
    CHECK(state_of(other.app) == before);
    CHECK(other.the<MergeBackup>() == nullptr);
    CHECK(other.toast().find("Not imported, and nothing was changed. ") == 0);
    CHECK_MESSAGE(other.toast().find(one.sentence) != std::string::npos, other.toast());
    CHECK(other.app.toasts.back().bad);
  }
}

TEST_CASE("fields of tomorrow inside the bodies are kept, whatever they are") {
  Backup backup;
  backup.records.push_back({"r1", 5, "loop", "top-n", 1, samples::json_of(R"({"deep":[[{"x":[1.5,null]}]],"n":"two"})")});
  backup.kept.push_back({"plan/week", 5, "?"});
  const std::string text = write_backup(backup);
  Sitting sitting = fresh();
  sitting(FilePicked{"b.json", text});
  CHECK(sitting.toast() == "Merged: 1 new record, 1 newer setting.");
  const auto again = read_backup(exported(sitting), "again");
  REQUIRE(again.ok());
  CHECK(base::to_text(again.value().records[0].body) == R"({"deep":[[{"x":[1.5,null]}]],"n":"two"})");
  CHECK(again.value().kept[0].key == "plan/week");
}

TEST_CASE("ten thousand mutated backups never crash, and change nothing when refused") {
  Sitting sitting = busy();
  const std::string good = exported(sitting);
  std::uint64_t state = 42;  // xorshift, so that every machine draws the same
  const auto draw = [&state](std::size_t n) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    return static_cast<std::size_t>(state % n);
  };
  int n_refused = 0, n_taken = 0;
  for (int round = 0; round < 10'000; ++round) {
    std::string text = good;
    for (std::size_t n = 1 + draw(3); n > 0; --n) {
      const std::size_t at = draw(text.size());
      const std::size_t length = std::min(draw(40), text.size() - at);
      switch (draw(6)) {
        case 0: text[at] = static_cast<char>(draw(256)); break;
        case 1: text.erase(at, length); break;
        case 2: text.insert(at, text.substr(draw(text.size()), length)); break;
        case 3: text.resize(at + 1); break;
        case 4: text[at] = "{}[]\",:0e-"[draw(10)]; break;
        default: text.insert(at, " \n"); break;
      }
    }
    Sitting other = fresh();
    other(EditText{"draft/own", "keep me"});
    const base::Json before = state_of(other.app);
    other(FilePicked{"b.json", text});
    if (other.the<MergeBackup>() != nullptr) {
      // Only white space between the parts can have changed.
      ++n_taken;
      if (samples::json_of(text) != samples::json_of(good)) FAIL_CHECK(text);
    } else {
      ++n_refused;
      if (state_of(other.app) != before) FAIL_CHECK(text);
      if (other.toast().find("nothing was changed") == std::string::npos) FAIL_CHECK(other.toast());
    }
  }
  CHECK(n_refused > 7'000);
  CHECK(n_taken > 50);
}
