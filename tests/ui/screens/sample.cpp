#include "ui/screens/sample.h"

#include <doctest/doctest.h>

#include "samples.h"

namespace loopready::ui_test {
namespace {

model::World marketplace() {
  auto json = base::parse_json(read_text("content/worlds/marketplace.json"), "world");
  REQUIRE(json.ok());
  auto world = model::world_from_json(json.value(), "world");
  REQUIRE_MESSAGE(world.ok(), base::describe(world.error()));
  return std::move(world).value();
}

model::Table table_of(std::vector<model::Row> rows) {
  model::Table table;
  table.columns = {{"user_id", "varchar(20)"}, {"signup_date", "date"}, {"first_order_id", "varchar(20)"},
                   {"first_order_date", "date"}, {"days_to_first_order", "integer"}};
  table.n_rows = static_cast<std::int64_t>(rows.size());
  table.rows = std::move(rows);
  return table;
}

const model::Row kU1 = {std::string("U1"), std::string("2024-02-01"), std::string("O101"), std::string("2024-02-10"), std::int64_t{9}};
const model::Row kU3 = {std::string("U3"), std::string("2024-01-05"), std::string("O300"), std::string("2024-01-25"), std::int64_t{20}};
const model::Row kWrongU1 = {std::string("U1"), std::string("2024-01-01"), std::string("O100"), std::string("2024-01-15"), std::int64_t{14}};

}  // namespace

void load_samples(Driver& driver) {
  driver.apply(app::Restored{});
  driver.apply(app::IndexArrived{samples::kIndex});
  if (driver.latest<app::LoadPack>() != nullptr) driver.apply(app::PackArrived{"sql", samples::kPack});
}

model::Record attempt(const std::string& uuid, const std::string& item, bool right, double score_share, std::int64_t at_ms) {
  return {uuid, at_ms, "attempt", item, 1,
          {{"sql", "select 1"}, {"right", right}, {"score_share", score_share}, {"trap", ""}, {"ms", 1'000}}};
}

const model::Item& first_purchase() {
  static const model::Item item = [] {
    auto json = base::parse_json(read_text("content/items/sql/" + kFirstPurchase + ".json"), "item");
    REQUIRE(json.ok());
    auto read = model::item_from_json(json.value(), "item");
    REQUIRE_MESSAGE(read.ok(), base::describe(read.error()));
    return std::move(read).value();
  }();
  return item;
}

std::string real_index() {
  const model::Item& item = first_purchase();
  model::Index index;
  index.items = {{item.slug, item.rev, "sql", item.title, item.level, item.difficulty, item.topic, item.minutes}};
  return base::to_text(model::to_json(index));
}

model::Table expected_first_purchase() { return table_of({kU1, kU3}); }

std::string real_pack() {
  model::Pack pack;
  pack.category = "sql";
  pack.worlds = {marketplace()};
  pack.items = {{first_purchase(), expected_first_purchase()}};
  return base::to_text(model::to_json(pack));
}

model::RunResult ran(model::Table table) {
  model::RunResult result;
  result.table = std::move(table);
  result.sqlite_sql = "select 1";
  result.cost = {1'000, 2.34};
  return result;
}

model::Verdict wrong_verdict() {
  model::Verdict verdict;
  verdict.score_share = 0.5;
  verdict.reasons = {{"wrong_value", "**1 row** has another value: `U1` signed up on 2024-02-01."}};
  const model::Trap& trap = first_purchase().traps.front();
  verdict.trap = trap.slug;
  verdict.trap_why = trap.why;
  verdict.diff.wrong_value = {{kWrongU1, kU1, {"signup_date", "first_order_id", "first_order_date", "days_to_first_order"}}};
  verdict.diff.n_wrong_value = 1;
  for (const model::Dataset& dataset : first_purchase().datasets)
    verdict.datasets.push_back({dataset.slug, dataset.about, dataset.slug != "sample"});
  model::Shown shown;
  shown.dataset = "sample";
  shown.got = table_of({kWrongU1, kU3});
  shown.expected = expected_first_purchase();
  model::Table signups;
  signups.columns = {{"user_id", "varchar(20)"}, {"signup_date", "date"}};
  signups.rows = {{std::string("U1"), std::string("2024-01-01")}, {std::string("U1"), std::string("2024-02-01")}};
  signups.n_rows = 2;
  shown.tables = {{"prime_signups", signups}};
  verdict.shown = shown;
  return verdict;
}

model::Verdict right_verdict() {
  model::Verdict verdict;
  verdict.right = true;
  verdict.score_share = 1;
  verdict.reasons = {{"right", "Right on all datasets."}};
  for (const model::Dataset& dataset : first_purchase().datasets) verdict.datasets.push_back({dataset.slug, dataset.about, true});
  return verdict;
}

}  // namespace loopready::ui_test
