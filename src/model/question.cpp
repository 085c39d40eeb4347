#include "model/question.h"

#include "base/text.h"

namespace loopready::model {

using base::Error;
using base::ErrorKind;
using base::FieldReader;
using base::Json;
using base::read_all;
using base::Result;

namespace {

// A formula may be written as a plain number.
std::string formula(FieldReader& fields, const char* key) {
  const Json& json = fields.any(key);
  if (json.is_number()) return base::shortest(json.get<double>());
  return fields.text(key);
}

Result<std::string> shown_cell(const Json& json, const std::string& where) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_number()) return base::shortest(json.get<double>());
  return Error{ErrorKind::bad_input, where, "A text or a number is needed here."};
}

Result<std::vector<std::string>> texts_from_json(const Json& json, const std::string& where) {
  if (!json.is_array()) return Error{ErrorKind::bad_input, where, "A list is needed here."};
  return read_all<std::string>(json, where, shown_cell);
}

Result<double> number_from_json(const Json& json, const std::string& where) {
  if (!json.is_number()) return Error{ErrorKind::bad_input, where, "A number is needed here."};
  return json.get<double>();
}

Result<Exhibit> exhibit_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Exhibit exhibit;
  exhibit.title = fields.text("title");
  exhibit.columns = fields.texts("columns");
  LR_TRY(exhibit.rows,
         read_all<std::vector<std::string>>(fields.array("rows"), fields.path("rows"), texts_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  for (std::size_t i = 0; i < exhibit.rows.size(); ++i)
    if (exhibit.rows[i].size() != exhibit.columns.size())
      return Error{ErrorKind::bad_input, where + "/rows/" + std::to_string(i), "A row needs a cell for every column."};
  return exhibit;
}

Result<NamedNumber> also_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  NamedNumber number;
  number.name = fields.text("name");
  number.formula = formula(fields, "number");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return number;
}

Result<NamedNumber> trap_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  NamedNumber number;
  number.slug = fields.text("slug");
  number.formula = formula(fields, "number");
  number.why = fields.lines("why");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return number;
}

Result<Choice> choice_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Choice choice{fields.text("slug"), fields.lines("text"), fields.boolean_or("right", false), fields.lines("why")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return choice;
}

Result<Step> step_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Step step{fields.text("slug"), fields.lines("text"), fields.integer("rank"), fields.lines("why")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return step;
}

Result<RubricPoint> rubric_point_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  RubricPoint point;
  point.slug = fields.text("slug");
  point.point = fields.lines("point");
  point.needed = fields.boolean_or("needed", true);
  LR_TRY(point.cues, read_all<std::vector<std::string>>(fields.array("cues"), fields.path("cues"), texts_from_json));
  point.why = fields.lines("why");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return point;
}

Result<Exemplar> exemplar_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Exemplar exemplar{fields.text("name"), fields.lines("text"), fields.texts_or_empty("misses")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return exemplar;
}

base::Status read_number(FieldReader& fields, Part& part) {
  part.formula = formula(fields, "answer");
  part.unit = fields.text_or("unit", "");
  part.decimals = fields.integer_or("decimals", part.decimals);
  FieldReader tolerance(fields.object("tolerance"), fields.path("tolerance"));
  part.tolerance_absolute = tolerance.number_or("absolute", 0);
  part.tolerance_relative = tolerance.number_or("relative", 0);
  if (fields.ok()) {
    LR_TRY([[maybe_unused]] auto tolerance_done, tolerance.finish());
  }
  LR_TRY(part.also, read_all<NamedNumber>(fields.array_or_empty("also"), fields.path("also"), also_from_json));
  LR_TRY(part.traps, read_all<NamedNumber>(fields.array("traps"), fields.path("traps"), trap_from_json));
  return base::Done{};
}

