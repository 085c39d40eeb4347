#include "base/random.h"

#include <doctest/doctest.h>

#include <vector>

using loopready::base::Random;

// Expected: the authors' reference C code (xoshiro256starstar.c with splitmix64.c), seed 42, worked by an independent
// Python transcription.
TEST_CASE("random: the published sequence") {
  Random random(42);
  CHECK(random.bits() == 1546998764402558742ull);
  CHECK(random.bits() == 6990951692964543102ull);
  CHECK(random.bits() == 12544586762248559009ull);
}

TEST_CASE("random: draws stay in range and reach every value about equally") {
  Random random(7);
  std::vector<int> seen(6);
  for (int i = 0; i < 60'000; ++i) ++seen[static_cast<std::size_t>(random.below(6))];
  for (const int n : seen) CHECK(n == doctest::Approx(10'000).epsilon(0.04));
  double sum = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double u = random.unit();
    REQUIRE(u >= 0);
    REQUIRE(u < 1);
    sum += u;
  }
  CHECK(sum / 100'000 == doctest::Approx(0.5).epsilon(0.01));
}
