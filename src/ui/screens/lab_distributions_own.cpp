#include "ui/screens/lab_distributions_own.h"

#include <algorithm>
#include <cmath>

#include "stats/describe.h"
#include "stats/order.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {

using base::Result;

constexpr std::size_t kLeastValues = 5, kMostValues = 50'000;
constexpr double kMostBins = 60;
constexpr std::string_view kSample =
    "12.4\n8.9\n23.5\n41\n15.2\n9.99\n31.8\n18.7\n27.6\n11.3\n64.2\n19.9\n7.5\n22.1\n36.4\n13.8\n88\n16.6\n29.3\n10.4\n"
    "45.7\n20.8\n14.1\n33.9\n25\n9.2\n52.6\n17.3\n12.9\n21.7\n38.2\n15.9\n28.4\n11.8\n19.1\n74.5\n24.3\n13.2\n30.6\n26.2";

base::Error refuse(std::string text) { return {base::ErrorKind::bad_input, "", std::move(text)}; }
double value_or_nan(const Result<double>& result) { return result.ok() ? result.value() : NAN; }

base::Status check_values(const std::vector<double>& values) {
  if (values.size() < kLeastValues) return refuse("At least five numbers are needed for a picture of how they are spread.");
  if (values.size() > kMostValues) return refuse("At most 50,000 numbers are fitted here. Keep a random sample of them.");
  for (const double value : values)
    if (!std::isfinite(value)) return refuse("Every number must be finite.");
  if (std::all_of(values.begin(), values.end(), [&](double value) { return value == values[0]; }))
    return refuse("All numbers are the same: without spread there is no distribution to fit.");
  return base::Done{};
}

// What the family can't have, as a sentence; empty if it can have all of them.
std::string misfit(const Family& family, double least, double most, bool whole) {
  if (family.discrete && !whole) return "counts whole numbers, and yours are not all whole.";
  switch (family.kind) {
    case FamilyKind::normal:
    case FamilyKind::student_t: return "";
    case FamilyKind::lognormal: return least > 0 ? "" : "needs numbers above 0, and your smallest is " + in_words(least, Unit::plain) + ".";
    case FamilyKind::beta: return least >= 0 && most <= 1 ? "" : "needs numbers from 0 to 1, such as shares.";
    case FamilyKind::geometric: return least >= 1 ? "" : "counts trials from 1, and your smallest is " + in_words(least, Unit::plain) + ".";
    case FamilyKind::exponential:
    case FamilyKind::gamma:
    case FamilyKind::binomial:
    case FamilyKind::poisson: break;
  }
  return least >= 0 ? "" : "has no negative numbers, and your smallest is " + in_words(least, Unit::plain) + ".";
}

std::vector<Bin> histogram(const std::vector<double>& sorted, bool discrete) {
  const double least = sorted.front(), most = sorted.back(), n = static_cast<double>(sorted.size());
  double n_bins = std::clamp(std::ceil(2 * std::cbrt(n)), 5.0, kMostBins), width = (most - least) / n_bins, start = least;
  if (discrete) {  // a bar stands around its whole numbers
    width = std::ceil((most - least + 1) / kMostBins);
    n_bins = std::ceil((most - least + 1) / width);
    start = least - 0.5;
  }
  std::vector<Bin> bins;
  for (double i = 0; i < n_bins; ++i) bins.push_back({start + width * i, start + width * (i + 1)});
  for (const double value : sorted) ++bins[static_cast<std::size_t>(std::clamp(std::floor((value - start) / width), 0.0, n_bins - 1))].n;
  for (Bin& bin : bins) bin.density = bin.n / n / width;
  return bins;
}

double largest_gap(const Family& family, const FamilyFit& fit, const std::vector<double>& sorted) {
  const double n = static_cast<double>(sorted.size());
  double gap = 0;
  for (std::size_t first = 0; first < sorted.size();) {
    std::size_t end = first;
    while (end < sorted.size() && sorted[end] == sorted[first]) ++end;
    const double below = 1 - value_or_nan(family.upper(sorted[first], fit.a, fit.b));
    gap = std::max(gap, std::fabs(static_cast<double>(end) / n - below));
    if (!family.discrete) gap = std::max(gap, std::fabs(static_cast<double>(first) / n - below));
    first = end;
  }
  return gap;
}

struct Picture {
  const Family& family;
  const OwnFit& own;
  double density(double x) const { return value_or_nan(family.density(x, own.fit.a, own.fit.b)); }
  double quantile(double p) const { return value_or_nan(family.quantile(p, own.fit.a, own.fit.b)); }
};

