#include "app/question.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/catalogue.h"
#include "app/storing.h"
#include "question_samples.h"
#include "sitting.h"

using namespace loopready;
using namespace loopready::app;

namespace {

struct AtQuestion : Sitting {
  explicit AtQuestion(const std::string& slug, std::vector<model::Kept> kept = {}) {
    start("#/item/" + slug);
    (*this)(IndexArrived{samples::question_index()});
    (*this)(Restored{{}, std::move(kept), 0});
    (*this)(PackArrived{"statistics", samples::question_pack_text()});
  }
  const Exercise& exercise() const { return *find_exercise(app, app.route.item); }
  // What the engine says to "make": the question as it is, for no rule here depends on the numbers in it.
  void make() {
    const SendRequest* sent = the<SendRequest>();
    REQUIRE(sent != nullptr);
    REQUIRE(sent->request.kind == "make");
    base::Json item = sent->request.body["item"];
    const base::Json seed = sent->request.body["seed"];
    item["prompt"] = "Of seed " + seed.dump();
    item.erase("recipe");
    answer(base::to_text({{"item", item}, {"seed", seed}, {"answers", base::Json::array()}, {"values", base::Json::object()}, {"explanation", "x"}}));
  }
  std::int64_t draft_seed() const { return samples::json_of(draft_of(app, app.route.item))["seed"].get<std::int64_t>(); }
};

constexpr const char* kNumber = "share-of-users";

// A verdict as the engine spells it, with nothing of SQL in it.
std::string verdict(bool right, double share, const std::string& part, const std::string& trap = "") {
  model::Verdict verdict;
  verdict.right = right;
  verdict.score_share = share;
  verdict.reasons = {{right ? "right" : "wrong_number", "Too **low**."}};
  verdict.trap = trap;
  model::PartVerdict one;
  one.slug = part;
  one.right = right;
  one.score_share = share;
  one.reasons = verdict.reasons;
  verdict.parts = {one};
  return base::to_text(model::to_json(verdict));
}

}  // namespace

TEST_CASE("a question of fixed words can be shown at once") {
  AtQuestion sitting("which-test");
  CHECK(sitting.the<SendRequest>() == nullptr);
  REQUIRE(shown_question(sitting.app, "which-test") != nullptr);
  CHECK(sitting.app.log.status("which-test").opened);
}

TEST_CASE("numbers come from a seed that is kept and comes back") {
  AtQuestion sitting(kNumber);
  CHECK(shown_question(sitting.app, kNumber) == nullptr);
  const std::int64_t seed = sitting.the<SendRequest>()->request.body["seed"].get<std::int64_t>();
  CHECK(seed > 0);
  CHECK(sitting.draft_seed() == seed);
  sitting.make();
  REQUIRE(shown_question(sitting.app, kNumber) != nullptr);
  CHECK(shown_question(sitting.app, kNumber)->prompt == "Of seed " + std::to_string(seed));

  AtQuestion again(kNumber, {{draft_key(kNumber), 5, R"({"seed":77})"}});
  CHECK(again.the<SendRequest>()->request.body["seed"] == 77);
  again.make();
  CHECK(again.exercise().seed == 77);
}

TEST_CASE("no seed is drawn before the stored draft could name one") {
  Sitting sitting;
  sitting.start(std::string("#/item/") + kNumber);
  sitting(IndexArrived{samples::question_index()});
  sitting(PackArrived{"statistics", samples::question_pack_text()});
  CHECK(sitting.the<SendRequest>() == nullptr);
  sitting(Restored{{}, {{draft_key(kNumber), 5, R"({"seed":77})"}}, 0});
  REQUIRE(sitting.the<SendRequest>() != nullptr);
  CHECK(sitting.the<SendRequest>()->request.body["seed"] == 77);
}

TEST_CASE("new numbers take another seed and the old answer away") {
  AtQuestion sitting(kNumber);
  sitting.make();
  const std::int64_t first = sitting.exercise().seed;
  sitting(EditText{part_key(kNumber, "users"), "12"});
  sitting(SubmitAnswer{kNumber});
  sitting.answer(verdict(false, 0.5, "users", "all"));
  sitting(NewNumbers{kNumber});
  CHECK_FALSE(sitting.exercise().verdict);
  CHECK(shown_question(sitting.app, kNumber) == nullptr);
  CHECK(sitting.app.texts.at(part_key(kNumber, "users")).text.empty());
  sitting.make();
  CHECK(sitting.exercise().seed != first);
  CHECK(sitting.draft_seed() == sitting.exercise().seed);
}

