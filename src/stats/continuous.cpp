#include "stats/continuous.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

using StudentT = boost::math::students_t_distribution<double, Policy>;
using ChiSquared = boost::math::chi_squared_distribution<double, Policy>;
using FisherF = boost::math::fisher_f_distribution<double, Policy>;
using Beta = boost::math::beta_distribution<double, Policy>;
using Gamma = boost::math::gamma_distribution<double, Policy>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Status need_point(double x) {
  if (!std::isnan(x)) return Done{};
  return refuse("x", "A number is needed.");
}

// Two parameters above 0.
Status need_pair(double first, const char* first_name, double second, const char* second_name) {
  LR_TRY([[maybe_unused]] auto first_fine, need_positive(first, first_name));
  return need_positive(second, second_name);
}

// Tails and densities on a support that starts at 0 and ends at `end`.
template <class Distribution>
double lower_tail(const Distribution& distribution, double x, double end = kInfinity) {
  if (x <= 0) return 0;
  return x >= end ? 1 : cdf(distribution, x);
}

template <class Distribution>
double upper_tail(const Distribution& distribution, double x, double end = kInfinity) {
  if (x <= 0) return 1;
  return x >= end ? 0 : cdf(complement(distribution, x));
}

// At 0 a density of the order x^(shape - 1) is infinite, `at_one` or 0.
double density_at_zero(double shape, double at_one) {
  if (shape < 1) return kInfinity;
  return shape == 1 ? at_one : 0;
}

template <class Distribution>
Result<double> inside_quantile(const Distribution& distribution, double p, double end = kInfinity) {
  LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p"));
  if (p == 0 || p == 1) return p == 0 ? 0 : end;
  return quantile(distribution, p);
}

double gamma_density(double x, double shape, double scale) {
  if (x < 0 || std::isinf(x)) return 0;
  if (x == 0) return density_at_zero(shape, 1 / scale);
  return pdf(Gamma(shape, scale), x);
}

}  // namespace

Result<double> student_t_cdf(double x, double df) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_positive(df, "df"));
  if (std::isinf(x)) return x > 0 ? 1.0 : 0.0;
  return cdf(StudentT(df), x);
}

Result<double> student_t_sf(double x, double df) { return student_t_cdf(-x, df); }

Result<double> student_t_pdf(double x, double df) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_positive(df, "df"));
  if (std::isinf(x)) return 0.0;
  return pdf(StudentT(df), x);
}

Result<double> student_t_quantile(double p, double df) {
  LR_TRY([[maybe_unused]] auto fine, need_positive(df, "df"));
  LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p"));
  if (p == 0 || p == 1) return p == 0 ? -kInfinity : kInfinity;
  return quantile(StudentT(df), p);
}

Result<double> student_t_quantile_upper(double p, double df) {
  LR_TRY(const double lower, student_t_quantile(p, df));
  return 0.0 - lower;  // no -0
}

Result<double> chi_squared_cdf(double x, double df) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_positive(df, "df"));
  return lower_tail(ChiSquared(df), x);
}

Result<double> chi_squared_sf(double x, double df) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_positive(df, "df"));
  return upper_tail(ChiSquared(df), x);
}

Result<double> chi_squared_pdf(double x, double df) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_positive(df, "df"));
  return gamma_density(x, df / 2, 2);
}

Result<double> chi_squared_quantile(double p, double df) {
  LR_TRY([[maybe_unused]] auto fine, need_positive(df, "df"));
  return inside_quantile(ChiSquared(df), p);
}

Result<double> chi_squared_quantile_upper(double p, double df) {
  LR_TRY([[maybe_unused]] auto fine, need_positive(df, "df"));
  LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p"));
  if (p == 0 || p == 1) return p == 0 ? kInfinity : 0.0;
  return quantile(complement(ChiSquared(df), p));
}

Result<double> f_cdf(double x, double df1, double df2) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(df1, "df1", df2, "df2"));
  return lower_tail(FisherF(df1, df2), x);
}

Result<double> f_sf(double x, double df1, double df2) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(df1, "df1", df2, "df2"));
  return upper_tail(FisherF(df1, df2), x);
}

Result<double> f_pdf(double x, double df1, double df2) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(df1, "df1", df2, "df2"));
  if (x < 0 || std::isinf(x)) return 0.0;
  if (x == 0) return density_at_zero(df1 / 2, 1);
  const double density = pdf(FisherF(df1, df2), x);
  return std::isnan(density) ? 0.0 : density;  // so far out that the parts overflow
}

Result<double> f_quantile(double p, double df1, double df2) {
  LR_TRY([[maybe_unused]] auto fine, need_pair(df1, "df1", df2, "df2"));
  return inside_quantile(FisherF(df1, df2), p);
}

Result<double> beta_cdf(double x, double a, double b) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(a, "a", b, "b"));
  return lower_tail(Beta(a, b), x, 1);
}

