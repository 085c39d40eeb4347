// Queries in PostgreSQL's and Redshift's spelling give the values that those give; tests/sql/conformance.jsonl tells
// which rows are whose.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "shop.h"

using namespace loopready;

namespace {

std::string file_text(const std::string& name) {
  std::ifstream file(std::string(SOURCE_DIR) + "/tests/sql/" + name);
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::unique_ptr<sql::Database> database_of(const std::string& setup) {
  sql::Surroundings surroundings;
  surroundings.today = "2026-11-28";
  auto database = sql::Database::open({}, sql::redshift_functions, surroundings);
  REQUIRE(database.ok());
  const base::Status done = database.value()->run_setup(file_text(setup + ".sql"), setup, model::Dialect::redshift);
  if (!done.ok()) CAPTURE(base::describe(done.error()));
  REQUIRE(done.ok());
  return std::move(database).value();
}

bool same(const model::Cell& got, const model::Cell& expected) {
  const auto number = [](const model::Cell& cell) -> std::optional<double> {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&cell)) return *real;
    return {};
  };
  const auto a = number(got), b = number(expected);
  if (a && b) return std::fabs(*a - *b) <= 1e-9 + 1e-6 * std::fabs(*b);
  return got == expected;
}

}  // namespace

TEST_CASE("queries give what PostgreSQL and Redshift give") {
  std::map<std::string, std::unique_ptr<sql::Database>> databases;
  std::istringstream lines(file_text("conformance.jsonl"));
  std::string line;
  int n = 0;
  while (std::getline(lines, line)) {
    auto json = base::parse_json(line, "conformance.jsonl");
    REQUIRE(json.ok());
    base::FieldReader fields(json.value(), "line " + std::to_string(n + 1));
    if (fields.has("about")) continue;
    const std::string query = fields.text("sql");
    CAPTURE(query);
    auto& database = databases[fields.text("setup")];
    if (database == nullptr) database = database_of(fields.text("setup"));
    database->renew({});
    const model::RunResult result = sql::run_query(*database, query, model::Dialect::redshift, false);
    CAPTURE(shop::rows(result));
    ++n;
    const base::Json& expected = fields.array("rows");
    CHECK(result.table.has_value());
    if (!result.table) continue;
    CHECK(result.table->rows.size() == expected.size());
    for (std::size_t r = 0; r < result.table->rows.size() && r < expected.size(); ++r) {
      const model::Row& row = result.table->rows[r];
      CHECK(row.size() == expected[r].size());
      for (std::size_t c = 0; c < row.size() && c < expected[r].size(); ++c) {
        auto cell = model::cell_from_json(expected[r][c], "cell");
        REQUIRE(cell.ok());
        CHECK_MESSAGE(same(row[c], cell.value()), "row " << r + 1 << ", column " << c + 1);
      }
    }
  }
  CHECK(n >= 220);
}
