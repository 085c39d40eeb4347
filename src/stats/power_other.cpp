#include "stats/power_other.h"

#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/distributions/non_central_f.hpp>
#include <cmath>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/tail.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr double kCertain = 1e4;       // a noncentrality this far beyond the critical value leaves no doubt
constexpr double kMostGroups = 1e6;
constexpr double kSmallestDf = 1e-3;
constexpr double kLargestDf = 1e9;

Status need_correlation(double r, double alpha, double power) {
  LR_TRY([[maybe_unused]] auto plan_fine, need_plan({alpha, power, 2}));
  if (!(std::fabs(r) < 1) || r == 0) return refuse("r", "A correlation above -1 and below 1, other than 0, is needed.");
  return base::Done{};
}

}  // namespace

Result<double> power_anova(double groups, double n_per_group, double f, double alpha) {
  LR_TRY([[maybe_unused]] auto groups_fine, need_count(groups, "groups"));
  if (groups < 2 || groups > kMostGroups) return refuse("groups", "From 2 to 1,000,000 groups are needed.");
  LR_TRY([[maybe_unused]] auto n_fine, need_positive(n_per_group, "n_per_group"));
  if (n_per_group < 2) return refuse("n_per_group", "At least 2 in each group are needed.");
  LR_TRY([[maybe_unused]] auto f_fine, need_not_negative(f, "f"));
  LR_TRY([[maybe_unused]] auto alpha_fine, need_alpha(alpha, 2));
  const double df1 = groups - 1, df2 = groups * (n_per_group - 1), ncp = groups * n_per_group * f * f;
  LR_TRY([[maybe_unused]] auto ncp_fine, need_finite(ncp, "f"));
  if (ncp == 0) return alpha;
  const double limit = f_upper_quantile(alpha, df1, df2);
  if (df2 > 100 && ncp > kCertain + 100 * df1 * limit) return 1.0;
  return cdf(complement(boost::math::non_central_f_distribution<double, Policy>(df1, df2, ncp), limit));
}

Result<double> power_chi_square(double w, double n, double df, double alpha) {
  LR_TRY([[maybe_unused]] auto w_fine, need_not_negative(w, "w"));
  LR_TRY([[maybe_unused]] auto n_fine, need_positive(n, "n"));
  if (!(df >= kSmallestDf && df <= kLargestDf)) return refuse("df", "From 0.001 to 1,000,000,000 degrees of freedom are needed.");
  LR_TRY([[maybe_unused]] auto alpha_fine, need_alpha(alpha, 2));
  const double ncp = n * w * w, limit = chi_squared_upper_quantile(alpha, df);
  LR_TRY([[maybe_unused]] auto ncp_fine, need_finite(ncp, "w"));
  if (ncp == 0) return alpha;
  if (ncp > kCertain + 100 * limit) return 1.0;
  return cdf(complement(boost::math::non_central_chi_squared_distribution<double, Policy>(df, ncp), limit));
}

Result<double> sample_size_correlation(double r, double alpha, double power) {
  LR_TRY([[maybe_unused]] auto fine, need_correlation(r, alpha, power));
  const double size = std::fabs(r);
  return size_above(
      [&](double n) {
        const double t = t_upper_quantile(alpha / 2, n - 2);
        const double limit = std::asinh(t / std::sqrt(n - 2));  // atanh of the critical r
        const double shifted = std::atanh(size) + size / (2 * (n - 1)), root = std::sqrt(n - 3);
        return standard_normal_cdf((shifted - limit) * root) + standard_normal_cdf((-shifted - limit) * root) - power;
      },
      4);
}

Result<double> sample_size_correlation_fisher(double r, double alpha, double power) {
  LR_TRY([[maybe_unused]] auto fine, need_correlation(r, alpha, power));
  const double root = z_sum({alpha, power, 2}) / std::atanh(r);
  return root * root + 3;
}

Result<DesignEffect> design_effect(double icc, double cluster_size, double n) {
  LR_TRY([[maybe_unused]] auto icc_fine, need_probability(icc, "icc"));
  LR_TRY([[maybe_unused]] auto size_fine, need_finite(cluster_size, "cluster_size"));
  LR_TRY([[maybe_unused]] auto n_fine, need_positive(n, "n"));
  if (cluster_size < 1) return refuse("cluster_size", "Clusters of at least 1 are needed.");
  const double effect = 1 + (cluster_size - 1) * icc;
  return DesignEffect{effect, n / effect};
}

Result<double> experiment_duration_days(double n_per_group, double groups, double daily_traffic, double enrolled_share) {
  LR_TRY([[maybe_unused]] auto n_fine, need_positive(n_per_group, "n_per_group"));
  LR_TRY([[maybe_unused]] auto groups_fine, need_positive(groups, "groups"));
  LR_TRY([[maybe_unused]] auto traffic_fine, need_positive(daily_traffic, "daily_traffic"));
  LR_TRY([[maybe_unused]] auto share_fine, need_probability(enrolled_share, "enrolled_share"));
  if (enrolled_share == 0) return refuse("enrolled_share", "Some traffic must be enrolled: a share above 0 is needed.");
  return n_per_group * groups / (daily_traffic * enrolled_share);
}

}  // namespace loopready::stats
