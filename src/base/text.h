// Small things about text in UTF-8.
// Here: validity, trimming, splitting, joining, ASCII case.  Not here: measuring or wrapping (ui/kit).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loopready::base {

bool is_utf8(std::string_view text);
std::string_view trim(std::string_view text);  // ASCII white space at both ends
std::string to_lower(std::string_view text);   // ASCII letters only
bool equal_ignoring_case(std::string_view a, std::string_view b);  // ASCII letters only
bool contains_ignoring_case(std::string_view text, std::string_view part);
std::vector<std::string> split(std::string_view text, char separator);  // n separators give n + 1 parts
std::string join(const std::vector<std::string>& parts, std::string_view separator);
// "1 row", "12 rows": the plural adds an s.
std::string count_of(std::int64_t n, std::string_view singular);
std::string slug_words(std::string_view slug);  // "conditional-aggregation" as "conditional aggregation"
// The shortest decimal that reads back as the same double ("0.1", "40", "1e+300"); never NaN, which no table holds.
std::string shortest(double value);
// How many characters (code points) stand before the byte offset.
std::size_t characters_before(std::string_view text, std::size_t byte_offset);

}  // namespace loopready::base
