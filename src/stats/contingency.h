// Tables of counts: independence, goodness of fit, agreement.
// Here: chi-squared and G tests, Cohen's kappa.  Not here: exact tests (fisher_exact.h), tables in strata (strata.h).
// Terms: a table is a list of rows of counts; observed counts are compared with given shares that sum to 1.
// Errors: bad_input naming the argument; also for an empty row or column.
// Source: Pearson 1900; Yates 1934 (2 x 2 only, shift min(0.5, |O - E|)); Wilks 1938; Cramer 1946; Cohen 1960.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "stats/proportion_test.h"

namespace loopready::stats {

using Table = std::vector<std::vector<double>>;

struct Independence {
  double statistic = 0;
  double df = 0;
  double p_value = 0;
  double cramers_v = 0;  // from the uncorrected chi-squared
};

// Counts in rows of one length: exactly n_rows x n_columns, or at least 2 where 0 is given.
base::Status need_table(const Table& table, const std::string& what, std::size_t n_rows, std::size_t n_columns);

base::Result<Independence> chi_square_independence(const Table& table, bool yates);
base::Result<Independence> g_test_independence(const Table& table);  // no Williams correction
base::Result<ChiSquaredTest> chi_square_gof(std::span<const double> observed, std::span<const double> probabilities);
base::Result<ChiSquaredTest> g_test_gof(std::span<const double> observed, std::span<const double> probabilities);
base::Result<double> cohen_kappa(const Table& table);

}  // namespace loopready::stats
