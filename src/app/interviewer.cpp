#include "app/interviewer.h"

#include <algorithm>

#include "app/note.h"
#include "base/text.h"

namespace loopready::app {
namespace {

constexpr const char* kPicked = "note/questions";

std::vector<std::string> picked(const App& app) {
  std::vector<std::string> all;
  const base::Json json = note_json(app, kPicked);
  if (!json.is_array()) return all;
  for (const base::Json& one : json)
    if (const auto* name = one.get_ptr<const std::string*>()) all.push_back(*name);
  return all;
}

std::string name_of(const std::string& role, const std::string& question) { return role + "/" + question; }

}  // namespace

std::string own_questions_key(const std::string& role) { return std::string(kPicked) + "/own/" + role; }

bool is_picked(const App& app, const std::string& role, const std::string& question) {
  const std::vector<std::string> all = picked(app);
  return std::find(all.begin(), all.end(), name_of(role, question)) != all.end();
}

PutNote pick_questions(const App& app, const model::InterviewerRole& role, const std::vector<bool>& on) {
  std::vector<std::string> all = picked(app);
  for (std::size_t i = 0; i < role.questions.size() && i < on.size(); ++i) {
    const std::string name = name_of(role.slug, role.questions[i].slug);
    all.erase(std::remove(all.begin(), all.end(), name), all.end());
    if (on[i]) all.push_back(name);
  }
  return {kPicked, base::to_text(base::Json(all))};
}

std::vector<RoleQuestions> question_list(const App& app) {
  const std::vector<std::string> all = picked(app);
  std::vector<RoleQuestions> list;
  for (const model::InterviewerRole& role : app.catalogue.guide.preparation.roles) {
    RoleQuestions one{role.name, {}};
    for (const model::InterviewerQuestion& question : role.questions)
      if (std::find(all.begin(), all.end(), name_of(role.slug, question.slug)) != all.end()) one.questions.push_back(question.text);
    for (const std::string& line : base::split(note(app, own_questions_key(role.slug)), '\n'))
      if (const auto own = base::trim(line); !own.empty()) one.questions.emplace_back(own);
    if (!one.questions.empty()) list.push_back(std::move(one));
  }
  return list;
}

std::int64_t count_questions(const std::vector<RoleQuestions>& list) {
  std::int64_t n = 0;
  for (const RoleQuestions& one : list) n += static_cast<std::int64_t>(one.questions.size());
  return n;
}

std::string question_list_text(const std::vector<RoleQuestions>& list) {
  std::string text;
  for (const RoleQuestions& one : list) {
    text += (text.empty() ? "" : "\n") + one.role + "\n";
    for (std::size_t i = 0; i < one.questions.size(); ++i) text += std::to_string(i + 1) + ". " + one.questions[i] + "\n";
  }
  return text;
}

}  // namespace loopready::app
