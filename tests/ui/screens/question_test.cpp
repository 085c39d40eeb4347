// Questions on the screen, graded by the real engine.
#include <doctest/doctest.h>

#include <algorithm>

#include <string>

#include "app/question.h"
#include "engine/engine.h"
#include "model/message.h"
#include "question_samples.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

struct AtQuestion : Driver {
  explicit AtQuestion(const std::string& slug, Window of = {}, std::vector<model::Kept> kept = {}) : Driver(of, "#/item/" + slug) {
    load(samples::question_index(), samples::question_pack_text(), std::move(kept));
  }
  AtQuestion(const model::Question& question, Window of) : Driver(of, "#/item/" + question.slug) {
    model::Index index;
    index.items.push_back({question.slug, question.rev, "statistics", question.title, question.level, question.difficulty, question.topic,
                           question.minutes, "statistics", question.kind});
    model::Pack pack;
    pack.category = "statistics";
    pack.questions = {question};
    load(base::to_text(model::to_json(index)), base::to_text(model::to_json(pack)), {});
  }
  void load(const std::string& index, const std::string& pack, std::vector<model::Kept> kept) {
    apply(app::Restored{{}, std::move(kept), 0});
    apply(app::IndexArrived{index});
    apply(app::PackArrived{"statistics", pack});
    let_engine_answer();
  }
  // Answers what was asked last, unless it is answered.
  void let_engine_answer() {
    const auto* sent = latest<app::SendRequest>();
    if (sent == nullptr || count<app::SendRequest>() == n_answered) return;
    n_answered = count<app::SendRequest>();
    std::string response;
    engine::answer(base::to_text(model::to_json(sent->request)), [&](const std::string& text) { response = text; });
    auto read = model::response_from_json(samples::json_of(response), "response");
    REQUIRE(read.ok());
    apply(app::EngineAnswered{std::move(read).value()});
  }
  void submit() {
    press("Enter", kit::kControl | kit::kShift);
    let_engine_answer();
  }
  const model::Question& shown() const { return *app::shown_question(app, app.route.item); }
  int n_answered = 0;
};

constexpr const char* kNumberKey = "draft/share-of-users/users";

// The number that is right for the seed on the screen.
std::string right_number(const AtQuestion& driver) { return driver.shown().parts[0].formula; }

const Window kWindows[] = {{.width = 1280, .height = 720}, {.width = 320, .height = 640}, {.width = 412, .height = 800, .coarse_pointer = true}};

model::Question content_question(const std::string& path) {
  auto question = model::question_from_json(samples::json_of(read_text(path)), path);
  REQUIRE_MESSAGE(question.ok(), base::describe(question.error()));
  return std::move(question).value();
}

}  // namespace

TEST_CASE("question: a number, wrong by a known trap, then right, then once more with new numbers") {
  AtQuestion driver("share-of-users");
  CHECK(driver.the(Role::heading, "How many users").level == 1);
  CHECK(driver.says("bought. How many is that?"));
  CHECK(driver.find(Role::text_box, "Your answer"));
  CHECK(driver.says("users"));
  CHECK(fault_text(driver) == "");
  const std::string first = driver.shown().prompt;
  driver.type_into(kNumberKey, driver.shown().parts[0].traps[1].formula);
  driver.submit();
  CHECK(driver.find(Role::heading, "Not yet"));
  CHECK(driver.says("A common trap"));
  CHECK(driver.says("All of them."));
  CHECK_FALSE(driver.find(Role::heading, "Worked path"));
  CHECK_FALSE(driver.says("Expected: "));
  CHECK(fault_text(driver) == "");
  driver.type_into(kNumberKey, right_number(driver));
  driver.submit();
  CHECK(driver.find(Role::heading, "Right"));
  CHECK(driver.find(Role::heading, "Worked path"));
  CHECK(driver.says("since a share is a part."));
  CHECK(driver.says("with the late ones"));
  CHECK(driver.says("And if it were twice as large?"));
  CHECK(driver.says("First try: not right"));
  CHECK(fault_text(driver) == "");
  driver.click(Role::button, "Again with new numbers");
  CHECK(driver.says("Preparing the question"));
  driver.let_engine_answer();
  CHECK(driver.shown().prompt != first);
  CHECK_FALSE(driver.find(Role::heading, "Right"));
  CHECK(driver.app.texts.at(kNumberKey).text.empty());
}

