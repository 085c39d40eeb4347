#include "sql/regex_tree.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace loopready::sql {
namespace {

using Ptr = std::unique_ptr<RegexNode>;

constexpr int kMaxSize = 8'000;
constexpr int kMaxHeight = 100;
constexpr int kMaxRepeat = 255;
constexpr char32_t kLast = 0x10FFFF;

const char* const kNoBackslashB =
    "\\b is a backspace in PostgreSQL's regular expressions; the edge of a word is \\y.";

Ptr make(RegexKind kind) {
  auto node = std::make_unique<RegexNode>();
  node->kind = kind;
  return node;
}

// The named classes of brackets; false when there is none.
bool add_class(std::string_view name, CharSet& set) {
  constexpr struct {
    const char* name;
    const char* ranges;  // pairs of first and last
  } kClasses[] = {{"digit", "09"},   {"alpha", "azAZ"}, {"alnum", "azAZ09"}, {"upper", "AZ"}, {"lower", "az"},
                  {"word", "azAZ09__"}, {"space", "\t\r  "}, {"blank", "\t\t  "}, {"punct", "!/:@[`{~"},
                  {"xdigit", "09afAF"}, {"graph", "!~"}, {"print", " ~"}, {"cntrl", "\x01\x1F\x7F\x7F"}};
  for (const auto& one : kClasses) {
    if (name != one.name) continue;
    const std::string_view ranges = one.ranges;
    for (std::size_t i = 0; i + 1 < ranges.size(); i += 2)
      set.ranges.push_back({static_cast<unsigned char>(ranges[i]), static_cast<unsigned char>(ranges[i + 1])});
    if (name == "alpha" || name == "alnum" || name == "word") set.ranges.push_back({0xAA, kLast});
    return true;
  }
  return false;
}

void add_both_cases(CharSet& set) {
  const std::size_t n = set.ranges.size();
  for (std::size_t i = 0; i < n; ++i) {
    const char32_t first = set.ranges[i].first, last = set.ranges[i].second;
    const auto add = [&](char32_t from, char32_t to, int shift) {
      const char32_t low = std::max(first, from), high = std::min(last, to);
      if (low <= high) set.ranges.push_back({low + static_cast<char32_t>(shift), high + static_cast<char32_t>(shift)});
    };
    add('a', 'z', -32);
    add('A', 'Z', 32);
  }
}

class Reader {
 public:
  Reader(std::string_view pattern, RegexTree& tree) : text_(pattern), tree_(tree) {}

  Ptr all() {
    options();
    Ptr root = choice(0);
    if (ok() && at_ < text_.size()) fail("This regular expression closes a parenthesis that it never opened.");
    return root;
  }

 private:
  bool ok() const { return tree_.error.empty(); }
  void fail(const std::string& text) {
    if (ok()) tree_.error = text;
  }
  bool sees(std::string_view word) const { return text_.substr(at_, word.size()) == word; }
  bool take(std::string_view word) {
    if (!sees(word)) return false;
    at_ += word.size();
    return true;
  }

  // (?i) and the like at the start.
  void options() {
    if (!sees("(?") || at_ + 2 >= text_.size() || std::string_view("icnmsxpwqbe").find(text_[at_ + 2]) == std::string_view::npos)
      return;
    const std::size_t close = text_.find(')', at_);
    if (close == std::string_view::npos) return;
    for (const char c : text_.substr(at_ + 2, close - at_ - 2)) {
      if (c == 'i') tree_.options.ignore_case = true;
      if (c == 'c') tree_.options.ignore_case = false;
      if (c == 'n' || c == 'm') tree_.options.by_lines = true;
      if (c == 's') tree_.options.by_lines = false;
      if (c == 'x') tree_.options.expanded = true;
    }
    at_ = close + 1;
  }

  void skip_blanks() {
    while (tree_.options.expanded && at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || (c >= '\t' && c <= '\r')) ++at_;
      else if (c == '#') at_ = std::min(text_.find('\n', at_), text_.size());
      else return;
    }
  }

  // A node's size is that of its program, so that nothing too large is ever built.
  Ptr finish(Ptr node) {
    long size = node->kind == RegexKind::group ? 2 : node->kind == RegexKind::sequence ? 0 : 1;
    for (const Ptr& part : node->parts) {
      size += part->size + (node->kind == RegexKind::choice ? 2 : 0);
      node->height = std::max(node->height, part->height + 1);
    }
    if (node->kind == RegexKind::repeat) {
      const long copies = node->most < 0 ? node->least + 1 : node->most;
      size = copies * (node->parts[0]->size + 1) + 2;
    }
    if (size > kMaxSize || node->height > kMaxHeight)
      fail("This regular expression is too large: it repeats or nests too much.");
    node->size = static_cast<int>(std::min<long>(size, kMaxSize + 1));
    return node;
  }

