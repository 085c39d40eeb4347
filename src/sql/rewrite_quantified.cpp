// BETWEEN, IN (SELECT ...) and comparisons with ANY, SOME and ALL.
#include "sql/rewrite.h"

namespace loopready::sql {
namespace {

const Node* only_item(const Core& core) {
  if (core.nested && core.nested->cores.size() == 1) return only_item(core.nested->cores[0]);
  return core.items.size() == 1 && core.items[0].value->kind != NodeKind::star ? core.items[0].value.get() : nullptr;
}

}  // namespace

void Rewriter::between(const Node& node) {
  const Node& low = *node.children[1];
  const Node& high = *node.children[2];
  compare_list(*node.children[0], {&low, &high});
  if (node.type_first == 0) return;
  // SYMMETRIC: the bounds in either order.
  const Written a = edits_.written(low.first, low.last), b = edits_.written(high.first, high.last);
  edits_.remove(node.type_first);
  edits_.substitute(low.first, low.last, "min(" + a + ", " + b + ")");
  edits_.substitute(high.first, high.last, "max(" + a + ", " + b + ")");
}

// Where a date meets a timestamp: true when the values of the query, too, have to be made instants.
bool Rewriter::as_instants(const Node& left, const Query& query) {
  if (query.cores.empty()) return false;
  const Node* inner = only_item(query.cores[0]);
  if (inner == nullptr || !is_moment(left.type.kind) || !is_moment(inner->type.kind)) return false;
  if (left.type.kind == inner->type.kind) return false;
  wrap(left, "lr_instant(", ")");
  return true;
}

// (date, x) IN (SELECT timestamp, y ...): the columns where a date meets a timestamp are made instants on both sides.
bool Rewriter::rows_as_instants(const Node& left, const Query& query) {
  if (left.kind != NodeKind::group || left.children.size() < 2 || query.cores.empty()) return false;
  const Core& core = query.cores[0];
  if (core.items.size() != left.children.size()) return false;
  std::string names, values;
  bool any = false;
  for (std::size_t i = 0; i < core.items.size(); ++i) {
    const Type& type = core.items[i].value->type;
    const Node& child = *left.children[i];
    const bool meets = is_moment(type.kind) && is_moment(child.type.kind) && type.kind != child.type.kind;
    const std::string name = "lr_" + std::to_string(i + 1);
    if (meets) wrap(child, "lr_instant(", ")");
    any = any || meets;
    names += (i > 0 ? ", " : "") + name;
    values += (i > 0 ? ", " : "") + (meets ? "lr_instant(" + name + ")" : name);
  }
  if (!any) return false;
  edits_.before(query.first, "WITH lr_all (" + names + ") AS (");
  edits_.after(query.last, ") SELECT " + values + " FROM lr_all");
  return true;
}

void Rewriter::in_query(const Node& node) {
  if (rows_as_instants(*node.children[0], *node.query)) return;
  if (!as_instants(*node.children[0], *node.query)) return;
  const std::size_t open = node.query->first;
  edits_.before(open, "WITH lr_all (lr_value) AS (");
  edits_.after(node.query->last, ") SELECT lr_instant(lr_value) FROM lr_all");
}

// x > ALL (query) becomes lr_quantified(x, '> all', (SELECT lr_extent(value) FROM (query))): the query's least and
// greatest value and its NULLs tell the answer.
void Rewriter::quantified(const Node& node) {
  const bool any = node.qualifier != "all";
  const bool equal = node.word == "=" || node.word == "==";
  const bool different = node.word == "<>" || node.word == "!=";
  if ((any && equal) || (!any && different)) {
    edits_.replace(node.op, any ? "IN" : "NOT IN");
    edits_.remove(node.type_first);
    return in_query(node);
  }
  if (node.query->cores.size() == 1 && node.query->cores[0].items.size() > 1)
    return refuse(node.type_first + 1, "A subquery behind ANY or ALL gives one column.",
                  "Keep one column in its SELECT list.");
  if (node.children[0]->kind == NodeKind::group && node.children[0]->children.size() > 1)
    return refuse(node.op, "Rows are compared with = ANY and <> ALL only.", "Compare one column, or use EXISTS.");
  const bool instants = as_instants(*node.children[0], *node.query);
  edits_.replace(node.op, ", '" + node.word + (any ? " any', " : " all', "));
  edits_.replace(node.type_first, std::string("(SELECT lr_extent(") + (instants ? "lr_instant(lr_value)" : "lr_value") +
                                      ") FROM (WITH lr_all (lr_value) AS ");
  edits_.after(node.last, " SELECT lr_value FROM lr_all))");
  wrap(node, "lr_quantified(", ")");
}

}  // namespace loopready::sql
