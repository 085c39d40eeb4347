#include "engine/grade_question.h"

#include <algorithm>

#include "base/text.h"
#include "engine/cues.h"
#include "engine/grade_number.h"

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::Part;
using model::PartAnswer;
using model::PartVerdict;

namespace {

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

void say(PartVerdict& verdict, const char* kind, std::string text) { verdict.reasons.push_back({kind, std::move(text)}); }

template <class T>
base::Status check_slugs(const std::vector<std::string>& given, const std::vector<T>& known, const Part& part) {
  for (const std::string& slug : given)
    if (std::none_of(known.begin(), known.end(), [&](const T& one) { return one.slug == slug; }))
      return Error{ErrorKind::bad_input, "answer/parts/" + part.slug, "There is no \"" + slug + "\" to choose from."};
  return base::Done{};
}

std::string one_line(const std::vector<std::string>& texts, const char* between) { return base::join(texts, between); }

void grade_choice(const model::Question& question, const Part& part, const std::vector<std::string>& chosen, bool given,
                  PartVerdict& verdict) {
  int n_right = 0, n_hit = 0, n_wrong = 0;
  std::vector<std::string> expected;
  for (const model::Choice& choice : part.choices) {
    const bool taken = has(chosen, choice.slug);
    verdict.choices.push_back({choice.slug, choice.right, taken, choice.why});
    n_right += choice.right;
    n_hit += choice.right && taken;
    n_wrong += !choice.right && taken;
    if (choice.right) expected.push_back(choice.text);
  }
  verdict.expected = one_line(expected, "; ");
  if (!given) return;
  verdict.right = n_hit == n_right && n_wrong == 0;
  verdict.score_share = verdict.right ? 1 : !part.multiple ? 0 : std::max(0.0, static_cast<double>(n_hit - n_wrong) / std::max(n_right, 1));
  const bool lines = question.kind == "spot";
  for (const model::Choice& choice : part.choices) {
    const bool taken = has(chosen, choice.slug);
    if (taken && !choice.right)
      say(verdict, "wrong_choice", (lines ? "This line is sound: \"" : "You chose \"") + choice.text + "\". " + choice.why);
  }
  for (const model::Choice& choice : part.choices)
    if (!has(chosen, choice.slug) && choice.right && (part.multiple || n_wrong == 0))
      say(verdict, "missed_choice", (lines ? "You passed over a flaw: \"" : "You left out \"") + choice.text + "\". " + choice.why);
  if (verdict.right)
    for (const model::Choice& choice : part.choices)
      if (choice.right) say(verdict, "right", "\"" + choice.text + "\" is right. " + choice.why);
}

// The steps that can stay where they are: a longest run without falling ranks.
std::vector<bool> staying(const std::vector<const model::Step*>& order) {
  const std::size_t n = order.size();
  std::vector<std::size_t> length(n, 1), before(n, n);
  std::size_t best = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j)
      if (order[j]->rank <= order[i]->rank && length[j] + 1 > length[i]) {
        length[i] = length[j] + 1;
        before[i] = j;
      }
    if (length[i] > length[best]) best = i;
  }
  std::vector<bool> stays(n, false);
  for (std::size_t at = n == 0 ? n : best; at < n; at = before[at]) stays[at] = true;
  return stays;
}

base::Status grade_order(const Part& part, const std::vector<std::string>& given, PartVerdict& verdict) {
  std::vector<std::string> expected;
  std::vector<const model::Step*> order;
  for (const model::Step& step : part.steps) expected.push_back(step.text);
  verdict.expected = one_line(expected, " \xE2\x86\x92 ");
  for (const std::string& slug : given)
    for (const model::Step& step : part.steps)
      if (step.slug == slug && std::find(order.begin(), order.end(), &step) == order.end()) order.push_back(&step);
  const bool complete = order.size() == part.steps.size();
  if (!given.empty() && (!complete || given.size() != order.size()))
    return Error{ErrorKind::bad_input, "answer/parts/" + part.slug, "Each step must stand in the order exactly once."};
  const std::vector<bool> stays = staying(order);
  for (const model::Step& step : part.steps) {
    const auto at = static_cast<std::size_t>(std::find(order.begin(), order.end(), &step) - order.begin());
    verdict.steps.push_back({step.slug, at < stays.size() && stays[at], step.why});
  }
  if (given.empty()) return base::Done{};
  int n_pairs = 0, n_right = 0;
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      n_pairs += order[i]->rank != order[j]->rank;
      n_right += order[i]->rank < order[j]->rank;
    }
  verdict.right = n_right == n_pairs;
  verdict.score_share = n_pairs == 0 ? 1 : static_cast<double>(n_right) / n_pairs;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (stays[i]) continue;
    // Against the nearest step that stays and that it has passed.
    const model::Step* after = nullptr;
    const model::Step* before = nullptr;
    for (std::size_t j = 0; j < order.size(); ++j) {
      if (j < i && order[j]->rank > order[i]->rank && stays[j] && before == nullptr) before = order[j];
      if (j > i && order[j]->rank < order[i]->rank && stays[j]) after = order[j];
    }
    const model::Step* other = before != nullptr ? before : after;
    if (other == nullptr) continue;
    say(verdict, "wrong_order",
        "\"" + order[i]->text + "\" comes " + (before != nullptr ? "before" : "after") + " \"" + other->text + "\". " + order[i]->why);
  }
  if (verdict.right) say(verdict, "right", "Every step stands where it should.");
  return base::Done{};
}

