// Where a byte of the learner's text stands, in lines and columns, and errors that say so.
// Here: error_at.  Not here: finding the byte (dialect.h).
// Terms: line and column start at 1; a column counts characters, not bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/run.h"

namespace loopready::sql {

model::SqlError error_at(std::string_view text, std::size_t byte_offset, std::string sentence, std::string hint);

}  // namespace loopready::sql
