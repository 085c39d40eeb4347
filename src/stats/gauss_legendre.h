// The points and weights of Gauss and Legendre's rule with 32 points.
// Here: the rule, and the integral of a smooth function over one panel.  Not here: how to cut an interval into panels.
// Terms: points are on -1 to 1, the positive half; each stands for two.
// Errors: none.
// Source: roots of the Legendre polynomial of degree 32 by Newton's method in 40 digits (mpmath).
#pragma once

#include <array>

namespace loopready::stats {

struct GaussPoint {
  double at, weight;
};
inline constexpr std::array<GaussPoint, 16> kGauss32 = {{
    {0.99726386184948156354, 0.0070186100094700966004},
    {0.9856115115452683354, 0.016274394730905670605},
    {0.96476225558750643077, 0.025392065309262059456},
    {0.93490607593773968917, 0.034273862913021433103},
    {0.89632115576605212397, 0.042835898022226680657},
    {0.84936761373256997013, 0.050998059262376176196},
    {0.79448379596794240696, 0.058684093478535547145},
    {0.73218211874028968039, 0.065822222776361846838},
    {0.66304426693021520098, 0.072345794108848506225},
    {0.58771575724076232904, 0.078193895787070306472},
    {0.50689990893222939002, 0.083311924226946755222},
    {0.42135127613063534536, 0.087652093004403811143},
    {0.33186860228212764978, 0.091173878695763884713},
    {0.23928736225213707454, 0.093844399080804565639},
    {0.14447196158279649349, 0.095638720079274859419},
    {0.048307665687738316235, 0.096540088514727800567},
}};

template <class Function>
double gauss_panel(Function function, double low, double high) {
  const double middle = low + (high - low) / 2, half = (high - low) / 2;
  double total = 0;
  for (const GaussPoint& point : kGauss32)
    total += point.weight * (function(middle - half * point.at) + function(middle + half * point.at));
  return total * half;
}

}  // namespace loopready::stats
