// One request in, responses out: the only door of the engine.
// Here: answer.  Not here: what a kind does (run_sql.h, grade_sql.h), carrying bytes (platform).
// Terms: a request is JSON text in an envelope (model/message.h); the engine keeps nothing between requests.
// Errors: every failure is a response; nothing a request holds ends the program.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace loopready::engine {

using Emit = std::function<void(const std::string& response_json)>;

// Calls `emit` once or more; the last response has last = true.
void answer(std::string_view request_json, const Emit& emit);

// What a kind takes and gives, for readers.
struct KindNote {
  std::string kind;
  std::string about;
  std::vector<std::string> request_fields;   // "name: what it means"
  std::vector<std::string> response_fields;
};

std::vector<KindNote> kinds();

}  // namespace loopready::engine