  Ptr choice(int depth) {
    Ptr node = make(RegexKind::choice);
    do node->parts.push_back(sequence(depth));
    while (ok() && take("|"));
    if (node->parts.size() == 1) return std::move(node->parts[0]);
    return finish(std::move(node));
  }

  Ptr sequence(int depth) {
    Ptr node = make(RegexKind::sequence);
    for (skip_blanks(); ok() && at_ < text_.size() && !sees("|") && !sees(")"); skip_blanks()) {
      Ptr one = quantified(atom(depth));
      if (!ok()) break;
      node->parts.push_back(std::move(one));
    }
    return finish(std::move(node));
  }

  Ptr quantified(Ptr node) {
    for (int n = 0; ok(); ++n) {
      skip_blanks();
      int least = 0, most = -1;
      const bool counted = sees("{");
      const std::size_t from = at_;
      if (take("*")) least = 0;
      else if (take("+")) least = 1;
      else if (take("?")) most = 1;
      else if (!bounds(least, most)) return node;
      if (n > 0) fail("A quantifier can't follow another one in a regular expression.");
      Ptr repeat = make(RegexKind::repeat);
      repeat->least = least;
      repeat->most = most;
      repeat->counted = counted && text_.substr(from, at_ - from).find(',') == std::string_view::npos;
      repeat->lazy = take("?");
      repeat->parts.push_back(std::move(node));
      node = finish(std::move(repeat));
    }
    return node;
  }

  // {2}, {2,} and {2,5}; another brace is a character.
  bool bounds(int& least, int& most) {
    if (!sees("{") || at_ + 1 >= text_.size() || text_[at_ + 1] < '0' || text_[at_ + 1] > '9') return false;
    const std::size_t close = text_.find('}', at_);
    const std::string inside(text_.substr(at_ + 1, close == std::string_view::npos ? close : close - at_ - 1));
    if (close == std::string_view::npos || inside.find_first_not_of("0123456789,") != std::string::npos) {
      fail("A count in a regular expression is written {2}, {2,} or {2,5}.");
      return false;
    }
    at_ = close + 1;
    const std::size_t comma = inside.find(',');
    least = std::atoi(inside.c_str());
    most = comma == std::string::npos ? least : comma + 1 == inside.size() ? -1 : std::atoi(inside.c_str() + comma + 1);
    if (least > kMaxRepeat || most > kMaxRepeat || inside.size() > 8)
      fail("A regular expression repeats something at most 255 times.");
    else if (most >= 0 && most < least) fail("A count in a regular expression has its smaller number first.");
    return ok();
  }

  Ptr group(int depth) {
    if (sees("?=") || sees("?!") || sees("?<"))
      fail("Regular expressions can't look ahead or behind here: match the text around it, and take a group of it.");
    else if (sees("?") && !sees("?:")) fail("This regular expression has an unknown form of parenthesis.");
    if (depth > 60) fail("This regular expression nests too deeply.");
    if (!ok()) return make(RegexKind::empty);
    Ptr node = make(RegexKind::group);
    node->number = take("?:") ? 0 : ++tree_.n_groups;
    node->parts.push_back(choice(depth + 1));
    if (ok() && !take(")")) fail("This regular expression opens a parenthesis that it never closes.");
    return finish(std::move(node));
  }

  Ptr atom(int depth) {
    if (take("(")) return group(depth);
    if (sees("*") || sees("+") || sees("?")) {
      fail("A quantifier in a regular expression has nothing to repeat.");
      return make(RegexKind::empty);
    }
    if (take("^")) return make(RegexKind::line_start);
    if (take("$")) return make(RegexKind::line_end);
    if (take("[[:<:]]")) return make(RegexKind::word_start);
    if (take("[[:>:]]")) return make(RegexKind::word_end);
    Ptr node = make(RegexKind::set);
    if (take(".")) {
      node->set.negated = true;
      if (tree_.options.by_lines) node->set.ranges.push_back({'\n', '\n'});
      return node;
    }
    if (take("[")) {
      brackets(node->set);
      return node;
    }
    if (take("\\")) return escaped(std::move(node));
    const char32_t c = next_code_point(text_, at_);
    one_character(c, node->set);
    return node;
  }

  void one_character(char32_t c, CharSet& set) const {
    set.ranges.push_back({c, c});
    if (tree_.options.ignore_case) add_both_cases(set);
  }

  Ptr escaped(Ptr node) {
    if (at_ >= text_.size()) {
      fail("This regular expression ends with a backslash.");
      return node;
    }
    const char c = text_[at_];
    constexpr struct {
      char letter;
      RegexKind kind;
    } kEdges[] = {{'m', RegexKind::word_start}, {'M', RegexKind::word_end},   {'y', RegexKind::word_edge},
                  {'Y', RegexKind::inside},     {'A', RegexKind::text_start}, {'Z', RegexKind::text_end}};
    for (const auto& edge : kEdges)
      if (c == edge.letter) {
        ++at_;
        return make(edge.kind);
      }
    if (c >= '1' && c <= '9') {
      fail("Regular expressions can't refer back to a group here.");
      return node;
    }
    if (class_escape(node->set)) return node;
    one_character(character_escape(), node->set);
    return node;
  }

