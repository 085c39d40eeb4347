// The business desk's notes: which segments were picked, a metric for each, and what is remembered of the fact cards.
// Here: reading them and what changes them.  Not here: checking a metric (metric_check.h), when a card comes (learner/card_spacing.h).
// Terms: notes are "note/business/segments" (a JSON list of slugs), "note/business/<segment>/<part>" (typed), "note/cards" (JSON).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/metric_check.h"
#include "learner/card_spacing.h"

namespace loopready::app {

inline constexpr std::size_t kMostSegments = 3;

std::vector<std::string> picked_segments(const App& app);
PutNote pick_segment(const App& app, const std::string& segment, bool on);

std::string metric_key(const std::string& segment, MetricPart part);
MetricDraft metric_draft(const App& app, const std::string& segment);
const char* metric_part_name(MetricPart part);  // "Numerator"

std::map<std::string, learner::CardMemory> card_memories(const App& app);
PutNote answer_card(const App& app, const std::string& card, bool knew);

}  // namespace loopready::app
