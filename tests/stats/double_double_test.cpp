// Expected values: exact rational arithmetic; the root of 2 to 32 digits from the OEIS, A002193.
#include "stats/double_double.h"

#include <doctest/doctest.h>

#include <vector>

using namespace loopready;
using stats::DoubleDouble;

TEST_CASE("products and quotients keep what a double drops") {
  const DoubleDouble product = DoubleDouble(1 + 0x1p-52) * (1 - 0x1p-52);  // 1 - 2^-104
  CHECK(product.high == 1);
  CHECK(product.low == -0x1p-104);
  const DoubleDouble back = DoubleDouble(1) / 3 * 3 - 1;
  CHECK(std::fabs(back.rounded()) < 1e-31);
}

TEST_CASE("the root of 2 has 32 digits") {
  const DoubleDouble root = sqrt(DoubleDouble(2));
  CHECK(root.high == 1.4142135623730951);
  CHECK(root.low == doctest::Approx(-9.667293313452913e-17).epsilon(1e-12));  // 1.41421356237309504880168872420969807857 less the double
  CHECK(std::fabs((root * root - 2).rounded()) < 1e-31);
}

TEST_CASE("sums and squares hold their digits at an offset of 1e8 and through cancellation") {
  CHECK(stats::wide_sum(std::vector<double>{1e16, 1, -1e16}).rounded() == 1);
  const std::vector<double> values{1e8 + 1, 1e8 + 2, 1e8 + 3};
  CHECK(stats::wide_squares_about(values, stats::wide_mean(values)).rounded() == 2);
}
