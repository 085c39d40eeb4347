// The letter that tells our array functions what elements are.
// Here: element_code.  Not here: what the functions do with it (shown_value.h).
#pragma once

#include <string>

#include "sql/type.h"

namespace loopready::sql {

// i whole numbers, n numbers (with their scale behind it, when it is known), b booleans, t everything else.
inline std::string element_code(const Type& element) {
  switch (element.kind) {
    case Kind::integer: return "i";
    case Kind::number: return shown_scale(element) < 0 ? "n" : "n" + std::to_string(shown_scale(element));
    case Kind::boolean: return "b";
    default: return "t";
  }
}

inline std::string element_code(Kind element) { return element_code(plain_type(element)); }

}  // namespace loopready::sql
