// The readiness check: which statements to rate, what exercises say of the ratings, and the next half hour's work. Pure.
// Here: draw_statements, outcome_since, proof_sample, readiness_of.  Not here: the statements (model/preparation.h), where ratings
// are kept (app/readiness.h).
// Terms: a claim is a rating of "alone" or more. An outcome is that of the first answer to the statement's exercise after the
// rating; a hint before it counts as help. An area's band is Wilson's 95 % interval of the exercises right alone among those
// tried. Its estimate is shrunk towards the learner's own rating, which weighs as much as two exercises:
// (right + 2 * claims / ratings) / (tried + 2).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "learner/attempt_log.h"
#include "model/preparation.h"

namespace loopready::learner {

enum class Rating { cannot, with_help, alone, could_teach };

struct Rated {
  Rating rating = Rating::cannot;
  std::int64_t at_ms = 0;
};
using Ratings = std::map<std::string, Rated>;  // the latest, by statement

inline bool is_claim(Rating rating) { return rating == Rating::alone || rating == Rating::could_teach; }

inline constexpr std::size_t kDrawn = 10, kProofs = 3;
inline constexpr double kOwnRatingWeight = 2;

using Statements = std::vector<model::ReadinessStatement>;

// Slugs, the areas in turn; within an area those not rated in the last 14 days, near the target level (if any), else by chance.
std::vector<std::string> draw_statements(const Statements& statements, const std::string& level, const Ratings& ratings, std::int64_t now_ms, std::uint64_t seed,
                                         std::size_t n_most = kDrawn);

enum class Outcome { untried, wrong, with_help, right };
Outcome outcome_since(const AttemptLog& log, const std::string& item, std::int64_t at_ms);

// Of the drawn statements, those whose exercise is to be tried: claims first, else by chance.
std::vector<std::string> proof_sample(const Statements& statements, const std::vector<std::string>& drawn, const Ratings& ratings, std::uint64_t seed,
                                      std::size_t n_most = kProofs);

struct AreaResult {
  std::string area;
  int n_rated = 0, n_claimed = 0;
  int n_tried = 0, n_right = 0;  // exercises, right alone
  double low = 0, estimate = 0, high = 1;  // shares; without an exercise tried the band is all there is
};

struct ReadinessResult {
  std::vector<AreaResult> areas;         // those with a rating, in the statements' order
  std::vector<std::string> overclaimed;  // statements claimed, whose exercise was not right alone
  std::vector<std::string> underclaimed; // not claimed, though it was
  std::vector<std::string> next;         // statements to work on: the overclaimed, then what can't be done alone, from the weakest
                                         // area and the lowest level on
};
ReadinessResult readiness_of(const Statements& statements, const Ratings& ratings, const AttemptLog& log);

}  // namespace loopready::learner
