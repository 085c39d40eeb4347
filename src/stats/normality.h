// Does a list look normal?
// Here: Shapiro-Wilk, Jarque-Bera, Anderson-Darling with mean and sd taken from the list.  Not here: a normal given in full (kolmogorov.h).
// Terms: w is near 1 for normal data; a2 is given unadjusted, its p_value from the size-adjusted one.
// Errors: bad_input naming x: too few or too many values, or no spread.
// Sources: Royston 1995 (algorithm AS R94); Jarque and Bera 1987; Stephens 1986, table 4.9.
#pragma once

#include "stats/describe.h"

namespace loopready::stats {

struct NormalityTest {
  double statistic = 0, p_value = 1;
};

base::Result<NormalityTest> shapiro_wilk(Span x);  // 3 to 5000 values
base::Result<NormalityTest> jarque_bera(Span x);
base::Result<NormalityTest> anderson_darling_normal(Span x);  // at least 8 values

}  // namespace loopready::stats
