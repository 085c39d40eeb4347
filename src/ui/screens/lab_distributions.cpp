#include <algorithm>
#include <cmath>

#include "stats/continuous.h"
#include "stats/discrete.h"
#include "stats/normal.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"

namespace loopready::screens {
namespace {

using base::Result;

constexpr double kLeastTail = 1e-4;

// One family with its two knobs (the second may be missing) as a and b.
struct Family {
  const char* name;
  bool discrete;
  const char* formula;
  const char* used_for;
  const char* first;   // knob names
  const char* second;  // null: none
  double first_start, first_from, first_to, second_start, second_from, second_to;
  Result<double> (*density)(double x, double a, double b);
  Result<double> (*upper)(double x, double a, double b);  // P(X > x)
  Result<double> (*quantile)(double p, double a, double b);
  double (*mean)(double a, double b);
  double (*sd)(double a, double b);
};

// The smallest k whose cumulative probability is at least p, where no closed form is at hand.
Result<double> geometric_quantile(double p, double share, double) {
  return p >= 1 ? 1e6 : std::max(1.0, std::ceil(std::log1p(-p) / std::log1p(-share) - 1e-12));
}

const Family kFamilies[] = {
    {"Normal", false, "f(x) = e^{-(x-\\mu)^2 / 2\\sigma^2} / (\\sigma \\sqrt{2\\pi})", "means of many values, measurement error",
     "mean", "standard deviation", 0, -10, 10, 1, 0.1, 10, [](double x, double a, double b) { return stats::normal_pdf(x, a, b); },
     [](double x, double a, double b) { return stats::normal_sf(x, a, b); },
     [](double p, double a, double b) { return stats::normal_quantile(p, a, b); }, [](double a, double) { return a; },
     [](double, double b) { return b; }},
    {"Student t", false, "T = Z / \\sqrt{\\chi^2 / \\nu}", "means of few values with an estimated spread", "degrees of freedom",
     nullptr, 4, 1, 60, 0, 0, 1, [](double x, double a, double) { return stats::student_t_pdf(x, a); },
     [](double x, double a, double) { return stats::student_t_sf(x, a); },
     [](double p, double a, double) { return stats::student_t_quantile(p, a); }, [](double a, double) { return a > 1 ? 0.0 : NAN; },
     [](double a, double) { return a > 2 ? std::sqrt(a / (a - 2)) : NAN; }},
    {"Lognormal", false, "\\log X \\text{ is normal}", "order values, session lengths, incomes", "mean of the log",
     "sd of the log", 0, -3, 3, 1, 0.1, 2.5, [](double x, double a, double b) { return stats::lognormal_pdf(x, a, b); },
     [](double x, double a, double b) { return stats::lognormal_sf(x, a, b); },
     [](double p, double a, double b) { return stats::lognormal_quantile(p, a, b); },
     [](double a, double b) { return std::exp(a + b * b / 2); },
     [](double a, double b) { return std::exp(a + b * b / 2) * std::sqrt(std::expm1(b * b)); }},
    {"Exponential", false, "f(x) = \\lambda e^{-\\lambda x}", "the time until the next event when the past does not matter", "rate",
     nullptr, 1, 0.1, 5, 0, 0, 1, [](double x, double a, double) { return stats::exponential_pdf(x, a); },
     [](double x, double a, double) { return stats::exponential_sf(x, a); },
     [](double p, double a, double) { return stats::exponential_quantile(p, a); }, [](double a, double) { return 1 / a; },
     [](double a, double) { return 1 / a; }},
    {"Gamma", false, "f(x) \\propto x^{k-1} e^{-x/\\theta}", "the time until the k-th event; rates that differ between users",
     "shape", "scale", 2, 0.2, 20, 1, 0.1, 5, [](double x, double a, double b) { return stats::gamma_pdf(x, a, b); },
     [](double x, double a, double b) { return stats::gamma_sf(x, a, b); },
     [](double p, double a, double b) { return stats::gamma_quantile(p, a, b); }, [](double a, double b) { return a * b; },
     [](double a, double b) { return std::sqrt(a) * b; }},
    {"Beta", false, "f(x) \\propto x^{a-1} (1-x)^{b-1}", "what is believed of a share", "a", "b", 2, 0.5, 50, 5, 0.5, 50,
     [](double x, double a, double b) { return stats::beta_pdf(x, a, b); },
     [](double x, double a, double b) { return stats::beta_sf(x, a, b); },
     [](double p, double a, double b) { return stats::beta_quantile(p, a, b); }, [](double a, double b) { return a / (a + b); },
     [](double a, double b) { return std::sqrt(a * b / (a + b + 1)) / (a + b); }},
    {"Binomial", true, "P(X = k) = \\frac{n!}{k!(n-k)!} p^k (1-p)^{n-k}", "how many of n convert", "trials", "share", 20, 1, 200,
     0.3, 0.01, 0.99, [](double x, double a, double b) { return stats::binomial_pmf(x, a, b); },
     [](double x, double a, double b) { return stats::binomial_sf(x, a, b); },
     [](double p, double a, double b) { return stats::binomial_quantile(p, a, b); }, [](double a, double b) { return a * b; },
     [](double a, double b) { return std::sqrt(a * b * (1 - b)); }},
    {"Poisson", true, "P(X = k) = \\lambda^k e^{-\\lambda} / k!", "how many rare events in a given time", "expected count", nullptr, 6, 0.5,
     100, 0, 0, 1, [](double x, double a, double) { return stats::poisson_pmf(x, a); },
     [](double x, double a, double) { return stats::poisson_sf(x, a); },
     [](double p, double a, double) { return stats::poisson_quantile(p, a); }, [](double a, double) { return a; },
     [](double a, double) { return std::sqrt(a); }},
    {"Geometric", true, "P(X = k) = (1-p)^{k-1} p", "the number of trials until the first success", "chance of success", nullptr, 0.2, 0.05,
     0.95, 0, 0, 1, [](double x, double a, double) { return x < 1 ? Result<double>(0.0) : stats::geometric_pmf(x, a); },
     [](double x, double a, double) {
       auto cdf = x < 1 ? Result<double>(0.0) : stats::geometric_cdf(x, a);
       return cdf.ok() ? Result<double>(1 - cdf.value()) : cdf;
     },
     geometric_quantile, [](double a, double) { return 1 / a; }, [](double a, double) { return std::sqrt(1 - a) / a; }},
};

struct Chosen {
  const Family* family = nullptr;
  double a = 0, b = 0;
  std::string name;  // "1: Normal"
};

double value_or_nan(const Result<double>& result) { return result.ok() ? result.value() : NAN; }

Chosen choose(LabLook& look, const char* which, int start) {
  std::vector<std::string> names;
  for (const Family& family : kFamilies) names.push_back(family.name);
  Chosen chosen;
  chosen.family = &kFamilies[pick(look, which, names, start)];
  const Family& family = *chosen.family;
  const std::string prefix = std::string(1, which[std::string_view(which).size() - 1]) + ": ";
  const auto step_of = [&](double from, double to) {
    return family.discrete && to > 10 && from >= 1 ? 1.0 : to - from > 20 ? 0.5 : 0.05;
  };
  chosen.a = knob(look, {.name = prefix + family.first,
                         .start = family.first_start,
                         .from = family.first_from,
                         .to = family.first_to,
                         .step = step_of(family.first_from, family.first_to)});
  if (family.second != nullptr)
    chosen.b = knob(look, {.name = prefix + family.second,
                           .start = family.second_start,
                           .from = family.second_from,
                           .to = family.second_to,
                           .step = family.second_to < 1 ? 0.01 : step_of(family.second_from, family.second_to)});
  chosen.name = family.name;
  return chosen;
}

double quantile(const Chosen& one, double p) { return value_or_nan(one.family->quantile(p, one.a, one.b)); }

// What both charts are drawn over.
struct Range {
  double least = 0, most = 1;
};

Range range_of(const Chosen (&both)[2]) {
  Range range{INFINITY, -INFINITY};
  for (const Chosen& one : both)
    for (const double p : {0.001, 0.995}) {
      const double x = quantile(one, p);
      if (!std::isfinite(x)) continue;
      range.least = std::min(range.least, x);
      range.most = std::max(range.most, x);
    }
  if (!(range.least < range.most)) range.most = range.least + 1;
  return range;
}

std::vector<std::pair<double, double>> curve(const Chosen& one, const Range& range, bool tail) {
  std::vector<std::pair<double, double>> points;
  const auto of = tail ? one.family->upper : one.family->density;
  const auto add = [&](double x) {
    const double y = value_or_nan(of(x, one.a, one.b));
    if (std::isfinite(y) && (!tail || y >= kLeastTail)) points.emplace_back(x, y);
  };
  if (one.family->discrete) {
    for (double k = std::max(0.0, std::ceil(range.least)); k <= range.most && points.size() < 400; ++k) add(k);
    return points;
  }
  constexpr int kSteps = 160;
  for (int i = 0; i <= kSteps; ++i) add(range.least + (range.most - range.least) * i / kSteps);
  return points;
}

void show(LabLook& look, const Chosen (&both)[2], bool tail) {
  const Range range = range_of(both);
  kit::ChartView chart{.name = tail ? "Chance of more than x, on a logarithmic axis, for both distributions"
                                    : "Densities (or probabilities) of both distributions",
                       .x_label = "x",
                       .y_label = tail ? "P(X > x)" : "density or probability",
                       .log_y = tail};
  Figures numbers{tail ? "Tails" : "Densities", {"distribution", "x", tail ? "P(X > x)" : "density"}, {}};
  for (int i = 0; i < 2; ++i) {
    kit::ChartSeries series{.name = std::to_string(i + 1), .points = curve(both[i], range, tail), .dashed = i == 1};
    if (both[i].family->discrete && !tail) series.kind = kit::SeriesKind::points;
    const std::size_t every = std::max<std::size_t>(1, series.points.size() / 16);
    for (std::size_t k = 0; k < series.points.size(); k += every)
      numbers.rows.push_back({std::to_string(i + 1) + ": " + both[i].name, in_words(series.points[k].first, Unit::plain, 4),
                              in_words(series.points[k].second, Unit::plain)});
    chart.series.push_back(std::move(series));
  }
  if (tail) {
    chart.y_least = kLeastTail;
    chart.y_most = 1;
  }
  kit::line_chart(chart);
  figures(look, numbers);
}

void show_quantiles(LabLook& look, const Chosen (&both)[2]) {
  Figures numbers{"Quantiles", {"measure", "1: " + both[0].name, "2: " + both[1].name}, {}};
  const auto row = [&](const std::string& name, auto of) {
    numbers.rows.push_back({name, in_words(of(both[0]), Unit::plain, 4), in_words(of(both[1]), Unit::plain, 4)});
  };
  row("mean", [](const Chosen& one) { return one.family->mean(one.a, one.b); });
  row("standard deviation", [](const Chosen& one) { return one.family->sd(one.a, one.b); });
  for (const double p : {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999})
    row(in_words(p, Unit::share) + " quantile", [p](const Chosen& one) { return quantile(one, p); });
  row("P(X > mean + 3 sd)", [](const Chosen& one) {
    return value_or_nan(one.family->upper(one.family->mean(one.a, one.b) + 3 * one.family->sd(one.a, one.b), one.a, one.b));
  });
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

}  // namespace

void draw_lab_distributions(const app::App&, LabLook& look, app::Commands&) {
  Chosen both[2];
  bench(
      [&] {
        both[0] = choose(look, "Distribution 1", 0);
        both[1] = choose(look, "Distribution 2", 2);
      },
      [&] {
        show(look, both, false);
        show(look, both, true);
        show_quantiles(look, both);
      });
  for (int i = 0; i < 2; ++i) {
    const Chosen& one = both[i];
    std::vector<std::string> inputs = {std::string(one.family->first) + " = " + in_words(one.a, Unit::plain)};
    if (one.family->second != nullptr) inputs.push_back(std::string(one.family->second) + " = " + in_words(one.b, Unit::plain));
    formula_card(one.family->formula, inputs, std::to_string(i + 1) + ": " + one.name + ". Good for " + one.family->used_for + ".");
  }
  const Chosen& second = both[1];
  const double mean = second.family->mean(second.a, second.b), half = quantile(second, 0.5), far = quantile(second, 0.99);
  std::string text = "In the second distribution half of the values lie below " + in_words(half, Unit::plain) +
                     " and one in a hundred above " + in_words(far, Unit::plain) + ". ";
  if (!std::isfinite(mean)) text += "It has no mean at all: an average of such values never settles.";
  else if (mean > half * 1.1 && half > 0)
    text += "Its mean, " + in_words(mean, Unit::plain) +
            ", is above the middle: a few large values carry it, so say the median when you speak of a typical one.";
  else text += "Its mean, " + in_words(mean, Unit::plain) + ", says about what the middle says.";
  plain_sentence(text);
}

}  // namespace loopready::screens
