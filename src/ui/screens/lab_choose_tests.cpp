#include "ui/screens/lab_choose_tests.h"

#include <cmath>
#include <map>

#include "stats/contingency.h"
#include "stats/correlation.h"
#include "stats/experiment.h"
#include "stats/fisher_exact.h"
#include "stats/group_tests.h"
#include "stats/mean_test.h"
#include "stats/poisson_rate.h"
#include "stats/proportion_contrast.h"
#include "stats/proportion_interval.h"
#include "stats/proportion_test.h"
#include "stats/rank_test.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;
using stats::Alternative;

constexpr double kLevel = 0.95;
constexpr std::size_t kMostExact = 50;  // values a group for exact tests by ranks

std::string number(double value) { return in_words(value, Unit::plain, 4); }
std::string share(double value) { return in_words(value, Unit::share); }
std::string range(double low, double high) { return number(low) + " to " + number(high); }
std::string range_of_shares(double low, double high) { return share(low) + " to " + share(high); }
Error unfit(std::string sentence) { return {ErrorKind::bad_input, "", std::move(sentence)}; }

// What a p-value allows to be said.
std::string verdict(double p, const std::string& found, const std::string& not_found) {
  return p <= 0.05 ? found + " Chance alone would show this much or more in " + share(p) + " of such samples."
                   : not_found + " Chance alone would show this much or more in " + share(p) + " of such samples, so it shows no difference; it does not show that there is none.";
}

// Lines of group, value: the values of each group, in ascending order of the group's number.
Result<stats::Groups> groups_of(const NumberColumns& columns, std::size_t n_least, std::size_t n_most) {
  std::map<double, std::vector<double>> by_group;
  for (std::size_t i = 0; i < columns[0].size(); ++i) by_group[columns[0][i]].push_back(columns[1][i]);
  if (by_group.size() < n_least || by_group.size() > n_most)
    return unfit(n_most == 2 ? "The first column must name exactly two groups, such as 0 and 1." : "The first column must name " + std::to_string(n_least) + " to " + std::to_string(n_most) + " groups by number.");
  stats::Groups groups;
  for (auto& entry : by_group) groups.push_back(std::move(entry.second));
  return groups;
}

Result<stats::Groups> two_groups(const NumberColumns& columns) { return groups_of(columns, 2, 2); }

std::vector<double> differences(const std::vector<double>& x, const std::vector<double>& y) {
  std::vector<double> all;
  for (std::size_t i = 0; i < x.size(); ++i) all.push_back(x[i] - y[i]);
  return all;
}

base::Status need_lines(const NumberColumns& columns, std::size_t n, const char* sentence) {
  if (columns[0].size() != n) return unfit(sentence);
  return base::Done{};
}

WorkedTest of_means(const stats::MeanTest& test, const std::string& what, const std::string& found, const std::string& not_found) {
  return {{{what, number(test.estimate)}, {"95 % interval", range(test.ci_low, test.ci_high)}, {"standard error", number(test.std_error)}, {"t", number(test.statistic)},
           {"degrees of freedom", number(test.df)}, {"p", number(test.p_value)}},
          verdict(test.p_value, found, not_found)};
}

Result<WorkedTest> one_mean(const NumberColumns& c, double fixed) {
  LR_TRY(const stats::MeanTest test, stats::one_sample_t(c[0], fixed, Alternative::two_sided, kLevel));
  return of_means(test, "mean", "The mean, " + number(test.estimate) + ", differs from " + number(fixed) + ".", "The mean, " + number(test.estimate) + ", may well be " + number(fixed) + ".");
}

Result<WorkedTest> signed_ranks(const std::vector<double>& by, const std::string& found, const std::string& not_found) {
  if (by.size() <= kMostExact)
    if (const auto exact = stats::wilcoxon_signed_rank_exact(by, Alternative::two_sided); exact.ok())
      return WorkedTest{{{"V", number(exact.value().statistic)}, {"p (exact)", number(exact.value().p_value)}}, verdict(exact.value().p_value, found, not_found)};
  LR_TRY(const stats::RankTest test, stats::wilcoxon_signed_rank_normal(by, Alternative::two_sided, true));  // ties, zeros or many values
  return WorkedTest{{{"V", number(test.statistic)}, {"z", number(test.z)}, {"p (normal)", number(test.p_value)}}, verdict(test.p_value, found, not_found)};
}

