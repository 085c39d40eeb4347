// Expected texts: PostgreSQL 15, UTF-8, locale C.UTF-8.
#include "sql/letter_case.h"

#include <doctest/doctest.h>

using namespace loopready;

TEST_CASE("letters beyond ASCII change their case, and only they") {
  const struct {
    const char* text;
    const char* upper;
    const char* lower;
    const char* initcap;
  } cases[] = {{"", "", "", ""},
               {"o'neil jr", "O'NEIL JR", "o'neil jr", "O'Neil Jr"},
               {"émile ZOLA", "ÉMILE ZOLA", "émile zola", "Émile Zola"},
               {"ÿ÷×ß", "Ÿ÷×ß", "ÿ÷×ß", "Ÿ÷×ß"},
               {"łódź", "ŁÓDŹ", "łódź", "Łódź"},
               {"αβγ άέ", "ΑΒΓ ΆΈ", "αβγ άέ", "Αβγ Άέ"},
               {"ёжик", "ЁЖИК", "ёжик", "Ёжик"},
               {"3rd 日本", "3RD 日本", "3rd 日本", "3rd 日本"}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(sql::to_upper(one.text) == one.upper);
    CHECK(sql::to_lower(one.text) == one.lower);
    CHECK(sql::to_initcap(one.text) == one.initcap);
  }
}

TEST_CASE("bytes that are no UTF-8 stay as they are") { CHECK(sql::to_upper("a\xC3") == "A\xC3"); }
