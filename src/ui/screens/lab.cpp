#include "ui/screens/lab.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/list.h"
#include "ui/kit/text.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

app::Go to_tool(const std::string& slug) {
  app::Go go = go_to(app::Place::lab);
  go.route.page = slug;
  return go;
}

void draw_list(app::Commands& commands) {
  kit::heading(1, "Lab");
  kit::text("Move a knob and watch what it does. Every picture has its numbers, its formula and a sentence for a product manager.", kit::Tone::quiet);
  const kit::Group list(kit::Role::list, "Tools");
  const kit::Column column(8);
  int n = 0;
  const int n_tools = static_cast<int>(lab_tools().size()) + 1;
  const app::Go desk = go_to(app::Place::flight);
  if (kit::list_row({.title = "Flight desk", .below = "Whole experiments to decide on, day by day: ship, iterate, roll back or wait", .address = app::format_route(desk.route), .icon = kit::icon::kPresentation}, ++n, n_tools))
    commands.push_back(desk);
  for (const LabTool& tool : lab_tools()) {
    const app::Go go = to_tool(tool.slug);
    if (kit::list_row({.title = tool.title, .below = tool.about, .address = app::format_route(go.route), .icon = kit::icon::kFlaskConical}, ++n, n_tools))
      commands.push_back(go);
  }
}

}  // namespace

const std::vector<LabTool>& lab_tools() {
  static const std::vector<LabTool> kTools = {
      {"power", "Sample size and power", "How many users it takes: any of size, power, effect and level from the other three", draw_lab_power},
      {"mde", "Smallest detectable effect", "What an experiment of so many weeks can see at all", draw_lab_mde},
      {"choose", "Which test?", "A few questions lead to a test, what it assumes, and its result on your numbers", draw_lab_choose},
      {"intervals", "Confidence intervals", "A hundred samples, a hundred intervals: how often does each recipe catch the truth?", draw_lab_intervals},
      {"srm", "Sample ratio mismatch", "Did as many users reach each arm as planned? The check that comes before all others", draw_lab_srm},
      {"cuped", "CUPED", "Taking out what users did before: how much noise goes, how many users it saves, when it deceives", draw_lab_cuped},
      {"peeking", "Peeking", "What looking early does to false alarms, and the limits that pay for it", draw_lab_peeking},
      {"sequential", "Sequential tests", "Looking every day and still being right: always-valid p-values and intervals, and Wald's test", draw_lab_sequential},
      {"novelty", "Novelty and primacy", "A lift that wears off or grows: what one, two and four weeks say of it", draw_lab_novelty},
      {"ratio", "Ratio metrics", "Orders per session when users were split: the naive error bar and the delta method", draw_lab_ratio},
      {"simpson", "Simpson's paradox", "Every segment goes up and the whole goes down: what the mix does, and which number to tell", draw_lab_simpson},
      {"interference", "Interference", "Buyers who compete for the same offers: what a plain split reports, and what clusters and switchbacks cost", draw_lab_interference},
      {"bayes", "Bayesian A/B test", "Prior, evidence and posterior; the chance that B is better, what a wrong choice costs, and base rates", draw_lab_bayes},
      {"classification", "Scores and thresholds", "ROC, precision and recall, calibration, and the threshold that costs least", draw_lab_classification},
      {"forecast", "Forecast errors", "WAPE, MAPE, MASE and bias on the same forecasts, and smoothing to play with", draw_lab_forecast},
      {"heavy-tails", "Heavy tails", "One huge order, and what each summary of the same data makes of it", draw_lab_heavy_tails},
      {"distributions", "Distributions side by side", "Two distributions over each other: shape, tails and quantiles", draw_lab_distributions},
      {"multiple", "Multiple comparisons", "Many tests at once: what Bonferroni, Holm and Benjamini-Hochberg do to the same p-values", draw_lab_multiplicity},
  };
  return kTools;
}

void draw_lab(const app::App& app, std::map<std::string, LabLook>& looks, app::Commands& commands) {
  for (const LabTool& tool : lab_tools()) {
    if (app.route.page != tool.slug) continue;
    {
      const kit::Flow flow(8, kit::control_height());
      if (kit::button("Back to the Lab", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kArrowLeft, .icon_only = true})) commands.push_back(go_to(app::Place::lab));
      const kit::Column column(0, kit::content_width() - kit::control_height() - 16);
      kit::heading(1, tool.title);
    }
    kit::text(tool.about, kit::Tone::quiet);
    tool.draw(app, looks[tool.slug], commands);
    return;
  }
  if (!app.route.page.empty()) kit::text("There is no tool called \"" + app.route.page + "\" here. These are all:", kit::Tone::careful);
  draw_list(commands);
}

}  // namespace loopready::screens
