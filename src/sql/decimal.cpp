#include "sql/decimal.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace loopready::sql {
namespace {

double on_decimals(double value, int digits, bool half_up) {
  if (!std::isfinite(value) || value == 0 || digits > 15) return value;
  char buffer[48];
  // Fifteen significant digits are what every double keeps of a decimal: "-d.ddddddddddddddde+xx".
  std::snprintf(buffer, sizeof buffer, "%.14e", std::fabs(value));
  std::string mantissa;
  for (const char* c = buffer; *c != 'e'; ++c)
    if (*c != '.') mantissa += *c;
  const int exponent = std::atoi(std::string(buffer).substr(std::string(buffer).find('e') + 1).c_str());
  // mantissa stands for 0.ddd * 10^(exponent + 1); keep this many of its digits.
  const int keep = exponent + 1 + digits;
  if (keep >= static_cast<int>(mantissa.size())) return value;
  if (keep < 0) return 0;
  const bool up = half_up && mantissa[static_cast<std::size_t>(keep)] >= '5';
  std::string head = "0" + mantissa.substr(0, static_cast<std::size_t>(keep));
  if (up) {
    std::size_t i = head.size() - 1;
    while (head[i] == '9') head[i--] = '0';
    ++head[i];
  }
  const double result = std::strtod((head + "e" + std::to_string(-digits)).c_str(), nullptr);
  return value < 0 ? -result : result;
}

}  // namespace

double rounded_to(double value, int digits) { return on_decimals(value, digits, true); }
double cut_to(double value, int digits) { return on_decimals(value, digits, false); }

}  // namespace loopready::sql
