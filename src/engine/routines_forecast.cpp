// Forecasts, time series and stock by name.
#include "engine/routine.h"
#include "stats/smoothing.h"
#include "stats/stock.h"
#include "stats/time_series.h"

namespace loopready::engine {
namespace {

using base::Result;

Result<Values> simple_exponential_smoothing(Inputs& in) {
  const Numbers y = in.numbers("y");
  const double alpha = in.number("alpha");
  LR_READ(in);
  LR_TRY(const auto result, stats::simple_exponential_smoothing(y, alpha));
  return Values{{"one_step_forecasts", result.one_step_forecasts}, {"next_forecast", result.next_forecast}, {"sse", result.sse}};
}

Result<Values> holt_linear(Inputs& in) {
  const Numbers y = in.numbers("y");
  const double alpha = in.number("alpha"), beta = in.number("beta"), level0 = in.number("level0"), trend0 = in.number("trend0");
  const double horizon = in.number_or("horizon", 1);
  LR_READ(in);
  LR_TRY(const auto result, stats::holt_linear(y, {alpha, beta, level0, trend0}, horizon));
  return Values{{"fitted", result.fitted}, {"forecasts", result.forecasts}};
}

Result<Values> holt_winters(Inputs& in, bool multiplicative) {
  const Numbers y = in.numbers("y"), season0 = in.numbers("season0");
  const double period = in.number("period"), alpha = in.number("alpha"), beta = in.number("beta"), gamma = in.number("gamma");
  const double level0 = in.number("level0"), trend0 = in.number("trend0"), horizon = in.number_or("horizon", 1);
  LR_READ(in);
  LR_TRY(const auto result,
         stats::holt_winters(y, {period, alpha, beta, gamma, level0, trend0, season0, multiplicative}, horizon));
  return Values{{"fitted", result.fitted}, {"forecasts", result.forecasts}};
}

// A list from a series and one number.
template <Result<Numbers> (*function)(std::span<const double>, double)>
Result<Values> of_series(Inputs& in, const char* parameter) {
  const Numbers y = in.numbers("y");
  const double value = in.number(parameter);
  LR_READ(in);
  LR_TRY(const Numbers values, function(y, value));
  return Values{{"values", values}};
}

Result<Values> seasonal_naive(Inputs& in) {
  const Numbers y = in.numbers("y");
  const double period = in.number("period"), horizon = in.number_or("horizon", 1);
  LR_READ(in);
  LR_TRY(const Numbers forecasts, stats::seasonal_naive(y, period, horizon));
  return Values{{"forecasts", forecasts}};
}

Result<Values> ljung_box(Inputs& in) {
  const Numbers y = in.numbers("y");
  const double lags = in.number("lags"), fitdf = in.number_or("fitdf", 0);
  LR_READ(in);
  LR_TRY(const auto test, stats::ljung_box(y, lags, fitdf));
  return Values{{"q", test.q}, {"df", test.df}, {"p_value", test.p_value}};
}

Result<Values> mann_kendall(Inputs& in) {
  const Numbers y = in.numbers("y");
  LR_READ(in);
  LR_TRY(const auto test, stats::mann_kendall(y));
  return Values{{"s", test.s}, {"variance", test.variance}, {"z", test.z}, {"p_value", test.p_value}};
}

Result<Values> theil_sen(Inputs& in) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  LR_READ(in);
  LR_TRY(const auto line, stats::theil_sen(x, y));
  return Values{{"slope", line.slope}, {"intercept", line.intercept}};
}

Result<Values> classical_decomposition_additive(Inputs& in) {
  const Numbers y = in.numbers("y");
  const double period = in.number("period");
  LR_READ(in);
  LR_TRY(const auto parts, stats::decompose_additive(y, period));
  return Values{{"trend", parts.trend}, {"seasonal", parts.seasonal}};
}

Result<Values> newsvendor_normal(Inputs& in) {
  const double mean = in.number("mean"), sd = in.number("sd");
  const double underage = in.number("underage_cost"), overage = in.number("overage_cost");
  LR_READ(in);
  LR_TRY(const auto result, stats::newsvendor_normal(mean, sd, underage, overage));
  return Values{{"critical_ratio", result.critical_ratio}, {"order_quantity", result.order_quantity},
                {"expected_cost", result.expected_cost}};
}

Result<Values> safety_stock(Inputs& in) {
  const double level = in.number("service_level"), mean = in.number("mean_demand"), sd = in.number("sd_demand");
  const double lead_time = in.number("lead_time"), sd_lead_time = in.number_or("sd_lead_time", 0);
  LR_READ(in);
  LR_TRY(const auto result, stats::safety_stock(level, {mean, sd, lead_time, sd_lead_time}));
  return Values{{"safety_stock", result.safety_stock}, {"reorder_point", result.reorder_point}};
}

Result<Values> cagr(Inputs& in) {
  const double start = in.number("start"), end = in.number("end"), years = in.number("years");
  LR_READ(in);
  LR_TRY(const double growth, stats::compound_growth(start, end, years));
  return Values{{"value", growth}};
}

constexpr const char* kHoltWinters =
    "y: numbers; period: count; alpha: share; beta: share; gamma: share; level0: number; trend0: number; season0: one a step of the "
    "period; horizon: count, 1 when absent";

}  // namespace

