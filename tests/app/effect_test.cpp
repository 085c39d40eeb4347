#include "app/effect.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace loopready;
using namespace loopready::app;

TEST_CASE("effects are written under their names") {
  const model::Record record = model::record_from_json(samples::json_of(samples::kRecord), "r").value();
  const model::Kept kept = model::kept_from_json(samples::json_of(samples::kKept), "k").value();
  struct Case {
    Effect effect;
    std::string text;
  };
  const Case cases[] = {
      {SendRequest{{7, "run", {{"sql", "x"}}}, 900},
       R"({"do":"send_request","request":{"v":1,"id":7,"kind":"run","body":{"sql":"x"}},"timeout_ms":900})"},
      {CancelRequest{7}, R"({"do":"cancel_request","id":7})"},
      {LoadIndex{}, R"({"do":"load_index"})"},
      {LoadPack{"sql"}, R"({"do":"load_pack","category":"sql"})"},
      {AppendRecord{record}, R"({"do":"append_record","record":)" + samples::kRecord + "}"},
      {KeepValue{kept}, R"({"do":"keep_value","kept":)" + samples::kKept + "}"},
      {MergeBackup{{record}, {kept}},
       R"({"do":"merge_backup","records":[)" + samples::kRecord + R"(],"kept":[)" + samples::kKept + "]}"},
      {MergeBackup{}, R"({"do":"merge_backup","records":[],"kept":[]})"},
      {Download{"a.json", "application/json", "{}"},
       R"({"do":"download","file_name":"a.json","media_type":"application/json","text":"{}"})"},
      {PickFile{".json"}, R"({"do":"pick_file","accept":".json"})"},
      {CopyText{"a\tb"}, R"({"do":"copy_text","text":"a\tb"})"},
      {ShowRoute{"#/", "Today", false}, R"({"do":"show_route","hash":"#/","title":"Today","push":false})"},
      {Announce{"Right.", true}, R"({"do":"announce","text":"Right.","assertive":true})"},
      {ShowTheme{true}, R"({"do":"show_theme","dark":true})"},
      {PrintPage{}, R"({"do":"print_page"})"},
      {ReloadPage{}, R"({"do":"reload_page"})"},
  };
  for (const Case& one : cases) CHECK(base::to_text(to_json(one.effect)) == one.text);
}
