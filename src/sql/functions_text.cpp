// Text: casts to text, matching, and the functions SQLite lacks or does otherwise.
// Terms: positions and lengths count characters from 1.
#include <algorithm>
#include <cstdio>

#include "base/text.h"
#include "sql/arguments.h"
#include "sql/cells.h"
#include "sql/match.h"
#include "sql/moment.h"
#include "sql/shown_value.h"
#include "sql/to_char.h"

namespace loopready::sql {
namespace {

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }

std::int64_t length_of(std::string_view text) {
  return static_cast<std::int64_t>(base::characters_before(text, text.size()));
}

// `n` characters from character number `from` (0 is the first).
std::string_view part_of_text(std::string_view text, std::int64_t from, std::int64_t n) {
  std::size_t at = 0;
  const auto skip = [&](std::int64_t count) {
    for (; count > 0 && at < text.size(); --count)
      do ++at;
      while (at < text.size() && !starts_character(text[at]));
  };
  skip(from);
  const std::size_t start = at;
  skip(n);
  return text.substr(start, at - start);
}

// lr_text(x, n, scale): n is the length of varchar(n), -1: any.
void to_text(Context* context, int, Value** values) {
  if (is_null(values[0])) return give_null(context);
  std::string text;
  if (sqlite3_value_type(values[0]) == SQLITE_FLOAT || (whole_of(values[2]) > 0 && !is_text(values[0])))
    text = shown_number(number_of(values[0]), static_cast<int>(whole_of(values[2])));
  else text = text_of(values[0]);
  if (whole_of(values[1]) >= 0) text = std::string(part_of_text(text, 0, whole_of(values[1])));
  give(context, text);
}

void flag_to_text(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) give(context, number_of(values[0]) != 0 ? "true" : "false");
}

// Two values: NULL with NULL, as in Redshift; more, which only PostgreSQL takes: NULLs are left out.
void concat(Context* context, int n, Value** values) {
  if (n == 2 && null_with_null(context, n, values)) return;
  std::string text;
  for (int i = 0; i < n; ++i) {
    const std::string_view part = text_of(values[i]);
    if (!fits(context, static_cast<std::int64_t>(text.size() + part.size()))) return;
    text += part;
  }
  give(context, text);
}

// concat_ws(separator, ...): NULLs are left out.
void concat_ws(Context* context, int n, Value** values) {
  if (n < 1 || is_null(values[0])) return give_null(context);
  std::string text;
  bool first = true;
  for (int i = 1; i < n; ++i) {
    if (is_null(values[i])) continue;
    if (!first) text += text_of(values[0]);
    first = false;
    text += text_of(values[i]);
    if (!fits(context, static_cast<std::int64_t>(text.size()))) return;
  }
  give(context, text);
}

void left(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view text = text_of(values[0]);
  const std::int64_t wanted = whole_of(values[1]);
  give(context, part_of_text(text, 0, wanted >= 0 ? wanted : std::max<std::int64_t>(0, length_of(text) + wanted)));
}

void right(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view text = text_of(values[0]);
  constexpr std::int64_t kFar = 1'000'000'000;
  const std::int64_t length = length_of(text), wanted = std::clamp(whole_of(values[1]), -kFar, kFar);
  const std::int64_t from = wanted >= 0 ? std::max<std::int64_t>(0, length - wanted) : -wanted;
  give(context, part_of_text(text, from, length));
}

// substring(text, from, n): positions before 1 count, but hold nothing.
void substring(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view text = text_of(values[0]);
  constexpr std::int64_t kFar = 1'000'000'000;
  const std::int64_t from = std::clamp(whole_of(values[1]), -kFar, kFar);
  std::int64_t count = kFar * 3;
  if (n > 2) {
    count = std::min(whole_of(values[2]), kFar);
    if (count < 0) return refuse(context, "The length of a substring can't be negative");
  }
  const std::int64_t skipped = std::max<std::int64_t>(0, 1 - from);
  give(context, part_of_text(text, std::max<std::int64_t>(0, from - 1), std::max<std::int64_t>(0, count - skipped)));
}

void position_of(Context* context, std::string_view text, std::string_view part) {
  const std::size_t at = text.find(part);
  give(context, at == std::string_view::npos ? std::int64_t{0}
                                             : static_cast<std::int64_t>(base::characters_before(text, at)) + 1);
}
void strpos(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) position_of(context, text_of(values[0]), text_of(values[1]));
}
void charindex(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) position_of(context, text_of(values[1]), text_of(values[0]));
}

