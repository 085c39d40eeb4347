#include "app/command.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace loopready;
using namespace loopready::app;

namespace {

template <class T>
T read(const std::string& text) {
  const auto command = command_from_json(samples::json_of(text));
  REQUIRE_MESSAGE(command.ok(), text);
  const T* one = std::get_if<T>(&command.value());
  REQUIRE_MESSAGE(one != nullptr, text);
  return *one;
}

}  // namespace

TEST_CASE("reports of the surroundings are read") {
  CHECK(read<Started>(R"({"is":"started","seed":"ab","hash":"#/x"})").seed == "ab");
  CHECK(read<Started>(R"({"is":"started","seed":"ab","hash":"#/x"})").hash == "#/x");
  CHECK(read<Tick>(R"({"is":"tick","now_ms":1709251200000})").now_ms == 1'709'251'200'000);
  CHECK(read<Tick>(R"({"is":"tick","now_ms":12.6})").now_ms == 13);
  const auto environment =
      read<EnvironmentChanged>(R"({"is":"environment_changed","dark":true,"reduced_motion":false,"coarse_pointer":true})");
  CHECK(environment.dark);
  CHECK(environment.forced_colours.empty());
  const auto forced = read<EnvironmentChanged>(
      R"({"is":"environment_changed","dark":true,"reduced_motion":false,"coarse_pointer":true,"more_contrast":true,"forced_colours":[0,16777215,2,3,4,5,6,7]})");
  CHECK(forced.more_contrast);
  CHECK(forced.forced_colours[1] == 0xFFFFFF);
  CHECK(read<StorageChanged>(R"({"is":"storage_changed","persisted":true,"used_bytes":5})").used_bytes == 5);
  CHECK(read<Copied>(R"({"is":"copied","done":true})").done);
  CHECK_FALSE(environment.reduced_motion);
  CHECK(environment.coarse_pointer);
  CHECK(read<AddressChanged>(R"({"is":"address_changed","hash":"#/p"})").hash == "#/p");
  CHECK(read<IndexArrived>(R"({"is":"index_arrived","text":"{}"})").text == "{}");
  CHECK(read<IndexFailed>(R"({"is":"index_failed","text":"404"})").text == "404");
  CHECK(read<PackArrived>(R"({"is":"pack_arrived","category":"sql","text":"t"})").text == "t");
  CHECK(read<PackFailed>(R"({"is":"pack_failed","category":"sql","text":"t"})").category == "sql");
  CHECK(read<RecordKept>(R"({"is":"record_kept","uuid":"u"})").uuid == "u");
  CHECK(read<BackupMerged>(R"({"is":"backup_merged","n_records":3})").n_records == 3);
  CHECK(read<StoreFailed>(R"({"is":"store_failed","text":"full"})").text == "full");
  CHECK(read<FilePicked>(R"({"is":"file_picked","name":"n","text":"t"})").name == "n");
  CHECK(read<EngineLost>(R"({"is":"engine_lost","id":4,"why":"time"})").id == 4);
  read<OfflineReady>(R"({"is":"offline_ready"})");
  read<UpdateReady>(R"({"is":"update_ready"})");
  CHECK(read<EditText>(R"({"is":"edit_text","key":"draft/a","text":"select"})").key == "draft/a");
}

TEST_CASE("reports that make no sense are refused with their place") {
  struct Case {
    std::string text, where;
  };
  const Case cases[] = {
      {"[]", "report"},
      {"{}", "report/is"},
      {R"({"is":"go"})", "report/is"},
      {R"({"is":3})", "report/is"},
      {R"({"is":"started","seed":"x"})", "report/hash"},
      {R"({"is":"started","seed":"x","hash":"","more":1})", "report/more"},
      {R"({"is":"tick","now_ms":"1"})", "report/now_ms"},
      {R"({"is":"tick","now_ms":-1})", "report/now_ms"},
      {R"({"is":"tick","now_ms":1e300})", "report/now_ms"},
      {R"({"is":"engine_lost","id":4,"why":"bored"})", "report/why"},
      {R"({"is":"restored","records":{},"kept":[]})", "report/records"},
      {R"({"is":"restored","records":[]})", "report/kept"},
      {R"({"is":"environment_changed","dark":1,"reduced_motion":false,"coarse_pointer":true})", "report/dark"},
      {R"({"is":"environment_changed","dark":true,"reduced_motion":false,"coarse_pointer":true,"forced_colours":[1,2]})",
       "report/forced_colours"},
      {R"({"is":"environment_changed","dark":true,"reduced_motion":false,"coarse_pointer":true,"forced_colours":[1,2,3,4,5,6,7,-1]})",
       "report/forced_colours"},
      {R"({"is":"storage_changed","persisted":true})", "report/used_bytes"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const auto command = command_from_json(samples::json_of(one.text));
    REQUIRE_FALSE(command.ok());
    CHECK(command.error().where == one.where);
  }
}

TEST_CASE("one damaged stored entry does not lose the rest") {
  const auto restored = read<Restored>(R"({"is":"restored","records":[)" + samples::kRecord + R"(,{"uuid":""},7,)" + samples::kRecord +
                                       R"(],"kept":[null,)" + samples::kKept + R"(],"n_damaged":2})");
  CHECK(restored.records.size() == 2);
  CHECK(restored.records[1].uuid == "u1");
  CHECK(restored.kept.size() == 1);
  CHECK(restored.kept[0].value == "select\n1");
  CHECK(restored.n_damaged == 5);
}

TEST_CASE("an engine's answer comes as an object or as its own text") {
  for (const char* text : {R"({"is":"engine_answered","response":{"v":1,"id":3,"last":true,"body":{"a":1}}})",
                           R"({"is":"engine_answered","response":"{\"v\":1,\"id\":3,\"last\":true,\"body\":{\"a\":1}}"})"}) {
    const auto answered = read<EngineAnswered>(text);
    CHECK(answered.response.id == 3);
    CHECK(std::get_if<base::Json>(&answered.response.body) != nullptr);
  }
}

TEST_CASE("an answer that cannot be read ends its job with an error") {
  const auto other = read<EngineAnswered>(R"({"is":"engine_answered","response":{"v":2,"id":3,"last":true,"body":{}}})");
  CHECK(other.response.id == 3);
  CHECK(other.response.last);
  REQUIRE(std::get_if<base::Error>(&other.response.body) != nullptr);
  CHECK(std::get_if<base::Error>(&other.response.body)->kind == base::ErrorKind::unsupported);
  for (const char* text : {R"({"is":"engine_answered","response":"{"})", R"({"is":"engine_answered","response":[3]})",
                           R"({"is":"engine_answered"})"})
    CHECK(read<EngineAnswered>(text).response.body.index() == 1);
}
