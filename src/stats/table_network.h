// The share of all tables with the same margins that are at most as likely as the given one.
// Here: the network algorithm, column by column, over what is left of the row sums.  Not here: 2 x 2 tables (fisher_exact.h).
// Terms: a node is what is left of the row sums, sorted; a past is the logarithm of the likelihood of the columns laid so far.
// Errors: too_large when more steps are needed than take well under a second.
// Source: Mehta & Patel 1983, with the longest and shortest paths by exhaustive recursion.
#pragma once

#include "base/result.h"
#include "stats/contingency.h"

namespace loopready::stats {

// The table has been checked.
base::Result<double> exact_table_p_value(const Table& table);

}  // namespace loopready::stats
