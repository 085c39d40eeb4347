// Comma-, semicolon- or tab-separated text as rows of fields, and back.
// Here: read_csv, write_csv.  Not here: what the fields mean (app/playground.h).
// Quotes as in RFC 4180; line ends of any kind; a byte order mark is skipped; rows may differ in width.
// Errors: bad_input naming the line of a quote that is never closed; too_large beyond the limit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace loopready::base {

struct Csv {
  char separator = ',';
  std::vector<std::vector<std::string>> rows;
};

// The separator is the one of , ; and tab that the first line holds most often.
Result<Csv> read_csv(std::string_view text, std::size_t n_most_rows);

// One row with its line feed; fields are quoted where they must be.
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace loopready::base