TEST_CASE("submitting sends the question as written, the answer and the seed, and is put on record") {
  AtQuestion sitting(kNumber);
  sitting.make();
  sitting(SubmitAnswer{kNumber});
  CHECK(sitting.the<SendRequest>() == nullptr);
  CHECK(sitting.toast() == "Answer first, then submit.");
  sitting(EditText{part_key(kNumber, "users"), "12,345"});
  sitting(Tick{kNow + 65'000});
  sitting(SubmitAnswer{kNumber});
  const SendRequest* sent = sitting.the<SendRequest>();
  REQUIRE(sent != nullptr);
  CHECK(sent->request.kind == "grade");
  CHECK(sent->request.body["answer"] == base::Json{{"number", "12,345"}});
  CHECK(sent->request.body["seed"] == sitting.exercise().seed);
  CHECK(sent->request.body["item"]["recipe"].is_object());
  sitting.answer(verdict(false, 0.5, "users", "all"));
  CHECK(sitting.said() == "Not yet: Too low.");
  const model::Record& record = sitting.appended.back();
  CHECK(record.kind == "attempt");
  CHECK(record.rev == 2);
  CHECK(record.body == base::Json{{"answer", {{"number", "12,345"}}}, {"seed", sitting.exercise().seed}, {"right", false}, {"score_share", 0.5},
                                  {"trap", "all"}, {"ms", 65'000}});
  CHECK_FALSE(sees_worked_path(sitting.app, *find_question(sitting.app, kNumber)));
  sitting(SubmitAnswer{kNumber});
  sitting.answer(verdict(true, 1, "users"));
  CHECK(sitting.said() == "Right.");
  CHECK(sees_worked_path(sitting.app, *find_question(sitting.app, kNumber)));
  CHECK(sitting.app.log.status(kNumber).solved);
  CHECK_FALSE(sitting.app.log.status(kNumber).first_right);
}

TEST_CASE("choices and orders are kept in the draft; what it can't mean is left out") {
  AtQuestion sitting("which-test");
  sitting(ChooseOptions{"which-test", "test", {"paired"}});
  CHECK(chosen_options(sitting.app, "which-test", "test") == std::vector<std::string>{"paired"});
  sitting(SubmitAnswer{"which-test"});
  CHECK(sitting.the<SendRequest>()->request.body["answer"] == base::Json{{"choices", {"paired"}}});

  for (const char* draft : {"", "no json", "[]", R"({"parts":3})", R"({"parts":{"test":[]}})", R"({"parts":{"test":{"choices":["gone",4]}}})"}) {
    AtQuestion damaged("which-test", {{draft_key("which-test"), 5, draft}});
    CHECK(chosen_options(damaged.app, "which-test", "test").empty());
    damaged(ChooseOptions{"which-test", "test", {"z"}});
    CHECK(chosen_options(damaged.app, "which-test", "test") == std::vector<std::string>{"z"});
  }
  AtQuestion two("which-test", {{draft_key("which-test"), 5, R"({"parts":{"test":{"choices":["none","z"]}}})"}});
  CHECK(chosen_options(two.app, "which-test", "test").size() == 1);
}

TEST_CASE("steps are mixed at first, count once moved, and say where they went") {
  AtQuestion sitting("steps-of-a-test");
  const model::Part& part = find_question(sitting.app, "steps-of-a-test")->parts[0];
  std::vector<std::string> order = shown_order(sitting.app, "steps-of-a-test", part);
  CHECK(order != std::vector<std::string>{"metric", "size", "run", "read"});
  CHECK_FALSE(is_ordered(sitting.app, "steps-of-a-test", part));
  sitting(SubmitAnswer{"steps-of-a-test"});
  CHECK(sitting.toast() == "Put the steps in order first, then submit.");
  sitting(OrderSteps{"steps-of-a-test", "steps", {"size", "metric", "run", "read"}, "size"});
  CHECK(sitting.said() == "1 of 4: Compute the sample size");
  CHECK(shown_order(sitting.app, "steps-of-a-test", part) == std::vector<std::string>{"size", "metric", "run", "read"});
  AtQuestion older("steps-of-a-test", {{draft_key("steps-of-a-test"), 5, R"({"parts":{"steps":{"order":["size","metric","gone","read"]}}})"}});
  CHECK(shown_order(older.app, "steps-of-a-test", part) == order);
  sitting(ResetDraft{"steps-of-a-test"});
  CHECK_FALSE(is_ordered(sitting.app, "steps-of-a-test", part));
}

TEST_CASE("an own tick revises; the first attempt stays as it was") {
  AtQuestion sitting("explain-p");
  sitting(EditText{part_key("explain-p", "text"), "It is rare."});
  sitting(TickPoint{"explain-p", "text", "as-extreme", true});
  CHECK(sitting.the<SendRequest>() == nullptr);  // nothing was graded yet
  sitting(SubmitAnswer{"explain-p"});
  sitting.answer(verdict(false, 0, "text"));
  CHECK(sees_worked_path(sitting.app, *find_question(sitting.app, "explain-p")));
  sitting(EditText{part_key("explain-p", "text"), "Another text."});
  sitting(TickPoint{"explain-p", "text", "as-extreme", true});
  REQUIRE(sitting.the<SendRequest>() != nullptr);
  CHECK(sitting.the<SendRequest>()->request.body["answer"] == base::Json{{"text", "It is rare."}, {"own_ticks", {"as-extreme"}}});
  sitting.answer(verdict(true, 1, "text"));
  CHECK(sitting.appended.back().kind == "revised");
  const learner::ItemStatus& status = sitting.app.log.status("explain-p");
  CHECK(status.n_attempts == 1);
  CHECK_FALSE(status.first_right);
  CHECK(status.solved);
  sitting(TickPoint{"explain-p", "text", "as-extreme", false});
  CHECK(sitting.the<SendRequest>()->request.body["answer"] == base::Json{{"text", "It is rare."}});
}

TEST_CASE("hints and giving up work as they do for SQL") {
  AtQuestion sitting(kNumber);
  sitting.make();
  sitting(ShowHint{kNumber});
  CHECK(sitting.appended.back().body == base::Json{{"n", 1}});
  CHECK(sitting.said() == "Hint 1 of 3: Think.");
  sitting(GiveUp{kNumber});
  CHECK(sitting.app.log.status(kNumber).gave_up);
  CHECK(sees_worked_path(sitting.app, *find_question(sitting.app, kNumber)));
}

TEST_CASE("when the engine is lost or answers nonsense, the answer is kept and it can be tried again") {
  AtQuestion sitting(kNumber);
  sitting(EngineLost{sitting.app.n_requests, "died"});
  CHECK(sitting.exercise().failure.find("Your answer is kept") != std::string::npos);
  sitting(RetryLoading{});
  sitting.make();
  sitting(EditText{part_key(kNumber, "users"), "12"});
  sitting(SubmitAnswer{kNumber});
  sitting.answer(R"({"right":"perhaps"})");
  CHECK(sitting.exercise().failure.find("could not be read") != std::string::npos);
  CHECK(sitting.exercise().job == Job::none);
  CHECK(sitting.app.log.status(kNumber).n_attempts == 0);
  sitting(SubmitAnswer{kNumber});
  sitting(CancelJob{kNumber});
  CHECK(sitting.exercise().job == Job::none);
}

TEST_CASE("a made question that can't be read is a failure too") {
  for (const char* body : {"{}", R"({"item":{},"seed":1})", "[]"}) {
    AtQuestion sitting(kNumber);
    sitting.answer(body);
    CHECK(sitting.exercise().failure.find("could not be read") != std::string::npos);
    CHECK(shown_question(sitting.app, kNumber) == nullptr);
  }
}

TEST_CASE("the next question is the next unsolved one of the category, from the end on to the start") {
  AtQuestion sitting("which-test");
  CHECK(next_entry(sitting.app, "which-test")->slug == "flawed-readout");
  CHECK(next_entry(sitting.app, "ship-it")->slug == kNumber);
  CHECK(next_entry(sitting.app, "nowhere") == nullptr);
  sitting(Restored{{{"u1", 5, "attempt", "flawed-readout", 2, {{"right", true}}}}, {}, 0});
  CHECK(next_entry(sitting.app, "which-test")->slug == "steps-of-a-test");
}

TEST_CASE("questions can be filtered by kind and topic") {
  AtQuestion sitting("which-test");
  const auto n = [&](Filter filter) { return filtered(sitting.app, filter).size(); };
  CHECK(n({}) == 6);
  CHECK(n({"", "", "", "", "", "order", ""}) == 1);
  CHECK(n({"", "", "", "", "", "", "sampling"}) == 6);
  CHECK(n({"", "", "", "", "", "", "joins"}) == 0);
  CHECK(filter_values(sitting.app).kinds == std::vector<std::string>{"number", "choice", "order", "spot", "verdict", "explain"});
  CHECK(filter_values(sitting.app, "sql").topics.empty());
}
