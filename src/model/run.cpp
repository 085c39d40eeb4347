#include "model/run.h"

namespace loopready::model {

using base::FieldReader;
using base::Json;
using base::Result;

namespace {

constexpr Stopped kAllStopped[] = {Stopped::no, Stopped::steps, Stopped::time, Stopped::memory, Stopped::rows};

}  // namespace

const char* stopped_name(Stopped stopped) {
  switch (stopped) {
    case Stopped::no: return "no";
    case Stopped::steps: return "steps";
    case Stopped::time: return "time";
    case Stopped::memory: return "memory";
    case Stopped::rows: return "rows";
  }
  return "no";
}

std::string stopped_sentence(Stopped stopped) {
  switch (stopped) {
    case Stopped::no: return "";
    case Stopped::steps:
      return "Stopped: the query took more steps than the limit. Look for a join without a condition or a recursion without an end.";
    case Stopped::time:
      return "Stopped: the query ran longer than the time limit. Look for a join without a condition or a recursion without an end.";
    case Stopped::memory: return "Stopped: the query needed more memory than the limit. Look for a very long text or a huge sort.";
    case Stopped::rows: return "Stopped: the query produced more rows than can be counted here. Add a condition or a limit.";
  }
  return "";
}

Json to_json(const RunRequest& request) {
  Json tables = Json::object();
  for (const auto& [name, table] : request.tables) tables[name] = to_json(table);
  return {{"sql", request.sql},
          {"dialect", request.dialect == Dialect::redshift ? "redshift" : "sqlite"},
          {"setup", request.setup},
          {"tables", std::move(tables)},
          {"today", request.today},
          {"max_rows", request.max_rows},
          {"budget_steps", request.budget_steps}};
}

Result<RunRequest> run_request_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  RunRequest request;
  request.sql = fields.text("sql");
  if (fields.has("dialect") && fields.one_of("dialect", {"redshift", "sqlite"}) == "sqlite")
    request.dialect = Dialect::sqlite;
  request.setup = fields.texts_or_empty("setup");
  if (fields.has("tables")) {
    for (const auto& [name, table] : fields.object("tables").items()) {
      LR_TRY(auto read, table_from_json(table, fields.path("tables") + "/" + name));
      request.tables.emplace_back(name, std::move(read));
    }
  }
  request.today = fields.text_or("today", "");
  request.max_rows = fields.integer_or("max_rows", request.max_rows);
  request.budget_steps = fields.integer_or("budget_steps", 0);
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return request;
}

Json to_json(const SqlError& error) {
  return {{"text", error.text}, {"line", error.line}, {"column", error.column}, {"hint", error.hint}};
}

Result<SqlError> sql_error_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  SqlError error{fields.text("text"), static_cast<int>(fields.integer_or("line", 0)),
                 static_cast<int>(fields.integer_or("column", 0)), fields.text_or("hint", "")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return error;
}

Json to_json(const RunResult& result) {
  Json json = Json::object();
  if (result.table) json["table"] = to_json(*result.table);
  if (result.sql_error) json["sql_error"] = to_json(*result.sql_error);
  if (result.stopped != Stopped::no) json["stopped"] = stopped_name(result.stopped);
  json["sqlite_sql"] = result.sqlite_sql;
  json["plan"] = result.plan;
  json["notes"] = result.notes;
  json["differs"] = Json::array();
  for (const Difference& one : result.differs) json["differs"].push_back({{"what", one.what}, {"why", one.why}});
  json["cost"] = {{"steps", result.cost.steps}, {"ms", result.cost.ms}};
  return json;
}

Result<RunResult> run_result_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  RunResult result;
  if (fields.has("table")) {
    LR_TRY(result.table, table_from_json(fields.object("table"), fields.path("table")));
  }
  if (fields.has("sql_error")) {
    LR_TRY(result.sql_error, sql_error_from_json(fields.object("sql_error"), fields.path("sql_error")));
  }
  if (fields.has("stopped")) {
    const std::string name = fields.one_of("stopped", {"steps", "time", "memory", "rows"});
    for (const Stopped one : kAllStopped)
      if (name == stopped_name(one)) result.stopped = one;
  }
  result.sqlite_sql = fields.text_or("sqlite_sql", "");
  result.plan = fields.texts_or_empty("plan");
  result.notes = fields.texts_or_empty("notes");
  if (fields.has("differs")) {
    std::size_t i = 0;
    for (const Json& one : fields.array("differs")) {
      FieldReader difference(one, fields.path("differs") + "/" + std::to_string(i++));
      result.differs.push_back({difference.text("what"), difference.text("why")});
      LR_TRY([[maybe_unused]] auto difference_done, difference.finish());
    }
  }
  if (fields.has("cost")) {
    FieldReader cost(fields.object("cost"), fields.path("cost"));
    result.cost = {cost.integer("steps"), cost.number("ms")};
    LR_TRY([[maybe_unused]] auto cost_done, cost.finish());
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return result;
}

}  // namespace loopready::model
