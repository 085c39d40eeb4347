#include "ui/screens/interviewers.h"

#include <algorithm>

#include "app/interviewer.h"
#include "app/note.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/option_list.h"
#include "ui/kit/tabs.h"
#include "ui/kit/text.h"
#include "ui/screens/guide_loading.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

void draw_own(const app::App& app, const model::InterviewerRole& role) {
  kit::heading(3, "Your own");
  const std::string key = app::own_questions_key(role.slug);
  const auto text = app.texts.find(key);
  const bool there = text != app.texts.end();
  kit::prose_field("Your own questions, " + role.name, {key, there ? text->second.text : "", there ? text->second.revision : 0}, 96, "One a line. Each goes onto your list.");
}

void draw_bank(const app::App& app, const std::vector<model::InterviewerRole>& roles, InterviewersLook& look, app::Commands& commands) {
  std::vector<std::string> names;
  for (const model::InterviewerRole& role : roles) names.push_back(role.name);
  look.role = std::clamp(look.role, 0, static_cast<int>(roles.size()) - 1);
  kit::choice("Interviewer", names, look.role);
  const model::InterviewerRole& role = roles[static_cast<std::size_t>(look.role)];
  kit::heading(2, role.name);
  kit::text(role.about);
  std::vector<std::string> texts;
  std::vector<bool> on;
  for (const model::InterviewerQuestion& question : role.questions) {
    texts.push_back("**" + question.text + "**\n" + question.why);
    on.push_back(app::is_picked(app, role.slug, question.slug));
  }
  if (kit::option_list("Questions for: " + role.name, texts, true, on)) commands.push_back(app::pick_questions(app, role, on));
  draw_own(app, role);
}

void draw_list(const std::vector<app::RoleQuestions>& list, InterviewersLook& look, app::Commands& commands) {
  if (list.empty()) {
    kit::text("Nothing picked yet. Two or three for each person you will meet are enough.");
    if (kit::button("Go to the bank", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kArrowLeft})) look.tab = 0;
    return;
  }
  const std::string text = app::question_list_text(list);
  {
    const kit::Flow flow(8, kit::control_height());
    if (kit::button("Copy", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kCopy})) commands.push_back(app::CopyTable{text});
    if (kit::button("Save as text", {.icon = kit::icon::kDownload})) commands.push_back(app::SaveText{"questions-for-interviewers.txt", "text/plain", text});
    if (kit::button("Print", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kPresentation})) commands.push_back(app::PrintScreen{});
  }
  for (const app::RoleQuestions& one : list) {
    const kit::Card card;
    kit::heading(2, one.role);
    for (std::size_t i = 0; i < one.questions.size(); ++i) kit::text(std::to_string(i + 1) + ". " + one.questions[i]);
  }
}

}  // namespace

void draw_interviewers(const app::App& app, InterviewersLook& look, app::Commands& commands) {
  kit::heading(1, "Questions for interviewers");
  if (look.tab == 0) kit::text("Come with questions of your own. Pick a few for each person; your list can be copied, saved and printed.", kit::Tone::quiet);
  if (!guide_ready(app, commands)) return;
  const std::vector<model::InterviewerRole>& roles = app.catalogue.guide.preparation.roles;
  if (roles.empty()) return;
  const std::vector<app::RoleQuestions> list = app::question_list(app);
  kit::tabs("Questions", {{"Bank", nullptr, ""}, {"Your list", nullptr, std::to_string(app::count_questions(list))}}, look.tab);
  const kit::Group panel(kit::Role::tab_panel, "Questions");
  const kit::Column column(12);
  if (look.tab == 0) draw_bank(app, roles, look, commands);
  else draw_list(list, look, commands);
}

}  // namespace loopready::screens
