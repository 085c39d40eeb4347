#include "pay/money.h"

#include "base/check.h"
#include "base/text.h"

namespace loopready::pay {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::int64_t kMost = 100'000'000;

// Digits with at most `n_digits` behind the point, as a whole number of the last of them. False for anything else.
bool read_decimal(std::string_view text, int n_digits, std::int64_t& value) {
  value = 0;
  int n_before = 0, n_behind = -1;
  for (const char c : text) {
    if (c == '.' && n_behind < 0) {
      n_behind = 0;
      continue;
    }
    if (c < '0' || c > '9') return false;
    if (n_behind >= n_digits) {
      if (c != '0') return false;
      continue;
    }
    if (n_behind >= 0) ++n_behind;
    else if (value > 0) ++n_before;
    if (n_before > 12) return false;
    value = value * 10 + (c - '0');
  }
  for (int n = n_behind < 0 ? 0 : n_behind; n < n_digits; ++n) value *= 10;
  return !text.empty() && text != ".";
}

// Without the signs that people set between digits.
std::string bare(std::string_view text, std::string_view dropped) {
  std::string kept;
  for (const char c : base::trim(text))
    if (dropped.find(c) == std::string_view::npos) kept += c;
  return kept;
}

Error unread(std::string_view text, const char* what) {
  return {ErrorKind::bad_input, "", "\"" + std::string(text.substr(0, 40)) + "\" is no " + what};
}

std::string with_commas(std::int64_t n) {
  std::string text = std::to_string(n);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

}  // namespace

Result<Cents> read_usd(std::string_view text) {
  std::string digits = base::to_lower(bare(text, "$, _"));
  std::int64_t times = 1;
  if (!digits.empty() && (digits.back() == 'k' || digits.back() == 'm')) {
    times = digits.back() == 'k' ? 1'000 : 1'000'000;
    digits.pop_back();
  }
  // Six digits behind the point, so that "1.255m" is exact.
  std::int64_t millionths = 0;
  if (!read_decimal(digits, times == 1 ? 2 : 6, millionths)) return unread(text, "amount of dollars. Write it as 150000, $150,000 or 150k.");
  const std::int64_t unit = times == 1 ? 100 : 1'000'000;
  if (millionths / unit > kMost / times) return unread(text, "amount up to a hundred million dollars.");
  return times == 1 ? millionths : millionths * times / 10'000;
}

Result<std::int64_t> read_whole(std::string_view text) {
  std::int64_t value = 0;
  if (!read_decimal(bare(text, ", _"), 0, value) || value > kMost) return unread(text, "whole number. Write it as 1200 or 1,200.");
  return value;
}

Result<std::int64_t> read_pct_hundredths(std::string_view text) {
  std::string digits = bare(text, "% +");
  const bool below = !digits.empty() && digits[0] == '-';
  std::int64_t value = 0;
  if (!read_decimal(std::string_view(digits).substr(below ? 1 : 0), 2, value) || value > 100'000)
    return unread(text, "percentage. Write it as 10 or 7.5.");
  return below ? -value : value;
}

std::string usd_words(Cents cents) {
  const std::int64_t size = cents < 0 ? -cents : cents;
  std::string words = (cents < 0 ? "-$" : "$") + with_commas(size / 100);
  if (size % 100 != 0) words += std::string(size % 100 < 10 ? ".0" : ".") + std::to_string(size % 100);
  return words;
}

std::string usd_rounded(Cents cents) { return usd_words(scaled(cents, 1, 100) * 100); }

std::string pct_words(std::int64_t hundredths) {
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  std::string words = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
  if (size % 100 != 0) {
    std::string behind = std::string(size % 100 < 10 ? "0" : "") + std::to_string(size % 100);
    if (behind.back() == '0') behind.pop_back();
    words += "." + behind;
  }
  return words + " %";
}

std::int64_t scaled(std::int64_t a, std::int64_t b, std::int64_t c) {
  LR_CHECK(c > 0, "scaled by nothing");
  const std::int64_t product = a * b;
  const std::int64_t half = product < 0 ? -(c / 2) : c / 2;
  return (product + half) / c;
}

}  // namespace loopready::pay
