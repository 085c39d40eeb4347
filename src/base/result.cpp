#include "base/result.h"

namespace loopready::base {

const char* error_kind_name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::bad_input: return "bad_input";
    case ErrorKind::not_found: return "not_found";
    case ErrorKind::unsupported: return "unsupported";
    case ErrorKind::too_large: return "too_large";
    case ErrorKind::outside_failed: return "outside_failed";
  }
  return "bad_input";
}

std::string describe(const Error& error) {
  return error.where.empty() ? error.text : error.where + ": " + error.text;
}

}  // namespace loopready::base
