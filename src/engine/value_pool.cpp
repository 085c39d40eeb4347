#include "engine/value_pool.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "base/date.h"
#include "base/text.h"
#include "sql/token.h"

namespace loopready::engine {
namespace {

using model::Cell;
using model::TypeClass;
using sql::Token;
using sql::TokenKind;

constexpr std::int64_t kSecond_us = 1'000'000;
constexpr std::int64_t kDay_us = 86'400 * kSecond_us;
constexpr std::size_t kMostValues = 40;

// What the queries mention, and beside which column.
struct Mentioned {
  std::map<std::string, std::vector<std::string>> texts;  // by column name, "" for those beside none
  std::map<std::string, std::vector<double>> numbers;
  std::vector<std::pair<std::string, std::string>> equated;  // column names
  bool months = false;  // something is cut to months or years
};

bool is_name(const Token& token) { return token.kind == TokenKind::name || token.kind == TokenKind::quoted_name; }
bool is_symbol(const Token& token, std::string_view word) { return token.kind == TokenKind::symbol && token.word == word; }

bool is_comparison(const Token& token) {
  static const std::set<std::string> kSymbols = {"=", "<>", "!=", "<", ">", "<=", ">=", "+", "-", "||"};
  static const std::set<std::string> kWords = {"like", "ilike", "in", "between", "and", "is", "similar"};
  return token.kind == TokenKind::symbol ? kSymbols.count(token.word) > 0 : token.kind == TokenKind::name && kWords.count(token.word) > 0;
}

// The column a literal stands beside: to its left behind comparisons, or right of one.
std::string column_beside(const std::vector<Token>& tokens, std::size_t at, const std::set<std::string>& columns) {
  bool compared = false;
  for (std::size_t back = 1; back <= 14 && back <= at; ++back) {
    const Token& token = tokens[at - back];
    if (is_comparison(token)) compared = true;
    else if (is_name(token) && columns.count(base::to_lower(token.word)) > 0)
      return compared ? base::to_lower(token.word) : "";
    else if (is_symbol(token, ";") || (is_name(token) && (token.word == "select" || token.word == "from" || token.word == "where"))) break;
  }
  if (at + 2 < tokens.size() && is_comparison(tokens[at + 1]))
    for (std::size_t ahead = at + 2; ahead < tokens.size() && ahead <= at + 5; ++ahead)
      if (is_name(tokens[ahead]) && columns.count(base::to_lower(tokens[ahead].word)) > 0)
        return base::to_lower(tokens[ahead].word);
  return "";
}

void read_query(const std::string& query, const std::set<std::string>& columns, Mentioned& mentioned) {
  sql::LexError error;
  const std::vector<Token> tokens = sql::cut_into_tokens(query, error);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::string) {
      mentioned.texts[column_beside(tokens, i, columns)].push_back(token.word);
      mentioned.months = mentioned.months || token.word == "month" || token.word == "year" || token.word == "quarter";
    }
    if (token.kind == TokenKind::number)
      mentioned.numbers[column_beside(tokens, i, columns)].push_back(std::strtod(token.word.c_str(), nullptr));
    if (is_name(token) && (token.word == "month" || token.word == "year" || token.word == "quarter")) mentioned.months = true;
    if (!is_symbol(token, "=") && !(is_name(token) && token.word == "in")) continue;
    // a.x = b.y, x = y, x in (select y ...
    const std::string left = i > 0 && is_name(tokens[i - 1]) ? base::to_lower(tokens[i - 1].word) : "";
    std::string right;
    for (std::size_t ahead = i + 1; ahead < tokens.size() && ahead <= i + 6; ++ahead) {
      if (is_name(tokens[ahead]) && columns.count(base::to_lower(tokens[ahead].word)) > 0) right = base::to_lower(tokens[ahead].word);
      if (!right.empty() || (tokens[ahead].kind != TokenKind::symbol && !is_name(tokens[ahead]))) break;
    }
    if (columns.count(left) > 0 && !right.empty() && left != right) mentioned.equated.emplace_back(left, right);
  }
}

// Pools as sets of columns, joined one by one.
class Groups {
 public:
  explicit Groups(std::size_t n) : above_(n) {
    for (std::size_t i = 0; i < n; ++i) above_[i] = i;
  }
  std::size_t find(std::size_t i) const {
    while (above_[i] != i) i = above_[i];
    return i;
  }
  void join(std::size_t a, std::size_t b) { above_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> above_;
};

class PoolMaker {
 public:
  void add(Cell cell) {
    for (const Cell& one : values_)
      if (model::display(one) == model::display(cell) && one.index() == cell.index()) return;
    if (values_.size() < kMostValues) values_.push_back(std::move(cell));
  }
  std::vector<Cell> take() { return std::move(values_); }

