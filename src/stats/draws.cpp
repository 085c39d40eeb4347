#include "stats/draws.h"

#include <cmath>

namespace loopready::stats {
namespace {

constexpr double kLog2 = 0.693147180559945309417;

double ratio_of(const double (&top)[8], const double (&bottom)[8], double x) {
  double above = top[7], below = bottom[7];
  for (int i = 6; i >= 0; --i) {
    above = above * x + top[i];
    below = below * x + bottom[i];
  }
  return above / below;
}

// Inside (0, 1): the middle of one of 2^52 equal pieces.
double open_unit(base::Random& random) { return (static_cast<double>(random.bits() >> 12) + 0.5) * 0x1p-52; }

}  // namespace

double portable_log(double x) {
  int exponent = 0;
  double m = std::frexp(x, &exponent);  // exact
  if (m < 0.70710678118654752) {
    m *= 2;
    --exponent;
  }
  // log m = 2 artanh(s), a series in s^2 below 0.0295
  const double s = (m - 1) / (m + 1), square = s * s;
  double sum = 0;
  for (int k = 23; k >= 1; k -= 2) sum = sum * square + 1.0 / k;
  return 2 * s * sum + exponent * kLog2;
}

double portable_exp(double x) {
  const double whole = std::floor(x / kLog2 + 0.5);
  // the rest times 2^-4, its series, and squared four times
  const double rest = (x - whole * 0.693147180369123816490 - whole * 1.90821492927058770002e-10) * 0.0625;
  double sum = 1;
  for (int k = 10; k >= 1; --k) sum = 1 + sum * rest / k;
  for (int i = 0; i < 4; ++i) sum *= sum;
  return std::ldexp(sum, static_cast<int>(whole));
}

double portable_normal_quantile(double p) {
  static constexpr double kMiddleTop[8] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                           1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                           3.3430575583588128105e+4, 2.5090809287301226727e+3};
  static constexpr double kMiddleBottom[8] = {1.0,
                                              4.2313330701600911252e+1,
                                              6.8718700749205790830e+2,
                                              5.3941960214247511077e+3,
                                              2.1213794301586595867e+4,
                                              3.9307895800092710610e+4,
                                              2.8729085735721942674e+4,
                                              5.2264952788528545610e+3};
  static constexpr double kNearTop[8] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                         3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                         2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr double kNearBottom[8] = {1.0,
                                            2.05319162663775882187e0,
                                            1.67638483018380384940e0,
                                            6.89767334985100004550e-1,
                                            1.48103976427480074590e-1,
                                            1.51986665636164571966e-2,
                                            5.47593808499534494600e-4,
                                            1.05075007164441684324e-9};
  static constexpr double kFarTop[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                        2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                        2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr double kFarBottom[8] = {1.0,
                                           5.99832206555887937690e-1,
                                           1.36929880922735805310e-1,
                                           1.48753612908506148525e-2,
                                           7.86869131145613259100e-4,
                                           1.84631831751005468180e-5,
                                           1.42151175831644588870e-7,
                                           2.04426310338993978564e-15};
  const double q = p - 0.5;
  if (std::fabs(q) <= 0.425) return q * ratio_of(kMiddleTop, kMiddleBottom, 0.180625 - q * q);
  const double r = std::sqrt(-portable_log(q < 0 ? p : 1 - p));
  const double size = r <= 5 ? ratio_of(kNearTop, kNearBottom, r - 1.6) : ratio_of(kFarTop, kFarBottom, r - 5);
  return q < 0 ? -size : size;
}

double draw_normal(base::Random& random) { return portable_normal_quantile(open_unit(random)); }

double draw_exponential(base::Random& random) { return -portable_log(open_unit(random)); }

double draw_lognormal(base::Random& random, double sdlog) { return portable_exp(sdlog * draw_normal(random) - sdlog * sdlog / 2); }

std::int64_t draw_binomial(base::Random& random, std::int64_t n, double p) {
  std::int64_t x = 0;
  for (std::int64_t i = 0; i < n; ++i) x += random.chance(p) ? 1 : 0;
  return x;
}

std::int64_t draw_count(base::Random& random, std::int64_t n, double p) {
  if (n <= 0 || !(p > 0)) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - draw_count(random, n, 1 - p);
  const auto trials = static_cast<double>(n);
  const double mean = trials * p, variance = mean * (1 - p);
  if (variance >= 25) {
    const double drawn = std::floor(mean + std::sqrt(variance) * draw_normal(random) + 0.5);
    return static_cast<std::int64_t>(drawn < 0 ? 0 : drawn > trials ? trials : drawn);
  }
  const double u = open_unit(random), odds = p / (1 - p);
  double mass = portable_exp(trials * portable_log(1 - p)), below = mass;  // of 0; the mean is below 50, so this is above 0
  std::int64_t x = 0;
  while (u > below && x < n) {
    ++x;
    mass *= static_cast<double>(n - x + 1) / static_cast<double>(x) * odds;
    if (!(mass > 0)) break;
    below += mass;
  }
  return x;
}

}  // namespace loopready::stats
