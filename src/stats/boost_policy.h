// How Boost.Math is asked for numbers here: no exceptions, no long double, discrete quantiles rounded up.
// Here: the Policy every distribution of this room is made with.  Not here: which arguments are allowed (each routine's own check).
// Terms: a discrete quantile is the smallest k whose cumulative probability is at least p.
// Errors: none; out of range arguments are refused before Boost sees them, and what slips through gives NaN.
#pragma once

#include <boost/math/policies/policy.hpp>

namespace loopready::stats {

namespace policies = boost::math::policies;
using Policy = policies::policy<policies::domain_error<policies::errno_on_error>, policies::pole_error<policies::errno_on_error>,
                                policies::overflow_error<policies::errno_on_error>,
                                policies::evaluation_error<policies::errno_on_error>,
                                policies::indeterminate_result_error<policies::errno_on_error>,
                                policies::rounding_error<policies::errno_on_error>, policies::promote_double<false>,
                                policies::discrete_quantile<policies::integer_round_up>>;

}  // namespace loopready::stats
