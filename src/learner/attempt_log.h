// The learner's record in memory: an append-only log and what it says of each item.
// Here: AttemptLog, ItemStatus.  Not here: storing (web), choosing what to do next (today.h).
// Terms: an item is solved once an attempt at it was right; records are told apart by uuid. What the log says does not
// depend on the order in which records come: merging two logs either way gives the same.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/record.h"

namespace loopready::learner {

struct ItemStatus {
  bool opened = false;
  bool solved = false;
  bool gave_up = false;      // saw the worked answer before solving
  int n_attempts = 0;
  int n_hints = 0;           // the most hints shown
  double best_share = 0;     // of datasets right, 0 to 1
  std::int64_t last_at_ms = 0;
  std::int64_t solved_at_ms = 0;  // the latest right attempt
  std::string last_trap;     // slug of the trap in the latest wrong attempt
  std::set<std::string> asked;  // questions asked, as the item spells them
  bool first_right = false;     // the first attempt, which nothing later changes
  std::int64_t first_ms = 0;    // how long it took
  bool first_on_whiteboard = false;
};

enum class Stage { fresh, tried, solved };

class AttemptLog {
 public:
  // False when a record with this uuid is already there; then nothing changes. A body without the fields of its kind
  // counts as the least it can mean.
  bool add(model::Record record);
  const std::vector<model::Record>& records() const { return records_; }
  // An empty status for items never met.
  const ItemStatus& status(const std::string& item) const;
  Stage stage(const std::string& item) const;
  int n_solved() const;

 private:
  std::vector<model::Record> records_;
  std::set<std::string> uuids_;
  struct Known {
    ItemStatus status;
    std::optional<std::int64_t> first_right_ms;
    std::optional<std::int64_t> first_gave_up_ms;
    std::optional<std::pair<std::int64_t, std::string>> first_attempt;  // at_ms, uuid
    std::pair<std::int64_t, std::string> latest_wrong{INT64_MIN, ""};  // at_ms, uuid
  };
  std::map<std::string, Known> by_item_;
};

}  // namespace loopready::learner
