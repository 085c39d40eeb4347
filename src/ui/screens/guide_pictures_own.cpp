// The pictures the learner adds to: skills with a rating of one's own, the process with dates of one's own.
#include <algorithm>
#include <array>

#include "app/note.h"
#include "base/date.h"
#include "base/text.h"
#include "ui/kit/bar_chart.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/radar_chart.h"
#include "ui/kit/text.h"
#include "ui/screens/guide_pictures.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

constexpr const char* kSkills = "note/skills";
constexpr std::array<const char*, 4> kRatings = {"Not yet", "Low", "Medium", "High"};

int rank(const std::string& level) { return level == "high" ? 3 : level == "medium" ? 2 : 1; }

// -1 where there is none.
int rating(const base::Json& note, const std::string& slug) {
  if (!note.is_object()) return -1;
  const auto found = note.find(slug);
  if (found == note.end() || !found->is_number_integer()) return -1;
  const auto value = found->get<std::int64_t>();
  return value < 0 || value > 3 ? -1 : static_cast<int>(value);
}

std::string gap_words(int wanted, int own) {
  if (own < 0) return "not rated";
  if (own >= wanted) return "enough";
  return wanted - own == 1 ? "one step short" : base::count_of(wanted - own, "step") + " short";
}

void draw_ratings(const model::GuideFacts& facts, const base::Json& note, app::Commands& commands) {
  kit::text("Low: know what it is. Medium: use it with somebody's help or a manual. High: do it alone and explain it.", kit::Tone::quiet, kit::kSmall);
  for (const model::SkillAxis& skill : facts.skills) {
    const kit::Column column(4);
    kit::text(skill.name, kit::Tone::normal, kit::kSmall);
    int chosen = rating(note, skill.slug);
    if (!kit::choice("Your " + skill.name, {kRatings.begin(), kRatings.end()}, chosen)) continue;
    base::Json next = note.is_object() ? note : base::Json::object();
    next[skill.slug] = chosen;
    commands.push_back(app::PutNote{kSkills, base::to_text(next)});
  }
}

// The day of a round, from its note; nothing while it is empty or no date.
std::optional<std::int64_t> day_of(const app::App& app, const std::string& key) {
  const auto date = base::parse_date(base::trim(app::note(app, key)));
  if (!date) return std::nullopt;
  return base::day_number(*date);
}

std::string short_date(double day) {
  static constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const base::CivilDate date = base::civil_date(static_cast<std::int64_t>(day < 0 ? day - 0.5 : day + 0.5));
  return std::to_string(date.day) + " " + kMonths[static_cast<std::size_t>(date.month - 1)];
}

}  // namespace

void draw_skills_picture(const app::App& app, LabLook& look, app::Commands& commands) {
  const model::GuideFacts& facts = app.catalogue.guide.facts;
  const base::Json note = app::note_json(app, kSkills);
  kit::RadarView view{.name = "Skills on " + std::to_string(facts.skills.size()) + " axes: what is asked, and yours", .series = {{"Asked"}}, .rings = {"low", "medium", "high"}};
  kit::RadarSeries own{.name = "Yours", .dashed = true};
  std::vector<std::vector<std::string>> rows;
  int n_rated = 0;
  for (const model::SkillAxis& skill : facts.skills) {
    const int mine = rating(note, skill.slug);
    n_rated += mine >= 0 ? 1 : 0;
    view.axes.push_back(skill.name);
    view.series[0].values.push_back(rank(skill.level) / 3.0);
    own.values.push_back(std::max(mine, 0) / 3.0);
    rows.push_back({skill.name, skill.level, mine < 0 ? "" : base::to_lower(kRatings[static_cast<std::size_t>(mine)]), gap_words(rank(skill.level), mine), skill.meaning});
  }
  if (n_rated > 0) view.series.push_back(std::move(own));
  kit::radar_chart(view);
  if (n_rated > 0 && n_rated < static_cast<int>(facts.skills.size()))
    kit::text("You rated " + std::to_string(n_rated) + " of " + std::to_string(facts.skills.size()) + "; the others are drawn at the centre.", kit::Tone::quiet, kit::kSmall);
  figures(look, {"skills, asked and yours", {"skill", "asked", "yours", "gap", "what it means"}, std::move(rows)});
  bool& open = look.open["rate"];
  if (kit::button("Rate yourself", {.icon = open ? kit::icon::kChevronUp : kit::icon::kTarget, .expandable = true, .expanded = open})) open = !open;
  if (!open) return;
  const kit::Card card;
  draw_ratings(facts, note, commands);
  if (n_rated > 0 && kit::button("Clear your ratings", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kX})) commands.push_back(app::PutNote{kSkills, ""});
}

