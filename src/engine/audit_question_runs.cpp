// Rules of questions' numbers: formulas, placeholders, a thousand seeds, traps apart from right answers, the recipe's check.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "engine/audit_rules.h"
#include "engine/grade_number.h"
#include "engine/recipe.h"
#include "model/number_text.h"

namespace loopready::engine {
namespace {

using model::Part;
using model::Question;

constexpr int kSeeds = 1'000;
constexpr int kFilledSeeds = 100;
constexpr std::size_t kLeastSets = 8;      // different sets of numbers a recipe gives
constexpr std::size_t kChunk = 50;         // seeds of like numbers judged together
constexpr double kWork = 1e8;              // visits of formula nodes spent on one check
constexpr double kMeanZ = 4, kChunkZ = 6, kSeedZ = 6;

// Mean and spread of what the repeats gave, with the bias that is allowed, on one scale.
struct Sample {
  double n = 0, sum = 0, squares = 0, bias = 0;
  void add(double value, double allowed) {
    ++n;
    sum += value;
    squares += value * value;
    bias += allowed;
  }
  void add(const Sample& other) {
    n += other.n;
    sum += other.sum;
    squares += other.squares;
    bias += other.bias;
  }
  double mean() const { return n == 0 ? 0 : sum / n; }
  double error() const { return n < 2 ? 0 : std::sqrt(std::max(0.0, squares / n - mean() * mean()) / (n - 1)); }
  // How many standard errors the mean is beyond what is allowed.
  double z() const {
    const double beyond = std::max(0.0, std::fabs(mean()) - bias / std::max(n, 1.0) - 1e-9);
    return error() > 0 ? beyond / error() : beyond > 0 ? 1e6 : 0;
  }
};

bool traps_are_apart(const Part& part, std::size_t i_part, const PartNumbers& numbers, int seed, Report& report) {
  for (std::size_t i = 0; i < numbers.traps.size(); ++i) {
    const double trap = numbers.traps[i];
    bool apart = !within_tolerance(trap, numbers.answer, part);
    for (const double also : numbers.also) apart = apart && !within_tolerance(trap, also, part);
    if (apart) continue;
    report.find("trap-apart", "/parts/" + std::to_string(i_part) + "/traps/" + std::to_string(i),
                "With seed " + std::to_string(seed) + " the trap gives " + model::shown_number(trap) + ", which is right within the tolerance.");
    return false;
  }
  return true;
}

// The numbers of all seeds; nothing once one is broken.
std::vector<QuestionNumbers> audit_seeds(const Question& question, const CompiledQuestion& compiled, Report& report) {
  std::vector<QuestionNumbers> all;
  std::set<Slots> sets;
  bool apart = true;
  const int n = model::has_recipe(question) ? kSeeds : 1;
  for (int seed = 1; seed <= n; ++seed) {
    auto numbers = compiled.numbers(seed);
    if (!numbers) {
      report.find("seeds-finite", numbers.error().where, "With seed " + std::to_string(seed) + ": " + numbers.error().text);
      return {};
    }
    if (seed <= kFilledSeeds)
      if (const auto filled = filled_question(question, compiled.names(), numbers.value()); !filled) {
        report.find("formulas-read", filled.error().where, filled.error().text);
        return {};
      }
    for (std::size_t i = 0; i < question.parts.size() && apart; ++i)
      if (const PartNumbers* part = find_numbers(numbers.value(), question.parts[i].slug))
        apart = traps_are_apart(question.parts[i], i, *part, seed, report);
    sets.insert(numbers.value().values);
    all.push_back(std::move(numbers).value());
  }
  if (model::has_recipe(question) && sets.size() < kLeastSets)
    report.find("seeds-vary", "/recipe/draws", "A thousand seeds give only " + base::count_of(static_cast<std::int64_t>(sets.size()), "set") + " of numbers; eight are needed.");
  return all;
}

class CheckRun {
 public:
  CheckRun(const Question& question, const CompiledQuestion& compiled, const std::vector<QuestionNumbers>& seeds, Report& report)
      : question_(question), compiled_(compiled), seeds_(seeds), report_(report) {}

