#include "engine/compare.h"

#include <doctest/doctest.h>

using namespace loopready;
using engine::compare;
using model::Cell;
using model::Table;
using model::TypeClass;

namespace {

const Cell kNull{};
Cell whole(std::int64_t value) { return Cell{value}; }
Cell text(const char* value) { return Cell{std::string(value)}; }

Table table(std::vector<std::string> names, std::vector<model::Row> rows) {
  Table result;
  for (std::string& name : names) result.columns.push_back({std::move(name), ""});
  result.rows = std::move(rows);
  result.n_rows = static_cast<std::int64_t>(result.rows.size());
  return result;
}

model::Contract contract(std::vector<model::Column> columns, std::vector<std::string> order = {},
                         const char* ties = "any") {
  model::Contract result;
  result.columns = std::move(columns);
  result.order = std::move(order);
  result.ties = ties;
  return result;
}

const model::Contract kUserDays = contract({{"user_id", "integer"}, {"days", "integer"}});

}  // namespace

TEST_CASE("cells are equal by their column's type") {
  struct {
    Cell a, b;
    TypeClass type;
    double tolerance;
    bool equal;
  } const cases[] = {
      {kNull, kNull, TypeClass::integer, 0, true},
      {kNull, whole(0), TypeClass::integer, 0, false},
      {whole(2), Cell{2.0}, TypeClass::integer, 0, true},
      {whole(2), text("2"), TypeClass::number, 0, true},
      {whole(2), text("2"), TypeClass::text, 0, false},
      {text("2"), text("2.0"), TypeClass::text, 0, false},
      {text("a"), text("A"), TypeClass::text, 0, false},
      {text(""), kNull, TypeClass::text, 0, false},
      {whole(1'000'000), whole(1'000'001), TypeClass::integer, 0, false},
      {Cell{1'000'000.0}, Cell{1'000'000.9}, TypeClass::number, 0, true},   // 1e-6 relative
      {Cell{1'000'000.0}, Cell{1'000'001.2}, TypeClass::number, 0, false},
      {Cell{0.0}, Cell{5e-10}, TypeClass::number, 0, true},                 // 1e-9 absolute
      {Cell{0.0}, Cell{5e-9}, TypeClass::number, 0, false},
      {Cell{0.10}, Cell{0.15}, TypeClass::number, 0.05, true},
      {Cell{0.10}, Cell{0.16}, TypeClass::number, 0.05, false},
      {whole(10), whole(11), TypeClass::integer, 1, true},
      {text("2024-01-31"), text("2024-01-31 00:00:00"), TypeClass::date, 0, true},
      {text("2024-01-31"), text("2024-01-31 00:00:01"), TypeClass::timestamp, 0, false},
      {text("2024-01-31"), text("soon"), TypeClass::date, 0, false},
      {Cell{true}, whole(1), TypeClass::boolean, 0, true},
      {Cell{false}, text("f"), TypeClass::boolean, 0, true},
      {Cell{true}, whole(0), TypeClass::boolean, 0, false},
      {Cell{true}, whole(2), TypeClass::boolean, 0, false},
  };
  for (const auto& one : cases) {
    CAPTURE(model::display(one.a));
    CAPTURE(model::display(one.b));
    CHECK(engine::equal_cells(one.a, one.b, one.type, one.tolerance) == one.equal);
    CHECK(engine::equal_cells(one.b, one.a, one.type, one.tolerance) == one.equal);
  }
}

TEST_CASE("rows are a bag: order is free, duplicates count") {
  const Table expected = table({"user_id", "days"}, {{whole(1), whole(3)}, {whole(2), whole(4)}, {whole(2), whole(4)}});
  CHECK(compare(table({"user_id", "days"}, {{whole(2), whole(4)}, {whole(1), whole(3)}, {whole(2), whole(4)}}),
                expected, kUserDays)
            .equal);
  const auto once =
      compare(table({"user_id", "days"}, {{whole(2), whole(4)}, {whole(1), whole(3)}}), expected, kUserDays);
  CHECK_FALSE(once.equal);
  CHECK(once.diff.n_missing == 1);
  const auto thrice =
      compare(table({"user_id", "days"},
                    {{whole(2), whole(4)}, {whole(2), whole(4)}, {whole(2), whole(4)}, {whole(1), whole(3)}}),
              expected, kUserDays);
  CHECK(thrice.diff.n_extra == 1);
  CHECK(thrice.diff.n_missing == 0);
}

