#include "stats/mean_test.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "stats/boost_policy.h"
#include "stats/continuous.h"
#include "stats/normal.h"
#include "stats/order.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr const char* kNoSpread = "There is no spread at all, so there is nothing to measure the difference by.";

// p and interval once estimate, std_error, statistic and df are known; df Infinity stands for the normal.
Result<MeanTest> finished(MeanTest test, Alternative alternative, double conf_level) {
  LR_TRY([[maybe_unused]] auto level, need_inside_unit(conf_level, "conf_level"));
  const bool normal = std::isinf(test.df);
  const auto upper_tail = [&](double x) -> Result<double> {
    if (normal) return standard_normal_sf(x);
    return student_t_sf(x, test.df);
  };
  const double outside = alternative == Alternative::two_sided ? (1 - conf_level) / 2 : 1 - conf_level;
  double reach = 0;
  if (normal) {
    reach = standard_normal_quantile_upper(outside);
  } else {
    LR_TRY(reach, student_t_quantile_upper(outside, test.df));
  }
  test.ci_low = test.estimate - reach * test.std_error;
  test.ci_high = test.estimate + reach * test.std_error;
  if (alternative == Alternative::two_sided) {
    LR_TRY(const double tail, upper_tail(std::fabs(test.statistic)));
    test.p_value = std::min(1.0, 2 * tail);
  } else if (alternative == Alternative::less) {
    test.ci_low = -kInfinity;
    LR_TRY(test.p_value, upper_tail(-test.statistic));
  } else {
    test.ci_high = kInfinity;
    LR_TRY(test.p_value, upper_tail(test.statistic));
  }
  return test;
}

Result<Summary> summary_of(Span x, const char* name) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, name, 2));
  const Moments m = moments_of(x);
  if (!std::isfinite(m.m2)) return refuse(name, "The values are too large: their squares overflow.");
  return Summary{m.mean, std::sqrt(m.variance_sample()), m.n};
}

Status check_summary(const Summary& s, const std::string& which, const char* spread) {
  LR_TRY([[maybe_unused]] auto mean_fine, need_finite(s.mean, "mean" + which));
  LR_TRY([[maybe_unused]] auto spread_fine, need_not_negative(s.sd, spread + which));
  return need_count(s.n, "n" + which);
}

Status check_summaries(const Summary& first, const Summary& second, const char* spread) {
  LR_TRY([[maybe_unused]] auto one, check_summary(first, "1", spread));
  LR_TRY([[maybe_unused]] auto two, check_summary(second, "2", spread));
  if (first.sd == 0 && second.sd == 0) return refuse(std::string(spread) + "1", kNoSpread);
  return Done{};
}

Status need_two(const Summary& first, const Summary& second) {
  if (first.n < 2) return refuse("n1", "At least 2 values are needed in each group.");
  if (second.n < 2) return refuse("n2", "At least 2 values are needed in each group.");
  return Done{};
}

// Two estimates with their squared standard errors and df, the Welch way.
MeanTest welch(double difference, double square1, double df1, double square2, double df2) {
  MeanTest test;
  test.estimate = difference;
  const double largest = std::max(square1, square2);
  const double a = square1 / largest, b = square2 / largest;
  test.std_error = std::sqrt(largest) * std::sqrt(a + b);
  test.statistic = difference / test.std_error;
  test.df = (a + b) * (a + b) / (a * a / df1 + b * b / df2);
  return test;
}

MeanTest pooled(const Summary& first, const Summary& second) {
  MeanTest test;
  test.estimate = first.mean - second.mean;
  test.df = first.n + second.n - 2;
  const double variance = ((first.n - 1) / test.df) * first.sd * first.sd + ((second.n - 1) / test.df) * second.sd * second.sd;
  test.std_error = std::sqrt(variance * (1 / first.n + 1 / second.n));
  test.statistic = test.estimate / test.std_error;
  return test;
}

struct Pair {
  Summary first, second;
};

Result<Pair> two_lists(Span x, Span y) {
  LR_TRY(const Summary first, summary_of(x, "x"));
  LR_TRY(const Summary second, summary_of(y, "y"));
  if (first.sd == 0 && second.sd == 0) return refuse("x", kNoSpread);
  return Pair{first, second};
}

struct Trimmed {
  double mean = 0, n_left = 0, winsorised_variance = 0;
};