Result<WorkedTest> one_middle(const NumberColumns& c, double fixed) {
  return signed_ranks(differences(c[0], std::vector<double>(c[0].size(), fixed)), "The values lie to one side of " + number(fixed) + ".", "The values lie about evenly around " + number(fixed) + ".");
}

Result<WorkedTest> one_share(const NumberColumns& c, double fixed) {
  LR_TRY([[maybe_unused]] auto lines, need_lines(c, 1, "One line is needed: successes, trials."));
  const double x = c[0][0], n = c[1][0];
  LR_TRY(const double p, stats::binomial_test(x, n, fixed, stats::Side::two_sided));
  LR_TRY(const stats::Interval interval, stats::wilson_interval(x, n, kLevel));
  return WorkedTest{{{"share", share(x / n)}, {"95 % interval (Wilson)", range_of_shares(interval.low, interval.high)}, {"p", number(p)}},
                    verdict(p, "The share, " + share(x / n) + ", differs from " + share(fixed) + ".", "The share, " + share(x / n) + ", may well be " + share(fixed) + ".")};
}

Result<WorkedTest> two_means(const NumberColumns& c, double) {
  LR_TRY(const stats::Groups groups, two_groups(c));
  LR_TRY(const stats::MeanTest test, stats::welch_t(groups[1], groups[0], Alternative::two_sided, kLevel));
  return of_means(test, "difference of means", "The second group's mean is " + number(std::fabs(test.estimate)) + (test.estimate > 0 ? " higher" : " lower") + ", give or take: " + range(test.ci_low, test.ci_high) + ".",
                  "The means differ by " + number(std::fabs(test.estimate)) + ", anywhere from " + range(test.ci_low, test.ci_high) + ".");
}

Result<WorkedTest> two_middles(const NumberColumns& c, double) {
  LR_TRY(const stats::Groups groups, two_groups(c));
  auto tested = stats::mann_whitney_normal(groups[1], groups[0], Alternative::two_sided, true);
  const char* kind = "p (normal)";
  if (groups[0].size() <= kMostExact && groups[1].size() <= kMostExact)
    if (auto exact = stats::mann_whitney_exact(groups[1], groups[0], Alternative::two_sided); exact.ok()) {  // no ties
      tested = std::move(exact);
      kind = "p (exact)";
    }
  LR_TRY(const stats::RankTest test, std::move(tested));
  LR_TRY(const stats::Effect effect, stats::common_language_effect(groups[1], groups[0]));
  return WorkedTest{{{"U", number(test.statistic)}, {kind, number(test.p_value)}, {"P(second above first)", share(effect.probability)}},
                    verdict(test.p_value, "A value of the second group beats one of the first " + share(effect.probability) + " of the time; 50 % would be no difference.",
                            "A value of the second group beats one of the first " + share(effect.probability) + " of the time.")};
}

Result<WorkedTest> two_shares(const NumberColumns& c, double) {
  LR_TRY([[maybe_unused]] auto lines, need_lines(c, 2, "Two lines are needed, one a group: successes, trials."));
  LR_TRY(const stats::ZTest test, stats::two_proportion_z(c[0][1], c[1][1], c[0][0], c[1][0]));
  LR_TRY(const stats::Contrast contrast, stats::newcombe_difference(c[0][1], c[1][1], c[0][0], c[1][0], kLevel, false));
  return WorkedTest{{{"difference of shares", share(test.difference)}, {"95 % interval (Newcombe)", range_of_shares(contrast.interval.low, contrast.interval.high)}, {"z", number(test.z)}, {"p", number(test.p_value)}},
                    verdict(test.p_value, "The second share is " + share(std::fabs(test.difference)) + " (percentage points) " + (test.difference > 0 ? "higher." : "lower."), "The shares differ by " + share(std::fabs(test.difference)) + " (percentage points).")};
}

