// Information and distances between distributions over categories.
// Here: entropy, KL and Jensen-Shannon divergence, population stability, mutual information, weight of evidence, splits of a tree.
// Not here: tests of independence (tables).
// Terms: natural logarithms (nats) unless a name says bits; 0 log 0 = 0; counts and shares are both allowed where it says so.
// Errors: bad_input for negative entries, probabilities that don't add up to 1, an empty category where a logarithm needs one.
// Source: Shannon 1948; Kullback and Leibler 1951; Lin 1991; Siddiqi 2006 (PSI, information value); Breiman et al. 1984.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

// Counts or shares, divided by their sum; every bin needs an entry on both sides.
base::Result<double> population_stability_index(std::span<const double> expected, std::span<const double> actual);
base::Result<double> kl_divergence(std::span<const double> p, std::span<const double> q);  // Infinity where q lacks what p has
base::Result<double> js_divergence(std::span<const double> p, std::span<const double> q);  // the divergence, not its root
base::Result<double> entropy_nats(std::span<const double> p);
base::Result<double> mutual_information(const std::vector<std::vector<double>>& table);    // counts or shares

struct InformationValue {
  double iv;
  std::vector<double> woe;  // ln(share of good / share of bad), one a bin
};
base::Result<InformationValue> information_value(std::span<const double> good, std::span<const double> bad);

struct Split {
  double parent_gini, weighted_child_gini, information_gain_bits;
};
// Counts of each class in the two children.
base::Result<Split> split_of_node(std::span<const double> left, std::span<const double> right);

}  // namespace loopready::stats
