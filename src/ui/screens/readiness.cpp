#include "ui/screens/readiness.h"

#include <algorithm>
#include <utility>

#include "app/readiness.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/icons.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/list.h"
#include "ui/kit/tabs.h"
#include "ui/kit/text.h"
#include "ui/screens/guide_loading.h"
#include "ui/screens/level_line.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using learner::Outcome;
using learner::Rating;
using model::ReadinessStatement;

// What the tabs share in a frame.
struct Check {
  const learner::Statements& statements;
  app::ReadinessRound round;
  learner::Ratings ratings;
  int n_rated = 0;  // of the round
};

const ReadinessStatement* find(const Check& check, const std::string& slug) {
  const auto found = std::find_if(check.statements.begin(), check.statements.end(), [&](const ReadinessStatement& one) { return one.slug == slug; });
  return found == check.statements.end() ? nullptr : &*found;
}

// Of this round: an earlier rating of a statement drawn again does not count.
const learner::Rated* rating_of(const Check& check, const std::string& slug) {
  const auto found = check.ratings.find(slug);
  return found == check.ratings.end() || found->second.at_ms < check.round.at_ms ? nullptr : &found->second;
}

std::string area_name(const std::string& area) {
  if (area == "sql") return "SQL";
  if (area == "ml") return "Machine learning";
  return capital(area);
}

const char* rating_words(Rating rating) {
  switch (rating) {
    case Rating::cannot: return "Can't yet";
    case Rating::with_help: return "With help";
    case Rating::alone: return "Alone";
    case Rating::could_teach: return "Could teach it";
  }
  return "";
}

const char* outcome_words(Outcome outcome) {
  switch (outcome) {
    case Outcome::untried: return "not tried yet";
    case Outcome::wrong: return "not right";
    case Outcome::with_help: return "right with a hint";
    case Outcome::right: return "right alone";
  }
  return "";
}

kit::Tone outcome_tone(Outcome outcome) {
  return outcome == Outcome::untried ? kit::Tone::quiet : outcome == Outcome::right ? kit::Tone::good : kit::Tone::careful;
}

Check check_of(const app::App& app) {
  Check check{app.catalogue.guide.preparation.statements, app::readiness_round(app), app::readiness_ratings(app)};
  auto& drawn = check.round.statements;
  drawn.erase(std::remove_if(drawn.begin(), drawn.end(), [&](const std::string& slug) { return find(check, slug) == nullptr; }), drawn.end());
  for (const std::string& slug : drawn) check.n_rated += rating_of(check, slug) != nullptr ? 1 : 0;
  return check;
}

void draw_statement(const app::App& app, const Check& check, const ReadinessStatement& statement, app::Commands& commands) {
  const kit::Card card(kit::Tone::normal, 12, 8);
  {
    const kit::Flow flow(6);
    kit::badge(area_name(statement.area));
    kit::badge(statement.level, kit::Tone::accent);
  }
  kit::strong(statement.statement);
  const learner::Rated* rated = rating_of(check, statement.slug);
  const Outcome outcome = rated == nullptr || statement.item.empty() ? Outcome::untried : learner::outcome_since(app.log, statement.item, rated->at_ms);
  if (outcome != Outcome::untried) {  // what was said before the exercise stays said
    kit::text("You said: " + base::to_lower(rating_words(rated->rating)) + ". The exercise since: " + outcome_words(outcome) + ".", outcome_tone(outcome));
    return;
  }
  int chosen = rated == nullptr ? -1 : static_cast<int>(rated->rating);
  if (kit::choice(statement.statement, {rating_words(Rating::cannot), rating_words(Rating::with_help), rating_words(Rating::alone), rating_words(Rating::could_teach)}, chosen))
    commands.push_back(app::rate_statement(app, statement.slug, static_cast<Rating>(chosen)));
}

void draw_rating(const app::App& app, const Check& check, ReadinessLook& look, app::Commands& commands) {
  const auto n = static_cast<int>(check.round.statements.size());
  kit::text("Rate what you could do today, in an interview, without looking anything up. Nobody sees it.", kit::Tone::quiet);
  kit::progress("Rated", n == 0 ? 0 : static_cast<double>(check.n_rated) / n, std::to_string(check.n_rated) + " of " + std::to_string(n) + " rated");
  for (const std::string& slug : check.round.statements) draw_statement(app, check, *find(check, slug), commands);
  const bool all = check.n_rated == n;
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Go on to the exercises", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kArrowRight, .disabled = !all})) {
    look.tab = 1;
    look.from_tabs = true;
  }
  if (kit::button("Draw ten others", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kRotateCcw, .description = "Your ratings are kept"})) commands.push_back(app::draw_round(app));
}

void draw_proofs(const app::App& app, const Check& check, app::Commands& commands) {
  const std::vector<std::string> sample = learner::proof_sample(check.statements, check.round.statements, check.ratings, check.round.seed);
  if (check.n_rated < static_cast<int>(check.round.statements.size())) {
    kit::text("Rate all ten statements first: what you say has to come before what you find out.");
    return;
  }
  if (sample.empty()) {
    kit::text("None of these ten has an exercise here, so your word stands alone. Draw ten others to put some to the test.");
    return;
  }
  kit::text("Solve " + std::string(sample.size() == 1 ? "this one" : "these") + " without looking anything up. Only the first answer after your rating counts, and a hint counts as help.", kit::Tone::quiet);
  const kit::Group list(kit::Role::list, "Exercises to try");
  const kit::Column column(8);
  int i = 0;
  for (const std::string& slug : sample) {
    const ReadinessStatement& statement = *find(check, slug);
    const learner::Rated& rated = check.ratings.at(slug);
    const Outcome outcome = learner::outcome_since(app.log, statement.item, rated.at_ms);
    const model::IndexEntry* entry = app::find_entry(app, statement.item);
    kit::ListRow row{.title = entry == nullptr ? statement.item : entry->title, .below = statement.statement, .address = item_address(statement.item), .icon = kit::icon::kDumbbell};
    row.tags = {{"you said: " + base::to_lower(rating_words(rated.rating))}, {outcome_words(outcome), outcome_tone(outcome)}};
    if (kit::list_row(row, ++i, static_cast<int>(sample.size()))) commands.push_back(go_to_item(statement.item));
  }
}