Result<Part> part_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Part part;
  part.slug = fields.text("slug");
  part.kind = fields.one_of("kind", {"number", "choice", "order", "text"});
  part.ask = fields.lines_or("ask", "");
  if (part.kind == "number") {
    LR_TRY([[maybe_unused]] auto read, read_number(fields, part));
  } else if (part.kind == "choice") {
    part.multiple = fields.boolean_or("multiple", false);
    LR_TRY(part.choices, read_all<Choice>(fields.array("choices"), fields.path("choices"), choice_from_json));
  } else if (part.kind == "order") {
    LR_TRY(part.steps, read_all<Step>(fields.array("steps"), fields.path("steps"), step_from_json));
  } else if (part.kind == "text") {
    LR_TRY(part.rubric, read_all<RubricPoint>(fields.array("rubric"), fields.path("rubric"), rubric_point_from_json));
    LR_TRY(part.exemplars,
           read_all<Exemplar>(fields.array("exemplars"), fields.path("exemplars"), exemplar_from_json));
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return part;
}

Result<Draw> draw_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Draw draw;
  draw.name = fields.text("name");
  if (fields.has("of")) {
    LR_TRY(draw.of, read_all<double>(fields.array("of"), fields.path("of"), number_from_json));
  } else {
    draw.from = fields.number("from");
    draw.to = fields.number("to");
    draw.step = fields.number("step");
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return draw;
}

Result<Let> let_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Let let;
  let.name = fields.text("name");
  let.formula = formula(fields, "be");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return let;
}

Result<Check> check_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Check check;
  LR_TRY(check.each, read_all<Let>(fields.array_or_empty("each"), fields.path("each"), let_from_json));
  check.mean_of = formula(fields, "mean_of");
  if (fields.has("equals")) check.equals = formula(fields, "equals");
  check.allowed_bias = fields.number_or("allowed_bias", 0);
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return check;
}

Result<Recipe> recipe_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Recipe recipe;
  LR_TRY(recipe.draws, read_all<Draw>(fields.array("draws"), fields.path("draws"), draw_from_json));
  recipe.where = fields.texts_or_empty("where");
  LR_TRY(recipe.lets, read_all<Let>(fields.array_or_empty("lets"), fields.path("lets"), let_from_json));
  if (fields.has("check")) {
    LR_TRY(recipe.check, check_from_json(fields.object("check"), fields.path("check")));
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return recipe;
}

void write_number(const Part& part, Json& json) {
  json["answer"] = part.formula;
  if (!part.unit.empty()) json["unit"] = part.unit;
  json["decimals"] = part.decimals;
  json["tolerance"] = {{"absolute", part.tolerance_absolute}, {"relative", part.tolerance_relative}};
  Json also = Json::array();
  for (const NamedNumber& one : part.also) also.push_back({{"name", one.name}, {"number", one.formula}});
  json["also"] = std::move(also);
  Json traps = Json::array();
  for (const NamedNumber& one : part.traps)
    traps.push_back({{"slug", one.slug}, {"number", one.formula}, {"why", one.why}});
  json["traps"] = std::move(traps);
}

void write_text(const Part& part, Json& json) {
  Json rubric = Json::array();
  for (const RubricPoint& one : part.rubric)
    rubric.push_back(
        {{"slug", one.slug}, {"point", one.point}, {"needed", one.needed}, {"cues", one.cues}, {"why", one.why}});
  json["rubric"] = std::move(rubric);
  Json exemplars = Json::array();
  for (const Exemplar& one : part.exemplars)
    exemplars.push_back({{"name", one.name}, {"text", one.text}, {"misses", one.misses}});
  json["exemplars"] = std::move(exemplars);
}

Json to_json(const Part& part) {
  Json json = {{"slug", part.slug}, {"kind", part.kind}};
  if (!part.ask.empty()) json["ask"] = part.ask;
  if (part.kind == "number") write_number(part, json);
  if (part.kind == "choice") {
    json["multiple"] = part.multiple;
    Json choices = Json::array();
    for (const Choice& one : part.choices)
      choices.push_back({{"slug", one.slug}, {"text", one.text}, {"right", one.right}, {"why", one.why}});
    json["choices"] = std::move(choices);
  }
  if (part.kind == "order") {
    Json steps = Json::array();
    for (const Step& one : part.steps)
      steps.push_back({{"slug", one.slug}, {"text", one.text}, {"rank", one.rank}, {"why", one.why}});
    json["steps"] = std::move(steps);
  }
  if (part.kind == "text") write_text(part, json);
  return json;
}

