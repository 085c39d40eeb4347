// Regular expressions as SQL's functions and operators use them.
// Terms: positions and lengths count characters from 1; flags are letters: g every match, i any letter case, n and m by
// lines, x with white space, e the first group (Redshift).
#include <algorithm>

#include "base/text.h"
#include "sql/arguments.h"
#include "sql/array_text.h"
#include "sql/regex.h"

namespace loopready::sql {
namespace {

struct Compiled {
  std::string pattern;
  std::string flags;
  Regex regex;
};

struct Flags {
  RegexOptions options;
  bool every = false;
  bool first_group = false;
};

bool read_flags(Context* context, std::string_view letters, Flags& flags) {
  for (const char c : letters) {
    if (c == 'g') flags.every = true;
    else if (c == 'i') flags.options.ignore_case = true;
    else if (c == 'c') flags.options.ignore_case = false;
    else if (c == 'n' || c == 'm') flags.options.by_lines = true;
    else if (c == 's') flags.options.by_lines = false;
    else if (c == 'x') flags.options.expanded = true;
    else if (c == 'e') flags.first_group = true;
    else if (c != 'p' && c != 'q' && c != 't') {
      refuse(context, "'" + std::string(letters.substr(0, 20)) + "' is no list of flags for a regular expression");
      return false;
    }
  }
  return true;
}

// The pattern's program, kept with the statement while the pattern is a constant; null with the query ended.
const Regex* compiled(Context* context, Value* pattern_value, int argument, const Flags& flags, std::string_view letters,
                      std::optional<Regex>& fresh) {
  const std::string_view pattern = text_of(pattern_value);
  if (auto* kept = static_cast<Compiled*>(sqlite3_get_auxdata(context, argument));
      kept != nullptr && kept->pattern == pattern && kept->flags == letters)
    return &kept->regex;
  if (pattern.size() > 10'000) {
    refuse(context, "A regular expression can have at most 10,000 bytes");
    return nullptr;
  }
  std::string error;
  fresh = Regex::compile(pattern, flags.options, error);
  if (!spend(context, static_cast<std::int64_t>(pattern.size() + 10))) return nullptr;
  if (!fresh) {
    refuse(context, error);
    return nullptr;
  }
  auto* kept = new Compiled{std::string(pattern), std::string(letters), *fresh};
  sqlite3_set_auxdata(context, argument, kept, [](void* one) { delete static_cast<Compiled*>(one); });
  return &*fresh;
}

// One call's text, pattern and flags; use `ready` first.
class Search {
 public:
  Search(Context* context, Value* text, Value* pattern, int pattern_argument, std::string_view letters)
      : context_(context), text_(text_of(text)) {
    ready_ = read_flags(context, letters, flags_);
    if (!ready_) return;
    regex_ = compiled(context, pattern, pattern_argument, flags_, letters, fresh_);
    ready_ = regex_ != nullptr;
  }

  bool ready() const { return ready_; }
  const Flags& flags() const { return flags_; }
  const Regex& regex() const { return *regex_; }
  std::string_view text() const { return text_; }
  std::string_view part(const Group& group) const { return text_.substr(group.first, group.last - group.first); }

  // False when there is no more match, and when the query was stopped: then `stopped` is true.
  bool next(Groups& groups) {
    if (from_ > text_.size()) return false;
    Budget* budget = surroundings_of(context_).budget;
    if (!regex_->search(text_, from_, groups, budget)) {
      stopped_ = !spend(context_, 1);
      return false;
    }
    from_ = groups[0].last;
    if (groups[0].last == groups[0].first) step_over(from_);
    return true;
  }
  bool stopped() const { return stopped_; }
  // Starts at this character, counted from 1.
  void start_at(std::int64_t character) {
    for (; character > 1 && from_ <= text_.size(); --character) step_over(from_);
  }

 private:
  void step_over(std::size_t& at) const {
    if (at >= text_.size()) at = text_.size() + 1;
    else next_code_point(text_, at);
  }

