// LIKE on UTF-8 text.
// Here: like_match.  Not here: regular expressions.
// Terms: % stands for any text, _ for one character; letter case of ASCII letters may be ignored.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace loopready::sql {

// Nothing when the pattern ends with the escape character. Adds what the match cost to `steps`: at most the product of
// both lengths, since only the last % is ever tried again.
std::optional<bool> like_match(std::string_view text, std::string_view pattern, std::string_view escape,
                               bool ignore_case, std::int64_t& steps);

}  // namespace loopready::sql