Result<WorkedTest> two_rare_shares(const NumberColumns& c, double) {
  LR_TRY([[maybe_unused]] auto lines, need_lines(c, 2, "Two lines are needed, one a group: successes, trials."));
  LR_TRY([[maybe_unused]] auto fine, stats::need_two_proportions(c[0][0], c[1][0], c[0][1], c[1][1]));
  LR_TRY(const stats::FisherTest test, stats::fisher_exact_2x2({{c[0][0], c[1][0] - c[0][0]}, {c[0][1], c[1][1] - c[0][1]}}));
  return WorkedTest{{{"first share", share(c[0][0] / c[1][0])}, {"second share", share(c[0][1] / c[1][1])}, {"p", number(test.p_value)}},
                    verdict(test.p_value, "The two shares differ.", "The two shares may well be equal.")};
}

Result<WorkedTest> two_rates(const NumberColumns& c, double) {
  LR_TRY([[maybe_unused]] auto lines, need_lines(c, 2, "Two lines are needed, one a group: events, days (or other exposure)."));
  LR_TRY(const stats::RateTest test, stats::poisson_rate_ratio_exact(c[0][1], c[1][1], c[0][0], c[1][0], kLevel));
  return WorkedTest{{{"ratio of rates", number(test.estimate)}, {"95 % interval", range(test.interval.low, test.interval.high)}, {"p", number(test.p_value)}},
                    verdict(test.p_value, "Events come " + number(test.estimate) + " times as often in the second group.", "Events come " + number(test.estimate) + " times as often in the second group.")};
}

Result<WorkedTest> two_ratios(const NumberColumns& c, double) {
  std::vector<double> numerator[2], denominator[2];
  for (std::size_t i = 0; i < c[0].size(); ++i) {
    if (c[0][i] != 0 && c[0][i] != 1) return unfit("The first column is the group: 0 for the control, 1 for the treatment.");
    const std::size_t group = c[0][i] == 0 ? 0 : 1;
    denominator[group].push_back(c[1][i]);
    numerator[group].push_back(c[2][i]);
  }
  LR_TRY(const stats::RatioDifference test, stats::ratio_metric_difference(denominator[1], numerator[1], denominator[0], numerator[0]));
  return WorkedTest{{{"difference of ratios", number(test.difference)}, {"standard error", number(test.std_error)}, {"z", number(test.z)}, {"p", number(test.p_value)}, {"relative lift", share(test.relative_lift)}},
                    verdict(test.p_value, "The ratio moved by " + share(test.relative_lift) + ".", "The ratio moved by " + share(test.relative_lift) + " in this sample.")};
}

Result<WorkedTest> paired_means(const NumberColumns& c, double) {
  LR_TRY(const stats::MeanTest test, stats::paired_t(c[1], c[0], Alternative::two_sided, kLevel));
  return of_means(test, "mean change", "The mean change is " + number(test.estimate) + ", between " + range(test.ci_low, test.ci_high) + ".", "The mean change is " + number(test.estimate) + ", anywhere from " + range(test.ci_low, test.ci_high) + ".");
}

Result<WorkedTest> paired_middles(const NumberColumns& c, double) {
  return signed_ranks(differences(c[1], c[0]), "Most units moved the same way.", "About as many units moved up as down.");
}

Result<WorkedTest> paired_shares(const NumberColumns& c, double) {
  LR_TRY([[maybe_unused]] auto lines, need_lines(c, 1, "One line is needed: units that turned from no to yes, units that turned from yes to no."));
  LR_TRY(const double p, stats::mcnemar_exact(c[0][0], c[1][0]));
  return WorkedTest{{{"turned to yes", number(c[0][0])}, {"turned to no", number(c[1][0])}, {"p", number(p)}},
                    verdict(p, "More units turned one way than the other.", "About as many turned one way as the other.")};
}

Result<WorkedTest> many_means(const NumberColumns& c, double) {
  LR_TRY(const stats::Groups groups, groups_of(c, 2, 50));
  LR_TRY(const stats::FTest test, stats::welch_anova(groups));
  return WorkedTest{{{"groups", std::to_string(groups.size())}, {"F", number(test.f)}, {"degrees of freedom", number(test.df1) + ", " + number(test.df2)}, {"p", number(test.p_value)}},
                    verdict(test.p_value, "At least one group's mean differs.", "The groups' means may well be the same.")};
}

