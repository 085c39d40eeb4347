// Changes to single tokens of a statement, put together into new text that knows where each byte came from.
// Here: Edits (before, after, in place of a token), Written, Origins.  Not here: which changes (rewrite.h).
// Terms: changes around a token nest: what is added later stands further outside.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sql/token.h"

namespace loopready::sql {

// From byte offsets of the written text back to byte offsets of the learner's.
class Origins {
 public:
  void add(std::size_t written, std::size_t typed) { marks_.push_back({written, typed}); }
  std::size_t typed_at(std::size_t written) const;
  // The marks of text that stands `shift` bytes later here.
  void add_all(const Origins& others, std::size_t shift);
  bool empty() const { return marks_.empty(); }

 private:
  struct Mark {
    std::size_t written;
    std::size_t typed;
  };
  std::vector<Mark> marks_;
};

// New text; the parts of it that were typed know their place, also when they move.
struct Written {
  Written() = default;
  Written(std::string_view added) : text(added) {}     // NOLINT: text of ours needs no place
  Written(const std::string& added) : text(added) {}   // NOLINT
  Written(const char* added) : text(added) {}          // NOLINT
  Written& operator+=(const Written& more);
  friend Written operator+(Written a, const Written& b) { return std::move(a += b); }

  std::string text;
  Origins origins;
};

class Edits {
 public:
  Edits(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  void before(std::size_t token, const Written& text);
  void after(std::size_t token, const Written& text);
  void replace(std::size_t token, const Written& text);
  void remove(std::size_t token) { replace(token, ""); }
  void remove(std::size_t first, std::size_t last);
  void wrap(std::size_t first, std::size_t last, const Written& open, const Written& close);
  bool replaced(std::size_t token) const;
  // These tokens with the changes so far go; what changes around them stay is up to later calls.
  void substitute(std::size_t first, std::size_t last, const Written& text);

  // These tokens as they read with the changes so far.
  Written written(std::size_t first, std::size_t last) const;

 private:
  struct Change {
    Written before;
    Written after;
    Written instead;
    bool replaced = false;
  };
  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::map<std::size_t, Change> changes_;
};

}  // namespace loopready::sql
