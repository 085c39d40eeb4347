#include "model/number_text.h"

#include <doctest/doctest.h>

using namespace loopready;

TEST_CASE("numbers are read as people type them") {
  const struct {
    const char* text;
    const char* unit;
    double value;
  } cases[] = {{"12", "", 12},          {" 12,345 ", "", 12345},       {"1,234,567.5", "", 1234567.5}, {"12 345", "", 12345},
               {"3.2%", "", 0.032},     {"3.2%", "%", 3.2},            {"3.2 %", "share", 0.032},      {"3.2 percent", "%", 3.2},
               {"0.05", "", 0.05},      {".05", "", 0.05},             {"0,05", "", 0.05},             {"1e-3", "", 0.001},
               {"1.5E6", "", 1500000},  {"$12", "$", 12},              {"-$1,200.50", "$", -1200.5},   {"\xE2\x88\x92" "4", "", -4},
               {"+7", "", 7},           {"~16", "", 16},               {"= 3", "", 3},                 {"3/8", "", 0.375},
               {"12k", "", 12000},      {"1.2M", "", 1200000},         {"1,600 users", "users", 1600}, {"14 days", "days", 14},
               {"5%", "percentage points", 5}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.text));
    const auto typed = model::number_from_text(one.text);
    REQUIRE(typed.ok());
    CHECK(model::in_unit(typed.value(), one.unit) == doctest::Approx(one.value).epsilon(1e-12));
  }
}

TEST_CASE("what is not one number is refused in a sentence") {
  for (const char* text : {"", "  ", "ten", "1.2.3", "1,23,4", "12-15", "3 + 4", "1/0", "5 of 6", ".", "-", "1e999", "1,2.3,4", "%", "2^3"}) {
    CAPTURE(std::string(text));
    const auto typed = model::number_from_text(text);
    REQUIRE_FALSE(typed.ok());
    CHECK(typed.error().text.back() == '.');
  }
}

TEST_CASE("numbers are shown as people read them") {
  CHECK(model::shown_number(1234.5, 1) == "1,234.5");
  CHECK(model::shown_number(-1234567, 0) == "-1,234,567");
  CHECK(model::shown_number(-0.001, 2) == "0.00");
  CHECK(model::shown_number(999, 0) == "999");
  CHECK(model::shown_number(0.05) == "0.05");
  CHECK(model::shown_number(1.0 / 3) == "0.333333");
  CHECK(model::shown_number(123456.789) == "123,457");
  CHECK(model::shown_number(12345678) == "12,345,678");
  CHECK(model::shown_number(2.50) == "2.5");
  CHECK(model::shown_with_unit(12.34, 1, "%") == "12.3%");
  CHECK(model::shown_with_unit(-1200, 0, "$") == "-$1,200");
  CHECK(model::shown_with_unit(1600, 0, "users per arm") == "1,600 users per arm");
}
