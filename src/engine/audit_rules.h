// The audit's rules, by what they look at.
// Here: Report, one function a group of rules.  Not here: the order they run in (audit.cpp).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/audit.h"

namespace loopready::engine {

// Where findings about one item are gathered.
class Report {
 public:
  Report(std::string path, std::vector<Finding>& findings) : path_(std::move(path)), findings_(findings) {}
  // `at` is a path inside the file: "/traps/2".
  void find(const std::string& rule, const std::string& at, const std::string& text) {
    findings_.push_back({rule, path_ + "#" + at, text});
  }
  std::size_t count() const { return findings_.size(); }

 private:
  std::string path_;
  std::vector<Finding>& findings_;
};

// audit_form.cpp: what can be seen without running anything.
void audit_form(const ContentItem& item, Report& report);
// audit_data.cpp: datasets against their tables.
void audit_data(const model::Item& item, const model::World& world, Report& report);
// audit_runs.cpp: answers and traps on every dataset.
void audit_runs(const model::Item& item, const model::World& world, Report& report);
// audit_mutants.cpp: slightly wrong answers.
void audit_mutants(const model::Item& item, const model::World& world, Report& report);


void audit_hints(const std::vector<std::string>& hints, Report& report);
// audit_question_form.cpp: what can be seen of a question without numbers.
void audit_question_form(const ContentQuestion& question, Report& report);
// audit_question_runs.cpp: formulas, placeholders, seeds and the recipe's check.
void audit_question_runs(const ContentQuestion& question, Report& report);

}  // namespace loopready::engine
