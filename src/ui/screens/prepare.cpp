#include "ui/screens/prepare.h"

#include <algorithm>

#include "app/note.h"
#include "base/date.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/list.h"
#include "ui/kit/text.h"
#include "ui/screens/level_line.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using app::Place;

struct Tool {
  Place place;
  const char* title;
  const char* about;
  const char* icon;
  const char* notes;  // the keys that begin so hold what was done
};

constexpr Tool kTools[] = {
    {Place::level, "Find your level", "Eight questions; then practice, guide and plan follow the level you pick", kit::icon::kTarget, "note/level"},
    {Place::plan, "Plan", "From your interview date and the minutes you have: week by week, then day by day", kit::icon::kListChecks, "note/plan"},
    {Place::readiness, "Readiness check", "Ten statements, an honest rating, and the next half hour's work", kit::icon::kCheckCheck, "note/ready"},
    {Place::resume, "R\u00E9sum\u00E9 bench", "Each bullet checked for action, method, result and number", kit::icon::kBriefcase, "note/resume"},
    {Place::business, "Business desk and flash cards", "Segments, metrics you write yourself, and the 40 facts most worth knowing", kit::icon::kChartLine, "note/business"},
    {Place::interviewers, "Questions for interviewers", "A bank by role: pick yours and take them along", kit::icon::kMessageSquare, "note/questions"},
    {Place::offer, "Offer desk", "Four years of an offer, month by month, beside another", kit::icon::kPresentation, "note/offer"},
};

bool has_notes(const app::App& app, std::string_view begin) {
  for (auto at = app.texts.lower_bound(std::string(begin)); at != app.texts.end() && std::string_view(at->first).substr(0, begin.size()) == begin; ++at)
    if (!at->second.text.empty() && at->second.text != "{}" && at->second.text != "[]") return true;
  return false;
}

std::string days_until(const app::App& app) {
  const auto date = base::parse_date(base::trim(app::note(app, app::kInterviewDate)));
  if (!date) return "";
  const std::int64_t left = base::day_number(*date) - app.now_ms / 86'400'000;
  if (left < 0) return "interview was on " + base::format_date(*date);
  return left == 0 ? "interview today" : left == 1 ? "interview tomorrow" : "interview in " + base::count_of(left, "day");
}

kit::RowTag so_far(const app::App& app, const Tool& tool) {
  if (tool.place == Place::level) {
    const std::string level = app::note(app, app::kTargetLevel);
    return level.empty() ? kit::RowTag{"not picked"} : kit::RowTag{level, kit::Tone::accent};
  }
  if (tool.place == Place::plan)
    if (const std::string left = days_until(app); !left.empty()) return {left, kit::Tone::accent};
  return has_notes(app, tool.notes) ? kit::RowTag{"begun", kit::Tone::accent} : kit::RowTag{"new"};
}

void draw_about(app::Commands& commands) {
  const kit::Card card(kit::Tone::quiet);
  kit::heading(2, "About");
  kit::text("Loopready is unofficial: it is not made, checked or endorsed by Amazon. Nothing you write here leaves this device, and everything works without a network once it has loaded.");
  app::Go go = go_to(Place::guide);
  go.route.page = "about";
  if (kit::link("Where the facts come from", app::format_route(go.route), kit::icon::kInfo)) commands.push_back(go);
}

}  // namespace

void draw_prepare(const app::App& app, app::Commands& commands) {
  kit::heading(1, "Prepare");
  kit::text("Everything around the questions themselves.", kit::Tone::quiet);
  draw_level_line(app, commands);
  {
    const kit::Group list(kit::Role::list, "Tools");
    const kit::Column column(8);
    int n = 0;
    for (const Tool& tool : kTools) {
      const app::Go go = go_to(tool.place);
      if (kit::list_row({.title = tool.title, .below = tool.about, .address = app::format_route(go.route), .icon = tool.icon, .tags = {so_far(app, tool)}}, ++n, static_cast<int>(std::size(kTools))))
        commands.push_back(go);
    }
  }
  draw_about(commands);
}

}  // namespace loopready::screens
