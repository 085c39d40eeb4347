// A value, or an error with its place and a sentence.
// Here: Error, Result<T>, Status, LR_TRY.  Not here: our own bugs (check.h).
// Errors are for bad input and for an outside that failed; whoever receives one passes it on (LR_TRY) or handles it, once.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace loopready::base {

enum class ErrorKind { bad_input, not_found, unsupported, too_large, outside_failed };

// "bad_input", "not_found" ...: the spelling used in messages.
const char* error_kind_name(ErrorKind kind);

struct Error {
  ErrorKind kind = ErrorKind::bad_input;
  std::string where;  // such as "items/sql/x.json#/traps/2", may be empty
  std::string text;   // a whole sentence for the reader
};

// "where: text", or the text alone.
std::string describe(const Error& error);

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { LR_CHECK(ok(), "value() of an error"); return *std::get_if<0>(&state_); }
  T& value() & { LR_CHECK(ok(), "value() of an error"); return *std::get_if<0>(&state_); }
  T&& value() && { LR_CHECK(ok(), "value() of an error"); return std::move(*std::get_if<0>(&state_)); }
  const Error& error() const { LR_CHECK(!ok(), "error() of a value"); return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace loopready::base

#define LR_JOIN_INNER(a, b) a##b
#define LR_JOIN(a, b) LR_JOIN_INNER(a, b)
#define LR_TRY_INNER(name, target, expression) \
  auto name = (expression);                    \
  if (!name.ok()) return name.error();         \
  target = std::move(name).value()

// LR_TRY(auto table, read_table(json)); leaves the function with the error, or goes on with the value.
#define LR_TRY(target, expression) LR_TRY_INNER(LR_JOIN(lr_result_, __LINE__), target, expression)
