// Matching regular expressions in time that grows with text times pattern, whatever they are.
// Here: Regex, a program for Pike's machine.  Not here: reading patterns (regex_tree.h), SQL's functions
// (functions_regex.cpp). Terms: offsets are bytes; group 0 is the whole match; of several matches the leftmost counts,
// of these the longest, or the shortest when the pattern's first quantifier is lazy. Errors: a whole sentence from
// compile; searching ends early when the budget runs out. Source: Pike 1987, "The Text Editor sam"; Cox 2009, "Regular
// Expression Matching: the Virtual Machine Approach".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/budget.h"
#include "sql/regex_tree.h"

namespace loopready::sql {

struct Group {
  std::size_t first = std::string_view::npos;  // npos: took no part
  std::size_t last = std::string_view::npos;

  bool took_part() const { return first != std::string_view::npos; }
};

using Groups = std::vector<Group>;

class Regex {
 public:
  // Nothing, with a sentence in `error`, when the pattern can't be used.
  static std::optional<Regex> compile(std::string_view pattern, RegexOptions options, std::string& error);

  // The first match at or behind byte `from`; false when there is none, and when the budget ran out.
  bool search(std::string_view text, std::size_t from, Groups& groups, Budget* budget) const;
  int n_groups() const { return n_groups_; }

 private:
  enum class Op { set, split, jump, save, edge, match };
  struct Instruction {
    Op op = Op::match;
    int a = 0;  // set: its number; split: first choice; jump: where; save: slot; edge: kind
    int b = 0;  // split: second choice
  };
  struct Thread {
    int at;
    std::vector<std::size_t> slots;
  };
  struct Run;

  int emit(Op op, int a = 0, int b = 0);
  void emit(const RegexNode& node);
  void emit_repeat(const RegexNode& node);
  bool edge_holds(int kind, std::string_view text, std::size_t at) const;
  void follow(Run& run, std::vector<Thread>& threads, int start, std::vector<std::size_t> slots, std::size_t at) const;

  std::vector<Instruction> program_;
  std::vector<CharSet> sets_;
  int n_groups_ = 0;
  bool shortest_ = false;
  bool by_lines_ = false;
};

// A SIMILAR TO pattern as a regular expression; `escape` is empty for none.
std::string similar_as_regex(std::string_view pattern, std::string_view escape);

}  // namespace loopready::sql
