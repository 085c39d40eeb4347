#include <iterator>
#include <utility>

#include "engine/simulate.h"
#include "stats/simulate.h"

namespace loopready::engine {

using base::Error;
using base::Json;
using base::Result;
using stats::IntervalMethod;
using stats::Population;

namespace {

constexpr std::pair<const char*, IntervalMethod> kMethods[] = {{"wald", IntervalMethod::wald},
                                                               {"wilson", IntervalMethod::wilson},
                                                               {"clopper_pearson", IntervalMethod::clopper_pearson},
                                                               {"t", IntervalMethod::t},
                                                               {"bootstrap", IntervalMethod::bootstrap}};
constexpr std::pair<const char*, Population> kPopulations[] = {
    {"normal", Population::normal}, {"exponential", Population::exponential}, {"lognormal", Population::lognormal}};

template <class T, std::size_t N>
T named(const std::pair<const char*, T> (&all)[N], const std::string& name) {
  for (const auto& one : all)
    if (name == one.first) return one.second;
  return all[0].second;
}

}  // namespace

Result<Json> simulate_coverage(base::FieldReader& fields, const Runs& runs) {
  stats::CoveragePlan plan;
  plan.method = named(kMethods, fields.one_of("method", {"wald", "wilson", "clopper_pearson", "t", "bootstrap"}));
  plan.n = fields.number("n");
  plan.conf_level = fields.number_or("conf_level", 0.95);
  plan.p = fields.number_or("p", plan.p);
  if (fields.has("population"))
    plan.population = named(kPopulations, fields.one_of("population", {"normal", "exponential", "lognormal"}));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  auto made = stats::CoverageRuns::make(plan, runs.seed);
  if (!made.ok()) return Error{made.error().kind, fields.path(made.error().where.c_str()), made.error().text};
  stats::CoverageRuns& coverage = made.value();
  Json running = Json::array();  // [runs, share held] after each piece
  Json first = Json::array();    // [low, estimate, high] of the first runs
  const auto so_far = [&] {
    return Json{{"truth", coverage.truth()},
                {"n_held", coverage.n_held()},
                {"n_below", coverage.n_below()},
                {"n_above", coverage.n_above()},
                {"mean_width", coverage.mean_width()},
                {"running", running},
                {"first", first}};
  };
  const auto advance = [&](std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i) {
      const stats::CoveredInterval one = coverage.next();
      if (first.size() < 100) first.push_back(Json::array({one.low, one.estimate, one.high}));
    }
    running.push_back(
        Json::array({coverage.n_runs(), static_cast<double>(coverage.n_held()) / static_cast<double>(coverage.n_runs())}));
  };
  in_pieces(runs, advance, so_far);
  return so_far();
}

}  // namespace loopready::engine