 private:
  std::vector<Cell> values_;
};

std::vector<double> wanted_numbers(const Mentioned& mentioned, const std::set<std::string>& names) {
  std::vector<double> all;
  for (const std::string& name : names)
    if (const auto found = mentioned.numbers.find(name); found != mentioned.numbers.end())
      all.insert(all.end(), found->second.begin(), found->second.end());
  return all;
}

std::vector<std::string> wanted_texts(const Mentioned& mentioned, const std::set<std::string>& names) {
  std::vector<std::string> all;
  for (const std::string& name : names)
    if (const auto found = mentioned.texts.find(name); found != mentioned.texts.end())
      all.insert(all.end(), found->second.begin(), found->second.end());
  return all;
}

std::vector<Cell> integers(const Mentioned& mentioned, const std::set<std::string>& names) {
  PoolMaker pool;
  for (const int plain : {1, 2, 3, 0}) pool.add(std::int64_t{plain});
  const auto around = [&](double number) {
    if (std::fabs(number) > 1e15) return;
    const auto whole = static_cast<std::int64_t>(std::floor(number));
    for (const std::int64_t by : {0, 1, -1}) pool.add(whole + by);
  };
  for (const double number : wanted_numbers(mentioned, names)) around(number);
  for (const double number : wanted_numbers(mentioned, {""}))
    if (std::fabs(number) < 10'000) around(number);
  return pool.take();
}

std::vector<Cell> reals(const Mentioned& mentioned, const std::set<std::string>& names) {
  PoolMaker pool;
  for (const double plain : {1.0, 2.0, 0.0, 3.0, 0.5, 10.25}) pool.add(plain);
  const auto around = [&](double number) {
    for (const double by : {0.0, 0.01, -0.01, 1.0, -1.0}) pool.add(std::round((number + by) * 1e6) / 1e6);
  };
  for (const double number : wanted_numbers(mentioned, names)) around(number);
  for (const double number : wanted_numbers(mentioned, {""}))
    if (std::fabs(number) < 10'000) around(number);
  return pool.take();
}

// A text that fits a LIKE pattern.
std::string instance_of(const std::string& pattern) {
  std::string text;
  for (const char c : pattern)
    if (c == '_') text += 'x';
    else if (c != '%') text += c;
  return text;
}

std::vector<Cell> texts(const Mentioned& mentioned, const std::set<std::string>& names) {
  PoolMaker pool;
  const std::vector<std::string> own = wanted_texts(mentioned, names);
  for (const std::string& text : own) {
    pool.add(instance_of(text));
    if (text.find_first_of("%_") != std::string::npos) {
      pool.add("x" + instance_of(text));
      pool.add(instance_of(text) + "x");
    }
  }
  const std::string& name = *names.begin();
  const bool key = name.size() > 2 && (name.substr(name.size() - 2) == "id" || name == "asin" || name == "sku");
  const std::string head = key ? std::string(1, static_cast<char>(name[0] >= 'a' && name[0] <= 'z' ? name[0] - 32 : name[0])) : "";
  if (key)
    for (const char* number : {"1", "2", "3", "4"}) pool.add(head + number);
  else
    for (const char* plain : {"a", "b", "c"}) pool.add(std::string(plain));
  for (const std::string& text : wanted_texts(mentioned, {""}))
    if (text.size() <= 20 && !base::parse_instant_us(text)) pool.add(text);
  return pool.take();
}

std::vector<std::int64_t> instants(const Mentioned& mentioned, const std::set<std::string>& names, const std::string& today) {
  std::vector<std::int64_t> found;
  for (const std::vector<std::string>& list : {wanted_texts(mentioned, names), wanted_texts(mentioned, {""})})
    for (const std::string& text : list)
      if (const auto us = base::parse_instant_us(text); us && text.size() >= 8) found.push_back(*us);
  for (const auto& [name, list] : mentioned.texts)
    for (const std::string& text : list)
      if (const auto us = base::parse_instant_us(text); found.size() < 4 && us && text.size() >= 8) found.push_back(*us);
  if (found.empty())
    if (const auto us = base::parse_instant_us(today)) found.push_back(*us);
  if (found.empty()) found.push_back(*base::parse_instant_us("2024-01-31"));
  return found;
}

// The queries' whole numbers, which may be counts of days, minutes or hours.
std::vector<std::int64_t> steps_of(const Mentioned& mentioned) {
  std::vector<std::int64_t> steps;
  const auto take = [&](double number) {
    if (number >= 1 && number <= 400 && number == std::floor(number) && steps.size() < 5) steps.push_back(static_cast<std::int64_t>(number));
  };
  for (const auto& [name, list] : mentioned.numbers)
    for (const double number : list) take(number);
  for (const auto& [name, list] : mentioned.texts)  // '30 days'
    for (const std::string& text : list)
      if (!text.empty() && text[0] >= '0' && text[0] <= '9' && !base::parse_instant_us(text)) take(std::strtod(text.c_str(), nullptr));
  return steps;
}

std::vector<Cell> moments(const Mentioned& mentioned, const std::set<std::string>& names, const std::string& today, bool with_time) {
  PoolMaker pool;
  const auto put = [&](std::int64_t us) {
    const std::string full = base::format_instant_us(us);
    if (full.size() >= 19) pool.add(with_time ? full.substr(0, 19) : full.substr(0, 10));
    else pool.add(with_time ? full.substr(0, 10) + " 00:00:00" : full.substr(0, 10));
  };
  for (const std::int64_t base : instants(mentioned, names, today)) {
    put(base);
    put(base + kDay_us);
    put(base - kDay_us);
    if (with_time) {
      put(base + 12 * 3'600 * kSecond_us);
      put(base - kSecond_us);
      put(base + kSecond_us);
    }
    for (const std::int64_t step : steps_of(mentioned)) {
      for (const std::int64_t by : {step, step + 1, step - 1, -step, -step - 1, 1 - step}) put(base + by * kDay_us);
      if (with_time)
        for (const std::int64_t unit : {60 * kSecond_us, 3'600 * kSecond_us}) {
          put(base + step * unit);
          put(base + step * unit + kSecond_us);
        }
    }
    if (mentioned.months)
      for (const std::int64_t by : {28, 31, -31, 366}) put(base + by * kDay_us);
  }
  // A run of days, for windows that reach back over several.
  for (std::int64_t day = 2; day <= 9; ++day) put(instants(mentioned, names, today).front() + day * kDay_us);
  return pool.take();
}

// Where the schema names no type, the queries' literals tell.
TypeClass guessed(const Mentioned& mentioned, const std::set<std::string>& names) {
  for (const std::string& text : wanted_texts(mentioned, names))
    return base::parse_instant_us(text) && text.size() >= 8 ? TypeClass::date : TypeClass::text;
  return TypeClass::integer;
}

}  // namespace

ValuePools pools_for(const Constraints& constraints, const std::vector<std::string>& queries, const std::string& today) {
  struct At {
    std::size_t table, column;
  };
  std::vector<At> all;
  ValuePools pools;
  std::set<std::string> names;
  for (std::size_t t = 0; t < constraints.tables.size(); ++t) {
    pools.pool_of.emplace_back();
    for (std::size_t c = 0; c < constraints.tables[t].columns.size(); ++c) {
      pools.pool_of[t].push_back(all.size());
      all.push_back({t, c});
      names.insert(base::to_lower(constraints.tables[t].columns[c].name));
    }
  }
  Mentioned mentioned;
  for (const std::string& query : queries) read_query(query, names, mentioned);

  const auto column = [&](std::size_t i) -> const ConstrainedColumn& { return constraints.tables[all[i].table].columns[all[i].column]; };
  Groups groups(all.size());
  const auto join_named = [&](const std::string& a, const std::string& b) {
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = 0; j < all.size(); ++j)
        if (i != j && base::equal_ignoring_case(column(i).name, a) && base::equal_ignoring_case(column(j).name, b) &&
            column(i).type_class == column(j).type_class)
          groups.join(i, j);
  };
  for (const std::string& name : names) join_named(name, name);
  for (const auto& [a, b] : mentioned.equated) join_named(a, b);
  for (std::size_t t = 0; t < constraints.tables.size(); ++t)
    for (const Reference& reference : constraints.tables[t].references)
      for (std::size_t c = 0; c < reference.columns.size(); ++c)
        groups.join(pools.pool_of[t][reference.columns[c]], pools.pool_of[reference.table][reference.to[c]]);

  std::map<std::size_t, std::size_t> number;  // of a group's pool
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t group = groups.find(i);
    if (number.count(group) == 0) {
      std::set<std::string> own;
      for (std::size_t j = 0; j < all.size(); ++j)
        if (groups.find(j) == group) own.insert(base::to_lower(column(j).name));
      number[group] = pools.values.size();
      TypeClass type = column(i).type_class;
      if (type == TypeClass::unknown) type = guessed(mentioned, own);
      switch (type) {
        case TypeClass::boolean: pools.values.push_back({Cell(true), Cell(false)}); break;
        case TypeClass::number: pools.values.push_back(reals(mentioned, own)); break;
        case TypeClass::text: pools.values.push_back(texts(mentioned, own)); break;
        case TypeClass::date: pools.values.push_back(moments(mentioned, own, today, false)); break;
        case TypeClass::timestamp: pools.values.push_back(moments(mentioned, own, today, true)); break;
        default: pools.values.push_back(integers(mentioned, own));
      }
    }
    pools.pool_of[all[i].table][all[i].column] = number[group];
  }
  return pools;
}

}  // namespace loopready::engine
