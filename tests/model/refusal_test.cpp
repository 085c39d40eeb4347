// What the readers refuse, with the exact place.
#include <doctest/doctest.h>

#include "model/answer.h"
#include "model/item.h"
#include "model/message.h"
#include "model/pack.h"
#include "model/record.h"
#include "model/run.h"
#include "model/verdict.h"
#include "samples.h"

using namespace loopready;
using base::Json;

namespace {

template <class T>
std::string place(const base::Result<T>& result) {
  return result.ok() ? "accepted" : result.error().where;
}

struct Change {
  const char* at;     // JSON pointer
  const char* value;  // JSON, or "" to remove
  const char* where;  // of the error
};

Json changed(const std::string& text, const Change& change) {
  Json json = samples::json_of(text);
  const Json::json_pointer at(change.at);
  if (*change.value != '\0') json[at] = samples::json_of(change.value);
  else json[at.parent_pointer()].erase(at.back());
  return json;
}

template <class Read>
void check_all(const std::string& text, std::initializer_list<Change> changes, Read read) {
  for (const Change& change : changes) {
    CAPTURE(std::string(change.at));
    CAPTURE(std::string(change.value));
    CHECK(place(read(changed(text, change), "f")) == change.where);
  }
}

}  // namespace

TEST_CASE("tables") {
  check_all(samples::kTable,
            {{"/columns", "", "f/columns"},
             {"/columns/1/name", "", "f/columns/1/name"},
             {"/columns/1/size", "3", "f/columns/1/size"},
             {"/columns/0", "7", "f/columns/0"},
             {"/rows/2", "[1]", "f/rows/2"},
             {"/rows/2", "{}", "f/rows/2"},
             {"/rows/1/1", "[]", "f/rows/1/1"},
             {"/cut", "1", "f/cut"},
             {"/n_rows", "\"many\"", "f/n_rows"},
             {"/n_rows", "", "accepted"},
             {"/columns/0", "\"id\"", "accepted"},
             {"/columns/0/about", "\"The id.\"", "accepted"}},
            model::table_from_json);
}

TEST_CASE("worlds") {
  check_all(samples::kWorld,
            {{"/slug", "", "f/slug"},
             {"/story", "[\"a\", 1]", "f/story/1"},
             {"/story", "[\"a\", \"b\"]", "accepted"},
             {"/tables/0/grain", "", "f/tables/0/grain"},
             {"/tables/0/columns/1/about", "", "f/tables/0/columns/1/about"},
             {"/tables/0/columns/1/null", "1", "f/tables/0/columns/1/null"},
             {"/tables/0/foreign/0/to", "\"day\"", "f/tables/0/foreign/0/to"},
             {"/tables/0/primary", "[1]", "f/tables/0/primary/0"},
             {"/tables/0/primary", "", "accepted"}},
            model::world_from_json);
}

TEST_CASE("items") {
  check_all(samples::kItem,
            {{"/contract/columns/0/type", "\"varchar\"", "f/contract/columns/0/type"},
             {"/contract/ties", "\"some\"", "f/contract/ties"},
             {"/contract/order", "\"id\"", "f/contract/order"},
             {"/facts/0/tell", "", "f/facts/0/tell"},
             {"/hints/1", "5", "f/hints/1"},
             {"/hints/1", "[\"a\",\"b\"]", "accepted"},
             {"/traps/0/why", "", "f/traps/0/why"},
             {"/traps/0/shown_by", "1", "f/traps/0/shown_by"},
             {"/also/0/name", "", "f/also/0/name"},
             {"/datasets/1/tables/orders", "{}", "f/datasets/1/tables/orders"},
             {"/datasets/0/tables/orders/0", "1", "f/datasets/0/tables/orders/0"},
             {"/datasets/0/tables/orders/0/1", "{}", "f/datasets/0/tables/orders/0/1"},
             {"/datasets/0/about", "", "f/datasets/0/about"},
             {"/today", "", "f/today"},
             {"/follow_up", "[1]", "f/follow_up/0"}},
            model::item_from_json);
}

TEST_CASE("questions") {
  check_all(samples::kQuestion,
            {{"/kind", "\"sql\"", "f/kind"},
             {"/parts", "[]", "f/parts"},
             {"/parts/0/kind", "\"essay\"", "f/parts/0/kind"},
             {"/parts/0/choices", "[]", "f/parts/0/choices"},
             {"/parts/0/answer", "", "f/parts/0/answer"},
             {"/parts/0/answer", "12.5", "accepted"},
             {"/parts/0/tolerance", "", "f/parts/0/tolerance"},
             {"/parts/0/tolerance/share", "1", "f/parts/0/tolerance/share"},
             {"/parts/0/traps/0/name", "\"x\"", "f/parts/0/traps/0/name"},
             {"/parts/0/traps/0/why", "", "f/parts/0/traps/0/why"},
             {"/parts/1/choices/0/why", "", "f/parts/1/choices/0/why"},
             {"/parts/1/choices/1/right", "", "accepted"},
             {"/parts/2/steps/0/rank", "\"first\"", "f/parts/2/steps/0/rank"},
             {"/parts/3/rubric/0/cues/1", "\"luck\"", "f/parts/3/rubric/0/cues/1"},
             {"/parts/3/exemplars/0/misses", "[1]", "f/parts/3/exemplars/0/misses/0"},
             {"/exhibits/0/rows/0", "[\"A\"]", "f/exhibits/0/rows/0"},
             {"/exhibits/0/rows/0/1", "10", "accepted"},
             {"/exhibits/0/rows/0/1", "null", "f/exhibits/0/rows/0/1"},
             {"/recipe/draws/0/of", "[\"a\"]", "f/recipe/draws/0/of/0"},
             {"/recipe/draws/1/step", "", "f/recipe/draws/1/step"},
             {"/recipe/check/mean_of", "", "f/recipe/check/mean_of"},
             {"/recipe/lets/0/formula", "\"1\"", "f/recipe/lets/0/formula"},
             {"/recipe", "", "accepted"},
             {"/prompt", "[\"a\", \"b\"]", "accepted"}},
            model::question_from_json);
}

