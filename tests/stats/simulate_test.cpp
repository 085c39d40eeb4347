#include "stats/simulate.h"

#include <doctest/doctest.h>

#include <cmath>

#include "stats/sequential.h"

using namespace loopready;
using stats::CoverageRuns;
using stats::IntervalMethod;
using stats::PeekingRuns;
using stats::Population;

// Expected: Armitage, McPherson and Rowe 1969, table 2 (5.0, 8.3, 14.2, 19.3, 24.8 %).
TEST_CASE("simulate: peeking at the 5 % level gives the known false alarms") {
  struct {
    int n_looks;
    double pct;
  } const cases[] = {{1, 5.0}, {2, 8.3}, {5, 14.2}, {10, 19.3}, {20, 24.8}};
  for (const auto& one : cases) {
    CAPTURE(one.n_looks);
    const auto looks = static_cast<std::size_t>(one.n_looks);
    auto runs = PeekingRuns::make(std::vector<double>(looks, 1.959963984540054), 0, 11);
    REQUIRE(runs.ok());
    runs.value().advance(100'000);
    CHECK(std::fabs(static_cast<double>(runs.value().n_passed_by().back()) / 1'000 - one.pct) < 0.5);
  }
}

TEST_CASE("simulate: boundaries that pay for looking keep the level; an effect is found as often as computed") {
  const auto pocock = stats::pocock_boundary(5, 0.05);
  REQUIRE(pocock.ok());
  auto null_runs = PeekingRuns::make(pocock.value().limits, 0, 5);
  null_runs.value().advance(100'000);
  CHECK(std::fabs(static_cast<double>(null_runs.value().n_passed_by().back()) / 1'000 - 5) < 0.3);
  auto effect_runs = PeekingRuns::make(pocock.value().limits, 2.8, 5);
  effect_runs.value().advance(100'000);
  const std::vector<double> fractions{0.2, 0.4, 0.6, 0.8, 1};
  const auto power = stats::group_sequential_power(pocock.value().limits, fractions, 2.8);
  REQUIRE(power.ok());
  for (std::size_t look = 0; look < 5; ++look)
    CHECK(std::fabs(static_cast<double>(effect_runs.value().n_passed_by()[look]) / 100'000 - power.value()[look]) < 0.006);
}

TEST_CASE("simulate: the same seed gives the same runs, however cut") {
  auto whole = PeekingRuns::make({1.96, 1.96}, 0, 9), parts = PeekingRuns::make({1.96, 1.96}, 0, 9);
  whole.value().advance(1'000);
  for (int i = 0; i < 10; ++i) parts.value().advance(99);
  for (int i = 0; i < 10; ++i) parts.value().next();
  CHECK(whole.value().n_passed_by() == parts.value().n_passed_by());
}

// Expected: summed binomial probabilities of the outcomes whose interval holds p, worked in Python; t is exact for normal values.
TEST_CASE("simulate: intervals hold the truth as often as they do") {
  struct {
    stats::CoveragePlan plan;
    double share;
  } const cases[] = {{{IntervalMethod::wald, 30, 0.95, 0.1, Population::normal}, 0.8085},
                     {{IntervalMethod::wilson, 30, 0.95, 0.1, Population::normal}, 0.9742},
                     {{IntervalMethod::t, 8, 0.9, 0.1, Population::normal}, 0.9}};
  for (const auto& one : cases) {
    auto runs = CoverageRuns::make(one.plan, 2);
    REQUIRE(runs.ok());
    for (int i = 0; i < 40'000; ++i) runs.value().next();
    CHECK(std::fabs(static_cast<double>(runs.value().n_held()) / 40'000 - one.share) < 0.006);
    CHECK(runs.value().n_held() + runs.value().n_below() + runs.value().n_above() == 40'000);
  }
  auto skewed = CoverageRuns::make({IntervalMethod::bootstrap, 20, 0.95, 0.1, Population::lognormal}, 2);
  for (int i = 0; i < 2'000; ++i) skewed.value().next();
  CHECK(skewed.value().n_held() < 1'800);  // too short for so few skewed values
  CHECK(skewed.value().n_below() > skewed.value().n_above());
}

TEST_CASE("simulate: what can't be simulated is refused") {
  CHECK(PeekingRuns::make({}, 0, 1).error().where == "limits");
  CHECK(PeekingRuns::make({1.96, -1}, 0, 1).error().where == "limits");
  CHECK(PeekingRuns::make({1.96}, INFINITY, 1).error().where == "drift");
  CHECK(CoverageRuns::make({IntervalMethod::t, 1, 0.95, 0.1, Population::normal}, 1).error().where == "n");
  CHECK(CoverageRuns::make({IntervalMethod::t, 1e12, 0.95, 0.1, Population::normal}, 1).error().where == "n");
  CHECK(CoverageRuns::make({IntervalMethod::wald, 10, 0.95, 1.5, Population::normal}, 1).error().where == "p");
  CHECK(CoverageRuns::make({IntervalMethod::wald, 10, 1, 0.5, Population::normal}, 1).error().where == "conf_level");
}
