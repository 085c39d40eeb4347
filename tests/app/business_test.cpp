#include "app/business.h"

#include <doctest/doctest.h>

#include "app/note.h"
#include "app/sitting.h"

using namespace loopready;
using namespace loopready::app;

TEST_CASE("business: up to three segments are picked, and dropped") {
  Sitting sitting;
  sitting.start("#/business");
  for (const char* slug : {"stores", "ads", "aws", "devices"}) sitting(pick_segment(sitting.app, slug, true));
  CHECK(picked_segments(sitting.app) == std::vector<std::string>{"stores", "ads", "aws"});
  sitting(pick_segment(sitting.app, "ads", false));
  sitting(pick_segment(sitting.app, "stores", true));
  CHECK(picked_segments(sitting.app) == std::vector<std::string>{"aws", "stores"});
  sitting(PutNote{"note/business/segments", R"([3,"ads","ads"])"});
  CHECK(picked_segments(sitting.app) == std::vector<std::string>{"ads"});
}

TEST_CASE("business: a metric is read from its six notes") {
  Sitting sitting;
  sitting.start("#/business");
  for (int part = 0; part < kMetricParts; ++part)
    sitting(EditText{metric_key("ads", static_cast<MetricPart>(part)), metric_part_name(static_cast<MetricPart>(part))});
  const MetricDraft draft = metric_draft(sitting.app, "ads");
  CHECK(draft.name == "Name");
  CHECK(draft.denominator == "Denominator");
  CHECK(draft.why == "Why");
  CHECK(is_blank(metric_draft(sitting.app, "aws")));
}

TEST_CASE("business: what is remembered of a card, damage left out") {
  Sitting sitting;
  sitting.start("#/business");
  sitting(answer_card(sitting.app, "rounds", true));
  CHECK(card_memories(sitting.app)["rounds"].box == 1);
  CHECK(card_memories(sitting.app)["rounds"].due_ms == kNow + 86'400'000);
  sitting(answer_card(sitting.app, "rounds", false));
  CHECK(card_memories(sitting.app)["rounds"].box == 0);
  CHECK(card_memories(sitting.app)["rounds"].n_seen == 2);
  sitting(PutNote{"note/cards", R"({"a":[1,2,3],"b":[1,2],"c":"x","d":[99,2,3],"e":[1.5,2,3]})"});
  const auto memories = card_memories(sitting.app);
  CHECK(memories.size() == 2);
  CHECK(memories.at("d").box == learner::kMostBox);
}
