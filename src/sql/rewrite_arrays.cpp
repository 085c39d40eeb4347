// Arrays: ARRAY[...], ARRAY(query), x[1], = ANY(array), and || with an array.
#include "sql/cells.h"
#include "sql/element_code.h"
#include "sql/rewrite.h"

namespace loopready::sql {

void Rewriter::element(const Node& node) {
  const std::string code = element_code(node.children[0]->type.element);
  edits_.replace(node.op, ", ");
  edits_.replace(node.last, ", " + quoted_text(code) + ")");
  edits_.before(node.first, "lr_element(");
}

void Rewriter::array_query(const Node& node) {
  if (node.word != "array") return;
  const std::string code = element_code(node.type.element);
  edits_.replace(node.first, "(SELECT coalesce(lr_array_agg(lr_value, " + quoted_text(code) +
                                 "), '{}') FROM (WITH lr_all (lr_value) AS ");
  edits_.after(node.last, " SELECT lr_value FROM lr_all))");
}

void Rewriter::in_array(const Node& node) {
  if (node.word == "like" || node.word == "ilike") {
    edits_.replace(node.op, ",");
    if (node.negated) edits_.remove(node.op + 1);
    edits_.remove(node.type_first, node.type_first + 1);
    const std::string how = std::string(node.negated ? "not " : "") + (node.qualifier == "all" ? "all" : "any");
    edits_.replace(node.last, std::string(node.word == "ilike" ? ", 1, " : ", 0, ") + quoted_text(how) + ")");
    edits_.before(node.first, "lr_like_array(");
    return;
  }
  const bool any = node.qualifier != "all";
  const bool equal = node.word == "=" || node.word == "==";
  const bool different = node.word == "<>" || node.word == "!=";
  if (!(any && equal) && !(!any && different))
    return refuse(node.op, "An array is compared with = ANY and <> ALL only.",
                  "Put the values into a subquery: > ALL (VALUES (1), (2)).");
  edits_.replace(node.op, ", ");
  edits_.remove(node.type_first, node.type_first + 1);
  edits_.replace(node.last, ", " + quoted_text(element_code(node.children[1]->type.element)) + ")");
  edits_.before(node.first, any ? "lr_in_array(" : "(NOT lr_in_array(");
  if (!any) edits_.after(node.last, ")");
}

// a @> b, a <@ b, a && b
void Rewriter::array_sets(const Node& node) {
  if (node.children[0]->type.kind != Kind::array && node.children[1]->type.kind != Kind::array)
    return refuse(node.op, node.word + " compares arrays here.", "Use = ANY (array), or LIKE for texts.");
  edits_.replace(node.op, ",");
  if (node.word == "&&") return wrap(node, "lr_array_overlaps(", ")");
  if (node.word == "@>") return wrap(node, "lr_array_has(", ")");
  const Node& part = *node.children[0];
  const Node& whole = *node.children[1];
  edits_.substitute(node.first, node.last, "lr_array_has(" + edits_.written(whole.first, whole.last) + ", " +
                                               edits_.written(part.first, part.last) + ")");
}

void Rewriter::append(const Node& node) {
  if (node.children[0]->type.kind != Kind::array)
    return refuse(node.op, "An element can be added behind an array, not in front.", "Write ARRAY[x] || array.");
  const bool both = node.children[1]->type.kind == Kind::array;
  const std::string code = both ? "array" : element_code(node.children[1]->type);
  edits_.replace(node.op, ",");
  wrap(node, "lr_append(", ", " + quoted_text(code) + ")");
}

}  // namespace loopready::sql
