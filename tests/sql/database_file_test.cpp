// The file was written by Python's sqlite3 module (SQLite 3.40) with pages of 512 bytes.
#include "sql/database_file.h"

#include <doctest/doctest.h>

#include <string>

#include "base/base64.h"

using namespace loopready;

namespace {

std::string file() {
  static const std::string bytes = base::from_base64(
      "U1FMaXRlIGZvcm1hdCAzAAIAAQEAQCAgAAAABAAAAAMAAAAAAAAAAAAAAAMAAAAEAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAEAC5jAQ0AAAADAOAAAW4BHwDgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA9AwYXHx8BS3RhYmxlZW1wdHkgb25lZW"
      "1wdHkgb25lA0NSRUFURSBUQUJMRSAiZW1wdHkgb25lIih4IGludClNAgcVFRUIgQF2aWV3cGFpZHBhaWRDUkVBVEUgVklFVyBwYWlkIGFzIHNl"
      "bGVjdCBvcmRlcl9pZCBmcm9tIG9yZGVycyB3aGVyZSBwYWlkgQ8BBxcZGQGBeXRhYmxlb3JkZXJzb3JkZXJzAkNSRUFURSBUQUJMRSBvcmRlcn"
      "Mob3JkZXJfaWQgaW50ZWdlciBwcmltYXJ5IGtleSwgd2hvIHRleHQsICJPcmRlciBEYXRlIiBkYXRlLCBhbW91bnQgcmVhbCwgcGFpZCBib29s"
      "ZWFuLCBvZGQgaW50ZWdlcikNAAAAAwG0AAHhAc8BtAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAGQMHAAAhBwAAMjAyNC0wMi0yOb/0AAAAAAAAEAIHABMAAQgXQmVuA3Nl"
      "dmVuHQEHABMhBwkBQW5hMjAyNC0wMS0wMkApAAAAAAAABw0AAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                                       .value();
  return bytes;
}

}  // namespace

TEST_CASE("database file: tables and views with their types and rows") {
  const auto read = sql::read_database_file(file(), 100);
  REQUIRE(read.ok());
  const sql::NamedTables& tables = read.value();
  REQUIRE(tables.size() == 3);
  CHECK(tables[0].first == "orders");
  const model::Table& orders = tables[0].second;
  std::string types;
  for (const model::Column& column : orders.columns) types += column.name + ":" + column.type + " ";
  CHECK(types == "order_id:integer who:varchar Order Date:date amount:numeric paid:boolean odd:varchar ");
  REQUIRE(orders.rows.size() == 3);
  CHECK(orders.rows[0] == model::Row{std::int64_t{1}, "Ana", "2024-01-02", 12.5, true, "7"});
  CHECK(orders.rows[1][5] == model::Cell("seven"));
  CHECK(orders.rows[2][1] == model::Cell());
  CHECK(tables[1].first == "paid");
  CHECK(tables[1].second.rows.size() == 1);
  CHECK(tables[2].second.rows.empty());
}

TEST_CASE("database file: more rows than wanted are counted and cut") {
  const auto read = sql::read_database_file(file(), 2);
  REQUIRE(read.ok());
  CHECK(read.value()[0].second.rows.size() == 2);
  CHECK(read.value()[0].second.n_rows == 3);
  CHECK(read.value()[0].second.cut);
}

TEST_CASE("database file: what is none, or damaged, is refused and never crashes") {
  CHECK_FALSE(sql::read_database_file("", 10).ok());
  CHECK_FALSE(sql::read_database_file("SQLite format 3", 10).ok());
  CHECK_FALSE(sql::read_database_file(std::string(4096, 'x'), 10).ok());
  CHECK_FALSE(sql::read_database_file(file().substr(0, 600), 10).ok());
  // Every byte changed once: read or refused, within the limits.
  for (std::size_t at = 0; at < file().size(); at += 3) {
    std::string damaged = file();
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    const auto read = sql::read_database_file(damaged, 10);
    if (read.ok()) CHECK(read.value().size() <= 100);
  }
}
