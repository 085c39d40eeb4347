#include "engine/routine.h"

#include <cmath>
#include <limits>
#include <map>

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Json;
using base::Result;

namespace {

Json number_json(double value) {
  LR_CHECK(!std::isnan(value), "answer_stats refuses NaN");
  if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
  return value;
}

Json numbers_json(const Numbers& numbers) {
  Json json = Json::array();
  for (double number : numbers) json.push_back(number_json(number));
  return json;
}

bool is_nan(double value) { return std::isnan(value); }
bool is_nan(const std::string&) { return false; }
template <class Value>
bool is_nan(const std::vector<Value>& values) {
  for (const Value& value : values)
    if (is_nan(value)) return true;
  return false;
}

bool holds_nan(const Values& values) {
  for (const auto& [name, value] : values)
    if (std::visit([](const auto& held) { return is_nan(held); }, value)) return true;
  return false;
}

struct ToJson {
  Json operator()(double value) const { return number_json(value); }
  Json operator()(const Numbers& values) const { return numbers_json(values); }
  Json operator()(const Matrix& rows) const {
    Json json = Json::array();
    for (const Numbers& row : rows) json.push_back(numbers_json(row));
    return json;
  }
  Json operator()(const std::string& text) const { return text; }
};

}  // namespace

double Inputs::read_number(const Json& json, const std::string& path) {
  if (json.is_number()) return json.get<double>();
  if (json.is_boolean()) return json.get<bool>() ? 1 : 0;
  if (json.is_string() && json.get<std::string>() == "Infinity") return std::numeric_limits<double>::infinity();
  if (json.is_string() && json.get<std::string>() == "-Infinity") return -std::numeric_limits<double>::infinity();
  fields_.fail(path, "A number is needed here.");
  return 0;
}

Numbers Inputs::read_numbers(const Json& json, const std::string& path) {
  Numbers numbers;
  if (!json.is_array()) {
    fields_.fail(path, "A list of numbers is needed here.");
    return numbers;
  }
  numbers.reserve(json.size());
  for (std::size_t i = 0; i < json.size() && fields_.ok(); ++i)
    numbers.push_back(read_number(json[i], path + "/" + std::to_string(i)));
  return numbers;
}

Matrix Inputs::read_rows(const Json& json, const std::string& path) {
  Matrix rows;
  if (!json.is_array()) {
    fields_.fail(path, "A list of lists of numbers is needed here.");
    return rows;
  }
  for (std::size_t i = 0; i < json.size() && fields_.ok(); ++i)
    rows.push_back(read_numbers(json[i], path + "/" + std::to_string(i)));
  return rows;
}

double Inputs::number(const char* name) {
  if (!fields_.has(name)) {
    fields_.fail(fields_.path(name), "This input is needed.");
    return 0;
  }
  return read_number(fields_.any(name), fields_.path(name));
}

double Inputs::number_or(const char* name, double fallback) { return fields_.has(name) ? number(name) : fallback; }

Numbers Inputs::numbers(const char* name) {
  if (!fields_.has(name)) {
    fields_.fail(fields_.path(name), "This input is needed.");
    return {};
  }
  return read_numbers(fields_.any(name), fields_.path(name));
}

Numbers Inputs::numbers_or_empty(const char* name) { return fields_.has(name) ? numbers(name) : Numbers{}; }

Matrix Inputs::rows(const char* name) {
  if (!fields_.has(name)) {
    fields_.fail(fields_.path(name), "This input is needed.");
    return {};
  }
  return read_rows(fields_.any(name), fields_.path(name));
}

Matrix Inputs::matrix(const char* name) {
  Matrix read = rows(name);
  for (const Numbers& row : read)
    if (row.size() != read.front().size()) fields_.fail(fields_.path(name), "All rows must be equally long.");
  return read;
}

std::vector<std::string> Inputs::class_names(const char* name) {
  std::vector<std::string> all;
  const Json& json = fields_.array(name);
  for (std::size_t i = 0; i < json.size() && fields_.ok(); ++i) {
    if (json[i].is_string()) all.push_back(json[i].get<std::string>());
    else if (json[i].is_number()) all.push_back(base::to_text(json[i].get<double>()));
    else if (json[i].is_boolean()) all.push_back(json[i].get<bool>() ? "1.0" : "0.0");  // the numbers they stand for
    else fields_.fail(fields_.path(name) + "/" + std::to_string(i), "A number or a text is needed here.");
  }
  return all;
}

std::vector<Matrix> Inputs::matrices(const char* name) {
  std::vector<Matrix> all;
  const Json& json = fields_.array(name);
  for (std::size_t i = 0; i < json.size() && fields_.ok(); ++i)
    all.push_back(read_rows(json[i], fields_.path(name) + "/" + std::to_string(i)));
  return all;
}

Matrix Inputs::observations(const char* name) {
  const Json& json = fields_.any(name);
  if (!json.is_array() || json.empty() || json[0].is_array()) return rows(name);
  Matrix one_column;
  for (const double value : numbers(name)) one_column.push_back({value});
  return one_column;
}

Numbers Inputs::labels(const char* name) {
  const Json& json = fields_.any(name);
  if (!json.is_array() || json.empty() || !json[0].is_string()) return numbers(name);
  std::map<std::string, double> known;
  Numbers numbers;
  for (const std::string& word : fields_.texts(name))
    numbers.push_back(known.emplace(word, static_cast<double>(known.size())).first->second);
  return numbers;
}

std::string Inputs::alternative() {
  if (!fields_.has("alternative")) return "two-sided";
  return fields_.one_of("alternative", {"two-sided", "less", "greater"});
}

std::vector<const Routine*> routines() {
  std::vector<const Routine*> all;
  for (const auto* family : {
           &distribution_routines(),
           &count_routines(),
           &describe_routines(),
           &mean_test_routines(),
           &rank_routines(),
           &resampling_routines(),
           &proportion_routines(),
           &table_routines(),
           &group_routines(),
           &correlation_routines(),
           &regression_routines(),
           &sample_size_routines(),
           &multiplicity_routines(),
           &experiment_routines(),
           &sequential_routines(),
           &causal_routines(),
           &classification_routines(),
           &error_measure_routines(),
           &forecast_routines(),
           &bayes_routines(),
           &probability_routines(),
           &survival_routines(),
       })
    for (const Routine& routine : *family) all.push_back(&routine);
  return all;
}

const Routine* find_routine(std::string_view name) {
  for (const Routine* routine : routines())
    if (routine->name == name) return routine;
  return nullptr;
}

Json to_json(const Values& values) {
  Json json = Json::object();
  for (const auto& [name, value] : values) json[name] = std::visit(ToJson{}, value);
  return json;
}

Result<Json> answer_stats(const Json& body) {
  base::FieldReader fields(body, "body");
  const std::string name = fields.text("routine");
  const Json& given = fields.object("inputs");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  const Routine* routine = find_routine(name);
  if (routine == nullptr)
    return Error{ErrorKind::not_found, "body/routine", "There is no routine \"" + name + "\"; `loopready routines` lists them."};
  Inputs inputs(given);
  auto values = routine->compute(inputs);
  if (values && holds_nan(values.value()))
    return Error{ErrorKind::bad_input, "inputs", "These inputs are too extreme for double precision: the result has no digits left."};
  if (!values) {
    Error error = values.error();
    if (error.where.substr(0, 6) != "inputs") error.where = "inputs/" + error.where;
    return error;
  }
  return Json{{"values", to_json(values.value())}, {"method", routine->convention}, {"source", routine->source}};
}

}  // namespace loopready::engine
