// Numbers as people type and read them.
// Here: reading "12,345", "3.2%", "$12", "1e-3"; writing with thousands separators.  Not here: JSON numbers (base/json.h).
// Terms: decimals are the digits after the point; a percent sign divides by 100 where the wanted unit is not percent.
// Errors: bad_input with a sentence for the learner.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace loopready::model {

struct TypedNumber {
  double value = 0;      // the sign % not yet taken into account
  bool percent = false;  // a % was typed
  int decimals = 0;      // as typed
};

base::Result<TypedNumber> number_from_text(std::string_view text);
bool is_percent_unit(std::string_view unit);  // "%", "percent", "percentage points"
double in_unit(const TypedNumber& typed, std::string_view unit);

std::string shown_number(double value, int decimals);  // "1,234.50"
std::string shown_number(double value);                // whole numbers exactly, others to 6 digits, no idle zeros
std::string shown_with_unit(double value, int decimals, const std::string& unit);  // "12.5%", "$1,200", "1,234 users"

}  // namespace loopready::model
