// The tests the Lab's chooser ends in: what each assumes, what to do instead, and the test itself on pasted numbers.
// Here: ChosenTest, the list.  Not here: the questions that lead to one (lab_choose.cpp), the mathematics (stats).
// Terms: columns are those of the pasted numbers; the fixed value belongs to tests of one group.
// Errors: a sentence where the numbers don't fit the test.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace loopready::screens {

using NumberColumns = std::vector<std::vector<double>>;

struct WorkedTest {
  std::vector<std::pair<std::string, std::string>> values;  // name and value in words
  std::string sentence;                                     // for a product manager
};

struct Assumption {
  const char* what;
  const char* otherwise;  // what to do when it fails
};

enum class TestKind {
  one_mean, one_middle, one_share, two_means, two_middles, two_shares, two_rare_shares, two_rates, two_ratios, paired_means, paired_middles,
  paired_shares, many_means, many_middles, counts_table, line, monotone, planned_shares
};

struct ChosenTest {
  TestKind kind;
  const char* slug;
  const char* name;
  const char* why;
  const char* formula;
  std::vector<Assumption> assumptions;
  std::size_t n_columns;
  const char* columns;  // what a line holds
  const char* sample;
  bool fixed_value;
  const char* fixed_sample;
  base::Result<WorkedTest> (*compute)(const NumberColumns& columns, double fixed);
};

const ChosenTest& chosen_test(TestKind kind);

}  // namespace loopready::screens