Result<double> beta_sf(double x, double a, double b) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(a, "a", b, "b"));
  return upper_tail(Beta(a, b), x, 1);
}

Result<double> beta_pdf(double x, double a, double b) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(a, "a", b, "b"));
  if (x < 0 || x > 1) return 0.0;
  if (x == 0) return density_at_zero(a, b);
  if (x == 1) return density_at_zero(b, a);
  return pdf(Beta(a, b), x);
}

Result<double> beta_quantile(double p, double a, double b) {
  LR_TRY([[maybe_unused]] auto fine, need_pair(a, "a", b, "b"));
  return inside_quantile(Beta(a, b), p, 1);
}

Result<double> gamma_cdf(double x, double shape, double scale) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(shape, "shape", scale, "scale"));
  return lower_tail(Gamma(shape, scale), x);
}

Result<double> gamma_sf(double x, double shape, double scale) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(shape, "shape", scale, "scale"));
  return upper_tail(Gamma(shape, scale), x);
}

Result<double> gamma_pdf(double x, double shape, double scale) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(shape, "shape", scale, "scale"));
  return gamma_density(x, shape, scale);
}

Result<double> gamma_quantile(double p, double shape, double scale) {
  LR_TRY([[maybe_unused]] auto fine, need_pair(shape, "shape", scale, "scale"));
  return inside_quantile(Gamma(shape, scale), p);
}

Result<double> exponential_cdf(double x, double rate) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_positive(rate, "rate"));
  return x <= 0 ? 0.0 : -std::expm1(-rate * x);
}

Result<double> exponential_sf(double x, double rate) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_positive(rate, "rate"));
  return x <= 0 ? 1.0 : std::exp(-rate * x);
}

Result<double> exponential_pdf(double x, double rate) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_positive(rate, "rate"));
  return x < 0 ? 0.0 : rate * std::exp(-rate * x);
}

Result<double> exponential_quantile(double p, double rate) {
  LR_TRY([[maybe_unused]] auto fine, need_positive(rate, "rate"));
  LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p"));
  return p == 0 ? 0.0 : -std::log1p(-p) / rate;
}

Result<double> lognormal_cdf(double x, double meanlog, double sdlog) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto place, need_finite(meanlog, "meanlog"));
  LR_TRY([[maybe_unused]] auto fine, need_positive(sdlog, "sdlog"));
  return x <= 0 ? 0.0 : standard_normal_cdf((std::log(x) - meanlog) / sdlog);
}

Result<double> lognormal_sf(double x, double meanlog, double sdlog) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto place, need_finite(meanlog, "meanlog"));
  LR_TRY([[maybe_unused]] auto fine, need_positive(sdlog, "sdlog"));
  return x <= 0 ? 1.0 : standard_normal_sf((std::log(x) - meanlog) / sdlog);
}

Result<double> lognormal_pdf(double x, double meanlog, double sdlog) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto place, need_finite(meanlog, "meanlog"));
  LR_TRY([[maybe_unused]] auto fine, need_positive(sdlog, "sdlog"));
  if (x <= 0 || std::isinf(x)) return 0.0;
  LR_TRY(const double density, normal_pdf(std::log(x), meanlog, sdlog));
  return density / x;
}

Result<double> lognormal_quantile(double p, double meanlog, double sdlog) {
  LR_TRY([[maybe_unused]] auto place, need_finite(meanlog, "meanlog"));
  LR_TRY([[maybe_unused]] auto fine, need_positive(sdlog, "sdlog"));
  LR_TRY(const double log_quantile, normal_quantile(p, meanlog, sdlog));
  return std::exp(log_quantile);
}

Result<double> weibull_cdf(double x, double shape, double scale) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(shape, "shape", scale, "scale"));
  return x <= 0 ? 0.0 : -std::expm1(-std::pow(x / scale, shape));
}

Result<double> weibull_sf(double x, double shape, double scale) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(shape, "shape", scale, "scale"));
  return x <= 0 ? 1.0 : std::exp(-std::pow(x / scale, shape));
}

Result<double> weibull_pdf(double x, double shape, double scale) {
  LR_TRY([[maybe_unused]] auto point, need_point(x));
  LR_TRY([[maybe_unused]] auto fine, need_pair(shape, "shape", scale, "scale"));
  if (x < 0 || std::isinf(x)) return 0.0;
  if (x == 0) return density_at_zero(shape, 1 / scale);
  const double power = std::pow(x / scale, shape - 1), exponent = power * (x / scale);
  return exponent > 800 ? 0.0 : shape / scale * power * std::exp(-exponent);
}

Result<double> weibull_quantile(double p, double shape, double scale) {
  LR_TRY([[maybe_unused]] auto fine, need_pair(shape, "shape", scale, "scale"));
  LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p"));
  if (p == 0 || p == 1) return p == 0 ? 0.0 : kInfinity;
  return scale * std::pow(-std::log1p(-p), 1 / shape);
}

}  // namespace loopready::stats
