// Window functions: IGNORE NULLS, RANGE with intervals, and what is worth a note about frames.
#include <algorithm>

#include "sql/grouping.h"
#include "sql/letter_case.h"
#include "sql/moment.h"
#include "sql/rewrite.h"

namespace loopready::sql {

void Rewriter::window(Window& window) {
  for (NodePtr& one : window.partition) expression(*one);
  const bool intervals = std::any_of(window.bounds.begin(), window.bounds.end(),
                                     [&](const NodePtr& bound) {
                                       const bool text = bound->kind == NodeKind::string && window.order.size() == 1 &&
                                                         is_moment(window.order[0].value->type.kind);
                                       return bound->type.kind == Kind::interval || text;
                                     });
  if (intervals) return interval_range(window);
  order(window.order);
  for (NodePtr& one : window.bounds) expression(*one);
}

// RANGE BETWEEN INTERVAL '6 days' PRECEDING ...: SQLite counts such ranges in numbers only.
void Rewriter::interval_range(Window& window) {
  if (window.order.size() != 1 || !is_moment(window.order[0].value->type.kind))
    return refuse(window.frame_first, "RANGE with an INTERVAL needs one date or timestamp in ORDER BY.", "");
  OrderKey& key = window.order[0];
  expression(*key.value);
  wrap(*key.value, "lr_instant_us(", ")");
  order_nulls(key);
  for (const NodePtr& bound : window.bounds) {
    const Node* literal = bound.get();
    while (literal->kind == NodeKind::cast && literal->children[0]->kind == NodeKind::string)
      literal = literal->children[0].get();
    const auto interval = read_interval(literal->word);
    if ((literal->kind != NodeKind::interval && literal->kind != NodeKind::string) || !interval)
      return refuse(bound->first, "RANGE takes an interval written out, such as INTERVAL '7 days'.", "");
    if (interval->months != 0)
      return refuse(bound->first, "RANGE takes intervals of fixed length here, and a month has none.",
                    "Write days, or join the table to itself on a range of dates.");
    edits_.substitute(bound->first, bound->last, std::to_string(interval->days * 86'400'000'000 + interval->us));
  }
}

// The window of a call, also where it is named; null when it is not there.
const Window* Rewriter::window_of(const Node& node) const {
  const CallParts& parts = *node.call;
  if (parts.window) return parts.window.get();
  if (core_ == nullptr || parts.window_name == 0) return nullptr;
  for (const auto& window : core_->windows)
    if (window->name == tokens_[parts.window_name].word) return window.get();
  return nullptr;
}

void Rewriter::window_call(const Node& node) {
  const CallParts& parts = *node.call;
  const Window* window = window_of(node);
  const bool open_end = window != nullptr && !window->order.empty() && window->frame_first == 0;
  if (open_end && is_aggregate_name(node.word) && parts.within_first == 0)
    differ("Window frames", "With ORDER BY and no frame, rows equal to the current one count too; Redshift demands a frame.");
  if (open_end && is_aggregate_name(node.word) && parts.within_first == 0)
    note("An aggregate over a window with ORDER BY ends at the current row and its equals here, as in PostgreSQL; "
         "Redshift demands the frame written out, such as ROWS UNBOUNDED PRECEDING.");
  if (open_end && (node.word == "last_value" || node.word == "nth_value"))
    note(to_upper(node.word) + " sees the window up to the current row and its equals, unless a frame says ROWS BETWEEN "
         "UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING.");
  if (node.word == "ratio_to_report" && node.children.size() == 1) {
    const Node& value = *node.children[0];
    const Written text = edits_.written(value.first, value.last);
    edits_.substitute(node.op, parts.close, "(1.0 * " + text + " / nullif(sum(" + text + ")");
    edits_.after(node.last, ", 0))");
  }
  if (parts.nulls_first == 0) return;
  edits_.remove(parts.nulls_first, parts.nulls_first + 1);
  if (parts.ignore_nulls) ignore_nulls(node);
}

// Puts this frame in place of the window's own.
void Rewriter::set_frame(const Node& node, const std::string& frame) {
  const CallParts& parts = *node.call;
  if (parts.window_name != 0) {
    edits_.replace(parts.window_name, "(" + tokens_[parts.window_name].word + " " + frame + ")");
    return;
  }
  if (parts.window->frame_first != 0) edits_.substitute(parts.window->frame_first, parts.window->last - 1, "");
  edits_.before(parts.window->last, " " + frame);
}

// LAG and LEAD are the last or first known value of a frame that ends before, or starts behind, the current row.
void Rewriter::ignore_nulls(const Node& node) {
  const CallParts& parts = *node.call;
  const std::string& name = node.word;
  const bool shifts = name == "lag" || name == "lead";
  if (!shifts && name != "first_value" && name != "last_value" && name != "nth_value")
    return refuse(parts.nulls_first, "IGNORE NULLS goes with LAG, LEAD, FIRST_VALUE, LAST_VALUE and NTH_VALUE.", "");
  if (node.children.empty()) return;
  const Node& value = *node.children[0];
  const auto argument = [&](std::size_t i, const char* otherwise) {
    return i < node.children.size() ? edits_.written(node.children[i]->first, node.children[i]->last) : Written(otherwise);
  };
  const Written offset = argument(1, "1");
  const Written otherwise = argument(2, "");
  const bool from_end = name == "lag" || name == "last_value";
  edits_.substitute(node.op, parts.close, (from_end ? "lr_last_known(" : "lr_nth_known(") +
                                              edits_.written(value.first, value.last) + ", " + offset + ")");
  if (name == "lag") set_frame(node, "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING");
  if (name == "lead") set_frame(node, "ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING");
  if (!otherwise.text.empty()) wrap(node, "coalesce(", ", " + otherwise + ")");
}

}  // namespace loopready::sql
