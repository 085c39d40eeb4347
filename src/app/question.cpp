#include "app/question.h"

#include <algorithm>

#include "app/fingerprint.h"
#include "app/plain_text.h"
#include "app/storing.h"
#include "app/toast.h"
#include "base/text.h"

namespace loopready::app {

using base::Json;
using model::Part;
using model::PartAnswer;
using model::Question;

namespace {

Json draft_json(const App& app, const std::string& slug) {
  const auto found = app.texts.find(draft_key(slug));
  if (found == app.texts.end()) return Json::object();
  auto json = base::parse_json(found->second.text, "draft");
  return json.ok() && json.value().is_object() ? std::move(json).value() : Json::object();
}

void put_part(App& app, const std::string& slug, const std::string& part, const char* key, const std::vector<std::string>& slugs) {
  Json draft = draft_json(app, slug);
  if (!draft.contains("parts") || !draft["parts"].is_object()) draft["parts"] = Json::object();
  draft["parts"][part] = {{key, slugs}};
  put_draft(app, slug, base::to_text(draft));
}

std::vector<std::string> slugs_in(const App& app, const std::string& slug, const std::string& part, const char* key) {
  const Json draft = draft_json(app, slug);
  std::vector<std::string> slugs;
  if (!draft.contains("parts") || !draft["parts"].is_object() || !draft["parts"].contains(part)) return slugs;
  const Json& one = draft["parts"][part];
  if (!one.is_object() || !one.contains(key) || !one[key].is_array()) return slugs;
  for (const Json& value : one[key])
    if (value.is_string()) slugs.push_back(value.get<std::string>());
  return slugs;
}

// The seed the draft names; 0 when there is none yet.
std::int64_t kept_seed(const App& app, const std::string& slug) {
  const Json draft = draft_json(app, slug);
  return draft.contains("seed") && draft["seed"].is_number_integer() ? draft["seed"].get<std::int64_t>() : 0;
}

void keep_new_seed(App& app, const std::string& slug) {
  const std::string chance = app.seed + "/" + slug + "/" + std::to_string(app.now_ms) + "/" + std::to_string(++app.n_seeds);
  Json draft = draft_json(app, slug);
  draft["seed"] = static_cast<std::int64_t>(fnv1a(chance) % 2'000'000'000u) + 1;
  put_draft(app, slug, base::to_text(draft));
}

// Whether its texts or formulas need the engine before they can be shown.
bool needs_making(const Question& question) {
  if (model::has_recipe(question)) return true;
  for (const Part& part : question.parts)
    if (part.kind == "number") return true;
  return base::to_text(model::to_json(question)).find("{{") != std::string::npos;
}

void fail(App& app, Exercise& exercise, std::string sentence) {
  exercise.job = Job::none;
  exercise.failure = std::move(sentence);
  announce(app, exercise.failure, true);
}

void send(App& app, Exercise& exercise, Job job, Json body) {
  exercise.failure.clear();
  exercise.job = job;
  exercise.request_id = ++app.n_requests;
  exercise.job_since_ms = app.now_ms;
  app.effects.push_back(SendRequest{{exercise.request_id, job == Job::make ? "make" : "grade", std::move(body)}, kQuestionTimeoutMs});
}

void send_grade(App& app, const Question& question, Exercise& exercise) {
  send(app, exercise, Job::grade, model::to_json(model::QuestionGradeRequest{question, exercise.asked_answers, exercise.asked_seed}));
}

// What a screen reader says first.
std::string verdict_sentence(const model::Verdict& verdict) {
  if (verdict.right) return "Right.";
  const std::string reason = verdict.reasons.empty() ? "" : plain_text(verdict.reasons.front().text);
  return reason.empty() ? "Not yet." : "Not yet: " + reason;
}

void take_question_verdict(App& app, const Question& question, Exercise& exercise, model::Verdict verdict) {
  const std::int64_t spent_ms = exercise.opened_ms == 0 ? 0 : exercise.job_since_ms - exercise.opened_ms;
  Json body = {{"answer", model::answers_to_json(question, exercise.asked_answers)},
               {"seed", exercise.asked_seed},
               {"right", verdict.right},
               {"score_share", verdict.score_share}};
  if (!exercise.revising) {
    body["trap"] = verdict.trap;
    body["ms"] = std::max<std::int64_t>(spent_ms, 0);
  }
  add_record(app, exercise.revising ? "revised" : "attempt", question.slug, std::move(body));
  announce(app, exercise.revising ? "Counted. " + verdict_sentence(verdict) : verdict_sentence(verdict));
  exercise.verdict = std::move(verdict);
  exercise.latest = Job::grade;
}

PartAnswer answer_of(const App& app, const std::string& slug, const Part& part) {
  PartAnswer answer;
  answer.slug = part.slug;
  if (part.kind == "choice") answer.choices = chosen_options(app, slug, part.slug);
  if (part.kind == "order" && is_ordered(app, slug, part)) answer.order = shown_order(app, slug, part);
  const auto typed = app.texts.find(part_key(slug, part.slug));
  if (typed == app.texts.end()) return answer;
  if (part.kind == "number") answer.number = typed->second.text;
  if (part.kind == "text") answer.text = typed->second.text;
  return answer;
}

// The kept order, if it is one of these steps.
std::vector<std::string> kept_order(const App& app, const std::string& slug, const Part& part) {
  std::vector<std::string> kept = slugs_in(app, slug, part.slug, "order");
  std::vector<std::string> sorted = kept, wanted;
  for (const model::Step& step : part.steps) wanted.push_back(step.slug);
  std::sort(sorted.begin(), sorted.end());
  std::sort(wanted.begin(), wanted.end());
  if (sorted != wanted) kept.clear();
  return kept;
}

}  // namespace

std::string part_key(const std::string& slug, const std::string& part) { return draft_key(slug) + "/" + part; }

const Question* shown_question(const App& app, const std::string& slug) {
  const Question* question = find_question(app, slug);
  const Exercise* exercise = find_exercise(app, slug);
  if (question == nullptr || exercise == nullptr) return nullptr;
  if (exercise->made) return &*exercise->made;
  return exercise->as_written ? question : nullptr;
}

std::vector<std::string> chosen_options(const App& app, const std::string& slug, const std::string& part) {
  std::vector<std::string> chosen;
  const Question* question = find_question(app, slug);
  const Part* found = question == nullptr ? nullptr : model::find_part(*question, part);
  if (found == nullptr) return chosen;
  const std::vector<std::string> kept = slugs_in(app, slug, part, "choices");
  for (const model::Choice& choice : found->choices)
    if (std::find(kept.begin(), kept.end(), choice.slug) != kept.end()) chosen.push_back(choice.slug);
  if (!found->multiple && chosen.size() > 1) chosen.resize(1);
  return chosen;
}

std::vector<std::string> shown_order(const App& app, const std::string& slug, const Part& part) {
  std::vector<std::string> order = kept_order(app, slug, part);
  if (!order.empty()) return order;
  std::vector<const model::Step*> mixed;
  for (const model::Step& step : part.steps) mixed.push_back(&step);
  std::sort(mixed.begin(), mixed.end(), [&](const model::Step* a, const model::Step* b) {
    return fnv1a(slug + "/" + a->slug) < fnv1a(slug + "/" + b->slug);
  });
  if (std::is_sorted(mixed.begin(), mixed.end(), [](const model::Step* a, const model::Step* b) { return a->rank < b->rank; }))
    std::reverse(mixed.begin(), mixed.end());
  for (const model::Step* step : mixed) order.push_back(step->slug);
  return order;
}

bool is_ordered(const App& app, const std::string& slug, const Part& part) { return !kept_order(app, slug, part).empty(); }

std::vector<PartAnswer> answers_of(const App& app, const Question& question) {
  std::vector<PartAnswer> answers;
  for (const Part& part : question.parts)
    if (PartAnswer answer = answer_of(app, question.slug, part); model::is_given(answer)) answers.push_back(std::move(answer));
  return answers;
}

bool sees_worked_path(const App& app, const Question& question) {
  const Exercise* exercise = find_exercise(app, question.slug);
  if (exercise == nullptr) return false;
  // A verdict on a number alone keeps the way to it; every other one says what would have been right.
  return exercise->answer_shown || (exercise->verdict && (exercise->verdict->right || question.kind != "number"));
}

const model::IndexEntry* next_entry(const App& app, const std::string& slug) {
  const std::vector<model::IndexEntry>& all = app.catalogue.index.items;
  const auto here = std::find_if(all.begin(), all.end(), [&](const model::IndexEntry& one) { return one.slug == slug; });
  if (here == all.end()) return nullptr;
  const auto n = static_cast<std::size_t>(all.size());
  for (std::size_t step = 1; step < n; ++step) {
    const model::IndexEntry& one = all[(static_cast<std::size_t>(here - all.begin()) + step) % n];
    if (one.category == here->category && app.log.stage(one.slug) != learner::Stage::solved) return &one;
  }
  return nullptr;
}

void open_question(App& app, const std::string& slug) {
  const Question* question = find_question(app, slug);
  if (question == nullptr) return;
  Exercise& exercise = app.exercises[slug];
  if (exercise.as_written || exercise.job != Job::none) return;
  if (!exercise.made && !needs_making(*question)) {
    exercise.as_written = true;
    return;
  }
  if (model::has_recipe(*question) && kept_seed(app, slug) == 0) {
    // The stored draft may name one.
    if (!app.storage.restored && app.storage.failure.empty()) return;
    keep_new_seed(app, slug);
  }
  const std::int64_t seed = kept_seed(app, slug);
  if (exercise.made && exercise.seed == seed) return;
  exercise.made.reset();
  send(app, exercise, Job::make, {{"item", model::to_json(*question)}, {"seed", seed}});
}

void choose_options(App& app, const ChooseOptions& chosen) {
  if (find_question(app, chosen.slug) != nullptr) put_part(app, chosen.slug, chosen.part, "choices", chosen.choices);
}

void order_steps(App& app, const OrderSteps& ordered) {
  const Question* question = shown_question(app, ordered.slug);
  const Part* part = question == nullptr ? nullptr : model::find_part(*question, ordered.part);
  if (part == nullptr) return;
  put_part(app, ordered.slug, ordered.part, "order", ordered.order);
  for (const model::Step& step : part->steps) {
    const auto at = std::find(ordered.order.begin(), ordered.order.end(), step.slug);
    if (step.slug == ordered.moved && at != ordered.order.end())
      announce(app, std::to_string(at - ordered.order.begin() + 1) + " of " + std::to_string(ordered.order.size()) + ": " + plain_text(step.text));
  }
}

void tick_point(App& app, const TickPoint& tick) {
  const Question* question = find_question(app, tick.slug);
  if (question == nullptr) return;
  Exercise& exercise = app.exercises[tick.slug];
  if (exercise.job != Job::none || !exercise.verdict) return;
  for (PartAnswer& answer : exercise.asked_answers) {
    if (answer.slug != tick.part) continue;
    auto& ticks = answer.own_ticks;
    ticks.erase(std::remove(ticks.begin(), ticks.end(), tick.point), ticks.end());
    if (tick.on) ticks.push_back(tick.point);
    exercise.revising = true;
    send_grade(app, *question, exercise);
    return;
  }
}

void clear_answers(App& app, const std::string& slug) {
  const Question* question = find_question(app, slug);
  if (question == nullptr) return;
  Json draft = draft_json(app, slug);
  draft.erase("parts");
  put_draft(app, slug, base::to_text(draft));
  for (const Part& part : question->parts) {
    const auto typed = app.texts.find(part_key(slug, part.slug));
    if (typed == app.texts.end() || typed->second.text.empty()) continue;
    typed->second = {"", typed->second.revision + 1};
    keep_value(app, typed->first, "");
  }
}

void new_numbers(App& app, const std::string& slug) {
  const Question* question = find_question(app, slug);
  if (question == nullptr || !model::has_recipe(*question)) return;
  Exercise& exercise = app.exercises[slug];
  if (exercise.job != Job::none) return;
  clear_answers(app, slug);
  keep_new_seed(app, slug);
  exercise.verdict.reset();
  exercise.answer_shown = false;
  exercise.opened_ms = app.now_ms;
  open_question(app, slug);
}

void submit_question(App& app, const std::string& slug) {
  const Question* question = find_question(app, slug);
  if (question == nullptr || shown_question(app, slug) == nullptr) return;
  Exercise& exercise = app.exercises[slug];
  if (exercise.job != Job::none) return;
  std::vector<PartAnswer> answers = answers_of(app, *question);
  if (answers.empty()) {
    show_toast(app, question->kind == "order" ? "Put the steps in order first, then submit." : "Answer first, then submit.");
    return;
  }
  exercise.asked_answers = std::move(answers);
  exercise.asked_seed = exercise.seed;
  exercise.revising = false;
  send_grade(app, *question, exercise);
}

void take_question_answer(App& app, const std::string& slug, const Json& body) {
  const Question& question = *find_question(app, slug);
  Exercise& exercise = app.exercises[slug];
  const std::string unreadable = "The engine's answer could not be read. Reload the page; what you wrote is kept. ";
  if (exercise.job == Job::make) {
    base::FieldReader fields(body, "answer");
    auto made = model::question_from_json(fields.object("item"), fields.path("item"));
    const std::int64_t seed = fields.integer("seed");
    if (!made.ok()) return fail(app, exercise, unreadable + "(" + base::describe(made.error()) + ")");
    exercise.job = Job::none;
    exercise.made = std::move(made).value();
    exercise.seed = seed;
    open_question(app, slug);  // another seed may have been restored meanwhile
    return;
  }
  auto verdict = model::verdict_from_json(body, "answer");
  if (!verdict.ok()) return fail(app, exercise, unreadable + "(" + base::describe(verdict.error()) + ")");
  exercise.job = Job::none;
  take_question_verdict(app, question, exercise, std::move(verdict).value());
}

}  // namespace loopready::app