Result<Trimmed> trimmed(Span x, const char* name, double trim) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, name, 2));
  LR_TRY(const std::size_t cut, trim_count(x.size(), trim));
  if (x.size() < 2 * cut + 2) return refuse(name, "Too few values are left after trimming.");
  const std::vector<double> sorted = sorted_copy(x);
  LR_TRY(const double variance, variance_sample(sorted_winsorised(sorted, cut)));
  return Trimmed{sorted_trimmed_mean(sorted, cut), static_cast<double>(x.size() - 2 * cut), variance};
}

Result<std::vector<double>> logs_of(Span x, const char* name) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, name, 2));
  std::vector<double> logs;
  logs.reserve(x.size());
  for (double value : x) {
    if (value <= 0) return refuse(name, "Every value must be above 0 to have a logarithm.");
    logs.push_back(std::log(value));
  }
  return logs;
}

}  // namespace

Result<MeanTest> one_sample_t(Span x, double mu, Alternative alternative, double conf_level) {
  LR_TRY(const Summary s, summary_of(x, "x"));
  LR_TRY([[maybe_unused]] auto null_fine, need_finite(mu, "mu"));
  if (s.sd == 0) return refuse("x", kNoSpread);
  MeanTest test;
  test.estimate = s.mean;
  test.std_error = s.sd / std::sqrt(s.n);
  test.statistic = (s.mean - mu) / test.std_error;
  test.df = s.n - 1;
  return finished(test, alternative, conf_level);
}

Result<MeanTest> paired_t(Span x, Span y, Alternative alternative, double conf_level) {
  LR_TRY([[maybe_unused]] auto first, need_values(x, "x", 2));
  LR_TRY([[maybe_unused]] auto second, need_values(y, "y", 2));
  LR_TRY([[maybe_unused]] auto lengths, need_same_length(x.size(), y.size(), "x", "y"));
  std::vector<double> differences;
  differences.reserve(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) differences.push_back(x[i] - y[i]);
  return one_sample_t(differences, 0, alternative, conf_level);
}

Result<MeanTest> pooled_t(Span x, Span y, Alternative alternative, double conf_level) {
  LR_TRY(const Pair pair, two_lists(x, y));
  return finished(pooled(pair.first, pair.second), alternative, conf_level);
}

Result<MeanTest> welch_t(Span x, Span y, Alternative alternative, double conf_level) {
  LR_TRY(const Pair pair, two_lists(x, y));
  return welch_t_summary(pair.first, pair.second, alternative, conf_level);
}

Result<MeanTest> pooled_t_summary(Summary first, Summary second, Alternative alternative, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check_summaries(first, second, "sd"));
  LR_TRY([[maybe_unused]] auto sizes, need_two(first, second));
  return finished(pooled(first, second), alternative, conf_level);
}

Result<MeanTest> welch_t_summary(Summary first, Summary second, Alternative alternative, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check_summaries(first, second, "sd"));
  LR_TRY([[maybe_unused]] auto sizes, need_two(first, second));
  return finished(welch(first.mean - second.mean, first.sd * first.sd / first.n, first.n - 1, second.sd * second.sd / second.n,
                        second.n - 1),
                  alternative, conf_level);
}

Result<MeanTest> one_sample_z(Span x, double mu, double sigma, Alternative alternative, double conf_level) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 1));
  LR_TRY([[maybe_unused]] auto null_fine, need_finite(mu, "mu"));
  LR_TRY([[maybe_unused]] auto spread, need_positive(sigma, "sigma"));
  MeanTest test;
  test.estimate = mean_of(x);
  test.std_error = sigma / std::sqrt(static_cast<double>(x.size()));
  test.statistic = (test.estimate - mu) / test.std_error;
  test.df = kInfinity;
  return finished(test, alternative, conf_level);
}

Result<MeanTest> two_sample_z(Summary first, Summary second, Alternative alternative, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check_summaries(first, second, "sigma"));
  if (first.n < 1) return refuse("n1", "At least 1 value is needed in each group.");
  if (second.n < 1) return refuse("n2", "At least 1 value is needed in each group.");
  MeanTest test;
  test.estimate = first.mean - second.mean;
  test.std_error = std::hypot(first.sd / std::sqrt(first.n), second.sd / std::sqrt(second.n));
  test.statistic = test.estimate / test.std_error;
  test.df = kInfinity;
  return finished(test, alternative, conf_level);
}

