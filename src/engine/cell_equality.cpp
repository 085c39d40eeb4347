#include <cmath>
#include <cstdlib>
#include <optional>

#include "base/date.h"
#include "base/text.h"
#include "engine/compare.h"

namespace loopready::engine {
namespace {

using model::Cell;
using model::TypeClass;

std::optional<double> as_number(const Cell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  if (const auto* text = std::get_if<std::string>(&cell)) {
    const std::string trimmed(base::trim(*text));
    if (trimmed.empty() || trimmed.find_first_not_of("+-.0123456789eE") != std::string::npos) return {};
    char* end = nullptr;
    const double value = std::strtod(trimmed.c_str(), &end);
    if (*end == '\0' && std::isfinite(value)) return value;
  }
  return {};
}

std::optional<bool> as_flag(const Cell& cell) {
  if (const auto* flag = std::get_if<bool>(&cell)) return *flag;
  if (const auto number = as_number(cell)) {
    if (*number == 0 || *number == 1) return *number == 1;
    return {};
  }
  if (const auto* text = std::get_if<std::string>(&cell)) {
    if (base::equal_ignoring_case(*text, "true") || base::equal_ignoring_case(*text, "t")) return true;
    if (base::equal_ignoring_case(*text, "false") || base::equal_ignoring_case(*text, "f")) return false;
  }
  return {};
}

std::optional<std::int64_t> as_instant(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? std::nullopt : base::parse_instant_us(base::trim(*text));
}

}  // namespace

bool equal_cells(const Cell& a, const Cell& b, TypeClass type, double tolerance) {
  const bool a_null = std::holds_alternative<std::monostate>(a), b_null = std::holds_alternative<std::monostate>(b);
  if (a_null || b_null) return a_null && b_null;
  if (type == TypeClass::integer || type == TypeClass::number) {
    const auto x = as_number(a), y = as_number(b);
    if (!x || !y) return a == b;
    const auto *i = std::get_if<std::int64_t>(&a), *j = std::get_if<std::int64_t>(&b);
    if (i != nullptr && j != nullptr && *i == *j) return true;
    const double relative = type == TypeClass::integer ? 0 : 1e-6 * std::fmax(std::fabs(*x), std::fabs(*y));
    return std::fabs(*x - *y) <= tolerance * (1 + 1e-9) + relative + 1e-9;
  }
  if (type == TypeClass::date || type == TypeClass::timestamp) {
    const auto x = as_instant(a), y = as_instant(b);
    return x && y ? *x == *y : a == b;
  }
  if (type == TypeClass::boolean) {
    const auto x = as_flag(a), y = as_flag(b);
    return x && y ? *x == *y : a == b;
  }
  if (type == TypeClass::unknown) {
    const bool texts = std::holds_alternative<std::string>(a) || std::holds_alternative<std::string>(b);
    const auto x = as_number(a), y = as_number(b);
    if (!texts && x && y) return equal_cells(a, b, TypeClass::number, tolerance);
  }
  return a == b;
}

}  // namespace loopready::engine
