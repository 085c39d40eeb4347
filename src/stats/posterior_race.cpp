#include "stats/posterior_race.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

#include "stats/boost_policy.h"
#include "stats/gauss_legendre.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

constexpr double kLargest = 1e7;
constexpr double kFall = 50;  // of the logarithm, where a tail ends

double log_logistic(double t) { return t < 0 ? t - std::log1p(std::exp(t)) : -std::log1p(std::exp(-t)); }
double logistic(double t) { return std::exp(log_logistic(t)); }

// ln(1 + share (e^u - 1)), where rest = 1 - share.
double log_shifted(double share, double rest, double u) {
  return std::fabs(u) < 30 ? std::log1p(share * std::expm1(u)) : u > 0 ? u + std::log(share + rest * std::exp(-u)) : std::log(rest + share * std::exp(u));
}

// A Beta variable's logit.
class Logit {
 public:
  explicit Logit(const BetaShape& shape)
      : a_(shape.a), b_(shape.b), middle_(std::log(a_ / b_)), share_(a_ / (a_ + b_)), rest_(b_ / (a_ + b_)) {
    log_height_ = std::log(boost::math::ibeta_derivative(a_, b_, share_, Policy()) * share_ * rest_);
  }

  // From the middle outwards, where the large terms cancel by themselves.
  double log_density(double t) const {
    const double u = t - middle_;
    return log_height_ - a_ * log_shifted(rest_, share_, -u) - b_ * log_shifted(share_, rest_, u);
  }
  // The share on the smaller side is given exactly; the other is its complement. What underflows has its leading term.
  double log_below(double t) const {
    const double tail = t < 0 ? boost::math::ibeta(a_, b_, logistic(t), Policy()) : boost::math::ibetac(b_, a_, logistic(-t), Policy());
    return tail > 1e-290 ? std::log(tail) : log_density(t) - std::log(a_);
  }
  double log_above(double t) const {
    const double tail = t < 0 ? boost::math::ibetac(a_, b_, logistic(t), Policy()) : boost::math::ibeta(b_, a_, logistic(-t), Policy());
    return tail > 1e-290 ? std::log(tail) : log_density(t) - std::log(b_);
  }
  double middle() const { return middle_; }

 private:
  double a_, b_, middle_, share_, rest_, log_height_ = 0;
};

template <class LogFunction>
double peak_of(LogFunction log_function, double low, double high) {
  constexpr double kGolden = 0.61803398874989484820;
  double left = high - kGolden * (high - low), right = low + kGolden * (high - low);
  double at_left = log_function(left), at_right = log_function(right);
  for (int step = 0; step < 200 && high - low > 1e-9 * (1 + std::fabs(low)); ++step) {
    if (at_left < at_right) {
      low = left;
      left = right;
      at_left = at_right;
      right = low + kGolden * (high - low);
      at_right = log_function(right);
    } else {
      high = right;
      right = left;
      at_right = at_left;
      left = high - kGolden * (high - low);
      at_left = log_function(left);
    }
  }
  return at_left > at_right ? left : right;
}

template <class Function>
double halved_until_steady(Function function, double low, double high, double whole, double enough, int depth) {
  const double middle = low + (high - low) / 2;
  const double left = gauss_panel(function, low, middle), right = gauss_panel(function, middle, high);
  if (depth == 0 || std::fabs(left + right - whole) <= enough) return left + right;
  return halved_until_steady(function, low, middle, left, enough, depth - 1) +
         halved_until_steady(function, middle, high, right, enough, depth - 1);
}

// Integral over the line of exp(log_function), which is log-concave and peaks between low and high.
template <class LogFunction>
double integral_of_hump(LogFunction log_function, double low, double high) {
  const double peak = peak_of(log_function, low, high), top = log_function(peak);
  if (!std::isfinite(top) || top < -740) return 0;
  const auto function = [&](double t) { return std::exp(log_function(t) - top); };
  double total = 0;
  for (int side = -1; side <= 1; side += 2) {
    double reach = 1e-6, inside = 0;
    while (log_function(peak + side * reach) - top > -kFall && reach < 1e9) {
      inside = reach;
      reach *= 2;
    }
    for (int step = 0; step < 8; ++step) {
      const double middle = inside + (reach - inside) / 2;
      (log_function(peak + side * middle) - top > -kFall ? inside : reach) = middle;
    }
    const double from = std::min(peak, peak + side * reach), to = std::max(peak, peak + side * reach);
    const double whole = gauss_panel(function, from, to);
    total += halved_until_steady(function, from, to, whole, 1e-14 * whole, 12);
  }
  return total * std::exp(top);
}