TEST_CASE("answers to questions") {
  check_all(samples::kQuestionGradeRequest,
            {{"/answer/parts/n", "{\"number\": 1600}", "accepted"},
             {"/answer/parts/n", "{\"text\": \"1600\"}", "f/answer/parts/n/number"},
             {"/answer/parts/n", "{}", "f/answer/parts/n/number"},
             {"/answer/parts/more", "{\"number\": 1}", "f/answer/parts/more"},
             {"/answer/parts/n", "", "accepted"},
             {"/answer", "{\"number\": 1}", "f/answer/parts"},
             {"/seed", "", "accepted"},
             {"/item/title", "", "f/item/title"}},
            model::question_grade_request_from_json);
}

TEST_CASE("packs and indexes") {
  check_all(samples::kIndex,
            {{"/items", "{}", "f/items"}, {"/items/1/minutes", "\"10\"", "f/items/1/minutes"}, {"/items/2/topic", "", "f/items/2/topic"}},
            model::index_from_json);
  check_all(samples::kPack,
            {{"/category", "", "f/category"},
             {"/worlds/0/title", "", "f/worlds/0/title"},
             {"/items/1/expected/rows/0", "[]", "f/items/1/expected/rows/0"},
             {"/items/1/item/today", "", "f/items/1/item/today"}},
            model::pack_from_json);
}

TEST_CASE("running") {
  check_all(samples::kRunResult,
            {{"/table/rows/0", "[]", "f/table/rows/0"},
             {"/stopped", "\"no\"", "f/stopped"},
             {"/stopped", "\"memory\"", "accepted"},
             {"/cost/ms", "", "f/cost/ms"},
             {"/plan", "[3]", "f/plan/0"},
             {"/differs/0/why", "", "f/differs/0/why"},
             {"/sql_error", "{}", "f/sql_error/text"}},
            model::run_result_from_json);
  check_all(R"({"sql":"x"})",
            {{"/sql", "", "f/sql"},
             {"/dialect", "\"mysql\"", "f/dialect"},
             {"/setup", "[1]", "f/setup/0"},
             {"/tables", R"({"t":{"columns":["a"],"rows":[[]]}})", "f/tables/t/rows/0"},
             {"/tables", R"({"t":{"columns":["a"],"rows":[[1]]}})", "accepted"},
             {"/max_rows", "1.5", "f/max_rows"}},
            model::run_request_from_json);
}

TEST_CASE("verdicts") {
  check_all(samples::kWrong,
            {{"/reasons/0/kind", "", "f/reasons/0/kind"},
             {"/diff/n_extra", "", "f/diff/n_extra"},
             {"/diff/missing/0", "1", "f/diff/missing/0"},
             {"/diff/wrong_value/0/got", "", "f/diff/wrong_value/0/got"},
             {"/datasets/0/right", "\"yes\"", "f/datasets/0/right"},
             {"/shown/got/rows", "", "f/shown/got/rows"},
             {"/shown/tables/orders/cut", "0", "f/shown/tables/orders/cut"},
             {"/stopped", "\"bored\"", "f/stopped"},
             {"/sql_error/text", "", "f/sql_error/text"}},
            model::verdict_from_json);
}

TEST_CASE("a field missing before a nested object is named by its own place") {
  check_all(samples::kItem, {{"/title", "", "f/title"}, {"/rev", "\"3\"", "f/rev"}, {"/contract", "[]", "f/contract"}},
            model::item_from_json);
  check_all(samples::kWrong, {{"/right", "", "f/right"}, {"/diff", "3", "f/diff"}}, model::verdict_from_json);
}

TEST_CASE("records and kept values") {
  check_all(samples::kRecord,
            {{"/uuid", "\"\"", "f/uuid"}, {"/uuid", "", "f/uuid"}, {"/at_ms", "\"now\"", "f/at_ms"}, {"/body", "[]", "f/body"},
             {"/rev", "", "f/rev"}, {"/extra", "1", "f/extra"}},
            model::record_from_json);
  check_all(samples::kKept, {{"/key", "\"\"", "f/key"}, {"/value", "1", "f/value"}, {"/at_ms", "1e3", "f/at_ms"}},
            model::kept_from_json);
}

TEST_CASE("messages") {
  check_all(R"({"v":1,"id":1,"kind":"run","body":{}})",
            {{"/v", "2", "f/v"}, {"/v", "", "f/v"}, {"/kind", "", "f/kind"}, {"/body", "[]", "f/body"}, {"/id", "", "accepted"},
             {"/body", "", "accepted"}},
            model::request_from_json);
  check_all(R"({"v":1,"id":1,"last":true,"body":{}})",
            {{"/v", "2", "f/v"}, {"/last", "", "f/last"}, {"/body", "", "f/body"}, {"/error", "\"x\"", "f/error"},
             {"/more", "1", "f/more"}},
            model::response_from_json);
  const auto other = model::request_from_json(samples::json_of(R"({"v":2,"id":1,"kind":"run"})"), "f");
  CHECK(other.error().kind == base::ErrorKind::unsupported);
}
