// TO_CHAR of numbers.
// Source: PostgreSQL 15, formatting.c (NUM_processor): which blanks, zeros and signs a pattern shows. Checked against
// PostgreSQL over a table of patterns and numbers.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "sql/decimal.h"
#include "sql/to_char.h"

namespace loopready::sql {
namespace {

enum class Sign { plain, before, behind, minus, plus, either, brackets };

// What the whole pattern says, before any digit is written.
struct Pattern {
  int pre = 0;         // digits in front of the point
  int post = 0;        // and behind it
  int zero_start = 0;  // the place of the first 0, counted from 1; 0: none
  int zero_end = 0;
  bool point = false;
  bool fill = true;  // no FM
  Sign sign = Sign::plain;
};

bool starts(std::string_view text, std::string_view head) {
  return base::equal_ignoring_case(text.substr(0, head.size()), head);
}

Pattern read_pattern(std::string_view format) {
  Pattern pattern;
  for (std::size_t at = 0; at < format.size(); ++at) {
    const std::string_view rest = format.substr(at);
    const char c = rest[0];
    if (c == '9' || c == '0') {
      if (c == '0' && pattern.zero_start == 0 && !pattern.point) pattern.zero_start = pattern.pre + 1;
      ++(pattern.point ? pattern.post : pattern.pre);
      if (c == '0') pattern.zero_end = pattern.pre + pattern.post;
    } else if (c == '"') {
      at = std::min(format.find('"', at + 1), format.size());
    } else if (c == '.' || c == 'D' || c == 'd') {
      pattern.point = true;
    } else if (starts(rest, "FM")) {
      pattern.fill = false;
      ++at;
    } else if (starts(rest, "MI")) {
      pattern.sign = Sign::minus;
      ++at;
    } else if (starts(rest, "PL")) {
      pattern.sign = Sign::plus;
      ++at;
    } else if (starts(rest, "SG")) {
      pattern.sign = Sign::either;
      ++at;
    } else if (starts(rest, "PR")) {
      pattern.sign = Sign::brackets;
      ++at;
    } else if (c == 'S' || c == 's') {
      pattern.sign = pattern.pre + pattern.post == 0 ? Sign::before : Sign::behind;
    }
  }
  return pattern;
}

class Writer {
 public:
  Writer(const Pattern& pattern, double value) : pattern_(pattern), negative_(value < 0) {
    char buffer[400];
    std::snprintf(buffer, sizeof buffer, "%.*f", std::min(pattern.post, 20),
                  std::fabs(rounded_to(value, pattern.post)));
    number_ = buffer;
    const auto length = static_cast<int>(std::min(number_.find('.'), number_.size()));
    if (length > pattern.pre) {
      number_ = std::string(static_cast<std::size_t>(pattern.pre), '#');
      if (pattern.post > 0) number_ += "." + std::string(static_cast<std::size_t>(pattern.post), '#');
    } else {
      spaces_ = pattern.pre - length;
    }
    if (!pattern.fill && pattern.point && number_.find('.') != std::string::npos) find_last_relevant();
    if (number_.find_first_of("123456789#") == std::string::npos) negative_ = false;
    const bool marks_sign = pattern.sign == Sign::minus || pattern.sign == Sign::either;
    sign_written_ = marks_sign || (!negative_ && !pattern.fill && pattern.sign != Sign::before &&
                                   pattern.sign != Sign::behind && pattern.sign != Sign::plus);
  }

  std::string all(std::string_view format) {
    for (std::size_t at = 0; at < format.size(); ++at) {
      const std::string_view rest = format.substr(at);
      const char c = rest[0];
      if (c == '9' || c == '0' || c == '.' || c == 'D' || c == 'd') {
        place(c == '0');
      } else if (c == '"') {
        const std::size_t close = std::min(format.find('"', at + 1), format.size());
        text_ += format.substr(at + 1, close - at - 1);
        at = close;
      } else if (c == ',' || c == 'G' || c == 'g') {
        if (inside_) text_ += ',';
        else if (pattern_.fill) text_ += ' ';
      } else if (starts(rest, "FM") || starts(rest, "PR")) {
        ++at;
      } else if (starts(rest, "MI") || starts(rest, "PL") || starts(rest, "SG")) {
        sign_mark(rest);
        ++at;
      } else if (starts(rest, "TH")) {
        if (!negative_ && number_[0] != '#') text_ += ordinal_suffix(std::atoll(number_.c_str()), c == 'T');
        ++at;
      } else if (c == 'L' || c == 'l') {
        text_ += ' ';
      } else if (c != 'S' && c != 's') {
        text_ += c;
      }
    }
    return text_;
  }

