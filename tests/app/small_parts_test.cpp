// The bricks of the app that are pure on their own: uuids, fingerprints, words without marks.
#include <doctest/doctest.h>

#include <set>

#include "app/fingerprint.h"
#include "app/plain_text.h"
#include "app/uuid.h"
#include "samples.h"

using namespace loopready;
using namespace loopready::app;

TEST_CASE("uuids are spelt like version 4 and never repeat") {
  CHECK(uuid_text("00112233445566778899aabbccddeeff", 1) == "00112233-4455-4677-8899-aabbccddef00");
  std::set<std::string> seen;
  const std::string seeds[] = {"00112233445566778899aabbccddeeff", "00112233445566778899aabbccddeefe0", "", "xyz",
                               "ffffffffffffffffffffffffffffffff", "10112233445566778899aabbccddeeff"};
  for (const std::string& seed : seeds) {
    for (int n = 1; n <= 500; ++n) {
      const std::string uuid = uuid_text(seed, n);
      CHECK(uuid.size() == 36);
      CHECK((uuid[8] == '-' && uuid[13] == '-' && uuid[18] == '-' && uuid[23] == '-' && uuid[14] == '4'));
      CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
      CHECK(seen.insert(uuid).second);
    }
  }
}

// Expected values: the test vectors of draft-eastlake-fnv, appendix C.
TEST_CASE("fingerprints are FNV-1a") {
  CHECK(hex_text(fnv1a("")) == "cbf29ce484222325");
  CHECK(hex_text(fnv1a("a")) == "af63dc4c8601ec8c");
  CHECK(hex_text(fnv1a("foobar")) == "85944171f73967e8");
  CHECK(hex_text(10) == "000000000000000a");
}

TEST_CASE("Markdown loses its marks and keeps its words") {
  struct Case {
    std::string markdown, plain;
  };
  const Case cases[] = {
      {"", ""},
      {"Plain.", "Plain."},
      {"**2 rows** are missing: `user_id` 7.", "2 rows are missing: user_id 7."},
      {"Use `count(*)`, not *count*.", "Use count(*), not count."},
      {"user_id and order_id stay", "user_id and order_id stay"},
      {"_so_ it is, a * b", "so it is, a * b"},
      {"# Title\nText", "Title Text"},
      {"- one\n- two", "one two"},
      {"See [the guide](#/guide), please.", "See the guide, please."},
      {"an [array] stays", "an [array] stays"},
      {"open `code *", "open code *"},
      {"[ open](", "open]("},
  };
  for (const Case& one : cases) {
    CAPTURE(one.markdown);
    CHECK(plain_text(one.markdown) == one.plain);
  }
}

TEST_CASE("durations are rounded sensibly") {
  CHECK(duration(0.2) == "under 1 ms");
  CHECK(duration(30.4) == "30 ms");
  CHECK(duration(999.6) == "1 s");
  CHECK(duration(2'449) == "2.4 s");
}

TEST_CASE("a result is told in a sentence") {
  const auto of = [](const std::string& text) { return run_sentence(model::run_result_from_json(samples::json_of(text), "r").value()); };
  CHECK(of(samples::kRunResult) == "40 rows in 30 ms.");
  CHECK(of(samples::kRunError) == "Line 2: There is no column \"x\".");
  CHECK(of(R"({"sql_error":{"text":"No."}})") == "Error: No.");
  CHECK(of(R"({"stopped":"rows"})").substr(0, 8) == "Stopped:");
  CHECK(of("{}") == "Done: this statement returns no rows.");
}
