// A normal process in independent steps that stops when it leaves a symmetric band: how likely it stops at each look.
// Here: the recursive integration behind every group-sequential boundary.  Not here: boundaries themselves (sequential.h).
// Terms: time is the information fraction; the process at time t has mean drift * t and variance t; limits are for z = value / sqrt(t).
// Errors: none here; advance() gives false where looks are too close together for the grid.
// Source: Armitage, McPherson and Rowe 1969; Gauss-Legendre panels of 32 points, each at most eight steps' standard deviations wide.
#pragma once

#include <vector>

namespace loopready::stats {

class StoppingWalk {
 public:
  explicit StoppingWalk(double drift) : drift_(drift) {}

  // Chance of going on until now and being outside the limit at `time`; `time` is later than the last look.
  double exit_chance(double time, double limit) const;
  // Goes on inside the limit at `time`; `next_time` is the look after it, or the same if there is none.
  [[nodiscard]] bool advance(double time, double limit, double next_time);

 private:
  double drift_;
  double time_ = 0;
  std::vector<double> points_{0};   // values of the process at the last look
  std::vector<double> masses_{1};   // quadrature weight times density
};

}  // namespace loopready::stats