const std::vector<Routine>& forecast_routines() {
  static const std::vector<Routine> kAll = {
      {"simple_exponential_smoothing", "y: numbers; alpha: share", "one_step_forecasts; next_forecast; sse",
       "The level starts at the first value; forecasts and squared errors from the second value on.", "Brown 1959",
       simple_exponential_smoothing},
      {"holt_linear", "y: numbers; alpha: share; beta: share; level0: number; trend0: number; horizon: count, 1 when absent",
       "fitted; forecasts", "Level and trend start before the first value as given; fitted is one step ahead for every value.",
       "Holt 1957", holt_linear},
      {"holt_winters_additive", kHoltWinters, "fitted; forecasts",
       "States start before the first value as given; the season is updated with the new level: gamma (y - level) + (1 - gamma) season.",
       "Winters 1960", [](Inputs& in) { return holt_winters(in, false); }},
      {"holt_winters_multiplicative", kHoltWinters, "fitted; forecasts",
       "States start before the first value as given; the season is updated with the new level: gamma y / level + (1 - gamma) season.",
       "Winters 1960", [](Inputs& in) { return holt_winters(in, true); }},
      {"moving_average_trailing", "y: numbers; window: count", "values", "Means of full windows only, so window - 1 fewer values than y.",
       "definition", [](Inputs& in) { return of_series<stats::trailing_mean>(in, "window"); }},
      {"moving_average_trailing_partial", "y: numbers; window: count", "values",
       "One mean a value, of as many values as the window holds so far (ROWS BETWEEN window - 1 PRECEDING AND CURRENT ROW).", "definition",
       [](Inputs& in) { return of_series<stats::trailing_mean_partial>(in, "window"); }},
      {"ewm_mean_adjusted", "y: numbers; alpha: share above 0", "values",
       "Mean with weights (1 - alpha)^age, divided by the sum of the weights so far.", "definition",
       [](Inputs& in) { return of_series<stats::weighted_mean_decaying>(in, "alpha"); }},
      {"seasonal_naive", "y: numbers; period: count; horizon: count, 1 when absent", "forecasts", "The last whole period, repeated.",
       "Hyndman and Athanasopoulos 2021", seasonal_naive},
      {"autocorrelation", "y: numbers; max_lag: count", "values", "Lags 1 to max_lag about the overall mean, divisor n at every lag.",
       "Box and Jenkins 1970", [](Inputs& in) { return of_series<stats::autocorrelations>(in, "max_lag"); }},
      {"partial_autocorrelation", "y: numbers; max_lag: count", "values", "Lags 1 to max_lag by the Durbin-Levinson recursion.",
       "Durbin 1960", [](Inputs& in) { return of_series<stats::partial_autocorrelations>(in, "max_lag"); }},
      {"ljung_box", "y: numbers; lags: count; fitdf: count, 0 when absent", "q; df; p_value",
       "n (n + 2) sum of r^2 / (n - lag); chi-square with lags - fitdf, upper tail computed as such.", "Ljung and Box 1978", ljung_box},
      {"mann_kendall", "y: numbers", "s; variance; z; p_value",
       "S over all pairs, variance with ties, z from S moved by 1 towards 0; two-sided.", "Mann 1945; Kendall 1975", mann_kendall},
      {"theil_sen", "x: numbers; y: numbers", "slope; intercept",
       "Median of slopes over pairs with unlike x; intercept = median y - slope * median x.", "Theil 1950; Sen 1968", theil_sen},
      {"classical_decomposition_additive", "y: numbers; period: count", "trend; seasonal",
       "Centred moving mean (half weights at the ends of an even period), only where the window is full; seasonal means of the rest for one "
       "period from the first value, made to add up to 0.", "Kendall and Stuart 1983", classical_decomposition_additive},
      {"newsvendor_normal", "mean: number; sd: above 0; underage_cost: above 0; overage_cost: above 0",
       "critical_ratio; order_quantity; expected_cost",
       "Order the quantile underage / (underage + overage) of normal demand; cost = (underage + overage) sd density(z).",
       "Arrow, Harris and Marschak 1951", newsvendor_normal},
      {"safety_stock", "service_level: share; mean_demand: number; sd_demand: number; lead_time: number; sd_lead_time: number, 0 when absent",
       "safety_stock; reorder_point", "z sqrt(lead time * sd^2 + mean^2 * sd of lead time^2); reorder at mean demand over the lead time plus that.",
       "Silver, Pyke and Thomas 2017", safety_stock},
      {"cagr", "start: above 0; end: number; years: above 0", "value", "(end / start)^(1 / years) - 1, as a share.", "definition", cagr},
  };
  return kAll;
}

}  // namespace loopready::engine
