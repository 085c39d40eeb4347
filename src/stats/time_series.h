// What holds a series together: dependence on its own past, trend, season.
// Here: autocorrelation, partial autocorrelation, Ljung-Box, Mann-Kendall, Theil-Sen, additive decomposition.
// Not here: forecasts (smoothing.h), lag-1 autocorrelation of a sample.
// Terms: lags and periods are counted in steps; lists over lags start at lag 1.
// Errors: bad_input for a series without change, lags as long as the series, over 20000 values (Mann-Kendall) or 3000 pairs of points
// (Theil-Sen).
// Source: Box and Jenkins 1970; Durbin 1960; Ljung and Box 1978; Mann 1945; Kendall 1975; Sen 1968; Kendall and Stuart 1983.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

base::Result<std::vector<double>> autocorrelations(std::span<const double> y, double max_lag);          // divisor n
base::Result<std::vector<double>> partial_autocorrelations(std::span<const double> y, double max_lag);  // Durbin-Levinson

struct LjungBox {
  double q, df, p_value;
};
base::Result<LjungBox> ljung_box(std::span<const double> y, double lags, double fitdf);

struct MannKendall {
  double s, variance, z, p_value;
};
base::Result<MannKendall> mann_kendall(std::span<const double> y);  // ties in the variance; z of S moved by 1 towards 0

struct TheilSen {
  double slope, intercept;
};
base::Result<TheilSen> theil_sen(std::span<const double> x, std::span<const double> y);  // intercept through the medians

struct Decomposition {
  std::vector<double> trend;     // only where the centred window is full
  std::vector<double> seasonal;  // one a step of the period, from the first value on, with mean 0
};
base::Result<Decomposition> decompose_additive(std::span<const double> y, double period);

}  // namespace loopready::stats
