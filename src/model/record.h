// One line of the learner's record: an append-only log, plus the latest text of each draft and setting.
// Here: Record, Kept and their JSON, in the store and in backup files.  Not here: storing (web), deriving status (learner).
// Terms: uuid makes merging idempotent; at_ms is milliseconds since 1970 by the learner's clock.
// Errors: bad_input with a path.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"

namespace loopready::model {

// Something that happened; never changed, never removed.
struct Record {
  std::string uuid;
  std::int64_t at_ms = 0;
  std::string kind;  // "attempt", "revised", "hint", "gave_up", "opened", "asked", "flight"
  std::string item;  // slug
  std::int64_t rev = 0;
  base::Json body;   // by kind: attempt {"sql","right","score_share","trap","ms","whiteboard"}, of a question {"answer","seed"} in
                     // place of "sql"; revised {"answer","seed","right","score_share"}: the attempt before with points the learner
                     // says they made; hint {"n"}; asked {"ask"}; flight: what was decided and what it was (app/flight_tally.h); else {}
};

// The latest value under a key; the later at_ms wins.
struct Kept {
  std::string key;  // "draft/<slug>", "setting/<name>"
  std::int64_t at_ms = 0;
  std::string value;
};

base::Json to_json(const Record& record);
base::Result<Record> record_from_json(const base::Json& json, const std::string& where);
base::Json to_json(const Kept& kept);
base::Result<Kept> kept_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
