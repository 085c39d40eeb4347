// Tests and intervals for means and variances, by name.
#include "engine/one_value.h"
#include "engine/routine.h"
#include "stats/mean_test.h"

namespace loopready::engine {
namespace {

using base::Result;
using stats::Alternative;
using stats::MeanTest;
using stats::Summary;

Alternative alternative_of(Inputs& in) {
  const std::string word = in.alternative();
  return word == "less" ? Alternative::less : word == "greater" ? Alternative::greater : Alternative::two_sided;
}

Values t_values(const MeanTest& test, const char* estimate) {
  return {{estimate, test.estimate}, {"std_error", test.std_error}, {"t", test.statistic}, {"df", test.df},
          {"p_value", test.p_value}, {"ci_low", test.ci_low},       {"ci_high", test.ci_high}};
}

Values z_values(const MeanTest& test, const char* estimate) {
  return {{estimate, test.estimate},   {"std_error", test.std_error}, {"z", test.statistic},
          {"p_value", test.p_value},   {"ci_low", test.ci_low},       {"ci_high", test.ci_high}};
}

template <class Test>
Result<Values> of_two_lists(Inputs& in, Test test, const char* estimate) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  const Alternative alternative = alternative_of(in);
  const double level = in.conf_level();
  LR_READ(in);
  LR_TRY(const MeanTest found, test(x, y, alternative, level));
  return t_values(found, estimate);
}

Summary summary(Inputs& in, const char* mean, const char* sd, const char* n) { return {in.number(mean), in.number(sd), in.number(n)}; }

template <class Test>
Result<Values> of_summaries(Inputs& in, Test test) {
  const Summary first = summary(in, "mean1", "sd1", "n1"), second = summary(in, "mean2", "sd2", "n2");
  const Alternative alternative = alternative_of(in);
  const double level = in.conf_level();
  LR_READ(in);
  LR_TRY(const MeanTest found, test(first, second, alternative, level));
  return t_values(found, "difference");
}

Result<Values> one_sample_t(Inputs& in) {
  const Numbers x = in.numbers("x");
  const double mu = in.number("mu");
  const Alternative alternative = alternative_of(in);
  const double level = in.conf_level();
  LR_READ(in);
  LR_TRY(const MeanTest found, stats::one_sample_t(x, mu, alternative, level));
  return t_values(found, "mean");
}

Result<Values> one_sample_z(Inputs& in) {
  const Numbers x = in.numbers("x");
  const double mu = in.number("mu"), sigma = in.number("sigma");
  const Alternative alternative = alternative_of(in);
  const double level = in.conf_level();
  LR_READ(in);
  LR_TRY(const MeanTest found, stats::one_sample_z(x, mu, sigma, alternative, level));
  return z_values(found, "mean");
}

Result<Values> two_sample_z(Inputs& in) {
  const Summary first = summary(in, "mean1", "sigma1", "n1"), second = summary(in, "mean2", "sigma2", "n2");
  const Alternative alternative = alternative_of(in);
  const double level = in.conf_level();
  LR_READ(in);
  LR_TRY(const MeanTest found, stats::two_sample_z(first, second, alternative, level));
  return z_values(found, "difference");
}

Result<Values> yuen_t(Inputs& in) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  const double trim = in.number_or("trim", 0.2), level = in.conf_level();
  LR_READ(in);
  LR_TRY(const MeanTest found, stats::yuen_t(x, y, trim, level));
  return t_values(found, "trimmed_difference");
}

Result<Values> trimmed_mean_ci(Inputs& in) {
  const Numbers x = in.numbers("x");
  const double trim = in.number_or("trim", 0.2), level = in.conf_level();
  LR_READ(in);
  LR_TRY(const MeanTest found, stats::trimmed_mean_ci(x, trim, level));
  return Values{{"trimmed_mean", found.estimate}, {"std_error", found.std_error}, {"df", found.df},
                {"ci_low", found.ci_low},         {"ci_high", found.ci_high}};
}

Result<Values> log_ratio_welch(Inputs& in) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  const double level = in.conf_level();
  LR_READ(in);
  LR_TRY(const stats::RatioTest found, stats::log_ratio_welch(x, y, level));
  return Values{{"ratio", found.ratio}, {"ratio_low", found.low}, {"ratio_high", found.high},
                {"t", found.t},         {"df", found.df},         {"p_value", found.p_value}};
}

Result<Values> f_test_variances(Inputs& in) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  const double level = in.conf_level();
  LR_READ(in);
  LR_TRY(const stats::VarianceRatio found, stats::f_test_variances(x, y, level));
  return Values{{"f", found.f},           {"df1", found.df1},       {"df2", found.df2},
                {"p_value", found.p_value}, {"ci_low", found.ci_low}, {"ci_high", found.ci_high}};
}

