// Expected values: the test vectors of RFC 4648, section 10.
#include "base/base64.h"

#include <doctest/doctest.h>

using loopready::base::from_base64;

TEST_CASE("base64: read") {
  const struct {
    const char* text;
    const char* bytes;
  } cases[] = {{"", ""}, {"Zg==", "f"}, {"Zm8=", "fo"}, {"Zm9v", "foo"}, {"Zm9vYg==", "foob"}, {"Zm9vYmE=", "fooba"}, {"Zm9vYmFy", "foobar"}, {"Zg", "f"}};
  for (const auto& one : cases) CHECK(from_base64(one.text).value() == one.bytes);
  CHECK(from_base64("//79").value() == std::string("\xFF\xFE\xFD"));
  CHECK(from_base64(std::string("AAA=")).value() == std::string(2, '\0'));
}

TEST_CASE("base64: refused") {
  for (const char* text : {"Z", "Zm9vZ", "Zm9*", "Zm 9v", "Zm=v"}) CHECK_FALSE(from_base64(text).ok());
}
