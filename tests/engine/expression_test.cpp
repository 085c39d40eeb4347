#include "engine/expression.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace loopready;
using engine::Chance;
using engine::Expression;

namespace {

const engine::Names kNames{"n", "p", "beta"};

base::Result<double> value_of(const std::string& text) {
  LR_TRY(auto expression, Expression::compile(text, kNames, Chance::forbidden, "f"));
  engine::Slots slots{100, 0.25, 3};
  return expression.evaluate(slots);
}

// The mean and the variance over many draws.
std::pair<double, double> moments(const std::string& text) {
  const auto expression = Expression::compile(text, kNames, Chance::allowed, "f");
  REQUIRE(expression.ok());
  base::Random random(7);
  engine::Slots slots{100, 0.25, 3};
  const int n = 200'000;
  double sum = 0, squares = 0;
  for (int i = 0; i < n; ++i) {
    const double x = expression.value().value(slots, &random);
    sum += x;
    squares += x * x;
  }
  return {sum / n, squares / n - sum / n * sum / n};
}

}  // namespace

TEST_CASE("formulas give what arithmetic says") {
  const struct {
    const char* text;
    double value;
  } cases[] = {{"1 + 2 * 3", 7},
               {"(1 + 2) * 3", 9},
               {"2^3^2", 512},
               {"-2^2", -4},
               {"2^-1", 0.5},
               {"7 - 2 - 1", 4},
               {"8 / 4 / 2", 1},
               {"1e3 + .5", 1000.5},
               {"n * p", 25},
               {"n > 99 and not p >= 0.3", 1},
               {"n < 1 or p = 0.25", 1},
               {"0.1 + 0.2 == 0.3", 1},
               {"1 != 2", 1},
               {"if(p < 0.5, n, 1 / 0)", 100},
               {"abs(-3) + sqrt(16) + floor(2.7) + ceil(2.1)", 12},
               {"ceil(0.1 * 30)", 3},
               {"ceil(-5)", -5},
               {"floor(4.35 * 100)", 435},
               {"round(2.5)", 3},
               {"round(-2.5)", -3},
               {"round(1.005, 2)", 1.01},
               {"min(3, 1, 2) + max(1, 2)", 3},
               {"ln(exp(2)) + log10(1000)", 5},
               {"choose(52, 5)", 2598960},
               {"factorial(10)", 3628800},
               {"sum(i, 1, 100, i)", 5050},
               {"sum(i, 1, 3, sum(j, 1, i, j))", 10},
               {"sum(i, 5, 4, i)", 0},
               {"beta + beta_cdf(0.5, 1, 1)", 3.5},
               {"pi", 3.141592653589793}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.text));
    const auto value = value_of(one.text);
    REQUIRE_MESSAGE(value.ok(), (value.ok() ? "" : value.error().text));
    CHECK(value.value() == doctest::Approx(one.value).epsilon(1e-12));
  }
}

// Values computed to 25 digits with mpmath 1.2 and exact fractions.
TEST_CASE("distributions give their published values") {
  const struct {
    const char* text;
    double value;
  } cases[] = {{"normal_quantile(0.975)", 1.959963984540054},
               {"normal_cdf(1.96)", 0.9750021048517795},
               {"normal_sf(6)", 9.865876450376981e-10},
               {"normal_pdf(0)", 0.3989422804014327},
               {"t_quantile(0.975, 10)", 2.228138851986274},
               {"t_cdf(1, 1)", 0.75},
               {"t_sf(1, 1)", 0.25},
               {"chi2_sf(3.841458820694124, 1)", 0.05},
               {"chi2_quantile(0.95, 1)", 3.841458820694124},
               {"f_sf(2.228138851986274^2, 1, 10)", 0.05},
               {"beta_cdf(0.5, 2, 3)", 0.6875},
               {"beta_quantile(0.6875, 2, 3)", 0.5},
               {"binomial_pmf(3, 10, 0.5)", 0.1171875},
               {"binomial_cdf(3, 10, 0.5)", 0.171875},
               {"binomial_cdf(-1, 10, 0.5)", 0},
               {"poisson_pmf(2, 3)", 0.22404180765538775},
               {"poisson_cdf(2, 3)", 0.42319008112684353}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.text));
    const auto value = value_of(one.text);
    REQUIRE(value.ok());
    CHECK(value.value() == doctest::Approx(one.value).epsilon(1e-12));
  }
}

TEST_CASE("what can't be read or computed is refused, with the place") {
  const struct {
    const char* text;
    const char* says;
  } cases[] = {{"", "character 1"},
               {"1 +", "character 4"},
               {"1 + q", "character 5"},
               {"(1", "\")\" is missing"},
               {"1 2", "character 3"},
               {"sqrt()", "takes 1 value"},
               {"sqrt(1, 2)", "takes 1 value"},
               {"if(1, 2)", "takes 3 values"},
               {"sum(n2, 1, 2)", "\",\" is missing"},
               {"sum(1, 1, 2, 3)", "A name"},
               {"1..2", "not a number"},
               {"3x", "not a number"},
               {"2 # 3", "character 3"},
               {"normal(0, 1)", "by chance"},
               {"total(3, 1)", "by chance"},
               {"1 / 0", "no finite number"},
               {"sqrt(-1)", "no finite number"},
               {"ln(0)", "no finite number"},
               {"normal_quantile(1)", "no finite number"},
               {"choose(3, 0.5)", "no finite number"},
               {"sum(i, 1, 1e6, i)", "no finite number"}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.text));
    const auto value = value_of(one.text);
    REQUIRE_FALSE(value.ok());
    CHECK(value.error().where == "f");
    CHECK_MESSAGE(value.error().text.find(one.says) != std::string::npos, value.error().text);
  }
  CHECK_FALSE(value_of(std::string(5000, '(')).ok());
  CHECK_FALSE(value_of(std::string(5000, '-') + "1").ok());
  std::string nots;
  for (int i = 0; i < 500; ++i) nots += "not ";
  CHECK_FALSE(value_of(nots + "1").ok());
}

// Means and variances by the textbook; 200,000 draws put the mean within 5 standard errors.
TEST_CASE("draws have their distribution's mean and variance") {
  const struct {
    const char* text;
    double mean;
    double variance;
  } cases[] = {{"uniform(2, 5)", 3.5, 0.75},
               {"normal(3, 2)", 3, 4},
               {"bernoulli(0.3)", 0.3, 0.21},
               {"binomial(20, 0.1)", 2, 1.8},
               {"binomial(400, 0.3)", 120, 84},
               {"binomial(1000, 0.97)", 970, 29.1},
               {"poisson(4)", 4, 4},
               {"poisson(250)", 250, 250},
               {"exponential(0.5)", 2, 4},
               {"geometric(0.25)", 4, 12},
               {"integer(1, 6)", 3.5, 35.0 / 12},
               {"beta(2, 3)", 0.4, 0.04},
               {"gamma(3, 2)", 6, 12},
               {"gamma(0.5, 2)", 1, 2},
               {"total(10, bernoulli(0.5))", 5, 2.5},
               {"tries(bernoulli(0.5))", 2, 2}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.text));
    const auto found = moments(one.text);
    CHECK(std::fabs(found.first - one.mean) < 5 * std::sqrt(one.variance / 200'000));
    CHECK(found.second == doctest::Approx(one.variance).epsilon(0.04));
  }
}
