#include "app/business.h"

#include <algorithm>

#include "app/note.h"

namespace loopready::app {
namespace {

constexpr const char* kSegments = "note/business/segments";
constexpr const char* kCards = "note/cards";

std::string* part_of(MetricDraft& draft, MetricPart part) {
  std::string* const parts[kMetricParts] = {&draft.name, &draft.numerator, &draft.denominator, &draft.window, &draft.guardrail, &draft.why};
  return parts[static_cast<int>(part)];
}

}  // namespace

std::vector<std::string> picked_segments(const App& app) {
  std::vector<std::string> picked;
  const base::Json json = note_json(app, kSegments);
  if (!json.is_array()) return picked;
  for (const base::Json& one : json) {
    const auto* slug = one.get_ptr<const std::string*>();
    if (slug != nullptr && picked.size() < kMostSegments && std::find(picked.begin(), picked.end(), *slug) == picked.end()) picked.push_back(*slug);
  }
  return picked;
}

PutNote pick_segment(const App& app, const std::string& segment, bool on) {
  std::vector<std::string> picked = picked_segments(app);
  picked.erase(std::remove(picked.begin(), picked.end(), segment), picked.end());
  if (on && picked.size() < kMostSegments) picked.push_back(segment);
  base::Json json = base::Json::array();
  for (const std::string& slug : picked) json.push_back(slug);
  return {kSegments, base::to_text(json)};
}

const char* metric_part_name(MetricPart part) {
  constexpr const char* kNames[kMetricParts] = {"Name", "Numerator", "Denominator", "Window", "Guardrail", "Why"};
  return kNames[static_cast<int>(part)];
}

std::string metric_key(const std::string& segment, MetricPart part) {
  return "note/business/" + segment + "/" + std::to_string(static_cast<int>(part));
}

MetricDraft metric_draft(const App& app, const std::string& segment) {
  MetricDraft draft;
  for (int part = 0; part < kMetricParts; ++part) *part_of(draft, static_cast<MetricPart>(part)) = note(app, metric_key(segment, static_cast<MetricPart>(part)));
  return draft;
}

std::map<std::string, learner::CardMemory> card_memories(const App& app) {
  std::map<std::string, learner::CardMemory> memories;
  const base::Json json = note_json(app, kCards);
  if (!json.is_object()) return memories;
  for (const auto& [slug, one] : json.items()) {
    if (!one.is_array() || one.size() != 3 || !one[0].is_number_integer() || !one[1].is_number_integer() || !one[2].is_number_integer()) continue;
    const std::int64_t box = std::clamp<std::int64_t>(one[0].get<std::int64_t>(), 0, learner::kMostBox);
    memories[slug] = {static_cast<int>(box), one[1].get<std::int64_t>(), one[2].get<std::int64_t>()};
  }
  return memories;
}

PutNote answer_card(const App& app, const std::string& card, bool knew) {
  std::map<std::string, learner::CardMemory> memories = card_memories(app);
  memories[card] = learner::grade_card(memories[card], knew, app.now_ms);
  base::Json json = base::Json::object();
  for (const auto& [slug, memory] : memories) json[slug] = {memory.box, memory.due_ms, memory.n_seen};
  return {kCards, base::to_text(json)};
}

}  // namespace loopready::app
