// Expected values: NIST StRD NumAcc sets, whose certified values follow from how the lists are made.
#include "stats/describe.h"

#include <doctest/doctest.h>

#include <vector>

#include "stats/order.h"

using namespace loopready;

namespace {

// The first value, then `n` times low and high in turn: NumAcc2, 3 and 4.
std::vector<double> alternating(double first, double low, double high) {
  std::vector<double> x{first};
  for (int i = 0; i < 500; ++i) {
    x.push_back(low);
    x.push_back(high);
  }
  return x;
}

}  // namespace

TEST_CASE("NIST's lists with an offset keep their spread") {
  const std::vector<double> numacc1{10000001, 10000003, 10000002};
  CHECK(stats::mean(numacc1).value() == 10000002);
  CHECK(stats::std_dev_sample(numacc1).value() == 1);
  CHECK(stats::autocorrelation_lag1(numacc1).value() == doctest::Approx(-0.5).epsilon(1e-14));
  struct Case {
    std::vector<double> x;
    double mean, tolerance;
  };
  // The doubles nearest to 1000000.1 and 10000000.1 are themselves off by a relative 1e-10 and 1e-9 of the spread.
  const Case cases[] = {{alternating(1.2, 1.1, 1.3), 1.2, 1e-13},
                        {alternating(1000000.2, 1000000.1, 1000000.3), 1000000.2, 1e-9},
                        {alternating(10000000.2, 10000000.1, 10000000.3), 10000000.2, 1e-8}};
  for (const Case& one : cases) {
    CHECK(stats::mean(one.x).value() == doctest::Approx(one.mean).epsilon(1e-15));
    CHECK(stats::std_dev_sample(one.x).value() == doctest::Approx(0.1).epsilon(one.tolerance));
    CHECK(stats::autocorrelation_lag1(one.x).value() == doctest::Approx(-0.999).epsilon(1e-7));
  }
}

TEST_CASE("means hold where sums overflow") {
  const std::vector<double> large{1.6e308, 1.7e308, 1.5e308};
  CHECK(stats::mean(large).value() == doctest::Approx(1.6e308).epsilon(1e-14));
  CHECK(stats::variance_sample(large).error().where == "x");
}

TEST_CASE("pairwise medians agree with sorting all pairs") {
  const std::vector<double> x{3.5, -1, 0, 7.25, 2, 2, 100}, y{1, 4, -3.5, 2};
  std::vector<double> means, differences;
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = i; j < x.size(); ++j) means.push_back((x[i] + x[j]) / 2);
  for (double a : x)
    for (double b : y) differences.push_back(a - b);
  CHECK(stats::hodges_lehmann_one_sample(x).value() == stats::sorted_median(stats::sorted_copy(means)));
  CHECK(stats::hodges_lehmann_shift(x, y).value() == stats::sorted_median(stats::sorted_copy(differences)));
}
