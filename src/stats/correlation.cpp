#include "stats/correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "stats/double_double.h"
#include "stats/least_squares.h"
#include "stats/midranks.h"
#include "stats/refusal.h"
#include "stats/tail.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostSpearman = 12;
constexpr std::size_t kMostKendall = 150;

Status check(std::span<const double> x, std::span<const double> y, std::size_t n_min) {
  LR_TRY([[maybe_unused]] auto same, need_same_length(x.size(), y.size(), "x", "y"));
  for (const auto& [values, what] : {std::pair{x, "x"}, std::pair{y, "y"}}) {
    LR_TRY([[maybe_unused]] auto fine, need_values(values, what, n_min));
    LR_TRY([[maybe_unused]] auto moderate, need_moderate(values, what));
    if (*std::max_element(values.begin(), values.end()) == *std::min_element(values.begin(), values.end()))
      return refuse(what, "All values are equal, so nothing can go together with them.");
  }
  return base::Done{};
}

struct Closeness {
  double r = 0;
  double one_less_square = 0;  // 1 - r^2, from what is left over
};

// x and y are centred.
Result<Closeness> closeness_of(const std::vector<DoubleDouble>& x, const std::vector<DoubleDouble>& y) {
  DoubleDouble xx, yy, xy;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += x[i] * x[i];
    yy += y[i] * y[i];
    xy += x[i] * y[i];
  }
  if (xx.high <= 0 || yy.high <= 0) return refuse("x", "The values lie too close together to be told apart.");
  const DoubleDouble slope = xy / xx;
  DoubleDouble left;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const DoubleDouble off = y[i] - slope * x[i];
    left += off * off;
  }
  const double r = (xy / (sqrt(xx) * sqrt(yy))).rounded();
  const double share = (left / yy).rounded();
  return Closeness{std::clamp(r, -1.0, 1.0), share < 1e-30 ? 0 : share};
}

std::vector<DoubleDouble> centred(std::span<const double> values) {
  const DoubleDouble mean = wide_mean(values);
  std::vector<DoubleDouble> off;
  off.reserve(values.size());
  for (const double value : values) off.push_back(DoubleDouble(value) - mean);
  return off;
}

Correlation with_t(const Closeness& close, double df) {
  const double t = close.one_less_square == 0 ? std::copysign(kInfinity, close.r) : close.r * std::sqrt(df / close.one_less_square);
  return {close.r, t, df, t_two_sided(t, df), {-1, 1}};
}

bool has_ties(std::span<const double> values) { return midranks(values).tie_sum > 0; }

// Counts of permutations of n by sum of squared displacements, halved (the sum is always even), as shares.
std::vector<double> displacement_shares(std::size_t n) {
  const std::size_t n_sums = (n * n * n - n) / 6 + 1;
  const std::size_t n_sets = std::size_t{1} << n;
  // One row a set of places taken; squares up to n^2 each, so sums before halving need twice the room.
  std::vector<std::vector<double>> ways(n_sets);
  ways[0].assign(2 * n_sums, 0);
  ways[0][0] = 1;
  for (std::size_t set = 0; set + 1 < n_sets; ++set) {
    std::size_t n_taken = 0;
    for (std::size_t j = 0; j < n; ++j) n_taken += set >> j & 1;
    for (std::size_t j = 0; j < n; ++j) {
      if (set >> j & 1) continue;
      const std::size_t off = n_taken > j ? n_taken - j : j - n_taken, square = off * off;
      auto& into = ways[set | std::size_t{1} << j];
      if (into.empty()) into.assign(2 * n_sums, 0);
      for (std::size_t s = 0; s + square < 2 * n_sums; ++s) into[s + square] += ways[set][s] / static_cast<double>(n - n_taken);
    }
    std::vector<double>().swap(ways[set]);
  }
  std::vector<double> shares;
  for (std::size_t s = 0; s < n_sums; ++s) shares.push_back(ways[n_sets - 1][2 * s]);
  return shares;
}

// Shares of permutations of n by number of concordant pairs.
std::vector<double> concordance_shares(std::size_t n) {
  std::vector<double> shares{1};
  for (std::size_t i = 2; i <= n; ++i) {
    std::vector<double> next(shares.size() + i - 1, 0);
    for (std::size_t k = 0; k < shares.size(); ++k)
      for (std::size_t more = 0; more < i; ++more) next[k + more] += shares[k] / static_cast<double>(i);
    shares = std::move(next);
  }
  return shares;
}

