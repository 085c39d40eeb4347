#include "ui/screens/level.h"

#include <algorithm>
#include <utility>

#include "app/level.h"
#include "app/note.h"
#include "base/text.h"
#include "ui/kit/bar_chart.h"
#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/option_list.h"
#include "ui/kit/text.h"
#include "ui/screens/guide_loading.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

app::Go go_to_section(const char* page, const std::string& section) {
  app::Go go = go_to(app::Place::guide);
  go.route.page = page;
  go.route.section = section;
  return go;
}

void follow(std::string_view words, const app::Go& go, app::Commands& commands) {
  if (kit::link(words, app::format_route(go.route), kit::icon::kBookOpen)) commands.push_back(go);
}

std::string years_words(const std::string& years) { return years == "not stated" ? "years of experience not stated" : years + " years of experience"; }

void draw_target(const app::App& app, app::Commands& commands) {
  const kit::Group group(kit::Role::group, "Target level");
  const kit::Card card;
  kit::heading(2, "Your target level");
  const std::string target = app::target_level(app);
  int chosen = -1;
  std::vector<std::string> names(app::kLevels.begin(), app::kLevels.end());
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == target) chosen = static_cast<int>(i);
  if (kit::choice("Target level", names, chosen)) commands.push_back(app::PutNote{app::kTargetLevel, names[static_cast<std::size_t>(chosen)]});
  if (target.empty()) {
    kit::text("None picked yet: everything shows all levels. Not sure? The questions below suggest one.", kit::Tone::quiet);
    return;
  }
  if (app.catalogue.guide_state == app::Loading::done)
    if (const model::LevelFacts* facts = model::find_level(app.catalogue.guide.facts, target)) {
      kit::strong(facts->name + ", " + years_words(facts->years));
      kit::markdown(facts->scope + "\n\n**The interview:** " + facts->interview);
    }
  kit::text("Practice opens with exercises at this level, Today puts them first, the guide marks it, and the readiness check draws near it.", kit::Tone::quiet);
  {
    const kit::Flow flow(8, kit::control_height());
    app::Go go = go_to(app::Place::practice);
    go.route.filter.level = target;
    if (kit::button("Practise at " + target, {.kind = kit::ButtonKind::primary, .icon = kit::icon::kDumbbell, .key = "practise"})) commands.push_back(go);
    if (kit::button("No target level", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kX})) commands.push_back(app::PutNote{app::kTargetLevel, ""});
  }
  follow("What " + target + " asks", go_to_section("levels", base::to_lower(target)), commands);
}

void draw_question(const app::App& app, const model::LevelFinder& finder, const learner::LevelAnswers& answers, LevelLook& look, app::Commands& commands) {
  const auto n = static_cast<int>(finder.questions.size());
  const model::LevelQuestion& question = finder.questions[static_cast<std::size_t>(look.at)];
  kit::progress("Questions", static_cast<double>(look.at) / n, "Question " + std::to_string(look.at + 1) + " of " + std::to_string(n));
  kit::heading(3, question.text);
  std::vector<std::string> texts;
  for (const model::LevelAnswer& answer : question.answers) texts.push_back(answer.text);
  const auto found = answers.find(question.slug);
  const bool answered = found != answers.end() && found->second < texts.size();
  std::vector<bool> on(texts.size(), false);
  if (answered) on[found->second] = true;
  if (kit::option_list(question.text, texts, false, on))
    for (std::size_t i = 0; i < on.size(); ++i)
      if (on[i]) commands.push_back(app::answer_level(app, question.slug, i));
  const kit::Flow flow(8, kit::control_height());
  const bool last = look.at + 1 == n;
  if (kit::button("Question before", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kArrowLeft, .disabled = look.at == 0})) --look.at;
  if (kit::button(last ? "See the suggestion" : "Next question", {.icon = kit::icon::kArrowRight, .key = "next", .disabled = !answered})) {
    ++look.at;
    look.from_heading = last;
  }
}

std::string tip_words(const model::LevelFinder& finder, const learner::LevelAdvice& advice) {
  std::string words;
  for (const learner::LevelChange& change : advice.tipped_by)
    for (const model::LevelQuestion& question : finder.questions)
      if (question.slug == change.question) words += "- " + question.text + " **" + question.answers[change.answer].text + "**\n";
  return words;
}

void draw_points(const learner::LevelAdvice& advice, LabLook& look) {
  kit::BarChartView chart{.name = "Points by level", .series = {{"points", {}}}, .lying = true};
  Figures table{"points by level", {"level", "points"}, {}};
  for (const learner::LevelPoints& one : advice.points) {
    chart.categories.push_back(one.level);
    chart.series[0].values.push_back(static_cast<double>(one.points));
    table.rows.push_back({one.level, std::to_string(one.points)});
  }
  kit::bar_chart(chart);
  figures(look, table);
}

