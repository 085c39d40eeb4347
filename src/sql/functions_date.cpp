#include "sql/functions.h"

namespace loopready::sql {
void register_date_functions(sqlite3*, Surroundings*) {}
}  // namespace loopready::sql
