// Tables of counts by name.
#include "engine/routine.h"
#include "stats/contingency.h"
#include "stats/fisher_exact.h"
#include "stats/strata.h"

namespace loopready::engine {
namespace {

using base::Result;
using stats::ChiSquaredTest;
using stats::Independence;

Result<Values> fisher_exact_2x2(Inputs& inputs) {
  const Matrix table = inputs.rows("table");
  LR_READ(inputs);
  LR_TRY(const stats::FisherTest test, stats::fisher_exact_2x2(table));
  return Values{{"p_value", test.p_value}, {"p_less", test.p_less}, {"p_greater", test.p_greater}};
}

template <Result<double> (*function)(const stats::Table&)>
Result<Values> of_table(Inputs& inputs, const char* output) {
  const Matrix table = inputs.rows("table");
  LR_READ(inputs);
  LR_TRY(const double value, function(table));
  return Values{{output, value}};
}

Result<Values> chi_square_independence(Inputs& inputs) {
  const Matrix table = inputs.rows("table");
  const bool yates = inputs.boolean_or("yates", false);
  LR_READ(inputs);
  LR_TRY(const Independence test, stats::chi_square_independence(table, yates));
  return Values{{"chi2", test.statistic}, {"df", test.df}, {"p_value", test.p_value}, {"cramers_v", test.cramers_v}};
}

Result<Values> g_test_independence(Inputs& inputs) {
  const Matrix table = inputs.rows("table");
  LR_READ(inputs);
  LR_TRY(const Independence test, stats::g_test_independence(table));
  return Values{{"g", test.statistic}, {"df", test.df}, {"p_value", test.p_value}};
}

template <Result<ChiSquaredTest> (*function)(std::span<const double>, std::span<const double>)>
Result<Values> goodness_of_fit(Inputs& inputs, const char* statistic) {
  const Numbers observed = inputs.numbers("observed"), probabilities = inputs.numbers("probabilities");
  LR_READ(inputs);
  LR_TRY(const ChiSquaredTest test, function(observed, probabilities));
  return Values{{statistic, test.chi2}, {"df", test.df}, {"p_value", test.p_value}};
}

Result<Values> mcnemar(Inputs& inputs) {
  const double b = inputs.number("b"), c = inputs.number("c");
  const bool corrected = inputs.boolean_or("continuity_correction", false);
  LR_READ(inputs);
  LR_TRY(const ChiSquaredTest test, stats::mcnemar(b, c, corrected));
  return Values{{"chi2", test.chi2}, {"p_value", test.p_value}};
}

Result<Values> mcnemar_exact(Inputs& inputs) {
  const double b = inputs.number("b"), c = inputs.number("c");
  LR_READ(inputs);
  LR_TRY(const double p_value, stats::mcnemar_exact(b, c));
  return Values{{"p_value", p_value}};
}

Result<Values> cochran_mantel_haenszel(Inputs& inputs) {
  const std::vector<Matrix> tables = inputs.matrices("tables");
  const bool corrected = inputs.boolean_or("continuity_correction", false);
  const double conf_level = inputs.conf_level();
  LR_READ(inputs);
  LR_TRY(const stats::MantelHaenszel found, stats::cochran_mantel_haenszel(tables, corrected, conf_level));
  return Values{{"chi2", found.test.chi2},
                {"df", found.test.df},
                {"p_value", found.test.p_value},
                {"common_odds_ratio", found.common_odds_ratio},
                {"ci_low", found.interval.low},
                {"ci_high", found.interval.high}};
}

Result<Values> mantel_haenszel_risk_difference(Inputs& inputs) {
  const std::vector<Matrix> tables = inputs.matrices("tables");
  LR_READ(inputs);
  LR_TRY(const stats::RiskDifference found, stats::mantel_haenszel_risk_difference(tables));
  return Values{{"estimate", found.estimate}, {"std_error", found.std_error}, {"crude_difference", found.crude_difference}};
}

constexpr const char* kTwoByTwo = "table: [[a, b], [c, d]]";
constexpr const char* kTable = "table: rows of counts";
constexpr const char* kFit = "observed: counts; probabilities: shares that sum to 1";

}  // namespace

const std::vector<Routine>& table_routines() {
  static const std::vector<Routine> kAll = {
      {"fisher_exact_2x2", kTwoByTwo, "p_value; p_less; p_greater",
       "Exact with fixed margins; two-sided adds every table at most as likely (slack 1e-7). Margins up to a million.", "Fisher 1935",
       fisher_exact_2x2},
      {"fisher_odds_ratio_cmle", kTwoByTwo, "value", "The odds ratio of greatest likelihood given the margins, not ad / bc; 0 or Infinity at the ends.",
       "Fisher 1935", [](Inputs& in) { return of_table<stats::fisher_odds_ratio_cmle>(in, "value"); }},
      {"fisher_exact_rxc", kTable, "p_value", "Exact with fixed margins, by minimum likelihood (slack 1e-7); refuses tables with too many alternatives.",
       "Freeman & Halton 1951; Mehta & Patel 1983", [](Inputs& in) { return of_table<stats::fisher_exact_rxc>(in, "p_value"); }},
      {"chi_square_independence", "table: rows of counts; yates: false", "chi2; df; p_value; cramers_v",
       "Pearson's chi-squared; Yates' shift of min(0.5, |O - E|) for 2 x 2 only; Cramer's V from the uncorrected statistic.",
       "Pearson 1900; Yates 1934; Cramer 1946", chi_square_independence},
      {"g_test_independence", kTable, "g; df; p_value", "Likelihood ratio, without Williams' correction.", "Wilks 1938", g_test_independence},
      {"chi_square_gof", kFit, "chi2; df; p_value", "Pearson's chi-squared against given shares, df = categories - 1.", "Pearson 1900",
       [](Inputs& in) { return goodness_of_fit<stats::chi_square_gof>(in, "chi2"); }},
      {"g_test_gof", kFit, "g; df; p_value", "Likelihood ratio against given shares, without Williams' correction.", "Wilks 1938",
       [](Inputs& in) { return goodness_of_fit<stats::g_test_gof>(in, "g"); }},
      {"mcnemar", "b: count; c: count; continuity_correction: false", "chi2; p_value",
       "(|b - c| - correction)^2 / (b + c) with a correction of 1 or 0, df 1; b and c are the discordant pairs.", "McNemar 1947", mcnemar},
      {"mcnemar_exact", "b: count; c: count", "p_value", "Two-sided binomial test of the discordant pairs against one half.", "McNemar 1947",
       mcnemar_exact},
      {"cochran_mantel_haenszel", "tables: list of [[a, b], [c, d]]; continuity_correction: false; conf_level: share, 0.95",
       "chi2; df; p_value; common_odds_ratio; ci_low; ci_high",
       "Hypergeometric variance, correction of 0.5 or 0; limits of the common odds ratio from the variance of its logarithm.",
       "Mantel & Haenszel 1959; Robins, Breslow & Greenland 1986", cochran_mantel_haenszel},
      {"mantel_haenszel_risk_difference", "tables: list of [[events, others], [events, others]]", "estimate; std_error; crude_difference",
       "First row's risk minus the second's, weighted by n1 n2 / n; the crude difference pours the strata together.",
       "Greenland & Robins 1985", mantel_haenszel_risk_difference},
      {"cohen_kappa", "table: square rows of counts", "value", "Unweighted agreement beyond chance of two raters.", "Cohen 1960",
       [](Inputs& in) { return of_table<stats::cohen_kappa>(in, "value"); }},
  };
  return kAll;
}

}  // namespace loopready::engine
