#include "stats/stock.h"

#include <cmath>

#include "stats/normal.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;

Result<Newsvendor> newsvendor_normal(double mean, double sd, double underage_cost, double overage_cost) {
  LR_NEED(need_finite(mean, "mean"));
  LR_NEED(need_positive(sd, "sd"));
  LR_NEED(need_positive(underage_cost, "underage_cost"));
  LR_NEED(need_positive(overage_cost, "overage_cost"));
  const double both = underage_cost + overage_cost, ratio = underage_cost / both;
  // From the smaller tail, so that no digit is lost near 0 and 1.
  const double z = ratio < 0.5 ? standard_normal_quantile(ratio) : standard_normal_quantile_upper(overage_cost / both);
  LR_TRY(const double density, normal_pdf(z, 0, 1));
  return Newsvendor{ratio, mean + z * sd, both * sd * density};
}

Result<SafetyStock> safety_stock(double service_level, const Demand& demand) {
  LR_NEED(need_inside_unit(service_level, "service_level"));
  LR_NEED(need_not_negative(demand.mean, "mean_demand"));
  LR_NEED(need_not_negative(demand.sd, "sd_demand"));
  LR_NEED(need_positive(demand.lead_time, "lead_time"));
  LR_NEED(need_not_negative(demand.sd_lead_time, "sd_lead_time"));
  const double variance =
      demand.lead_time * demand.sd * demand.sd + demand.mean * demand.mean * demand.sd_lead_time * demand.sd_lead_time;
  const double stock = standard_normal_quantile(service_level) * std::sqrt(variance);
  return SafetyStock{stock, demand.mean * demand.lead_time + stock};
}

Result<double> compound_growth(double start, double end, double years) {
  LR_NEED(need_positive(start, "start"));
  LR_NEED(need_not_negative(end, "end"));
  LR_NEED(need_positive(years, "years"));
  if (end == 0) return -1.0;
  return std::expm1(std::log(end / start) / years);
}

}  // namespace loopready::stats
