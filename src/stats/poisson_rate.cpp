#include "stats/poisson_rate.h"

#include <limits>

#include "stats/exact_count.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;

namespace {

constexpr double kMostEvents = 1e15;

base::Status need_held(double events, const char* what) {
  if (events <= kMostEvents) return base::Done{};
  return refuse(what, "At most 1,000,000,000,000,000 events are taken, seen or expected.");
}

double ratio_or_infinity(double above, double below) { return below == 0 ? std::numeric_limits<double>::infinity() : above / below; }

}  // namespace

Result<RateTest> poisson_rate_exact(double events, double exposure, double rate0, double conf_level) {
  LR_TRY([[maybe_unused]] auto events_fine, need_count(events, "events"));
  LR_TRY([[maybe_unused]] auto exposure_fine, need_positive(exposure, "exposure"));
  LR_TRY([[maybe_unused]] auto rate_fine, need_positive(rate0, "rate0"));
  LR_TRY([[maybe_unused]] auto inside, need_inside_unit(conf_level, "conf_level"));
  LR_TRY([[maybe_unused]] auto seen_held, need_held(events, "events"));
  LR_TRY([[maybe_unused]] auto expected_held, need_held(rate0 * exposure, "rate0"));
  const Interval limits = garwood_limits(events, conf_level);
  return RateTest{events / exposure, {limits.low / exposure, limits.high / exposure},
                  poisson_p_value(events, rate0 * exposure, Side::two_sided)};
}

Result<RateTest> poisson_rate_ratio_exact(double events1, double exposure1, double events2, double exposure2, double conf_level) {
  LR_TRY([[maybe_unused]] auto events1_fine, need_count(events1, "events1"));
  LR_TRY([[maybe_unused]] auto exposure1_fine, need_positive(exposure1, "exposure1"));
  LR_TRY([[maybe_unused]] auto events2_fine, need_count(events2, "events2"));
  LR_TRY([[maybe_unused]] auto exposure2_fine, need_positive(exposure2, "exposure2"));
  LR_TRY([[maybe_unused]] auto inside, need_inside_unit(conf_level, "conf_level"));
  const double total = events1 + events2;
  LR_TRY([[maybe_unused]] auto held, need_held(total, "events1"));
  LR_TRY([[maybe_unused]] auto sum_fine, need_finite(exposure1 + exposure2, "exposure1"));
  if (total == 0) return refuse("events1", "At least one event is needed.");
  const Interval first = clopper_pearson_limits(events1, total, conf_level);
  const Interval second = clopper_pearson_limits(events2, total, conf_level);
  const double scale = exposure2 / exposure1;
  return RateTest{ratio_or_infinity(events1 * scale, events2),
                  {ratio_or_infinity(first.low * scale, second.high), ratio_or_infinity(first.high * scale, second.low)},
                  binomial_p_value(events1, total, exposure1 / (exposure1 + exposure2), Side::two_sided)};
}

}  // namespace loopready::stats
