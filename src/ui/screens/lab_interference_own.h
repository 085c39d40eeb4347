// One's own clusters (or switchback slots): the difference counted unit by unit, beside the one counted by what was randomised.
// Here: own_clusters, its picture.  Not here: the designs and their biases (lab_interference.cpp).
// Terms: a cluster is a market, a region or an hour in which all units have the same arm (1 treatment, 0 control), with its number of units
// and their sum; the naive error takes units for independent and needs sums that count units; the delta method's estimate is the ratio of
// totals, its limits come from Student's t with two degrees of freedom less than clusters.
// Errors: bad_input, a sentence that names the cluster.
#pragma once

#include <vector>

#include "base/result.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

struct ClusterLine {
  const char* name = "";
  const char* about = "";
  double estimate = 0, std_error = 0, low = 0, high = 0;  // NaN where totals don't say it
};

struct OwnClusters {
  ClusterLine naive, delta, means;  // means: of cluster means, by Welch
  double n_clusters[2] = {}, n_units[2] = {}, ratio[2] = {};  // control, treatment
  double inflation = 0;  // of the variance, delta over naive
  double p_value = 1;    // of the delta method
};

// From three columns with the clusters' names as labels: arm, units, sum.
base::Result<OwnClusters> own_clusters(const OwnNumbers& numbers);

void draw_own_clusters(const app::App& app, LabLook& look, app::Commands& commands);

}  // namespace loopready::screens
