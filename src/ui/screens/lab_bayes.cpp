#include <algorithm>
#include <cmath>

#include "stats/conjugate.h"
#include "stats/continuous.h"
#include "stats/posterior_race.h"
#include "stats/proportion_test.h"
#include "ui/kit/button.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"

namespace loopready::screens {
namespace {

constexpr std::string_view kCounts = "A,100,2000\nB,122,2000";
constexpr double kMostUsers = 5e6;

struct Arm {
  std::string name = {};
  double successes = 0, users = 0;
};

struct Race {
  Arm arms[2];
  double prior_mean = 0.05, prior_users = 2, tolerated = 0.0005;
  std::string problem = {};
};

struct Computed {
  stats::BetaPosterior posteriors[2] = {};
  stats::BetaShape prior = {};
  double chance_b = NAN, loss_a = NAN, loss_b = NAN;  // losses of choosing that arm
  double p_value = NAN;
  std::vector<std::pair<double, double>> by_prior;  // its weight in users, chance of B
  std::string problem;
};

Race ask_race(const app::App& app, LabLook& look, app::Commands& commands) {
  Race race;
  bool& own_counts = look.open["own"];
  kit::check_box("From my own counts", own_counts);
  if (own_counts) {
    const OwnNumbers own = own_numbers(app,
                                       {.name = "bayes", .n_columns = 2, .sample = kCounts, .about = "Two lines, one an arm: its name, its successes, its users.",
                                        .labelled = true, .what = "counts"},
                                       commands);
    if (own.labels.size() != 2) race.problem = "Two lines are needed, one for each arm.";
    for (std::size_t i = 0; i < 2 && race.problem.empty(); ++i) {
      race.arms[i] = {own.labels[i], own.columns[0][i], own.columns[1][i]};
      if (race.arms[i].users > kMostUsers) race.problem = "At most 5 million users an arm are compared here; at that size prior and method hardly matter.";
    }
  } else {
    const double users = knob(look, {.name = "Users in an arm", .start = 2'000, .from = 50, .to = 1'000'000, .step = 0, .unit = Unit::whole});
    const double a = knob(look, {.name = "Share in A", .start = 0.05, .from = 0, .to = 0.3, .step = 0.001, .unit = Unit::share});
    const double b = knob(look, {.name = "Share in B", .start = 0.061, .from = 0, .to = 0.3, .step = 0.001, .unit = Unit::share});
    race.arms[0] = {"A", std::round(users * a), users};
    race.arms[1] = {"B", std::round(users * b), users};
  }
  race.prior_mean = knob(look, {.name = "Prior: expected share", .start = 0.05, .from = 0.01, .to = 0.5, .step = 0.01, .unit = Unit::share});
  race.prior_users = knob(look, {.name = "Prior: worth so many users", .start = 20, .from = 1, .to = 100'000, .step = 0, .unit = Unit::whole});
  race.tolerated = knob(look, {.name = "Loss we can live with", .start = 0.0005, .from = 0.00005, .to = 0.01, .step = 0, .unit = Unit::share});
  return race;
}

base::Result<double> chance_with_prior(const Race& race, double prior_users) {
  stats::BetaShape shapes[2] = {};
  for (int i = 0; i < 2; ++i) {
    const Arm& arm = race.arms[i];
    shapes[i] = {race.prior_mean * prior_users + arm.successes, (1 - race.prior_mean) * prior_users + arm.users - arm.successes};
  }
  return stats::chance_b_beats_a(shapes[0], shapes[1]);
}

Computed compute(const Race& race) {
  Computed computed;
  computed.prior = {race.prior_mean * race.prior_users, (1 - race.prior_mean) * race.prior_users};
  for (int i = 0; i < 2; ++i) {
    const auto posterior = stats::beta_binomial_posterior(computed.prior.a, computed.prior.b, race.arms[i].successes, race.arms[i].users, 0.95);
    if (!posterior) {
      computed.problem = race.arms[i].name + ": " + posterior.error().text;
      return computed;
    }
    computed.posteriors[i] = posterior.value();
  }
  const stats::BetaShape a{computed.posteriors[0].a, computed.posteriors[0].b}, b{computed.posteriors[1].a, computed.posteriors[1].b};
  const auto chance = stats::chance_b_beats_a(a, b);
  const auto loss_b = stats::expected_loss_of_b(a, b), loss_a = stats::expected_loss_of_b(b, a);
  if (!chance || !loss_a || !loss_b) {
    computed.problem = (!chance ? chance.error() : !loss_a ? loss_a.error() : loss_b.error()).text;
    return computed;
  }
  computed.chance_b = chance.value();
  computed.loss_a = loss_a.value();
  computed.loss_b = loss_b.value();
  const auto z = stats::two_proportion_z(race.arms[1].successes, race.arms[1].users, race.arms[0].successes, race.arms[0].users);
  if (z) computed.p_value = z.value().p_value;
  for (int i = 0; i <= 10; ++i) {
    const double prior_users = std::pow(10.0, i / 2.0);
    const auto one = chance_with_prior(race, prior_users);
    if (one) computed.by_prior.emplace_back(prior_users, one.value());
  }
  return computed;
}

void draw_beliefs(LabLook& look, const Race& race, const Computed& computed) {
  kit::ChartView chart{.name = "Prior and posterior densities of each arm's share", .x_label = "share", .y_label = "density"};
  double least = 1, most = 0, top = 0;
  for (const auto& posterior : computed.posteriors) {
    const auto low = stats::beta_quantile(0.0005, posterior.a, posterior.b), high = stats::beta_quantile(0.9995, posterior.a, posterior.b);
    if (!low || !high) return;
    least = std::min(least, low.value());
    most = std::max(most, high.value());
  }
  least = std::max(0.0, least - (most - least) * 0.15);
  most = std::min(1.0, most + (most - least) * 0.15);
  constexpr int kSteps = 120;
  const auto curve = [&](const std::string& name, double a, double b, bool prior) {
    kit::ChartSeries series{.name = name, .points = {}, .kind = prior ? kit::SeriesKind::line : kit::SeriesKind::area, .dashed = prior};
    for (int i = 0; i <= kSteps; ++i) {
      const double x = std::clamp(least + (most - least) * i / kSteps, 1e-9, 1 - 1e-9);
      const auto density = stats::beta_pdf(x, a, b);
      if (!density || !std::isfinite(density.value())) continue;
      if (!prior) top = std::max(top, density.value());
      series.points.emplace_back(x, prior && top > 0 ? std::min(top, density.value()) : density.value());
    }
    chart.series.push_back(std::move(series));
  };
  for (int i = 0; i < 2; ++i) curve(race.arms[i].name, computed.posteriors[i].a, computed.posteriors[i].b, false);
  curve("prior", computed.prior.a, computed.prior.b, true);
  chart.y_least = 0;
  kit::line_chart(chart);
  Figures numbers{"Beliefs", {"arm", "observed", "posterior mean", "95 % low", "95 % high"}, {}};
  for (int i = 0; i < 2; ++i) {
    const stats::BetaPosterior& posterior = computed.posteriors[i];
    const Arm& arm = race.arms[i];
    numbers.rows.push_back({arm.name, arm.users > 0 ? in_words(arm.successes / arm.users, Unit::share) : "\u2014", in_words(posterior.mean, Unit::share),
                            in_words(posterior.ci_low, Unit::share), in_words(posterior.ci_high, Unit::share)});
  }
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

void draw_by_prior(LabLook& look, const Race& race, const Computed& computed) {
  kit::ChartView chart{.name = "Chance that the second arm is better, by how many users the prior is worth", .x_label = "the prior is worth so many users",
                       .y_label = "chance that " + race.arms[1].name + " is better", .log_x = true, .shares = true};
  chart.series = {{.name = "chance", .points = computed.by_prior}, {.name = "here", .points = {{race.prior_users, computed.chance_b}}, .kind = kit::SeriesKind::points}};
  chart.y_least = 0;
  chart.y_most = 1;
  Figures numbers{"Chance by prior", {"prior worth, users", "chance of being better"}, {}};
  for (const auto& point : computed.by_prior) numbers.rows.push_back({in_words(point.first, Unit::whole), in_words(point.second, Unit::share)});
  kit::line_chart(chart);
  figures(look, numbers);
}

void draw_race(const app::App& app, LabLook& look, app::Commands& commands) {
  Race race;
  const Computed* computed = nullptr;
  bench([&] { race = ask_race(app, look, commands); },
        [&] {
          if (!race.problem.empty()) return refusal({base::ErrorKind::bad_input, "", race.problem});
          computed = &kept(look, "race",
                           inputs_of({race.arms[0].successes, race.arms[0].users, race.arms[1].successes, race.arms[1].users, race.prior_mean, race.prior_users}) +
                               race.arms[0].name + "/" + race.arms[1].name,
                           [&] { return compute(race); });
          if (!computed->problem.empty()) return refusal({base::ErrorKind::bad_input, "", computed->problem});
          kit::strong(race.arms[1].name + " is better with a chance of " + in_words(computed->chance_b, Unit::share), kit::Tone::normal, kit::kTitle);
          draw_beliefs(look, race, *computed);
          draw_by_prior(look, race, *computed);
        });
  if (computed == nullptr || !computed->problem.empty()) return;
  formula_card("\\text{posterior} = Beta(a + x, b + n - x) \\text{, loss of choosing B} = E[max(A - B, 0)]",
               {"prior Beta(" + in_words(computed->prior.a, Unit::plain) + ", " + in_words(computed->prior.b, Unit::plain) + ")",
                "loss of choosing " + race.arms[0].name + " = " + in_words(computed->loss_a, Unit::share, 2),
                "loss of choosing " + race.arms[1].name + " = " + in_words(computed->loss_b, Unit::share, 2),
                "z-test of the same counts: " + (std::isfinite(computed->p_value) ? p_words(computed->p_value) : std::string("no answer"))},
               "The chance and the loss are exact, by integration. The loss weighs how wrong a choice would be, not only how likely: it is what a choice costs on average.");
  const int better = computed->loss_b <= computed->loss_a ? 1 : 0;
  const double loss = better == 1 ? computed->loss_b : computed->loss_a;
  plain_sentence("Given these numbers and what we thought before, " + race.arms[1].name + " is the better one with a chance of " +
                 in_words(computed->chance_b, Unit::share) + ". Choosing " + race.arms[better].name + " now costs us " + points_words(loss, 3).substr(1) +
                 " on average if it should be wrong to do so; we said we can live with " + points_words(race.tolerated, 3).substr(1) + ", so " +
                 (loss <= race.tolerated ? "we can stop here." : "let it run on."));
}

void draw_base_rates(LabLook& look) {
  double prevalence = 0, power = 0, alpha = 0;
  base::Result<stats::PredictiveValues> values = stats::PredictiveValues{};
  bench(
      [&] {
        prevalence = knob(look, {.name = "Ideas that truly work", .start = 0.1, .from = 0.01, .to = 0.9, .step = 0.01, .unit = Unit::share});
        power = knob(look, {.name = "Power", .start = 0.8, .from = 0.05, .to = 0.99, .step = 0.01, .unit = Unit::share});
        alpha = knob(look, {.name = "Level (alpha, two-sided)", .start = 0.05, .from = 0.001, .to = 0.2, .step = 0, .unit = Unit::share});
      },
      [&] {
        // Only wins count: half of the false alarms point upwards.
        values = stats::predictive_values(prevalence, power, 1 - alpha / 2);
        if (!values) return refusal(values.error());
        kit::strong(in_words(values.value().ppv, Unit::share) + " of the wins are real", kit::Tone::normal, kit::kTitle);
        kit::ChartView chart{.name = "Share of significant wins that are real, by the share of ideas that work", .x_label = "ideas that truly work",
                             .y_label = "wins that are real", .shares = true};
        chart.series = {{.name = "this power", .points = {}}, {.name = "power 30 %", .points = {}, .dashed = true}};
        Figures numbers{"Real wins by base rate", {"ideas that work", "at this power", "at 30 % power"}, {}};
        for (int i = 1; i <= 45; ++i) {
          const double share = i / 50.0;
          const auto here = stats::predictive_values(share, power, 1 - alpha / 2), weak = stats::predictive_values(share, 0.3, 1 - alpha / 2);
          if (!here || !weak) continue;
          chart.series[0].points.emplace_back(share, here.value().ppv);
          chart.series[1].points.emplace_back(share, weak.value().ppv);
          if (i % 5 == 0 || i == 1) numbers.rows.push_back({in_words(share, Unit::share), in_words(here.value().ppv, Unit::share), in_words(weak.value().ppv, Unit::share)});
        }
        chart.marks = {{prevalence, "ours", true}};
        chart.y_least = 0;
        chart.y_most = 1;
        kit::line_chart(chart);
        Figures thousand{"Of 1,000 experiments", {"idea", "experiments", "significant wins"}, {}};
        thousand.rows.push_back({"works", in_words(1000 * prevalence, Unit::whole), in_words(1000 * prevalence * power, Unit::plain)});
        thousand.rows.push_back({"does nothing", in_words(1000 * (1 - prevalence), Unit::whole), in_words(1000 * (1 - prevalence) * alpha / 2, Unit::plain)});
        look.open.try_emplace(thousand.name, true);
        figures(look, thousand);
        figures(look, numbers);
      });
  if (!values) return;
  formula_card("P(\\text{works} \\mid \\text{win}) = \\frac{\\pi \\cdot power}{\\pi \\cdot power + (1 - \\pi) \\cdot \\alpha / 2}",
               {"\u03C0 = " + in_words(prevalence, Unit::share), "power = " + in_words(power, Unit::share), "\u03B1 = " + in_words(alpha, Unit::share)},
               "Bayes' rule. The same sum says what a positive medical test is worth: the base rate, the sensitivity, the specificity.");
  plain_sentence("If " + in_words(prevalence, Unit::share) + " of our ideas work, then of 100 significant wins about " +
                 in_words(100 * values.value().ppv, Unit::whole) + " are real and " + in_words(100 * (1 - values.value().ppv), Unit::whole) +
                 " are luck. A p-value below " + in_words(alpha, Unit::share) + " is not a " + in_words(1 - alpha, Unit::share) +
                 " chance that the idea works. Bigger experiments and a second run of surprising wins help; more ideas tried with small ones don't.");
}

}  // namespace

void draw_lab_bayes(const app::App& app, LabLook& look, app::Commands& commands) {
  if (pick(look, "Question", {"Which arm is better?", "Is this win real?"}) == 0) draw_race(app, look, commands);
  else draw_base_rates(look);
}

}  // namespace loopready::screens
