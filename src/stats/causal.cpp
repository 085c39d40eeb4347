#include "stats/causal.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <vector>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;
using Span = std::span<const double>;

namespace {

Status need_binary(Span values, const std::string& what) {
  LR_NEED(need_values(values, what, 1));
  for (double value : values)
    if (value != 0 && value != 1) return refuse(what, "Every value must be 0 or 1.");
  return Done{};
}

Status check_propensity(Span y, Span treatment, Span propensity) {
  LR_NEED(need_values(y, "y", 2));
  LR_NEED(need_same_length(treatment.size(), y.size(), "treatment", "y"));
  LR_NEED(need_same_length(propensity.size(), y.size(), "propensity", "y"));
  LR_NEED(need_binary(treatment, "treatment"));
  for (double share : propensity) LR_NEED(need_inside_unit(share, "propensity"));
  const double n_treated = exact_sum(treatment);
  if (n_treated == 0 || n_treated == static_cast<double>(y.size())) return refuse("treatment", "Both treated and untreated rows are needed.");
  return Done{};
}

struct CellSummaries {
  SampleSummary treated_pre, treated_post, control_pre, control_post;
  double estimate() const { return (treated_post.mean - treated_pre.mean) - (control_post.mean - control_pre.mean); }
};

Result<CellSummaries> summarise_cells(const FourCells& cells) {
  LR_TRY(const SampleSummary treated_pre, summarise(cells.treated_pre, "treated_pre"));
  LR_TRY(const SampleSummary treated_post, summarise(cells.treated_post, "treated_post"));
  LR_TRY(const SampleSummary control_pre, summarise(cells.control_pre, "control_pre"));
  LR_TRY(const SampleSummary control_post, summarise(cells.control_post, "control_post"));
  return CellSummaries{treated_pre, treated_post, control_pre, control_post};
}

}  // namespace

Result<Difference> difference_in_differences(const FourCells& cells) {
  LR_TRY(const CellSummaries all, summarise_cells(cells));
  double variance = 0;
  for (const SampleSummary* cell : {&all.treated_pre, &all.treated_post, &all.control_pre, &all.control_post}) variance += cell->variance / cell->n;
  if (!(variance > 0)) return refuse("treated_pre", "No cell has any spread, so there is no standard error.");
  const double std_error = std::sqrt(variance), z = all.estimate() / std_error;
  return Difference{all.estimate(), std_error, z, 2 * standard_normal_sf(std::fabs(z))};
}

Result<Difference> did_regression(const FourCells& cells) {
  LR_TRY(const CellSummaries all, summarise_cells(cells));
  double squares = 0, n = 0, inverse = 0;
  for (const SampleSummary* cell : {&all.treated_pre, &all.treated_post, &all.control_pre, &all.control_post}) {
    squares += cell->variance * (cell->n - 1);
    n += cell->n;
    inverse += 1 / cell->n;
  }
  if (!(squares > 0)) return refuse("treated_pre", "No cell has any spread, so there is no standard error.");
  const double df = n - 4, std_error = std::sqrt(squares / df * inverse), t = all.estimate() / std_error;
  using StudentT = boost::math::students_t_distribution<double, Policy>;
  if (!std::isfinite(t)) return refuse("treated_pre", "These values are too large to compute with.");
  return Difference{all.estimate(), std_error, t, 2 * cdf(complement(StudentT(df), std::fabs(t)))};
}

Result<PropensityEffects> ipw(Span y, Span treatment, Span propensity) {
  LR_NEED(check_propensity(y, treatment, propensity));
  std::vector<double> with, without, weight_with, weight_without, treated, odds, weighted_odds;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double e = propensity[i];
    if (treatment[i] == 1) {
      with.push_back(y[i] / e);
      weight_with.push_back(1 / e);
      treated.push_back(y[i]);
    } else {
      without.push_back(y[i] / (1 - e));
      weight_without.push_back(1 / (1 - e));
      odds.push_back(e / (1 - e));
      weighted_odds.push_back(y[i] * (e / (1 - e)));
    }
  }
  const double n = static_cast<double>(y.size());
  return PropensityEffects{exact_sum(with) / n - exact_sum(without) / n, exact_sum(with) / exact_sum(weight_with) - exact_sum(without) / exact_sum(weight_without),
                           average(treated) - exact_sum(weighted_odds) / exact_sum(odds)};
}

