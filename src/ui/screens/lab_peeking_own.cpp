#include "ui/screens/lab_peeking_own.h"

#include <algorithm>
#include <cmath>

#include "stats/normal.h"
#include "stats/proportion_test.h"
#include "stats/sequential.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {

using base::Result;

constexpr std::size_t kLeastLooks = 2, kMostLooks = 60;
constexpr std::string_view kSample =
    "control visitors,control conversions,treatment visitors,treatment conversions\n1000,98,1010,131\n990,104,1000,112\n1020,101,1000,108\n1000,97,1005,104\n1010,105,990,103";

base::Error refuse(std::size_t look, const std::string& text) { return {base::ErrorKind::bad_input, "Look " + std::to_string(look), text}; }

base::Status check_row(const ArmCounts& row, std::size_t look) {
  for (const double count : {row.control_users, row.control_orders, row.treatment_users, row.treatment_orders})
    if (!std::isfinite(count) || count < 0 || count != std::floor(count)) return refuse(look, "Counts are whole numbers from 0.");
  if (row.control_orders > row.control_users || row.treatment_orders > row.treatment_users)
    return refuse(look, "An arm has more conversions than visitors; the columns are visitors, then conversions, of the control, then the treatment.");
  return base::Done{};
}

bool below(const ArmCounts& now, const ArmCounts& before) {
  return now.control_users < before.control_users || now.control_orders < before.control_orders || now.treatment_users < before.treatment_users ||
         now.treatment_orders < before.treatment_orders;
}

double information(const ArmCounts& total) { return 1 / (1 / total.control_users + 1 / total.treatment_users); }

// Totals, difference and p of each look; fractions are left as information.
Result<std::vector<OwnLook>> follow(const std::vector<ArmCounts>& rows, bool cumulative) {
  std::vector<OwnLook> looks;
  ArmCounts total;
  for (const ArmCounts& row : rows) {
    const std::size_t at = looks.size() + 1;
    LR_TRY([[maybe_unused]] auto fine, check_row(row, at));
    if (cumulative && below(row, total)) return refuse(at, "Totals so far never fall; choose \"New counts\" if each row holds only what came since.");
    if (cumulative) total = row;
    else total.add(row);
    if (total.control_users == 0 || total.treatment_users == 0) return refuse(at, "Each arm needs visitors.");
    OwnLook look{.total = total, .fraction = information(total)};
    if (!looks.empty() && !(look.fraction > looks.back().fraction)) return refuse(at, "No visitors came since the look before.");
    const auto test = stats::two_proportion_z(total.treatment_orders, total.treatment_users, total.control_orders, total.control_users);
    if (!test) return refuse(at, "Nobody has converted yet, or everybody has: there is no spread to test against.");
    look.difference = test.value().difference;
    look.z = test.value().z;
    look.p_value = test.value().p_value;
    looks.push_back(look);
  }
  return looks;
}

void show_p_values(const OwnPeeking& own, const PeekingPlan& plan) {
  constexpr double kLeast = 1e-5;
  kit::ChartView chart{.name = "p-value of your experiment at each look, with the level marked", .x_label = "look", .y_label = "p-value", .log_y = true};
  chart.series = {{.name = "yours", .points = {}}};
  for (std::size_t k = 0; k < own.looks.size(); ++k) chart.series[0].points.emplace_back(static_cast<double>(k + 1), std::max(kLeast, own.looks[k].p_value));
  chart.marks = {{plan.alpha, "level " + in_words(plan.alpha, Unit::share)}};
  chart.y_most = 1;
  chart.x_least = 1;
  kit::line_chart(chart);
}

void show_limits(const OwnPeeking& own, const PeekingPlan& plan) {
  kit::ChartView chart{.name = "Size of z at each look, beside the limit of one look and the limits that pay for every look", .x_label = "look", .y_label = "|z|"};
  chart.series = {{.name = "yours", .points = {}}, {.name = "limit", .points = {}}};
  chart.y_most = 5;
  for (const OwnLook& one : own.looks) chart.y_most = std::max(chart.y_most, 1.1 * std::fabs(one.z));
  for (std::size_t k = 0; k < own.looks.size(); ++k) {
    const auto at = static_cast<double>(k + 1);
    chart.series[0].points.emplace_back(at, std::fabs(own.looks[k].z));
    chart.series[1].points.emplace_back(at, std::min(chart.y_most, own.looks[k].limit));  // early ones may be out of all reach
  }
  chart.marks = {{stats::standard_normal_quantile_upper(plan.alpha / 2), "one look"}};
  chart.y_least = 0;
  chart.x_least = 1;
  kit::line_chart(chart);
}