double twice_smaller_tail(const std::vector<double>& shares, std::size_t at) {
  double low = 0, high = 0;
  for (std::size_t i = 0; i <= at; ++i) low += shares[i];
  for (std::size_t i = shares.size(); i-- > at;) high += shares[i];
  return std::min(1.0, 2 * std::min(low, high));
}

struct Pairs {
  double score = 0;  // concordant less discordant pairs
  double tied_x = 0, tied_y = 0;
  std::vector<double> runs_x, runs_y;  // lengths of runs of equal values
};

std::vector<double> runs_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> runs;
  for (std::size_t from = 0, to = 0; from < values.size(); from = to) {
    while (to < values.size() && values[to] == values[from]) ++to;
    runs.push_back(static_cast<double>(to - from));
  }
  return runs;
}

double pairs_within(const std::vector<double>& runs) {
  double pairs = 0;
  for (const double n : runs) pairs += n * (n - 1) / 2;
  return pairs;
}

// Sorts values[from, to) and counts the pairs that stood in the wrong order.
double sort_and_count(std::vector<double>& values, std::vector<double>& spare, std::size_t from, std::size_t to) {
  if (to - from < 2) return 0;
  const std::size_t middle = from + (to - from) / 2;
  double swaps = sort_and_count(values, spare, from, middle) + sort_and_count(values, spare, middle, to);
  std::size_t a = from, b = middle;
  for (std::size_t i = from; i < to; ++i) {
    if (b == to || (a < middle && values[a] <= values[b])) spare[i] = values[a++];
    else swaps += static_cast<double>(middle - a), spare[i] = values[b++];
  }
  std::copy(spare.begin() + static_cast<std::ptrdiff_t>(from), spare.begin() + static_cast<std::ptrdiff_t>(to),
            values.begin() + static_cast<std::ptrdiff_t>(from));
  return swaps;
}

Pairs pairs_of(std::span<const double> x, std::span<const double> y) {
  std::vector<std::size_t> order(x.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return x[a] < x[b] || (x[a] == x[b] && y[a] < y[b]); });
  double tied_both = 0, run = 0;
  std::vector<double> sorted;
  for (std::size_t i = 0; i < order.size(); ++i) {
    run = i > 0 && x[order[i]] == x[order[i - 1]] && y[order[i]] == y[order[i - 1]] ? run + 1 : 0;
    tied_both += run;
    sorted.push_back(y[order[i]]);
  }
  Pairs pairs;
  pairs.runs_x = runs_of({x.begin(), x.end()});
  pairs.runs_y = runs_of(sorted);
  pairs.tied_x = pairs_within(pairs.runs_x);
  pairs.tied_y = pairs_within(pairs.runs_y);
  std::vector<double> spare(sorted.size());
  const double discordant = sort_and_count(sorted, spare, 0, sorted.size());
  const double n = static_cast<double>(x.size());
  pairs.score = n * (n - 1) / 2 - pairs.tied_x - pairs.tied_y + tied_both - 2 * discordant;
  return pairs;
}

}  // namespace

Result<Correlation> pearson(std::span<const double> x, std::span<const double> y, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x, y, 3));
  LR_TRY([[maybe_unused]] auto inside, need_inside_unit(conf_level, "conf_level"));
  LR_TRY(const Closeness close, closeness_of(centred(x), centred(y)));
  const double n = static_cast<double>(x.size());
  Correlation result = with_t(close, n - 2);
  if (x.size() < 4) return result;
  if (close.one_less_square == 0) {
    result.interval = {close.r, close.r};
    return result;
  }
  // atanh(r) from 1 - r^2, which holds its digits near r = 1
  const double size = std::fabs(close.r);
  const double z = std::copysign(std::log1p(2 * size * (1 + size) / close.one_less_square) / 2, close.r);
  const double half = normal_critical(conf_level) / std::sqrt(n - 3);
  result.interval = {std::tanh(z - half), std::tanh(z + half)};
  return result;
}

Result<Correlation> spearman(std::span<const double> x, std::span<const double> y) {
  LR_TRY([[maybe_unused]] auto fine, check(x, y, 3));
  LR_TRY(const Closeness close, closeness_of(centred(midranks(x).ranks), centred(midranks(y).ranks)));
  return with_t(close, static_cast<double>(x.size()) - 2);
}

