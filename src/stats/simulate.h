// Experiments made by chance, many times over, to see how often a rule is wrong.
// Here: looking at a test again and again; how often an interval holds the truth.
// Not here: running them in pieces and reporting (engine/simulate.h), exact answers (sequential.h).
// Terms: a run is one simulated experiment; the same seed gives the same runs, however they are cut in pieces.
// Errors: bad_input naming the argument.
// Source: sums of normal values are normal, so a test's z at look k of m is a walk of k independent steps divided by sqrt(k).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/random.h"
#include "base/result.h"
#include "stats/interval.h"

namespace loopready::stats {

inline constexpr int kMostLooks = 100;

// Equally spaced looks at a two-sided test; `limits` are for |z|, one a look; drift is the mean of z at the last look.
class PeekingRuns {
 public:
  static base::Result<PeekingRuns> make(std::vector<double> limits, double drift, std::uint64_t seed);

  std::vector<double> next();  // one run's z at each look, counted
  void advance(std::int64_t n_runs);

  std::int64_t n_runs() const { return n_runs_; }
  // How many runs had passed a limit at look k or before.
  const std::vector<std::int64_t>& n_passed_by() const { return n_passed_by_; }

 private:
  PeekingRuns(std::vector<double> limits, double drift, std::uint64_t seed);
  void draw(std::vector<double>& z);

  std::vector<double> limits_, z_;
  double drift_;
  base::Random random_;
  std::int64_t n_runs_ = 0;
  std::vector<std::int64_t> n_passed_by_;
};

enum class IntervalMethod { wald, wilson, clopper_pearson, t, bootstrap };
enum class Population { normal, exponential, lognormal };  // mean 1; sd 1, 1, and that of sdlog 1.5

struct CoveragePlan {
  IntervalMethod method = IntervalMethod::t;
  double n = 30;           // values in one sample, 2 to 5,000
  double conf_level = 0.95;
  double p = 0.1;          // of a proportion's methods
  Population population = Population::normal;  // of a mean's methods
};

struct CoveredInterval {
  double low = 0, estimate = 0, high = 0;
  bool holds = false;  // the truth is inside, ends included
};

class CoverageRuns {
 public:
  static base::Result<CoverageRuns> make(const CoveragePlan& plan, std::uint64_t seed);

  double truth() const { return truth_; }
  CoveredInterval next();  // one run, counted
  std::int64_t n_runs() const { return n_runs_; }
  std::int64_t n_held() const { return n_held_; }
  std::int64_t n_below() const { return n_below_; }  // intervals wholly below the truth
  std::int64_t n_above() const { return n_above_; }
  double mean_width() const { return n_runs_ == 0 ? 0 : width_sum_ / static_cast<double>(n_runs_); }

 private:
  CoverageRuns(const CoveragePlan& plan, std::uint64_t seed);
  CoveredInterval of_proportion();
  CoveredInterval of_mean();
  Interval bootstrapped();

  CoveragePlan plan_;
  base::Random random_;
  double truth_ = 0;
  double critical_ = 0;                 // of Student's t
  std::vector<Interval> by_successes_;  // of a proportion, made when first needed
  std::vector<bool> known_;
  std::vector<double> sample_, replicates_;
  std::int64_t n_runs_ = 0, n_held_ = 0, n_below_ = 0, n_above_ = 0;
  double width_sum_ = 0;
};

}  // namespace loopready::stats
