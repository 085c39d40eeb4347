// Values as the text that PostgreSQL shows for them.
// Here: numbers by their scale, elements of arrays and back.  Not here: dates (moment.h), patterns (to_char.h).
// Terms: `how` says what an array's elements are: i whole numbers, n numbers (with a scale behind it, as in n2),
// b booleans, t texts.
#pragma once

#include <string>
#include <string_view>

#include "sql/arguments.h"
#include "sql/array_text.h"

namespace loopready::sql {

// With `scale` digits behind the point; -1: as short as possible.
std::string shown_number(double value, int scale);
ArrayElement shown_element(Value* value, std::string_view how);
void give_element(Context* context, const ArrayElement& element, std::string_view how);

}  // namespace loopready::sql
