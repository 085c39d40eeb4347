// Expected values: R 4.2, pnorm and qnorm; the logarithm by mpmath 1.2 with 40 digits.
#include "stats/normal.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace loopready;


TEST_CASE("the normal's tails hold where one minus the other would be nothing") {
  CHECK(stats::normal_sf(10, 0, 1).value() == doctest::Approx(7.619853024160526e-24).epsilon(1e-12));
  CHECK(stats::normal_cdf(-37, 0, 1).value() == doctest::Approx(5.725571222524756e-300).epsilon(1e-11));
  CHECK(stats::normal_log_cdf(-100, 0, 1).value() == doctest::Approx(-5005.524208694205).epsilon(1e-13));
  CHECK(stats::normal_quantile_upper(1e-300, 0, 1).value() == doctest::Approx(37.0471).epsilon(1e-5));
}

TEST_CASE("the normal refuses what it can't answer") {
  CHECK(stats::normal_cdf(0, 0, 0).error().where == "sd");
  CHECK(stats::normal_quantile(1.1, 0, 1).error().where == "p");
  CHECK(stats::normal_cdf(std::numeric_limits<double>::quiet_NaN(), 0, 1).error().where == "x");
}

