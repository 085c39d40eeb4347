#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "stats/describe.h"
#include "stats/draws.h"
#include "stats/forecast_error.h"
#include "stats/smoothing.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"

namespace loopready::screens {
namespace {

constexpr std::size_t kDays = 84, kMostValues = 2'000, kDrawnPast = 56;
constexpr double kWeek[] = {-0.9, -0.5, -0.2, 0.0, 0.4, 1.2, 0.0};  // Monday to Sunday, in units of the season's size
constexpr std::string_view kDemand =
    "82\n88\n95\n97\n110\n141\n101\n84\n93\n94\n101\n115\n146\n99\n88\n90\n99\n104\n113\n149\n108\n91\n97\n98\n103\n121\n150\n107\n90\n99\n105\n106\n119\n158\n112\n94\n98\n107\n111\n125\n157\n113";
constexpr std::string_view kPairs =
    "actual,forecast\n120,112\n98,105\n143,130\n40,61\n87,90\n156,149\n132,128\n75,88\n110,107\n168,150\n22,41\n95,97";

const std::vector<std::string>& methods() {
  static const std::vector<std::string> kMethods = {"Last season", "Simple", "Holt", "Holt-Winters"};
  return kMethods;
}

struct Measures {
  double mae = NAN, mape = NAN, smape = NAN, wape = NAN, mase = NAN, bias = NAN;
};

base::Result<Measures> measured(const std::vector<double>& actual, const std::vector<double>& forecast) {
  Measures measures;
  LR_TRY(const double half, stats::pinball_loss(actual, forecast, 0.5));  // half the mean absolute error
  measures.mae = 2 * half;
  measures.bias = stats::mean_of(forecast) - stats::mean_of(actual);
  std::vector<double> sizes;
  for (const double value : actual) sizes.push_back(std::fabs(value));
  const double size = stats::mean_of(sizes);
  if (size > 0) measures.wape = measures.mae / size;
  const auto errors = stats::prediction_errors(actual, forecast);  // refuses where a true value is 0
  if (errors) {
    measures.mape = errors.value().mape;
    measures.smape = errors.value().smape;
  }
  return measures;
}

struct Setting {
  std::vector<double> demand, actual, forecast;  // a series to forecast, or pairs
  bool pairs = false;
  std::string inputs, problem;
  double period = 7, horizon = 14, alpha = 0.3, beta = 0.05, gamma = 0.2;
  std::size_t method = 3;
};

std::vector<double> drawn(double level, double trend, double season, double noise, double seed) {
  base::Random random(static_cast<std::uint64_t>(seed));
  std::vector<double> demand;
  for (std::size_t day = 0; day < kDays; ++day) {
    const double mean = level + trend * static_cast<double>(day) + season * kWeek[day % 7];
    demand.push_back(std::max(0.0, std::round(mean + noise * stats::draw_normal(random))));
  }
  return demand;
}

Setting ask(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  const int source = pick(look, "What to judge", {"Simulated demand", "My demand", "My forecasts"});
  if (source == 2) {
    const OwnNumbers own = own_numbers(app, "forecast-pairs", 2, kPairs,
                                       "One row a line: what came, what was forecast. Until you paste your own, these are twelve invented products.", commands);
    setting.pairs = true;
    setting.inputs = "pairs" + inputs_of({own.version});
    setting.actual = own.columns[0];
    setting.forecast = own.columns[1];
    if (setting.actual.size() < 2 || setting.actual.size() > 50'000) setting.problem = "Between 2 and 50,000 pairs are judged here.";
    return setting;
  }
  if (source == 1) {
    const OwnNumbers own = own_numbers(app, "forecast", 1, kDemand, "One value a line, the oldest first. Until you paste your own, these are six invented weeks.", commands);
    setting.demand = own.columns[0];
    setting.inputs = "own" + inputs_of({own.version});
    setting.period = knob(look, {.name = "Steps in a season", .start = 7, .from = 2, .to = 52, .step = 1, .unit = Unit::whole});
  } else {
    const double trend = knob(look, {.name = "Trend a day", .start = 0.5, .from = -1, .to = 2, .step = 0.1});
    const double season = knob(look, {.name = "Size of the weekly season", .start = 30, .from = 0, .to = 60, .step = 5});
    const double noise = knob(look, {.name = "Noise (sd)", .start = 12, .from = 0, .to = 40, .step = 1});
    const double seed = knob(look, {.name = "Luck of the draw", .start = 8, .from = 1, .to = 200, .step = 1, .unit = Unit::whole});
    setting.demand = drawn(100, trend, season, noise, seed);
    setting.inputs = inputs_of({trend, season, noise, seed});
  }
  setting.horizon = knob(look, {.name = "Steps kept for the test", .start = 14, .from = 2, .to = 28, .step = 1, .unit = Unit::whole});
  setting.method = static_cast<std::size_t>(pick(look, "Method drawn", methods(), 3));
  setting.alpha = knob(look, {.name = "Weight of news: level (alpha)", .start = 0.1, .from = 0, .to = 1, .step = 0.05});
  setting.beta = knob(look, {.name = "Trend (beta)", .start = 0.05, .from = 0, .to = 1, .step = 0.05});
  setting.gamma = knob(look, {.name = "Season (gamma)", .start = 0.1, .from = 0, .to = 1, .step = 0.05});
  if (setting.demand.size() > kMostValues) setting.problem = "At most 2,000 values are followed here.";
  else if (static_cast<double>(setting.demand.size()) < 2 * setting.period + setting.horizon)
    setting.problem = "Two seasons are needed before the steps kept for the test: " + in_words(2 * setting.period + setting.horizon, Unit::whole) + " values in all.";
  return setting;
}

struct Computed {
  std::vector<std::vector<double>> forecasts;  // by method
  std::vector<Measures> measures;
  std::string problem;
};

// Level, trend and season to begin with, from the first two seasons.
base::Result<std::vector<double>> forecast_by(std::size_t method, const Setting& setting, const std::vector<double>& train) {
  if (method == 0) return stats::seasonal_naive(train, setting.period, setting.horizon);
  if (method == 1) {
    LR_TRY(const stats::SimpleSmoothing simple, stats::simple_exponential_smoothing(train, setting.alpha));
    return std::vector<double>(static_cast<std::size_t>(setting.horizon), simple.next_forecast);
  }
  const auto period = static_cast<std::size_t>(setting.period);
  const stats::Span all = train;
  const double first = stats::mean_of(all.subspan(0, period)), trend0 = (stats::mean_of(all.subspan(period, period)) - first) / setting.period;
  const double level0 = first - trend0 * (setting.period + 1) / 2;  // at the step before the first
  if (method == 2) {
    LR_TRY(stats::Smoothed holt, stats::holt_linear(train, {setting.alpha, setting.beta, level0, trend0}, setting.horizon));
    return holt.forecasts;
  }
  std::vector<double> season0;
  for (std::size_t i = 0; i < period; ++i) season0.push_back(train[i] - level0 - trend0 * static_cast<double>(i + 1));
  LR_TRY(stats::Smoothed winters,
         stats::holt_winters(train, {setting.period, setting.alpha, setting.beta, setting.gamma, level0, trend0, season0, false}, setting.horizon));
  return winters.forecasts;
}

Computed compute(const Setting& setting) {
  Computed computed;
  if (setting.pairs) {
    const auto measures = measured(setting.actual, setting.forecast);
    if (!measures) computed.problem = measures.error().text;
    else computed.measures.push_back(measures.value());
    return computed;
  }
  const auto split = setting.demand.end() - static_cast<std::ptrdiff_t>(setting.horizon);
  const std::vector<double> train(setting.demand.begin(), split), test(split, setting.demand.end());
  for (std::size_t method = 0; method < methods().size(); ++method) {
    const auto forecast = forecast_by(method, setting, train);
    auto measures = forecast ? measured(test, forecast.value()) : base::Result<Measures>(forecast.error());
    if (!measures) {
      computed.problem = methods()[method] + ": " + measures.error().text;
      return computed;
    }
    const auto scaled = stats::mase(train, test, forecast.value(), setting.period);
    if (scaled) measures.value().mase = scaled.value();
    computed.forecasts.push_back(forecast.value());
    computed.measures.push_back(measures.value());
  }
  return computed;
}

void draw_measures(LabLook& look, const Setting& setting, const Computed& computed) {
  Figures numbers{"Forecast errors", {"method", "WAPE", "MAPE", "sMAPE", "MASE", "MAE", "bias"}, {}};
  for (std::size_t i = 0; i < computed.measures.size(); ++i) {
    const Measures& one = computed.measures[i];
    numbers.rows.push_back({setting.pairs ? "yours" : methods()[i], in_words(one.wape, Unit::share), in_words(one.mape, Unit::share), in_words(one.smape, Unit::share),
                            in_words(one.mase, Unit::plain), in_words(one.mae, Unit::plain), in_words(one.bias, Unit::plain)});
  }
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

void draw_series(LabLook& look, const Setting& setting, const Computed& computed) {
  const std::size_t n = setting.demand.size(), horizon = static_cast<std::size_t>(setting.horizon), split = n - horizon;
  const std::size_t first = split > kDrawnPast ? split - kDrawnPast : 0;
  kit::ChartView chart{.name = "Demand, and the forecast of the steps kept for the test", .x_label = "step", .y_label = "demand"};
  chart.series = {{.name = "demand", .points = {}}, {.name = methods()[setting.method], .points = {}}};
  Figures numbers{"Steps of the test", {"step", "demand", methods()[0], methods()[1], methods()[2], methods()[3]}, {}};
  for (std::size_t i = first; i < n; ++i) chart.series[0].points.emplace_back(static_cast<double>(i + 1), setting.demand[i]);
  for (std::size_t i = 0; i < horizon; ++i) {
    chart.series[1].points.emplace_back(static_cast<double>(split + i + 1), computed.forecasts[setting.method][i]);
    std::vector<std::string> row = {std::to_string(split + i + 1), in_words(setting.demand[split + i], Unit::plain, 4)};
    for (const auto& forecast : computed.forecasts) row.push_back(in_words(forecast[i], Unit::plain, 4));
    numbers.rows.push_back(std::move(row));
  }
  chart.marks = {{static_cast<double>(split) + 0.5, "test", true}};
  kit::line_chart(chart);
  figures(look, numbers);
}

void draw_pairs(LabLook& look, const Setting& setting) {
  kit::ChartView chart{.name = "What came by what was forecast", .x_label = "forecast", .y_label = "what came"};
  chart.series = {{.name = "pairs", .points = {}, .kind = kit::SeriesKind::points}, {.name = "as told", .points = {}, .dashed = true}};
  Figures numbers{"Pairs", {"actual", "forecast", "error", "share of the actual"}, {}};
  double least = INFINITY, most = -INFINITY;
  for (std::size_t i = 0; i < std::min<std::size_t>(setting.actual.size(), 300); ++i) {
    const double actual = setting.actual[i], forecast = setting.forecast[i];
    chart.series[0].points.emplace_back(forecast, actual);
    least = std::min(least, forecast);
    most = std::max(most, forecast);
    numbers.rows.push_back({in_words(actual, Unit::plain, 4), in_words(forecast, Unit::plain, 4), in_words(forecast - actual, Unit::plain, 4),
                            in_words(actual == 0 ? NAN : std::fabs(forecast - actual) / std::fabs(actual), Unit::share)});
  }
  chart.series[1].points = {{least, least}, {most, most}};
  kit::line_chart(chart);
  figures(look, numbers);
}

std::string told(const Setting& setting, const Computed& computed) {
  const Measures& mine = computed.measures[setting.pairs ? 0 : setting.method];
  const double mean = mine.wape > 0 ? mine.mae / mine.wape : NAN, bias = mine.bias / mean;
  std::string text = "Summed over all, the forecast misses by " + in_words(mine.wape, Unit::share, 2) + " of the volume (WAPE)";
  if (std::isfinite(bias)) text += std::fabs(bias) < 0.01 ? ", as often above as below" : ", and it runs " + in_words(std::fabs(bias), Unit::share, 2) + (bias > 0 ? " too high" : " too low");
  text += ". ";
  if (!setting.pairs && std::isfinite(mine.mase))
    text += mine.mase < 1 ? "A step's error is " + in_words(mine.mase, Unit::share, 2) + " of what repeating the last season missed by in the past (MASE), so it earns its keep. "
                          : "Repeating the last season missed by less in the past (MASE " + in_words(mine.mase, Unit::plain, 2) + "): start from that. ";
  if (!std::isfinite(mine.mape)) text += "MAPE has no answer here, since a true value is 0 or all are the same.";
  else if (mine.mape > mine.wape * 1.25) text += "MAPE says " + in_words(mine.mape, Unit::share, 2) + ": a few small actuals weigh most in it, and it rewards forecasting low.";
  else text += "MAPE (" + in_words(mine.mape, Unit::share, 2) + ") agrees, since no actual is small.";
  return text;
}

}  // namespace

void draw_lab_forecast(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  const Computed* computed = nullptr;
  bench([&] { setting = ask(app, look, commands); },
        [&] {
          if (!setting.problem.empty()) return refusal({base::ErrorKind::bad_input, "", setting.problem});
          computed = &kept(look, "errors", setting.inputs + inputs_of({setting.period, setting.horizon, setting.alpha, setting.beta, setting.gamma}),
                           [&] { return compute(setting); });
          if (!computed->problem.empty()) return refusal({base::ErrorKind::bad_input, "", computed->problem});
          if (setting.pairs) draw_pairs(look, setting);
          else draw_series(look, setting, *computed);
          draw_measures(look, setting, *computed);
        });
  if (computed == nullptr || !computed->problem.empty()) return;
  std::vector<std::string> inputs;
  if (!setting.pairs)
    inputs = {"\u03B1 = " + in_words(setting.alpha, Unit::plain), "\u03B2 = " + in_words(setting.beta, Unit::plain), "\u03B3 = " + in_words(setting.gamma, Unit::plain),
              "a season of " + in_words(setting.period, Unit::whole)};
  formula_card("WAPE = \\frac{\\sum |e|}{\\sum |y|}, \\quad MAPE = \\frac{1}{n} \\sum \\frac{|e|}{|y|}, \\quad MASE = \\frac{MAE}{MAE_{naive, past}}", inputs,
               "e is forecast less actual, so a positive bias means too much stock. Smoothing: level = \u03B1 of what came, 1 \u2212 \u03B1 of what was expected; trend and season "
               "likewise by \u03B2 and \u03B3.");
  plain_sentence(told(setting, *computed));
}

}  // namespace loopready::screens
