#include "engine/grade_question.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "engine/cues.h"

using namespace loopready;
using base::Json;

namespace {

// The audit's base question; with seed 0 where only one pair of numbers is left: p = 0.2, n = 400, answer 2 %.
Json base_question() {
  std::ifstream file(std::string(SOURCE_DIR) + "/tests/content/base/items/statistics/noise-of-a-share.json", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  auto json = base::parse_json(text.str(), "base");
  REQUIRE(json.ok());
  json.value()["recipe"]["where"] = {"p == 0.2", "n == 400"};
  return std::move(json).value();
}

base::Result<model::Verdict> graded(const Json& item, const Json& answer) {
  LR_TRY(auto request, model::question_grade_request_from_json({{"item", item}, {"answer", answer}, {"seed", 3}}, "f"));
  return engine::grade_question(request);
}

// The verdict of one part, answered alone.
model::PartVerdict part(const char* slug, const Json& answer) {
  const auto verdict = graded(base_question(), {{"parts", {{slug, answer}}}});
  REQUIRE_MESSAGE(verdict.ok(), (verdict.ok() ? "" : base::describe(verdict.error())));
  for (const model::PartVerdict& one : verdict.value().parts)
    if (one.slug == slug) return one;
  FAIL("no such part");
  return {};
}

}  // namespace

TEST_CASE("numbers: right ones, other conventions, traps and slips, each with its reason") {
  const struct {
    const char* typed;
    bool right;
    const char* kind;
    const char* trap;
  } cases[] = {{"2", true, "right", ""},          {"2.00%", true, "right", ""},  {"2.019", true, "right", ""},
               {"1.9", false, "wrong_number", ""}, {"0.04", false, "trap", "variance"},
               {"40", false, "trap", "one-user"}, {"2.236", false, "trap", "poisson"},
               {"0.02", false, "unit", ""},       {"200", false, "unit", ""},    {"-2", false, "sign", ""},
               {"7", false, "wrong_number", ""},  {"about two", false, "unreadable", ""}, {" ", false, "unanswered", ""}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.typed));
    const model::PartVerdict verdict = part("se", {{"number", one.typed}});
    CHECK(verdict.right == one.right);
    CHECK(verdict.reasons.front().kind == one.kind);
    CHECK(verdict.trap == one.trap);
    CHECK(verdict.expected == "2.00%");
    CHECK(verdict.score_share == (one.right ? 1 : 0));
    CHECK_FALSE(verdict.reasons.front().text.empty());
  }
}

TEST_CASE("numbers: rounding slips earn half, other conventions are named") {
  Json item = base_question();
  item["parts"][0]["answer"] = "1.237";
  item["parts"][0]["decimals"] = 3;
  item["parts"][0]["tolerance"] = {{"absolute", 0.0005}};
  item["parts"][0]["also"][0]["number"] = "1.5";
  const struct {
    const char* typed;
    const char* kind;
    double share;
  } cases[] = {{"1.24", "rounding", 0.5}, {"1.238", "rounding", 0.5}, {"1.5", "convention", 1}, {"1.25", "wrong_number", 0}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.typed));
    const auto verdict = graded(item, {{"parts", {{"se", {{"number", one.typed}}}}}});
    REQUIRE(verdict.ok());
    CHECK(verdict.value().parts[0].reasons.front().kind == one.kind);
    CHECK(verdict.value().parts[0].score_share == one.share);
  }
}

TEST_CASE("choices: one, several, shares, a why for each") {
  const struct {
    const char* part;
    Json chosen;
    double share;
    std::vector<std::string> kinds;
  } cases[] = {{"unit", Json::array({"user"}), 1, {"right"}},
               {"unit", Json::array({"day"}), 0, {"wrong_choice"}},
               {"unit", Json::array(), 0, {"unanswered"}},
               {"helps", Json::array({"users", "covariate"}), 1, {"right", "right"}},
               {"helps", Json::array({"users"}), 0.5, {"missed_choice"}},
               {"helps", Json::array({"users", "covariate", "alpha"}), 0.5, {"wrong_choice"}},
               {"helps", Json::array({"alpha", "logs"}), 0, {"wrong_choice", "wrong_choice", "missed_choice", "missed_choice"}}};
  for (const auto& one : cases) {
    CAPTURE(base::to_text(one.chosen));
    const model::PartVerdict verdict = part(one.part, {{"choices", one.chosen}});
    CHECK(verdict.score_share == doctest::Approx(one.share));
    CHECK(verdict.right == (one.share == 1));
    std::vector<std::string> kinds;
    for (const model::Reason& reason : verdict.reasons) kinds.push_back(reason.kind);
    CHECK(kinds == one.kinds);
    REQUIRE(verdict.choices.size() == 4);
    for (const model::ChoiceVerdict& choice : verdict.choices) CHECK_FALSE(choice.why.empty());
  }
}

