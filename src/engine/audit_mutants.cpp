// The rule that slightly wrong answers are noticed: by a dataset of the item, or by the search that grading ends with.
#include <algorithm>

#include "base/text.h"
#include "engine/audit_rules.h"
#include "engine/grade_sql.h"
#include "engine/mutate.h"

namespace loopready::engine {

Survivors surviving_mutants(const model::Item& item, const model::World& world, int effort) {
  Survivors survivors;
  for (const Mutant& mutant : mutants_of(item.answer)) {
    const auto& known = item.equivalent_mutants;
    if (std::find(known.begin(), known.end(), mutant.what) != known.end()) continue;
    const auto right = is_graded_right(item, world, mutant.sql, effort);
    if (!right) continue;  // it does not run, so nobody hands it in
    ++survivors.n_variants;
    if (*right) survivors.what.push_back(mutant.what);
  }
  return survivors;
}

void audit_mutants(const model::Item& item, const model::World& world, Report& report) {
  constexpr double kMostSurvive = 0.05;
  const Survivors survivors = surviving_mutants(item, world, 1);
  const auto n = static_cast<std::int64_t>(survivors.what.size());
  if (static_cast<double>(n) <= kMostSurvive * survivors.n_variants) return;
  report.find("mutants-killed", "/answer",
              base::count_of(n, "variant") + " of " + std::to_string(survivors.n_variants) +
                  " would be graded right; kill them by data, or list them as equivalent: " + base::join(survivors.what, "; "));
}

}  // namespace loopready::engine