void split_part(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  std::string_view text = text_of(values[0]);
  const std::string_view separator = text_of(values[1]);
  std::int64_t wanted = whole_of(values[2]);
  if (wanted == 0) return refuse(context, "The part of SPLIT_PART is counted from 1, or from -1 at the end");
  if (separator.empty()) return give(context, wanted == 1 || wanted == -1 ? text : "");
  if (wanted < 0) {
    for (;; ++wanted) {
      const std::size_t start = text.rfind(separator);
      if (wanted == -1) return give(context, start == std::string_view::npos ? text : text.substr(start + separator.size()));
      if (start == std::string_view::npos) return give(context, "");
      text = text.substr(0, start);
    }
  }
  for (;; --wanted) {
    const std::size_t end = text.find(separator);
    if (wanted == 1) return give(context, text.substr(0, end));
    if (end == std::string_view::npos) return give(context, "");
    text.remove_prefix(end + separator.size());
  }
}

void repeat(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view text = text_of(values[0]);
  const std::int64_t times = std::max<std::int64_t>(0, whole_of(values[1]));
  if (text.empty()) return give(context, "");
  if (times > 1'000'000 || !fits(context, static_cast<std::int64_t>(text.size()) * times))
    return sqlite3_result_error_toobig(context);
  std::string result;
  for (std::int64_t i = 0; i < times; ++i) result += text;
  give(context, result);
}

void pad(Context* context, int n, Value** values, bool at_left) {
  if (null_with_null(context, n, values)) return;
  const std::string_view text = text_of(values[0]);
  const std::int64_t wanted = std::max<std::int64_t>(0, whole_of(values[1]));
  const std::string filler(n > 2 ? text_of(values[2]) : " ");
  if (!fits(context, wanted * 4)) return;
  const std::int64_t lacking = wanted - length_of(text);
  if (lacking <= 0 || filler.empty()) return give(context, part_of_text(text, 0, wanted));
  std::string padding;
  while (length_of(padding) < lacking) padding += filler;
  padding = std::string(part_of_text(padding, 0, lacking));
  give(context, at_left ? padding + std::string(text) : std::string(text) + padding);
}
void lpad(Context* context, int n, Value** values) { pad(context, n, values, true); }
void rpad(Context* context, int n, Value** values) { pad(context, n, values, false); }

void reverse(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  std::string_view text = text_of(values[0]);
  std::string result;
  while (!text.empty()) {
    std::size_t at = text.size() - 1;
    while (at > 0 && !starts_character(text[at])) --at;
    result += text.substr(at);
    text = text.substr(0, at);
  }
  give(context, result);
}

void translate(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view from = text_of(values[1]), to = text_of(values[2]);
  std::string result;
  for (const char c : text_of(values[0])) {
    const std::size_t at = from.find(c);
    if (at == std::string_view::npos) result += c;
    else if (at < to.size()) result += to[at];
  }
  give(context, result);
}

// lr_like(text, pattern, escape, ignoring case)
void like(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view pattern = text_of(values[1]);
  if (pattern.size() > 1'000) return refuse(context, "A LIKE pattern can have at most 1,000 bytes");
  std::int64_t steps = 0;
  const auto match = like_match(text_of(values[0]), pattern, text_of(values[2]), whole_of(values[3]) != 0, steps);
  if (!spend(context, steps / 8)) return;
  if (!match) return refuse(context, "This LIKE pattern ends with the escape character, or is too much work");
  give_flag(context, *match);
}

void to_char(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view format = text_of(values[1]);
  if (const auto moment = is_text(values[0]) ? read_moment(text_of(values[0])) : std::nullopt)
    return give(context, moment_to_char(*moment, format));
  if (const auto interval = is_text(values[0]) ? read_interval(text_of(values[0])) : std::nullopt)
    return give(context, interval_to_char(*interval, format));
  if (is_text(values[0]))
    return refuse(context, "'" + std::string(text_of(values[0]).substr(0, 40)) + "' is neither a date nor a number");
  give(context, number_to_char(number_of(values[0]), format));
}

void chr(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::int64_t code = whole_of(values[0]);
  if (code < 1 || code > 127) return refuse(context, "CHR takes a code from 1 to 127 here");
  const char c = static_cast<char>(code);
  give(context, std::string_view(&c, 1));
}

void ascii(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view text = text_of(values[0]);
  if (text.empty()) return give(context, std::int64_t{0});
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80u) return give(context, static_cast<std::int64_t>(lead));
  const int more = lead >= 0xF0u ? 3 : lead >= 0xE0u ? 2 : 1;
  std::int64_t code = lead & (0x3Fu >> more);
  for (int i = 1; i <= more && i < static_cast<int>(text.size()); ++i)
    code = code * 64 + (static_cast<unsigned char>(text[static_cast<std::size_t>(i)]) & 0x3Fu);
  give(context, code);
}

