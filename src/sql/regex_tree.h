// Regular expressions read into a tree, in PostgreSQL's advanced form.
// Here: the tree, its reader.  Not here: matching (regex.h).
// Terms: a set is a list of ranges of code points; a greedy expression takes as much text as it can, a lazy one as
// little. Errors: a whole sentence, for patterns that can't be read and for what no automaton does: back references and
// looking around. Source: PostgreSQL documentation 9.7.3 "POSIX Regular Expressions".
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopready::sql {

struct RegexOptions {
  bool ignore_case = false;
  bool by_lines = false;  // ^ and $ at line ends; . and [^a] match no line feed
  bool expanded = false;  // white space and comments say nothing
};

struct CharSet {
  std::vector<std::pair<char32_t, char32_t>> ranges;
  bool negated = false;

  bool has(char32_t c) const;
};

enum class RegexKind { empty, set, line_start, line_end, text_start, text_end, word_start, word_end, word_edge,
                       inside, sequence, choice, repeat, group };

struct RegexNode {
  RegexKind kind = RegexKind::empty;
  CharSet set;
  std::vector<std::unique_ptr<RegexNode>> parts;
  int least = 0;        // repeat
  int most = -1;        // repeat, -1: any number
  bool lazy = false;    // repeat
  bool counted = false;  // repeat {n}, which wants neither more nor less
  int number = 0;       // group: its number from 1, 0: not remembered
  int size = 1;         // of the program for it
  int height = 1;
};

struct RegexTree {
  std::unique_ptr<RegexNode> root;
  int n_groups = 0;
  RegexOptions options;
  std::string error;  // empty: none
};

RegexTree read_regex(std::string_view pattern, RegexOptions options);

enum class Preference { none, longest, shortest };
// What the first quantifier wants decides for the whole expression.
Preference preference(const RegexNode& node);

// The code point at `at`, which moves behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);
bool is_word_character(char32_t c);

}  // namespace loopready::sql
