#include "app/exercise.h"

#include "app/navigation.h"
#include "app/note.h"
#include "app/plain_text.h"
#include "app/question.h"
#include "app/storing.h"
#include "app/toast.h"
#include "base/text.h"

namespace loopready::app {

using base::Json;
using base::Result;

namespace {

constexpr std::int64_t kMaxRows = 200;

void fail_job(App& app, Exercise& exercise, std::string sentence) {
  exercise.job = Job::none;
  exercise.failure = std::move(sentence);
  announce(app, exercise.failure, true);
}

Result<const model::World*> world_of(const App& app, const model::Item& item) {
  const auto found = app.catalogue.worlds.find(item.world);
  if (found == app.catalogue.worlds.end())
    return base::Error{base::ErrorKind::not_found, item.slug, "Its world \"" + item.world + "\" is not in the pack."};
  return &found->second;
}

Result<Json> run_body(const App& app, const model::Item& item, const std::string& sql) {
  LR_TRY(const model::World* world, world_of(app, item));
  const model::Dataset* shown = model::shown_dataset(item);
  if (shown == nullptr) return base::Error{base::ErrorKind::not_found, item.slug, "It has no data to show."};
  model::RunRequest request;
  request.sql = sql;
  LR_TRY(request.tables, model::filled_tables(*world, item, *shown));
  request.today = item.today;
  request.max_rows = kMaxRows;
  return model::to_json(request);
}

Result<Json> grade_body(const App& app, const model::Item& item, const std::string& sql) {
  LR_TRY(const model::World* world, world_of(app, item));
  const std::set<std::string>& asked = app.log.status(item.slug).asked;
  return model::to_json(model::GradeRequest{item, *world, sql, 0, {asked.begin(), asked.end()}});
}

Result<Json> scale_body(const App& app, const model::Item& item, const std::string& sql) {
  LR_TRY(const model::World* world, world_of(app, item));
  return Json{{"item", model::to_json(item)},
              {"world", model::to_json(*world)},
              {"answer", {{"sql", sql}}},
              {"sizes", {1'000, 3'000, 10'000, 30'000, 100'000}}};
}

// What a hint comes from, SQL or not; null when the exercise has not come yet.
const std::vector<std::string>* hints_of(const App& app, const std::string& slug) {
  if (const model::PackedItem* packed = find_item(app, slug)) return &packed->item.hints;
  const model::Question* question = find_question(app, slug);
  const model::Question* shown = shown_question(app, slug);
  return question == nullptr || shown == nullptr ? nullptr : &shown->hints;
}

bool has_come(const App& app, const std::string& slug) { return find_item(app, slug) != nullptr || find_question(app, slug) != nullptr; }

const char* job_kind(Job job) { return job == Job::run ? "run" : job == Job::grade ? "grade" : "scale"; }
int timeout_of(Job job) { return job == Job::run ? kRunTimeoutMs : job == Job::grade ? kGradeTimeoutMs : kScaleTimeoutMs; }

void begin_job(App& app, const std::string& slug, Job job) {
  const model::PackedItem* packed = find_item(app, slug);
  if (packed == nullptr) return;
  Exercise& exercise = app.exercises[slug];
  if (exercise.job != Job::none) return;
  if (job == Job::run && exercise.whiteboard) return;
  const std::string sql = draft_of(app, slug);
  if (base::trim(sql).empty()) {
    show_toast(app, job == Job::grade ? "Write a query first, then submit it." : "Write a query first, then run it.");
    return;
  }
  exercise.failure.clear();
  auto body = job == Job::run     ? run_body(app, packed->item, sql)
              : job == Job::grade ? grade_body(app, packed->item, sql)
                                  : scale_body(app, packed->item, sql);
  if (!body.ok()) {
    fail_job(app, exercise, "This exercise is damaged: " + base::describe(body.error()) + " Reload the page to fetch it anew.");
    return;
  }
  exercise.job = job;
  exercise.request_id = ++app.n_requests;
  exercise.job_since_ms = app.now_ms;
  exercise.asked_sql = sql;
  if (job == Job::scale) {
    exercise.scale.clear();
    exercise.growth.clear();
  }
  app.effects.push_back(SendRequest{{exercise.request_id, job_kind(job), std::move(body).value()}, timeout_of(job)});
}

// The slug of the exercise whose job has this id; empty for stale answers.
std::string asked_by(const App& app, const Json& id) {
  for (const auto& [slug, exercise] : app.exercises)
    if (exercise.job != Job::none && id == exercise.request_id) return slug;
  return {};
}

void take_run(App& app, Exercise& exercise, model::RunResult result) {
  announce(app, run_sentence(result));
  exercise.run = std::move(result);
  exercise.latest = Job::run;
}

void take_verdict(App& app, const std::string& slug, Exercise& exercise, model::Verdict verdict) {
  // The clock says more of the machine than of the answer: such a verdict is shown, but is no attempt.
  if (verdict.stopped == model::Stopped::time) {
    exercise.failure = "Grading ran out of time, so this does not count as an attempt. If your query is quick on the sample, submit again.";
    announce(app, exercise.failure);
    exercise.verdict = std::move(verdict);
    exercise.latest = Job::grade;
    return;
  }
  const std::int64_t spent_ms = exercise.opened_ms == 0 ? 0 : exercise.job_since_ms - exercise.opened_ms;
  Json body = {{"sql", exercise.asked_sql},
               {"right", verdict.right},
               {"score_share", verdict.score_share},
               {"trap", verdict.trap},
               {"ms", spent_ms < 0 ? 0 : spent_ms}};
  if (exercise.whiteboard) body["whiteboard"] = true;
  add_record(app, "attempt", slug, std::move(body));
  exercise.whiteboard = false;  // what was hidden may be seen now
  const std::string reason = verdict.reasons.empty() ? "" : plain_text(verdict.reasons.front().text);
  announce(app, verdict.right ? "Right." : reason.empty() ? "Not yet." : "Not yet: " + reason);
  exercise.verdict = std::move(verdict);
  exercise.latest = Job::grade;
}

void take_scale(App& app, Exercise& exercise, const model::ScaleResult& result) {
  exercise.scale = result.points;
  exercise.growth = result.growth;
  exercise.answer_growth = result.answer_growth;
  exercise.latest = Job::scale;
  announce(app, "Measured: your query's cost grows " + result.growth + ".");
}

// The job is over, whatever the body holds.
void take_body(App& app, const std::string& slug, const Json& body) {
  if (find_question(app, slug) != nullptr) return take_question_answer(app, slug, body);
  Exercise& exercise = app.exercises[slug];
  const std::string unreadable = "The engine's answer could not be read. Reload the page; your query is kept. ";
  if (exercise.job == Job::run) {
    auto result = model::run_result_from_json(body, "answer");
    if (!result.ok()) return fail_job(app, exercise, unreadable + "(" + base::describe(result.error()) + ")");
    exercise.job = Job::none;
    take_run(app, exercise, std::move(result).value());
  } else if (exercise.job == Job::scale) {
    auto result = model::scale_result_from_json(body, "answer");
    if (!result.ok()) return fail_job(app, exercise, unreadable + "(" + base::describe(result.error()) + ")");
    exercise.job = Job::none;
    take_scale(app, exercise, result.value());
  } else {
    auto verdict = model::verdict_from_json(body, "answer");
    if (!verdict.ok()) return fail_job(app, exercise, unreadable + "(" + base::describe(verdict.error()) + ")");
    exercise.job = Job::none;
    take_verdict(app, slug, exercise, std::move(verdict).value());
  }
}

bool may_see_answer(const App& app, const std::string& slug) {
  const learner::ItemStatus& status = app.log.status(slug);
  return status.solved || status.gave_up;
}

}  // namespace

void edit_text(App& app, const EditText& edit) {
  if (edit.key == "search/practice") {
    app.texts[edit.key].text = edit.text;
    Filter filter = app.route.filter;
    filter.search = edit.text;
    change_filter(app, filter);
    return;
  }
  if (edit.key == "search/guide") {  // of this sitting only
    app.texts[edit.key].text = edit.text;
    return;
  }
  const bool draft = edit.key.size() > draft_key("").size() && edit.key.substr(0, draft_key("").size()) == draft_key("");
  if (!draft && !is_note(edit.key)) return;
  app.texts[edit.key].text = edit.text;
  keep_value(app, edit.key, edit.text);
}

void run_query(App& app, const std::string& slug) { begin_job(app, slug, Job::run); }
void submit_answer(App& app, const std::string& slug) {
  if (find_question(app, slug) != nullptr) submit_question(app, slug);
  else begin_job(app, slug, Job::grade);
}

void cancel_job(App& app, const std::string& slug) {
  const auto found = app.exercises.find(slug);
  if (found == app.exercises.end() || found->second.job == Job::none) return;
  found->second.job = Job::none;
  app.effects.push_back(CancelRequest{found->second.request_id});
  announce(app, "Cancelled.");
}

void take_answer(App& app, const model::Response& response) {
  const std::string slug = asked_by(app, response.id);
  if (slug.empty()) return;
  if (!response.last) {  // one size is measured, more follow
    const Json* body = std::get_if<Json>(&response.body);
    Exercise& exercise = app.exercises[slug];
    if (body == nullptr || exercise.job != Job::scale) return;
    if (auto point = model::scale_point_from_json(*body, "answer"); point.ok()) exercise.scale.push_back(point.value());
    return;
  }
  if (const auto* error = std::get_if<base::Error>(&response.body))
    // A query that can't be measured has no rows to say so in.
    fail_job(app, app.exercises[slug], error->where == "body/answer/sql" ? "Your query doesn't run. " + error->text + " Run it to see where, then measure again."
                                                                         : "The engine could not answer. " + base::describe(*error) + " What you wrote is kept.");
  else
    take_body(app, slug, *std::get_if<Json>(&response.body));
}

void lose_engine(App& app, const EngineLost& lost) {
  const std::string slug = asked_by(app, lost.id);
  if (slug.empty()) return;
  Exercise& exercise = app.exercises[slug];
  if (find_question(app, slug) != nullptr) {
    fail_job(app, exercise, "The engine stopped before it was done and has been started again. Your answer is kept: try once more.");
    return;
  }
  if (lost.why == "time") {
    const Job job = exercise.job;
    fail_job(app, exercise,
             std::string("Stopped: ") +
                 (job == Job::run ? "your query" : job == Job::grade ? "checking your answer" : "measuring") + " ran longer than " +
                 std::to_string(timeout_of(job) / 1'000) +
                 " s. Look for a join without a condition or a recursion without an end. Your query is kept, and the rest "
                 "of the app is fine.");
  } else {
    fail_job(app, exercise,
             "The engine stopped unexpectedly, perhaps for want of memory, and has been started again. Your query is kept: "
             "try once more.");
  }
}

void measure_scale(App& app, const std::string& slug) { begin_job(app, slug, Job::scale); }

void ask_question(App& app, const std::string& slug, const std::string& ask) {
  const model::PackedItem* packed = find_item(app, slug);
  if (packed == nullptr || app.log.status(slug).asked.count(ask) > 0) return;
  for (const std::vector<model::Fact>* list : {&packed->item.facts, &packed->item.decoys})
    for (const model::Fact& fact : *list)
      if (fact.ask == ask) {
        add_record(app, "asked", slug, {{"ask", ask}});
        announce(app, plain_text(fact.tell));
        return;
      }
}

void set_whiteboard(App& app, const std::string& slug, bool on) {
  if (find_item(app, slug) == nullptr) return;
  Exercise& exercise = app.exercises[slug];
  if (exercise.job == Job::none && !exercise.verdict && !exercise.run) exercise.whiteboard = on;
}

void show_hint(App& app, const std::string& slug) {
  const std::vector<std::string>* hints = hints_of(app, slug);
  if (hints == nullptr) return;
  const std::size_t n = static_cast<std::size_t>(app.log.status(slug).n_hints) + 1;
  if (n > hints->size()) return;
  add_record(app, "hint", slug, {{"n", n}});
  announce(app, "Hint " + std::to_string(n) + " of " + std::to_string(hints->size()) + ": " + plain_text((*hints)[n - 1]));
}

void give_up(App& app, const std::string& slug) {
  if (!has_come(app, slug)) return;
  if (!may_see_answer(app, slug)) add_record(app, "gave_up", slug);
  show_answer(app, slug);
}

void show_answer(App& app, const std::string& slug) {
  if (has_come(app, slug) && may_see_answer(app, slug)) app.exercises[slug].answer_shown = true;
}

void reset_draft(App& app, const std::string& slug) {
  if (const model::PackedItem* packed = find_item(app, slug)) put_draft(app, slug, packed->item.start);
  else clear_answers(app, slug);
}

void load_sql(App& app, const std::string& slug, const std::string& sql) {
  if (find_item(app, slug) != nullptr) put_draft(app, slug, sql);
}

}  // namespace loopready::app