kit::ChartSeries fitted_curve(const Picture& picture, double height) {
  const std::vector<Bin>& bins = picture.own.bins;
  kit::ChartSeries curve{.name = "fitted", .points = {}, .colour = 1};
  const double from = bins.front().from, to = bins.back().to;
  if (picture.family.discrete) {
    const double step = std::max(1.0, std::ceil((to - from) / 400));
    for (double k = std::ceil(from); k <= to; k += step) curve.points.emplace_back(k, picture.density(k));
    if (curve.points.size() <= 60) curve.kind = kit::SeriesKind::points;
    return curve;
  }
  constexpr int kSteps = 160;
  for (int i = 0; i <= kSteps; ++i) {
    const double x = from + (to - from) * i / kSteps, y = picture.density(x);
    if (std::isfinite(y)) curve.points.emplace_back(x, std::min(y, height));
  }
  return curve;
}

void show_histogram(LabLook& look, const Picture& picture) {
  kit::ChartView chart{.name = "Histogram of your numbers under the fitted distribution", .x_label = "x", .y_label = picture.family.discrete ? "probability" : "density"};
  kit::ChartSeries bars{.name = "yours", .points = {}, .kind = kit::SeriesKind::area, .colour = 0};
  Figures numbers{"Histogram", {"from", "to", "numbers", "yours", "fitted at the middle"}, {}};
  double height = 0;
  for (const Bin& bin : picture.own.bins) {
    height = std::max(height, bin.density);
    bars.points.emplace_back(bin.from, 0);
    bars.points.emplace_back(bin.from, bin.density);
    bars.points.emplace_back(bin.to, bin.density);
    bars.points.emplace_back(bin.to, 0);
    const double middle = (bin.from + bin.to) / 2;
    numbers.rows.push_back({in_words(bin.from, Unit::plain, 4), in_words(bin.to, Unit::plain, 4), std::to_string(bin.n), in_words(bin.density, Unit::plain),
                            in_words(picture.density(picture.family.discrete ? std::floor(middle) : middle), Unit::plain)});
  }
  kit::ChartSeries curve = fitted_curve(picture, 1.5 * height);
  for (const auto& point : curve.points) chart.y_most = std::max(std::isfinite(chart.y_most) ? chart.y_most : 1.1 * height, 1.05 * point.second);
  chart.y_least = 0;
  chart.series = {std::move(bars), std::move(curve)};
  kit::line_chart(chart);
  figures(look, numbers);
}

void show_moments(LabLook& look, const Picture& picture) {
  const OwnFit& own = picture.own;
  const double mean = picture.family.mean(own.fit.a, own.fit.b), sd = picture.family.sd(own.fit.a, own.fit.b);
  Figures numbers{"Yours and fitted", {"measure", "yours", picture.family.name}, {}};
  const auto row = [&](const std::string& name, double yours, double fitted) {
    numbers.rows.push_back({name, in_words(yours, Unit::plain, 4), in_words(fitted, Unit::plain, 4)});
  };
  row("mean", own.mean, mean);
  row("variance", own.variance, sd * sd);
  row("standard deviation", std::sqrt(own.variance), sd);
  for (const double p : {0.05, 0.25, 0.5, 0.75, 0.95, 0.99})
    row(in_words(p, Unit::share) + " quantile", stats::sorted_quantile_type7(own.sorted, p), picture.quantile(p));
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

std::string told(const Picture& picture) {
  const OwnFit& own = picture.own;
  const double yours = stats::sorted_quantile_type7(own.sorted, 0.95), fitted = picture.quantile(0.95);
  std::string text = "Our " + in_words(static_cast<double>(own.sorted.size()), Unit::whole) + " numbers average " + in_words(own.mean, Unit::plain, 4) +
                     ", and one in twenty lies above " + in_words(yours, Unit::plain, 4) + "; the fitted " + std::string(picture.family.name) + " distribution puts that at " +
                     in_words(fitted, Unit::plain, 4) + ". Counted from below, the two never differ by more than " + in_words(own.gap, Unit::share, 2) + " of the numbers. ";
  // Kolmogorov's 5 % limit, generous here since the distribution was fitted to the same numbers.
  const bool apart = own.gap > 1.36 / std::sqrt(static_cast<double>(own.sorted.size()));
  return text + (apart ? "That is more than chance: plan with the numbers themselves, not with this distribution."
                       : "For planning, this distribution will do; judge it by the end that costs money.");
}

void explain(const Picture& picture) {
  std::vector<std::string> inputs = {std::string(picture.family.first) + " = " + in_words(picture.own.fit.a, Unit::plain, 4)};
  if (picture.family.second != nullptr) inputs.push_back(std::string(picture.family.second) + " = " + in_words(picture.own.fit.b, Unit::plain, 4));
  inputs.push_back("n = " + in_words(static_cast<double>(picture.own.sorted.size()), Unit::whole));
  formula_card(picture.family.formula, inputs,
               picture.family.second == nullptr ? "Fitted by moments with one parameter: one moment is met, and the other shows how well the family suits."
                                                : "Fitted by moments: mean and variance are those of your numbers (a binomial's number of trials is rounded).");
}

}  // namespace

