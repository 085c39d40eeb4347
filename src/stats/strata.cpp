#include "stats/strata.h"

#include <algorithm>
#include <cmath>

#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

Status check(const std::vector<Table>& tables) {
  if (tables.empty()) return refuse("tables", "At least one stratum is needed.");
  for (const Table& table : tables) {
    LR_TRY([[maybe_unused]] auto fine, need_table(table, "tables", 2, 2));
  }
  return base::Done{};
}

}  // namespace

Result<MantelHaenszel> cochran_mantel_haenszel(const std::vector<Table>& tables, bool continuity_correction, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(tables));
  LR_TRY([[maybe_unused]] auto inside, need_inside_unit(conf_level, "conf_level"));
  double off = 0, variance = 0, with = 0, against = 0, with_with = 0, mixed = 0, against_against = 0;
  for (const Table& table : tables) {
    const double a = table[0][0], b = table[0][1], c = table[1][0], d = table[1][1], n = a + b + c + d;
    if (n < 2) continue;
    off += a - (a + b) * ((a + c) / n);
    variance += (a + b) / n * ((c + d) / n) * ((a + c) / (n - 1)) * (b + d);
    const double ad = a * (d / n), bc = b * (c / n), agree = (a + d) / n, differ = (b + c) / n;
    with += ad;
    against += bc;
    with_with += agree * ad;
    mixed += agree * bc + differ * ad;
    against_against += differ * bc;
  }
  if (variance == 0) return refuse("tables", "In every stratum a row or a column is empty, so nothing can be compared.");
  if (with == 0 || against == 0) return refuse("tables", "Zero counts leave the common odds ratio without a finite value above 0.");
  const double distance = std::fabs(off) - (continuity_correction ? std::min(0.5, std::fabs(off)) : 0);
  const double chi2 = distance * distance / variance;
  const double std_error = std::sqrt(with_with / (2 * with * with) + mixed / (2 * with * against) + against_against / (2 * against * against));
  const double ratio = with / against, factor = std::exp(normal_critical(conf_level) * std_error);
  return MantelHaenszel{{chi2, 1, chi_squared_upper(chi2, 1)}, ratio, {ratio / factor, ratio * factor}};
}

Result<RiskDifference> mantel_haenszel_risk_difference(const std::vector<Table>& tables) {
  LR_TRY([[maybe_unused]] auto fine, check(tables));
  double weighted = 0, weights = 0, variance = 0, events1 = 0, events2 = 0, all1 = 0, all2 = 0;
  for (const Table& table : tables) {
    const double a = table[0][0], b = table[0][1], c = table[1][0], d = table[1][1];
    const double n1 = a + b, n2 = c + d, n = n1 + n2;
    events1 += a, events2 += c, all1 += n1, all2 += n2;
    if (n1 == 0 || n2 == 0) continue;
    const double weight = n1 * (n2 / n);
    weights += weight;
    weighted += weight * (a / n1 - c / n2);
    variance += weight * weight * (a / n1 * (b / n1) / n1 + c / n2 * (d / n2) / n2);
  }
  if (weights == 0) return refuse("tables", "No stratum has both groups, so nothing can be compared.");
  return RiskDifference{weighted / weights, std::sqrt(variance) / weights, events1 / all1 - events2 / all2};
}

}  // namespace loopready::stats