Result<Correlation> spearman_exact(std::span<const double> x, std::span<const double> y) {
  LR_TRY([[maybe_unused]] auto fine, check(x, y, 2));
  if (has_ties(x) || has_ties(y)) return refuse(has_ties(x) ? "x" : "y", "The exact test allows no ties; use spearman.");
  if (x.size() > kMostSpearman) return refuse("x", "The exact test takes at most 12 pairs; use spearman.");
  const std::vector<double> a = midranks(x).ranks, b = midranks(y).ranks;
  double squares = 0;
  for (std::size_t i = 0; i < a.size(); ++i) squares += (a[i] - b[i]) * (a[i] - b[i]);
  const double n = static_cast<double>(x.size());
  return Correlation{1 - 6 * squares / (n * n * n - n), 0, 0,
                     twice_smaller_tail(displacement_shares(x.size()), static_cast<std::size_t>(squares / 2)), {-1, 1}};
}

Result<Correlation> kendall_tau_b(std::span<const double> x, std::span<const double> y) {
  LR_TRY([[maybe_unused]] auto fine, check(x, y, 2));
  const Pairs pairs = pairs_of(x, y);
  const double n = static_cast<double>(x.size()), all = n * (n - 1) / 2;
  double once_x = 0, once_y = 0, twice_x = 0, twice_y = 0;
  for (const double t : pairs.runs_x) once_x += t * (t - 1) * (2 * t + 5), twice_x += t * (t - 1) * (t - 2);
  for (const double t : pairs.runs_y) once_y += t * (t - 1) * (2 * t + 5), twice_y += t * (t - 1) * (t - 2);
  double variance = (n * (n - 1) * (2 * n + 5) - once_x - once_y) / 18 + 4 * pairs.tied_x * pairs.tied_y / (2 * n * (n - 1));
  if (n > 2) variance += twice_x * twice_y / (9 * n * (n - 1) * (n - 2));
  const double tau = pairs.score / std::sqrt((all - pairs.tied_x) * (all - pairs.tied_y));
  const double z = pairs.score / std::sqrt(variance);
  return Correlation{std::clamp(tau, -1.0, 1.0), z, 0, normal_p_value(z, Side::two_sided), {-1, 1}};
}

Result<Correlation> kendall_exact(std::span<const double> x, std::span<const double> y) {
  LR_TRY([[maybe_unused]] auto fine, check(x, y, 2));
  if (has_ties(x) || has_ties(y)) return refuse(has_ties(x) ? "x" : "y", "The exact test allows no ties; use kendall_tau_b.");
  if (x.size() > kMostKendall) return refuse("x", "The exact test takes at most 150 pairs; use kendall_tau_b.");
  const double n = static_cast<double>(x.size()), all = n * (n - 1) / 2, score = pairs_of(x, y).score;
  return Correlation{score / all, 0, 0,
                     twice_smaller_tail(concordance_shares(x.size()), static_cast<std::size_t>((score + all) / 2)), {-1, 1}};
}

Result<Correlation> partial_correlation(std::span<const double> x, std::span<const double> y,
                                        const std::vector<std::vector<double>>& controls) {
  LR_TRY([[maybe_unused]] auto fine, check(x, y, 4));
  LR_TRY([[maybe_unused]] auto same, need_same_length(x.size(), controls.size(), "x", "z"));
  LR_TRY(const Design design, design_with_intercept(controls, "z"));
  if (x.size() < design.n_columns + 2) return refuse("x", "More pairs are needed than controls: at least the number of controls plus 3.");
  LR_TRY(const LeastSquares fit_x, least_squares(design, x, kCollinear, "z"));
  LR_TRY(const LeastSquares fit_y, least_squares(design, y, kCollinear, "z"));
  if (fit_x.perfect || fit_y.perfect) return refuse(fit_x.perfect ? "x" : "y", "The controls explain this column wholly; nothing is left to go together.");
  LR_TRY(const Closeness close, closeness_of(fit_x.residuals, fit_y.residuals));
  return with_t(close, static_cast<double>(x.size()) - static_cast<double>(design.n_columns) - 1);
}

}  // namespace loopready::stats
