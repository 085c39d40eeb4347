// Content, records and verdicts for the tests of screens.
// Here: a small shop of samples (tests/samples.h) on the screen, and the marketplace's first exercise as it stands in content/.
#pragma once

#include <string>

#include "model/pack.h"
#include "model/run.h"
#include "model/verdict.h"
#include "ui/driver.h"

namespace loopready::ui_test {

// Everything has come: the record, the index; for an open exercise its pack too.
void load_samples(Driver& driver);
model::Record attempt(const std::string& uuid, const std::string& item, bool right, double score_share, std::int64_t at_ms);

inline const std::string kFirstPurchase = "first-purchase-after-signup";
// The item from content/, its world and what its answer gives on the sample, in a pack; an index that names it alone.
const model::Item& first_purchase();
std::string real_index();
std::string real_pack();
model::Table expected_first_purchase();

// What the engine says of a query that gives these rows.
model::RunResult ran(model::Table table);
// The learner took the first sign-up and so got other days for U1: one of its datasets fails.
model::Verdict wrong_verdict();
model::Verdict right_verdict();

}  // namespace loopready::ui_test