void quote_literal(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) give(context, quoted_text(text_of(values[0])));
}

void to_hex(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  char buffer[20];
  std::snprintf(buffer, sizeof buffer, "%llx", static_cast<unsigned long long>(whole_of(values[0])));
  give(context, buffer);
}

// format('%s is %s', ...): also %I, %L and %%. Source: PostgreSQL documentation 9.4.1.
void format(Context* context, int n, Value** values) {
  if (n == 0 || is_null(values[0])) return give_null(context);
  const std::string_view pattern = text_of(values[0]);
  std::string text;
  int next = 1;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '%') {
      text += pattern[at];
      continue;
    }
    if (++at < pattern.size() && pattern[at] == '%') {
      text += '%';
      continue;
    }
    const bool left = at < pattern.size() && pattern[at] == '-';
    if (left) ++at;
    std::size_t number = 0;
    for (; at < pattern.size() && pattern[at] >= '0' && pattern[at] <= '9' && number < 10'000; ++at)
      number = number * 10 + static_cast<std::size_t>(pattern[at] - '0');
    if (at < pattern.size() && pattern[at] == '$' && number > 0) {
      next = static_cast<int>(number);
      number = 0;
      ++at;
    }
    const char kind = at < pattern.size() ? pattern[at] : '\0';
    if (kind != 's' && kind != 'I' && kind != 'L')
      return refuse(context, "FORMAT knows %s, %I, %L and %% only; numbers are shown by TO_CHAR");
    if (next >= n) return refuse(context, "FORMAT has more places than values");
    Value* value = values[next++];
    std::string shown(is_null(value) ? std::string_view() : text_of(value));
    if (kind == 'L') shown = is_null(value) ? "NULL" : quoted_text(shown);
    const std::string gap(shown.size() < number ? number - shown.size() : 0, ' ');
    text += left ? shown + gap : gap + shown;
    if (!fits(context, static_cast<std::int64_t>(text.size()))) return;
  }
  give(context, text);
}

// lr_overlay(text, new, from [, length]): counted in characters from 1.
void overlay(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view text = text_of(values[0]), added = text_of(values[1]);
  const std::int64_t from = std::min<std::int64_t>(whole_of(values[2]), 1'000'000'000);
  if (from < 1) return refuse(context, "OVERLAY counts from 1");
  const auto byte_of = [&](std::int64_t character) {
    std::size_t at = 0;
    for (; at < text.size() && character > 0; --character) {
      ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) ++at;
    }
    return at;
  };
  const std::int64_t length =
      n > 3 ? whole_of(values[3]) : static_cast<std::int64_t>(base::characters_before(added, added.size()));
  const std::size_t start = byte_of(from - 1);
  const std::size_t end = std::max(start, byte_of(std::max<std::int64_t>(0, from - 1 + std::min<std::int64_t>(length, 1'000'000))));
  give(context, std::string(text.substr(0, start)) + std::string(added) + std::string(text.substr(end)));
}

void starts_with(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  give_flag(context, text_of(values[0]).substr(0, text_of(values[1]).size()) == text_of(values[1]));
}

}  // namespace

void register_text_functions(sqlite3* db, Surroundings* surroundings) {
  struct {
    const char* name;
    int n;
    Function function;
  } const functions[] = {{"lr_text", 3, to_text},
                         {"lr_flag_text", 1, flag_to_text},
                         {"concat", -1, concat},
                         {"concat_ws", -1, concat_ws},
                         {"left", 2, left},
                         {"right", 2, right},
                         {"lr_left", 2, left},
                         {"lr_right", 2, right},
                         {"substring", 2, substring},
                         {"substring", 3, substring},
                         {"substr", 2, substring},
                         {"substr", 3, substring},
                         {"strpos", 2, strpos},
                         {"charindex", 2, charindex},
                         {"split_part", 3, split_part},
                         {"repeat", 2, repeat},
                         {"lpad", 2, lpad},
                         {"lpad", 3, lpad},
                         {"rpad", 2, rpad},
                         {"rpad", 3, rpad},
                         {"reverse", 1, reverse},
                         {"translate", 3, translate},
                         {"lr_like", 4, like},
                         {"to_char", 2, to_char},
                         {"chr", 1, chr},
                         {"starts_with", 2, starts_with},
                         {"ascii", 1, ascii},
                         {"quote_literal", 1, quote_literal},
                         {"to_hex", 1, to_hex},
                         {"format", -1, format},
                         {"lr_overlay", 3, overlay},
                         {"lr_overlay", 4, overlay}};
  for (const auto& one : functions) add_function(db, one.name, one.n, one.function, surroundings);
}

}  // namespace loopready::sql
