#include "model/verdict.h"

namespace loopready::model {

using base::FieldReader;
using base::Json;
using base::Result;

namespace {

Json rows_json(const std::vector<Row>& rows) {
  Json all = Json::array();
  for (const Row& row : rows) {
    Json cells = Json::array();
    for (const Cell& cell : row) cells.push_back(to_json(cell));
    all.push_back(std::move(cells));
  }
  return all;
}

Json row_json(const Row& row) { return rows_json({row})[0]; }

Result<Row> any_row(const Json& json, const std::string& where) {
  return row_from_json(json, json.is_array() ? json.size() : 0, where);
}

Json to_json(const Diff& diff) {
  Json wrong = Json::array();
  for (const WrongValue& one : diff.wrong_value)
    wrong.push_back({{"got", row_json(one.got)}, {"expected", row_json(one.expected)}, {"columns", one.columns}});
  return {{"missing", rows_json(diff.missing)},   {"extra", rows_json(diff.extra)},
          {"wrong_value", std::move(wrong)},      {"wrong_order", diff.wrong_order},
          {"n_missing", diff.n_missing},          {"n_extra", diff.n_extra},
          {"n_wrong_value", diff.n_wrong_value},  {"missing_columns", diff.missing_columns},
          {"extra_columns", diff.extra_columns}};
}

Result<WrongValue> wrong_value_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  WrongValue wrong;
  LR_TRY(wrong.got, any_row(fields.array("got"), fields.path("got")));
  LR_TRY(wrong.expected, any_row(fields.array("expected"), fields.path("expected")));
  wrong.columns = fields.texts("columns");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return wrong;
}

Result<Diff> diff_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Diff diff;
  LR_TRY(diff.missing, base::read_all<Row>(fields.array("missing"), fields.path("missing"), any_row));
  LR_TRY(diff.extra, base::read_all<Row>(fields.array("extra"), fields.path("extra"), any_row));
  LR_TRY(diff.wrong_value,
         base::read_all<WrongValue>(fields.array("wrong_value"), fields.path("wrong_value"), wrong_value_from_json));
  diff.wrong_order = fields.boolean("wrong_order");
  diff.n_missing = fields.integer("n_missing");
  diff.n_extra = fields.integer("n_extra");
  diff.n_wrong_value = fields.integer("n_wrong_value");
  diff.missing_columns = fields.texts("missing_columns");
  diff.extra_columns = fields.texts("extra_columns");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return diff;
}

Result<DatasetVerdict> dataset_verdict_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  DatasetVerdict one{fields.text("slug"), fields.text("about"), fields.boolean("right")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return one;
}

Result<Shown> shown_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Shown shown;
  shown.dataset = fields.text("dataset");
  shown.made = fields.boolean_or("made", false);
  for (const auto& [name, table] : fields.object("tables").items()) {
    LR_TRY(auto read, table_from_json(table, fields.path("tables") + "/" + name));
    shown.tables.emplace_back(name, std::move(read));
  }
  LR_TRY(shown.got, table_from_json(fields.object("got"), fields.path("got")));
  LR_TRY(shown.expected, table_from_json(fields.object("expected"), fields.path("expected")));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return shown;
}

}  // namespace

Json to_json(const GradeRequest& request) {
  Json answer = {{"sql", request.sql}};
  if (!request.asked.empty()) answer["asked"] = request.asked;
  return {{"item", to_json(request.item)},
          {"world", to_json(request.world)},
          {"answer", std::move(answer)},
          {"seed", request.seed}};
}

Result<GradeRequest> grade_request_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  GradeRequest request;
  LR_TRY(request.item, item_from_json(fields.object("item"), fields.path("item")));
  LR_TRY(request.world, world_from_json(fields.object("world"), fields.path("world")));
  FieldReader answer(fields.object("answer"), fields.path("answer"));
  request.sql = answer.text("sql");
  request.asked = answer.texts_or_empty("asked");
  LR_TRY([[maybe_unused]] auto answer_done, answer.finish());
  request.seed = fields.integer_or("seed", 0);
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return request;
}

Json to_json(const Verdict& verdict) {
  Json reasons = Json::array();
  for (const Reason& reason : verdict.reasons) reasons.push_back(to_json(reason));
  Json datasets = Json::array();
  for (const DatasetVerdict& one : verdict.datasets)
    datasets.push_back({{"slug", one.slug}, {"about", one.about}, {"right", one.right}});
  Json json = {{"right", verdict.right},
               {"score_share", verdict.score_share},
               {"reasons", std::move(reasons)},
               {"trap", verdict.trap.empty() ? Json() : Json(verdict.trap)},
               {"trap_why", verdict.trap_why},
               {"diff", to_json(verdict.diff)},
               {"datasets", std::move(datasets)},
               {"counterexample", nullptr}};
  for (const PartVerdict& part : verdict.parts) json["parts"].push_back(to_json(part));
  if (verdict.shown) {
    Json tables = Json::object();
    for (const auto& [name, table] : verdict.shown->tables) tables[name] = to_json(table);
    json["shown"] = {{"dataset", verdict.shown->dataset},
                     {"tables", std::move(tables)},
                     {"got", to_json(verdict.shown->got)},
                     {"expected", to_json(verdict.shown->expected)}};
    if (verdict.shown->made) {
      json["shown"]["made"] = true;
      json["counterexample"] = json["shown"];
    }
  }
  if (verdict.sql_error) json["sql_error"] = to_json(*verdict.sql_error);
  if (verdict.stopped != Stopped::no) json["stopped"] = stopped_name(verdict.stopped);
  return json;
}

Result<Verdict> verdict_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Verdict verdict;
  verdict.right = fields.boolean("right");
  verdict.score_share = fields.number("score_share");
  LR_TRY(verdict.reasons, base::read_all<Reason>(fields.array("reasons"), fields.path("reasons"), reason_from_json));
  verdict.trap = fields.text_or("trap", "");
  verdict.trap_why = fields.text_or("trap_why", "");
  LR_TRY(verdict.parts,
         base::read_all<PartVerdict>(fields.array_or_empty("parts"), fields.path("parts"), part_verdict_from_json));
  fields.object("diff");
  LR_TRY([[maybe_unused]] auto so_far, fields.so_far());
  LR_TRY(verdict.diff, diff_from_json(fields.object("diff"), fields.path("diff")));
  LR_TRY(verdict.datasets, base::read_all<DatasetVerdict>(fields.array("datasets"), fields.path("datasets"),
                                                          dataset_verdict_from_json));
  fields.allow("counterexample");
  if (fields.has("shown")) {
    LR_TRY(verdict.shown, shown_from_json(fields.object("shown"), fields.path("shown")));
  }
  if (fields.has("sql_error")) {
    LR_TRY(verdict.sql_error, sql_error_from_json(fields.object("sql_error"), fields.path("sql_error")));
  }
  if (fields.has("stopped")) {
    const std::string name = fields.one_of("stopped", {"steps", "time", "memory", "rows"});
    for (const Stopped one : {Stopped::steps, Stopped::time, Stopped::memory, Stopped::rows})
      if (name == stopped_name(one)) verdict.stopped = one;
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return verdict;
}

}  // namespace loopready::model
