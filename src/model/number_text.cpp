#include "model/number_text.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"

namespace loopready::model {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// Whether every comma stands where thousands are parted.
bool parts_thousands(std::string_view digits) {
  const std::size_t point = digits.find('.');
  const std::string_view whole = digits.substr(0, point);
  if (point != std::string_view::npos && digits.find(',', point) != std::string_view::npos) return false;
  const std::vector<std::string> groups = base::split(whole, ',');
  if (groups[0].empty() || groups[0].size() > 3) return false;
  for (std::size_t i = 1; i < groups.size(); ++i)
    if (groups[i].size() != 3) return false;
  return true;
}

Error unreadable(std::string_view text) {
  return {ErrorKind::bad_input, "", "\"" + std::string(text) + "\" is not read as one number. Write it like 1234, 12.5, 3.2% or 1e-3."};
}

}  // namespace

Result<TypedNumber> number_from_text(std::string_view given) {
  std::string text(base::trim(given));
  for (const char* minus : {"\xE2\x88\x92", "\xE2\x80\x93"}) replace_all(text, minus, "-");
  for (const char* space : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"}) replace_all(text, space, " ");
  TypedNumber typed;
  std::string_view rest = text;
  const auto skip = [&] { rest = base::trim(rest); };
  bool negative = false;
  for (bool more = true; more && !rest.empty();) {
    more = true;
    if (rest[0] == '-') negative = !negative;
    else if (rest[0] != '+' && rest[0] != '$' && rest[0] != '=' && rest[0] != '~') more = false;
    if (more) rest.remove_prefix(1);
    skip();
  }
  std::string digits;
  while (!rest.empty()) {
    const bool parted = rest[0] == ' ' && rest.size() >= 4 && is_digit(rest[1]) && is_digit(rest[2]) && is_digit(rest[3]) &&
                        (rest.size() == 4 || !is_digit(rest[4]));
    if (is_digit(rest[0]) || rest[0] == '.' || rest[0] == ',') digits += rest[0];
    else if (!parted) break;
    rest.remove_prefix(1);
  }
  if (digits.find(',') != std::string::npos) {
    if (parts_thousands(digits)) replace_all(digits, ",", "");
    else if (digits.find('.') == std::string::npos && digits.find(',') == digits.rfind(',')) replace_all(digits, ",", ".");
    else return unreadable(given);
  }
  if (digits.empty() || digits == "." || digits.find('.') != digits.rfind('.')) return unreadable(given);
  if (const std::size_t point = digits.find('.'); point != std::string::npos)
    typed.decimals = static_cast<int>(digits.size() - point - 1);
  if (rest.size() >= 2 && (rest[0] == 'e' || rest[0] == 'E')) {
    std::size_t end = rest[1] == '-' || rest[1] == '+' ? 2 : 1;
    const std::size_t first = end;
    while (end < rest.size() && is_digit(rest[end])) ++end;
    if (end > first && end - first <= 3) {
      const int exponent = std::atoi(std::string(rest.substr(1, end - 1)).c_str());
      typed.decimals = typed.decimals - exponent < 0 ? 0 : typed.decimals - exponent;
      digits += std::string(rest.substr(0, end));
      rest.remove_prefix(end);
    }
  }
  typed.value = std::strtod(digits.c_str(), nullptr);
  skip();
  if (!rest.empty() && rest[0] == '/') {
    rest.remove_prefix(1);
    const auto under = number_from_text(rest);
    if (!under || under.value().value == 0 || under.value().percent) return unreadable(given);
    typed.value /= under.value().value;
    typed.decimals = 15;
    rest = {};
  }
  if (!rest.empty() && (rest[0] == 'k' || rest[0] == 'K' || rest[0] == 'M') && (rest.size() == 1 || rest[1] == ' ')) {
    typed.value *= rest[0] == 'M' ? 1e6 : 1e3;
    typed.decimals = typed.decimals > 3 ? typed.decimals - 3 : 0;
    rest.remove_prefix(1);
    skip();
  }
  if (!rest.empty() && rest[0] == '%') {
    typed.percent = true;
    rest.remove_prefix(1);
    skip();
  }
  for (const char c : rest)  // a unit may follow, another number may not
    if (is_digit(c)) return unreadable(given);
  if (!rest.empty() && !base::trim(rest).empty() && std::string_view("+-*/^=<>(").find(rest[0]) != std::string_view::npos)
    return unreadable(given);
  if (base::to_lower(rest).substr(0, 7) == "percent") typed.percent = true;
  if (negative) typed.value = -typed.value;
  if (!std::isfinite(typed.value)) return unreadable(given);
  return typed;
}

bool is_percent_unit(std::string_view unit) {
  const std::string lower = base::to_lower(base::trim(unit));
  return lower.substr(0, 1) == "%" || lower.substr(0, 7) == "percent";
}

double in_unit(const TypedNumber& typed, std::string_view unit) {
  return typed.percent && !is_percent_unit(unit) ? typed.value / 100 : typed.value;
}

std::string shown_number(double value, int decimals) {
  char buffer[400];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, std::fabs(value));
  std::string text = buffer;
  const bool zero = text.find_first_not_of("0.") == std::string::npos;
  std::size_t point = text.find('.');
  if (point == std::string::npos) point = text.size();
  for (std::size_t at = point; at > 3; at -= 3) text.insert(at - 3, ",");
  return value < 0 && !zero ? "-" + text : text;
}

std::string shown_number(double value) {
  const double size = std::fabs(value);
  if (size < 1e15 && std::floor(size) == size) return shown_number(value, 0);
  if (size < 1e-6 || size >= 1e15) {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.6g", value);
    return buffer;
  }
  const int before = static_cast<int>(std::floor(std::log10(size))) + 1;
  std::string text = shown_number(value, before >= 6 ? 0 : 6 - before);
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string shown_with_unit(double value, int decimals, const std::string& unit) {
  const std::string number = shown_number(value, decimals);
  if (unit.empty()) return number;
  if (unit == "%") return number + "%";
  if (unit == "$") return value < 0 && number[0] == '-' ? "-$" + number.substr(1) : "$" + number;
  return number + " " + unit;
}

}  // namespace loopready::model
