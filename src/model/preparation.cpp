#include "model/preparation.h"

namespace loopready::model {

using base::FieldReader;
using base::Json;
using base::read_all;
using base::Result;

namespace {

Result<ReadinessStatement> statement_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  ReadinessStatement one;
  one.slug = fields.text("slug");
  one.area = fields.one_of("area", {"statistics", "sql", "product", "experiments", "ml", "coding", "principles", "process"});
  one.level = fields.one_of("level", {"L4", "L5", "L6", "L7", "L8"});
  one.statement = fields.text("statement");
  one.item = fields.text("item");
  one.next = fields.lines("next");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return one;
}

Result<FlashCard> card_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlashCard card{fields.text("slug"), fields.lines("front"), fields.lines("back")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return card;
}

Result<InterviewerQuestion> interviewer_question_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  InterviewerQuestion question{fields.text("slug"), fields.lines("text"), fields.lines("why")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return question;
}

Result<InterviewerRole> role_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  InterviewerRole role{fields.text("slug"), fields.text("name"), fields.lines("about"), {}};
  LR_TRY(role.questions, read_all<InterviewerQuestion>(fields.array("questions"), fields.path("questions"), interviewer_question_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return role;
}

bool is_level(const std::string& level) { return level.size() == 2 && level[0] == 'L' && level[1] >= '4' && level[1] <= '8'; }

Result<LevelAnswer> level_answer_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  LevelAnswer answer{fields.text("text"), {}};
  for (const auto& [level, points] : fields.object("points").items()) {
    const std::string path = fields.path("points") + "/" + level;
    if (!is_level(level)) fields.fail(path, "A level from L4 to L8 is needed here.");
    else if (!points.is_number_integer()) fields.fail(path, "A whole number is needed here.");
    else answer.points.emplace_back(level, points.get<std::int64_t>());
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return answer;
}

Result<LevelQuestion> level_question_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  LevelQuestion question{fields.text("slug"), fields.lines("text"), {}};
  LR_TRY(question.answers, read_all<LevelAnswer>(fields.array("answers"), fields.path("answers"), level_answer_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return question;
}

Result<PlanTask> plan_task_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  PlanTask task;
  task.slug = fields.text("slug");
  task.title = fields.text("title");
  task.minutes = fields.integer("minutes");
  task.kind = fields.one_of("kind", {"stories", "mock", "drill", "sql", "statistics", "experiments", "guide", "rest"});
  task.weeks_before = fields.integer("weeks_before");
  task.to = fields.text("to");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return task;
}

Result<PlanDayItem> plan_day_item_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  PlanDayItem item{fields.text("slug"), fields.text("text"), fields.integer("minutes"), fields.text("to")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return item;
}

Result<PlanDay> plan_day_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  PlanDay day{fields.integer("day"), fields.text("title"), {}};
  LR_TRY(day.items, read_all<PlanDayItem>(fields.array("items"), fields.path("items"), plan_day_item_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return day;
}

Result<ChecklistItem> checklist_item_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  ChecklistItem item{fields.text("slug"), fields.text("text")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return item;
}

Result<WeakWord> weak_word_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  WeakWord word{fields.text("word"), fields.text("why"), fields.text("instead")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return word;
}

Result<PrincipleWords> principle_words_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  PrincipleWords words{fields.text("principle"), fields.texts("stems")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return words;
}

Json to_json(const LevelFinder& finder) {
  Json questions = Json::array(), why = Json::object();
  for (const LevelQuestion& question : finder.questions) {
    Json answers = Json::array();
    for (const LevelAnswer& answer : question.answers) {
      Json points = Json::object();
      for (const auto& [level, n] : answer.points) points[level] = n;
      answers.push_back({{"text", answer.text}, {"points", std::move(points)}});
    }
    questions.push_back({{"slug", question.slug}, {"text", question.text}, {"answers", std::move(answers)}});
  }
  for (const auto& [level, text] : finder.why) why[level] = text;
  return {{"questions", std::move(questions)}, {"why", std::move(why)}};
}

Json to_json(const PlanTasks& plan) {
  Json json = {{"before", Json::array()}, {"last_week", Json::array()}, {"day_of", Json::array()}};
  for (const PlanTask& one : plan.before)
    json["before"].push_back({{"slug", one.slug}, {"title", one.title}, {"minutes", one.minutes}, {"kind", one.kind}, {"weeks_before", one.weeks_before}, {"to", one.to}});
  for (const PlanDay& day : plan.last_week) {
    Json items = Json::array();
    for (const PlanDayItem& one : day.items) items.push_back({{"slug", one.slug}, {"text", one.text}, {"minutes", one.minutes}, {"to", one.to}});
    json["last_week"].push_back({{"day", day.day}, {"title", day.title}, {"items", std::move(items)}});
  }
  for (const ChecklistItem& one : plan.day_of) json["day_of"].push_back({{"slug", one.slug}, {"text", one.text}});
  return json;
}

Json to_json(const ResumeWords& words) {
  Json weak = Json::array(), principles = Json::array();
  for (const WeakWord& one : words.weak_words) weak.push_back({{"word", one.word}, {"why", one.why}, {"instead", one.instead}});
  for (const PrincipleWords& one : words.principle_words) principles.push_back({{"principle", one.principle}, {"stems", one.stems}});
  return {{"verbs", {{"strong", words.strong_verbs}, {"weak", std::move(weak)}}},
          {"tools", words.tools},
          {"principle_words", std::move(principles)},
          {"result_words", words.result_words},
          {"method_words", words.method_words}};
}

}  // namespace

Result<std::vector<ReadinessStatement>> readiness_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  LR_TRY(auto all, read_all<ReadinessStatement>(fields.array("statements"), fields.path("statements"), statement_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return all;
}

Result<std::vector<FlashCard>> cards_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  LR_TRY(auto all, read_all<FlashCard>(fields.array("cards"), fields.path("cards"), card_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return all;
}

Result<std::vector<InterviewerRole>> interviewer_roles_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  LR_TRY(auto all, read_all<InterviewerRole>(fields.array("roles"), fields.path("roles"), role_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return all;
}

Result<LevelFinder> level_finder_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  LevelFinder finder;
  LR_TRY(finder.questions, read_all<LevelQuestion>(fields.array("questions"), fields.path("questions"), level_question_from_json));
  for (const auto& [level, text] : fields.object("why").items()) {
    const std::string path = fields.path("why") + "/" + level;
    if (!is_level(level)) fields.fail(path, "A level from L4 to L8 is needed here.");
    LR_TRY(auto why, base::lines_from_json(text, path));
    finder.why.emplace_back(level, std::move(why));
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return finder;
}

Result<PlanTasks> plan_tasks_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  PlanTasks plan;
  LR_TRY(plan.before, read_all<PlanTask>(fields.array("before"), fields.path("before"), plan_task_from_json));
  LR_TRY(plan.last_week, read_all<PlanDay>(fields.array("last_week"), fields.path("last_week"), plan_day_from_json));
  LR_TRY(plan.day_of, read_all<ChecklistItem>(fields.array("day_of"), fields.path("day_of"), checklist_item_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return plan;
}

Result<ResumeWords> resume_words_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  ResumeWords words;
  words.tools = fields.texts("tools");
  words.result_words = fields.texts("result_words");
  words.method_words = fields.texts("method_words");
  LR_TRY(words.principle_words, read_all<PrincipleWords>(fields.array("principle_words"), fields.path("principle_words"), principle_words_from_json));
  const Json& given = fields.object("verbs");
  LR_TRY([[maybe_unused]] auto so_far, fields.so_far());
  FieldReader verbs(given, fields.path("verbs"));
  words.strong_verbs = verbs.texts("strong");
  LR_TRY(words.weak_words, read_all<WeakWord>(verbs.array("weak"), verbs.path("weak"), weak_word_from_json));
  LR_TRY([[maybe_unused]] auto verbs_done, verbs.finish());
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return words;
}

Json to_json(const Preparation& preparation) {
  Json statements = Json::array(), cards = Json::array(), roles = Json::array();
  for (const ReadinessStatement& one : preparation.statements)
    statements.push_back({{"slug", one.slug}, {"area", one.area}, {"level", one.level}, {"statement", one.statement}, {"item", one.item}, {"next", one.next}});
  for (const FlashCard& one : preparation.cards) cards.push_back({{"slug", one.slug}, {"front", one.front}, {"back", one.back}});
  for (const InterviewerRole& role : preparation.roles) {
    Json questions = Json::array();
    for (const InterviewerQuestion& one : role.questions) questions.push_back({{"slug", one.slug}, {"text", one.text}, {"why", one.why}});
    roles.push_back({{"slug", role.slug}, {"name", role.name}, {"about", role.about}, {"questions", std::move(questions)}});
  }
  return {{"readiness", {{"statements", std::move(statements)}}},
          {"cards", {{"cards", std::move(cards)}}},
          {"interviewer-questions", {{"roles", std::move(roles)}}},
          {"level-finder", to_json(preparation.level_finder)},
          {"plan", to_json(preparation.plan)},
          {"resume-words", to_json(preparation.resume_words)}};
}

Result<Preparation> preparation_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Preparation all;
  const char* const names[] = {"readiness", "cards", "interviewer-questions", "level-finder", "plan", "resume-words"};
  for (const char* name : names) fields.object(name);
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  LR_TRY(all.statements, readiness_from_json(json[names[0]], fields.path(names[0])));
  LR_TRY(all.cards, cards_from_json(json[names[1]], fields.path(names[1])));
  LR_TRY(all.roles, interviewer_roles_from_json(json[names[2]], fields.path(names[2])));
  LR_TRY(all.level_finder, level_finder_from_json(json[names[3]], fields.path(names[3])));
  LR_TRY(all.plan, plan_tasks_from_json(json[names[4]], fields.path(names[4])));
  LR_TRY(all.resume_words, resume_words_from_json(json[names[5]], fields.path(names[5])));
  return all;
}

}  // namespace loopready::model
