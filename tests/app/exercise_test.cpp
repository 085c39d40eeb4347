#include "app/exercise.h"

#include <doctest/doctest.h>

#include "sitting.h"

using namespace loopready;
using namespace loopready::app;

namespace {

const Exercise& open_one(const Sitting& sitting) {
  const Exercise* exercise = find_exercise(sitting.app, "top-n");
  REQUIRE(exercise != nullptr);
  return *exercise;
}

std::vector<std::string> kinds(const std::vector<model::Record>& records) {
  std::vector<std::string> all;
  for (const model::Record& record : records) all.push_back(record.kind);
  return all;
}

}  // namespace

TEST_CASE("running sends the draft with the shown data") {
  Sitting sitting;
  sitting.open();
  CHECK(draft_of(sitting.app, "top-n") == "-- start here");
  sitting(EditText{"draft/top-n", "select * from orders"});
  CHECK(sitting.the<KeepValue>()->kept.value == "select * from orders");
  sitting(Tick{kNow + 100});
  sitting(RunQuery{"top-n"});
  const SendRequest* sent = sitting.the<SendRequest>();
  REQUIRE(sent != nullptr);
  CHECK(sent->request.kind == "run");
  CHECK(sent->request.id == 1);
  CHECK(sent->timeout_ms == kRunTimeoutMs);
  const auto request = model::run_request_from_json(sent->request.body, "r");
  REQUIRE(request.ok());
  CHECK(request.value().sql == "select * from orders");
  CHECK(request.value().today == "2024-03-01");
  CHECK(request.value().max_rows == 200);
  CHECK(request.value().dialect == model::Dialect::redshift);
  REQUIRE(request.value().tables.size() == 1);
  CHECK(request.value().tables[0].first == "orders");
  CHECK(request.value().tables[0].second.rows.size() == 1);
  CHECK(open_one(sitting).job == Job::run);
  CHECK(open_one(sitting).job_since_ms == kNow + 100);
  CHECK(open_one(sitting).asked_sql == "select * from orders");

  sitting.answer(samples::kRunResult);
  CHECK(sitting.said() == "40 rows in 30 ms.");
  CHECK(open_one(sitting).job == Job::none);
  CHECK(open_one(sitting).latest == Job::run);
  REQUIRE(open_one(sitting).run.has_value());
  CHECK(open_one(sitting).run->table->n_rows == 40);
  CHECK(kinds(sitting.appended) == std::vector<std::string>{"opened"});
}

