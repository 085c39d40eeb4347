#include "sql/functions.h"

namespace loopready::sql {
void register_text_functions(sqlite3*, Surroundings*) {}
}  // namespace loopready::sql