Result<EffectWithError> aipw(Span y, Span treatment, Span propensity, Span m1, Span m0) {
  LR_NEED(check_propensity(y, treatment, propensity));
  LR_NEED(need_same_length(m1.size(), y.size(), "m1", "y"));
  LR_NEED(need_same_length(m0.size(), y.size(), "m0", "y"));
  LR_NEED(need_values(m1, "m1", 2));
  LR_NEED(need_values(m0, "m0", 2));
  std::vector<double> scores(y.size());
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double rest = treatment[i] == 1 ? (y[i] - m1[i]) / propensity[i] : -(y[i] - m0[i]) / (1 - propensity[i]);
    scores[i] = m1[i] - m0[i] + rest;
  }
  LR_TRY(const SampleSummary summary, summarise(scores, "y"));
  return EffectWithError{summary.mean, std::sqrt(summary.variance / summary.n)};
}

Result<Standardised> standardised_difference(const StratumCounts& counts) {
  const std::size_t n_strata = counts.n_treated.size();
  const std::pair<Span, const char*> lists[] = {{counts.n_treated, "n_treated"},
                                                {counts.successes_treated, "successes_treated"},
                                                {counts.n_control, "n_control"},
                                                {counts.successes_control, "successes_control"}};
  for (const auto& [list, what] : lists) {
    LR_NEED(need_values(list, what, 1));
    LR_NEED(need_same_length(list.size(), n_strata, what, "n_treated"));
    for (double count : list) LR_NEED(need_count(count, what));
  }
  for (std::size_t s = 0; s < n_strata; ++s) {
    if (counts.n_treated[s] == 0) return refuse("n_treated", "Every stratum needs treated units.");
    if (counts.n_control[s] == 0) return refuse("n_control", "Every stratum needs control units.");
    if (counts.successes_treated[s] > counts.n_treated[s]) return refuse("successes_treated", "There can't be more successes than units.");
    if (counts.successes_control[s] > counts.n_control[s]) return refuse("successes_control", "There can't be more successes than units.");
  }
  const double n_treated = exact_sum(counts.n_treated), n_control = exact_sum(counts.n_control);
  double standardised = 0;
  for (std::size_t s = 0; s < n_strata; ++s)
    standardised += (counts.n_treated[s] + counts.n_control[s]) / (n_treated + n_control) *
                    (counts.successes_treated[s] / counts.n_treated[s] - counts.successes_control[s] / counts.n_control[s]);
  return Standardised{exact_sum(counts.successes_treated) / n_treated - exact_sum(counts.successes_control) / n_control, standardised};
}

Result<InstrumentEffect> wald_instrument(Span y, Span d, Span z) {
  LR_NEED(need_values(y, "y", 3));
  LR_NEED(need_values(d, "d", 3));
  LR_NEED(need_same_length(d.size(), y.size(), "d", "y"));
  LR_NEED(need_same_length(z.size(), y.size(), "z", "y"));
  LR_NEED(need_binary(z, "z"));
  const double s_zz = square_deviations(z), s_zd = cross_deviations(z, d);
  if (!(s_zz > 0)) return refuse("z", "The instrument never changes.");
  if (std::fabs(s_zd) <= 1e-14 * std::sqrt(s_zz * square_deviations(d))) return refuse("d", "The instrument doesn't move the treatment at all.");
  const double estimate = cross_deviations(z, y) / s_zd;
  const double mean_y = average(y), mean_d = average(d);
  double squares = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double residual = (y[i] - mean_y) - estimate * (d[i] - mean_d);
    squares += residual * residual;
  }
  const double std_error = std::sqrt(squares / (static_cast<double>(y.size()) - 2) * s_zz) / std::fabs(s_zd);
  return InstrumentEffect{estimate, s_zd / s_zz, std_error};
}

Result<PooledEffects> meta_fixed_effect(Span estimates, Span variances) {
  LR_NEED(need_values(estimates, "estimates", 2));
  LR_NEED(need_values(variances, "variances", 2));
  LR_NEED(need_same_length(estimates.size(), variances.size(), "estimates", "variances"));
  std::vector<double> weights, products;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    LR_NEED(need_positive(variances[i], "variances"));
    weights.push_back(1 / variances[i]);
    products.push_back(estimates[i] / variances[i]);
  }
  const double pooled = exact_sum(products) / exact_sum(weights);
  double q = 0;
  for (std::size_t i = 0; i < estimates.size(); ++i) q += (estimates[i] - pooled) * (estimates[i] - pooled) / variances[i];
  if (!std::isfinite(q)) return refuse("variances", "These variances are too small to compute with.");
  const double df = static_cast<double>(estimates.size() - 1);
  using ChiSquaredLaw = boost::math::chi_squared_distribution<double, Policy>;
  return PooledEffects{pooled, std::sqrt(1 / exact_sum(weights)), q, df, cdf(complement(ChiSquaredLaw(df), q)), q > df ? (q - df) / q : 0};
}

}  // namespace loopready::stats
