// What the tools of preparation ask and list: readiness statements, cards, questions for interviewers, the level finder's
// questions, the plan's tasks, the words a résumé is checked by.
// Here: these and their JSON (content/guide/<name>.json).  Not here: the guide's pages and figures (guide.h), what the tools
// make of them (learner, story, app).
// Terms: an area is "statistics", "sql", "product", "experiments", "ml", "coding", "principles" or "process".
// Errors: bad_input with a path; unknown and missing keys are refused.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"

namespace loopready::model {

struct ReadinessStatement {
  std::string slug;
  std::string area;
  std::string level;      // "L4" to "L8"
  std::string statement;  // "I can ..."
  std::string item;       // slug of an exercise that shows it, or nothing
  std::string next;       // Markdown: the next half hour's work
};

struct FlashCard {
  std::string slug;
  std::string front, back;  // Markdown
};

struct InterviewerQuestion {
  std::string slug;
  std::string text;
  std::string why;
};

struct InterviewerRole {
  std::string slug;
  std::string name;
  std::string about;
  std::vector<InterviewerQuestion> questions;
};

struct LevelAnswer {
  std::string text;
  std::vector<std::pair<std::string, std::int64_t>> points;  // by level
};

struct LevelQuestion {
  std::string slug;
  std::string text;
  std::vector<LevelAnswer> answers;
};

struct LevelFinder {
  std::vector<LevelQuestion> questions;
  std::vector<std::pair<std::string, std::string>> why;  // by level
};

struct PlanTask {
  std::string slug;
  std::string title;
  std::int64_t minutes = 0;
  std::string kind;  // "stories", "mock", "drill", "sql", "statistics", "experiments", "guide", "rest"
  std::int64_t weeks_before = 0;
  std::string to;  // a link, or nothing
};

struct PlanDayItem {
  std::string slug;
  std::string text;
  std::int64_t minutes = 0;
  std::string to;  // a link, or nothing
};

struct PlanDay {
  std::int64_t day = 0;  // 0 is the interview's day, -1 the one before
  std::string title;
  std::vector<PlanDayItem> items;
};

struct ChecklistItem {
  std::string slug;
  std::string text;
};

struct PlanTasks {
  std::vector<PlanTask> before;
  std::vector<PlanDay> last_week;
  std::vector<ChecklistItem> day_of;
};

struct WeakWord {
  std::string word;
  std::string why;
  std::string instead;
};

struct PrincipleWords {
  std::string principle;  // slug
  std::vector<std::string> stems;
};

struct ResumeWords {
  std::vector<std::string> strong_verbs;
  std::vector<WeakWord> weak_words;
  std::vector<std::string> tools;
  std::vector<PrincipleWords> principle_words;
  std::vector<std::string> result_words;
  std::vector<std::string> method_words;
};

struct Preparation {
  std::vector<ReadinessStatement> statements;
  std::vector<FlashCard> cards;
  std::vector<InterviewerRole> roles;
  LevelFinder level_finder;
  PlanTasks plan;
  ResumeWords resume_words;
};

// One file each: {"statements":[..]}, {"cards":[..]}, {"roles":[..]}, {"questions":[..],"why":{..}},
// {"before":[..],"last_week":[..],"day_of":[..]}, {"verbs":{..},"tools":[..], ..}.
base::Result<std::vector<ReadinessStatement>> readiness_from_json(const base::Json& json, const std::string& where);
base::Result<std::vector<FlashCard>> cards_from_json(const base::Json& json, const std::string& where);
base::Result<std::vector<InterviewerRole>> interviewer_roles_from_json(const base::Json& json, const std::string& where);
base::Result<LevelFinder> level_finder_from_json(const base::Json& json, const std::string& where);
base::Result<PlanTasks> plan_tasks_from_json(const base::Json& json, const std::string& where);
base::Result<ResumeWords> resume_words_from_json(const base::Json& json, const std::string& where);

// {"readiness":{..},"cards":{..},"interviewer-questions":{..},"level-finder":{..},"plan":{..},"resume-words":{..}}
base::Json to_json(const Preparation& preparation);
base::Result<Preparation> preparation_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
