#include "ui/screens/lab_choose_worked.h"

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
                   : not_found + " Chance alone would show this much or more in " + share(p) +
                         " of such samples, so it shows no difference; it does not show that there is none.";
}

// Lines of group, value: the values of each group, in ascending order of the group's number.
Result<stats::Groups> groups_of(const NumberColumns& columns, std::size_t n_least, std::size_t n_most) {
  std::map<double, std::vector<double>> by_group;
  for (std::size_t i = 0; i < columns[0].size(); ++i) by_group[columns[0][i]].push_back(columns[1][i]);
  if (by_group.size() < n_least || by_group.size() > n_most)
    return unfit(n_most == 2 ? "The first column must name exactly two groups, such as 0 and 1."
                             : "The first column must name " + std::to_string(n_least) + " to " + std::to_string(n_most) +
                                   " groups by number.");
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
  return {{{what, number(test.estimate)},
           {"95 % interval", range(test.ci_low, test.ci_high)},
           {"standard error", number(test.std_error)},
           {"t", number(test.statistic)},
           {"degrees of freedom", number(test.df)},
           {"p", number(test.p_value)}},
          verdict(test.p_value, found, not_found)};
}

Result<WorkedTest> signed_ranks(const std::vector<double>& by, const std::string& found, const std::string& not_found) {
  if (by.size() <= kMostExact)
    if (const auto exact = stats::wilcoxon_signed_rank_exact(by, Alternative::two_sided); exact.ok())
      return WorkedTest{{{"V", number(exact.value().statistic)}, {"p (exact)", number(exact.value().p_value)}},
                        verdict(exact.value().p_value, found, not_found)};
  LR_TRY(const stats::RankTest test,
         stats::wilcoxon_signed_rank_normal(by, Alternative::two_sided, true));  // ties, zeros or many values
  return WorkedTest{{{"V", number(test.statistic)}, {"z", number(test.z)}, {"p (normal)", number(test.p_value)}},
                    verdict(test.p_value, found, not_found)};
}

WorkedTest of_correlation(const stats::Correlation& test, const char* name, bool with_interval) {
  WorkedTest worked{
      {{name, number(test.r)}},
      verdict(test.p_value, "The two columns go together.", "The two columns may well have nothing to do with each other.")};
  if (with_interval) worked.values.emplace_back("95 % interval", range(test.interval.low, test.interval.high));
  worked.values.emplace_back("t", number(test.statistic));
  worked.values.emplace_back("p", number(test.p_value));
  return worked;
}

}  // namespace

Result<WorkedTest> one_mean(const NumberColumns& c, double fixed) {
  LR_TRY(const stats::MeanTest test, stats::one_sample_t(c[0], fixed, Alternative::two_sided, kLevel));
  return of_means(test, "mean", "The mean, " + number(test.estimate) + ", differs from " + number(fixed) + ".",
                  "The mean, " + number(test.estimate) + ", may well be " + number(fixed) + ".");
}

Result<WorkedTest> one_middle(const NumberColumns& c, double fixed) {
  return signed_ranks(differences(c[0], std::vector<double>(c[0].size(), fixed)),
                      "The values lie to one side of " + number(fixed) + ".",
                      "The values lie about evenly around " + number(fixed) + ".");
}

Result<WorkedTest> one_share(const NumberColumns& c, double fixed) {
  LR_TRY([[maybe_unused]] auto lines, need_lines(c, 1, "One line is needed: successes, trials."));
  const double x = c[0][0], n = c[1][0];
  LR_TRY(const double p, stats::binomial_test(x, n, fixed, stats::Side::two_sided));
  LR_TRY(const stats::Interval interval, stats::wilson_interval(x, n, kLevel));
  return WorkedTest{
      {{"share", share(x / n)}, {"95 % interval (Wilson)", range_of_shares(interval.low, interval.high)}, {"p", number(p)}},
      verdict(p, "The share, " + share(x / n) + ", differs from " + share(fixed) + ".",
              "The share, " + share(x / n) + ", may well be " + share(fixed) + ".")};
}

