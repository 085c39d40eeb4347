#include <doctest/doctest.h>

#include "app/playground.h"
#include "app/sitting.h"

using namespace loopready;
using namespace loopready::app;

namespace {

Sitting with_file() {
  Sitting sitting;
  sitting.start("#/playground");
  sitting(Restored{});
  sitting(OpenDataFile{});
  sitting(FilePicked{"shop.sqlite", "", "U1FMaXRl"});
  return sitting;
}

}  // namespace

TEST_CASE("playground: a SQLite file is read by the engine and becomes tables") {
  Sitting sitting = with_file();
  const SendRequest* sent = sitting.the<SendRequest>();
  REQUIRE(sent != nullptr);
  CHECK(sent->request.kind == "read_database");
  CHECK(sent->request.body["base64"] == "U1FMaXRl");
  sitting.answer(R"({"tables":{"Order Lines":{"columns":[{"name":"Order Date","type":"date"},{"name":"order_date","type":"varchar"}],
                    "rows":[["2024-01-02",null]],"n_rows":40000,"cut":true}}})");
  const auto tables = playground_tables(sitting.app);
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].first == "order_lines");
  CHECK(tables[0].second.columns[0].name == "order_date");
  CHECK(tables[0].second.columns[1].name == "order_date_2");
  CHECK(sitting.toast().find("at most 20,000 of each table") != std::string::npos);
  sitting(SetColumnType{"order_lines", 0, "varchar"});
  CHECK(playground_tables(sitting.app)[0].second.columns[0].type == "varchar");
}

TEST_CASE("playground: a file that can't be read, or takes too long, changes nothing") {
  Sitting refused = with_file();
  refused(EngineAnswered{{refused.app.n_requests, true, base::Error{base::ErrorKind::bad_input, "", "This is no SQLite database."}}});
  CHECK(refused.toast() == "\"shop.sqlite\" could not be opened. This is no SQLite database.");
  CHECK(refused.app.playground.opened.empty());
  CHECK(refused.app.playground.job == Job::none);
  Sitting slow = with_file();
  slow(EngineLost{slow.app.n_requests, "time"});
  CHECK(slow.app.playground.failure.find("could not be read in time") != std::string::npos);
}
