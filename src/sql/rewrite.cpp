#include "sql/rewrite.h"

#include <algorithm>
#include <utility>

#include "sql/cells.h"
#include "sql/grouping.h"
#include "sql/moment.h"
#include "sql/place.h"

namespace loopready::sql {

void Rewriter::refuse(std::size_t token, std::string text, std::string hint) {
  if (!refusal) refusal = error_at(text_, tokens_[token].begin, std::move(text), std::move(hint));
}

void Rewriter::note(const std::string& sentence) {
  if (std::find(notes.begin(), notes.end(), sentence) == notes.end()) notes.push_back(sentence);
}

void Rewriter::differ(const char* what, const char* why) {
  for (const model::Difference& one : differs)
    if (one.what == what) return;
  differs.push_back({what, why});
}

std::string_view Rewriter::typed(std::size_t first, std::size_t last) const {
  return text_.substr(tokens_[first].begin, tokens_[last].end - tokens_[first].begin);
}

// Children first: what a parent adds stands outside of what they added.
void Rewriter::expression(Node& node) {
  if (refusal) return;
  // A key of GROUPING SETS is NULL in the rows of sets without it; aggregates see every value.
  const auto key = sets_ == nullptr ? std::nullopt : key_of(node);
  const bool grouping = node.kind == NodeKind::call && node.word == "grouping";
  const GroupingSets* outside = key || grouping || is_aggregate(node) ? std::exchange(sets_, nullptr) : sets_;
  parts(node);
  sets_ = outside;
  if (key) wrap(node, "CASE WHEN " + in_sets(*key) + " THEN ", " END");
  if (grouping) grouping_call(node);
}

void Rewriter::parts(Node& node) {
  for (NodePtr& child : node.children) expression(*child);
  if (node.query) query(*node.query, false);
  switch (node.kind) {
    case NodeKind::string:
      // E'...' and $$...$$ become plain texts.
      if (typed(node.first, node.first) != quoted_text(node.word)) edits_.replace(node.first, quoted_text(node.word));
      break;
    case NodeKind::number: break;
    case NodeKind::constant: constant(node); break;
    case NodeKind::column: column(node); break;
    case NodeKind::unary:
      if (node.word == "|/") {
        edits_.remove(node.first, node.first + 1);
        wrap(node, "sqrt(", ")");
      }
      if (node.word == "-" && node.type.kind == Kind::interval) {
        edits_.replace(node.op, "");
        wrap(node, "lr_interval_times(", ", -1)");
      }
      break;
    case NodeKind::binary: binary(node); break;
    case NodeKind::between: between(node); break;
    case NodeKind::in_list: {
      std::vector<const Node*> others;
      for (std::size_t i = 1; i < node.children.size(); ++i) others.push_back(node.children[i].get());
      compare_list(*node.children[0], others);
      break;
    }
    case NodeKind::quantified: node.query ? quantified(node) : in_array(node); break;
    case NodeKind::call: call(node); break;
    case NodeKind::cast: cast(node); break;
    case NodeKind::interval: interval(node); break;
    case NodeKind::extract: {
      if (node.word == "dow" || node.word == "week")
        differ("Weeks", "Weeks start on Monday; EXTRACT(DOW ...) counts Sunday as 0.");
      if (!date_part_named(node.word)) {
        refuse(node.op, "\"" + node.word + "\" is no part of a date.",
               "Parts are year, quarter, month, week, day, dow, hour, minute ...");
        break;
      }
      edits_.replace(node.first, "date_part");
      edits_.replace(node.op, quoted_text(node.word));
      edits_.replace(node.op + 1, ",");
      break;
    }
    case NodeKind::case_of: case_of(node); break;
    case NodeKind::in_query: in_query(node); break;
    case NodeKind::subquery: array_query(node); break;
    case NodeKind::exists:
    case NodeKind::group:
    case NodeKind::star: break;
  }
}

// An alias of the same SELECT list stands for its expression, as in Redshift.
void Rewriter::column(const Node& node) {
  if (!node.reads.empty()) {
    edits_.substitute(node.first, node.last, node.reads);
  } else if (node.item_named >= 0 && core_ != nullptr && (clause_ == Clause::items || clause_ == Clause::qualify)) {
    if (clause_ == Clause::items)
      note("The alias \"" + node.word + "\" is used in its own SELECT list: Redshift knows that, PostgreSQL does not.");
    const Node& value = *core_->items[static_cast<std::size_t>(node.item_named)].value;
    edits_.substitute(node.first, node.last, "(" + edits_.written(value.first, value.last) + ")");
  } else if (node.item_named >= 0 && (clause_ == Clause::where || clause_ == Clause::having)) {
    note(std::string(clause_ == Clause::where ? "WHERE" : "HAVING") + " does not see the alias \"" + node.word +
         "\" in PostgreSQL: repeat the expression there, or compute it in a CTE.");
  } else if (node.last >= node.first + 4) {
    edits_.remove(node.first, node.last - 3);  // schema.table.column
  }
}

void Rewriter::constant(const Node& node) {
  if (node.word == "current_date") edits_.replace(node.first, "lr_today()");
  else if (node.word == "current_timestamp" || node.word == "sysdate" || node.word == "localtimestamp")
    edits_.replace(node.first, "lr_now()");
  else if (node.word == "unknown") edits_.replace(node.first, "NULL");
  else if (node.word == "current_user") edits_.replace(node.first, "'candidate'");
}

// x::date, CAST(x AS date), DATE 'x' all become lr_date(x).
void Rewriter::cast(const Node& node) {
  if (node.word != "literal")
    differ("Casts", "A cast refuses what does not fit, as in PostgreSQL; SQLite makes 0 of a text that is no number.");
  const Node& inner = *node.children[0];
  const std::string at = ", " + place(inner.first) + ")";
  std::string open, close = at;
  switch (node.target.kind) {
    case Kind::date: open = "lr_date("; break;
    case Kind::timestamp: open = node.target.zoned ? "lr_timestamptz(" : "lr_timestamp("; break;
    case Kind::time: open = "lr_time("; break;
    case Kind::integer:
      open = "lr_integer(";
      if (inner.type.kind == Kind::number && inner.type.floating) {
        open = "lr_integer(lr_round_even(";
        close = ")" + at;
      }
      break;
    case Kind::boolean: open = "lr_boolean("; break;
    case Kind::interval:
      open = "lr_interval(";
      close = ")";
      break;
    case Kind::number:
      open = "lr_number(";
      // Redshift's plain numeric is numeric(18, 0); PostgreSQL's keeps every digit, which is what people mean.
      close = ", " + std::to_string(node.target.precision) + ", " + std::to_string(node.target.scale) + at;
      break;
    case Kind::text:
      open = inner.type.kind == Kind::boolean ? "lr_flag_text(" : "lr_text(";
      close = ")";
      if (inner.type.kind != Kind::boolean)
        close = ", " + std::to_string(node.target.precision) + ", " + std::to_string(shown_scale(inner.type)) + ")";
      break;
    case Kind::array:
      open = "lr_text(";
      close = ", -1, -1)";
      break;
    default:
      refuse(node.type_first, "Casting to " + node.qualifier + " is not known here.", "");
      return;
  }
  if (node.word == "literal") {
    if (const auto moment = read_moment(inner.word); !moment && is_moment(node.target.kind)) {
      refuse(inner.first, "'" + inner.word + "' is not a date.", "Dates are written YYYY-MM-DD.");
      return;
    }
    edits_.remove(node.type_first, node.type_last);
    wrap(node, open, close);
    return;
  }
  edits_.remove(node.type_first, node.type_last);
  if (node.word == "::") {
    edits_.remove(node.op);
    wrap(node, open, close);
    return;
  }
  // CAST ( x AS type ): the word and both parentheses stay as those of the function.
  edits_.replace(node.first, open.substr(0, open.size() - 1));
  if (node.word == "convert") edits_.remove(node.type_last + 1);
  else edits_.remove(node.type_first - 1);
  edits_.replace(node.last, close);
}

void Rewriter::interval(const Node& node) {
  differ("Intervals", "SQLite has no intervals: months are added by the calendar, as in PostgreSQL.");
  const auto interval = read_interval(node.word);
  if (!interval) {
    refuse(node.first, "'" + node.word + "' is not an interval.", "Write interval '30 days', or interval '1 month'.");
    return;
  }
  edits_.remove(node.first, node.last);
  edits_.replace(node.first, quoted_text(interval_text(*interval)));
}

// CASE x WHEN y: x and y are compared.
void Rewriter::case_of(Node& node) {
  if (node.word != "operand") return;
  std::vector<const Node*> others;
  for (std::size_t i = 1; i + 1 < node.children.size(); i += 2) others.push_back(node.children[i].get());
  compare_list(*node.children[0], others);
}

}  // namespace loopready::sql
