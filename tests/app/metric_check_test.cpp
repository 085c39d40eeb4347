// Expected findings: by hand. The metrics of content/guide/facts.json have no gap.
#include "app/metric_check.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "base/json.h"

using namespace loopready;
using namespace loopready::app;

namespace {

MetricDraft good() {
  return {"Search-to-purchase conversion", "search sessions with a purchase", "search sessions with at least one result shown", "24 hours after the search",
          "return rate within 30 days", "Near to what the customer wanted, and hardly moved by price."};
}

// The findings as "denominator gap: It equals".
bool finds(const MetricDraft& draft, MetricPart part, bool gap, const std::string& begin) {
  for (const MetricFinding& one : check_metric(draft))
    if (one.part == part && one.gap == gap && one.text.find(begin) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("metric check: a good metric passes, an empty one lacks six parts") {
  CHECK(check_metric(good()).empty());
  CHECK(check_metric({}).size() == 6);
  CHECK(is_blank({}));
  CHECK_FALSE(is_blank(good()));
  CHECK(metric_text(good()).find("/ search sessions with at least one result shown\nWindow: 24 hours") != std::string::npos);
}

TEST_CASE("metric check: each part's faults") {
  struct Case { std::string MetricDraft::*field; const char* text; MetricPart part; bool gap; const char* says; };
  const Case cases[] = {
      {&MetricDraft::name, "", MetricPart::name, true, "Give it a name"},
      {&MetricDraft::name, "How many people who came to us bought something", MetricPart::name, false, "more than eight words"},
      {&MetricDraft::numerator, "", MetricPart::numerator, true, "what is counted"},
      {&MetricDraft::numerator, "customer engagement", MetricPart::numerator, true, "\"engagement\" can't be counted"},
      {&MetricDraft::numerator, "conversion rate", MetricPart::numerator, false, "\"rate\" is a ratio"},
      {&MetricDraft::denominator, "", MetricPart::denominator, true, "Say per what"},
      {&MetricDraft::denominator, "Search sessions, with a purchase.", MetricPart::denominator, true, "always 1"},
      {&MetricDraft::denominator, "users", MetricPart::denominator, true, "Which users?"},
      {&MetricDraft::denominator, "all customers", MetricPart::denominator, true, "Which customers?"},
      {&MetricDraft::denominator, "completed checkouts", MetricPart::denominator, false, "Only what is \"completed\""},
      {&MetricDraft::denominator, "customers who saw the page", MetricPart::denominator, false, "may bring many"},
      {&MetricDraft::denominator, "happiness", MetricPart::denominator, true, "can't be counted"},
      {&MetricDraft::window, "", MetricPart::window, true, "how long"},
      {&MetricDraft::window, "recently", MetricPart::window, true, "\"recently\" has no length"},
      {&MetricDraft::window, "some days", MetricPart::window, true, "has no length"},
      {&MetricDraft::guardrail, "", MetricPart::guardrail, true, "must not get worse"},
      {&MetricDraft::guardrail, "quality", MetricPart::guardrail, true, "\"quality\" can't be counted"},
      {&MetricDraft::guardrail, "search to purchase conversion", MetricPart::guardrail, true, "once more"},
      {&MetricDraft::why, "", MetricPart::why, true, "what decision"},
      {&MetricDraft::why, "It is good", MetricPart::why, false, "Say more"},
      {&MetricDraft::why, "It is an important number for the team", MetricPart::why, false, "\"important\" says"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.says);
    CAPTURE(one.text);
    MetricDraft draft = good();
    draft.*one.field = one.text;
    CHECK(finds(draft, one.part, one.gap, one.says));
  }
  for (const char* window : {"7 days", "one week", "the same session", "weekly", "calendar month"}) {
    CAPTURE(window);
    MetricDraft draft = good();
    draft.window = window;
    CHECK(check_metric(draft).empty());
  }
}

TEST_CASE("metric check: the guide's own metrics have no gap") {
  std::ifstream file(SOURCE_DIR "/content/guide/facts.json", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const base::Json facts = base::parse_json(text, "facts.json").value();
  int n = 0;
  for (const base::Json& segment : facts["segments"]) {
    for (const base::Json& metric : segment["metrics"]) {
      const auto field = [&](const char* key) { return metric[key].get<std::string>(); };
      const MetricDraft draft{field("name"), field("numerator"), field("denominator"), field("window"), field("guardrail"), field("why")};
      CAPTURE(draft.name);
      ++n;
      for (const MetricFinding& one : check_metric(draft)) {
        CAPTURE(one.text);
        CHECK_FALSE(one.gap);
      }
    }
  }
  CHECK(n >= 6);
}
