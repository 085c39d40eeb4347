#include "engine/engine.h"

#include "engine/counterexample.h"
#include "engine/flight.h"
#include "engine/grade_question.h"
#include "engine/grade_sql.h"
#include "engine/read_database.h"
#include "engine/recipe.h"
#include "engine/routine.h"
#include "engine/run_sql.h"
#include "engine/scale.h"
#include "engine/simulate.h"
#include "model/answer.h"
#include "model/message.h"
#include "model/run.h"
#include "model/verdict.h"

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Json;
using base::Result;

namespace {

// What a job says before its end.
using Progress = std::function<void(const Json& body)>;

Result<Json> answer_run(const Json& body, const Progress&) {
  LR_TRY(auto request, model::run_request_from_json(body, "body"));
  LR_TRY(auto result, run_sql(request));
  return model::to_json(result);
}

// Any item but SQL.
bool is_question(const Json& body) {
  if (!body.is_object() || !body.contains("item") || !body["item"].is_object()) return false;
  const Json& item = body["item"];
  return item.contains("kind") && item["kind"].is_string() && item["kind"] != "sql";
}

Result<Json> answer_grade(const Json& body, const Progress&) {
  if (body.contains("item") && body["item"].is_string())
    return Error{ErrorKind::not_found, "body/item", "The engine knows no content: send the whole item with its world."};
  if (is_question(body)) {
    LR_TRY(auto asked, model::question_grade_request_from_json(body, "body"));
    LR_TRY(auto judged, grade_question(asked));
    return model::to_json(judged);
  }
  LR_TRY(auto request, model::grade_request_from_json(body, "body"));
  LR_TRY(auto verdict, grade_sql(request));
  return model::to_json(verdict);
}

struct Kind {
  const char* name;
  Result<Json> (*answer)(const Json& body, const Progress& progress);
};

constexpr Kind kKinds[] = {{"run", answer_run}, {"grade", answer_grade}, {"counterexample", [](const Json& body, const Progress&) { return answer_counterexample(body); }},
                          {"scale", answer_scale}, {"make", [](const Json& body, const Progress&) { return answer_make(body); }},
                          {"read_database", [](const Json& body, const Progress&) { return answer_read_database(body); }}, {"stats", [](const Json& body, const Progress&) { return answer_stats(body); }},
                          {"simulate", answer_simulate}, {"flight", [](const Json& body, const Progress&) { return answer_flight(body); }}};

Result<Json> body_of(const model::Request& request, const Progress& progress) {
  for (const Kind& kind : kKinds)
    if (request.kind == kind.name) return kind.answer(request.body, progress);
  return Error{ErrorKind::unsupported, "kind", "The kind \"" + request.kind + "\" is not known."};
}

}  // namespace

void answer(std::string_view request_json, const Emit& emit) {
  model::Response response;
  const auto fail = [&](Error error) { response.body = std::move(error); };
  if (auto json = base::parse_json(request_json, "request"); !json) {
    fail(json.error());
  } else {
    if (json.value().is_object() && json.value().contains("id")) response.id = json.value()["id"];
    if (auto request = model::request_from_json(json.value(), "request"); !request) fail(request.error());
    else if (auto body = body_of(request.value(), [&](const Json& so_far) {
               emit(base::to_text(model::to_json(model::Response{response.id, false, so_far})));
             });
             !body) fail(body.error());
    else response.body = std::move(body).value();
  }
  emit(base::to_text(model::to_json(response)));
}

}  // namespace loopready::engine