Result<WorkedTest> many_middles(const NumberColumns& c, double) {
  LR_TRY(const stats::Groups groups, groups_of(c, 2, 50));
  LR_TRY(const stats::ChiSquaredTest test, stats::kruskal_wallis(groups));
  return WorkedTest{{{"groups", std::to_string(groups.size())}, {"H", number(test.chi2)}, {"degrees of freedom", number(test.df)}, {"p", number(test.p_value)}},
                    verdict(test.p_value, "At least one group lies higher or lower than the others.", "The groups may well lie at the same height.")};
}

Result<WorkedTest> counts_table(const NumberColumns& c, double) {
  stats::Table table;
  for (std::size_t i = 0; i < c[0].size(); ++i) table.push_back({c[0][i], c[1][i]});
  LR_TRY(const stats::Independence test, stats::chi_square_independence(table, false));
  return WorkedTest{{{"\u03C7\u00B2", number(test.statistic)}, {"degrees of freedom", number(test.df)}, {"p", number(test.p_value)}, {"Cram\u00E9r's V", number(test.cramers_v)}},
                    verdict(test.p_value, "The rows differ in how their counts are split.", "The rows may well be split alike.")};
}

WorkedTest of_correlation(const stats::Correlation& test, const char* name, bool with_interval) {
  WorkedTest worked{{{name, number(test.r)}}, verdict(test.p_value, "The two columns go together.", "The two columns may well have nothing to do with each other.")};
  if (with_interval) worked.values.emplace_back("95 % interval", range(test.interval.low, test.interval.high));
  worked.values.emplace_back("t", number(test.statistic));
  worked.values.emplace_back("p", number(test.p_value));
  return worked;
}

Result<WorkedTest> line(const NumberColumns& c, double) {
  LR_TRY(const stats::Correlation test, stats::pearson(c[0], c[1], kLevel));
  return of_correlation(test, "r", true);
}

Result<WorkedTest> monotone(const NumberColumns& c, double) {
  LR_TRY(const stats::Correlation test, stats::spearman(c[0], c[1]));
  return of_correlation(test, "\u03C1", false);
}

Result<WorkedTest> planned_shares(const NumberColumns& c, double) {
  double whole = 0;
  for (const double planned : c[1]) whole += planned;
  std::vector<double> shares;  // 50,50 is as good as 0.5,0.5
  for (const double planned : c[1]) shares.push_back(planned / whole);
  LR_TRY(const stats::ChiSquaredTest test, stats::chi_square_gof(c[0], shares));
  return WorkedTest{{{"\u03C7\u00B2", number(test.chi2)}, {"degrees of freedom", number(test.df)}, {"p", number(test.p_value)}},
                    verdict(test.p_value, "The counts don't fit the planned shares: find out why before you read any result.", "The counts fit the planned shares.")};
}

const Assumption kIndependent = {"Units are independent", "Average within each unit (user, market, day) first, or use standard errors by cluster."};
const Assumption kEnoughValues = {"Values are near normal, or there are many", "With a few dozen skewed values use ranks; or cap the ends, or bootstrap."};
const Assumption kPairsMatch = {"Each line is the same unit twice", "Separate groups need the test for two groups."};
const Assumption kSymmetric = {"Differences lie evenly around their middle", "The sign test needs no such thing, and finds less."};

constexpr const char* kTwoGroups = "0,12.1\n0,15.4\n0,9.8\n0,14.2\n0,11.7\n0,13.3\n0,10.9\n0,12.8\n1,14.9\n1,13.1\n1,16.8\n1,15.2\n1,12.6\n1,17.4\n1,14.4\n1,15.9";
constexpr const char* kThreeGroups = "1,21\n1,24\n1,19\n1,23\n1,22\n2,25\n2,28\n2,24\n2,27\n2,26\n3,22\n3,21\n3,25\n3,23\n3,20";
constexpr const char* kBeforeAfter = "31,34\n28,27\n45,52\n39,41\n22,29\n51,50\n36,43\n30,33\n27,31\n42,44";
constexpr const char* kTwoColumns = "1,3.2\n2,4.1\n3,3.9\n4,5.6\n5,6.1\n6,5.8\n7,7.4\n8,7.1\n9,8.8\n10,9.2";
constexpr const char* kValues = "21.4\n18.9\n24.2\n26.1\n19.5\n22.8\n27.3\n20.7\n23.9\n25.4";

