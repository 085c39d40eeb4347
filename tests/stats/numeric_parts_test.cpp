// Expected values: mpmath with 40 digits; Jennison and Turnbull 2000 for the stopping walk; algebra.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "stats/bracketed_root.h"
#include "stats/gamma_rise.h"
#include "stats/gauss_legendre.h"
#include "stats/stopping_walk.h"
#include "stats/sums.h"

using namespace loopready;

TEST_CASE("sums keep their digits far from zero") {
  const std::vector<double> cancelling{1e16, 1, -1e16, 1};
  CHECK(stats::exact_sum(cancelling) == 2);
  // NumAcc4's pattern: 1e7 + 0.2, and pairs 1e7 + 0.1, 1e7 + 0.3; the variance is 0.01 exactly.
  std::vector<double> offset{10000000.2};
  for (int i = 0; i < 500; ++i) {
    offset.push_back(10000000.1);
    offset.push_back(10000000.3);
  }
  CHECK(stats::summarise(offset, "x").value().variance == doctest::Approx(0.01).epsilon(1e-7));  // the data hold no more digits
  CHECK(stats::summarise(std::vector<double>{1}, "x").error().where == "x");
}

TEST_CASE("roots are found where the sign changes, also across infinities") {
  CHECK(stats::bracketed_root([](double x) { return x * x - 2; }, 0, 2) == doctest::Approx(std::sqrt(2.0)).epsilon(1e-15));
  CHECK(stats::bracketed_root([](double x) { return std::log(x / (1 - x)); }, 0, 1) == doctest::Approx(0.5).epsilon(1e-15));
}

TEST_CASE("a rise of the gamma function keeps its digits") {
  CHECK(stats::log_gamma_rise(1, 9) == doctest::Approx(std::log(362880.0)).epsilon(1e-14));
  CHECK(stats::log_gamma_rise(1e12, 0.5) == doctest::Approx(13.815510557964149104).epsilon(1e-15));
  CHECK(stats::log_gamma_rise(0.25, 1.5) == doctest::Approx(-1.372423645718563).epsilon(1e-13));
}

TEST_CASE("32 points integrate a polynomial of degree 63 exactly") {
  CHECK(stats::gauss_panel([](double x) { return std::pow(x, 62); }, -1, 1) == doctest::Approx(2.0 / 63).epsilon(1e-13));
}

TEST_CASE("the stopping walk loses nobody") {
  stats::StoppingWalk walk(1.5);
  double left = 0;
  for (double time : {0.25, 0.5, 1.0}) {
    left += walk.exit_chance(time, 2.2);
    REQUIRE(walk.advance(time, 2.2, time < 1 ? time * 2 : time));
  }
  CHECK(walk.exit_chance(1.5, 0) == doctest::Approx(1 - left).epsilon(1e-12));  // a limit of 0 stops all who are left
}
