// A question at work: answers part by part, numbers from a seed, submitting, the learner's own ticks.
// Here: drafts of answers, the jobs "make" and "grade" of questions and what they change.  Not here: hints and giving up
// (exercise.h, the same for every kind), grading (engine), drawing (ui).
// Terms: the draft "draft/<slug>" is JSON {"seed": n, "parts": {part: {"choices": [..]} or {"order": [..]}}}; what is typed
// stands under "draft/<slug>/<part>". A revision grades the latest attempt anew with points the learner says they made; the
// attempt itself stays as it was.
// Errors: sentences in Exercise::failure; answers are kept. A draft that can't be read counts as none.
#pragma once

#include <string>
#include <vector>

#include "app/app.h"

namespace loopready::app {

constexpr int kQuestionTimeoutMs = 10'000;

std::string part_key(const std::string& slug, const std::string& part);  // "draft/<slug>/<part>"
// With its numbers; null while they are being made.
const model::Question* shown_question(const App& app, const std::string& slug);
std::vector<std::string> chosen_options(const App& app, const std::string& slug, const std::string& part);
// The steps as they stand now: as moved, at first mixed so that they never stand rightly.
std::vector<std::string> shown_order(const App& app, const std::string& slug, const model::Part& part);
bool is_ordered(const App& app, const std::string& slug, const model::Part& part);  // the learner moved a step
// Of all parts that were answered.
std::vector<model::PartAnswer> answers_of(const App& app, const model::Question& question);
// Whether the worked path may be seen: solved, given up, or shown by the verdict anyway.
bool sees_worked_path(const App& app, const model::Question& question);
// The next one in the category, in order, that is not solved; null when there is none.
const model::IndexEntry* next_entry(const App& app, const std::string& slug);

void open_question(App& app, const std::string& slug);  // asks for its numbers where it has some; harmless when repeated
void choose_options(App& app, const ChooseOptions& chosen);
void order_steps(App& app, const OrderSteps& ordered);
void tick_point(App& app, const TickPoint& tick);
void new_numbers(App& app, const std::string& slug);
void clear_answers(App& app, const std::string& slug);
void submit_question(App& app, const std::string& slug);
void take_question_answer(App& app, const std::string& slug, const base::Json& body);

}  // namespace loopready::app
