#include "stats/refusal.h"

#include <cmath>

namespace loopready::stats {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Status;

namespace {

constexpr double kLargestModerate = 1e140;
constexpr double kLargestWhole = 9007199254740992.0;  // 2^53: above it whole numbers have gaps

Status when(bool good, const std::string& what, const char* sentence) {
  if (good) return Done{};
  return refuse(what, sentence);
}

}  // namespace

Error refuse(const std::string& what, std::string sentence) { return {ErrorKind::bad_input, what, std::move(sentence)}; }

Status need_values(std::span<const double> values, const std::string& what, std::size_t n_min) {
  if (values.size() < n_min)
    return refuse(what, n_min == 1 ? "At least one value is needed."
                                   : "At least " + std::to_string(n_min) + " values are needed, there " +
                                         (values.size() == 1 ? "is " : "are ") + std::to_string(values.size()) + ".");
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isfinite(values[i])) return refuse(what, "Value " + std::to_string(i + 1) + " is not a finite number.");
  return Done{};
}

Status need_moderate(std::span<const double> values, const std::string& what) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (std::fabs(values[i]) > kLargestModerate)
      return refuse(what, "Value " + std::to_string(i + 1) + " is too large: its square can't be held. Choose a larger unit.");
  return Done{};
}

Status need_finite(double value, const std::string& what) {
  return when(std::isfinite(value), what, "A finite number is needed.");
}

Status need_positive(double value, const std::string& what) {
  return when(std::isfinite(value) && value > 0, what, "A number above 0 is needed.");
}

Status need_not_negative(double value, const std::string& what) {
  return when(std::isfinite(value) && value >= 0, what, "A number of at least 0 is needed.");
}

Status need_probability(double value, const std::string& what) {
  return when(value >= 0 && value <= 1, what, "A number from 0 to 1 is needed.");
}

Status need_inside_unit(double value, const std::string& what) {
  return when(value > 0 && value < 1, what, "A number above 0 and below 1 is needed.");
}

Status need_count(double value, const std::string& what) {
  return when(value >= 0 && value <= kLargestWhole && std::floor(value) == value, what, "A whole number of at least 0 is needed.");
}

Status need_same_length(std::size_t a, std::size_t b, const std::string& what_a, const std::string& what_b) {
  if (a == b) return Done{};
  return refuse(what_a, "\"" + what_a + "\" has " + std::to_string(a) + " values and \"" + what_b + "\" has " + std::to_string(b) +
                            "; they must have the same number.");
}

}  // namespace loopready::stats
