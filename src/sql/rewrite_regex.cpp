// Regular expressions: the operators ~ ~* !~ !~* and SIMILAR TO, and where Redshift's functions differ.
#include "sql/regex.h"
#include "sql/rewrite.h"

namespace loopready::sql {

// A pattern that stands there is read at once, so that what is wrong with it has a place.
void Rewriter::check_pattern(const Node& pattern, bool similar) {
  if (pattern.kind != NodeKind::string) return;
  std::string error;
  if (!Regex::compile(similar ? similar_as_regex(pattern.word, "\\") : pattern.word, {}, error))
    refuse(pattern.first, error, "");
}

void Rewriter::regex_match(const Node& node) {
  const bool similar = node.word == "similar";
  const bool negated = node.negated || node.word[0] == '!';
  if (!node.escape) check_pattern(*node.children[1], similar);
  edits_.replace(node.op, ",");
  const std::size_t last_word = node.op + (node.negated ? 1 : 0) + (similar ? 1 : 0);
  if (last_word > node.op) edits_.remove(node.op + 1, last_word);
  if (node.escape) edits_.replace(*node.escape, ",");
  std::string rest = ", ''";
  if (similar) rest = node.escape ? "" : ", '\\'";
  else if (node.word.back() == '*') rest = ", 'i'";
  wrap(node, std::string(negated ? "(NOT " : "") + (similar ? "lr_similar(" : "lr_regex_match("),
       rest + (negated ? "))" : ")"));
}

void Rewriter::regex_call(const Node& node) {
  const std::size_t n = node.children.size();
  const auto is_text = [&](std::size_t i) { return i < n && node.children[i]->kind == NodeKind::string; };
  if (node.word == "regexp_replace") {
    bool every = false;
    for (std::size_t i = 3; i < n; ++i) every = every || (is_text(i) && node.children[i]->word.find('g') != std::string::npos);
    if (!every && n < 5)
      note("REGEXP_REPLACE without the flag 'g' replaces the first match, as in PostgreSQL; Redshift's replaces every one.");
    if (is_text(2) && node.children[2]->word.find("$1") != std::string::npos)
      note("A group is written \\1 in the replacement, as in PostgreSQL; $1 stands for itself.");
  } else if (node.word == "regexp_substr") {
    note("REGEXP_SUBSTR without a match is NULL, as in PostgreSQL; in Redshift it is an empty text.");
  }
  if (is_text(1)) check_pattern(*node.children[1], false);
  if (is_text(1) && node.children[1]->word.find("\\\\") != std::string::npos)
    note("A doubled backslash in plain quotes matches a backslash, as in PostgreSQL: write \\d, not \\\\d.");
}

}  // namespace loopready::sql
