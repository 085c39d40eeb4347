#include "model/table.h"

#include <doctest/doctest.h>

#include "model/item.h"
#include "model/run.h"
#include "samples.h"

using namespace loopready;
using model::TypeClass;

TEST_CASE("cells are shown as a reader expects") {
  CHECK(model::display({}) == "NULL");
  CHECK(model::display(true) == "true");
  CHECK(model::display(false) == "false");
  CHECK(model::display(std::int64_t{40}) == "40");
  CHECK(model::display(12.5) == "12.5");
  CHECK(model::display(std::string("a b")) == "a b");
}

TEST_CASE("SQL types fall into classes, in any letter case") {
  struct Case {
    const char* type;
    TypeClass expected;
  };
  const Case cases[] = {{"bigint", TypeClass::integer},          {"INT", TypeClass::integer},
                        {"int8", TypeClass::integer},            {"SmallInt", TypeClass::integer},
                        {"integer", TypeClass::integer},         {"numeric(10,2)", TypeClass::number},
                        {"decimal(3)", TypeClass::number},       {"real", TypeClass::number},
                        {"double precision", TypeClass::number}, {"float8", TypeClass::number},
                        {"varchar(20)", TypeClass::text},        {"CHAR(1)", TypeClass::text},
                        {"text", TypeClass::text},               {"bpchar", TypeClass::text},
                        {"date", TypeClass::date},               {"datetime", TypeClass::timestamp},
                        {"timestamp", TypeClass::timestamp},     {" timestamptz ", TypeClass::timestamp},
                        {"boolean", TypeClass::boolean},         {"bool", TypeClass::boolean},
                        {"", TypeClass::unknown},                {"interval", TypeClass::unknown},
                        {"super", TypeClass::unknown}};
  for (const Case& one : cases) {
    CAPTURE(one.type);
    CHECK(model::type_class(one.type) == one.expected);
  }
}

TEST_CASE("whole numbers beyond 64 bits become real ones") {
  const auto cell = model::cell_from_json(samples::json_of("18446744073709551615"), "c");
  REQUIRE(cell.ok());
  CHECK(std::get_if<double>(&cell.value()) != nullptr);
  const auto largest = model::cell_from_json(samples::json_of("9223372036854775807"), "c");
  CHECK(std::get_if<std::int64_t>(&largest.value()) != nullptr);
}

TEST_CASE("an item's tables are filled from a dataset, in the world's shape") {
  const auto item = model::item_from_json(samples::json_of(samples::kItem), "i");
  const auto world = model::world_from_json(samples::json_of(samples::kWorld), "w");
  REQUIRE(item.ok());
  REQUIRE(world.ok());
  const model::Dataset* shown = model::shown_dataset(item.value());
  REQUIRE(shown != nullptr);
  CHECK(shown->slug == "small");
  CHECK(model::find_dataset(item.value(), "hidden") != nullptr);
  CHECK(model::find_dataset(item.value(), "none") == nullptr);
  CHECK(model::find_table(world.value(), "orders") == nullptr);  // found by slug, not by SQL name

  const auto filled = model::filled_tables(world.value(), item.value(), *shown);
  REQUIRE(filled.ok());
  REQUIRE(filled.value().size() == 1);
  CHECK(filled.value()[0].first == "orders");
  const model::Table& table = filled.value()[0].second;
  CHECK(table.columns[1].name == "day");
  CHECK(table.columns[1].type == "date");
  CHECK(table.n_rows == 1);
  CHECK(model::display(table.rows[0][1]) == "2024-01-01");
}

TEST_CASE("a dataset that does not fit its world is refused") {
  auto item = model::item_from_json(samples::json_of(samples::kItem), "i").value();
  const auto world = model::world_from_json(samples::json_of(samples::kWorld), "w").value();
  auto narrow = item.datasets[0];
  narrow.tables[0].rows[0].pop_back();
  const auto refused = model::filled_tables(world, item, narrow);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().where == "top-n#/datasets/small/tables/orders");
  CHECK(refused.error().text == "A row has 1 cell, the table has 2 columns.");
  item.uses.push_back("nowhere");
  CHECK(model::filled_tables(world, item, item.datasets[0]).error().where == "top-n#/uses");
}

TEST_CASE("being stopped is told in a sentence, not being stopped in none") {
  using model::Stopped;
  CHECK(model::stopped_sentence(Stopped::no).empty());
  for (const Stopped one : {Stopped::steps, Stopped::time, Stopped::memory, Stopped::rows}) {
    CAPTURE(model::stopped_name(one));
    CHECK(model::stopped_sentence(one).substr(0, 9) == "Stopped: ");
  }
}
