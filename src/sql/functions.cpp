#include "sql/functions.h"

namespace loopready::sql {

void redshift_functions(sqlite3* db, Surroundings* surroundings) {
  register_date_functions(db, surroundings);
  register_interval_functions(db, surroundings);
  register_zone_functions(db, surroundings);
  register_text_functions(db, surroundings);
  register_code_functions(db, surroundings);
  register_number_functions(db, surroundings);
  register_quantified_functions(db, surroundings);
  register_statistics_functions(db, surroundings);
  register_window_functions(db, surroundings);
  register_row_functions(db, surroundings);
  register_regex_functions(db, surroundings);
  register_list_functions(db, surroundings);
  register_array_functions(db, surroundings);
}

void no_functions(sqlite3*, Surroundings*) {}

}  // namespace loopready::sql
