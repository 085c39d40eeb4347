#include "stats/stopping_walk.h"

#include <algorithm>
#include <cmath>

#include "stats/gauss_legendre.h"
#include "stats/normal.h"

namespace loopready::stats {
namespace {

constexpr double kRootOfTwoPi = 2.5066282746310005024;
constexpr double kPanelWidth = 8;       // of a step's standard deviation
constexpr double kReach = 39;           // standard deviations beyond which the normal density is 0
constexpr std::size_t kMaxPoints = 20000;

}  // namespace

double StoppingWalk::exit_chance(double time, double limit) const {
  const double step = time - time_, sd = std::sqrt(step);
  const double edge = limit * std::sqrt(time);
  double total = 0;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    const double mean = points_[i] + drift_ * step;
    total += masses_[i] * (standard_normal_sf((edge - mean) / sd) + standard_normal_cdf((-edge - mean) / sd));
  }
  return total;
}

bool StoppingWalk::advance(double time, double limit, double next_time) {
  const double step = time - time_, sd = std::sqrt(step);
  const double reach = kReach * std::sqrt(time), centre = drift_ * time;
  const double edge = limit * std::sqrt(time);
  const double low = std::max(-edge, centre - reach), high = std::min(edge, centre + reach);
  if (!(low < high)) {  // nobody is left
    points_.clear();
    masses_.clear();
    time_ = time;
    return true;
  }
  const double finest = next_time > time ? std::min(sd, std::sqrt(next_time - time)) : sd;
  const double n_panels = std::max(1.0, std::ceil((high - low) / (kPanelWidth * finest)));
  if (n_panels * 32 > static_cast<double>(kMaxPoints)) return false;
  std::vector<double> points, masses;
  const double half = (high - low) / n_panels / 2;
  for (int panel = 0; panel < static_cast<int>(n_panels); ++panel) {
    const double middle = low + (2 * panel + 1) * half;
    for (int side = -1; side <= 1; side += 2)
      for (std::size_t k = 0; k < kGauss32.size(); ++k) {
        const GaussPoint& point = kGauss32[side < 0 ? k : kGauss32.size() - 1 - k];
        points.push_back(middle + side * half * point.at);
        masses.push_back(half * point.weight);
      }
  }
  // Both lists rise, so the points within reach of a step are a window that moves along.
  std::size_t first = 0;
  for (std::size_t j = 0; j < points.size(); ++j) {
    const double target = points[j] - drift_ * step;
    while (first < points_.size() && points_[first] < target - kReach * sd) ++first;
    double density = 0;
    for (std::size_t i = first; i < points_.size() && points_[i] <= target + kReach * sd; ++i) {
      const double z = (target - points_[i]) / sd;
      density += masses_[i] * std::exp(-z * z / 2);
    }
    masses[j] *= density / (sd * kRootOfTwoPi);
  }
  points_ = std::move(points);
  masses_ = std::move(masses);
  time_ = time;
  return true;
}

}  // namespace loopready::stats