  void run() {
    if (!find_wanted()) return;
    double cost = 0;
    for (std::size_t i = 0; i < seeds_.size(); i += std::max<std::size_t>(1, seeds_.size() / 20)) {
      Slots slots = seeds_[i].values;
      base::Random random(i + 1);
      compiled_.repeat(slots, random);
      cost = std::max(cost, compiled_.repeat_cost(slots));
    }
    const double room = kWork / static_cast<double>(seeds_.size()) / std::max(cost, 1.0);
    const int n_repeats = static_cast<int>(std::clamp(room, 8.0, seeds_.size() == 1 ? 200'000.0 : 200.0));
    Sample all, chunk;
    std::vector<std::size_t> order(seeds_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted_[a] < wanted_[b]; });
    for (std::size_t k = 0; k < order.size(); ++k) {
      const std::size_t i = order[k];
      Sample one;
      if (!repeat(i, n_repeats, 0, one)) return;
      // Few repeats may look so by chance: ask again with many. Where all are alike, as rare events are, chunks tell.
      if (one.error() > 0 && one.z() > kSeedZ && seeds_.size() > 1) {
        Sample again;
        if (!repeat(i, 20 * n_repeats, 1, again)) return;
        if (again.error() > 0 && again.z() > kSeedZ) return broken(again, "With seed " + std::to_string(i + 1));
      }
      chunk.add(one);
      all.add(one);
      if ((k + 1) % kChunk == 0) {
        if (chunk.z() > kChunkZ) return broken(chunk, "With seeds such as " + std::to_string(i + 1));
        chunk = {};
      }
    }
    if (all.z() > kMeanZ) return broken(all, "Over all seeds");
    if (!varies_)
      report_.find("check-holds", "/recipe/check", "Nothing in the check is drawn by chance, so it is no independent way to the answer.");
  }

 private:
  bool find_wanted() {
    for (const QuestionNumbers& numbers : seeds_) {
      const auto wanted = compiled_.wanted_mean(numbers);
      if (!wanted) {
        report_.find("check-holds", wanted.error().where, wanted.error().text);
        return false;
      }
      wanted_.push_back(wanted.value());
    }
    std::vector<double> sizes;
    for (const double one : wanted_) sizes.push_back(std::fabs(one));
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    floor_ = 0.1 * sizes[sizes.size() / 2];
    if (floor_ == 0) floor_ = 1;
    return true;
  }

  bool repeat(std::size_t i, int n, std::uint64_t salt, Sample& sample) {
    base::Random random(2 * i + salt + 77);
    Slots slots = seeds_[i].values;
    const double scale = std::max(std::fabs(wanted_[i]), floor_);
    double first = 0;
    for (int k = 0; k < n; ++k) {
      const double value = compiled_.repeat(slots, random);
      if (!std::isfinite(value)) {
        report_.find("check-holds", "/recipe/check/mean_of", "With seed " + std::to_string(i + 1) + " a repeat gives no finite number.");
        return false;
      }
      if (k == 0) first = value;
      varies_ = varies_ || value != first;
      sample.add((value - wanted_[i]) / scale, question_.recipe.check->allowed_bias / scale);
    }
    return true;
  }

  void broken(const Sample& sample, const std::string& when) {
    report_.find("check-holds", "/recipe/check",
                 when + " the mean of " + base::count_of(static_cast<std::int64_t>(sample.n), "repeat") + " is " +
                     model::shown_number(100 * std::fabs(sample.mean()), 2) + " % " + (sample.mean() > 0 ? "above" : "below") +
                     " what it should equal, give or take " + model::shown_number(100 * sample.error(), 2) + " %.");
  }

  const Question& question_;
  const CompiledQuestion& compiled_;
  const std::vector<QuestionNumbers>& seeds_;
  Report& report_;
  std::vector<double> wanted_;
  double floor_ = 1;
  bool varies_ = false;
};

}  // namespace

void audit_question_runs(const ContentQuestion& one, Report& report) {
  const auto compiled = CompiledQuestion::compile(one.question);
  if (!compiled) {
    report.find("formulas-read", compiled.error().where, compiled.error().text);
    return;
  }
  const std::size_t before = report.count();
  if (model::has_recipe(one.question) && !one.question.recipe.check)
    report.find("recipe-checked", "/recipe", "A recipe needs a check: an independent way to its answer.");
  const std::vector<QuestionNumbers> seeds = audit_seeds(one.question, compiled.value(), report);
  if (report.count() > before || seeds.empty() || !one.question.recipe.check) return;
  CheckRun(one.question, compiled.value(), seeds, report).run();
}

}  // namespace loopready::engine