std::string pct(double share) { return in_words(share, Unit::share, 2); }

void draw_areas(const learner::ReadinessResult& result, LabLook& look) {
  kit::IntervalView chart{.name = "Readiness by area: estimate and 95 % band", .least = 0, .most = 1, .words = [](double share) { return kit::share_words(share); }};
  Figures table{"readiness by area", {"area", "rated", "alone or more", "exercises tried", "right alone", "estimate", "band from", "to"}, {}};
  for (const learner::AreaResult& area : result.areas) {
    chart.intervals.push_back({.name = area_name(area.area), .low = area.low, .estimate = area.estimate, .high = area.high, .tone = area.n_tried == 0 ? kit::Tone::quiet : kit::Tone::accent,
                               .words = area.n_tried == 0 ? "your word only" : std::to_string(area.n_right) + " of " + std::to_string(area.n_tried) + " right"});
    table.rows.push_back({area_name(area.area), std::to_string(area.n_rated), std::to_string(area.n_claimed), std::to_string(area.n_tried), std::to_string(area.n_right), pct(area.estimate),
                          pct(area.low), pct(area.high)});
  }
  kit::interval_chart(chart);
  kit::text("The line is Wilson's 95 % interval of the exercises you got right alone: with none tried it is the whole width. The dot starts at your own rating (the share you said you can do alone), which "
            "weighs as much as two exercises, and moves as you try more: (right + 2 \u00D7 rating) / (tried + 2). All ratings count, not only the latest ten.",
            kit::Tone::quiet, kit::kSmall);
  figures(look, table);
}

void draw_contradictions(const app::App& app, const Check& check, const learner::ReadinessResult& result) {
  if (!result.overclaimed.empty()) {
    const kit::Card card(kit::Tone::careful);
    kit::icon_text(kit::icon::kTriangleAlert, "You said more than the exercise shows", kit::Tone::careful);
    std::string list;
    for (const std::string& slug : result.overclaimed) {
      const ReadinessStatement& statement = *find(check, slug);
      const learner::Rated& rated = check.ratings.at(slug);
      list += "- " + statement.statement + " You said *" + base::to_lower(rating_words(rated.rating)) + "*; the exercise was " + outcome_words(learner::outcome_since(app.log, statement.item, rated.at_ms)) + ".\n";
    }
    kit::markdown(list);
  }
  if (result.underclaimed.empty()) return;
  const kit::Card card(kit::Tone::good);
  kit::icon_text(kit::icon::kCircleCheck, "You can do more than you said", kit::Tone::good);
  std::string list;
  for (const std::string& slug : result.underclaimed) list += "- " + find(check, slug)->statement + "\n";
  kit::markdown(list);
}

void draw_next(const Check& check, const learner::ReadinessResult& result) {
  if (result.next.empty()) {
    kit::text("Nothing you rated is open. Draw ten others, or raise the target level.");
    return;
  }
  {
    const kit::Card card(kit::Tone::accent);
    kit::heading(2, "Your next half hour");
    const ReadinessStatement& first = *find(check, result.next[0]);
    kit::strong(first.statement);
    kit::markdown(first.next);
  }
  if (result.next.size() < 2) return;
  kit::heading(3, "After that");
  for (std::size_t i = 1; i < std::min<std::size_t>(result.next.size(), 4); ++i) {
    const ReadinessStatement& statement = *find(check, result.next[i]);
    kit::markdown("**" + statement.statement + "** " + statement.next);
  }
}

void draw_result(const app::App& app, const Check& check, ReadinessLook& look) {
  const learner::ReadinessResult result = learner::readiness_of(check.statements, check.ratings, app.log);
  if (result.areas.empty()) {
    kit::text("Rate a statement first.");
    return;
  }
  draw_next(check, result);
  draw_contradictions(app, check, result);
  kit::heading(2, "By area");
  draw_areas(result, look.parts);
}

}  // namespace

void draw_readiness(const app::App& app, ReadinessLook& look, app::Commands& commands) {
  kit::heading(1, "Readiness check");
  kit::text("Ten statements, an honest rating, then real exercises on a few of them. It shows where you stand and what to do next.", kit::Tone::quiet);
  draw_level_line(app, commands);
  if (!guide_ready(app, commands)) return;
  const Check check = check_of(app);
  if (check.round.statements.empty()) {
    if (kit::button("Draw ten statements", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kListChecks})) commands.push_back(app::draw_round(app));
    return;
  }
  const auto n = static_cast<int>(check.round.statements.size());
  if (std::exchange(look.from_tabs, false)) kit::bring_into_view();
  kit::tabs("Steps", {{"Rate", nullptr, std::to_string(check.n_rated) + "/" + std::to_string(n)}, {"Try", nullptr, ""}, {"Result", nullptr, ""}}, look.tab);
  const kit::Group panel(kit::Role::tab_panel, "Steps");
  const kit::Column column(12);
  switch (look.tab) {
    case 0: draw_rating(app, check, look, commands); break;
    case 1: draw_proofs(app, check, commands); break;
    default: draw_result(app, check, look); break;
  }
}

}  // namespace loopready::screens
