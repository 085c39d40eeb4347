// What kind of value an expression has, as far as its spelling tells.
// Here: Kind, Type, reading type names.  Not here: finding an expression's type (infer.h).
// Terms: number is exact (numeric) or floating; both are stored as doubles. Precision and scale only when known.
#pragma once

#include <string>
#include <string_view>

#include "model/table.h"

namespace loopready::sql {

enum class Kind { unknown, null, boolean, integer, number, text, date, timestamp, time, interval, array };

struct Type {
  Kind kind = Kind::unknown;
  int precision = -1;            // of numeric(p, s); the length of varchar(n)
  int scale = -1;                // digits behind the point that an exact number shows, -1: by its value
  bool floating = false;         // real and double precision
  bool zoned = false;            // timestamp with time zone
  Kind element = Kind::unknown;  // of an array
  bool big = false;              // bigint, whose sum is numeric
};

// "numeric(10,2)", "varchar(20)", "timestamp without time zone"; unknown for other names.
Type type_named(std::string_view sql_type);
// "numeric", "date": how the result's column says it; empty for unknown and null.
std::string type_spelling(const Type& type);

inline Type plain_type(Kind kind) { return {kind, -1, -1, false, false, Kind::unknown, false}; }
inline Type big_type() { return {Kind::integer, -1, -1, false, false, Kind::unknown, true}; }
inline Type floating_type() { return {Kind::number, -1, -1, true, false, Kind::unknown, false}; }
inline Type exact_type(int scale) { return {Kind::number, -1, scale, false, false, Kind::unknown, false}; }

// Digits behind the point that a text of it shows, -1: as few as tell the value.
inline int shown_scale(const Type& type) { return type.kind == Kind::number && !type.floating ? type.scale : -1; }

bool is_moment(Kind kind);     // date or timestamp
bool is_numeric(Kind kind);    // integer or number
Type common_type(const Type& a, const Type& b);  // of CASE branches, COALESCE arguments, UNION columns

}  // namespace loopready::sql