Status check(const BetaShape& shape, const std::string& a, const std::string& b) {
  LR_NEED(need_positive(shape.a, a));
  LR_NEED(need_positive(shape.b, b));
  if (shape.a > kLargest) return refuse(a, "A parameter of at most 1e7 can be worked out.");
  if (shape.b > kLargest) return refuse(b, "A parameter of at most 1e7 can be worked out.");
  if (std::min(shape.a, shape.b) < 1e-3) return refuse(shape.a < shape.b ? a : b, "A parameter of at least 0.001 can be worked out.");
  return Done{};
}

}  // namespace

Result<double> chance_b_beats_a(const BetaShape& first, const BetaShape& second) {
  LR_NEED(check(first, "a_A", "b_A"));
  LR_NEED(check(second, "a_B", "b_B"));
  const Logit a(first), b(second);
  const double low = std::min(a.middle(), b.middle()) - 5, high = std::max(a.middle(), b.middle()) + 5;
  return std::min(1.0, integral_of_hump([&](double t) { return b.log_density(t) + a.log_below(t); }, low, high));
}

Result<double> expected_loss_of_b(const BetaShape& first, const BetaShape& second) {
  LR_NEED(check(first, "a_A", "b_A"));
  LR_NEED(check(second, "a_B", "b_B"));
  const Logit a(first), b(second);
  const double low = std::min({a.middle(), b.middle(), 0.0}) - 5, high = std::max({a.middle(), b.middle(), 0.0}) + 5;
  return integral_of_hump([&](double t) { return b.log_below(t) + a.log_above(t) + log_logistic(t) + log_logistic(-t); }, low, high);
}

Result<double> chance_b_beats_a(const GammaShape& first, const GammaShape& second) {
  LR_NEED(need_positive(first.shape, "shape_A"));
  LR_NEED(need_positive(first.rate, "rate_A"));
  LR_NEED(need_positive(second.shape, "shape_B"));
  LR_NEED(need_positive(second.rate, "rate_B"));
  if (std::max(first.shape, second.shape) > 1e10) return refuse(first.shape > second.shape ? "shape_A" : "shape_B", "A shape of at most 1e10 can be worked out.");
  // A / (A + B) of the unscaled variables is Beta(shape_A, shape_B).
  const double ratio = second.rate / first.rate, share = 1 / (1 + ratio), rest = ratio / (1 + ratio);
  return share < 0.5 ? boost::math::ibeta(first.shape, second.shape, share, Policy())
                     : boost::math::ibetac(second.shape, first.shape, rest, Policy());
}

Result<std::vector<double>> chance_of_being_best(std::span<const double> a, std::span<const double> b) {
  LR_NEED(need_values(a, "a", 2));
  LR_NEED(need_values(b, "b", 2));
  LR_NEED(need_same_length(a.size(), b.size(), "a", "b"));
  if (a.size() > 20) return refuse("a", "At most 20 variants can be compared.");
  std::vector<Logit> variants;
  double low = 0, high = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    LR_NEED(check({a[i], b[i]}, "a", "b"));
    variants.emplace_back(BetaShape{a[i], b[i]});
    low = i == 0 ? variants[i].middle() : std::min(low, variants[i].middle());
    high = i == 0 ? variants[i].middle() : std::max(high, variants[i].middle());
  }
  std::vector<double> chances;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto log_function = [&](double t) {
      double total = variants[i].log_density(t);
      for (std::size_t j = 0; j < variants.size(); ++j)
        if (j != i) total += variants[j].log_below(t);
      return total;
    };
    chances.push_back(std::min(1.0, integral_of_hump(log_function, low - 5, high + 5)));
  }
  return chances;
}

}  // namespace loopready::stats
