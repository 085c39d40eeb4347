// Slightly wrong variants of a right query, made token by token: what a careful learner might write by mistake.
// Here: Mutant, mutants_of.  Not here: whether a grader notices them (audit_mutants.cpp).
// Each mutant changes one thing: a comparison, a join, an aggregate, a condition left out, a constant moved by one ...
#pragma once

#include <string>
#include <vector>

namespace loopready::engine {

struct Mutant {
  std::string what;  // "12: <= to <": the byte of the change and the change
  std::string sql;
};

std::vector<Mutant> mutants_of(const std::string& sql);

}  // namespace loopready::engine
