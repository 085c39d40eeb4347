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

void Rewriter::append(const Node& node) {
  if (node.children[0]->type.kind != Kind::array)
    return refuse(node.op, "An element can be added behind an array, not in front.", "Write ARRAY[x] || array.");
  const bool both = node.children[1]->type.kind == Kind::array;
  const std::string code = both ? "array" : element_code(node.children[1]->type);
  edits_.replace(node.op, ",");
  wrap(node, "lr_append(", ", " + quoted_text(code) + ")");
}

}  // namespace loopready::sql
