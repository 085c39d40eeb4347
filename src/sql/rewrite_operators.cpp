// Operators: arithmetic with dates, division, comparisons of unlike kinds, LIKE and its relatives.
#include "base/text.h"
#include "sql/array_text.h"
#include "sql/cells.h"
#include "sql/moment.h"
#include "sql/rewrite.h"

namespace loopready::sql {
namespace {

bool is_comparison(std::string_view word) {
  for (const char* one : {"=", "==", "<>", "!=", "<", ">", "<=", ">=", "is distinct from"})
    if (word == one) return true;
  return false;
}

// The literal inside parentheses, or null.
const Node* literal_of(const Node& node) {
  if (node.kind == NodeKind::string) return &node;
  if (node.kind == NodeKind::group && node.children.size() == 1) return literal_of(*node.children[0]);
  return nullptr;
}

bool surely_plain(const Node& node) { return is_numeric(node.type.kind) || node.type.kind == Kind::null; }

bool is_nonzero_literal(const Node& node) {
  return node.kind == NodeKind::number && node.word.find_first_of("123456789") != std::string::npos;
}

}  // namespace

void Rewriter::binary(Node& node) {
  const std::string& word = node.word;
  if (word == "+" || word == "-" || word == "*" || word == "/" || word == "%") return arithmetic(node);
  if (is_comparison(word)) return comparison(node);
  if (word == "like" || word == "ilike" || word == "~~" || word == "~~*" || word == "!~~") return match(node);
  if (word == "||") return concatenation(node);
  if (word == "[]") return element(node);
  if (word == "^") {
    edits_.replace(node.op, ",");
    wrap(node, "lr_power(", ")");
  } else if (word == "similar" || word == "~" || word == "~*" || word == "!~" || word == "!~*" || word == "regexp") {
    regex_match(node);
  } else if (word == "at time zone") {
    at_time_zone(node);
  } else if (word == "@>" || word == "<@" || word == "&&") {
    array_sets(node);
  } else if (word == "#>" || word == "#>>") {
    json_path(node);
  } else if (word == "collate") {
    // SQLite compares bytes, as "C" does; PostgreSQL's other collations have no counterpart.
    if (tokens_[node.last].word != "nocase" && tokens_[node.last].word != "binary") edits_.remove(node.op, node.last);
  } else if (word == "overlaps") {
    overlaps(node);
  }
}

void Rewriter::arithmetic(Node& node) {
  const Node& a = *node.children[0];
  const Node& b = *node.children[1];
  const std::string& word = node.word;
  if (word == "+" || word == "-") {
    if (surely_plain(a) && surely_plain(b)) return;
    if (is_moment(a.type.kind) || is_moment(b.type.kind))
      differ("Dates", "Dates subtract to days and timestamps to intervals; SQLite would treat them as texts.");
    edits_.replace(node.op, ",");
    wrap(node, word == "+" ? "lr_add(" : "lr_subtract(", ")");
    return;
  }
  if (a.type.kind == Kind::interval && (word == "*" || word == "/")) {
    edits_.replace(node.op, word == "*" ? "," : ", 1.0 / (");
    wrap(node, "lr_interval_times(", word == "*" ? ")" : "))");
    return;
  }
  if (b.type.kind == Kind::interval && word == "*") {
    edits_.replace(node.op, ",");
    wrap(node, "lr_interval_times(", ")");
    return;
  }
  if (word == "*") return;
  if (word == "/" && a.type.kind == Kind::integer && b.type.kind == Kind::integer)
    differ("Integer division", "Two whole numbers give a whole number: 7 / 2 is 3. Cast one side to numeric for 3.5.");
  else if (word == "/")
    differ("Division", "A numeric keeps its digits when divided, even where its value is whole; dividing by zero is an error.");
  const bool real = node.type.kind == Kind::number && (a.type.kind != Kind::integer || b.type.kind != Kind::integer);
  if (word == "%" && node.type.kind == Kind::number) {
    edits_.replace(node.op, ",");
    wrap(node, "lr_modulo(", ", " + place(node.op) + ")");
    return;
  }
  if (is_nonzero_literal(b) && (!real || b.type.kind == Kind::number)) return;
  edits_.wrap(b.first, b.last, real && word == "/" ? "lr_real_divisor(" : "lr_divisor(", ", " + place(node.op) + ")");
}

// x #>> '{a,0}' becomes x -> 'a' ->> 0.
void Rewriter::json_path(const Node& node) {
  const Node& path = *node.children[1];
  const auto steps = path.kind == NodeKind::string ? read_array(path.word) : std::nullopt;
  if (!steps || steps->empty())
    return refuse(node.op, "A path into JSON is written out here.", "Write x -> 'key' ->> 'key'.");
  std::string text;
  for (std::size_t i = 0; i < steps->size(); ++i) {
    const std::string step = (*steps)[i].value_or("");
    const bool index = !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
    const bool shown = i + 1 == steps->size() && node.word == "#>>";
    text += std::string(shown ? " ->> " : " -> ") + (index ? step : quoted_text(step));
  }
  edits_.substitute(node.op, path.last, text);
}

// a LIKE b [ESCAPE c] becomes lr_like(a, b, c, ignoring case); a backslash escapes when nothing else is said.
void Rewriter::match(const Node& node) {
  const bool ignore_case = node.word == "ilike" || node.word == "~~*";
  differ("LIKE", "LIKE heeds letter case and ILIKE does not; SQLite's LIKE ignores it.");
  const bool negated = node.negated || node.word == "!~~";
  edits_.replace(node.op, ",");
  if (node.negated) edits_.remove(node.op + 1);
  if (node.escape) edits_.replace(*node.escape, ",");
  wrap(node, negated ? "(NOT lr_like(" : "lr_like(",
       std::string(node.escape ? "" : ", '\\'") + (ignore_case ? ", 1)" : ", 0)") + (negated ? ")" : ""));
}

// || binds more tightly in SQLite than in PostgreSQL.
void Rewriter::concatenation(const Node& node) {
  if (node.type.kind == Kind::array) return append(node);
  for (const NodePtr& child : node.children) {
    if (child->kind == NodeKind::binary && child->word != "||" && !edits_.replaced(child->op)) wrap(*child, "(", ")");
    as_text(*child);
  }
}

// Gives a number or a boolean the text that PostgreSQL shows for it.
void Rewriter::as_text(const Node& node) {
  if (node.type.kind == Kind::boolean) wrap(node, "lr_flag_text(", ")");
  if (node.type.kind == Kind::number) wrap(node, "lr_text(", ", -1, " + std::to_string(shown_scale(node.type)) + ")");
}

void Rewriter::comparison(const Node& node) {
  if (node.word == "==") edits_.replace(node.op, "=");
  compare(*node.children[0], *node.children[1]);
}

void Rewriter::compare(const Node& left, const Node& right) { compare_list(left, {&right}); }

// Gives a quoted literal the other side's kind, as PostgreSQL does; false when it stays as it is.
bool Rewriter::literal_as(const Node& node, Kind kind) {
  const Node* literal = literal_of(node);
  if (literal == nullptr) return false;
  if (is_moment(kind)) {
    const auto moment = read_moment(literal->word);
    if (!moment) {
      refuse(literal->first, "'" + literal->word + "' is not a date, but is compared with one.",
             "Dates are written YYYY-MM-DD.");
      return true;
    }
    edits_.replace(literal->first, quoted_text(moment_text({moment->us, kind == Kind::timestamp})));
    return true;
  }
  if (kind == Kind::time) {
    wrap(*literal, "lr_time(", ", " + place(literal->first) + ")");
    return true;
  }
  if (is_numeric(kind)) {
    const std::string_view number = base::trim(literal->word);
    const bool fits = !number.empty() && number.find_first_not_of("0123456789.") == std::string_view::npos &&
                      number.find('.') == number.rfind('.') && number != ".";
    const bool negative = number.size() > 1 && number[0] == '-' &&
                          number.substr(1).find_first_not_of("0123456789.") == std::string_view::npos;
    if (!fits && !negative) {
      refuse(literal->first, "'" + literal->word + "' is not a number, but is compared with one.", "");
      return true;
    }
    edits_.replace(literal->first, number);
    return true;
  }
  if (kind == Kind::boolean) {
    const std::string word = base::to_lower(base::trim(literal->word));
    const bool yes = word == "true" || word == "t" || word == "yes" || word == "1";
    const bool no = word == "false" || word == "f" || word == "no" || word == "0";
    if (!yes && !no) refuse(literal->first, "'" + literal->word + "' is neither true nor false.", "");
    else edits_.replace(literal->first, yes ? "1" : "0");
    return true;
  }
  return false;
}

// One value compared with others: all are brought to one spelling where their kinds differ.
void Rewriter::compare_list(const Node& left, const std::vector<const Node*>& others) {
  bool any_timestamp = left.type.kind == Kind::timestamp;
  bool any_moment = is_moment(left.type.kind);
  bool any_interval = left.type.kind == Kind::interval;
  for (const Node* one : others) {
    any_timestamp = any_timestamp || one->type.kind == Kind::timestamp;
    any_moment = any_moment || is_moment(one->type.kind);
    any_interval = any_interval || one->type.kind == Kind::interval;
  }
  Kind other_kind = Kind::unknown;  // that of the others, when left is a literal
  for (const Node* one : others)
    if (literal_of(*one) == nullptr && other_kind == Kind::unknown) other_kind = one->type.kind;
  std::vector<const Node*> all = others;
  all.push_back(&left);
  for (const Node* one : all) {
    const Kind wanted = one == &left ? other_kind : left.type.kind;
    if (any_interval) {
      if (one->type.kind != Kind::null) wrap(*one, "lr_interval_key(", ")");
    } else if (any_moment) {
      const bool comparable = any_timestamp || literal_of(*one) != nullptr;
      if (literal_of(*one) != nullptr) literal_as(*one, any_timestamp ? Kind::timestamp : Kind::date);
      else if (comparable && any_timestamp && one->type.kind != Kind::timestamp && one->type.kind != Kind::null)
        wrap(*one, "lr_instant(", ")");
    } else if (is_numeric(wanted) || wanted == Kind::boolean || wanted == Kind::time) {
      literal_as(*one, wanted);
    }
  }
}

}  // namespace loopready::sql
