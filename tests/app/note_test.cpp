#include "app/note.h"

#include <doctest/doctest.h>

#include "app/sitting.h"

using namespace loopready;
using namespace loopready::app;

TEST_CASE("notes: kept, and back after a reload") {
  Sitting sitting;
  sitting.start();
  sitting(PutNote{"note/level", "L5"});
  const KeepValue* kept = sitting.the<KeepValue>();
  REQUIRE(kept != nullptr);
  CHECK(kept->kept.key == "note/level");
  CHECK(note(sitting.app, "note/level") == "L5");
  Sitting later;
  later.start();
  later(Restored{{}, {kept->kept}, 0});
  CHECK(note(later.app, "note/level") == "L5");
  CHECK(note(later.app, "note/other").empty());
}

TEST_CASE("notes: typed text is kept, and a program's text refills the field") {
  Sitting sitting;
  sitting.start();
  sitting(EditText{"note/lab/multiple", "0.05"});
  CHECK(sitting.the<KeepValue>() != nullptr);
  const std::int64_t revision = sitting.app.texts["note/lab/multiple"].revision;
  sitting(PutNote{"note/lab/multiple", ""});
  CHECK(sitting.app.texts["note/lab/multiple"].revision > revision);
}

TEST_CASE("notes: other keys are none, and damaged JSON is nothing") {
  Sitting sitting;
  sitting.start();
  sitting(PutNote{"theme", "dark"});
  CHECK(sitting.the<KeepValue>() == nullptr);
  CHECK_FALSE(is_note("note/"));
  sitting(PutNote{"note/plan", "{"});
  CHECK(note_json(sitting.app, "note/plan").is_null());
  sitting(PutNote{"note/plan", "{\"a\":1}"});
  CHECK(note_json(sitting.app, "note/plan")["a"] == 1);
}

TEST_CASE("notes: a file's text, unless it is none or too large") {
  Sitting sitting;
  sitting.start();
  sitting(OpenNumbers{"note/lab/multiple"});
  REQUIRE(sitting.the<PickFile>() != nullptr);
  sitting(FilePicked{"p.csv", "0.01\n0.2"});
  CHECK(note(sitting.app, "note/lab/multiple") == "0.01\n0.2");
  sitting(FilePicked{"p.csv", "\xFF\xFE"});
  CHECK(sitting.toast() == "\"p.csv\" is no text file.");
  sitting(FilePicked{"p.csv", std::string(400'001, '1')});
  CHECK(sitting.toast() == "\"p.csv\" is larger than 400 kB; a sample of it will do.");
  CHECK(note(sitting.app, "note/lab/multiple") == "0.01\n0.2");
}