const std::vector<ChosenTest>& all_tests() {
  static const std::vector<ChosenTest> kTests = {
      {TestKind::one_mean, "one-mean", "One-sample t-test", "One group's mean against a value that was fixed beforehand.", "t = (\\bar{x} - \\mu_0) / (s / \\sqrt{n})", {kIndependent, kEnoughValues}, 1, "one value", kValues, true, "20", one_mean},
      {TestKind::one_middle, "one-middle", "Wilcoxon's signed-rank test", "One group against a fixed value, by ranks, so that a huge value counts no more than a large one.", "V = \\text{sum of ranks of } |x_i - \\mu_0| \\text{ where } x_i > \\mu_0", {kIndependent, kSymmetric}, 1, "one value", kValues, true, "20", one_middle},
      {TestKind::one_share, "one-share", "Exact binomial test", "One share against a fixed one; exact at every size.", "P(X \\ge x | n, p_0)", {kIndependent, {"Every trial has the same chance", "Split by what changes the chance, and test within."}}, 2, "successes, trials", "58,1000", true, "0.05", one_share},
      {TestKind::two_means, "two-means", "Welch's t-test", "Two means, without assuming equal spreads: there is no reason to assume them.", "t = (\\bar{x}_2 - \\bar{x}_1) / \\sqrt{s_1^2/n_1 + s_2^2/n_2}", {kIndependent, kEnoughValues}, 2, "group, value", kTwoGroups, false, "", two_means},
      {TestKind::two_middles, "two-middles", "Mann-Whitney test", "Two groups by ranks: how often does a value of one beat a value of the other?", "U = \\text{number of pairs with } x_2 > x_1", {kIndependent, {"You ask who tends to be higher, not by how much on average", "For revenue or other totals compare means (Welch, bootstrap)."}}, 2, "group, value", kTwoGroups, false, "", two_middles},
      {TestKind::two_shares, "two-shares", "Two-proportion z-test", "Two shares with enough of both outcomes.", "z = (p_2 - p_1) / \\sqrt{p(1-p)(1/n_1 + 1/n_2)}", {kIndependent, {"At least 5 of each outcome in each group", "Fisher's exact test."}, {"One trial a user", "Several trials a user make a ratio: delta method."}}, 2, "successes, trials (a line a group)", "500,10000\n570,10000", false, "", two_shares},
      {TestKind::two_rare_shares, "two-rare-shares", "Fisher's exact test", "Two shares with few successes: exact, given how many there were in all.", "P(X = x) = \\frac{K!(N-K)!n!(N-n)!}{N!x!(K-x)!(n-x)!(N-K-n+x)!}", {kIndependent, {"Caution is welcome", "It is strict: with larger counts the z-test finds more."}}, 2, "successes, trials (a line a group)", "2,40\n9,42", false, "", two_rare_shares},
      {TestKind::two_rates, "two-rates", "Exact test of two Poisson rates", "Events per time in two groups.", "X_1 | X_1 + X_2 \\text{ is binomial}", {{"Events come one by one, independently", "Bursts (one outage, many tickets): count bursts, or compare days by Welch's t-test."}, {"The rate is steady within a group", "Compare within weekday or hour."}}, 2, "events, exposure (a line a group)", "48,30\n31,30", false, "", two_rates},
      {TestKind::two_ratios, "two-ratios", "Delta method for a ratio", "A ratio of sums, such as clicks per view, when users have several views each.", "Var(R) = (\\sigma_y^2 - 2 R \\sigma_{xy} + R^2 \\sigma_x^2) / (n \\bar{x}^2)", {{"Users are independent, their views need not be", "If users influence each other, randomise by market or by time."}, {"Many users", "With a few dozen, bootstrap whole users."}}, 3, "group (0 or 1), denominator, numerator", "0,3,1\n0,5,1\n0,2,0\n0,8,2\n0,4,1\n0,6,1\n0,1,0\n0,7,2\n1,4,2\n1,6,2\n1,2,1\n1,7,3\n1,3,1\n1,5,2\n1,8,3\n1,2,0", false, "", two_ratios},
      {TestKind::paired_means, "paired-means", "Paired t-test", "The same units before and after: their differences have one mean.", "t = \\bar{d} / (s_d / \\sqrt{n})", {kPairsMatch, kEnoughValues, {"Nothing else changed in between", "Add units that were not treated: difference in differences."}}, 2, "before, after", kBeforeAfter, false, "", paired_means},
      {TestKind::paired_middles, "paired-middles", "Wilcoxon's test of pairs", "The same units twice, by ranks of their differences.", "V = \\text{sum of ranks of } |d_i| \\text{ where } d_i > 0", {kPairsMatch, kSymmetric}, 2, "before, after", kBeforeAfter, false, "", paired_middles},
      {TestKind::paired_shares, "paired-shares", "McNemar's exact test", "Yes or no of the same units twice: only those that changed say anything.", "b | b + c \\text{ is binomial with } p = 1/2", {kPairsMatch, kIndependent}, 2, "turned to yes, turned to no", "34,15", false, "", paired_shares},
      {TestKind::many_means, "many-means", "Welch's analysis of variance", "Several means at once, without assuming equal spreads.", "F = \\text{spread between groups} / \\text{spread within}", {kIndependent, kEnoughValues, {"You ask whether any differs", "For which one: compare pairs, with Holm's or Tukey's correction."}}, 2, "group, value", kThreeGroups, false, "", many_means},
      {TestKind::many_middles, "many-middles", "Kruskal-Wallis test", "Several groups by ranks.", "H = \\frac{12}{N(N+1)} \\sum n_j (\\bar{R}_j - \\bar{R})^2", {kIndependent, {"Groups have shapes alike", "Else it finds unlike spreads too: look at quantiles."}}, 2, "group, value", kThreeGroups, false, "", many_middles},
      {TestKind::counts_table, "counts-table", "Chi-squared test of independence", "Counts of two outcomes in two or more groups.", "\\chi^2 = \\sum (O - E)^2 / E", {kIndependent, {"At least 5 expected in each cell", "Join rare rows, or use Fisher's exact test."}}, 2, "count of yes, count of no (a line a group)", "120,880\n150,850\n96,904", false, "", counts_table},
      {TestKind::line, "line", "Pearson's correlation", "How close two columns come to a straight line.", "r = \\sum (x - \\bar{x})(y - \\bar{y}) / ((n-1) s_x s_y)", {kIndependent, {"A line describes them", "Bends and outliers: Spearman; a curve: fit one."}, {"It says nothing of causes", "An experiment, or a design that comes near one."}}, 2, "x, y", kTwoColumns, false, "", line},
      {TestKind::monotone, "monotone", "Spearman's correlation", "Whether one column rises when the other does, by ranks.", "\\rho = r \\text{ of the ranks}", {kIndependent, {"It rises or falls throughout", "Up and then down looks like nothing: plot it."}}, 2, "x, y", kTwoColumns, false, "", monotone},
      {TestKind::planned_shares, "planned-shares", "Chi-squared test of fit", "Counts against planned shares, such as the split of an experiment.", "\\chi^2 = \\sum (O - E)^2 / E", {kIndependent, {"At least 5 expected in each", "Join the rare ones."}, {"For a sample ratio check, look at p below 0.001", "With many users even a harmless slip shows at 0.05."}}, 2, "count, planned share", "50210,0.5\n49790,0.5", false, "", planned_shares},
  };
  return kTests;
}

}  // namespace

const ChosenTest& chosen_test(TestKind kind) {
  for (const ChosenTest& test : all_tests())
    if (test.kind == kind) return test;
  return all_tests().front();
}

}  // namespace loopready::screens
