// What stands on each screen, word for word. LOOPREADY_UPDATE_GOLDEN=1 writes the files anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

#include "samples.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

// The first line that differs, with both sides: enough to see what changed.
std::string first_difference(const std::string& expected, const std::string& got) {
  std::size_t start = 0;
  int line = 1;
  for (std::size_t i = 0; i < std::max(expected.size(), got.size()); ++i) {
    if (i < expected.size() && i < got.size() && expected[i] == got[i]) {
      if (expected[i] == '\n') {
        start = i + 1;
        ++line;
      }
      continue;
    }
    const auto line_of = [&](const std::string& text) { return text.substr(start, text.find('\n', start) - start); };
    return "line " + std::to_string(line) + "\n  expected: " + line_of(expected) + "\n  got:      " + line_of(got);
  }
  return {};
}

void compare(const std::string& name, const Driver& driver) {
  const std::string path = "tests/ui/screens/golden/" + name + ".txt";
  const std::string got = driver.dump();
  if (const char* update = std::getenv("LOOPREADY_UPDATE_GOLDEN"); update != nullptr && *update == '1') {
    std::ofstream(std::string(SOURCE_DIR) + "/" + path, std::ios::binary) << got;
    return;
  }
  const std::string difference = first_difference(read_text(path), got);
  CHECK_MESSAGE(difference.empty(), path << ": " << difference);
}

constexpr Window kPhone = {.width = 412, .height = 800};

void run_and_submit(Driver& driver, const std::string& verdict) {
  driver.apply(app::EditText{"draft/top-n", "select id\nfrom orders"});
  driver.apply(app::RunQuery{"top-n"});
  driver.answer(samples::json_of(samples::kRunResult));
  driver.apply(app::SubmitAnswer{"top-n"});
  driver.answer(samples::json_of(verdict));
}

}  // namespace

TEST_CASE("golden: the screens without an exercise") {
  const struct {
    const char* name;
    const char* hash;
    Window window;
  } cases[] = {{"today", "#/", {}},       {"today-phone", "#/", kPhone},       {"practice", "#/practice", {}},
               {"practice-phone", "#/practice", kPhone}, {"settings", "#/settings", {}}, {"unknown", "#/nowhere", {}}};
  for (const auto& one : cases) {
    Driver driver(one.window, one.hash);
    load_samples(driver);
    compare(one.name, driver);
  }
}

TEST_CASE("golden: an exercise") {
  Driver driver({}, "#/item/top-n");
  load_samples(driver);
  compare("exercise-prompt", driver);
  driver.activate(Role::tab, "Tables");
  compare("exercise-tables", driver);
  driver.activate(Role::tab, "Hints");
  driver.activate(Role::button, "Show the first hint");
  compare("exercise-hints", driver);
  driver.activate(Role::tab, "Prompt");
  run_and_submit(driver, samples::kWrong);
  compare("exercise-wrong", driver);
  driver.apply(app::GiveUp{"top-n"});
  driver.activate(Role::tab, "Answer");
  compare("exercise-answer", driver);
}

TEST_CASE("golden: an exercise on a phone") {
  Driver driver(kPhone, "#/item/top-n");
  load_samples(driver);
  compare("exercise-phone", driver);
  driver.activate(Role::tab, "Query");
  run_and_submit(driver, samples::kRight);
  compare("exercise-phone-right", driver);
}
