// The tests behind the Lab's chooser, each on pasted columns, with its result in words.
// Here: one function a test.  Not here: what a test assumes and when it is chosen (lab_choose_tests.h), the mathematics (stats).
// Terms: c holds the columns as the test's note says; `fixed` is read by tests of one group only.
// Errors: a sentence where the numbers don't fit the test.
#pragma once

#include "ui/screens/lab_choose_tests.h"

namespace loopready::screens {

base::Result<WorkedTest> one_mean(const NumberColumns& c, double fixed);
base::Result<WorkedTest> one_middle(const NumberColumns& c, double fixed);
base::Result<WorkedTest> one_share(const NumberColumns& c, double fixed);
base::Result<WorkedTest> two_means(const NumberColumns& c, double fixed);
base::Result<WorkedTest> two_middles(const NumberColumns& c, double fixed);
base::Result<WorkedTest> two_shares(const NumberColumns& c, double fixed);
base::Result<WorkedTest> two_rare_shares(const NumberColumns& c, double fixed);
base::Result<WorkedTest> two_rates(const NumberColumns& c, double fixed);
base::Result<WorkedTest> two_ratios(const NumberColumns& c, double fixed);
base::Result<WorkedTest> paired_means(const NumberColumns& c, double fixed);
base::Result<WorkedTest> paired_middles(const NumberColumns& c, double fixed);
base::Result<WorkedTest> paired_shares(const NumberColumns& c, double fixed);
base::Result<WorkedTest> many_means(const NumberColumns& c, double fixed);
base::Result<WorkedTest> many_middles(const NumberColumns& c, double fixed);
base::Result<WorkedTest> counts_table(const NumberColumns& c, double fixed);
base::Result<WorkedTest> line(const NumberColumns& c, double fixed);
base::Result<WorkedTest> monotone(const NumberColumns& c, double fixed);
base::Result<WorkedTest> planned_shares(const NumberColumns& c, double fixed);

}  // namespace loopready::screens
