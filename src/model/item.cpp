#include "model/item.h"

#include "base/text.h"

namespace loopready::model {

using base::Error;
using base::ErrorKind;
using base::FieldReader;
using base::Json;
using base::Result;

namespace {

Json fact_json(const Fact& fact) {
  Json json = {{"ask", fact.ask}, {"tell", fact.tell}};
  if (fact.needed) json["needed"] = true;
  return json;
}

Json row_json(const Row& row) {
  Json cells = Json::array();
  for (const Cell& cell : row) cells.push_back(to_json(cell));
  return cells;
}

Result<Contract> contract_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Contract contract;
  const Json& columns = fields.array("columns");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    FieldReader column(columns[i], fields.path("columns") + "/" + std::to_string(i));
    Column one{column.text("name"),
               column.one_of("type", {"text", "integer", "number", "date", "timestamp", "boolean"})};
    LR_TRY([[maybe_unused]] auto column_done, column.finish());
    contract.columns.push_back(std::move(one));
  }
  contract.order = fields.texts_or_empty("order");
  if (fields.has("ties")) contract.ties = fields.one_of("ties", {"any", "strict"});
  contract.tolerance = fields.number_or("tolerance", 0);
  contract.required = fields.texts_or_empty("requires");
  contract.forbidden = fields.texts_or_empty("forbids");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return contract;
}

Result<NamedSql> named_sql_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  NamedSql named{fields.text("name"), fields.lines("sql")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return named;
}

Result<Trap> trap_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Trap trap{fields.text("slug"), fields.lines("sql"), fields.lines("why"), fields.text("shown_by")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return trap;
}

Result<Fact> fact_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Fact fact{fields.text("ask"), fields.text("tell"), fields.boolean_or("needed", false)};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return fact;
}

Result<CostBound> cost_bound_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  CostBound bound{fields.integer("rows"), fields.number("times_answer")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return bound;
}

Result<Row> loose_row(const Json& json, const std::string& where) {
  return row_from_json(json, json.is_array() ? json.size() : 0, where);
}

Result<Dataset> dataset_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Dataset dataset;
  dataset.slug = fields.text("slug");
  dataset.about = fields.text("about");
  dataset.shown = fields.boolean_or("shown", false);
  const Json& tables = fields.object("tables");
  for (const auto& [name, rows] : tables.items()) {
    const std::string path = fields.path("tables") + "/" + name;
    if (!rows.is_array()) return Error{ErrorKind::bad_input, path, "A list of rows is needed here."};
    LR_TRY(auto read, base::read_all<Row>(rows, path, loose_row));
    dataset.tables.push_back({name, std::move(read)});
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return dataset;
}

}  // namespace

bool clarifies_first(const Item& item) {
  for (const Fact& fact : item.facts)
    if (fact.needed) return true;
  return false;
}

const Dataset* find_dataset(const Item& item, std::string_view slug) {
  for (const Dataset& dataset : item.datasets)
    if (dataset.slug == slug) return &dataset;
  return nullptr;
}

const Dataset* shown_dataset(const Item& item) {
  for (const Dataset& dataset : item.datasets)
    if (dataset.shown) return &dataset;
  return nullptr;
}

Json to_json(const Item& item) {
  Json contract_columns = Json::array();
  for (const Column& column : item.contract.columns)
    contract_columns.push_back({{"name", column.name}, {"type", column.type}});
  Json facts = Json::array();
  for (const Fact& fact : item.facts) facts.push_back(fact_json(fact));
  Json also = Json::array();
  for (const NamedSql& named : item.also) also.push_back({{"name", named.name}, {"sql", named.sql}});
  Json traps = Json::array();
  for (const Trap& trap : item.traps)
    traps.push_back({{"slug", trap.slug}, {"sql", trap.sql}, {"why", trap.why}, {"shown_by", trap.shown_by}});
  Json datasets = Json::array();
  for (const Dataset& dataset : item.datasets) {
    Json tables = Json::object();
    for (const NamedTable& table : dataset.tables) {
      Json rows = Json::array();
      for (const Row& row : table.rows) rows.push_back(row_json(row));
      tables[table.name] = std::move(rows);
    }
    datasets.push_back(
        {{"slug", dataset.slug}, {"about", dataset.about}, {"shown", dataset.shown}, {"tables", std::move(tables)}});
  }
  Json json = {{"slug", item.slug},
               {"rev", item.rev},
               {"kind", item.kind},
               {"title", item.title},
               {"level", item.level},
               {"difficulty", item.difficulty},
               {"round", item.round},
               {"topic", item.topic},
               {"minutes", item.minutes},
               {"world", item.world},
               {"uses", item.uses},
               {"prompt", item.prompt},
               {"facts", std::move(facts)},
               {"contract",
                {{"columns", std::move(contract_columns)},
                 {"order", item.contract.order},
                 {"ties", item.contract.ties},
                 {"tolerance", item.contract.tolerance}}},
               {"hints", item.hints},
               {"start", item.start},
               {"answer", {{"sql", item.answer}, {"explanation", item.explanation}}},
               {"also", std::move(also)},
               {"traps", std::move(traps)},
               {"datasets", std::move(datasets)},
               {"follow_up", item.follow_up},
               {"principles", item.principles},
               {"today", item.today}};
  // What few items have is written only where it is.
  for (const Fact& decoy : item.decoys) json["decoys"].push_back(fact_json(decoy));
  if (!item.contract.required.empty()) json["contract"]["requires"] = item.contract.required;
  if (!item.contract.forbidden.empty()) json["contract"]["forbids"] = item.contract.forbidden;
  if (!item.equivalent_mutants.empty()) json["equivalent_mutants"] = item.equivalent_mutants;
  if (item.cost_bound.rows > 0)
    json["cost_bound"] = {{"rows", item.cost_bound.rows}, {"times_answer", item.cost_bound.times_answer}};
  return json;
}

