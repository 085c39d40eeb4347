// A copy of one of SQLite's values, which outlives the call that gave it.
// Here: KeptValue, its order, writing it into bytes and back.  Not here: aggregates that keep many (aggregate.h).
// Terms: order is SQLite's: NULL, numbers, texts byte by byte.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace loopready::sql {

class KeptValue {
 public:
  KeptValue() = default;
  explicit KeptValue(sqlite3_value* value);
  explicit KeptValue(std::string text) : value_(std::move(text)) {}

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  const std::string* text() const { return std::get_if<std::string>(&value_); }
  double number() const;
  void give(sqlite3_context* context) const;
  std::int64_t bytes() const;

  // Negative, 0 or positive.
  static int compare(const KeptValue& a, const KeptValue& b);
  friend bool operator<(const KeptValue& a, const KeptValue& b) { return compare(a, b) < 0; }

  void write(std::string& bytes) const;
  // Takes one value off the front; false when there is none.
  static bool read(std::string_view& bytes, KeptValue& value);

 private:
  std::variant<std::monostate, std::int64_t, double, std::string> value_;
};

}  // namespace loopready::sql
