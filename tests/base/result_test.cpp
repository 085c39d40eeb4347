#include "base/result.h"

#include <doctest/doctest.h>

#include <memory>

using namespace loopready::base;

namespace {

Result<int> half_of(int n) {
  if (n % 2 != 0) return Error{ErrorKind::bad_input, "n", "It is odd."};
  return n / 2;
}

Result<int> quarter_of(int n) {
  LR_TRY(const int half, half_of(n));
  LR_TRY(int quarter, half_of(half));
  return quarter;
}

Result<std::unique_ptr<int>> owned(bool good) {
  if (!good) return Error{ErrorKind::not_found, "", "None."};
  return std::make_unique<int>(7);
}

}  // namespace

TEST_CASE("LR_TRY goes on with a value and leaves with the first error") {
  CHECK(quarter_of(12).value() == 3);
  CHECK(quarter_of(6).error().text == "It is odd.");
  CHECK_FALSE(quarter_of(3).ok());
}

TEST_CASE("values that cannot be copied travel by move") {
  auto good = owned(true);
  REQUIRE(good);
  const std::unique_ptr<int> moved = std::move(good).value();
  CHECK(*moved == 7);
  CHECK(owned(false).error().kind == ErrorKind::not_found);
}

TEST_CASE("errors are described with their place when they have one") {
  CHECK(describe({ErrorKind::bad_input, "x.json#/a", "No."}) == "x.json#/a: No.");
  CHECK(describe({ErrorKind::bad_input, "", "No."}) == "No.");
}

TEST_CASE("every kind of error has a name of its own") {
  CHECK(error_kind_name(ErrorKind::bad_input) == std::string("bad_input"));
  CHECK(error_kind_name(ErrorKind::not_found) == std::string("not_found"));
  CHECK(error_kind_name(ErrorKind::unsupported) == std::string("unsupported"));
  CHECK(error_kind_name(ErrorKind::too_large) == std::string("too_large"));
  CHECK(error_kind_name(ErrorKind::outside_failed) == std::string("outside_failed"));
}
