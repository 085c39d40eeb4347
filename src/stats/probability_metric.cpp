#include "stats/probability_metric.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <map>

#include "stats/boost_policy.h"
#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

Status check(std::span<const double> y_true, std::span<const double> p) {
  LR_NEED(need_values(y_true, "y_true", 1));
  LR_NEED(need_values(p, "p", 1));
  LR_NEED(need_same_length(y_true.size(), p.size(), "y_true", "p"));
  for (double label : y_true)
    if (label != 0 && label != 1) return refuse("y_true", "Every label must be 0 or 1.");
  for (double share : p) LR_NEED(need_probability(share, "p"));
  return Done{};
}

}  // namespace

Result<double> log_loss(std::span<const double> y_true, std::span<const double> p, double eps) {
  LR_NEED(check(y_true, p));
  if (!(eps >= 0 && eps < 0.5)) return refuse("eps", "A number of at least 0 and below 0.5 is needed.");
  std::vector<double> losses(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) {
    const double kept = std::min(std::max(p[i], eps), 1 - eps);
    losses[i] = y_true[i] == 1 ? -std::log(kept) : -std::log1p(-kept);
  }
  return average(losses);
}

Result<double> log_loss_multiclass(const std::vector<std::vector<double>>& p, std::span<const double> y_true) {
  LR_NEED(need_values(y_true, "y_true", 1));
  LR_NEED(need_same_length(y_true.size(), p.size(), "y_true", "p"));
  std::vector<double> losses(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (double share : p[i]) LR_NEED(need_probability(share, "p"));
    if (std::fabs(exact_sum(p[i]) - 1) > 1e-6) return refuse("p", "The probabilities of every row must add up to 1.");
    LR_NEED(need_count(y_true[i], "y_true"));
    if (y_true[i] >= static_cast<double>(p[i].size())) return refuse("y_true", "Classes are numbered from 0, and this number has no column in p.");
    losses[i] = -std::log(p[i][static_cast<std::size_t>(y_true[i])]);
  }
  return average(losses);
}

Result<double> brier_score(std::span<const double> y_true, std::span<const double> p) {
  LR_NEED(check(y_true, p));
  std::vector<double> squares(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) squares[i] = (p[i] - y_true[i]) * (p[i] - y_true[i]);
  return average(squares);
}

Result<std::vector<CalibrationBin>> calibration_bins(std::span<const double> y_true, std::span<const double> p, double bins) {
  LR_NEED(check(y_true, p));
  LR_NEED(need_count(bins, "bins"));
  if (bins < 1) return refuse("bins", "At least one bin is needed.");
  std::map<double, CalibrationBin> filled;
  for (std::size_t i = 0; i < p.size(); ++i) {
    CalibrationBin& bin = filled.try_emplace(std::min(std::floor(p[i] * bins + 1e-9), bins - 1), CalibrationBin{0, 0, 0}).first->second;
    ++bin.n;
    bin.expected += p[i];
    bin.observed += y_true[i];
  }
  std::vector<CalibrationBin> all;
  for (const auto& [number, bin] : filled) all.push_back(bin);
  return all;
}

Result<double> expected_calibration_error(std::span<const double> y_true, std::span<const double> p, double bins) {
  LR_TRY(const std::vector<CalibrationBin> filled, calibration_bins(y_true, p, bins));
  double total = 0;
  for (const CalibrationBin& bin : filled) total += std::fabs(bin.expected - bin.observed);
  return total / static_cast<double>(p.size());
}

Result<GoodnessOfFit> hosmer_lemeshow(std::span<const double> observed, std::span<const double> expected, std::span<const double> n) {
  LR_NEED(need_values(observed, "observed", 3));
  LR_NEED(need_values(expected, "expected", 3));
  LR_NEED(need_values(n, "n", 3));
  LR_NEED(need_same_length(observed.size(), expected.size(), "observed", "expected"));
  LR_NEED(need_same_length(observed.size(), n.size(), "observed", "n"));
  double statistic = 0;
  for (std::size_t g = 0; g < n.size(); ++g) {
    LR_NEED(need_positive(n[g], "n"));
    LR_NEED(need_count(observed[g], "observed"));
    if (observed[g] > n[g]) return refuse("observed", "A group can't have more positives than rows.");
    if (!(expected[g] > 0 && expected[g] < n[g])) return refuse("expected", "Every expectation must be above 0 and below the group's rows.");
    const double gap = observed[g] - expected[g];
    statistic += gap * gap / (expected[g] * (1 - expected[g] / n[g]));
  }
  const double df = static_cast<double>(n.size()) - 2;
  using ChiSquaredLaw = boost::math::chi_squared_distribution<double, Policy>;
  if (!std::isfinite(statistic)) return refuse("expected", "These expectations are too small to compute with.");
  return GoodnessOfFit{statistic, df, cdf(complement(ChiSquaredLaw(df), statistic))};
}

}  // namespace loopready::stats
