// Every type that travels: what is read and written again is the same text, field by field.
#include <doctest/doctest.h>

#include "model/answer.h"
#include "model/guide.h"
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

struct Codec {
  const char* name;
  std::string text;
  base::Result<Json> (*again)(const Json&);  // read, then write
};

template <class T, base::Result<T> (*read)(const Json&, const std::string&)>
base::Result<Json> again(const Json& json) {
  LR_TRY(auto value, read(json, "x"));
  return model::to_json(value);
}

const std::string kRunRequest = R"({"sql":"select 1","dialect":"sqlite","setup":["create table t"],"tables":{"orders":)" +
                                samples::kTable + R"(},"today":"2024-03-01","max_rows":7,"budget_steps":9})";
const std::string kGradeRequest = R"({"item":)" + samples::kItem + R"(,"world":)" + samples::kWorld +
                                  R"(,"answer":{"sql":"select 1"},"seed":5})";

const std::vector<Codec>& codecs() {
  static const std::vector<Codec> all = {
      {"table", samples::kTable, again<model::Table, model::table_from_json>},
      {"world", samples::kWorld, again<model::World, model::world_from_json>},
      {"item", samples::kItem, again<model::Item, model::item_from_json>},
      {"index", samples::kIndex, again<model::Index, model::index_from_json>},
      {"pack", samples::kPack, again<model::Pack, model::pack_from_json>},
      {"run request", kRunRequest, again<model::RunRequest, model::run_request_from_json>},
      {"run result", samples::kRunResult, again<model::RunResult, model::run_result_from_json>},
      {"run error", samples::kRunError, again<model::RunResult, model::run_result_from_json>},
      {"sql error", R"({"text":"t","line":1,"column":2,"hint":"h"})", again<model::SqlError, model::sql_error_from_json>},
      {"grade request", kGradeRequest, again<model::GradeRequest, model::grade_request_from_json>},
      {"wrong verdict", samples::kWrong, again<model::Verdict, model::verdict_from_json>},
      {"right verdict", samples::kRight, again<model::Verdict, model::verdict_from_json>},
      {"question", samples::kQuestion, again<model::Question, model::question_from_json>},
      {"question verdict", samples::kQuestionVerdict, again<model::Verdict, model::verdict_from_json>},
      {"question grade request", samples::kQuestionGradeRequest,
       again<model::QuestionGradeRequest, model::question_grade_request_from_json>},
      {"question pack", R"({"category":"statistics","worlds":[],"items":[],"questions":[)" + samples::kQuestion + "]}",
       again<model::Pack, model::pack_from_json>},
      {"question index", R"({"items":[{"slug":"power","rev":1,"category":"statistics","title":"Sample size","level":"L6",)"
                         R"("difficulty":"hard","topic":"power","minutes":15,"kind":"number"}]})",
       again<model::Index, model::index_from_json>},
      {"guide", samples::kGuide, again<model::Guide, model::guide_from_json>},
      {"preparation", samples::kPreparation, again<model::Preparation, model::preparation_from_json>},
      {"record", samples::kRecord, again<model::Record, model::record_from_json>},
      {"kept", samples::kKept, again<model::Kept, model::kept_from_json>},
      {"request", R"({"v":1,"id":"any","kind":"run","body":{"sql":"x"}})", again<model::Request, model::request_from_json>},
      {"response", R"({"v":1,"id":{"n":1},"last":false,"body":{"a":1}})", again<model::Response, model::response_from_json>},
      {"error response", R"({"v":1,"id":null,"last":true,"error":{"kind":"too_large","where":"w","text":"t"}})",
       again<model::Response, model::response_from_json>},
  };
  return all;
}

// Drops, mistypes or adds a field at every place of the tree in turn, and hands each variant to `see`.
template <class See>
void vary(const Json& whole, const Json& at, const Json::json_pointer& path, const See& see) {
  if (at.is_object()) {
    Json added = whole;
    added[path]["surplus"] = 1;
    see(added, path.to_string() + "/surplus");
    for (const auto& [key, value] : at.items()) vary(whole, value, path / key, see);
  } else if (at.is_array()) {
    for (std::size_t i = 0; i < at.size(); ++i) vary(whole, at[i], path / i, see);
  }
  for (const Json& other : {Json(), Json(3), Json(-1.5), Json(true), Json("x"), Json::array(), Json::object(), Json{{"a", {1}}},
                            Json(18446744073709551615u)}) {
    Json changed = whole;
    changed[path] = other;
    see(changed, path.to_string());
  }
}

}  // namespace

TEST_CASE("what is read and written again is the same text") {
  for (const Codec& codec : codecs()) {
    CAPTURE(codec.name);
    const auto written = codec.again(samples::json_of(codec.text));
    REQUIRE_MESSAGE(written.ok(), base::describe(written.ok() ? base::Error{} : written.error()));
    CHECK(base::to_text(written.value()) == base::to_text(samples::json_of(codec.text)));
  }
}

TEST_CASE("a value of another type anywhere never crashes, and is refused at or near its place") {
  int n_refused = 0;
  for (const Codec& codec : codecs()) {
    const Json whole = samples::json_of(codec.text);
    vary(whole, whole, Json::json_pointer(), [&](const Json& changed, const std::string&) {
      const auto written = codec.again(changed);
      if (!written.ok()) {
        ++n_refused;
        if (written.error().where.substr(0, 1) != "x" || written.error().text.empty())
          FAIL_CHECK(codec.name << " " << base::describe(written.error()));
        return;
      }
      // What is accepted is a fixed point.
      const auto twice = codec.again(written.value());
      if (!twice.ok() || twice.value() != written.value()) FAIL_CHECK(codec.name << " " << base::to_text(changed));
    });
  }
  CHECK(n_refused > 3'000);
}

TEST_CASE("unknown fields are refused wherever fields are known") {
  for (const Codec& codec : codecs()) {
    Json json = samples::json_of(codec.text);
    json["surplus"] = 1;
    CAPTURE(codec.name);
    const auto written = codec.again(json);
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().where == "x/surplus");
  }
}
