// Sizes and tails at the end of what doubles hold: answers stay numbers and come at once. Expected values: R 4.2 (pbinom, ppois, pt, pgamma).
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "stats/continuous.h"
#include "stats/discrete.h"
#include "stats/noncentral.h"
#include "stats/studentized_range.h"

using namespace loopready;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

void check_number(const base::Result<double>& result) {
  REQUIRE(result.ok());
  CHECK(!std::isnan(result.value()));
}

}  // namespace

TEST_CASE("counts of 1e12 are answered") {
  for (double k : {-1.0, 0.0, 4.99999e11, 5e11, 5.00001e11, 1e12, 2e12}) {
    CAPTURE(k);
    check_number(stats::binomial_pmf(k, 1e12, 0.5));
    check_number(stats::binomial_cdf(k, 1e12, 0.5));
    check_number(stats::binomial_sf(k, 1e12, 0.5));
    check_number(stats::poisson_cdf(k, 5e11));
    check_number(stats::poisson_sf(k, 5e11));
    check_number(stats::poisson_pmf(k, 5e11));
    check_number(stats::negative_binomial_cdf(k, 1e6, 0.5));
    check_number(stats::hypergeometric_cdf(std::fmod(k, 1e11), 1e12, 1e11, 3e11));
    check_number(stats::geometric_cdf(k, 1e-12));
  }
  CHECK(stats::binomial_quantile(0.5, 1e12, 0.5).value() == doctest::Approx(5e11).epsilon(1e-11));
  CHECK(stats::poisson_quantile(0.5, 1e12).value() == doctest::Approx(1e12).epsilon(1e-11));
}

TEST_CASE("no argument of a continuous distribution gives NaN") {
  for (double x : {-kInfinity, -1e300, -1.0, 0.0, 1e-300, 1.0, 1e300, kInfinity})
    for (double df : {0.5, 1.0, 1e6, 1e12}) {
      CAPTURE(x);
      CAPTURE(df);
      for (auto of : {stats::student_t_cdf, stats::student_t_sf, stats::student_t_pdf, stats::chi_squared_cdf, stats::chi_squared_sf,
                      stats::chi_squared_pdf})
        check_number(of(x, df));
      for (auto of : {stats::f_cdf, stats::f_sf, stats::f_pdf, stats::beta_cdf, stats::beta_sf, stats::beta_pdf, stats::gamma_cdf,
                      stats::gamma_sf, stats::gamma_pdf, stats::weibull_cdf, stats::weibull_sf, stats::weibull_pdf})
        check_number(of(x, df, 2.5));
      for (double ncp : {-50.0, 0.0, 3.0, 1e3}) {
        check_number(stats::noncentral_t_cdf(x, df, ncp));
        check_number(stats::noncentral_t_sf(x, df, ncp));
        if (ncp >= 0) check_number(stats::noncentral_chi_squared_sf(x, df, ncp));
        if (ncp >= 0) check_number(stats::noncentral_f_sf(x, df, 7, ncp));
      }
      if (df >= 1) check_number(stats::studentized_range_sf(x, 4, df));
    }
  for (double p : {0.0, 1e-300, 1e-12, 0.5, 1 - 1e-12, 1.0})
    for (double df : {0.5, 1.0, 1e6, 1e12}) {
      CAPTURE(p);
      CAPTURE(df);
      for (auto of : {stats::student_t_quantile, stats::chi_squared_quantile, stats::chi_squared_quantile_upper}) check_number(of(p, df));
      for (auto of : {stats::f_quantile, stats::beta_quantile, stats::gamma_quantile, stats::weibull_quantile}) check_number(of(p, df, 2.5));
      if (df >= 1) check_number(stats::studentized_range_quantile(p, 4, df));
    }
}

TEST_CASE("far tails keep their digits") {
  CHECK(stats::student_t_sf(40, 200).value() == doctest::Approx(1.12436982676011e-97).epsilon(1e-10));
  CHECK(stats::chi_squared_sf(1300, 3).value() == doctest::Approx(1.47174371069801e-281).epsilon(1e-10));
}

TEST_CASE("two means' range is a t test") {
  for (double q : {0.5, 2.0, 6.0, 20.0})
    for (double df : {1.0, 4.0, 30.0, 1000.0}) {
      CAPTURE(q);
      CAPTURE(df);
      CHECK(stats::studentized_range_sf(q, 2, df).value() ==
            doctest::Approx(2 * stats::student_t_sf(q / std::sqrt(2.0), df).value()).epsilon(1e-11));
    }
  for (double p : {0.01, 0.5, 0.95, 0.9999})
    CHECK(stats::studentized_range_cdf(stats::studentized_range_quantile(p, 5, 12).value(), 5, 12).value() ==
          doctest::Approx(p).epsilon(1e-11));
}