Result<double> cohen_d(Span x, Span y) {
  LR_TRY(const Pair pair, two_lists(x, y));
  const MeanTest test = pooled(pair.first, pair.second);
  return test.estimate / (test.std_error / std::sqrt(1 / pair.first.n + 1 / pair.second.n));
}

Result<double> hedges_g(Span x, Span y) {
  LR_TRY(const double d, cohen_d(x, y));
  const double half = static_cast<double>(x.size() + y.size() - 2) / 2;
  // Gamma(half) / (sqrt(half) Gamma(half - 1/2))
  return d / (std::sqrt(half) * boost::math::tgamma_delta_ratio(half - 0.5, 0.5, Policy()));
}

Result<MeanTest> yuen_t(Span x, Span y, double trim, double conf_level) {
  LR_TRY(const Trimmed first, trimmed(x, "x", trim));
  LR_TRY(const Trimmed second, trimmed(y, "y", trim));
  const auto square = [](const Trimmed& one, std::size_t n) {
    return (static_cast<double>(n) - 1) * one.winsorised_variance / (one.n_left * (one.n_left - 1));
  };
  const double square1 = square(first, x.size()), square2 = square(second, y.size());
  if (square1 == 0 && square2 == 0) return refuse("x", kNoSpread);
  return finished(welch(first.mean - second.mean, square1, first.n_left - 1, square2, second.n_left - 1), Alternative::two_sided,
                  conf_level);
}

Result<MeanTest> trimmed_mean_ci(Span x, double trim, double conf_level) {
  LR_TRY(const Trimmed one, trimmed(x, "x", trim));
  if (one.winsorised_variance == 0) return refuse("x", kNoSpread);
  MeanTest test;
  test.estimate = one.mean;
  test.std_error = std::sqrt(one.winsorised_variance) / ((1 - 2 * trim) * std::sqrt(static_cast<double>(x.size())));
  test.df = one.n_left - 1;
  return finished(test, Alternative::two_sided, conf_level);
}

Result<RatioTest> log_ratio_welch(Span x, Span y, double conf_level) {
  LR_TRY(const std::vector<double> first, logs_of(x, "x"));
  LR_TRY(const std::vector<double> second, logs_of(y, "y"));
  LR_TRY(const MeanTest test, welch_t(first, second, Alternative::two_sided, conf_level));
  return RatioTest{std::exp(test.estimate), std::exp(test.ci_low), std::exp(test.ci_high), test.statistic, test.df, test.p_value};
}

Result<VarianceRatio> f_test_variances(Span x, Span y, double conf_level) {
  LR_TRY(const Summary first, summary_of(x, "x"));
  LR_TRY(const Summary second, summary_of(y, "y"));
  LR_TRY([[maybe_unused]] auto level, need_inside_unit(conf_level, "conf_level"));
  if (first.sd == 0) return refuse("x", "All values are the same, so its variance is 0.");
  if (second.sd == 0) return refuse("y", "All values are the same, so its variance is 0.");
  VarianceRatio test;
  test.f = (first.sd / second.sd) * (first.sd / second.sd);
  test.df1 = first.n - 1;
  test.df2 = second.n - 1;
  LR_TRY(const double lower, f_cdf(test.f, test.df1, test.df2));
  LR_TRY(const double upper, f_sf(test.f, test.df1, test.df2));
  test.p_value = std::min(1.0, 2 * std::min(lower, upper));
  const double outside = (1 - conf_level) / 2;
  LR_TRY(const double small, f_quantile(outside, test.df1, test.df2));
  LR_TRY(const double turned, f_quantile(outside, test.df2, test.df1));
  test.ci_low = test.f * turned;
  test.ci_high = test.f / small;
  return test;
}

Result<VarianceInterval> variance_ci(Span x, double conf_level) {
  LR_TRY(const Summary s, summary_of(x, "x"));
  LR_TRY([[maybe_unused]] auto level, need_inside_unit(conf_level, "conf_level"));
  if (s.sd == 0) return refuse("x", "All values are the same, so there is no spread to judge.");
  const double variance = s.sd * s.sd, df = s.n - 1, outside = (1 - conf_level) / 2;
  LR_TRY(const double large, chi_squared_quantile_upper(outside, df));
  LR_TRY(const double small, chi_squared_quantile(outside, df));
  return VarianceInterval{variance, df * variance / large, df * variance / small};
}

}  // namespace loopready::stats