void draw_advice(const app::App& app, const model::LevelFinder& finder, const learner::LevelAdvice& advice, LevelLook& look, app::Commands& commands) {
  {
    const kit::Card card(kit::Tone::accent);
    kit::heading(3, "Your answers point to " + advice.level);
    for (const auto& [level, why] : finder.why)
      if (level == advice.level) kit::markdown(why);
    if (app::target_level(app) == advice.level) kit::icon_text(kit::icon::kCircleCheck, "It is your target level.", kit::Tone::good);
    else if (kit::button("Take " + advice.level + " as target", {.kind = app::target_level(app).empty() ? kit::ButtonKind::primary : kit::ButtonKind::secondary, .icon = kit::icon::kTarget}))
      commands.push_back(app::PutNote{app::kTargetLevel, advice.level});
  }
  kit::heading(3, "Why");
  draw_points(advice, look.parts);
  if (advice.runner_up.empty()) {
    kit::text("No other level got a point.");
  } else {
    kit::text("Next is " + advice.runner_up + ", " + (advice.ahead == 0 ? "with as many points: between equals the lower level is suggested, since it asks for less." : base::count_of(advice.ahead, "point") + " behind."));
    if (const std::string tip = tip_words(finder, advice); !tip.empty()) kit::markdown("It would be " + advice.runner_up + " with " + (advice.tipped_by.size() == 1 ? "one other answer:" : "these other answers:") + "\n\n" + tip);
    else kit::text("No other answers of a few would make it " + advice.runner_up + ".");
  }
  kit::text("Every answer gives points to one or two levels. The level an opening has is the company's choice: ask your recruiter.", kit::Tone::quiet, kit::kSmall);
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Go through the answers again", {.icon = kit::icon::kRotateCcw})) look.at = 0;
  if (kit::button("Clear the answers", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kX})) {
    commands.push_back(app::PutNote{"note/level/answers", ""});
    look.at = 0;
  }
}

void draw_finder(const app::App& app, const model::LevelFinder& finder, LevelLook& look, app::Commands& commands) {
  const learner::LevelAnswers answers = app::level_answers(app);
  const learner::LevelAdvice advice = learner::advise_level(finder, answers);
  const auto n = static_cast<int>(finder.questions.size());
  if (std::exchange(look.from_heading, false)) kit::bring_into_view();
  kit::heading(2, "Not sure? " + base::count_of(n, "question"));
  kit::text("Answer for the work you do now, not for the work you'd like to do.", kit::Tone::quiet);
  if (look.at < 0)
    for (look.at = 0; look.at < n && answers.count(finder.questions[static_cast<std::size_t>(look.at)].slug) > 0;) ++look.at;
  if (look.at >= n && advice.level.empty()) look.at = 0;
  if (look.at >= n) draw_advice(app, finder, advice, look, commands);
  else draw_question(app, finder, answers, look, commands);
}

// "**Day to day:** ...", with what is only derived said beside the name.
std::string named(const char* name, const std::string& words) {
  constexpr std::string_view kDerived = "Derived: ";
  if (words.rfind(kDerived, 0) != 0) return "**" + std::string(name) + ":** " + words;
  return "**" + std::string(name) + "** (derived)**:** " + capital(words.substr(kDerived.size()));
}

void draw_side(const model::LevelFacts& facts, const char* in_short) {
  const kit::Card card;
  kit::strong(facts.level + ": " + facts.name);
  kit::markdown(std::string(in_short) + "\n\n" + facts.scope + "\n\n" + named("Day to day", facts.day_to_day) + "\n\n" + named("The interview", facts.interview));
}

// The two levels beside each other where there is room.
void draw_change_of_kind(const model::GuideFacts& facts, app::Commands& commands) {
  const model::LevelFacts* before = model::find_level(facts, "L5");
  const model::LevelFacts* after = model::find_level(facts, "L6");
  if (before == nullptr || after == nullptr) return;
  kit::heading(2, "From L5 to L6: a change of kind");
  kit::markdown("L6 is not L5 with more of everything. At L5 the question comes to you and you answer it well; at L6 the problem is yours, and other teams do something differently because of you. " + before->to_next);
  const float width = kit::content_width();
  constexpr float kBetween = 16;
  const bool beside = width >= 560;
  {
    const kit::Flow flow(kBetween);
    const float each = beside ? (width - kBetween) / 2 - 1 : width;
    {
      const kit::Column column(0, each);
      draw_side(*before, "You **answer** the question.");
    }
    const kit::Column column(0, each);
    draw_side(*after, "You **own** the problem.");
  }
  kit::text("Check your stories by it: does one tell of a problem that nobody gave you, and of a team that isn't yours and changed its way? If none does, prepare for L5 as well.", kit::Tone::normal);
  follow("The same project, told at both levels", go_to_section("levels", "l5-to-l6"), commands);
}

}  // namespace

void draw_level(const app::App& app, LevelLook& look, app::Commands& commands) {
  kit::heading(1, "Find your level");
  kit::text("The level decides which questions you meet and what an offer pays.", kit::Tone::quiet);
  draw_target(app, commands);
  if (!guide_ready(app, commands)) return;
  draw_finder(app, app.catalogue.guide.preparation.level_finder, look, commands);
  draw_change_of_kind(app.catalogue.guide.facts, commands);
}

}  // namespace loopready::screens