void grade_text(const Part& part, const PartAnswer& answer, bool given, PartVerdict& verdict) {
  int n_needed = 0, n_met = 0;
  std::vector<std::string> expected;
  for (const model::RubricPoint& point : part.rubric) {
    model::PointVerdict one;
    one.slug = point.slug;
    one.point = point.point;
    one.needed = point.needed;
    one.found = words_making(point, answer.text);
    one.by_own_tick = one.found.empty() && has(answer.own_ticks, point.slug);
    one.met = !one.found.empty() || one.by_own_tick;
    one.why = point.why;
    n_needed += point.needed;
    n_met += point.needed && one.met;
    if (point.needed) expected.push_back("- " + point.point);
    verdict.points.push_back(std::move(one));
  }
  verdict.expected = one_line(expected, "\n");
  if (!given) return;
  verdict.right = n_met == n_needed;
  verdict.score_share = n_needed == 0 ? 1 : static_cast<double>(n_met) / n_needed;
  for (const model::PointVerdict& one : verdict.points)
    if (one.needed && !one.met) say(verdict, "missing_point", "Not found: " + one.point + " " + one.why);
  if (verdict.right) say(verdict, "right", "Your text makes all " + base::count_of(n_needed, "point") + " a strong answer needs.");
  for (const model::PointVerdict& one : verdict.points) {
    if (!one.needed && !one.met) say(verdict, "missing_point", "Would make it stronger: " + one.point + " " + one.why);
    if (one.by_own_tick)
      say(verdict, "own_tick", "Counted because you say you made it; no words for it were found: " + one.point);
  }
}

}  // namespace

Result<PartVerdict> grade_part(const model::Question& filled, const Part& part, const PartNumbers* numbers, const PartAnswer* answer) {
  PartVerdict verdict;
  verdict.slug = part.slug;
  const PartAnswer none;
  const PartAnswer& given = answer == nullptr ? none : *answer;
  bool is_given = model::is_given(given);
  if (part.kind == "number") {
    LR_CHECK(numbers != nullptr, "a number part has numbers");
    is_given = !base::trim(given.number).empty();
    grade_number(part, *numbers, given, verdict);
    if (!is_given) verdict.reasons.clear();
  } else if (part.kind == "choice") {
    LR_TRY([[maybe_unused]] auto known, check_slugs(given.choices, part.choices, part));
    if (!part.multiple && given.choices.size() > 1)
      return Error{ErrorKind::bad_input, "answer/parts/" + part.slug, "Only one can be chosen here."};
    // To mark nothing among several is an answer too, though a wrong one.
    is_given = !given.choices.empty() || (part.multiple && answer != nullptr);
    grade_choice(filled, part, given.choices, is_given, verdict);
  } else if (part.kind == "order") {
    LR_TRY([[maybe_unused]] auto known, check_slugs(given.order, part.steps, part));
    is_given = !given.order.empty();
    LR_TRY([[maybe_unused]] auto graded, grade_order(part, given.order, verdict));
  } else {
    LR_TRY([[maybe_unused]] auto known, check_slugs(given.own_ticks, part.rubric, part));
    grade_text(part, given, is_given, verdict);
  }
  if (!is_given) say(verdict, "unanswered", "You have not answered this part: even a rough try shows where your reasoning stands.");
  LR_CHECK(!verdict.reasons.empty(), "a verdict has a reason");
  return verdict;
}

Result<model::Verdict> grade_question(const model::QuestionGradeRequest& request) {
  const auto here = [](Error error) {
    error.where = "body/item" + error.where;
    return error;
  };
  const auto compiled = CompiledQuestion::compile(request.question);
  if (!compiled) return here(compiled.error());
  const auto numbers = compiled.value().numbers(request.seed);
  if (!numbers) return here(numbers.error());
  const auto filled = filled_question(request.question, compiled.value().names(), numbers.value());
  if (!filled) return here(filled.error());
  model::Verdict verdict;
  verdict.right = true;
  int n_right = 0;
  for (const Part& part : filled.value().parts) {
    LR_TRY(auto one, grade_part(filled.value(), part, find_numbers(numbers.value(), part.slug),
                                model::find_answer(request.answers, part.slug)));
    verdict.right = verdict.right && one.right;
    n_right += one.right;
    verdict.score_share += one.score_share / static_cast<double>(filled.value().parts.size());
    if (verdict.trap.empty()) {
      verdict.trap = one.trap;
      verdict.trap_why = one.trap_why;
    }
    verdict.parts.push_back(std::move(one));
  }
  if (verdict.right) verdict.score_share = 1;
  if (model::in_one_part(request.question)) {
    verdict.reasons = verdict.parts[0].reasons;
    return verdict;
  }
  const auto n = static_cast<std::int64_t>(verdict.parts.size());
  verdict.reasons.push_back({verdict.right ? "right" : "parts", verdict.right ? "All " + base::count_of(n, "part") + " are right."
                                                                               : std::to_string(n_right) + " of " + base::count_of(n, "part") + (n_right == 1 ? " is right." : " are right.")});
  for (const PartVerdict& part : verdict.parts)
    if (!part.right) verdict.reasons.push_back(part.reasons.front());
  return verdict;
}

}  // namespace loopready::engine
