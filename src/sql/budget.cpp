#include "sql/budget.h"

namespace loopready::sql {

Budget::Budget(const Limits& limits)
    : max_steps_(limits.steps), max_ms_(limits.time_ms), start_(std::chrono::steady_clock::now()) {}

bool Budget::spend(std::int64_t steps) {
  steps_ += steps;
  if (stopped_ != model::Stopped::no) return false;
  if (steps_ > max_steps_) {
    stop(model::Stopped::steps);
  } else if (steps_ >= next_clock_) {
    next_clock_ = steps_ + 1'000;
    if (elapsed_ms() > max_ms_) stop(model::Stopped::time);
  }
  return stopped_ == model::Stopped::no;
}

void Budget::stop(model::Stopped why) {
  if (stopped_ == model::Stopped::no) stopped_ = why;
}

double Budget::elapsed_ms() const {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace loopready::sql
