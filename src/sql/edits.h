// Changes to single tokens of a statement, put together into new text that knows where each byte came from.
// Here: Edits (before, after, in place of a token), Origins.  Not here: which changes (rewrite.h).
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

 private:
  struct Mark {
    std::size_t written;
    std::size_t typed;
  };
  std::vector<Mark> marks_;
};

class Edits {
 public:
  void before(std::size_t token, std::string_view text);
  void after(std::size_t token, std::string_view text);
  void replace(std::size_t token, std::string_view text);
  void remove(std::size_t token) { replace(token, ""); }
  void remove(std::size_t first, std::size_t last);
  void wrap(std::size_t first, std::size_t last, std::string_view open, std::string_view close);
  bool replaced(std::size_t token) const;

  std::string apply(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                    Origins& origins) const;

 private:
  struct Change {
    std::string before;
    std::string after;
    std::string instead;
    bool replaced = false;
  };
  std::map<std::size_t, Change> changes_;
};

}  // namespace loopready::sql
