#include "sql/names.h"

#include <algorithm>

#include "base/text.h"

namespace loopready::sql {

// Optimal string alignment. Source: Damerau 1964, CACM 7(3); the three-row form.
int edit_distance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<int> before(width), above(width), row(width);
  for (std::size_t j = 0; j < width; ++j) above[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j < width; ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  if (word.size() > 60) return {};
  const std::string lower = base::to_lower(word);
  const int allowed = lower.size() <= 3 ? 1 : lower.size() <= 7 ? 2 : 3;
  std::string best;
  int best_distance = allowed + 1;
  for (const std::string& name : known) {
    const std::string candidate = base::to_lower(name);
    if (candidate == lower || candidate.size() > 60) continue;
    int distance = edit_distance(lower, candidate);
    // "user" for "user_id", "userid" for "user_id": a part or the same letters without underscores.
    std::string bare_word = lower, bare_candidate = candidate;
    bare_word.erase(std::remove(bare_word.begin(), bare_word.end(), '_'), bare_word.end());
    bare_candidate.erase(std::remove(bare_candidate.begin(), bare_candidate.end(), '_'), bare_candidate.end());
    if (bare_word == bare_candidate) distance = 0;
    else if (lower.size() >= 4 && candidate.find(lower) != std::string::npos) distance = std::min(distance, allowed);
    if (distance < best_distance) {
      best_distance = distance;
      best = name;
    }
  }
  return best;
}

const std::vector<std::string>& function_names() {
  static const std::vector<std::string> names = {"abs",
                                                 "add_months",
                                                 "avg",
                                                 "btrim",
                                                 "cast",
                                                 "ceil",
                                                 "ceiling",
                                                 "char_length",
                                                 "charindex",
                                                 "coalesce",
                                                 "concat",
                                                 "corr",
                                                 "count",
                                                 "cume_dist",
                                                 "current_date",
                                                 "current_timestamp",
                                                 "date_part",
                                                 "date_trunc",
                                                 "dateadd",
                                                 "datediff",
                                                 "date_diff",
                                                 "decode",
                                                 "dense_rank",
                                                 "exp",
                                                 "extract",
                                                 "first_value",
                                                 "floor",
                                                 "getdate",
                                                 "greatest",
                                                 "initcap",
                                                 "instr",
                                                 "isnull",
                                                 "lag",
                                                 "last_day",
                                                 "last_value",
                                                 "lead",
                                                 "least",
                                                 "left",
                                                 "len",
                                                 "length",
                                                 "listagg",
                                                 "ln",
                                                 "log",
                                                 "lower",
                                                 "lpad",
                                                 "ltrim",
                                                 "max",
                                                 "median",
                                                 "min",
                                                 "mod",
                                                 "months_between",
                                                 "next_day",
                                                 "now",
                                                 "nth_value",
                                                 "ntile",
                                                 "nullif",
                                                 "nvl",
                                                 "nvl2",
                                                 "percent_rank",
                                                 "percentile_cont",
                                                 "percentile_disc",
                                                 "position",
                                                 "power",
                                                 "rank",
                                                 "regexp_replace",
                                                 "repeat",
                                                 "replace",
                                                 "reverse",
                                                 "right",
                                                 "round",
                                                 "row_number",
                                                 "rpad",
                                                 "rtrim",
                                                 "sign",
                                                 "split_part",
                                                 "sqrt",
                                                 "stddev",
                                                 "stddev_pop",
                                                 "stddev_samp",
                                                 "string_agg",
                                                 "strpos",
                                                 "substring",
                                                 "substr",
                                                 "sum",
                                                 "sysdate",
                                                 "to_char",
                                                 "to_date",
                                                 "to_timestamp",
                                                 "translate",
                                                 "trim",
                                                 "trunc",
                                                 "upper",
                                                 "variance",
                                                 "var_pop",
                                                 "var_samp"};
  return names;
}

const std::vector<std::string>& keywords() {
  static const std::vector<std::string> words = {
      "select",    "from",   "where", "group", "having", "order",    "limit",  "offset", "join",      "inner",
      "left",      "right",  "full",  "outer", "cross",  "using",    "union",  "except", "intersect", "distinct",
      "between",   "case",   "when",  "then",  "else",   "end",      "exists", "over",   "partition", "with",
      "recursive", "values", "desc",  "like",  "ilike",  "interval", "null",   "and"};
  return words;
}

}  // namespace loopready::sql
