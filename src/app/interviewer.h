// Questions for interviewers: which were picked, one's own, and the list to take along.
// Here: reading the notes, what changes them, the list as text.  Not here: the bank (model/preparation.h).
// Terms: notes are "note/questions" (a JSON list of "<role>/<question>") and "note/questions/own/<role>" (typed, one a line).
#pragma once

#include <string>
#include <vector>

#include "app/app.h"

namespace loopready::app {

std::string own_questions_key(const std::string& role);
bool is_picked(const App& app, const std::string& role, const std::string& question);
// All of a role's questions at once: `on` is as long as they are.
PutNote pick_questions(const App& app, const model::InterviewerRole& role, const std::vector<bool>& on);

struct RoleQuestions {
  std::string role;  // its name
  std::vector<std::string> questions;
};
// Roles in the bank's order, those without a question left out; one's own come behind the picked ones.
std::vector<RoleQuestions> question_list(const App& app);
std::int64_t count_questions(const std::vector<RoleQuestions>& list);
std::string question_list_text(const std::vector<RoleQuestions>& list);  // plain, for copying and files

}  // namespace loopready::app
