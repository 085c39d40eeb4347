#include "sql/kept_value.h"

#include <cstring>

namespace loopready::sql {

KeptValue::KeptValue(sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: value_ = static_cast<std::int64_t>(sqlite3_value_int64(value)); break;
    case SQLITE_FLOAT: value_ = sqlite3_value_double(value); break;
    case SQLITE_NULL: break;
    default: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
      if (text != nullptr) value_ = std::string(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
    }
  }
}

double KeptValue::number() const {
  if (const auto* whole = std::get_if<std::int64_t>(&value_)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value_)) return *real;
  return 0;
}

void KeptValue::give(sqlite3_context* context) const {
  if (const auto* whole = std::get_if<std::int64_t>(&value_)) sqlite3_result_int64(context, *whole);
  else if (const auto* real = std::get_if<double>(&value_)) sqlite3_result_double(context, *real);
  else if (const auto* text = std::get_if<std::string>(&value_))
    sqlite3_result_text64(context, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  else sqlite3_result_null(context);
}

std::int64_t KeptValue::bytes() const {
  const auto* text = std::get_if<std::string>(&value_);
  return static_cast<std::int64_t>(sizeof(KeptValue) + (text == nullptr ? 0 : text->size()));
}

int KeptValue::compare(const KeptValue& a, const KeptValue& b) {
  const auto rank = [](const KeptValue& one) { return one.is_null() ? 0 : one.text() == nullptr ? 1 : 2; };
  if (rank(a) != rank(b)) return rank(a) - rank(b);
  if (rank(a) == 2) return a.text()->compare(*b.text());
  const auto* whole_a = std::get_if<std::int64_t>(&a.value_);
  const auto* whole_b = std::get_if<std::int64_t>(&b.value_);
  if (whole_a != nullptr && whole_b != nullptr) return *whole_a < *whole_b ? -1 : *whole_a > *whole_b ? 1 : 0;
  return a.number() < b.number() ? -1 : a.number() > b.number() ? 1 : 0;
}

// One letter for the kind, then eight bytes of number, or eight bytes of length and the text.
void KeptValue::write(std::string& bytes) const {
  const auto put = [&bytes](char kind, const auto& number) {
    char raw[8];
    std::memcpy(raw, &number, sizeof raw);
    bytes += kind;
    bytes.append(raw, sizeof raw);
  };
  if (const auto* whole = std::get_if<std::int64_t>(&value_)) put('i', *whole);
  else if (const auto* real = std::get_if<double>(&value_)) put('r', *real);
  else if (const auto* text = std::get_if<std::string>(&value_)) {
    put('t', static_cast<std::int64_t>(text->size()));
    bytes += *text;
  } else bytes += 'n';
}

bool KeptValue::read(std::string_view& bytes, KeptValue& value) {
  value = {};
  if (bytes.empty()) return false;
  const char kind = bytes[0];
  bytes.remove_prefix(1);
  if (kind == 'n') return true;
  if (bytes.size() < 8) return false;
  std::int64_t whole = 0;
  std::memcpy(&whole, bytes.data(), 8);
  if (kind == 'i') value.value_ = whole;
  if (kind == 'r') {
    double real = 0;
    std::memcpy(&real, bytes.data(), 8);
    value.value_ = real;
  }
  bytes.remove_prefix(8);
  if (kind != 't') return true;
  const auto size = static_cast<std::size_t>(whole);
  if (whole < 0 || size > bytes.size()) return false;
  value.value_ = std::string(bytes.substr(0, size));
  bytes.remove_prefix(size);
  return true;
}

}  // namespace loopready::sql