Result<WorkedTest> two_means(const NumberColumns& c, double) {
  LR_TRY(const stats::Groups groups, two_groups(c));
  LR_TRY(const stats::MeanTest test, stats::welch_t(groups[1], groups[0], Alternative::two_sided, kLevel));
  return of_means(
      test, "difference of means",
      "The second group's mean is " + number(std::fabs(test.estimate)) + (test.estimate > 0 ? " higher" : " lower") +
          ", give or take: " + range(test.ci_low, test.ci_high) + ".",
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
  return WorkedTest{
      {{"U", number(test.statistic)}, {kind, number(test.p_value)}, {"P(second above first)", share(effect.probability)}},
      verdict(test.p_value,
              "A value of the second group beats one of the first " + share(effect.probability) +
                  " of the time; 50 % would be no difference.",
              "A value of the second group beats one of the first " + share(effect.probability) + " of the time.")};
}

Result<WorkedTest> two_shares(const NumberColumns& c, double) {
  LR_TRY([[maybe_unused]] auto lines, need_lines(c, 2, "Two lines are needed, one a group: successes, trials."));
  LR_TRY(const stats::ZTest test, stats::two_proportion_z(c[0][1], c[1][1], c[0][0], c[1][0]));
  LR_TRY(const stats::Contrast contrast, stats::newcombe_difference(c[0][1], c[1][1], c[0][0], c[1][0], kLevel, false));
  return WorkedTest{{{"difference of shares", share(test.difference)},
                     {"95 % interval (Newcombe)", range_of_shares(contrast.interval.low, contrast.interval.high)},
                     {"z", number(test.z)},
                     {"p", number(test.p_value)}},
                    verdict(test.p_value,
                            "The second share is " + share(std::fabs(test.difference)) + " (percentage points) " +
                                (test.difference > 0 ? "higher." : "lower."),
                            "The shares differ by " + share(std::fabs(test.difference)) + " (percentage points).")};
}

Result<WorkedTest> two_rare_shares(const NumberColumns& c, double) {
  LR_TRY([[maybe_unused]] auto lines, need_lines(c, 2, "Two lines are needed, one a group: successes, trials."));
  LR_TRY([[maybe_unused]] auto fine, stats::need_two_proportions(c[0][0], c[1][0], c[0][1], c[1][1]));
  LR_TRY(const stats::FisherTest test, stats::fisher_exact_2x2({{c[0][0], c[1][0] - c[0][0]}, {c[0][1], c[1][1] - c[0][1]}}));
  return WorkedTest{
      {{"first share", share(c[0][0] / c[1][0])}, {"second share", share(c[0][1] / c[1][1])}, {"p", number(test.p_value)}},
      verdict(test.p_value, "The two shares differ.", "The two shares may well be equal.")};
}

Result<WorkedTest> two_rates(const NumberColumns& c, double) {
  LR_TRY([[maybe_unused]] auto lines, need_lines(c, 2, "Two lines are needed, one a group: events, days (or other exposure)."));
  LR_TRY(const stats::RateTest test, stats::poisson_rate_ratio_exact(c[0][1], c[1][1], c[0][0], c[1][0], kLevel));
  return WorkedTest{{{"ratio of rates", number(test.estimate)},
                     {"95 % interval", range(test.interval.low, test.interval.high)},
                     {"p", number(test.p_value)}},
                    verdict(test.p_value, "Events come " + number(test.estimate) + " times as often in the second group.",
                            "Events come " + number(test.estimate) + " times as often in the second group.")};
}

Result<WorkedTest> two_ratios(const NumberColumns& c, double) {
  std::vector<double> numerator[2], denominator[2];
  for (std::size_t i = 0; i < c[0].size(); ++i) {
    if (c[0][i] != 0 && c[0][i] != 1) return unfit("The first column is the group: 0 for the control, 1 for the treatment.");
    const std::size_t group = c[0][i] == 0 ? 0 : 1;
    denominator[group].push_back(c[1][i]);
    numerator[group].push_back(c[2][i]);
  }
  LR_TRY(const stats::RatioDifference test,
         stats::ratio_metric_difference(denominator[1], numerator[1], denominator[0], numerator[0]));
  return WorkedTest{{{"difference of ratios", number(test.difference)},
                     {"standard error", number(test.std_error)},
                     {"z", number(test.z)},
                     {"p", number(test.p_value)},
                     {"relative lift", share(test.relative_lift)}},
                    verdict(test.p_value, "The ratio moved by " + share(test.relative_lift) + ".",
                            "The ratio moved by " + share(test.relative_lift) + " in this sample.")};
}

Result<WorkedTest> paired_means(const NumberColumns& c, double) {
  LR_TRY(const stats::MeanTest test, stats::paired_t(c[1], c[0], Alternative::two_sided, kLevel));
  return of_means(test, "mean change",
                  "The mean change is " + number(test.estimate) + ", between " + range(test.ci_low, test.ci_high) + ".",
                  "The mean change is " + number(test.estimate) + ", anywhere from " + range(test.ci_low, test.ci_high) + ".");
}

Result<WorkedTest> paired_middles(const NumberColumns& c, double) {
  return signed_ranks(differences(c[1], c[0]), "Most units moved the same way.", "About as many units moved up as down.");
}

Result<WorkedTest> paired_shares(const NumberColumns& c, double) {
  LR_TRY([[maybe_unused]] auto lines,
         need_lines(c, 1, "One line is needed: units that turned from no to yes, units that turned from yes to no."));
  LR_TRY(const double p, stats::mcnemar_exact(c[0][0], c[1][0]));
  return WorkedTest{{{"turned to yes", number(c[0][0])}, {"turned to no", number(c[1][0])}, {"p", number(p)}},
                    verdict(p, "More units turned one way than the other.", "About as many turned one way as the other.")};
}

Result<WorkedTest> many_means(const NumberColumns& c, double) {
  LR_TRY(const stats::Groups groups, groups_of(c, 2, 50));
  LR_TRY(const stats::FTest test, stats::welch_anova(groups));
  return WorkedTest{{{"groups", std::to_string(groups.size())},
                     {"F", number(test.f)},
                     {"degrees of freedom", number(test.df1) + ", " + number(test.df2)},
                     {"p", number(test.p_value)}},
                    verdict(test.p_value, "At least one group's mean differs.", "The groups' means may well be the same.")};
}

Result<WorkedTest> many_middles(const NumberColumns& c, double) {
  LR_TRY(const stats::Groups groups, groups_of(c, 2, 50));
  LR_TRY(const stats::ChiSquaredTest test, stats::kruskal_wallis(groups));
  return WorkedTest{{{"groups", std::to_string(groups.size())},
                     {"H", number(test.chi2)},
                     {"degrees of freedom", number(test.df)},
                     {"p", number(test.p_value)}},
                    verdict(test.p_value, "At least one group lies higher or lower than the others.",
                            "The groups may well lie at the same height.")};
}

Result<WorkedTest> counts_table(const NumberColumns& c, double) {
  stats::Table table;
  for (std::size_t i = 0; i < c[0].size(); ++i) table.push_back({c[0][i], c[1][i]});
  LR_TRY(const stats::Independence test, stats::chi_square_independence(table, false));
  return WorkedTest{{{"\u03C7\u00B2", number(test.statistic)},
                     {"degrees of freedom", number(test.df)},
                     {"p", number(test.p_value)},
                     {"Cram\u00E9r's V", number(test.cramers_v)}},
                    verdict(test.p_value, "The rows differ in how their counts are split.", "The rows may well be split alike.")};
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
                    verdict(test.p_value, "The counts don't fit the planned shares: find out why before you read any result.",
                            "The counts fit the planned shares.")};
}

}  // namespace loopready::screens
