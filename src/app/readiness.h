// The readiness check's notes: the ten statements drawn last, and the latest rating of each statement.
// Here: reading them and what changes them.  Not here: drawing and judging (learner/readiness.h).
// Terms: notes are "note/ready/round" {"seed","at_ms","statements"} and "note/ready/ratings" {"<statement>":[rating,at_ms]}.
#pragma once

#include <string>
#include <vector>

#include "app/app.h"
#include "learner/readiness.h"

namespace loopready::app {

struct ReadinessRound {
  std::uint64_t seed = 0;
  std::int64_t at_ms = 0;
  std::vector<std::string> statements;  // slugs; empty: none was drawn yet
};

ReadinessRound readiness_round(const App& app);
learner::Ratings readiness_ratings(const App& app);
PutNote draw_round(const App& app);  // ten new ones, near the target level; needs the guide
PutNote rate_statement(const App& app, const std::string& statement, learner::Rating rating);

}  // namespace loopready::app
