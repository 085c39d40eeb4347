// Chance that is the same everywhere: one seed gives the same draws natively and as wasm.
// Here: Random (xoshiro256**, seeded by splitmix64), uniform draws.  Not here: other distributions (stats).
// Sources: Blackman and Vigna 2018, "Scrambled linear pseudorandom number generators"; Steele, Lea and Flood 2014.
#pragma once

#include <cstdint>

namespace loopready::base {

class Random {
 public:
  explicit Random(std::uint64_t seed);

  std::uint64_t bits();                       // 64 random bits
  double unit();                              // at least 0, below 1, in steps of 2^-53
  std::uint64_t below(std::uint64_t n);       // 0 to n - 1, without bias; n is at least 1
  bool chance(double share) { return unit() < share; }

 private:
  std::uint64_t state_[4];
};

}  // namespace loopready::base
