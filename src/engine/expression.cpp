#include "engine/expression.h"

#include <cmath>
#include <limits>

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr double kMaxRounds = 100'000;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool nearly(double a, double b) { return a == b || std::fabs(a - b) <= 1e-12 * std::fmax(std::fabs(a), std::fabs(b)); }

}  // namespace

double Expression::call(const Node& node, Slots& slots, base::Random* random) const {
  double arguments[8] = {};
  const int n = static_cast<int>(node.with.size());
  for (int i = 0; i < n; ++i) arguments[i] = value_of(node.with[static_cast<std::size_t>(i)], slots, random);
  for (int i = 0; i < n; ++i)
    if (std::isnan(arguments[i])) return kNone;
  if (node.op == Op::call) return node.function->plain(arguments, n);
  return random == nullptr ? kNone : node.function->random(arguments, *random);
}

double Expression::loop(const Node& node, Slots& slots, base::Random* random) const {
  if (node.op == Op::tries) {
    for (double n = 1; n <= kMaxRounds; ++n) {
      const double reached = value_of(node.with[0], slots, random);
      if (std::isnan(reached)) return kNone;
      if (reached != 0) return n;
    }
    return kNone;
  }
  const double first = value_of(node.with[0], slots, random);
  if (node.op == Op::total) {
    if (!(first >= 0) || first > kMaxRounds || std::floor(first) != first) return kNone;
    double sum = 0;
    for (double i = 0; i < first; ++i) sum += value_of(node.with[1], slots, random);
    return sum;
  }
  const double last = value_of(node.with[1], slots, random);
  if (!std::isfinite(first) || !std::isfinite(last) || last - first >= kMaxRounds) return kNone;
  double sum = 0;
  for (double i = first; i <= last + 1e-9; ++i) {
    slots[static_cast<std::size_t>(node.slot)] = i;
    sum += value_of(node.with[2], slots, random);
  }
  return sum;
}

double Expression::value_of(int at, Slots& slots, base::Random* random) const {
  const Node& node = nodes_[static_cast<std::size_t>(at)];
  const auto operand = [&](std::size_t i) { return value_of(node.with[i], slots, random); };
  switch (node.op) {
    case Op::number: return node.number;
    case Op::name: return slots[static_cast<std::size_t>(node.slot)];
    case Op::call:
    case Op::draw: return call(node, slots, random);
    case Op::sum:
    case Op::total:
    case Op::tries: return loop(node, slots, random);
    case Op::negate: return -operand(0);
    case Op::negation: return operand(0) == 0 ? 1 : 0;
    case Op::both: return operand(0) != 0 && operand(1) != 0 ? 1 : 0;
    case Op::either: return operand(0) != 0 || operand(1) != 0 ? 1 : 0;
    case Op::choice: return operand(0) != 0 ? operand(1) : operand(2);
    default: break;
  }
  const double a = operand(0), b = operand(1);
  if (std::isnan(a) || std::isnan(b)) return kNone;
  switch (node.op) {
    case Op::add: return a + b;
    case Op::subtract: return a - b;
    case Op::multiply: return a * b;
    case Op::divide: return a / b;
    case Op::power: return b == 2 ? a * a : std::pow(a, b);
    case Op::less: return a < b && !nearly(a, b) ? 1 : 0;
    case Op::less_equal: return a < b || nearly(a, b) ? 1 : 0;
    case Op::greater: return a > b && !nearly(a, b) ? 1 : 0;
    case Op::greater_equal: return a > b || nearly(a, b) ? 1 : 0;
    case Op::equal: return nearly(a, b) ? 1 : 0;
    case Op::unequal: return nearly(a, b) ? 0 : 1;
    default: return kNone;
  }
}

double Expression::value(Slots& slots, base::Random* random) const {
  if (slots.size() < n_slots_) slots.resize(n_slots_);
  return value_of(root_, slots, random);
}

Result<double> Expression::evaluate(Slots& slots, base::Random* random) const {
  const double result = value(slots, random);
  if (!std::isfinite(result))
    return Error{ErrorKind::bad_input, where_, "\"" + text_ + "\" gives no finite number with these values."};
  return result;
}

double Expression::cost_of(int at, Slots& slots) const {
  const Node& node = nodes_[static_cast<std::size_t>(at)];
  double cost = node.op == Op::call || node.op == Op::draw ? 5 : 1;
  for (const int one : node.with) cost += cost_of(one, slots);
  base::Random random(1);
  const auto rounds = [&](double n) { return std::isfinite(n) && n > 1 ? std::fmin(n, kMaxRounds) : 1.0; };
  if (node.op == Op::total) return cost_of(node.with[0], slots) + rounds(value_of(node.with[0], slots, &random)) * cost_of(node.with[1], slots);
  if (node.op == Op::tries) return rounds(loop(node, slots, &random)) * cost;
  if (node.op == Op::sum) {
    const double n = value_of(node.with[1], slots, &random) - value_of(node.with[0], slots, &random) + 1;
    return rounds(n) * cost_of(node.with[2], slots);
  }
  return cost;
}

double Expression::cost(Slots& slots) const {
  if (slots.size() < n_slots_) slots.resize(n_slots_);
  return cost_of(root_, slots);
}

}  // namespace loopready::engine
