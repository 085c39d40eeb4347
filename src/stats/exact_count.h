// Exact tails of binomial and Poisson counts, and the tests built on them.
// Here: log probabilities, tails, two-sided p-values by minimum likelihood, exact limits of a proportion and of a count.
// Not here: distributions by name, with refusals; hypergeometric counts (fisher_exact.h).
// Terms: minimum likelihood adds up every outcome that is at most as likely as the observed one, with a slack of 1e-7 for ties;
// counts are whole numbers held in doubles, up to 2^53.
// Errors: none; callers have checked their arguments.
// Source: Loader 2000 for log probabilities; Clopper & Pearson 1934; Garwood 1936.
#pragma once

#include "stats/interval.h"
#include "stats/tail.h"

namespace loopready::stats {

double log_binomial_pmf(double k, double n, double p);
double log_poisson_pmf(double k, double mean);
double binomial_at_most(double k, double n, double p);
double binomial_at_least(double k, double n, double p);
double poisson_at_most(double k, double mean);
double poisson_at_least(double k, double mean);

double binomial_p_value(double x, double n, double p0, Side side);
double poisson_p_value(double x, double mean, Side side);

Interval clopper_pearson_limits(double x, double n, double conf_level);
Interval garwood_limits(double events, double conf_level);

}  // namespace loopready::stats
