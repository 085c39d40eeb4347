// How much to order, how much to keep, how fast something grew.
// Here: newsvendor, safety stock, compound growth.  Not here: forecasts (smoothing.h).
// Terms: demand in pieces a period, lead time in periods, costs in money a piece; service level is the chance of no stock-out.
// Errors: bad_input naming the argument.
// Source: Arrow, Harris and Marschak 1951; Silver, Pyke and Thomas 2017.
#pragma once

#include "base/result.h"

namespace loopready::stats {

struct Newsvendor {
  double critical_ratio, order_quantity, expected_cost;
};
base::Result<Newsvendor> newsvendor_normal(double mean, double sd, double underage_cost, double overage_cost);

struct SafetyStock {
  double safety_stock, reorder_point;
};
struct Demand {
  double mean, sd, lead_time, sd_lead_time;
};
base::Result<SafetyStock> safety_stock(double service_level, const Demand& demand);

base::Result<double> compound_growth(double start, double end, double years);  // 0.1 = 10 % a year

}  // namespace loopready::stats