TEST_CASE("question: the same numbers and the same answer after a reload") {
  std::vector<model::Kept> kept;
  std::string prompt;
  {
    AtQuestion driver("share-of-users");
    driver.type_into(kNumberKey, "12");
    for (const auto& [key, one] : driver.app.kept) kept.push_back(one);
    prompt = driver.shown().prompt;
  }
  AtQuestion again("share-of-users", {}, kept);
  CHECK(again.shown().prompt == prompt);
  CHECK(again.app.texts.at(kNumberKey).text == "12");
}

TEST_CASE("question: one choice, with each why") {
  AtQuestion driver("which-test");
  CHECK(driver.find(Role::heading, "Arms"));
  CHECK(driver.says("1,010"));
  driver.click(Role::radio, "A paired t test");
  driver.submit();
  CHECK(driver.find(Role::heading, "Not yet"));
  for (const char* words : {"Not right, you chose it", "Right, you left it out", "Nobody is in both arms.", "There are only two arms.", "Shares are compared by z."})
    CHECK_MESSAGE(driver.says(words), words);
  CHECK(fault_text(driver) == "");
  driver.click(Role::button, "Next question");
  CHECK(driver.app.route.item == "flawed-readout");
  CHECK(driver.find(Role::heading, "A readout"));
}

TEST_CASE("question: lines of a readout") {
  AtQuestion driver("flawed-readout");
  CHECK(driver.says("Mark every line that is flawed."));
  driver.click(Role::check_box, "We stopped as soon as p fell below 0.05.");
  driver.submit();
  CHECK(driver.says("Flawed, you marked it"));
  CHECK(driver.says("Flawed, you passed over it"));
  CHECK(driver.says("Score: 50 %."));
  driver.click(Role::check_box, "So the change is proven to work for everyone.");
  driver.submit();
  CHECK(driver.find(Role::heading, "Right"));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("question: an order by keyboard alone") {
  AtQuestion driver("steps-of-a-test");
  // Bring each step to the end, in turn.
  for (const char* step : {"Choose the metric", "Compute the sample size", "Run it to the planned end", "Read the result with its interval"}) {
    const std::string down = std::string("Move down: ") + step, up = std::string("Move up: ") + step;
    const auto button = driver.find(Role::button, down);
    REQUIRE(button);
    if (button->flags & kit::kDisabled) continue;
    driver.focus(driver.find(Role::link, "Practice")->id);
    driver.tab_to(Role::button, down);
    driver.press("End");
    CHECK(driver.focused()->name == up);
  }
  driver.submit();
  CHECK(driver.find(Role::heading, "Right"));
  CHECK(driver.says("1. Choose the metric (in place)"));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("question: points of a text, found, missing, ticked") {
  AtQuestion driver("explain-p");
  CHECK(driver.says("0 words"));
  driver.type_into("draft/explain-p/text", "If there were no effect this would be rare.");
  CHECK(driver.says("9 words"));
  driver.submit();
  CHECK(driver.says("Found: It supposes that there is no effect."));
  CHECK(driver.says("Your words: \"no effect\"."));
  CHECK(driver.says("Missing: It is the chance of a result at least this extreme."));
  CHECK(driver.says("Not needed, but stronger: It says nothing of the size."));
  CHECK(driver.find(Role::heading, "A strong answer"));
  CHECK_FALSE(driver.says("We are 97 % sure."));
  driver.click(Role::button, "Weaker answers, and what they miss");
  CHECK(driver.says("We are 97 % sure."));
  CHECK(fault_text(driver) == "");
  const std::vector<SemanticNode> ticks = driver.all(Role::check_box);
  REQUIRE(ticks.size() == 2);
  driver.tab_to(Role::check_box, "I did say it");
  driver.press(" ");
  driver.let_engine_answer();
  CHECK(driver.find(Role::heading, "Right"));
  CHECK(driver.says("By your own tick: It is the chance"));
  CHECK(driver.latest<app::AppendRecord>()->record.kind == "revised");
  CHECK(driver.says("First try: not right"));
}

TEST_CASE("question: several parts, each with its verdict") {
  AtQuestion driver("ship-it");
  CHECK(driver.find(Role::heading, "Part 1 of 2"));
  driver.click(Role::radio, "Run longer");
  driver.submit();
  CHECK(driver.says("1 of 2 parts is right."));
  CHECK(driver.says("You have not answered this part"));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("question: hints, giving up, nothing to submit") {
  AtQuestion driver("share-of-users");
  driver.click(Role::button, "Submit");
  CHECK(driver.app.toasts.back().text == "Answer first, then submit.");
  driver.click(Role::button, "Show the first hint");
  driver.click(Role::button, "Show the next hint");
  CHECK(driver.says("Think of chance."));
  driver.click(Role::button, "Give up and show the worked path");
  driver.click(Role::button, "Keep trying");
  driver.click(Role::button, "Give up and show the worked path");
  driver.click(Role::button, "Show it");
  CHECK(driver.find(Role::heading, "Worked path"));
  CHECK(driver.find(Role::heading, "Traps, and why they are wrong"));
  CHECK(driver.app.log.status("share-of-users").gave_up);
  CHECK(fault_text(driver) == "");
}

TEST_CASE("question: when the engine is lost, it says so and can be asked again") {
  Driver driver({}, "#/item/share-of-users");
  driver.apply(app::Restored{});
  driver.apply(app::IndexArrived{samples::question_index()});
  CHECK(driver.says("Loading the exercise"));
  driver.apply(app::PackArrived{"statistics", samples::question_pack_text()});
  CHECK(driver.says("Preparing the question"));
  driver.apply(app::EngineLost{driver.app.n_requests, "died"});
  CHECK(driver.says("has been started again"));
  CHECK(fault_text(driver) == "");
  driver.click(Role::button, "Try again");
  CHECK(driver.count<app::SendRequest>() == 2);
}

TEST_CASE("question: every kind fits every window, before and after") {
  for (const Window& window : kWindows)
    for (const model::Question& question : samples::question_pack().questions) {
      CAPTURE(question.slug);
      CAPTURE(window.width);
      AtQuestion driver(question.slug, window);
      CHECK(fault_text(driver) == "");
      for (const model::Part& part : question.parts) {
        const auto wrong = std::find_if(part.choices.begin(), part.choices.end(), [](const model::Choice& one) { return !one.right; });
        if (wrong != part.choices.end()) driver.apply(app::ChooseOptions{question.slug, part.slug, {wrong->slug}});
        if (part.kind == "number" || part.kind == "text") driver.apply(app::EditText{app::part_key(question.slug, part.slug), "no effect, 12"});
        if (part.kind != "order") continue;
        driver.apply(app::OrderSteps{question.slug, part.slug, {"read", "metric", "size", "run"}, "read"});
      }
      driver.apply(app::SubmitAnswer{question.slug});
      driver.let_engine_answer();
      CHECK(driver.find(Role::heading, "Not yet"));
      driver.apply(app::GiveUp{question.slug});
      CHECK(driver.find(Role::heading, "Worked path"));
      CHECK(fault_text(driver) == "");
    }
}

TEST_CASE("question: content fits every window") {
  for (const char* path : {"content/items/statistics/a-bootstrap-for-a-ratio.json", "content/items/statistics/which-forecast-to-ship.json",
                           "content/items/experiments/stopped-on-the-fifth-day.json", "content/items/experiments/clicks-up-purchases-down-decide.json",
                           "content/items/experiments/a-test-plan-with-holes.json", "content/items/statistics/one-question-six-estimates.json"}) {
    const model::Question question = content_question(path);
    for (const Window& window : kWindows) {
      CAPTURE(path);
      CAPTURE(window.width);
      AtQuestion driver(question, window);
      REQUIRE(app::shown_question(driver.app, question.slug) != nullptr);
      CHECK(fault_text(driver) == "");
      driver.apply(app::GiveUp{question.slug});
      CHECK(driver.find(Role::heading, "Worked path"));
      CHECK(fault_text(driver) == "");
    }
  }
}