  Context* context_;
  std::string_view text_;
  Flags flags_;
  std::optional<Regex> fresh_;
  const Regex* regex_ = nullptr;
  std::size_t from_ = 0;
  bool ready_ = false;
  bool stopped_ = false;
};

bool is_whole(Value* value) { return sqlite3_value_type(value) == SQLITE_INTEGER; }

// A number among the arguments, at least `least`; the query ends when it is less.
std::optional<std::int64_t> number_from(Context* context, int n, Value** values, int i, std::int64_t otherwise,
                                        std::int64_t least) {
  const std::int64_t number = i < n ? whole_of(values[i]) : otherwise;
  if (number >= least) return number;
  refuse(context, "A position or number of a match is counted from " + std::to_string(least));
  return {};
}

std::string_view flags_from(int n, Value** values, int i) { return i < n ? text_of(values[i]) : std::string_view{}; }

// lr_regex_match(text, pattern, flags)
void match(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  Search search(context, values[0], values[1], 1, flags_from(n, values, 2));
  if (!search.ready()) return;
  Groups groups;
  const bool found = search.next(groups);
  if (!search.stopped()) give_flag(context, found);
}

// lr_similar(text, pattern, escape)
void similar(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string pattern = similar_as_regex(text_of(values[1]), text_of(values[2]));
  std::string error;
  const auto regex = Regex::compile(pattern, {}, error);
  if (!regex) return refuse(context, error);
  Groups groups;
  const bool found = regex->search(text_of(values[0]), 0, groups, surroundings_of(context).budget);
  if (spend(context, static_cast<std::int64_t>(pattern.size()))) give_flag(context, found);
}

// \1 to \9 and \& in the replacement stand for what was matched.
void add_replacement(const Search& search, std::string_view replacement, const Groups& groups, std::string& result) {
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    const char c = replacement[i];
    const char after = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
    const bool group = c == '\\' && ((after >= '1' && after <= '9') || after == '&');
    if (group) {
      const auto number = static_cast<std::size_t>(after == '&' ? 0 : after - '0');
      if (number < groups.size() && groups[number].took_part()) result += search.part(groups[number]);
      ++i;
    } else {
      result += c;
      if (c == '\\' && after == '\\') ++i;
    }
  }
}

// regexp_replace(text, pattern, replacement [, flags]) or (..., start [, which [, flags]]); which 0: every match.
void replace(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const bool by_position = n > 3 && is_whole(values[3]);
  const bool counted = by_position && n > 4 && is_whole(values[4]);
  const auto start = number_from(context, by_position ? n : 0, values, 3, 1, 1);
  const auto which = number_from(context, counted ? n : 0, values, 4, 1, 0);
  if (!start || !which) return;
  Search search(context, values[0], values[1], 1, flags_from(n, values, counted ? 5 : by_position ? 4 : 3));
  if (!search.ready()) return;
  const bool every = search.flags().every || *which == 0;
  search.start_at(*start);
  std::string result;
  std::size_t copied = 0;
  Groups groups;
  for (std::int64_t number = 1; search.next(groups); ++number) {
    if (!every && number < *which) continue;
    result += search.text().substr(copied, groups[0].first - copied);
    add_replacement(search, text_of(values[2]), groups, result);
    copied = groups[0].last;
    if (!fits(context, static_cast<std::int64_t>(result.size()))) return;
    if (!every) break;
  }
  if (search.stopped()) return;
  result += search.text().substr(copied);
  give(context, result);
}

// Moves to match number `which`; false when there are fewer.
bool nth_match(Search& search, std::int64_t start, std::int64_t which, Groups& groups) {
  search.start_at(start);
  for (std::int64_t i = 0; i < which; ++i)
    if (!search.next(groups)) return false;
  return true;
}

// regexp_substr(text, pattern [, start [, which [, flags [, group]]]])
void substr(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto start = number_from(context, n, values, 2, 1, 1);
  const auto which = number_from(context, n, values, 3, 1, 1);
  if (!start || !which) return;
  Search search(context, values[0], values[1], 1, flags_from(n, values, 4));
  if (!search.ready()) return;
  Groups groups;
  const bool found = nth_match(search, *start, *which, groups);
  if (search.stopped()) return;
  const auto group = static_cast<std::size_t>(n > 5 ? std::max<std::int64_t>(0, whole_of(values[5]))
                                                    : search.flags().first_group && search.regex().n_groups() > 0 ? 1 : 0);
  if (!found || group >= groups.size() || !groups[group].took_part()) give_null(context);
  else give(context, search.part(groups[group]));
}

// substring(text from pattern): the first group, or the whole match.
void substring_of(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  Search search(context, values[0], values[1], 1, "");
  if (!search.ready()) return;
  Groups groups;
  const bool found = search.next(groups);
  if (search.stopped()) return;
  const Group part = !found ? Group{} : groups[groups.size() > 1 ? 1 : 0];
  if (part.took_part()) give(context, search.part(part));
  else give_null(context);
}

// regexp_count(text, pattern [, start [, flags]])
void count(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto start = number_from(context, n, values, 2, 1, 1);
  if (!start) return;
  Search search(context, values[0], values[1], 1, flags_from(n, values, 3));
  if (!search.ready()) return;
  search.start_at(*start);
  std::int64_t number = 0;
  for (Groups groups; search.next(groups);) ++number;
  if (!search.stopped()) give(context, number);
}

// regexp_instr(text, pattern [, start [, which [, behind [, flags [, group]]]]])
void instr(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto start = number_from(context, n, values, 2, 1, 1);
  const auto which = number_from(context, n, values, 3, 1, 1);
  if (!start || !which) return;
  Search search(context, values[0], values[1], 1, flags_from(n, values, 5));
  if (!search.ready()) return;
  Groups groups;
  const bool found = nth_match(search, *start, *which, groups);
  if (search.stopped()) return;
  const auto group = static_cast<std::size_t>(n > 6 ? std::max<std::int64_t>(0, whole_of(values[6])) : 0);
  if (!found || group >= groups.size() || !groups[group].took_part()) return give(context, std::int64_t{0});
  const bool behind = n > 4 && whole_of(values[4]) == 1;
  const std::size_t at = behind ? groups[group].last : groups[group].first;
  give(context, static_cast<std::int64_t>(base::characters_before(search.text(), at)) + 1);
}

std::string groups_as_array(const Search& search, const Groups& groups) {
  std::vector<ArrayElement> elements;
  for (std::size_t i = groups.size() > 1 ? 1 : 0; i < groups.size(); ++i)
    elements.push_back(groups[i].took_part() ? ArrayElement(search.part(groups[i])) : std::nullopt);
  return array_text(elements);
}

// regexp_match(text, pattern [, flags]): an array of the groups, or of the whole match.
void first_groups(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  Search search(context, values[0], values[1], 1, flags_from(n, values, 2));
  if (!search.ready()) return;
  Groups groups;
  const bool found = search.next(groups);
  if (search.stopped()) return;
  if (found) give(context, groups_as_array(search, groups));
  else give_null(context);
}

// lr_regexp_all(text, pattern [, flags]): an array with such an array for each match.
void all_groups(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  Search search(context, values[0], values[1], 1, flags_from(n, values, 2));
  if (!search.ready()) return;
  std::vector<ArrayElement> all;
  std::int64_t bytes = 0;
  for (Groups groups; search.next(groups);) {
    all.emplace_back(groups_as_array(search, groups));
    bytes += static_cast<std::int64_t>(all.back()->size()) + 4;
    if (!fits(context, bytes)) return;
    if (!search.flags().every) break;
  }
  if (!search.stopped()) give(context, array_text(all));
}

// regexp_split_to_array(text, pattern [, flags]); empty matches at the ends and behind another match do not count.
void split(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  Search search(context, values[0], values[1], 1, flags_from(n, values, 2));
  if (!search.ready()) return;
  std::vector<ArrayElement> parts;
  std::size_t copied = 0;
  for (Groups groups; search.next(groups);) {
    const Group whole = groups[0];
    if (whole.first == whole.last && (whole.first == copied || whole.first >= search.text().size())) continue;
    parts.emplace_back(search.text().substr(copied, whole.first - copied));
    copied = whole.last;
  }
  if (search.stopped()) return;
  parts.emplace_back(search.text().substr(copied));
  const std::string text = array_text(parts);
  if (fits(context, static_cast<std::int64_t>(text.size()))) give(context, text);
}

}  // namespace

void register_regex_functions(sqlite3* db, Surroundings* surroundings) {
  struct {
    const char* name;
    int least, most;
    Function function;
  } const functions[] = {{"lr_regex_match", 3, 3, match},      {"regexp_like", 2, 3, match},
                         {"lr_similar", 3, 3, similar},        {"regexp_replace", 3, 6, replace},
                         {"regexp_substr", 2, 6, substr},      {"lr_regex_substring", 2, 2, substring_of},
                         {"regexp_count", 2, 4, count},        {"regexp_instr", 2, 7, instr},
                         {"regexp_match", 2, 3, first_groups}, {"lr_regexp_all", 2, 3, all_groups},
                         {"regexp_split_to_array", 2, 3, split}};
  for (const auto& one : functions)
    for (int n = one.least; n <= one.most; ++n) add_function(db, one.name, n, one.function, surroundings);
}

}  // namespace loopready::sql
