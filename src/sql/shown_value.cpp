#include "sql/shown_value.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "sql/decimal.h"

namespace loopready::sql {

std::string shown_number(double value, int scale) {
  if (scale < 0 || scale > 30 || !(std::fabs(value) < 1e25)) return base::shortest(value);
  char buffer[80];
  std::snprintf(buffer, sizeof buffer, "%.*f", scale, rounded_to(value, scale));
  std::string text = buffer;
  if (text[0] == '-' && text.find_first_of("123456789") == std::string::npos) text.erase(0, 1);
  return text;
}

ArrayElement shown_element(Value* value, std::string_view how) {
  const int type = sqlite3_value_type(value);
  if (type == SQLITE_NULL) return {};
  if (how == "b") return number_of(value) != 0 ? "t" : "f";
  if (type == SQLITE_FLOAT) return shown_number(number_of(value), how.size() > 1 ? std::atoi(std::string(how.substr(1)).c_str()) : -1);
  return std::string(text_of(value));
}

void give_element(Context* context, const ArrayElement& element, std::string_view how) {
  if (!element) return give_null(context);
  const std::string& text = *element;
  if (how == "i") return give(context, static_cast<std::int64_t>(std::strtoll(text.c_str(), nullptr, 10)));
  if (how.substr(0, 1) == "n") return give_number(context, std::strtod(text.c_str(), nullptr));
  if (how == "b") return give_flag(context, text == "t" || text == "true" || text == "1");
  give(context, text);
}

}  // namespace loopready::sql