Json lets_json(const std::vector<Let>& lets) {
  Json json = Json::array();
  for (const Let& one : lets) json.push_back({{"name", one.name}, {"be", one.formula}});
  return json;
}

Json to_json(const Recipe& recipe) {
  Json draws = Json::array();
  for (const Draw& one : recipe.draws) {
    Json draw = {{"name", one.name}};
    if (one.of.empty()) {
      draw["from"] = one.from;
      draw["to"] = one.to;
      draw["step"] = one.step;
    } else {
      draw["of"] = one.of;
    }
    draws.push_back(std::move(draw));
  }
  Json json = {{"draws", std::move(draws)}, {"where", recipe.where}, {"lets", lets_json(recipe.lets)}};
  if (recipe.check) {
    json["check"] = {{"each", lets_json(recipe.check->each)}, {"mean_of", recipe.check->mean_of}};
    if (!recipe.check->equals.empty()) json["check"]["equals"] = recipe.check->equals;
    json["check"]["allowed_bias"] = recipe.check->allowed_bias;
  }
  return json;
}

}  // namespace

bool has_recipe(const Question& question) { return !question.recipe.draws.empty(); }

bool in_one_part(const Question& question) { return question.parts.size() == 1; }

const Part* find_part(const Question& question, std::string_view slug) {
  for (const Part& part : question.parts)
    if (part.slug == slug) return &part;
  return nullptr;
}

Json to_json(const Question& question) {
  Json exhibits = Json::array();
  for (const Exhibit& one : question.exhibits)
    exhibits.push_back({{"title", one.title}, {"columns", one.columns}, {"rows", one.rows}});
  Json parts = Json::array();
  for (const Part& one : question.parts) parts.push_back(to_json(one));
  Json json = {{"slug", question.slug},
               {"rev", question.rev},
               {"kind", question.kind},
               {"title", question.title},
               {"level", question.level},
               {"difficulty", question.difficulty},
               {"round", question.round},
               {"topic", question.topic},
               {"minutes", question.minutes},
               {"prompt", question.prompt},
               {"exhibits", std::move(exhibits)},
               {"parts", std::move(parts)},
               {"hints", question.hints},
               {"explanation", question.explanation}};
  const Recipe& recipe = question.recipe;
  if (has_recipe(question) || !recipe.lets.empty() || !recipe.where.empty() || recipe.check)
    json["recipe"] = to_json(recipe);
  json["follow_up"] = question.follow_up;
  json["principles"] = question.principles;
  return json;
}

Result<Question> question_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Question question;
  question.slug = fields.text("slug");
  question.rev = fields.integer("rev");
  question.kind = fields.one_of("kind", {"number", "choice", "order", "spot", "verdict", "design", "explain"});
  question.title = fields.text("title");
  question.level = fields.one_of("level", {"L4", "L5", "L6", "L7", "L8"});
  question.difficulty = fields.one_of("difficulty", {"easy", "medium", "hard"});
  question.round = fields.text("round");
  question.topic = fields.text("topic");
  question.minutes = fields.integer("minutes");
  question.prompt = fields.lines("prompt");
  LR_TRY([[maybe_unused]] auto so_far, fields.so_far());
  LR_TRY(question.exhibits,
         read_all<Exhibit>(fields.array_or_empty("exhibits"), fields.path("exhibits"), exhibit_from_json));
  LR_TRY(question.parts, read_all<Part>(fields.array("parts"), fields.path("parts"), part_from_json));
  LR_TRY(question.hints, read_all<std::string>(fields.array("hints"), fields.path("hints"), base::lines_from_json));
  question.explanation = fields.lines("explanation");
  if (fields.has("recipe")) {
    LR_TRY(question.recipe, recipe_from_json(fields.object("recipe"), fields.path("recipe")));
  }
  question.follow_up = fields.texts_or_empty("follow_up");
  question.principles = fields.texts_or_empty("principles");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  if (question.parts.empty()) return Error{ErrorKind::bad_input, fields.path("parts"), "A question needs a part."};
  return question;
}

}  // namespace loopready::model