Result<Item> item_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Item item;
  item.slug = fields.text("slug");
  item.rev = fields.integer("rev");
  item.kind = fields.one_of("kind", {"sql"});
  item.title = fields.text("title");
  item.level = fields.one_of("level", {"L4", "L5", "L6", "L7", "L8"});
  item.difficulty = fields.one_of("difficulty", {"easy", "medium", "hard"});
  item.round = fields.text("round");
  item.topic = fields.text("topic");
  item.minutes = fields.integer("minutes");
  item.world = fields.text("world");
  item.uses = fields.texts("uses");
  item.prompt = fields.lines("prompt");
  fields.object("contract");
  fields.object("answer");
  LR_TRY([[maybe_unused]] auto so_far, fields.so_far());
  LR_TRY(item.facts, base::read_all<Fact>(fields.array_or_empty("facts"), fields.path("facts"), fact_from_json));
  LR_TRY(item.decoys, base::read_all<Fact>(fields.array_or_empty("decoys"), fields.path("decoys"), fact_from_json));
  LR_TRY(item.contract, contract_from_json(fields.object("contract"), fields.path("contract")));
  LR_TRY(item.hints, base::read_all<std::string>(fields.array("hints"), fields.path("hints"), base::lines_from_json));
  item.start = fields.lines_or("start", "");
  FieldReader answer(fields.object("answer"), fields.path("answer"));
  item.answer = answer.lines("sql");
  item.explanation = answer.lines("explanation");
  if (fields.ok()) {
    LR_TRY([[maybe_unused]] auto answer_done, answer.finish());
  }
  LR_TRY(item.also, base::read_all<NamedSql>(fields.array("also"), fields.path("also"), named_sql_from_json));
  LR_TRY(item.traps, base::read_all<Trap>(fields.array("traps"), fields.path("traps"), trap_from_json));
  LR_TRY(item.datasets, base::read_all<Dataset>(fields.array("datasets"), fields.path("datasets"), dataset_from_json));
  item.equivalent_mutants = fields.texts_or_empty("equivalent_mutants");
  if (fields.has("cost_bound")) {
    LR_TRY(item.cost_bound, cost_bound_from_json(fields.object("cost_bound"), fields.path("cost_bound")));
  }
  item.follow_up = fields.texts_or_empty("follow_up");
  item.principles = fields.texts_or_empty("principles");
  item.today = fields.text("today");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return item;
}

Result<std::vector<std::pair<std::string, Table>>> filled_tables(const World& world, const Item& item,
                                                                 const Dataset& dataset) {
  std::vector<std::pair<std::string, Table>> filled;
  for (const std::string& slug : item.uses) {
    const WorldTable* definition = find_table(world, slug);
    if (definition == nullptr)
      return Error{ErrorKind::bad_input, item.slug + "#/uses",
                   "World \"" + world.slug + "\" has no table \"" + slug + "\"."};
    Table table;
    for (const WorldColumn& column : definition->columns) table.columns.push_back({column.name, column.type});
    for (const NamedTable& given : dataset.tables) {
      if (given.name != definition->name) continue;
      for (const Row& row : given.rows)
        if (row.size() != table.columns.size())
          return Error{ErrorKind::bad_input, item.slug + "#/datasets/" + dataset.slug + "/tables/" + given.name,
                       "A row has " + base::count_of(static_cast<std::int64_t>(row.size()), "cell") + ", the table has " +
                           base::count_of(static_cast<std::int64_t>(table.columns.size()), "column") + "."};
      table.rows = given.rows;
    }
    table.n_rows = static_cast<std::int64_t>(table.rows.size());
    filled.emplace_back(definition->name, std::move(table));
  }
  return filled;
}

}  // namespace loopready::model