TEST_CASE("columns go by name; case and position are forgiven and said") {
  const Table expected = table({"user_id", "days"}, {{whole(1), whole(3)}});
  const auto swapped = compare(table({"DAYS", "user_id"}, {{whole(3), whole(1)}}), expected, kUserDays);
  CHECK(swapped.equal);
  CHECK(swapped.forgiven.size() == 2);
  CHECK(compare(table({"user_id", "days"}, {{whole(1), whole(3)}}), expected, kUserDays).forgiven.empty());
}

TEST_CASE("names and the number of columns count") {
  const Table expected = table({"user_id", "days"}, {{whole(1), whole(3)}});
  const auto missing = compare(table({"user_id"}, {{whole(1)}}), expected, kUserDays);
  CHECK(missing.diff.missing_columns == std::vector<std::string>{"days"});
  CHECK_FALSE(missing.only_names_wrong);
  const auto extra = compare(table({"user_id", "days", "x"}, {{whole(1), whole(3), whole(0)}}), expected, kUserDays);
  CHECK_FALSE(extra.equal);
  CHECK(extra.diff.extra_columns == std::vector<std::string>{"x"});
  const auto renamed = compare(table({"user_id", "n"}, {{whole(1), whole(3)}}), expected, kUserDays);
  CHECK_FALSE(renamed.equal);
  CHECK(renamed.only_names_wrong);
  CHECK_FALSE(compare(table({"user_id", "n"}, {{whole(1), whole(4)}}), expected, kUserDays).only_names_wrong);
}

TEST_CASE("asked-for order: ties may swap unless they are strict") {
  const Table expected = table({"user_id", "days"}, {{whole(1), whole(3)}, {whole(2), whole(3)}, {whole(3), whole(4)}});
  const Table swapped = table({"user_id", "days"}, {{whole(2), whole(3)}, {whole(1), whole(3)}, {whole(3), whole(4)}});
  const Table reversed = table({"user_id", "days"}, {{whole(3), whole(4)}, {whole(2), whole(3)}, {whole(1), whole(3)}});
  const auto by_days = contract(kUserDays.columns, {"days"});
  CHECK(compare(swapped, expected, by_days).equal);
  CHECK(compare(reversed, expected, by_days).diff.wrong_order);
  CHECK_FALSE(compare(reversed, expected, by_days).equal);
  CHECK(compare(swapped, expected, contract(kUserDays.columns, {"days"}, "strict")).diff.wrong_order);
  CHECK(compare(reversed, expected, kUserDays).equal);
}

TEST_CASE("a row that differs in some columns is a wrong value, not missing and extra") {
  const auto result = compare(table({"user_id", "days"}, {{whole(1), whole(9)}, {whole(5), whole(5)}}),
                              table({"user_id", "days"}, {{whole(1), whole(3)}, {whole(2), whole(4)}}), kUserDays);
  REQUIRE(result.diff.n_wrong_value == 1);
  CHECK(result.diff.wrong_value[0].columns == std::vector<std::string>{"days"});
  CHECK(result.diff.n_missing == 1);
  CHECK(result.diff.n_extra == 1);
}

TEST_CASE("lists are cut to twenty with true counts") {
  std::vector<model::Row> rows;
  for (int i = 0; i < 50; ++i) rows.push_back({whole(i), whole(i)});
  const auto result = compare(table({"user_id", "days"}, {}), table({"user_id", "days"}, rows), kUserDays);
  CHECK(result.diff.missing.size() == 20);
  CHECK(result.diff.n_missing == 50);
}