  // \d \s \w and their opposites.
  bool class_escape(CharSet& set) {
    const char c = text_[at_];
    const char* name = c == 'd' || c == 'D' ? "digit" : c == 's' || c == 'S' ? "space" : c == 'w' || c == 'W' ? "word" : nullptr;
    if (name == nullptr) return false;
    ++at_;
    CharSet found;
    add_class(name, found);
    if (c >= 'a') set.ranges.insert(set.ranges.end(), found.ranges.begin(), found.ranges.end());
    else add_complement(found, set);
    return true;
  }

  static void add_complement(CharSet of, CharSet& set) {
    std::sort(of.ranges.begin(), of.ranges.end());
    char32_t next = 0;
    for (const auto& [first, last] : of.ranges) {
      if (first > next) set.ranges.push_back({next, first - 1});
      next = std::max<char32_t>(next, last + 1);
    }
    if (next <= kLast) set.ranges.push_back({next, kLast});
  }

  // Behind the backslash: \t, \x41, \u00E9, or the character itself.
  char32_t character_escape() {
    const char c = text_[at_];
    constexpr std::pair<char, char> kLetters[] = {{'t', '\t'}, {'n', '\n'}, {'r', '\r'}, {'f', '\f'}, {'v', '\v'},
                                                  {'a', '\a'}, {'e', 27},   {'B', '\\'}};
    for (const auto& [letter, meant] : kLetters)
      if (c == letter) {
        ++at_;
        return static_cast<char32_t>(meant);
      }
    if (c == 'x' || c == 'u' || c == 'U') {
      const std::size_t most = c == 'x' ? 2 : c == 'u' ? 4 : 8;
      std::string digits;
      for (++at_; at_ < text_.size() && digits.size() < most && std::isxdigit(static_cast<unsigned char>(text_[at_])); ++at_)
        digits += text_[at_];
      if (digits.empty()) fail("A character by its number is written \\x41 or \\u00E9.");
      return static_cast<char32_t>(std::strtoul(digits.c_str(), nullptr, 16));
    }
    if (c == 'b') fail(kNoBackslashB);
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '0')
      fail("The escape \\" + std::string(1, c) + " is not known in regular expressions here.");
    return next_code_point(text_, at_);
  }

  void brackets(CharSet& set) {
    set.negated = take("^");
    for (bool first = true; ok(); first = false) {
      if (at_ >= text_.size()) return fail("This regular expression opens a bracket that it never closes.");
      if (!first && take("]")) break;
      if (take("[:")) {
        const std::size_t close = text_.find(":]", at_);
        if (close == std::string_view::npos || !add_class(text_.substr(at_, close - at_), set))
          return fail("A class of characters is written [:digit:], [:alpha:], [:space:] ...");
        at_ = close + 2;
        continue;
      }
      if (sees("[.") || sees("[=")) return fail("Regular expressions know no collating elements here.");
      char32_t low = 0, high = 0;
      if (sees("\\") && at_ + 1 < text_.size()) {
        ++at_;
        if (class_escape(set)) continue;
        low = high = character_escape();
      } else {
        low = high = next_code_point(text_, at_);
      }
      if (sees("-") && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
        ++at_;
        if (take("\\")) high = at_ < text_.size() ? character_escape() : low;
        else high = next_code_point(text_, at_);
        if (high < low) return fail("A range in brackets has its smaller character first.");
      }
      set.ranges.push_back({low, high});
    }
    if (tree_.options.ignore_case) add_both_cases(set);
    if (set.negated && tree_.options.by_lines) set.ranges.push_back({'\n', '\n'});
  }

  std::string_view text_;
  RegexTree& tree_;
  std::size_t at_ = 0;
};

}  // namespace

bool CharSet::has(char32_t c) const {
  for (const auto& [first, last] : ranges)
    if (c >= first && c <= last) return !negated;
  return negated;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(at);
  const std::size_t n = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  char32_t c = n == 1 ? first : first & (0x3Fu >> (n - 1));
  for (std::size_t i = 1; i < n; ++i) c = (c << 6) | (byte(at + i) & 0x3Fu);
  at = std::min(at + n, text.size());
  return c;
}

bool is_word_character(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c >= 0xAA;
}

Preference preference(const RegexNode& node) {
  if (node.kind == RegexKind::choice) return Preference::longest;
  if (node.kind == RegexKind::repeat && !node.counted)
    return node.lazy ? Preference::shortest : Preference::longest;
  for (const auto& part : node.parts)
    if (const Preference found = preference(*part); found != Preference::none) return found;
  return Preference::none;
}

RegexTree read_regex(std::string_view pattern, RegexOptions options) {
  RegexTree tree;
  tree.options = options;
  tree.root = Reader(pattern, tree).all();
  return tree;
}

}  // namespace loopready::sql