Result<FamilyFit> fit_by_moments(const Family& family, const std::vector<double>& values) {
  LR_TRY([[maybe_unused]] auto fine, check_values(values));
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const bool whole = std::all_of(values.begin(), values.end(), [](double value) { return value == std::floor(value); });
  const std::string family_name = "The " + std::string(family.name) + " distribution ";
  const std::string problem = misfit(family, *least, *most, whole);
  if (!problem.empty()) return refuse(family_name + problem);
  const stats::Moments moments = stats::moments_of(values);
  const double m = moments.mean, v = moments.variance_sample();
  if (!std::isfinite(v)) return refuse("The numbers are too large: their squares overflow.");
  switch (family.kind) {
    case FamilyKind::normal: return FamilyFit{m, std::sqrt(v)};
    case FamilyKind::student_t:
      if (std::fabs(m) > 3 * std::sqrt(v / moments.n)) return refuse("Student's t has mean 0, and yours is " + in_words(m, Unit::plain) + ": subtract it first.");
      if (v <= 1) return refuse("Student's t has a variance above 1, and yours is " + in_words(v, Unit::plain) + ".");
      return FamilyFit{2 * v / (v - 1)};
    case FamilyKind::lognormal: {
      const double log_variance = std::log1p(v / (m * m));
      return FamilyFit{std::log(m) - log_variance / 2, std::sqrt(log_variance)};
    }
    case FamilyKind::exponential: return FamilyFit{1 / m};
    case FamilyKind::gamma: return FamilyFit{m * m / v, v / m};
    case FamilyKind::beta: {
      const double size = m * (1 - m) / v - 1;
      if (!(size > 0)) return refuse("Your numbers lie so near 0 and 1 that no Beta distribution has their variance.");
      return FamilyFit{m * size, (1 - m) * size};
    }
    case FamilyKind::binomial: {
      if (v >= m) return refuse("A Binomial's variance is below its mean; yours is " + in_words(v, Unit::plain) + " with a mean of " + in_words(m, Unit::plain) + ".");
      const double trials = std::max(*most, std::round(m / (1 - v / m)));
      return FamilyFit{trials, m / trials};
    }
    case FamilyKind::poisson: return FamilyFit{m};
    case FamilyKind::geometric: break;
  }
  return FamilyFit{1 / m};
}

Result<OwnFit> own_fit(const Family& family, const std::vector<double>& values) {
  LR_TRY(const FamilyFit fit, fit_by_moments(family, values));
  const stats::Moments moments = stats::moments_of(values);
  OwnFit own{.fit = fit, .sorted = stats::sorted_copy(values), .mean = moments.mean, .variance = moments.variance_sample()};
  own.bins = histogram(own.sorted, family.discrete);
  own.gap = largest_gap(family, fit, own.sorted);
  return own;
}

void draw_own_distribution(const app::App& app, LabLook& look, app::Commands& commands) {
  const Family* family = nullptr;
  const Result<OwnFit>* own = nullptr;
  bench(
      [&] {
        std::vector<std::string> names;
        for (const Family& one : families()) names.push_back(one.name);
        const int chosen = pick(look, "Distribution", names, static_cast<int>(FamilyKind::lognormal));
        family = &families()[static_cast<std::size_t>(chosen)];
        const OwnNumbers numbers = own_numbers(app, "distributions", 1, kSample,
                                               "One number a line. Until you paste your own, these are forty order values of an invented shop.", commands);
        if (numbers.problem.empty())
          own = &kept(look, "own fit", inputs_of({numbers.version, static_cast<double>(chosen)}), [&] { return own_fit(*family, numbers.columns[0]); });
      },
      [&] {
        if (own == nullptr) return;
        if (!own->ok()) return refusal(own->error());
        const Picture picture{*family, own->value()};
        kit::strong("Mean " + in_words(picture.own.mean, Unit::plain, 4) + ", variance " + in_words(picture.own.variance, Unit::plain, 4), kit::Tone::normal, kit::kTitle);
        show_histogram(look, picture);
        show_moments(look, picture);
      });
  if (own == nullptr || !own->ok()) return;
  const Picture picture{*family, own->value()};
  explain(picture);
  plain_sentence(told(picture));
}

}  // namespace loopready::screens
