// Rounding doubles as if they were the decimals they print as.
// Here: rounded_to, cut_to.  Not here: SQLite values (functions_number.cpp).
// Terms: half goes away from zero, as PostgreSQL's numeric does; 2.675 counts as 2.675 though the double lies below it.
#pragma once

namespace loopready::sql {

double rounded_to(double value, int digits);  // digits behind the point; negative: tens, hundreds ...
double cut_to(double value, int digits);      // towards zero

}  // namespace loopready::sql
