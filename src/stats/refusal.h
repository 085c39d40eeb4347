// What a routine says of input it can't work with: a sentence, never NaN.
// Here: the checks all routines share.  Not here: reading inputs by name (engine/routine.h).
// Terms: `what` is the input's name as the routine spells it, such as "x" or "conf_level".
// Errors: bad_input, with `what` as its place.
#pragma once

#include <span>
#include <string>

#include "base/result.h"

namespace loopready::stats {

base::Error refuse(const std::string& what, std::string sentence);

// Every value is a finite number, and there are at least `n_min` of them.
base::Status need_values(std::span<const double> values, const std::string& what, std::size_t n_min);
// No value lies beyond 1e140, so that sums of squares stay finite.
base::Status need_moderate(std::span<const double> values, const std::string& what);
base::Status need_finite(double value, const std::string& what);
base::Status need_positive(double value, const std::string& what);      // finite and above 0
base::Status need_not_negative(double value, const std::string& what);  // finite and at least 0
base::Status need_probability(double value, const std::string& what);   // 0 to 1, ends included
base::Status need_inside_unit(double value, const std::string& what);   // above 0 and below 1
base::Status need_count(double value, const std::string& what);         // a whole number, 0 to 2^53
base::Status need_same_length(std::size_t a, std::size_t b, const std::string& what_a, const std::string& what_b);

}  // namespace loopready::stats

// Leaves the function with the refusal, or goes on.
#define LR_NEED(status)                          \
  do {                                           \
    if (auto lr_need = (status); !lr_need.ok())  \
      return lr_need.error();                    \
  } while (false)
