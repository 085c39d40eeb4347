// Upper and lower case of letters beyond ASCII.
// Here: to_upper, to_lower, to_initcap for texts in UTF-8.  Not here: SQL functions (functions_codes.cpp).
// Terms: Latin with accents, Greek, Cyrillic and Armenian letters that have one partner; others stay as they are.
// Source: the Unicode Character Database's simple case mappings.
#pragma once

#include <string>
#include <string_view>

namespace loopready::sql {

std::string to_upper(std::string_view text);
std::string to_lower(std::string_view text);
std::string to_initcap(std::string_view text);  // a letter behind none is large, all others small

}  // namespace loopready::sql
