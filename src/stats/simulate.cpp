#include "stats/simulate.h"

#include <algorithm>
#include <cmath>

#include "stats/continuous.h"
#include "stats/draws.h"
#include "stats/order.h"
#include "stats/proportion_interval.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;

namespace {

constexpr double kMostValues = 5'000;
constexpr std::size_t kReplicates = 400;
constexpr double kSdLog = 1.5;

Result<Interval> proportion_interval(IntervalMethod method, double x, double n, double conf_level) {
  if (method == IntervalMethod::wald) return wald_interval(x, n, conf_level);
  return method == IntervalMethod::wilson ? wilson_interval(x, n, conf_level) : clopper_pearson_interval(x, n, conf_level);
}

bool is_of_mean(IntervalMethod method) { return method == IntervalMethod::t || method == IntervalMethod::bootstrap; }

double draw(base::Random& random, Population population) {
  if (population == Population::normal) return 1 + draw_normal(random);
  return population == Population::exponential ? draw_exponential(random) : draw_lognormal(random, kSdLog);
}

}  // namespace

PeekingRuns::PeekingRuns(std::vector<double> limits, double drift, std::uint64_t seed)
    : limits_(std::move(limits)), z_(limits_.size()), drift_(drift), random_(seed), n_passed_by_(limits_.size()) {}

Result<PeekingRuns> PeekingRuns::make(std::vector<double> limits, double drift, std::uint64_t seed) {
  LR_NEED(need_finite(drift, "drift"));
  if (limits.empty() || limits.size() > static_cast<std::size_t>(kMostLooks))
    return refuse("limits", "Between 1 and 100 looks are simulated.");
  for (const double limit : limits) LR_NEED(need_positive(limit, "limits"));
  return PeekingRuns(std::move(limits), drift, seed);
}

void PeekingRuns::draw(std::vector<double>& z) {
  const auto n_looks = static_cast<double>(limits_.size());
  const double step = drift_ / std::sqrt(n_looks);  // so that the mean of z is the drift at the end
  double walk = 0;
  bool passed = false;
  for (std::size_t look = 0; look < limits_.size(); ++look) {
    walk += draw_normal(random_) + step;
    z[look] = walk / std::sqrt(static_cast<double>(look + 1));
    passed = passed || std::fabs(z[look]) >= limits_[look];
    if (passed) ++n_passed_by_[look];
  }
  ++n_runs_;
}

std::vector<double> PeekingRuns::next() {
  std::vector<double> z(limits_.size());
  draw(z);
  return z;
}

void PeekingRuns::advance(std::int64_t n_runs) {
  for (std::int64_t i = 0; i < n_runs; ++i) draw(z_);
}

CoverageRuns::CoverageRuns(const CoveragePlan& plan, std::uint64_t seed) : plan_(plan), random_(seed) {}

Result<CoverageRuns> CoverageRuns::make(const CoveragePlan& plan, std::uint64_t seed) {
  LR_NEED(need_inside_unit(plan.conf_level, "conf_level"));
  LR_NEED(need_count(plan.n, "n"));
  if (plan.n < 2 || plan.n > kMostValues) return refuse("n", "A sample has 2 to 5,000 values here.");
  CoverageRuns runs(plan, seed);
  const auto n = static_cast<std::size_t>(plan.n);
  if (is_of_mean(plan.method)) {
    LR_TRY(runs.critical_, student_t_quantile_upper((1 - plan.conf_level) / 2, plan.n - 1));
    runs.truth_ = 1;
    runs.sample_.resize(n);
    runs.replicates_.resize(kReplicates);
  } else {
    LR_NEED(need_inside_unit(plan.p, "p"));
    runs.truth_ = plan.p;
    runs.by_successes_.resize(n + 1);
    runs.known_.resize(n + 1);
  }
  return runs;
}

CoveredInterval CoverageRuns::of_proportion() {
  const std::int64_t x = draw_binomial(random_, static_cast<std::int64_t>(plan_.n), plan_.p);
  const auto at = static_cast<std::size_t>(x);
  if (!known_[at]) {
    by_successes_[at] = proportion_interval(plan_.method, static_cast<double>(x), plan_.n, plan_.conf_level).value();
    known_[at] = true;
  }
  return {by_successes_[at].low, static_cast<double>(x) / plan_.n, by_successes_[at].high};
}

Interval CoverageRuns::bootstrapped() {
  const std::uint64_t n = sample_.size();
  for (double& replicate : replicates_) {
    double sum = 0;
    // 32 bits times n over 2^32: quicker than an exact draw, and off by less than n / 2^32
    for (std::uint64_t i = 0; i < n; ++i) sum += sample_[static_cast<std::size_t>((random_.bits() >> 32) * n >> 32)];
    replicate = sum / plan_.n;
  }
  std::sort(replicates_.begin(), replicates_.end());
  const double tail = (1 - plan_.conf_level) / 2;
  return {sorted_quantile_type7(replicates_, tail), sorted_quantile_type7(replicates_, 1 - tail)};
}

CoveredInterval CoverageRuns::of_mean() {
  double sum = 0;
  for (double& value : sample_) sum += value = draw(random_, plan_.population);
  const double mean = sum / plan_.n;
  if (plan_.method == IntervalMethod::bootstrap) {
    const Interval interval = bootstrapped();
    return {interval.low, mean, interval.high};
  }
  double squares = 0;
  for (const double value : sample_) squares += (value - mean) * (value - mean);
  const double half = critical_ * std::sqrt(squares / (plan_.n - 1) / plan_.n);
  return {mean - half, mean, mean + half};
}

CoveredInterval CoverageRuns::next() {
  CoveredInterval one = is_of_mean(plan_.method) ? of_mean() : of_proportion();
  one.holds = one.low <= truth_ && truth_ <= one.high;
  ++n_runs_;
  if (one.holds) ++n_held_;
  else if (one.high < truth_) ++n_below_;
  else ++n_above_;
  width_sum_ += one.high - one.low;
  return one;
}

}  // namespace loopready::stats