TEST_CASE("submitting sends the whole question and records the verdict") {
  Sitting sitting;
  sitting.open();
  sitting(EditText{"draft/top-n", "select 1"});
  sitting(Tick{kNow + 60'000});
  sitting(SubmitAnswer{"top-n"});
  const SendRequest* sent = sitting.the<SendRequest>();
  REQUIRE(sent != nullptr);
  CHECK(sent->request.kind == "grade");
  CHECK(sent->timeout_ms == kGradeTimeoutMs);
  const auto request = model::grade_request_from_json(sent->request.body, "g");
  REQUIRE(request.ok());
  CHECK(request.value().sql == "select 1");
  CHECK(request.value().item.slug == "top-n");
  CHECK(request.value().world.slug == "shop");

  sitting(EditText{"draft/top-n", "typed on meanwhile"});
  sitting(Tick{kNow + 61'000});
  sitting.answer(samples::kWrong);
  CHECK(sitting.said() == "Not yet: 2 rows are missing: user_id 7 and 9.");
  const AppendRecord* append = sitting.the<AppendRecord>();
  REQUIRE(append != nullptr);
  CHECK(append->record.kind == "attempt");
  CHECK(append->record.at_ms == kNow + 61'000);
  CHECK(append->record.rev == 3);
  CHECK(base::to_text(append->record.body) ==
        R"({"sql":"select 1","right":false,"score_share":0.25,"trap":"all-days","ms":60000})");
  CHECK(sitting.app.log.stage("top-n") == learner::Stage::tried);
  CHECK(sitting.app.log.status("top-n").last_trap == "all-days");
  CHECK(open_one(sitting).latest == Job::grade);

  sitting(SubmitAnswer{"top-n"});
  sitting.answer(samples::kRight);
  CHECK(sitting.said() == "Right.");
  CHECK(sitting.app.log.stage("top-n") == learner::Stage::solved);
  CHECK(open_one(sitting).asked_sql == "typed on meanwhile");
}

TEST_CASE("one job at a time, and an empty text asks gently") {
  Sitting sitting;
  sitting.open();
  sitting(RunQuery{"top-n"});
  CHECK(sitting.the<SendRequest>() != nullptr);
  sitting(RunQuery{"top-n"});
  sitting(SubmitAnswer{"top-n"});
  CHECK(sitting.effects.empty());
  sitting(SubmitAnswer{"anti-join"});  // its start is empty
  CHECK(sitting.the<SendRequest>() == nullptr);
  CHECK(sitting.toast() == "Write a query first, then submit it.");
  sitting(EditText{"draft/anti-join", " \n\t "});
  sitting(RunQuery{"anti-join"});
  CHECK(sitting.toast() == "Write a query first, then run it.");
  sitting(EditText{"draft/anti-join", "select 2"});
  sitting(RunQuery{"anti-join"});
  CHECK(sitting.the<SendRequest>()->request.id == 2);
  sitting.answer(samples::kRunResult, 1);
  CHECK(sitting.app.exercises["top-n"].job == Job::none);
  CHECK(sitting.app.exercises["anti-join"].job == Job::run);
}

TEST_CASE("stale answers and progress change nothing") {
  Sitting sitting;
  sitting.open();
  sitting(SubmitAnswer{"top-n"});
  sitting(CancelJob{"top-n"});
  CHECK(sitting.the<CancelRequest>()->id == 1);
  CHECK(sitting.said() == "Cancelled.");
  sitting.answer(samples::kRight, 1);
  CHECK(sitting.effects.empty());
  CHECK(sitting.app.log.stage("top-n") == learner::Stage::tried);
  sitting(EngineLost{1, "time"});
  CHECK(open_one(sitting).failure.empty());
  sitting(CancelJob{"top-n"});
  CHECK(sitting.effects.empty());

  sitting(RunQuery{"top-n"});
  for (const base::Json& id : {base::Json(1), base::Json(99), base::Json("2"), base::Json(), base::Json{2}, base::Json(2.5)}) {
    sitting(EngineAnswered{{id, true, samples::json_of(samples::kRunResult)}});
    CHECK(open_one(sitting).job == Job::run);
  }
  sitting(EngineAnswered{{2, false, samples::json_of(samples::kRunResult)}});
  CHECK(open_one(sitting).job == Job::run);
  CHECK(sitting.effects.empty());
  sitting.answer(samples::kRunResult, 2);
  CHECK(open_one(sitting).job == Job::none);
  CHECK(open_one(sitting).run.has_value());
}

TEST_CASE("a lost or confused engine ends the job with a sentence, and the next job works") {
  struct Case {
    bool submit;
    Command command;
    std::string sentence;  // part of it
  };
  const Case cases[] = {
      {false, EngineLost{1, "time"}, "Stopped: your query ran longer than 5 s."},
      {true, EngineLost{1, "time"}, "Stopped: checking your answer ran longer than 15 s."},
      {false, EngineLost{1, "died"}, "The engine stopped unexpectedly"},
      {false, EngineAnswered{{1, true, base::Error{base::ErrorKind::unsupported, "request/kind", "No such kind."}}},
       "The engine could not answer. request/kind: No such kind."},
      {false, EngineAnswered{{1, true, base::Error{base::ErrorKind::bad_input, "body/answer/sql", "There is no table \"x\" here."}}},
       "Your query doesn't run. There is no table \"x\" here. Run it to see where, then measure again."},
      {false, EngineAnswered{{1, true, base::Json{{"rows", 1}}}}, "could not be read"},
      {true, EngineAnswered{{1, true, samples::json_of(samples::kRunResult)}}, "could not be read"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.sentence);
    Sitting sitting;
    sitting.open();
    if (one.submit) sitting(SubmitAnswer{"top-n"});
    else sitting(RunQuery{"top-n"});
    sitting(one.command);
    CHECK(open_one(sitting).job == Job::none);
    CHECK(open_one(sitting).failure.find(one.sentence) != std::string::npos);
    CHECK(sitting.said() == open_one(sitting).failure);
    CHECK(kinds(sitting.appended) == std::vector<std::string>{"opened"});
    sitting(RunQuery{"top-n"});
    CHECK(open_one(sitting).failure.empty());
    sitting.answer(samples::kRunResult);
    CHECK(open_one(sitting).run.has_value());
  }
}

TEST_CASE("an item that does not fit its world says so instead of asking") {
  Sitting sitting;
  sitting.open();
  sitting.app.catalogue.worlds.clear();
  for (const Command& command : {Command(RunQuery{"top-n"}), Command(SubmitAnswer{"top-n"})}) {
    sitting(command);
    CHECK(sitting.the<SendRequest>() == nullptr);
    CHECK(open_one(sitting).job == Job::none);
    CHECK(open_one(sitting).failure.find("This exercise is damaged: top-n: ") == 0);
  }
}

TEST_CASE("hints come one by one and no further than there are") {
  Sitting sitting;
  sitting.open();
  for (int n = 1; n <= 3; ++n) {
    sitting(ShowHint{"top-n"});
    REQUIRE(sitting.the<AppendRecord>() != nullptr);
    CHECK(base::to_text(sitting.the<AppendRecord>()->record.body) == "{\"n\":" + std::to_string(n) + "}");
    CHECK(sitting.app.log.status("top-n").n_hints == n);
  }
  CHECK(sitting.said() == "Hint 3 of 3: Write it.");
  sitting(ShowHint{"top-n"});
  CHECK(sitting.effects.empty());
}

TEST_CASE("the worked answer shows after solving or giving up, not before") {
  Sitting sitting;
  sitting.open();
  sitting(ShowAnswer{"top-n"});
  CHECK_FALSE(open_one(sitting).answer_shown);
  sitting(GiveUp{"top-n"});
  CHECK(open_one(sitting).answer_shown);
  CHECK(sitting.appended.back().kind == "gave_up");
  sitting(GiveUp{"top-n"});
  CHECK(sitting.effects.empty());

  Sitting solver;
  solver.open();
  solver(SubmitAnswer{"top-n"});
  solver.answer(samples::kRight);
  CHECK_FALSE(open_one(solver).answer_shown);
  solver(ShowAnswer{"top-n"});
  CHECK(open_one(solver).answer_shown);
  solver(GiveUp{"top-n"});
  CHECK(kinds(solver.appended) == std::vector<std::string>{"opened", "attempt"});
}

TEST_CASE("the program's own texts raise the revision, typing does not") {
  Sitting sitting;
  sitting.open();
  sitting(EditText{"draft/top-n", "mine"});
  CHECK(sitting.app.texts["draft/top-n"].revision == 0);
  sitting(LoadSql{"top-n", "select other"});
  CHECK(sitting.app.texts["draft/top-n"].revision == 1);
  CHECK(draft_of(sitting.app, "top-n") == "select other");
  CHECK(sitting.the<KeepValue>()->kept.value == "select other");
  sitting(ResetDraft{"top-n"});
  CHECK(sitting.app.texts["draft/top-n"].revision == 2);
  CHECK(draft_of(sitting.app, "top-n") == "-- start here");
  CHECK(sitting.the<KeepValue>()->kept.key == "draft/top-n");
  sitting(EditText{"draft/top-n", ""});
  CHECK(draft_of(sitting.app, "top-n") == "");
}

TEST_CASE("slugs nobody knows change nothing") {
  for (const std::string slug : {"", "nothing", "power", "../x"}) {
    Sitting sitting;
    sitting.open();
    const base::Json before = state_of(sitting.app);
    for (const Command& command :
         {Command(RunQuery{slug}), Command(SubmitAnswer{slug}), Command(CancelJob{slug}), Command(ShowHint{slug}),
          Command(GiveUp{slug}), Command(ShowAnswer{slug}), Command(ResetDraft{slug}), Command(LoadSql{slug, "x"})}) {
      sitting(command);
      CHECK(sitting.effects.empty());
    }
    for (const std::string key : {"", "draft/", "draft", "setting/theme", "other/x"}) {
      sitting(EditText{key, "x"});
      CHECK(sitting.effects.empty());
    }
    CHECK(state_of(sitting.app) == before);
    CHECK(draft_of(sitting.app, slug) == "");
  }
}
