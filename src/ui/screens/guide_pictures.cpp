#include "ui/screens/guide_pictures.h"

#include <algorithm>

#include "app/level.h"
#include "ui/kit/bar_chart.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/list.h"
#include "ui/kit/text.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string usd(double value) { return in_words(value, Unit::usd); }
std::string usd(const std::optional<std::int64_t>& value) { return value ? "$" + thousands(*value) : "not known"; }
std::string short_usd(double value) { return "$" + thousands(static_cast<std::int64_t>(value / 1'000 + 0.5)) + "k"; }

void draw_week(const model::GuideFacts& facts, LabLook& look) {
  kit::BarChartView view{.name = "A week at L5: shares of the time", .series = {{"Share of the week"}}, .lying = true};
  view.words = [](double value) { return in_words(value / 100, Unit::share); };
  Rows rows;
  for (const model::WeekPart& part : facts.week) {
    view.categories.push_back(part.name);
    view.series[0].values.push_back(static_cast<double>(part.share_pct));
    rows.push_back({part.name, std::to_string(part.share_pct) + " %"});
  }
  kit::bar_chart(view);
  figures(look, {"a week at L5", {"part of the week", "share"}, std::move(rows)});
}

std::string range_words(const model::LevelFacts& level) {
  if (level.low_usd && level.high_usd) return "";
  if (level.high_usd) return level.high_is_near ? "no lower end known, the upper is near" : "no lower end known";
  if (level.low_usd) return "no upper end known";
  return "no range known";
}

void draw_levels(const model::GuideFacts& facts, const std::string& target, LabLook& look) {
  kit::IntervalView view{.name = "Total pay a year by level: average and the range as far as it is known", .words = short_usd};
  Rows rows;
  for (const model::LevelFacts& level : facts.levels) {
    const double average = static_cast<double>(level.average_usd);
    view.intervals.push_back({.name = level.level == target ? level.level + " (your target)" : level.level,
                              .low = level.low_usd ? static_cast<double>(*level.low_usd) : average,
                              .estimate = average,
                              .high = level.high_usd ? static_cast<double>(*level.high_usd) : average,
                              .words = range_words(level)});
    rows.push_back({level.level, level.name, level.years, usd(average), usd(level.low_usd), (level.high_is_near ? "near " : "") + usd(level.high_usd)});
  }
  kit::interval_chart(view);
  kit::text("The dot is the average; the line is the range. Where an end is not known, the line stops at the average.", kit::Tone::quiet, kit::kSmall);
  figures(look, {"levels and pay", {"level", "name", "years", "average", "from", "to"}, std::move(rows)});
}

void draw_pay(const model::GuideFacts& facts, LabLook& look) {
  kit::BarChartView averages{.name = "Average total pay a year by level", .series = {{"Average total"}}, .lying = true, .words = short_usd};
  Rows parts;
  for (const model::LevelFacts& level : facts.levels) {
    averages.categories.push_back(level.level);
    averages.series[0].values.push_back(static_cast<double>(level.average_usd));
    parts.push_back({level.level, usd(static_cast<double>(level.average_usd)), usd(level.base_usd), usd(level.stock_usd), usd(level.bonus_usd)});
  }
  kit::bar_chart(averages);
  figures(look, {"pay by level and part", {"level", "total", "base", "stock a year", "bonus"}, std::move(parts)});
  for (const model::LevelFacts& level : facts.levels) {
    if (!level.base_usd || !level.stock_usd || !level.bonus_usd || facts.vesting_pct.empty()) continue;
    const auto n_years = facts.vesting_pct.size();
    const std::int64_t grant = *level.stock_usd * static_cast<std::int64_t>(n_years);
    const std::vector<std::int64_t> vested = vested_by_year_usd(grant, facts.vesting_pct);
    kit::BarChartView view{.name = level.level + " over " + std::to_string(n_years) + " years", .series = {{"Base"}, {"Bonus"}, {"Stock"}}, .words = short_usd};
    Rows rows;
    for (std::size_t year = 0; year < n_years; ++year) {
      view.categories.push_back("Year " + std::to_string(year + 1));
      view.series[0].values.push_back(static_cast<double>(*level.base_usd));
      view.series[1].values.push_back(static_cast<double>(*level.bonus_usd));
      view.series[2].values.push_back(static_cast<double>(vested[year]));
      rows.push_back({std::to_string(year + 1), usd(level.base_usd), usd(level.bonus_usd), usd(std::optional(vested[year])),
                      usd(static_cast<double>(*level.base_usd + *level.bonus_usd + vested[year]))});
    }
    kit::heading(3, level.level + " over " + std::to_string(n_years) + " years");
    kit::text("Derived: the stock of " + usd(level.stock_usd) + " a year taken as one grant of $" + thousands(grant) + " that vests as above, with no sign-on cash, no refreshers and a share price that stays.", kit::Tone::quiet);
    kit::bar_chart(view);
    figures(look, {level.level + " by year", {"year", "base", "bonus", "stock", "total"}, std::move(rows)});
  }
  kit::text("The parts of the pay are known only where the table has them; the offer desk takes your own.", kit::Tone::quiet, kit::kSmall);
}

void draw_rounds(const model::GuideFacts& facts, LabLook& look) {
  std::vector<std::string> topics;
  for (const model::ProcessStep& step : facts.process)
    for (const std::string& topic : step.tests)
      if (std::find(topics.begin(), topics.end(), topic) == topics.end()) topics.push_back(topic);
  kit::BarChartView view{.name = "In how many of the rounds each topic is tested", .series = {{"Rounds"}}, .lying = true};
  view.words = [](double value) { return std::to_string(static_cast<int>(value)) + (value == 1 ? " round" : " rounds"); };
  std::vector<std::string> columns = {"round", "minutes"};
  Rows rows;
  for (const std::string& topic : topics) {
    double n = 0;
    for (const model::ProcessStep& step : facts.process) n += std::count(step.tests.begin(), step.tests.end(), topic) > 0 ? 1 : 0;
    view.categories.push_back(topic == "sql" ? "SQL" : capital(topic));
    view.series[0].values.push_back(n);
    columns.push_back(topic);
  }
  for (const model::ProcessStep& step : facts.process) {
    std::vector<std::string> row = {step.name + (step.derived ? " (derived)" : ""), minutes_range(step)};
    for (const std::string& topic : topics) row.push_back(std::count(step.tests.begin(), step.tests.end(), topic) > 0 ? "yes" : "");
    rows.push_back(std::move(row));
  }
  kit::bar_chart(view);
  figures(look, {"rounds by topic", std::move(columns), std::move(rows)});
}

void draw_principles(const model::GuideFacts& facts, app::Commands& commands) {
  const kit::Group list(kit::Role::list, "Principles");
  const kit::Column column(8);
  int i = 0;
  for (const model::Principle& one : facts.principles) {
    app::Go go = go_to(app::Place::guide);
    go.route.page = "principles";
    go.route.section = one.slug;
    kit::ListRow row{.title = one.name, .below = one.in_data_science, .address = app::format_route(go.route), .icon = one.asked_most ? kit::icon::kTarget : kit::icon::kCircle};
    if (one.asked_most) {
      row.icon_tone = kit::Tone::accent;
      row.icon_meaning = "asked most";
      row.tags = {{"asked most", kit::Tone::accent}};
    }
    if (kit::list_row(row, ++i, static_cast<int>(facts.principles.size()))) commands.push_back(go);
  }
}

void draw_segments(const model::GuideFacts& facts, LabLook& look) {
  Rows rows;
  for (const model::Segment& segment : facts.segments) {
    const kit::Card card;
    kit::strong(segment.name);
    kit::text(segment.what);
    kit::text("Data science: " + segment.data_science, kit::Tone::quiet);
    for (const model::SegmentMetric& one : segment.metrics)
      rows.push_back({segment.name, one.name, one.numerator, one.denominator, one.window, one.guardrail});
  }
  figures(look, {"metrics by segment", {"segment", "metric", "numerator", "denominator", "window", "guardrail"}, std::move(rows)});
}

}  // namespace

std::string minutes_range(const model::ProcessStep& step) {
  return (step.least_minutes ? std::to_string(*step.least_minutes) + "-" : "") + std::to_string(step.minutes);
}

std::vector<std::int64_t> vested_by_year_usd(std::int64_t grant_usd, const std::vector<std::int64_t>& vesting_pct) {
  std::vector<std::int64_t> vested;
  std::int64_t so_far = 0, pct = 0;
  for (const std::int64_t one : vesting_pct) {
    pct += one;
    const std::int64_t by_now = grant_usd * pct / 100;
    vested.push_back(by_now - so_far);
    so_far = by_now;
  }
  return vested;
}

void draw_guide_picture(const app::App& app, const std::string& name, LabLook& look, app::Commands& commands) {
  const model::GuideFacts& facts = app.catalogue.guide.facts;
  if (name == "week") draw_week(facts, look);
  else if (name == "skills") draw_skills_picture(app, look, commands);
  else if (name == "levels") draw_levels(facts, app::target_level(app), look);
  else if (name == "pay") draw_pay(facts, look);
  else if (name == "process") draw_process_picture(app, look, commands);
  else if (name == "rounds") draw_rounds(facts, look);
  else if (name == "principles") draw_principles(facts, commands);
  else if (name == "segments") draw_segments(facts, look);
}

}  // namespace loopready::screens
