#include "learner/attempt_log.h"

#include <algorithm>

namespace loopready::learner {
namespace {

using base::Json;

const Json* field(const Json& body, const char* key) {
  const auto found = body.find(key);
  return found == body.end() ? nullptr : &*found;
}

bool boolean_in(const Json& body, const char* key) {
  const Json* value = field(body, key);
  return value != nullptr && value->is_boolean() && value->get<bool>();
}

double number_in(const Json& body, const char* key) {
  const Json* value = field(body, key);
  return value != nullptr && value->is_number() ? value->get<double>() : 0;
}

std::string text_in(const Json& body, const char* key) {
  const Json* value = field(body, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : "";
}

}  // namespace

bool AttemptLog::add(model::Record record) {
  if (!uuids_.insert(record.uuid).second) return false;
  Known& known = by_item_[record.item];
  ItemStatus& status = known.status;
  status.last_at_ms = std::max(status.last_at_ms, record.at_ms);
  if (record.kind == "opened") status.opened = true;
  if (record.kind == "hint")
    status.n_hints = std::max(status.n_hints, static_cast<int>(std::clamp(number_in(record.body, "n"), 0.0, 100.0)));
  if (record.kind == "asked")
    if (const std::string ask = text_in(record.body, "ask"); !ask.empty()) status.asked.insert(ask);
  if (record.kind == "gave_up")
    known.first_gave_up_ms = std::min(record.at_ms, known.first_gave_up_ms.value_or(record.at_ms));
  if (record.kind == "revised") {
    const bool right = boolean_in(record.body, "right");
    status.best_share = std::max(status.best_share, right ? 1.0 : std::clamp(number_in(record.body, "score_share"), 0.0, 1.0));
    if (right) {
      status.solved = true;
      status.solved_at_ms = std::max(status.solved_at_ms, record.at_ms);
      known.first_right_ms = std::min(record.at_ms, known.first_right_ms.value_or(record.at_ms));
    }
  }
  if (record.kind == "attempt") {
    ++status.n_attempts;
    const bool right = boolean_in(record.body, "right");
    if (const std::pair place{record.at_ms, record.uuid}; !known.first_attempt || place < *known.first_attempt) {
      known.first_attempt = place;
      status.first_right = right;
      status.first_ms = static_cast<std::int64_t>(std::clamp(number_in(record.body, "ms"), 0.0, 1e12));
      status.first_on_whiteboard = boolean_in(record.body, "whiteboard");
    }
    status.best_share = std::max(status.best_share, right ? 1.0 : std::clamp(number_in(record.body, "score_share"), 0.0, 1.0));
    if (right) {
      status.solved = true;
      status.solved_at_ms = std::max(status.solved_at_ms, record.at_ms);
      known.first_right_ms = std::min(record.at_ms, known.first_right_ms.value_or(record.at_ms));
    } else if (const std::pair place{record.at_ms, record.uuid}; place > known.latest_wrong) {
      known.latest_wrong = place;
      status.last_trap = text_in(record.body, "trap");
    }
  }
  status.gave_up = known.first_gave_up_ms && (!known.first_right_ms || *known.first_gave_up_ms < *known.first_right_ms);
  records_.push_back(std::move(record));
  return true;
}

const ItemStatus& AttemptLog::status(const std::string& item) const {
  static const ItemStatus never_met;
  const auto found = by_item_.find(item);
  return found == by_item_.end() ? never_met : found->second.status;
}

Stage AttemptLog::stage(const std::string& item) const {
  if (by_item_.count(item) == 0) return Stage::fresh;
  return status(item).solved ? Stage::solved : Stage::tried;
}

int AttemptLog::n_solved() const {
  return static_cast<int>(
      std::count_if(by_item_.begin(), by_item_.end(), [](const auto& one) { return one.second.status.solved; }));
}

}  // namespace loopready::learner
