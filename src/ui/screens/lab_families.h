// The families of distributions that the Lab shows, each with its two parameters.
// Here: Family, the list.  Not here: how they are drawn (lab_distributions.cpp), fitted (lab_distributions_own.cpp) or computed (stats).
// Terms: a and b are the parameters in the order of their knobs; b is left out where there is only one.
// Errors: those of stats, for parameters that no such distribution has.
#pragma once

#include <span>

#include "base/result.h"

namespace loopready::screens {

enum class FamilyKind { normal, student_t, lognormal, exponential, gamma, beta, binomial, poisson, geometric };

struct Family {
  FamilyKind kind;
  const char* name;
  bool discrete;
  const char* formula;
  const char* used_for;
  const char* first;   // knob names
  const char* second;  // null: none
  double first_start, first_from, first_to, second_start, second_from, second_to;
  base::Result<double> (*density)(double x, double a, double b);
  base::Result<double> (*upper)(double x, double a, double b);  // P(X > x)
  base::Result<double> (*quantile)(double p, double a, double b);
  double (*mean)(double a, double b);
  double (*sd)(double a, double b);
};

// In the order of FamilyKind.
std::span<const Family> families();

}  // namespace loopready::screens
