#include "sql/functions.h"

namespace loopready::sql {
void register_number_functions(sqlite3*, Surroundings*) {}
}  // namespace loopready::sql