TEST_CASE("orders: the steps that must move are named, pairs are counted") {
  const auto whole = part("steps", {{"order", {"metric", "size", "duration", "run"}}});
  CHECK(whole.right);
  // One of six pairs is wrong.
  const auto swapped = part("steps", {{"order", {"size", "metric", "duration", "run"}}});
  CHECK_FALSE(swapped.right);
  CHECK(swapped.score_share == doctest::Approx(5.0 / 6));
  CHECK(swapped.reasons.size() == 1);
  // Only the moved step is ill placed, though it has passed three.
  const auto moved = part("steps", {{"order", {"run", "metric", "size", "duration"}}});
  CHECK(moved.score_share == doctest::Approx(0.5));
  REQUIRE(moved.reasons.size() == 1);
  CHECK(moved.reasons[0].text == "\"Run the test\" comes after \"Set the duration\". Nothing may be changed afterwards.");
  for (const model::StepVerdict& step : moved.steps) CHECK(step.well_placed == (step.slug != "run"));
  CHECK(part("steps", {{"order", Json::array()}}).reasons[0].kind == "unanswered");
}

TEST_CASE("equal ranks may stand in any order") {
  Json item = base_question();
  for (std::size_t i = 1; i < 3; ++i) item["parts"][3]["steps"][i]["rank"] = 2;
  for (const Json& order : {Json::array({"metric", "size", "duration", "run"}), Json::array({"metric", "duration", "size", "run"})}) {
    const auto verdict = graded(item, {{"parts", {{"steps", {{"order", order}}}}}});
    REQUIRE(verdict.ok());
    CHECK(verdict.value().parts[3].right);
  }
}

TEST_CASE("texts: points by words, by own tick, missed ones with their why") {
  const auto strong = part("say", {{"text", "It is Chance; MORE  users help."}});
  CHECK(strong.right);
  CHECK(strong.points[0].found == std::vector<std::string>{"Chance"});
  CHECK(strong.points[1].found == std::vector<std::string>{"MORE  users"});
  const auto weak = part("say", {{"text", "We need more users."}});
  CHECK(weak.score_share == doctest::Approx(0.5));
  CHECK(weak.reasons[0].kind == "missing_point");
  CHECK(weak.reasons[0].text.find("Else every rise looks like a success.") != std::string::npos);
  const auto ticked = part("say", {{"text", "We need more users."}, {"own_ticks", {"chance", "size"}}});
  CHECK(ticked.right);
  CHECK(ticked.points[0].by_own_tick);
  CHECK_FALSE(ticked.points[1].by_own_tick);
  CHECK(ticked.reasons[0].kind == "right");
  bool said = false;
  for (const model::Reason& reason : ticked.reasons) said = said || reason.kind == "own_tick";
  CHECK(said);
  CHECK(part("say", {{"text", ""}}).reasons[0].kind == "unanswered");
}

TEST_CASE("the whole is the mean of its parts; the first trap is named") {
  const auto verdict = graded(base_question(), {{"parts",
                                                 {{"se", {{"number", 40}}},
                                                  {"unit", {{"choices", {"user"}}}},
                                                  {"helps", {{"choices", {"users"}}}},
                                                  {"steps", {{"order", {"metric", "size", "duration", "run"}}}}}}});
  REQUIRE(verdict.ok());
  CHECK_FALSE(verdict.value().right);
  CHECK(verdict.value().score_share == doctest::Approx((0 + 1 + 0.5 + 1 + 0) / 5));
  CHECK(verdict.value().trap == "one-user");
  CHECK(verdict.value().reasons[0].text == "2 of 5 parts are right.");
  CHECK(verdict.value().parts.back().reasons[0].kind == "unanswered");
}

TEST_CASE("answers that name what is not there are refused") {
  const struct {
    const char* part;
    Json answer;
  } cases[] = {{"unit", {{"choices", {"nobody"}}}},
               {"unit", {{"choices", {"user", "day"}}}},
               {"steps", {{"order", {"metric"}}}},
               {"steps", {{"order", {"metric", "metric", "size", "run"}}}},
               {"say", {{"text", "x"}, {"own_ticks", {"none"}}}}};
  for (const auto& one : cases) {
    const auto verdict = graded(base_question(), {{"parts", {{one.part, one.answer}}}});
    REQUIRE_FALSE(verdict.ok());
    CHECK(verdict.error().kind == base::ErrorKind::bad_input);
  }
}

TEST_CASE("cues are words and word starts in any case, across line ends and dashes") {
  const auto made = [](std::vector<std::vector<std::string>> cues, const char* text) {
    model::RubricPoint point;
    point.cues = std::move(cues);
    return !engine::words_making(point, text).empty();
  };
  CHECK(made({{"random"}}, "We Randomly assign."));
  CHECK_FALSE(made({{"random"}}, "A nonrandom split."));
  CHECK(made({{"pre-period"}}, "the pre\nperiods"));
  CHECK(made({{"pre period"}}, "the pre\xE2\x80\x93period"));
  CHECK_FALSE(made({{"more users"}}, "moreover users"));
  CHECK(made({{"luck", "alone"}, {"chance"}}, "by chance"));
  CHECK_FALSE(made({{"luck", "alone"}}, "by luck"));
  CHECK(made({{"95%"}}, "a 95% interval"));
  CHECK_FALSE(made({{}}, "anything"));
}
