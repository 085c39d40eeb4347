#include "pay/vesting.h"

#include "base/check.h"
#include "base/text.h"
#include "pay/money.h"

namespace loopready::pay {

using base::Error;
using base::ErrorKind;

base::Result<std::vector<std::int64_t>> read_schedule(std::string_view text) {
  std::string spaced;
  for (const char c : text) spaced += c == '/' || c == ',' || c == ';' || c == '\t' ? ' ' : c;
  std::vector<std::int64_t> by_year;
  std::int64_t sum = 0;
  for (const std::string& word : base::split(spaced, ' ')) {
    if (base::trim(word).empty() || base::trim(word) == "%") continue;
    LR_TRY(const std::int64_t share, read_pct_hundredths(word));
    if (share < 0) return Error{ErrorKind::bad_input, "", "A year can't vest less than nothing: \"" + word + "\"."};
    by_year.push_back(share);
    sum += share;
  }
  if (by_year.empty() || by_year.size() > 6) return Error{ErrorKind::bad_input, "", "Write one to six percentages, one a year, such as 5/15/40/40."};
  if (sum != 10'000) return Error{ErrorKind::bad_input, "", "The years sum to " + pct_words(sum) + ", and must sum to 100 %."};
  return by_year;
}

std::string schedule_words(const std::vector<std::int64_t>& by_year) {
  std::string words;
  for (const std::int64_t share : by_year) {
    const std::string one = pct_words(share);
    words += (words.empty() ? "" : "/") + one.substr(0, one.size() - 2);
  }
  return words;
}

std::int64_t vested_units(std::int64_t n_units, const Schedule& schedule, int month) {
  LR_CHECK(schedule.n_a_year >= 1 && 12 % schedule.n_a_year == 0, "vestings must divide a year");
  if (month <= 0) return 0;
  const int months_between = 12 / schedule.n_a_year;
  std::int64_t weight = 0;  // of 10,000 * n_a_year
  for (std::size_t year = 0; year < schedule.by_year.size(); ++year) {
    const int into_year = month - static_cast<int>(year) * 12;
    const int n_vestings = into_year <= 0 ? 0 : into_year >= 12 ? schedule.n_a_year : into_year / months_between;
    weight += schedule.by_year[year] * n_vestings;
  }
  return n_units * weight / (10'000 * static_cast<std::int64_t>(schedule.n_a_year));
}

}  // namespace loopready::pay
