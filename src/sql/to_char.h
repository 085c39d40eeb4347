// TO_CHAR: dates, intervals and numbers as text by a pattern.
// Here: the patterns interviews use (YYYY MM DD HH24 MI SS Mon Month Day Q IW ..., 9 0 . , FM S MI PR).  Not here:
// locale, Roman numbers, powers of ten; reading text by a pattern (from_text.h).
#pragma once

#include <string>
#include <string_view>

#include "sql/moment.h"

namespace loopready::sql {

std::string moment_to_char(const Moment& moment, std::string_view format);
std::string interval_to_char(const Interval& interval, std::string_view format);
std::string number_to_char(double value, std::string_view format);

std::string ordinal_suffix(std::int64_t number, bool upper);  // st, nd, rd, th

}  // namespace loopready::sql
