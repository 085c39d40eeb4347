// Statistics by name: the table behind the message kind "stats" and `loopready routines`.
// Here: Inputs, Values, Routine, the list of all.  Not here: the mathematics (stats).
// Terms: inputs and values are named as the routine's note says; "Infinity" and "-Infinity" stand for the IEEE values.
// Errors: bad_input with a path such as "inputs/x"; not_found for a name no routine has.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace loopready::engine {

using Numbers = std::vector<double>;
using Matrix = std::vector<Numbers>;  // rows

// Reads a routine's inputs. The first error sticks: later reads give 0 or nothing, and finish() reports it.
class Inputs {
 public:
  explicit Inputs(const base::Json& json) : fields_(json, "inputs") {}

  bool has(const char* name) { return fields_.has(name); }
  double number(const char* name);
  double number_or(const char* name, double fallback);
  Numbers numbers(const char* name);
  Numbers numbers_or_empty(const char* name);
  Matrix matrix(const char* name);             // rows of equal length
  Matrix rows(const char* name);               // rows of any length: groups, rankings
  std::vector<Matrix> matrices(const char* name);
  Matrix observations(const char* name);       // rows, or a list of numbers for rows of one
  Numbers labels(const char* name);            // numbers, or words counted in the order they come up
  bool is_list(const char* name) { return fields_.any(name).is_array(); }
  std::vector<std::string> texts(const char* name) { return fields_.texts(name); }
  std::string text(const char* name) { return fields_.text(name); }
  std::vector<std::string> class_names(const char* name);  // names of classes, written as numbers or as texts
  std::string text_or(const char* name, const char* fallback) { return fields_.text_or(name, fallback); }
  std::string one_of(const char* name, std::initializer_list<const char*> allowed) { return fields_.one_of(name, allowed); }
  bool boolean_or(const char* name, bool fallback) { return fields_.boolean_or(name, fallback); }
  double conf_level() { return number_or("conf_level", 0.95); }
  double alpha() { return number_or("alpha", 0.05); }
  double power() { return number_or("power", 0.8); }
  double sides() { return number_or("sides", 2); }
  double ratio() { return number_or("ratio", 1); }
  std::string alternative();  // "two-sided", "less" or "greater"

  base::Status so_far() const { return fields_.so_far(); }
  base::Status finish() { return fields_.finish(); }

 private:
  double read_number(const base::Json& json, const std::string& path);
  Numbers read_numbers(const base::Json& json, const std::string& path);
  Matrix read_rows(const base::Json& json, const std::string& path);
  base::FieldReader fields_;
};

using Value = std::variant<double, Numbers, Matrix, std::string>;
using Values = std::vector<std::pair<std::string, Value>>;

struct Routine {
  const char* name;        // "welch_t"
  const char* inputs;      // "x: numbers; y: numbers; alternative: word; conf_level: share"
  const char* outputs;     // "statistic; df; p_value; ..."
  const char* convention;  // what is computed, with the choices made: one or two sentences
  const char* source;      // "Welch 1947, Biometrika 34"
  base::Result<Values> (*compute)(Inputs& inputs);
};

// One list a file routines_<family>.cpp.
const std::vector<Routine>& distribution_routines();
const std::vector<Routine>& count_routines();
const std::vector<Routine>& describe_routines();
const std::vector<Routine>& mean_test_routines();
const std::vector<Routine>& rank_routines();
const std::vector<Routine>& resampling_routines();
const std::vector<Routine>& proportion_routines();
const std::vector<Routine>& table_routines();
const std::vector<Routine>& group_routines();
const std::vector<Routine>& correlation_routines();
const std::vector<Routine>& regression_routines();
const std::vector<Routine>& sample_size_routines();
const std::vector<Routine>& multiplicity_routines();
const std::vector<Routine>& experiment_routines();
const std::vector<Routine>& sequential_routines();
const std::vector<Routine>& causal_routines();
const std::vector<Routine>& classification_routines();
const std::vector<Routine>& error_measure_routines();
const std::vector<Routine>& forecast_routines();
const std::vector<Routine>& bayes_routines();
const std::vector<Routine>& probability_routines();
const std::vector<Routine>& survival_routines();

// All of them, in the order of the families.
std::vector<const Routine*> routines();
const Routine* find_routine(std::string_view name);

// The body of a "stats" request: {"routine","inputs"} to {"values","method"}.
base::Result<base::Json> answer_stats(const base::Json& body);

// The values under their names; infinities as words. answer_stats refuses before a NaN comes here.
base::Json to_json(const Values& values);

}  // namespace loopready::engine

// The start of a routine that needs its inputs read without error before it computes.
#define LR_READ(inputs) LR_TRY([[maybe_unused]] auto LR_JOIN(lr_read_, __LINE__), (inputs).finish())