void show_table(LabLook& look, const OwnPeeking& own, const PeekingPlan& plan) {
  Figures numbers{"Your looks", {"look", "visitors", "difference", "z", "p-value", "limit for |z|", "says", "false alarms by now"}, {}};
  for (std::size_t k = 0; k < own.looks.size(); ++k) {
    const OwnLook& one = own.looks[k];
    const bool naive = one.p_value < plan.alpha, ruled = std::fabs(one.z) >= one.limit;
    numbers.rows.push_back({std::to_string(k + 1), in_words(one.total.control_users + one.total.treatment_users, Unit::whole), points_words(one.difference), in_words(one.z, Unit::plain),
                            in_words(one.p_value, Unit::plain), in_words(one.limit, Unit::plain, 4), ruled ? "past the limit" : naive ? "p below the level" : "go on",
                            in_words(one.false_alarms, Unit::share)});
  }
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

std::string told(const OwnPeeking& own, const PeekingPlan& plan) {
  const std::string looks = std::to_string(own.looks.size()) + " times", level = in_words(plan.alpha, Unit::share);
  std::string text;
  if (own.naive_stop == 0) text = "At none of the looks was p below " + level + ", so there was nothing to be tempted by. ";
  else
    text = "Stopping at the first p below " + level + " would have ended this experiment at look " + std::to_string(own.naive_stop) + " with a difference of " +
           points_words(own.looks[own.naive_stop - 1].difference) + "; by the last look it is " + points_words(own.looks.back().difference) + ". ";
  text += "Looking " + looks + " like that cries wolf in " + in_words(own.looks.back().false_alarms, Unit::share) + " of experiments where nothing differs. ";
  if (own.ruled_stop == 0) return text + "The limits that pay for every look were never passed: don't call it a win or a loss yet.";
  return text + "The limits that pay for every look were passed at look " + std::to_string(own.ruled_stop) + ": that result may be believed.";
}

PeekingPlan ask(LabLook& look) {
  PeekingPlan plan;
  plan.cumulative = pick(look, "Rows hold", {"New counts", "Totals so far"}) == 1;
  plan.pocock = pick(look, "Limits", {"O'Brien-Fleming", "Pocock"}) == 1;
  plan.alpha = knob(look, {.name = "Level (alpha)", .start = 0.05, .from = 0.01, .to = 0.2, .step = 0.01, .unit = Unit::share});
  plan.reached = knob(look, {.name = "Planned sample reached at the last look", .start = 1, .from = 0.1, .to = 1, .step = 0.05, .unit = Unit::share});
  return plan;
}

}  // namespace

Result<OwnPeeking> own_peeking(const std::vector<ArmCounts>& rows, const PeekingPlan& plan) {
  if (rows.size() < kLeastLooks || rows.size() > kMostLooks) return base::Error{base::ErrorKind::bad_input, "", "Between 2 and 60 looks are read here, one a line."};
  LR_TRY(std::vector<OwnLook> looks, follow(rows, plan.cumulative));
  const double last = looks.back().fraction;
  std::vector<double> fractions, shares;  // of the planned end, and of the last look
  for (OwnLook& one : looks) {
    shares.push_back(one.fraction / last);
    one.fraction = plan.reached * shares.back();
    fractions.push_back(one.fraction);
  }
  const std::vector<double> naive(looks.size(), stats::standard_normal_quantile_upper(plan.alpha / 2));
  LR_TRY(const std::vector<double> alarms, stats::group_sequential_power(naive, shares, 0));
  LR_TRY(const stats::Spending spending, stats::alpha_spending_boundary(fractions, plan.pocock ? "pocock" : "obrien_fleming", plan.alpha));
  OwnPeeking own;
  for (std::size_t k = 0; k < looks.size(); ++k) {
    looks[k].false_alarms = alarms[k];
    looks[k].limit = spending.limits[k];
    if (own.naive_stop == 0 && looks[k].p_value < plan.alpha) own.naive_stop = k + 1;
    if (own.ruled_stop == 0 && std::fabs(looks[k].z) >= looks[k].limit) own.ruled_stop = k + 1;
  }
  own.looks = std::move(looks);
  return own;
}

void draw_own_peeking(const app::App& app, LabLook& look, app::Commands& commands) {
  PeekingPlan plan;
  const Result<OwnPeeking>* own = nullptr;
  bench(
      [&] {
        const OwnNumbers numbers = own_numbers(app, "peeking", 4, kSample,
                                               "One look a line: control visitors, control conversions, treatment visitors, treatment conversions. Until you paste your own, these are five "
                                               "looks at an invented experiment, each with what came since the look before.",
                                               commands);
        plan = ask(look);
        if (!numbers.problem.empty()) return;
        own = &kept(look, "own looks", inputs_of({numbers.version, plan.cumulative ? 1.0 : 0.0, plan.pocock ? 1.0 : 0.0, plan.alpha, plan.reached}), [&] {
          std::vector<ArmCounts> rows;
          for (std::size_t k = 0; k < numbers.columns[0].size(); ++k) rows.push_back({numbers.columns[0][k], numbers.columns[1][k], numbers.columns[2][k], numbers.columns[3][k]});
          return own_peeking(rows, plan);
        });
      },
      [&] {
        if (own == nullptr) return;
        if (!own->ok()) return refusal(own->error());
        const OwnPeeking& found = own->value();
        kit::strong(found.naive_stop == 0 ? std::string("Peeking would not have stopped it") : "Peeking would have stopped at look " + std::to_string(found.naive_stop), kit::Tone::normal,
                    kit::kTitle);
        show_p_values(found, plan);
        show_limits(found, plan);
        show_table(look, found, plan);
      });
  if (own == nullptr || !own->ok()) return;
  const OwnPeeking& found = own->value();
  formula_card("z_k = (\\hat{p}_t - \\hat{p}_c) / \\sqrt{\\hat{p}(1-\\hat{p})(1/n_c + 1/n_t)} \\text{, stop if } |z_k| \\ge c_k",
               {"looks = " + std::to_string(found.looks.size()), "\u03B1 = " + in_words(plan.alpha, Unit::share),
                "last look = " + in_words(plan.reached, Unit::share) + " of the planned sample"},
               "c spends \u03B1 by the share of the sample that has been seen (Lan and DeMets 1983), so looks need not be equally far apart. False alarms are exact for looks at these "
               "shares; counts must be large enough for z to be normal.");
  plain_sentence(told(found, plan));
}

}  // namespace loopready::screens
