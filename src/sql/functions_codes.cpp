// Letter case, digests, sizes in bits and bytes, quoted names; BIT_AND and its like.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "sql/aggregate.h"
#include "sql/array_text.h"
#include "sql/cells.h"
#include "sql/letter_case.h"
#include "sql/md5.h"
#include "sql/shown_value.h"

namespace loopready::sql {
namespace {

template <std::string (*Change)(std::string_view)>
void changed(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) give(context, Change(text_of(values[0])));
}

void bytes(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) give(context, static_cast<std::int64_t>(text_of(values[0]).size()));
}

void bits(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) give(context, static_cast<std::int64_t>(text_of(values[0]).size()) * 8);
}

void quote_ident(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view name = text_of(values[0]);
  const bool plain = !name.empty() && (name[0] < '0' || name[0] > '9') &&
                     name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
  give(context, plain ? std::string(name) : quoted_name(name));
}

// lr_scale(x, scale): the digits behind the point of a numeric, as far as its type tells them.
void scale(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (whole_of(values[1]) >= 0) return give(context, whole_of(values[1]));
  const std::string shown = shown_number(number_of(values[0]), -1);
  const std::size_t point = shown.find('.');
  give(context, point == std::string::npos ? std::int64_t{0} : static_cast<std::int64_t>(shown.size() - point - 1));
}

void trim_scale(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) give_number(context, number_of(values[0]));
}

void n_nulls(Context* context, int n, Value** values, bool null) {
  std::int64_t found = 0;
  for (int i = 0; i < n; ++i) found += is_null(values[i]) == null ? 1 : 0;
  give(context, found);
}
void num_nulls(Context* context, int n, Value** values) { n_nulls(context, n, values, true); }
void num_nonnulls(Context* context, int n, Value** values) { n_nulls(context, n, values, false); }

// Every moment here has a day.
void isfinite(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) give_flag(context, text_of(values[0]).find("infinity") == std::string_view::npos);
}

// array_lower(array, 1) and array_upper(array, 1): arrays are counted from 1 here.
void array_bound(Context* context, Value** values, bool upper) {
  if (is_null(values[0]) || is_null(values[1]) || whole_of(values[1]) != 1) return give_null(context);
  const auto elements = read_array(text_of(values[0]));
  if (!elements || elements->empty()) return give_null(context);
  give(context, upper ? static_cast<std::int64_t>(elements->size()) : std::int64_t{1});
}
void array_upper(Context* context, int, Value** values) { array_bound(context, values, true); }
void array_lower(Context* context, int, Value** values) { array_bound(context, values, false); }

// lr_money(x): "-$1,234.50".
void money(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  char buffer[64];
  const double amount = number_of(values[0]);
  std::snprintf(buffer, sizeof buffer, "%.2f", std::abs(amount));
  std::string digits(buffer);
  for (std::size_t at = digits.size() - 3; at > 3; at -= 3) digits.insert(at - 3, ",");
  give(context, std::string(amount < 0 ? "-$" : "$") + digits);
}

// lr_json(text, colon): SQLite's JSON with the blanks that PostgreSQL shows: ", " and ": " for jsonb, " : " for json.
void spaced_json(Context* context, int, Value** values) {
  if (is_null(values[0])) return give_null(context);
  const std::string_view colon = text_of(values[1]);
  std::string shown;
  bool quoted = false;
  const std::string_view text = text_of(values[0]);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted && c == '\\' && at + 1 < text.size()) {
      shown += c;
      shown += text[++at];
      continue;
    }
    if (c == '"') quoted = !quoted;
    if (!quoted && c == ',') shown += ", ";
    else if (!quoted && c == ':') shown += colon;
    else shown += c;
  }
  if (!fits(context, static_cast<std::int64_t>(shown.size()))) return;
  give(context, shown);
  sqlite3_result_subtype(context, 'J');  // JSON inside JSON stays JSON
}

enum class Bits { all_of, any_of, odd };

template <Bits How>
struct BitState {
  explicit BitState(Surroundings&) {}
  void step(Context*, int, Value** values) { change(values[0], 1); }
  void leave(Context*, int, Value** values) { change(values[0], -1); }
  void change(Value* value, std::int64_t by) {
    if (is_null(value)) return;
    n += by;
    const auto whole = static_cast<std::uint64_t>(whole_of(value));
    for (unsigned bit = 0; bit < 64; ++bit)
      if ((whole >> bit & 1u) != 0) set[bit] += by;
  }
  void result(Context* context) const {
    if (n == 0) return give_null(context);
    std::uint64_t whole = 0;
    for (unsigned bit = 0; bit < 64; ++bit) {
      const bool on = How == Bits::all_of ? set[bit] == n : How == Bits::any_of ? set[bit] > 0 : set[bit] % 2 != 0;
      if (on) whole |= std::uint64_t{1} << bit;
    }
    give(context, static_cast<std::int64_t>(whole));
  }
  std::int64_t n = 0;
  std::int64_t set[64] = {};  // how many values have the bit
};

}  // namespace

void register_code_functions(sqlite3* db, Surroundings* surroundings) {
  struct {
    const char* name;
    int n;
    Function function;
  } const functions[] = {{"upper", 1, changed<to_upper>}, {"lower", 1, changed<to_lower>}, {"initcap", 1, changed<to_initcap>},
                         {"md5", 1, changed<md5_hex>},    {"octet_length", 1, bytes},      {"bit_length", 1, bits},
                         {"quote_ident", 1, quote_ident}, {"lr_scale", 2, scale},          {"trim_scale", 1, trim_scale},
                         {"num_nulls", -1, num_nulls},    {"num_nonnulls", -1, num_nonnulls}, {"isfinite", 1, isfinite},
                         {"array_upper", 2, array_upper}, {"array_lower", 2, array_lower}, {"lr_money", 1, money}};
  for (const auto& one : functions) add_function(db, one.name, one.n, one.function, surroundings);
  sqlite3_create_function_v2(db, "lr_json", 2, kDeterministic | SQLITE_RESULT_SUBTYPE, surroundings, spaced_json, nullptr,
                             nullptr, nullptr);
  add_aggregate<BitState<Bits::all_of>>(db, "bit_and", 1, surroundings);
  add_aggregate<BitState<Bits::any_of>>(db, "bit_or", 1, surroundings);
  add_aggregate<BitState<Bits::odd>>(db, "bit_xor", 1, surroundings);
}

}  // namespace loopready::sql
