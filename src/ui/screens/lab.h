// The Lab: tools that let statistics be seen moving.
// Here: the list of tools and the one that is open.  Not here: each tool (lab_<tool>.cpp), what they share (lab_parts.h).
#pragma once

#include "app/app.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

struct LabTool {
  const char* slug;   // "#/lab/<slug>"
  const char* title;
  const char* about;  // one line
  void (*draw)(const app::App& app, LabLook& look, app::Commands& commands);
};

const std::vector<LabTool>& lab_tools();

// One a file.
void draw_lab_power(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_mde(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_intervals(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_peeking(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_heavy_tails(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_distributions(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_choose(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_srm(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_cuped(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_bayes(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_classification(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_novelty(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_ratio(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_simpson(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_forecast(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_interference(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_sequential(const app::App& app, LabLook& look, app::Commands& commands);
void draw_lab_multiplicity(const app::App& app, LabLook& look, app::Commands& commands);

void draw_lab(const app::App& app, std::map<std::string, LabLook>& looks, app::Commands& commands);

}  // namespace loopready::screens