void draw_process_picture(const app::App& app, LabLook& look, app::Commands& commands) {
  const model::GuideFacts& facts = app.catalogue.guide.facts;
  kit::IntervalView line{.name = "Your rounds by date", .words = short_date};
  kit::BarChartView minutes{.name = "The rounds in their order, by length", .series = {{"Minutes"}}, .lying = true};
  minutes.words = [](double value) { return std::to_string(static_cast<int>(value)) + " min"; };
  std::vector<std::vector<std::string>> rows;
  std::optional<std::int64_t> before;
  bool disordered = false, unread = false;
  for (std::size_t i = 0; i < facts.process.size(); ++i) {
    const model::ProcessStep& step = facts.process[i];
    const std::string key = "note/process/" + step.slug, name = std::to_string(i + 1) + ". " + step.name;
    const auto day = day_of(app, key);
    std::string since;
    if (day) {
      const double at = static_cast<double>(*day);
      if (before) since = *day == *before ? "the same day" : "after " + base::count_of(*day - *before, "day");
      if (before && *day < *before) {
        since = "earlier than the round before";
        disordered = true;
      }
      line.intervals.push_back({.name = name, .low = at, .estimate = at, .high = at, .words = since});
      before = day;
    } else if (!base::trim(app::note(app, key)).empty()) {
      unread = true;
    }
    minutes.categories.push_back(name + (step.derived ? " (derived)" : "") + (step.least_minutes ? ", " + minutes_range(step) : ""));
    minutes.series[0].values.push_back(static_cast<double>(step.minutes));
    rows.push_back({std::to_string(i + 1), step.name + (step.derived ? " (derived)" : ""), minutes_range(step), step.medium,
                    day ? base::format_date(base::civil_date(*day)) : "", since});
  }
  kit::bar_chart(minutes);
  if (line.intervals.size() > 1) {
    kit::heading(3, "Your time line");
    kit::interval_chart(line);
  }
  if (disordered) kit::icon_text(kit::icon::kTriangleAlert, "A round stands before the one that precedes it. Fine if yours come in another order.", kit::Tone::careful);
  figures(look, {"rounds and your dates", {"round", "name", "minutes", "medium", "your date", "since the round before"}, std::move(rows)});
  bool& open = look.open["dates"];
  if (kit::button("Your dates", {.icon = open ? kit::icon::kChevronUp : kit::icon::kClock, .expandable = true, .expanded = open})) open = !open;
  if (!open) return;
  const kit::Card card;
  kit::text("As year-month-day: 2026-12-19. They stay on this device.", kit::Tone::quiet, kit::kSmall);
  for (const model::ProcessStep& step : facts.process) {
    const std::string key = "note/process/" + step.slug;
    const auto text = app.texts.find(key);
    const kit::Column column(4);
    kit::text(step.name, kit::Tone::normal, kit::kSmall);
    kit::line_field("Date of " + step.name, {key, text == app.texts.end() ? "" : text->second.text, text == app.texts.end() ? 0 : text->second.revision}, "2026-12-19", false, 180);
  }
  if (unread) kit::icon_text(kit::icon::kTriangleAlert, "A date can't be read. Write it as 2026-12-19.", kit::Tone::careful);
  if ((before || unread) && kit::button("Clear your dates", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kX}))
    for (const model::ProcessStep& step : facts.process) commands.push_back(app::PutNote{"note/process/" + step.slug, ""});
}

}  // namespace loopready::screens
