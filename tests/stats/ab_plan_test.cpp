#include "stats/ab_plan.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace loopready;
using stats::AbMetric;
using stats::AbPlan;

// Expected: the same formulas worked with mpmath at 30 digits.
TEST_CASE("ab plan: size of 5 % against 5.5 %") {
  AbPlan plan{.metric = AbMetric::proportion_pooled, .base = 0.05, .lift = 0.005};
  CHECK(stats::ab_size(plan).value() == doctest::Approx(31233.4379401300).epsilon(1e-11));
  CHECK(std::ceil(stats::ab_size(plan).value()) == 31234);
  plan.metric = AbMetric::proportion_unpooled;
  CHECK(stats::ab_size(plan).value() == doctest::Approx(31230.6924629750).epsilon(1e-11));
  CHECK(std::ceil(stats::ab_size(plan).value()) == 31231);
  plan.metric = AbMetric::proportion_pooled;
  plan.ratio = 0.25;
  CHECK(stats::ab_size(plan).value() == doctest::Approx(77227.9570678068).epsilon(1e-11));
}

TEST_CASE("ab plan: means, each of the four") {
  AbPlan plan{.metric = AbMetric::mean, .base = 20, .sd = 40, .lift = 1, .size = 20'000};
  CHECK(stats::ab_size(plan).value() == doctest::Approx(25116.4151499171).epsilon(1e-11));
  CHECK(stats::ab_power(plan).value() == doctest::Approx(0.705413902442457).epsilon(1e-12));
  CHECK(stats::ab_lift(plan).value() == doctest::Approx(1.12063408724518738).epsilon(1e-12));
  CHECK(stats::ab_alpha(plan).value() == doctest::Approx(0.0972410396517231).epsilon(1e-11));
  CHECK(stats::ratio_sd({3, 5, 2, 1.5, 0.6}).value() == doctest::Approx(2.03485257451246).epsilon(1e-13));
}

TEST_CASE("ab plan: the four agree with each other for every metric") {
  for (const AbMetric metric : {AbMetric::proportion_pooled, AbMetric::proportion_unpooled, AbMetric::mean})
    for (const double base : {0.001, 0.05, 0.4, 0.9})
      for (const double relative : {0.001, 0.05, 0.1})
        for (const double ratio : {0.2, 1.0, 2.0}) {
          AbPlan plan{.metric = metric, .base = base, .sd = 1.5 * base, .lift = base * relative, .ratio = ratio};
          CAPTURE(base);
          CAPTURE(relative);
          plan.size = stats::ab_size(plan).value();
          CHECK(stats::ab_power(plan).value() == doctest::Approx(plan.power).epsilon(1e-9));
          CHECK(stats::ab_lift(plan).value() == doctest::Approx(plan.lift).epsilon(1e-8));
          CHECK(stats::ab_alpha(plan).value() == doctest::Approx(plan.alpha).epsilon(1e-8));
        }
}

TEST_CASE("ab plan: refusals name the input") {
  const AbPlan fine{.base = 0.05, .lift = 0.005};
  const auto with = [&](auto change) {
    AbPlan plan = fine;
    change(plan);
    return plan;
  };
  CHECK(stats::ab_size(with([](AbPlan& p) { p.lift = 0; })).error().where == "lift");
  CHECK(stats::ab_size(with([](AbPlan& p) { p.lift = 0.96; })).error().where == "lift");
  CHECK(stats::ab_size(with([](AbPlan& p) { p.lift = 1e-12; })).error().kind == base::ErrorKind::too_large);
  CHECK(stats::ab_size(with([](AbPlan& p) { p.base = 0; })).error().where == "base");
  CHECK(stats::ab_size(with([](AbPlan& p) { p.ratio = 0; })).error().where == "ratio");
  CHECK(stats::ab_size(with([](AbPlan& p) { p.sides = 3; })).error().where == "sides");
  CHECK(stats::ab_power(with([](AbPlan& p) { p.size = 1e13; })).error().where == "size");
  CHECK(stats::ab_power(with([](AbPlan& p) { p.alpha = 1; })).error().where == "alpha");
  CHECK(stats::ab_lift(with([](AbPlan& p) { p.size = 2; })).error().where == "size");
  CHECK(stats::ab_alpha(with([](AbPlan& p) {
          p.size = 1;
          p.power = 0.99;
        }))
            .error()
            .where == "size");
  CHECK(stats::ab_power(with([](AbPlan& p) { p.metric = AbMetric::mean; })).error().where == "sd");
  CHECK(stats::ratio_sd({1, 1, 0, 1, 0}).error().where == "mean_denominator");
  CHECK(stats::ratio_sd({1, 1, 1, 1, 2}).error().where == "correlation");
}
