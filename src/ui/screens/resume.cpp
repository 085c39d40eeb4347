#include "ui/screens/resume.h"

#include <algorithm>
#include <array>

#include "app/note.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/guide_loading.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using story::BulletCheck;
using story::Part;

constexpr const char* kResume = "note/resume";
constexpr std::size_t kShownAtOnce = 20;

constexpr const char* kInvented =
    "\u2022 Cut forecast error from 18 % to 12 % over two quarters with gradient boosting in Python, so that stock-outs fell by a third\n"
    "\u2022 Responsible for various dashboards in Tableau\n"
    "\u2022 Designed an A/B test of the reminder e-mail; it raised repeat orders significantly\n"
    "\u2022 Helped the finance team with SQL reports\n";

constexpr std::array<const char*, story::kParts> kAsks = {"what you did, first in the line", "the test, model or analysis", "what changed because of it", "by how much", "SQL, Python, Redshift ...", "a word an interviewer can hang a principle on"};

void check(const model::Preparation& preparation, const std::string& text, ResumeLook& look) {
  if (look.ready && look.checked == text) return;
  if (!look.ready) look.n_open = kShownAtOnce;
  look.ready = true;
  look.checked = text;
  auto result = story::check_resume(text, preparation.resume_words);
  look.problem = result.ok() ? "" : result.error().text;
  look.check = result.ok() ? std::move(result).value() : story::ResumeCheck{};
}

void draw_counts(const story::ResumeCheck& all) {
  const auto n = static_cast<int>(all.bullets.size());
  kit::heading(2, "In all");
  std::string words = base::count_of(n, "bullet") + ", " + base::count_of(all.n_marks, "weak place") + ".";
  if (all.n_lines_left_out > 0) words += " " + base::count_of(all.n_lines_left_out, "line") + (all.n_lines_left_out == 1 ? " is no bullet and was left out." : " are no bullets and were left out.");
  kit::text(words);
  std::string table = "| part | shown in | that is |\n|---|---|---|\n";
  for (int row = 0; row < story::kParts; ++row) {
    const auto part = static_cast<std::size_t>(row);
    table += std::string("| ") + story::part_name(static_cast<Part>(row)) + " | " + std::to_string(all.n_shown[part]) + " of " + std::to_string(n) + " | " + kAsks[part] + " |\n";
  }
  kit::markdown(table);
  kit::text("No score: the bench reads words, not meaning. Whether a bullet is true and yours, only you know.", kit::Tone::quiet, kit::kSmall);
}

void draw_marked(const BulletCheck& bullet) {
  std::vector<kit::Span> spans;
  const std::string_view text = bullet.text;
  std::size_t at = 0;
  for (const story::ResumeMark& mark : bullet.marks) {
    if (mark.begin > at) spans.push_back({.text = text.substr(at, mark.begin - at)});
    spans.push_back({.face = kit::Face::semibold, .tone = kit::Tone::careful, .code = true, .text = text.substr(mark.begin, mark.end - mark.begin)});
    at = mark.end;
  }
  if (at < text.size()) spans.push_back({.text = text.substr(at)});
  kit::rich_text(spans, kit::kBody);
}

std::string principle_names(const app::App& app, const BulletCheck& bullet) {
  std::string names;
  for (const std::string& slug : bullet.principles)
    if (const model::Principle* one = model::find_principle(app.catalogue.guide.facts, slug)) names += (names.empty() ? "" : ", ") + one->name;
  return names;
}

void draw_bullet(const app::App& app, const BulletCheck& bullet, std::size_t n) {
  const kit::Group group(kit::Role::group, "Bullet " + std::to_string(n));
  const kit::Card card(kit::Tone::normal, 14, 6);
  kit::heading(3, "Bullet " + std::to_string(n));
  draw_marked(bullet);
  std::string good, missing;
  for (std::size_t part = 0; part < story::kParts; ++part) {
    const std::string name = story::part_name(static_cast<Part>(part));
    if (!bullet.shown[part]) missing += (missing.empty() ? "" : ", ") + base::to_lower(name);
    else if (part == static_cast<std::size_t>(Part::principle)) good += (good.empty() ? "" : " \u00B7 ") + std::string("may show ") + principle_names(app, bullet);
    else good += (good.empty() ? "" : " \u00B7 ") + base::to_lower(name) + " \u201C" + bullet.evidence[part] + "\u201D";
  }
  if (!good.empty()) kit::icon_text(kit::icon::kCheck, "Good: " + good, kit::Tone::good);
  if (!missing.empty()) kit::icon_text(kit::icon::kX, "Missing: " + missing, kit::Tone::careful);
  for (const story::ResumeMark& mark : bullet.marks)
    kit::icon_text(kit::icon::kTriangleAlert, "\u201C" + bullet.text.substr(mark.begin, mark.end - mark.begin) + "\u201D: " + mark.why + " " + mark.instead, kit::Tone::careful);
  if (!bullet.advice.empty()) kit::icon_text(kit::icon::kLightbulb, bullet.advice, kit::Tone::normal);
  kit::strong("Answer next: " + bullet.question);
}

std::string questions_text(const story::ResumeCheck& all) {
  std::string text;
  for (const BulletCheck& bullet : all.bullets) text += bullet.text + "\n  -> " + bullet.question + "\n";
  return text;
}

void draw_results(const app::App& app, ResumeLook& look, app::Commands& commands) {
  if (!look.problem.empty()) {
    kit::icon_text(kit::icon::kTriangleAlert, look.problem, kit::Tone::bad);
    return;
  }
  const story::ResumeCheck& all = look.check;
  if (all.bullets.empty()) {
    kit::text("No bullets are in this yet: begin lines with \u2022, -, * or a number, or write one line each.", kit::Tone::quiet);
    return;
  }
  draw_counts(all);
  kit::heading(2, "Bullet by bullet");
  const std::size_t n_shown = std::min(all.bullets.size(), look.n_open);
  for (std::size_t i = 0; i < n_shown; ++i) draw_bullet(app, all.bullets[i], i + 1);
  if (n_shown < all.bullets.size() && kit::button("Show " + base::count_of(static_cast<std::int64_t>(std::min(kShownAtOnce, all.bullets.size() - n_shown)), "more bullet"), {.icon = kit::icon::kChevronDown, .key = "more"}))
    look.n_open += kShownAtOnce;
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Copy the bullets with their questions", {.icon = kit::icon::kCopy})) commands.push_back(app::CopyTable{questions_text(all)});
  if (kit::button("Print", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kPresentation})) commands.push_back(app::PrintScreen{});
}

}  // namespace

void draw_resume(const app::App& app, ResumeLook& look, app::Commands& commands) {
  kit::heading(1, "R\u00E9sum\u00E9 bench");
  kit::text("Each bullet should say what you did, how, and what changed, with a number. Nothing you paste leaves this page; it is kept in this browser alone.", kit::Tone::quiet);
  if (!guide_ready(app, commands)) return;
  const auto found = app.texts.find(kResume);
  const bool there = found != app.texts.end();
  const std::string text = there ? found->second.text : "";
  kit::prose_field("Bullets of your r\u00E9sum\u00E9", {kResume, text, there ? found->second.revision : 0}, 200, "\u2022 Paste your bullets here, one a line");
  if (base::trim(text).empty()) {
    if (kit::button("Try it with invented bullets", {.icon = kit::icon::kEye})) commands.push_back(app::PutNote{kResume, kInvented});
    return;
  }
  check(app.catalogue.guide.preparation, text, look);
  draw_results(app, look, commands);
}

}  // namespace loopready::screens
