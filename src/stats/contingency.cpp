#include "stats/contingency.h"

#include <algorithm>
#include <cmath>

#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr double kSharesOff = 1e-8;  // how far shares may miss 1 by rounding

struct Margins {
  std::vector<double> rows, columns;
  double total = 0;
};

Margins margins_of(const Table& table) {
  Margins margins{std::vector<double>(table.size()), std::vector<double>(table[0].size()), 0};
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::size_t j = 0; j < table[i].size(); ++j) {
      margins.rows[i] += table[i][j];
      margins.columns[j] += table[i][j];
      margins.total += table[i][j];
    }
  return margins;
}

Result<Margins> checked_margins(const Table& table) {
  LR_TRY([[maybe_unused]] auto fine, need_table(table, "table", 0, 0));
  Margins margins = margins_of(table);
  for (const double sum : margins.rows)
    if (sum == 0) return refuse("table", "A row holds no counts at all; leave it out.");
  for (const double sum : margins.columns)
    if (sum == 0) return refuse("table", "A column holds no counts at all; leave it out.");
  return margins;
}

Independence independence(double statistic, const Table& table) {
  const double df = static_cast<double>((table.size() - 1) * (table[0].size() - 1));
  return {statistic, df, chi_squared_upper(statistic, df), 0};
}

double log_likelihood_part(double observed, double expected) {
  return observed == 0 ? 0 : 2 * observed * std::log(observed / expected);
}

Result<double> total_of(std::span<const double> observed, std::span<const double> probabilities) {
  LR_TRY([[maybe_unused]] auto observed_fine, need_values(observed, "observed", 2));
  LR_TRY([[maybe_unused]] auto fine, need_values(probabilities, "probabilities", 2));
  LR_TRY([[maybe_unused]] auto same, need_same_length(observed.size(), probabilities.size(), "observed", "probabilities"));
  double total = 0, shares = 0;
  for (const double count : observed) {
    LR_TRY([[maybe_unused]] auto whole, need_count(count, "observed"));
    total += count;
  }
  for (const double share : probabilities) {
    if (share <= 0) return refuse("probabilities", "Each share must be above 0.");
    shares += share;
  }
  if (std::fabs(shares - 1) > kSharesOff) return refuse("probabilities", "The shares must sum to 1.");
  if (total == 0) return refuse("observed", "At least one count must be above 0.");
  return total;
}

}  // namespace

Status need_table(const Table& table, const std::string& what, std::size_t n_rows, std::size_t n_columns) {
  const std::size_t width = table.empty() ? 0 : table[0].size();
  if (n_rows > 0 && (table.size() != n_rows || width != n_columns))
    return refuse(what, "A table of " + std::to_string(n_rows) + " rows and " + std::to_string(n_columns) + " columns is needed.");
  if (table.size() < 2 || width < 2) return refuse(what, "At least two rows and two columns are needed.");
  double total = 0;
  for (const auto& row : table) {
    if (row.size() != width) return refuse(what, "All rows must be equally long.");
    for (const double count : row) {
      LR_TRY([[maybe_unused]] auto whole, need_count(count, what));
      total += count;
    }
  }
  if (total == 0) return refuse(what, "At least one count must be above 0.");
  return base::Done{};
}

Result<Independence> chi_square_independence(const Table& table, bool yates) {
  LR_TRY(const Margins margins, checked_margins(table));
  const bool shifts = yates && table.size() == 2 && table[0].size() == 2;
  double plain = 0, corrected = 0;
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::size_t j = 0; j < table[i].size(); ++j) {
      const double expected = margins.rows[i] * (margins.columns[j] / margins.total);
      const double off = std::fabs(table[i][j] - expected), less = off - (shifts ? std::min(0.5, off) : 0);
      plain += off * off / expected;
      corrected += less * less / expected;
    }
  Independence result = independence(corrected, table);
  const double smaller = static_cast<double>(std::min(table.size(), table[0].size()) - 1);
  result.cramers_v = std::sqrt(plain / margins.total / smaller);
  return result;
}

Result<Independence> g_test_independence(const Table& table) {
  LR_TRY(const Margins margins, checked_margins(table));
  double g = 0;
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::size_t j = 0; j < table[i].size(); ++j)
      g += log_likelihood_part(table[i][j], margins.rows[i] * (margins.columns[j] / margins.total));
  return independence(std::max(0.0, g), table);
}

Result<ChiSquaredTest> chi_square_gof(std::span<const double> observed, std::span<const double> probabilities) {
  LR_TRY(const double total, total_of(observed, probabilities));
  double chi2 = 0;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    const double expected = total * probabilities[i], off = observed[i] - expected;
    chi2 += off * off / expected;
  }
  const double df = static_cast<double>(observed.size() - 1);
  return ChiSquaredTest{chi2, df, chi_squared_upper(chi2, df)};
}

Result<ChiSquaredTest> g_test_gof(std::span<const double> observed, std::span<const double> probabilities) {
  LR_TRY(const double total, total_of(observed, probabilities));
  double g = 0;
  for (std::size_t i = 0; i < observed.size(); ++i) g += log_likelihood_part(observed[i], total * probabilities[i]);
  g = std::max(0.0, g);
  const double df = static_cast<double>(observed.size() - 1);
  return ChiSquaredTest{g, df, chi_squared_upper(g, df)};
}

Result<double> cohen_kappa(const Table& table) {
  LR_TRY([[maybe_unused]] auto fine, need_table(table, "table", 0, 0));
  if (table.size() != table[0].size()) return refuse("table", "The two raters must use the same categories: a square table is needed.");
  const Margins margins = margins_of(table);
  double agreed = 0, by_chance = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    agreed += table[i][i] / margins.total;
    by_chance += margins.rows[i] / margins.total * (margins.columns[i] / margins.total);
  }
  if (by_chance == 1) return refuse("table", "Both raters use one category only, so agreement by chance is certain.");
  return (agreed - by_chance) / (1 - by_chance);
}

}  // namespace loopready::stats
