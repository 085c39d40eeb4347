#include "sql/cells.h"

#include <sqlite3.h>

#include <cmath>

#include "base/date.h"
#include "base/text.h"

namespace loopready::sql {

using model::Cell;
using model::TypeClass;

namespace {

std::string quoted(std::string_view text, char quote) {
  std::string result(1, quote);
  for (const char c : text) {
    result += c;
    if (c == quote) result += c;
  }
  return result + quote;
}

std::string hex_of(const unsigned char* bytes, int n) {
  constexpr char kDigits[] = "0123456789abcdef";
  constexpr int kShown = 64;
  std::string text = "\\x";
  for (int i = 0; i < n && i < kShown; ++i) {
    text += kDigits[bytes[i] >> 4];
    text += kDigits[bytes[i] & 15];
  }
  return n > kShown ? text + "\xE2\x80\xA6" : text;
}

}  // namespace

std::string quoted_name(std::string_view name) { return quoted(name, '"'); }
std::string quoted_text(std::string_view text) { return quoted(text, '\''); }

std::string storage_type(std::string_view declared) {
  switch (model::type_class(declared)) {
    case TypeClass::integer:
    case TypeClass::boolean: return " INT";
    case TypeClass::number: return " REAL";
    case TypeClass::text:
    case TypeClass::date:
    case TypeClass::timestamp: return " TEXT";
    case TypeClass::unknown: return "";
  }
  return "";
}

Cell in_one_spelling(const Cell& cell, TypeClass type) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    const auto instant_us =
        type == TypeClass::date || type == TypeClass::timestamp ? base::parse_instant_us(*text) : std::nullopt;
    if (instant_us) {
      std::string full = base::format_instant_us(*instant_us);
      return type == TypeClass::date ? full.substr(0, 10) : full;
    }
    if (type == TypeClass::boolean) {
      if (base::equal_ignoring_case(*text, "true") || base::equal_ignoring_case(*text, "t")) return std::int64_t{1};
      if (base::equal_ignoring_case(*text, "false") || base::equal_ignoring_case(*text, "f")) return std::int64_t{0};
    }
  }
  if (const auto* flag = std::get_if<bool>(&cell)) return std::int64_t{*flag ? 1 : 0};
  return cell;
}

void bind_cell(sqlite3_stmt* statement, int parameter, const Cell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) sqlite3_bind_int64(statement, parameter, *whole);
  else if (const auto* real = std::get_if<double>(&cell)) sqlite3_bind_double(statement, parameter, *real);
  else if (const auto* flag = std::get_if<bool>(&cell)) sqlite3_bind_int64(statement, parameter, *flag ? 1 : 0);
  else if (const auto* text = std::get_if<std::string>(&cell))
    sqlite3_bind_text64(statement, parameter, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  else sqlite3_bind_null(statement, parameter);
}

Cell read_cell(sqlite3_stmt* statement, int column, std::int64_t max_bytes, std::int64_t& bytes) {
  bytes += 16;
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT: {
      const double value = sqlite3_column_double(statement, column);
      if (std::isfinite(value)) return value;
      return std::string(value > 0 ? "Infinity" : "-Infinity");
    }
    case SQLITE_TEXT: {
      std::string text = column_text(statement, column);
      if (static_cast<std::int64_t>(text.size()) > max_bytes) {
        std::size_t end = static_cast<std::size_t>(max_bytes);
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
        text.resize(end);
        text += "\xE2\x80\xA6";
      }
      bytes += static_cast<std::int64_t>(text.size());
      return text;
    }
    case SQLITE_BLOB: {
      const auto* data = static_cast<const unsigned char*>(sqlite3_column_blob(statement, column));
      return hex_of(data, data == nullptr ? 0 : sqlite3_column_bytes(statement, column));
    }
    default: return Cell{};
  }
}

std::string column_text(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  return text == nullptr ? std::string()
                         : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
}

}  // namespace loopready::sql
