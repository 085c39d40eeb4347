// The message kind "read_database": a SQLite file of the learner's own as tables.
// Here: answer_read_database.  Not here: reading the bytes (sql/database_file.h).
// Errors: bad_input when the bytes are no database; too_large above 30 MB.
#pragma once

#include "base/json.h"

namespace loopready::engine {

base::Result<base::Json> answer_read_database(const base::Json& body);

}  // namespace loopready::engine
