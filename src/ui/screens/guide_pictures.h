// The pictures of the guide, drawn from its figures, each with its numbers as a table.
// Here: one function a picture, chosen by name.  Not here: the figures (content/guide/facts.json), the texts around them (guide.h).
// Terms: what is not known is left blank and said; what the learner adds is kept as notes: "note/skills" holds
// {"sql": 0 to 3} (0: not yet, 1: low, 2: medium, 3: high), "note/process/<round>" a date "2026-12-19".
#pragma once

#include <string>

#include "app/app.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

// "week", "skills", "levels", "pay", "process", "rounds", "principles", "segments".
void draw_guide_picture(const app::App& app, const std::string& name, LabLook& look, app::Commands& commands);

// guide_pictures_own.cpp: those the learner adds to.
void draw_skills_picture(const app::App& app, LabLook& look, app::Commands& commands);
void draw_process_picture(const app::App& app, LabLook& look, app::Commands& commands);

// "60", or "45-60" where the length varies.
std::string minutes_range(const model::ProcessStep& step);

// A grant of `grant_usd` by year, whole dollars that sum to it: the last year takes what rounding left.
std::vector<std::int64_t> vested_by_year_usd(std::int64_t grant_usd, const std::vector<std::int64_t>& vesting_pct);

}  // namespace loopready::screens