Result<Values> variance_ci(Inputs& in) {
  const Numbers x = in.numbers("x");
  const double level = in.conf_level();
  LR_READ(in);
  LR_TRY(const stats::VarianceInterval found, stats::variance_ci(x, level));
  return Values{{"variance", found.variance}, {"ci_low", found.ci_low}, {"ci_high", found.ci_high}};
}

constexpr const char* kLists = "x: numbers; y: numbers; alternative (two-sided); conf_level (0.95)";
constexpr const char* kSummaries = "mean1; sd1; n1; mean2; sd2; n2; alternative (two-sided); conf_level (0.95)";
constexpr const char* kOutputs = "difference; std_error; t; df; p_value; ci_low; ci_high";
constexpr const char* kWelch = "Separate variances, real-valued df (Satterthwaite); the difference is first less second.";
constexpr const char* kPooled = "One variance for both groups, df n1 + n2 - 2; the difference is first less second.";

}  // namespace

const std::vector<Routine>& mean_test_routines() {
  static const std::vector<Routine> kAll = {
      {"one_sample_t", "x: numbers; mu; alternative (two-sided); conf_level (0.95)", "mean; std_error; t; df; p_value; ci_low; ci_high",
       "The mean against mu, df n - 1; the interval is for the mean and one-sided for a one-sided alternative.", "Student 1908", one_sample_t},
      {"paired_t", kLists, "mean_difference; std_error; t; df; p_value; ci_low; ci_high", "One-sample t on the differences x - y.",
       "Student 1908", [](Inputs& in) { return of_two_lists(in, stats::paired_t, "mean_difference"); }},
      {"pooled_t", kLists, kOutputs, kPooled, "Student 1908; Fisher 1925",
       [](Inputs& in) { return of_two_lists(in, stats::pooled_t, "difference"); }},
      {"welch_t", kLists, kOutputs, kWelch, "Welch 1947", [](Inputs& in) { return of_two_lists(in, stats::welch_t, "difference"); }},
      {"welch_t_summary", kSummaries, kOutputs, kWelch, "Welch 1947", [](Inputs& in) { return of_summaries(in, stats::welch_t_summary); }},
      {"pooled_t_summary", kSummaries, kOutputs, kPooled, "Student 1908; Fisher 1925",
       [](Inputs& in) { return of_summaries(in, stats::pooled_t_summary); }},
      {"one_sample_z", "x: numbers; mu; sigma; alternative (two-sided); conf_level (0.95)", "mean; std_error; z; p_value; ci_low; ci_high",
       "The mean against mu with a known sd sigma.", "definition", one_sample_z},
      {"two_sample_z", "mean1; sigma1; n1; mean2; sigma2; n2; alternative (two-sided); conf_level (0.95)",
       "difference; std_error; z; p_value; ci_low; ci_high", "First mean less second with known sds.", "definition", two_sample_z},
      {"cohen_d", "x: numbers; y: numbers", "value", "Mean of x less mean of y over the pooled sd.", "Cohen 1988",
       [](Inputs& in) { return value_of_lists(in, stats::cohen_d, "x", "y"); }},
      {"hedges_g", "x: numbers; y: numbers", "value", "Cohen's d times the exact factor of gamma functions that removes its bias.",
       "Hedges 1981", [](Inputs& in) { return value_of_lists(in, stats::hedges_g, "x", "y"); }},
      {"yuen_t", "x: numbers; y: numbers; trim: share (0.2); conf_level (0.95)",
       "trimmed_difference; std_error; t; df; p_value; ci_low; ci_high",
       "Trimmed means, floor(trim n) values off each end; winsorised variances, Welch's df on the values left.", "Yuen 1974", yuen_t},
      {"trimmed_mean_ci", "x: numbers; trim: share (0.2); conf_level (0.95)", "trimmed_mean; std_error; df; ci_low; ci_high",
       "Winsorised sd over (1 - 2 trim) root n, t with the df of the values left.", "Tukey and McLaughlin 1963", trimmed_mean_ci},
      {"log_ratio_welch", "x: numbers; y: numbers; conf_level (0.95)", "ratio; ratio_low; ratio_high; t; df; p_value",
       "Welch's t on logarithms; exponentiated, the ratio of geometric means x over y.", "Welch 1947", log_ratio_welch},
      {"f_test_variances", "x: numbers; y: numbers; conf_level (0.95)", "f; df1; df2; p_value; ci_low; ci_high",
       "Variance of x over that of y; p is twice the smaller tail; the interval is for the ratio.", "Fisher 1925", f_test_variances},
      {"variance_ci", "x: numbers; conf_level (0.95)", "variance; ci_low; ci_high",
       "Sample variance with equal-tailed chi-squared limits.", "definition", variance_ci},
  };
  return kAll;
}

}  // namespace loopready::engine
