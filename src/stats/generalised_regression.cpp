#include "stats/generalised_regression.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "stats/boost_policy.h"
#include "stats/least_squares.h"
#include "stats/refusal.h"
#include "stats/tail.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr int kMostRounds = 50;
constexpr int kMostHalvings = 40;
constexpr double kSettled = 1e-9;      // change of the linear predictor; the next step would be its square
constexpr double kFarOut = 12;         // a linear predictor only separated data need
constexpr double kLargestPredictor = 650;

// A family: its mean, the working weight and the deviance, all from the linear predictor (offset included).
struct Logistic {
  static double mean(double eta) { return eta >= 0 ? 1 / (1 + std::exp(-eta)) : std::exp(eta) / (1 + std::exp(eta)); }
  static double weight(double eta) {
    const double small = std::exp(-std::fabs(eta));
    return small / ((1 + small) * (1 + small));
  }
  static double deviance(double y, double eta) {
    const double against = y == 1 ? -eta : eta;
    return 2 * (against > 0 ? against + std::log1p(std::exp(-against)) : std::log1p(std::exp(against)));
  }
  static double start(double y) { return y == 1 ? std::log(3.0) : -std::log(3.0); }
};

struct Poisson {
  static double mean(double eta) { return std::exp(eta); }
  static double weight(double eta) { return std::exp(eta); }
  static double deviance(double y, double eta) {
    const double mu = std::exp(eta);
    return 2 * ((y == 0 ? 0 : y * (std::log(y) - eta)) - (y - mu));
  }
  static double start(double y) { return std::log(y + 0.1); }
};

struct Settled {
  std::vector<double> coefficients, eta;
  LeastSquares last;  // at the final coefficients
  double deviance = 0;
};

base::Error not_settled(bool far_out) {
  if (far_out)
    return refuse("X", "The predictors separate the answers completely, or nearly so: a coefficient grows without bound. "
                       "Drop or merge the predictor that does it.");
  return refuse("X", "The fit does not settle; look for extreme values among the predictors.");
}

template <class Family>
double deviance_of(std::span<const double> y, const std::vector<double>& eta) {
  double sum = 0;
  for (std::size_t i = 0; i < y.size(); ++i) sum += Family::deviance(y[i], eta[i]);
  return sum;
}

// Weighted least squares at `eta`: the working response is eta + (y - mean) / weight, less the offset.
template <class Family>
Result<LeastSquares> step_from(const Design& design, std::span<const double> y, std::span<const double> offset, const std::vector<double>& eta) {
  Design weighted = design;
  std::vector<DoubleDouble> working;
  working.reserve(y.size());
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double weight = std::max(Family::weight(eta[i]), 1e-280);
    const DoubleDouble root = sqrt(DoubleDouble(weight));
    for (auto& column : weighted.columns) column[i] = column[i] * root;
    const double from = eta[i] - (offset.empty() ? 0 : offset[i]);
    working.push_back(root * from + DoubleDouble(y[i] - Family::mean(eta[i])) / root);
  }
  return least_squares(weighted, std::move(working), kCollinear, "X");
}

std::vector<double> predictor(const Design& design, const std::vector<double>& coefficients, std::span<const double> offset) {
  std::vector<double> eta(design.n_rows);
  for (std::size_t i = 0; i < design.n_rows; ++i) {
    DoubleDouble sum = offset.empty() ? 0 : offset[i];
    for (std::size_t j = 0; j < design.n_columns; ++j) sum += design.columns[j][i] * coefficients[j];
    eta[i] = sum.rounded();
  }
  return eta;
}

double farthest(const std::vector<double>& values) {
  double most = 0;
  for (const double value : values) most = std::max(most, std::fabs(value));
  return most;
}

