// TO_CHAR: dates and numbers as text by a pattern.
// Here: the patterns interviews use (YYYY MM DD HH24 MI SS Mon Month Day Q IW ..., 9 0 . , FM).  Not here: locale,
// Roman numbers.
#pragma once

#include <string>
#include <string_view>

#include "sql/moment.h"

namespace loopready::sql {

std::string moment_to_char(const Moment& moment, std::string_view format);
std::string number_to_char(double value, std::string_view format);

}  // namespace loopready::sql
