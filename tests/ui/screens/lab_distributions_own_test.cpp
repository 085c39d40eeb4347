// Expected numbers: R 4, mean, var, the moment formulas of each family, and ks.test's statistic (of counts: the largest |ecdf - p...|).
#include "ui/screens/lab_distributions_own.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;
using screens::families;
using screens::FamilyKind;
using screens::own_fit;

namespace {

const screens::Family& family(FamilyKind kind) {
  const screens::Family& one = families()[static_cast<std::size_t>(kind)];
  CHECK(one.kind == kind);
  return one;
}

const std::vector<double> kOrders = {12.4, 8.9, 23.5, 41, 15.2, 9.99, 31.8, 18.7, 27.6, 11.3, 64.2, 19.9, 7.5, 22.1, 36.4, 13.8, 88, 16.6, 29.3, 10.4};
const std::vector<double> kShares = {0.1, 0.25, 0.3, 0.42, 0.2, 0.15, 0.6};
const std::vector<double> kCentred = {-2.1, 0.4, 1.3, -0.2, 3.5, -1.6, 0.1, -0.9};
const std::vector<double> kCounts = {3, 5, 2, 4, 6, 3, 4, 5, 1, 4};

}  // namespace

TEST_CASE("lab distributions: fitted by moments, as R has it") {
  const struct {
    FamilyKind kind;
    const std::vector<double>& values;
    double a, b, gap;
  } cases[] = {{FamilyKind::normal, kOrders, 25.4295, 20.102593044313, 0.188232820878},
               {FamilyKind::lognormal, kOrders, 2.9931788121154, 0.6967511827167, 0.0801514904747},
               {FamilyKind::exponential, kOrders, 0.039324406693, 0, 0.255418564623},
               {FamilyKind::gamma, kOrders, 1.600189735656, 15.891553003609, 0.158479994105},
               {FamilyKind::beta, kShares, 1.70295351565, 4.19837054848, 0.13941621452},
               {FamilyKind::student_t, kCentred, 2.939676147328, 0, 0.157157438848},
               {FamilyKind::binomial, kCounts, 9, 0.4111111111111, 0.0548876107401},
               {FamilyKind::poisson, kCounts, 3.7, 0, 0.0941532441504},
               {FamilyKind::geometric, kCounts, 0.270270270270, 0, 0.267494521549}};
  for (const auto& one : cases) {
    const std::string name = family(one.kind).name;
    CAPTURE(name);
    const auto own = own_fit(family(one.kind), one.values);
    REQUIRE(own.ok());
    CHECK(own.value().fit.a == doctest::Approx(one.a).epsilon(1e-10));
    CHECK(own.value().fit.b == doctest::Approx(one.b).epsilon(1e-10));
    CHECK(own.value().gap == doctest::Approx(one.gap).epsilon(1e-8));
    double area = 0, n = 0;
    for (const screens::Bin& bin : own.value().bins) {
      area += bin.density * (bin.to - bin.from);
      n += bin.n;
    }
    CHECK(area == doctest::Approx(1));
    CHECK(n == static_cast<double>(one.values.size()));
  }
  const auto orders = own_fit(family(FamilyKind::normal), kOrders);
  REQUIRE(orders.ok());
  CHECK(orders.value().variance == doctest::Approx(404.114247105).epsilon(1e-10));
}

TEST_CASE("lab distributions: numbers that a family cannot have are refused") {
  const struct {
    FamilyKind kind;
    std::vector<double> values;
    const char* said;
  } cases[] = {{FamilyKind::normal, {}, "At least five"},
               {FamilyKind::normal, {3}, "At least five"},
               {FamilyKind::normal, std::vector<double>(50'001, 1), "At most 50,000"},
               {FamilyKind::normal, {4, 4, 4, 4, 4}, "All numbers are the same"},
               {FamilyKind::gamma, {1, 2, NAN, 4, 5}, "must be finite"},
               {FamilyKind::normal, {1e300, -1e300, 1, 2, 3}, "too large"},
               {FamilyKind::lognormal, {0, 1, 2, 3, 4}, "needs numbers above 0"},
               {FamilyKind::exponential, {-1, 1, 2, 3, 4}, "has no negative numbers"},
               {FamilyKind::poisson, {-1, 1, 2, 3, 4}, "has no negative numbers"},
               {FamilyKind::poisson, {1.5, 1, 2, 3, 4}, "counts whole numbers"},
               {FamilyKind::geometric, {0, 1, 2, 3, 4}, "counts trials from 1"},
               {FamilyKind::beta, {0.5, 1, 2, 3, 4}, "from 0 to 1"},
               {FamilyKind::beta, {0, 1, 0, 1, 1}, "no Beta distribution"},
               {FamilyKind::binomial, {0, 9, 1, 20, 3}, "below its mean"},
               {FamilyKind::student_t, {10, 12, 14, 16, 18}, "subtract it first"},
               {FamilyKind::student_t, {-0.1, 0.1, 0.2, -0.2, 0.05}, "variance above 1"}};
  for (const auto& one : cases) {
    const std::string said = one.said;
    CAPTURE(said);
    const auto own = own_fit(family(one.kind), one.values);
    REQUIRE_FALSE(own.ok());
    CHECK(own.error().text.find(said) != std::string::npos);
  }
}

TEST_CASE("lab distributions: pasted numbers under every family, on the screen") {
  for (const auto& [width, height, coarse] : {std::tuple{1280.0f, 720.0f, false}, std::tuple{320.0f, 640.0f, true}}) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/distributions");
    driver.click(Role::radio, "My numbers with one");
    CHECK(driver.says("Our 40 numbers average"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/distributions", "3 5 2 4 6 3 4 5 1 4");
    CHECK(driver.says("Mean 3.7, variance 2.233"));
    for (const screens::Family& one : families()) {
      driver.looks.lab["distributions"].choices["Distribution"] = static_cast<int>(one.kind);
      driver.frame();
      const bool fits = one.kind != FamilyKind::beta && one.kind != FamilyKind::student_t;
      CHECK(driver.says("For your product manager") == fits);
      CHECK(fault_text(driver) == "");
    }
    driver.type_into("note/lab/distributions", "3\n5\nfour");
    CHECK(driver.says("Line 3 does not hold 1 number"));
    CHECK_FALSE(driver.says("For your product manager"));
  }
}