 private:
  // FM drops zeros at the end, but not where the pattern has a 0.
  void find_last_relevant() {
    last_relevant_ = static_cast<int>(std::max(number_.find('.'), number_.find_last_of("123456789#.")));
    if (pattern_.zero_end > spaces_) {
      const int last_zero = std::min(static_cast<int>(number_.size()) - 1, pattern_.zero_end - spaces_);
      last_relevant_ = std::max(last_relevant_, last_zero);
    }
  }

  bool ends_at_point() const { return last_relevant_ >= 0 && number_[static_cast<std::size_t>(last_relevant_)] == '.'; }
  // "0.5" by the pattern 9.9 has a blank in front of its point.
  bool leading_zero_left_out() const {
    return pattern_.zero_start == 0 && at_ == 0 && number_[0] == '0' && pattern_.post != 0;
  }

  void sign_mark(std::string_view which) {
    const bool minus = starts(which, "MI"), plus = starts(which, "PL");
    if (minus ? negative_ : plus ? !negative_ : true) text_ += negative_ ? '-' : '+';
    else if (pattern_.fill) text_ += ' ';
  }

  void write_sign() {
    const bool at_number = place_ >= spaces_ || (pattern_.zero_start != 0 && pattern_.zero_start - 1 == place_);
    if (sign_written_ || !at_number || (leading_zero_left_out() && !ends_at_point())) return;
    if (pattern_.sign == Sign::behind) return;
    if (pattern_.sign == Sign::before) text_ += negative_ ? '-' : '+';
    else if (pattern_.sign == Sign::brackets) text_ += negative_ ? '<' : ' ';
    else if (negative_) text_ += '-';
    else if (pattern_.fill) text_ += ' ';
    sign_written_ = true;
  }

  // One of the places 9, 0 and the point.
  void place(bool zero) {
    write_sign();
    const bool zeros_from_here = pattern_.zero_start != 0 && pattern_.zero_start - 1 <= place_;
    if (place_ < spaces_ && !zeros_from_here) {
      if (pattern_.fill) text_ += ' ';
    } else if (place_ < spaces_) {
      text_ += '0';
      inside_ = true;
    } else {
      digit(zero);
      if (static_cast<std::size_t>(at_) < number_.size()) ++at_;
    }
    int end = pattern_.pre + pattern_.post + (pattern_.point ? 1 : 0);
    if (last_relevant_ >= 0 && last_relevant_ == at_) end = place_;
    if (place_ + 1 == end) {
      if (sign_written_ && pattern_.sign == Sign::brackets && (negative_ || pattern_.fill)) text_ += negative_ ? '>' : ' ';
      if (pattern_.sign == Sign::behind) text_ += negative_ ? '-' : '+';
    }
    ++place_;
  }

  void digit(bool zero) {
    const char c = static_cast<std::size_t>(at_) < number_.size() ? number_[static_cast<std::size_t>(at_)] : '\0';
    if (c == '.') {
      text_ += '.';
    } else if (last_relevant_ >= 0 && at_ > last_relevant_ && !zero) {
      return;
    } else if (leading_zero_left_out()) {
      if (pattern_.fill) text_ += ' ';
      else if (ends_at_point()) text_ += '0';
    } else if (c != '\0') {
      text_ += c;
      inside_ = true;
    }
  }

  const Pattern& pattern_;
  bool negative_;
  std::string number_;
  int spaces_ = 0;          // places in front of the number
  int last_relevant_ = -1;  // index into number_, -1: all of it
  int place_ = 0;
  int at_ = 0;
  bool sign_written_ = false;
  bool inside_ = false;
  std::string text_;
};

}  // namespace

std::string number_to_char(double value, std::string_view format) {
  const Pattern pattern = read_pattern(format);
  if (!std::isfinite(value) || std::fabs(value) > 1e60) return std::string(format.size() + 1, '#');
  return Writer(pattern, value).all(format);
}

}  // namespace loopready::sql
