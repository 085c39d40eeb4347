#include "learner/attempt_log.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace loopready;
using learner::AttemptLog;
using learner::Stage;

namespace {

model::Record record(const char* uuid, std::int64_t at_ms, const char* kind, base::Json body = base::Json::object()) {
  return {uuid, at_ms, kind, "top-n", 1, std::move(body)};
}

model::Record attempt(const char* uuid, std::int64_t at_ms, bool right, double share, const char* trap) {
  return record(uuid, at_ms, "attempt", {{"sql", "select 1"}, {"right", right}, {"score_share", share}, {"trap", trap}, {"ms", 1}});
}

base::Json told(const AttemptLog& log, const std::string& item) {
  const learner::ItemStatus& s = log.status(item);
  return {s.opened, s.solved, s.gave_up, s.n_attempts, s.n_hints, s.best_share, s.last_at_ms, s.solved_at_ms, s.last_trap};
}

}  // namespace

TEST_CASE("an item never met is fresh") {
  const AttemptLog log;
  CHECK(log.stage("top-n") == Stage::fresh);
  CHECK(log.status("top-n").n_attempts == 0);
  CHECK(log.n_solved() == 0);
}

TEST_CASE("a log tells what happened to an item") {
  AttemptLog log;
  CHECK(log.add(record("a", 10, "opened")));
  CHECK(log.stage("top-n") == Stage::tried);
  CHECK(log.add(record("b", 20, "hint", {{"n", 2}})));
  CHECK(log.add(attempt("c", 30, false, 0.5, "fan-out")));
  CHECK(log.add(attempt("d", 40, false, 0.25, "ties")));
  CHECK(told(log, "top-n") == base::Json{true, false, false, 2, 2, 0.5, 40, 0, "ties"});
  CHECK(log.add(attempt("e", 50, true, 1, "")));
  CHECK(told(log, "top-n") == base::Json{true, true, false, 3, 2, 1.0, 50, 50, "ties"});
  CHECK(log.stage("top-n") == Stage::solved);
  CHECK(log.n_solved() == 1);
  CHECK(log.stage("other") == Stage::fresh);
}

TEST_CASE("a revision can solve, but is no attempt and leaves the first one alone") {
  AttemptLog log;
  log.add(attempt("a", 10, false, 0.5, "fan-out"));
  log.add(record("b", 20, "revised", {{"right", false}, {"score_share", 0.75}}));
  CHECK(told(log, "top-n") == base::Json{false, false, false, 1, 0, 0.75, 20, 0, "fan-out"});
  log.add(record("c", 30, "revised", {{"right", true}, {"score_share", 1}}));
  CHECK(told(log, "top-n") == base::Json{false, true, false, 1, 0, 1.0, 30, 30, "fan-out"});
  CHECK_FALSE(log.status("top-n").first_right);
}

TEST_CASE("the same uuid counts once") {
  AttemptLog log;
  CHECK(log.add(attempt("a", 10, false, 0.5, "x")));
  CHECK_FALSE(log.add(attempt("a", 99, true, 1, "")));
  CHECK(log.records().size() == 1);
  CHECK(told(log, "top-n") == base::Json{false, false, false, 1, 0, 0.5, 10, 0, "x"});
}

TEST_CASE("giving up counts only before solving") {
  AttemptLog before, after;
  before.add(record("a", 10, "gave_up"));
  before.add(attempt("b", 20, true, 1, ""));
  CHECK(before.status("top-n").gave_up);
  CHECK(before.status("top-n").solved);
  after.add(attempt("b", 20, true, 1, ""));
  after.add(record("a", 30, "gave_up"));
  CHECK_FALSE(after.status("top-n").gave_up);
}

TEST_CASE("the order in which records come does not matter") {
  std::vector<model::Record> records = {record("a", 10, "opened"),          attempt("b", 20, false, 0.3, "x"),
                                        record("c", 25, "gave_up"),         attempt("d", 30, true, 1, ""),
                                        attempt("e", 40, false, 0.9, "y"),  attempt("f", 40, false, 0.1, "z"),
                                        record("g", 15, "hint", {{"n", 1}})};
  AttemptLog first;
  for (const model::Record& one : records) first.add(one);
  const base::Json wanted = told(first, "top-n");
  CHECK(wanted == base::Json{true, true, true, 4, 1, 1.0, 40, 30, "z"});
  std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.uuid < b.uuid; });
  int n_orders = 0;
  do {
    AttemptLog log;
    for (const model::Record& one : records) log.add(one);
    if (told(log, "top-n") != wanted) FAIL_CHECK(told(log, "top-n"));
    ++n_orders;
  } while (std::next_permutation(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.uuid < b.uuid; }));
  CHECK(n_orders == 5'040);
}

TEST_CASE("bodies that make no sense count as the least they can mean") {
  for (const char* text : {"{}", R"({"right":"yes","score_share":"all","trap":3,"n":"x"})",
                           R"({"right":null,"score_share":-5,"trap":null,"n":-7})"}) {
    CAPTURE(text);
    const auto body = base::parse_json(text, "t");
    REQUIRE(body.ok());
    AttemptLog log;
    log.add(record("a", 5, "attempt", body.value()));
    log.add(record("b", 5, "hint", body.value()));
    log.add(record("c", 5, "something-new", body.value()));
    CHECK(told(log, "top-n") == base::Json{false, false, false, 1, 0, 0.0, 5, 0, ""});
  }
  AttemptLog log;
  log.add(record("a", INT64_MIN, "hint", {{"n", 1e300}}));
  log.add(record("b", INT64_MIN, "attempt", {{"score_share", 17}, {"trap", "t"}}));
  CHECK(log.status("top-n").n_hints == 100);
  CHECK(log.status("top-n").best_share == 1);
  CHECK(log.status("top-n").last_trap == "t");
  AttemptLog right;
  right.add(record("a", 5, "attempt", {{"right", true}}));
  CHECK(right.status("top-n").best_share == 1);
}
