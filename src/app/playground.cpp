#include "app/playground.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/exercise.h"
#include "app/loading.h"
#include "app/plain_text.h"
#include "app/storing.h"
#include "app/toast.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/text.h"

namespace loopready::app {

using base::Json;
using model::Cell;

namespace {

constexpr std::size_t kMostRows = 50'000;
constexpr std::size_t kMostHistory = 30;
constexpr std::int64_t kShownRows = 500;
constexpr std::int64_t kReadTimeoutMs = 20'000;
constexpr const char* kHistory = "playground/history";

bool is_whole(const std::string& text) {
  const std::size_t digits = text[0] == '-' || text[0] == '+' ? 1 : 0;
  return text.size() > digits && text.size() < digits + 18 && text.find_first_not_of("0123456789", digits) == std::string::npos;
}

bool is_number(const std::string& text) {
  if (text.find_first_not_of("+-.0123456789eE") != std::string::npos) return false;
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return end == text.c_str() + text.size() && std::isfinite(value);
}

bool is_flag(const std::string& text) {
  return base::equal_ignoring_case(text, "true") || base::equal_ignoring_case(text, "false");
}

bool fits(const std::string& text, const std::string& type) {
  if (type == "integer") return is_whole(text);
  if (type == "numeric") return is_number(text);
  if (type == "boolean") return is_flag(text);
  if (type == "date") return base::parse_date(text).has_value();
  if (type == "timestamp") return base::parse_instant_us(text).has_value();
  return true;
}

Cell cell_of(const std::string& text, const std::string& type) {
  if (text.empty()) return std::monostate{};
  if (type == "integer") return static_cast<std::int64_t>(std::atoll(text.c_str()));
  if (type == "numeric") return std::strtod(text.c_str(), nullptr);
  if (type == "boolean") return base::equal_ignoring_case(text, "true");
  return text;
}

// A name that SQL takes without quotes.
std::string sql_name(std::string_view given, const std::string& otherwise) {
  std::string name;
  for (const char c : base::to_lower(given))
    name += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ? c : '_';
  while (!name.empty() && name.back() == '_') name.pop_back();
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) name = otherwise + (name.empty() ? "" : "_" + name);
  return name;
}

model::Table attempts_table(const App& app) {
  model::Table table;
  table.columns = {{"item", "varchar"},     {"title", "varchar"}, {"level", "varchar"},  {"topic", "varchar"}, {"at", "timestamp"},
                   {"is_right", "boolean"}, {"score", "numeric"}, {"minutes", "numeric"}, {"trap", "varchar"}};
  for (const model::Record& record : app.log.records()) {
    if (record.kind != "attempt") continue;
    const model::IndexEntry* entry = find_entry(app, record.item);
    const auto number = [&](const char* key) {
      const auto found = record.body.find(key);
      return found != record.body.end() && found->is_number() ? found->get<double>() : 0.0;
    };
    const auto right = record.body.find("right");
    const auto trap = record.body.find("trap");
    table.rows.push_back({record.item, entry == nullptr ? Cell() : Cell(entry->title), entry == nullptr ? Cell() : Cell(entry->level),
                          entry == nullptr ? Cell() : Cell(entry->topic), base::format_instant_us(record.at_ms / 1'000 * 1'000'000),
                          right != record.body.end() && right->is_boolean() && right->get<bool>(), number("score_share"),
                          std::round(number("ms") / 6'000) / 10,
                          trap != record.body.end() && trap->is_string() && !trap->get<std::string>().empty() ? Cell(trap->get<std::string>())
                                                                                                             : Cell()});
  }
  table.n_rows = static_cast<std::int64_t>(table.rows.size());
  return table;
}

// Each of the world's tables with the fullest sample among its exercises. Two teams' tables of one name: the first.
void add_world_tables(const App& app, std::vector<std::pair<std::string, model::Table>>& tables) {
  const auto world = app.catalogue.worlds.find(app.playground.world);
  if (world == app.catalogue.worlds.end()) return;
  std::map<std::string, model::Table> best;  // by slug
  for (const auto& [slug, packed] : app.catalogue.items) {
    if (packed.item.world != world->first) continue;
    const model::Dataset* shown = model::shown_dataset(packed.item);
    if (shown == nullptr) continue;
    auto filled = model::filled_tables(world->second, packed.item, *shown);
    if (!filled.ok()) continue;
    for (std::size_t i = 0; i < filled.value().size() && i < packed.item.uses.size(); ++i) {
      model::Table& table = filled.value()[i].second;
      model::Table& known = best[packed.item.uses[i]];
      if (known.columns.empty() || table.rows.size() > known.rows.size()) known = std::move(table);
    }
  }
  for (const model::WorldTable& definition : world->second.tables) {
    const auto found = best.find(definition.slug);
    const bool taken = std::any_of(tables.begin(), tables.end(), [&](const auto& one) { return one.first == definition.name; });
    if (found != best.end() && !taken) tables.emplace_back(definition.name, std::move(found->second));
  }
}

void remember(App& app, const std::string& sql) {
  std::vector<std::string> history = playground_history(app);
  history.erase(std::remove(history.begin(), history.end(), sql), history.end());
  history.insert(history.begin(), sql);
  if (history.size() > kMostHistory) history.resize(kMostHistory);
  keep_value(app, kHistory, base::to_text(Json(history)));
}

// Asks the engine for the tables of a SQLite file.
void read_database(App& app, const FilePicked& file) {
  Playground& playground = app.playground;
  if (playground.job != Job::none) return show_toast(app, "Something is still running. Cancel it, then open the file again.", Tone::bad);
  playground.failure.clear();
  playground.job = Job::read;
  playground.request_id = ++app.n_requests;
  playground.job_since_ms = app.now_ms;
  playground.reading = file.name;
  app.effects.push_back(SendRequest{{playground.request_id, "read_database", {{"base64", file.base64}}}, kReadTimeoutMs});
}

void take_database(App& app, const Json& body) {
  std::int64_t n_rows = 0, n_tables = 0;
  bool cut = false;
  base::FieldReader fields(body, "answer");
  for (const auto& [given, json] : fields.object("tables").items()) {
    auto table = model::table_from_json(json, "answer/tables/" + given);
    if (!table.ok()) continue;
    OpenedTable opened;
    opened.name = sql_name(given, "table");
    drop_table(app, opened.name);
    opened.table = std::move(table).value();
    for (std::size_t c = 0; c < opened.table.columns.size(); ++c) {
      model::Column& column = opened.table.columns[c];
      column.name = sql_name(column.name, "column_" + std::to_string(c + 1));
      for (std::size_t other = 0; other < c; ++other)
        if (opened.table.columns[other].name == column.name) column.name += "_" + std::to_string(c + 1);
      std::vector<std::string> texts;
      for (const model::Row& row : opened.table.rows)
        texts.push_back(std::holds_alternative<std::monostate>(row[c]) ? "" : model::display(row[c]));
      opened.texts.push_back(std::move(texts));
    }
    cut = cut || opened.table.cut;
    n_rows += static_cast<std::int64_t>(opened.table.rows.size());
    ++n_tables;
    app.playground.opened.push_back(std::move(opened));
  }
  show_toast(app, "Opened " + base::count_of(n_tables, "table") + " of \"" + app.playground.reading + "\" with " + base::count_of(n_rows, "row") +
                      (cut ? ", at most 20,000 of each table" : "") + ". It stays on this device.");
}

}  // namespace

std::vector<std::pair<std::string, std::string>> playground_worlds(const App& app) {
  std::vector<std::pair<std::string, std::string>> worlds;
  for (const model::IndexEntry& entry : app.catalogue.index.items) {
    const std::string prefix = entry.category + "-";
    if (entry.pack.substr(0, prefix.size()) != prefix) continue;
    std::pair<std::string, std::string> one{entry.pack.substr(prefix.size()), entry.pack};
    if (std::find(worlds.begin(), worlds.end(), one) == worlds.end()) worlds.push_back(std::move(one));
  }
  std::sort(worlds.begin(), worlds.end());
  return worlds;
}

std::vector<std::pair<std::string, model::Table>> playground_tables(const App& app) {
  std::vector<std::pair<std::string, model::Table>> tables;
  for (const OpenedTable& one : app.playground.opened) tables.emplace_back(one.name, one.table);
  add_world_tables(app, tables);
  tables.emplace_back("my_attempts", attempts_table(app));
  return tables;
}

void open_playground(App& app) {
  if (app.route.place != Place::playground) return;
  const auto worlds = playground_worlds(app);
  if (app.playground.world.empty() && !worlds.empty()) app.playground.world = worlds.front().first;
  for (const auto& [slug, pack] : worlds)
    if (slug == app.playground.world) load_pack(app, pack);
}

void choose_world(App& app, const std::string& slug) {
  app.playground.world = slug;
  open_playground(app);
}

void run_playground(App& app) {
  Playground& playground = app.playground;
  if (playground.job != Job::none) return;
  const auto text = app.texts.find(kPlaygroundDraft);
  const std::string sql = text == app.texts.end() ? "" : text->second.text;
  if (base::trim(sql).empty()) return show_toast(app, "Write a query first, then run it.");
  model::RunRequest request;
  request.sql = sql;
  request.tables = playground_tables(app);
  request.max_rows = kShownRows;
  playground.failure.clear();
  playground.job = Job::run;
  playground.request_id = ++app.n_requests;
  playground.job_since_ms = app.now_ms;
  playground.asked_sql = sql;
  app.effects.push_back(SendRequest{{playground.request_id, "run", model::to_json(request)}, kRunTimeoutMs});
  remember(app, sql);
}

void cancel_playground(App& app) {
  if (app.playground.job == Job::none) return;
  app.playground.job = Job::none;
  app.effects.push_back(CancelRequest{app.playground.request_id});
  announce(app, "Cancelled.");
}

bool take_playground_answer(App& app, const model::Response& response) {
  Playground& playground = app.playground;
  if (playground.job == Job::none || response.id != playground.request_id) return false;
  const bool reading = playground.job == Job::read;
  playground.job = Job::none;
  const auto* body = std::get_if<Json>(&response.body);
  if (reading) {
    if (body != nullptr) take_database(app, *body);
    else show_toast(app, "\"" + playground.reading + "\" could not be opened. " + std::get<base::Error>(response.body).text, Tone::bad);
    return true;
  }
  auto result = body == nullptr ? base::Result<model::RunResult>(std::get<base::Error>(response.body))
                                : model::run_result_from_json(*body, "answer");
  if (!result.ok()) {
    playground.failure = "The engine could not answer. " + base::describe(result.error()) + " Your query is kept.";
    announce(app, playground.failure, true);
    return true;
  }
  announce(app, run_sentence(result.value()));
  playground.run = std::move(result).value();
  return true;
}

bool lose_playground_engine(App& app, const EngineLost& lost) {
  Playground& playground = app.playground;
  if (playground.job == Job::none || lost.id != playground.request_id) return false;
  const bool reading = playground.job == Job::read;
  playground.job = Job::none;
  playground.failure = reading ? "\"" + playground.reading + "\" could not be read in time; it may be damaged, or too large."
                       : lost.why == "time" ? "Stopped: your query ran longer than 5 s. Your query is kept."
                                          : "The engine stopped unexpectedly and has been started again. Your query is kept.";
  announce(app, playground.failure, true);
  return true;
}

std::string guessed_type(const std::vector<std::string>& values) {
  for (const char* type : {"integer", "numeric", "boolean", "date", "timestamp"}) {
    bool all = true, any = false;
    for (const std::string& value : values) {
      if (value.empty()) continue;
      any = true;
      all = all && fits(value, type);
      if (!all) break;
    }
    if (any && all) return type;
  }
  return "varchar";
}

void open_data_file(App& app, const FilePicked& file) {
  if (!file.base64.empty()) return read_database(app, file);
  const auto csv = base::read_csv(file.text, kMostRows + 1);
  if (!csv.ok())
    return show_toast(app, "\"" + file.name + "\" could not be opened. " + base::describe(csv.error()), Tone::bad);
  const auto& rows = csv.value().rows;
  if (rows.empty() || !base::is_utf8(file.text))
    return show_toast(app, "\"" + file.name + "\" holds no table: " + (rows.empty() ? "it is empty." : "it is not text in UTF-8."), Tone::bad);
  OpenedTable opened;
  opened.name = sql_name(file.name.substr(0, file.name.rfind('.')), "table");
  drop_table(app, opened.name);
  const std::size_t n_columns = std::min<std::size_t>(rows[0].size(), 100);
  for (std::size_t c = 0; c < n_columns; ++c) {
    std::vector<std::string> values;
    for (std::size_t r = 1; r < rows.size(); ++r) values.push_back(c < rows[r].size() ? std::string(base::trim(rows[r][c])) : "");
    std::string name = sql_name(rows[0][c], "column_" + std::to_string(c + 1));
    for (const model::Column& other : opened.table.columns)
      if (other.name == name) name += "_" + std::to_string(c + 1);
    opened.table.columns.push_back({name, guessed_type(values)});
    opened.texts.push_back(std::move(values));
  }
  for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
    model::Row row;
    for (std::size_t c = 0; c < n_columns; ++c) row.push_back(cell_of(opened.texts[c][r], opened.table.columns[c].type));
    opened.table.rows.push_back(std::move(row));
  }
  opened.table.n_rows = static_cast<std::int64_t>(opened.table.rows.size());
  show_toast(app, "Opened as " + opened.name + ": " + base::count_of(opened.table.n_rows, "row") + ". It stays on this device.");
  app.playground.opened.push_back(std::move(opened));
}

void set_column_type(App& app, const std::string& table, std::size_t column, const std::string& type) {
  for (OpenedTable& one : app.playground.opened) {
    if (one.name != table || column >= one.texts.size()) continue;
    for (std::size_t r = 0; r < one.texts[column].size(); ++r) {
      const std::string& text = one.texts[column][r];
      if (text.empty() || fits(text, type)) continue;
      return show_toast(app, "Row " + std::to_string(r + 1) + " holds \"" + text.substr(0, 40) + "\", which is no " + type + ". The type stays as it was.",
                        Tone::bad);
    }
    one.table.columns[column].type = type;
    for (std::size_t r = 0; r < one.texts[column].size(); ++r) one.table.rows[r][column] = cell_of(one.texts[column][r], type);
  }
}

void drop_table(App& app, const std::string& name) {
  auto& opened = app.playground.opened;
  opened.erase(std::remove_if(opened.begin(), opened.end(), [&](const OpenedTable& one) { return one.name == name; }), opened.end());
}

void save_result(App& app) {
  if (!app.playground.run || !app.playground.run->table) return;
  const model::Table& table = *app.playground.run->table;
  std::vector<std::string> fields;
  for (const model::Column& column : table.columns) fields.push_back(column.name);
  std::string text = base::csv_row(fields);
  for (const model::Row& row : table.rows) {
    fields.clear();
    for (const Cell& cell : row) fields.push_back(std::holds_alternative<std::monostate>(cell) ? "" : model::display(cell));
    text += base::csv_row(fields);
  }
  app.effects.push_back(Download{"loopready-result.csv", "text/csv", text});
  show_toast(app, table.cut ? "Saved the rows that are shown; the result has more." : "Saved loopready-result.csv.");
}

// As SQL that makes the tables anew, which every database reads.
void save_database(App& app) {
  std::string sql = "-- Tables of Loopready's playground.\n";
  for (const auto& [name, table] : playground_tables(app)) {
    sql += "\ncreate table " + name + " (";
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      sql += (c > 0 ? ", " : "") + table.columns[c].name + " " + (table.columns[c].type.empty() ? "varchar" : table.columns[c].type);
    sql += ");\n";
    for (const model::Row& row : table.rows) {
      sql += "insert into " + name + " values (";
      for (std::size_t c = 0; c < row.size(); ++c) {
        const auto* text = std::get_if<std::string>(&row[c]);
        std::string shown = model::display(row[c]);
        if (text != nullptr) {
          shown = "'";
          for (const char one : *text) shown += one == '\'' ? "''" : std::string(1, one);
          shown += "'";
        }
        sql += (c > 0 ? ", " : "") + shown;
      }
      sql += ");\n";
    }
  }
  app.effects.push_back(Download{"loopready-database.sql", "application/sql", sql});
  show_toast(app, "Saved loopready-database.sql.");
}

std::vector<std::string> playground_history(const App& app) {
  std::vector<std::string> history;
  const auto kept = app.kept.find(kHistory);
  if (kept == app.kept.end()) return history;
  const auto json = base::parse_json(kept->second.value, kHistory);
  if (!json.ok() || !json.value().is_array()) return history;
  for (const Json& one : json.value())
    if (one.is_string()) history.push_back(one.get<std::string>());
  return history;
}

}  // namespace loopready::app
