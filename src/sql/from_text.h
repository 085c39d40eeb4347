// TO_DATE, TO_TIMESTAMP and TO_NUMBER: text read by a pattern.
// Here: the patterns of dates and times in digits and English names; numbers with signs, commas and currency.
// Not here: writing (to_char.h), text in its usual spelling (moment.h).
// Errors: nothing for text that the pattern does not fit.
#pragma once

#include <optional>
#include <string_view>

#include "sql/moment.h"

namespace loopready::sql {

std::optional<Moment> moment_from_text(std::string_view text, std::string_view format);
std::optional<double> number_from_text(std::string_view text);

}  // namespace loopready::sql
