#include "model/answer.h"

#include "base/text.h"

namespace loopready::model {

using base::Error;
using base::ErrorKind;
using base::FieldReader;
using base::Json;
using base::Result;

namespace {

Json to_json(const Part& part, const PartAnswer& answer) {
  if (part.kind == "number") return {{"number", answer.number}};
  if (part.kind == "choice") return {{"choices", answer.choices}};
  if (part.kind == "order") return {{"order", answer.order}};
  Json json = {{"text", answer.text}};
  if (!answer.own_ticks.empty()) json["own_ticks"] = answer.own_ticks;
  return json;
}

Result<PartAnswer> answer_from_json(const Part& part, const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  PartAnswer answer;
  answer.slug = part.slug;
  if (part.kind == "number") {
    const Json& number = fields.any("number");
    answer.number = number.is_number() ? base::shortest(number.get<double>()) : fields.text("number");
  } else if (part.kind == "choice") {
    answer.choices = fields.texts("choices");
  } else if (part.kind == "order") {
    answer.order = fields.texts("order");
  } else {
    answer.text = fields.text("text");
    answer.own_ticks = fields.texts_or_empty("own_ticks");
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return answer;
}

}  // namespace

const PartAnswer* find_answer(const std::vector<PartAnswer>& answers, std::string_view slug) {
  for (const PartAnswer& answer : answers)
    if (answer.slug == slug) return &answer;
  return nullptr;
}

bool is_given(const PartAnswer& answer) {
  return !base::trim(answer.number).empty() || !answer.choices.empty() || !answer.order.empty() ||
         !base::trim(answer.text).empty() || !answer.own_ticks.empty();
}

Json answers_to_json(const Question& question, const std::vector<PartAnswer>& answers) {
  if (in_one_part(question) && answers.size() == 1) return to_json(question.parts[0], answers[0]);
  Json parts = Json::object();
  for (const Part& part : question.parts)
    if (const PartAnswer* answer = find_answer(answers, part.slug)) parts[part.slug] = to_json(part, *answer);
  return {{"parts", std::move(parts)}};
}

Result<std::vector<PartAnswer>> answers_from_json(const Question& question, const Json& json, const std::string& where) {
  std::vector<PartAnswer> answers;
  if (in_one_part(question) && json.is_object() && !json.contains("parts")) {
    LR_TRY(auto answer, answer_from_json(question.parts[0], json, where));
    answers.push_back(std::move(answer));
    return answers;
  }
  FieldReader fields(json, where);
  for (const auto& [slug, one] : fields.object("parts").items()) {
    const std::string path = fields.path("parts") + "/" + slug;
    const Part* part = find_part(question, slug);
    if (part == nullptr) return Error{ErrorKind::bad_input, path, "The question has no part \"" + slug + "\"."};
    LR_TRY(auto answer, answer_from_json(*part, one, path));
    answers.push_back(std::move(answer));
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return answers;
}

Json to_json(const QuestionGradeRequest& request) {
  return {{"item", to_json(request.question)},
          {"answer", answers_to_json(request.question, request.answers)},
          {"seed", request.seed}};
}

Result<QuestionGradeRequest> question_grade_request_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  QuestionGradeRequest request;
  LR_TRY(request.question, question_from_json(fields.object("item"), fields.path("item")));
  LR_TRY(request.answers, answers_from_json(request.question, fields.object("answer"), fields.path("answer")));
  request.seed = fields.integer_or("seed", 0);
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return request;
}

}  // namespace loopready::model
