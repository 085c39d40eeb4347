// Which level the answers of the level finder point to, and what would tip it. Pure.
// Here: advise_level.  Not here: the questions (model/preparation.h), where answers are kept and what follows a level (app/level.h).
// Terms: an answer is its place among the question's answers, from 0; points are summed by level, and the most points win; between
// equals the lower level does, since it asks for less.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/preparation.h"

namespace loopready::learner {

using LevelAnswers = std::map<std::string, std::size_t>;  // by question; what is no answer of the finder is left out

struct LevelPoints {
  std::string level;
  std::int64_t points = 0;
};

struct LevelChange {
  std::string question;    // slug
  std::size_t answer = 0;  // in place of the one given
};

struct LevelAdvice {
  std::vector<LevelPoints> points;  // of every level, the lowest first
  std::size_t n_answered = 0;
  std::string level;      // empty until every question is answered
  std::string runner_up;  // the most points after it; empty when no other level has any
  std::int64_t ahead = 0; // by how many points
  std::vector<LevelChange> tipped_by;  // a few other answers that would make it the runner-up, the weightiest first; may be empty
};

LevelAdvice advise_level(const model::LevelFinder& finder, const LevelAnswers& answers);

}  // namespace loopready::learner
