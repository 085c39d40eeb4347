// Where a Markov chain settles.
// Here: the stationary distribution.  Not here: waiting times (waiting.h).
// Terms: matrix[i][j] is the chance of going from state i to state j; rows add up to 1.
// Errors: bad_input for rows that don't, more than 300 states, several closed classes (then the answer depends on the start).
// Source: Grassmann, Taksar and Heyman 1985, an elimination without subtractions.
#pragma once

#include <vector>

#include "base/result.h"

namespace loopready::stats {

base::Result<std::vector<double>> markov_stationary(const std::vector<std::vector<double>>& matrix);

}  // namespace loopready::stats
