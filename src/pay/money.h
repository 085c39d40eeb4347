// Amounts of money as whole cents, read from and written as people write them.
// Here: Cents, read_usd, read_whole, usd_words.  Not here: what is paid when (offer.h).
// Terms: cents are US cents; amounts and counts are at least 0 and at most 100,000,000 dollars or shares.
// Errors: bad_input with a sentence that quotes the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace loopready::pay {

using Cents = std::int64_t;

// "150000", "$150,000", "150k", "1.5m", "12.50": at most two digits of cents remain.
base::Result<Cents> read_usd(std::string_view text);
base::Result<std::int64_t> read_whole(std::string_view text);  // "1,200"
// "7.5", "-10", "12 %", in hundredths of a per cent: 750, -1000, 1200.
base::Result<std::int64_t> read_pct_hundredths(std::string_view text);

std::string usd_words(Cents cents);        // "$150,000", "$12.50", "-$3"
std::string usd_rounded(Cents cents);      // whole dollars, half away from zero
std::string pct_words(std::int64_t hundredths);  // "7.5 %"

// a * b / c rounded to the nearest, halves away from zero; c above 0. Exact for products below 9e18.
std::int64_t scaled(std::int64_t a, std::int64_t b, std::int64_t c);

}  // namespace loopready::pay
