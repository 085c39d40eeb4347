// The law of a sample's sd: S, the root of a chi-squared over its df, on the scale of u = log(S).
// Here: its log density, exact for any df.  Not here: the integrals over it (noncentral.h, studentized_range.h).
// Terms: df above 0; the density is with respect to u and has one hump at u = 0.
// Errors: none; the caller checks df.
// Source: Stirling's series where the gamma function's own rounding would count.
#pragma once

namespace loopready::stats {

class SdEstimate {
 public:
  explicit SdEstimate(double df);
  double log_density(double u) const;

 private:
  double df_, log_constant_;
};

}  // namespace loopready::stats
