// Arrays as the text that PostgreSQL shows for them: {a,b,"c d",NULL}.
// Here: writing elements, reading them back.  Not here: SQLite values (functions_arrays.cpp).
// Terms: an array has one dimension; elements that are arrays themselves stay texts.
// Errors: nothing (nullopt) for text that is no array.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loopready::sql {

using ArrayElement = std::optional<std::string>;  // nothing: NULL

std::string array_text(const std::vector<ArrayElement>& elements);
std::optional<std::vector<ArrayElement>> read_array(std::string_view text);

}  // namespace loopready::sql
