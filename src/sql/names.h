// The nearest known name to a misspelt one.
// Here: nearest, function names worth suggesting.  Not here: what the functions do (functions.h).
// Terms: distance counts inserted, dropped, changed and swapped neighbouring letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loopready::sql {

int edit_distance(std::string_view a, std::string_view b);
// Empty when nothing is near enough to be meant.
std::string nearest(std::string_view word, const std::vector<std::string>& known);
const std::vector<std::string>& function_names();
const std::vector<std::string>& keywords();

}  // namespace loopready::sql