template <class Family>
Result<Settled> settle(const Design& design, std::span<const double> y, std::span<const double> offset) {
  // Columns that make up others are refused before any weights, so that later trouble can only be separation.
  LR_TRY([[maybe_unused]] auto full_rank, least_squares(design, y, kCollinear, "X"));
  std::vector<double> eta, coefficients;
  for (const double value : y) eta.push_back(Family::start(value));
  double deviance = 0;
  for (int round = 0; round < kMostRounds; ++round) {
    auto step = step_from<Family>(design, y, offset, eta);
    if (!step) return not_settled(farthest(eta) > kFarOut);
    std::vector<double> next;
    for (const DoubleDouble coefficient : step.value().coefficients) next.push_back(coefficient.rounded());
    std::vector<double> next_eta = predictor(design, next, offset);
    double next_deviance = farthest(next_eta) > kLargestPredictor ? HUGE_VAL : deviance_of<Family>(y, next_eta);
    for (int halving = 0; round > 0 && halving < kMostHalvings && !(next_deviance <= deviance * (1 + 1e-10) + 1e-12); ++halving) {
      for (std::size_t j = 0; j < next.size(); ++j) next[j] = (next[j] + coefficients[j]) / 2;
      next_eta = predictor(design, next, offset);
      next_deviance = farthest(next_eta) > kLargestPredictor ? HUGE_VAL : deviance_of<Family>(y, next_eta);
    }
    if (std::isinf(next_deviance) || std::isnan(next_deviance)) return not_settled(false);
    double change = 0;
    for (std::size_t i = 0; i < eta.size(); ++i) change = std::max(change, std::fabs(next_eta[i] - eta[i]));
    eta = std::move(next_eta);
    coefficients = std::move(next);
    deviance = next_deviance;
    if (round == 0 || change > kSettled * (1 + farthest(eta))) continue;
    LR_TRY(LeastSquares last, step_from<Family>(design, y, offset, eta));
    return Settled{std::move(coefficients), std::move(eta), std::move(last), deviance};
  }
  return not_settled(farthest(eta) > kFarOut);
}

GeneralisedFit report(const Settled& settled) {
  GeneralisedFit fit;
  fit.coefficients = settled.coefficients;
  fit.deviance = settled.deviance;
  for (std::size_t j = 0; j < fit.coefficients.size(); ++j) {
    fit.std_errors.push_back(sqrt(settled.last.inverse[j][j]).rounded());
    fit.z.push_back(fit.coefficients[j] / fit.std_errors[j]);
    fit.p_values.push_back(normal_p_value(fit.z[j], Side::two_sided));
  }
  return fit;
}

Status check(const Design& design, std::span<const double> y) {
  LR_TRY([[maybe_unused]] auto same, need_same_length(design.n_rows, y.size(), "X", "y"));
  return need_values(y, "y", design.n_columns);
}

}  // namespace

Result<GeneralisedFit> logistic_regression(const std::vector<std::vector<double>>& rows, std::span<const double> y) {
  LR_TRY(const Design design, design_with_intercept(rows, "X"));
  LR_TRY([[maybe_unused]] auto fine, check(design, y));
  double n_yes = 0;
  for (const double value : y) {
    if (value != 0 && value != 1) return refuse("y", "Each answer must be 0 or 1.");
    n_yes += value;
  }
  const double n = static_cast<double>(y.size());
  if (n_yes == 0 || n_yes == n) return refuse("y", "All answers are equal, so there is nothing to explain.");
  LR_TRY(const Settled settled, settle<Logistic>(design, y, {}));
  GeneralisedFit fit = report(settled);
  fit.null_deviance = -2 * (n_yes * std::log(n_yes / n) + (n - n_yes) * std::log((n - n_yes) / n));
  fit.log_likelihood = -fit.deviance / 2;
  fit.aic = fit.deviance + 2 * static_cast<double>(design.n_columns);
  return fit;
}

Result<GeneralisedFit> poisson_regression(const std::vector<std::vector<double>>& rows, std::span<const double> y,
                                          std::span<const double> offset) {
  LR_TRY(const Design design, design_with_intercept(rows, "X"));
  LR_TRY([[maybe_unused]] auto fine, check(design, y));
  if (!offset.empty()) {
    LR_TRY([[maybe_unused]] auto same, need_same_length(y.size(), offset.size(), "y", "offset"));
    LR_TRY([[maybe_unused]] auto offset_fine, need_values(offset, "offset", 1));
  }
  double events = 0, exposure = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    LR_TRY([[maybe_unused]] auto whole, need_count(y[i], "y"));
    if (!offset.empty() && std::fabs(offset[i]) > kLargestPredictor) return refuse("offset", "An offset is a logarithm; this one is too large.");
    events += y[i];
    exposure += offset.empty() ? 1 : std::exp(offset[i]);
  }
  if (events == 0) return refuse("y", "At least one count must be above 0.");
  LR_TRY(const Settled settled, settle<Poisson>(design, y, offset));
  GeneralisedFit fit = report(settled);
  for (std::size_t i = 0; i < y.size(); ++i) {
    fit.null_deviance += Poisson::deviance(y[i], std::log(events / exposure) + (offset.empty() ? 0 : offset[i]));
    fit.log_likelihood += y[i] * settled.eta[i] - std::exp(settled.eta[i]) - boost::math::lgamma(y[i] + 1, Policy());
  }
  fit.aic = 2 * static_cast<double>(design.n_columns) - 2 * fit.log_likelihood;
  return fit;
}

}  // namespace loopready::stats
