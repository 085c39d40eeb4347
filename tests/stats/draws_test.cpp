#include "stats/draws.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace loopready;

// Expected: an independent Python transcription of the generator, with Python's statistics.NormalDist.inv_cdf.
TEST_CASE("draws: the same normal values everywhere") {
  base::Random random(1);
  CHECK(stats::draw_normal(random) == doctest::Approx(0.5328226782524882).epsilon(1e-14));
  CHECK(stats::draw_normal(random) == doctest::Approx(0.05124943502013481).epsilon(1e-14));
  CHECK(stats::draw_normal(random) == doctest::Approx(0.18683679074759338).epsilon(1e-14));
  CHECK(stats::draw_normal(random) == doctest::Approx(-0.2758579084574753).epsilon(1e-14));
}

// Expected: Python's statistics.NormalDist.inv_cdf.
TEST_CASE("draws: the normal quantile in the middle and far out") {
  struct {
    double p, z;
  } const cases[] = {{1e-300, -37.0470962993612}, {1e-20, -9.262340089798405},  {1e-6, -4.753424308822899},
                     {0.01, -2.3263478740408408}, {0.074, -1.4466320671589785}, {0.3, -0.5244005127080407},
                     {0.9, 1.2815515655446008},   {0.975, 1.9599639845400536}};
  for (const auto& one : cases) CHECK(stats::portable_normal_quantile(one.p) == doctest::Approx(one.z).epsilon(1e-14));
  CHECK(stats::portable_normal_quantile(0.5) == 0);
}

// Expected: the C library, which is within a unit of the last place.
TEST_CASE("draws: logarithm and exponential") {
  for (double x = 1e-300; x < 1e300; x *= 7.3)
    CHECK(std::fabs(stats::portable_log(x) - std::log(x)) <= 4e-16 * std::fmax(1, std::fabs(std::log(x))));
  for (double x = -700; x <= 700; x += 0.37) CHECK(stats::portable_exp(x) == doctest::Approx(std::exp(x)).epsilon(1e-14));
}

TEST_CASE("draws: means and spreads are those of the distributions") {
  base::Random random(3);
  constexpr int kN = 200'000;
  double normal = 0, squares = 0, exponential = 0, lognormal = 0, binomial = 0;
  for (int i = 0; i < kN; ++i) {
    const double z = stats::draw_normal(random);
    normal += z;
    squares += z * z;
    exponential += stats::draw_exponential(random);
    lognormal += stats::draw_lognormal(random, 0.5);
    binomial += static_cast<double>(stats::draw_binomial(random, 10, 0.3));
  }
  CHECK(std::fabs(normal / kN) < 0.01);
  CHECK(squares / kN == doctest::Approx(1).epsilon(0.01));
  CHECK(exponential / kN == doctest::Approx(1).epsilon(0.01));
  CHECK(lognormal / kN == doctest::Approx(1).epsilon(0.01));
  CHECK(binomial / kN == doctest::Approx(3).epsilon(0.01));
}

TEST_CASE("draws: counts have a binomial's mean and variance, and stay within 0 to n") {
  struct {
    std::int64_t n;
    double p;
  } const cases[] = {{1, 0.3}, {40, 0.02}, {40, 0.98}, {200, 0.4}, {5'000, 0.001}, {100'000, 0.07}};
  for (const auto& one : cases) {
    base::Random random(11);
    constexpr int kDraws = 20'000;
    double sum = 0, squares = 0;
    for (int i = 0; i < kDraws; ++i) {
      const std::int64_t x = stats::draw_count(random, one.n, one.p);
      CHECK_UNARY(x >= 0 && x <= one.n);
      const double off = static_cast<double>(x) - static_cast<double>(one.n) * one.p;
      sum += off;
      squares += off * off;
    }
    const double variance = static_cast<double>(one.n) * one.p * (1 - one.p);
    CAPTURE(one.n);
    CHECK(std::fabs(sum / kDraws) < 4 * std::sqrt(variance / kDraws));
    CHECK(squares / kDraws == doctest::Approx(variance).epsilon(0.06));
  }
  base::Random random(1);
  CHECK(stats::draw_count(random, 0, 0.5) == 0);
  CHECK(stats::draw_count(random, 10, 0) == 0);
  CHECK(stats::draw_count(random, 10, 1) == 10);
}
