// Heights of trees, from those of their parts.
#include <algorithm>

#include "sql/parser.h"

namespace loopready::sql {
namespace {

int tallest(const NodePtr& node) { return node ? node->height : 0; }

int tallest(const std::vector<NodePtr>& nodes) {
  int height = 0;
  for (const NodePtr& one : nodes) height = std::max(height, tallest(one));
  return height;
}

int tallest(const std::vector<OrderKey>& keys) {
  int height = 0;
  for (const OrderKey& key : keys) height = std::max(height, tallest(key.value));
  return height;
}

int tallest(const std::unique_ptr<Window>& window) {
  return window ? std::max({tallest(window->partition), tallest(window->order), tallest(window->bounds)}) : 0;
}

int tallest(const std::unique_ptr<Query>& query) { return query ? query->height : 0; }

int tallest(const Core& core) {
  int height = std::max({tallest(core.distinct_keys), tallest(core.where), tallest(core.group), tallest(core.having),
                         tallest(core.qualify), tallest(core.nested)});
  for (const SelectItem& item : core.items) height = std::max(height, tallest(item.value));
  for (const Source& one : core.sources)
    height = std::max({height, tallest(one.query), tallest(one.function), tallest(one.on)});
  for (const auto& window : core.windows) height = std::max(height, tallest(window));
  for (const auto& row : core.values) height = std::max(height, tallest(row));
  return height;
}

}  // namespace

int height_over(const Node& node) {
  int height = std::max(tallest(node.children), tallest(node.query));
  if (node.call)
    height = std::max({height, tallest(node.call->order), tallest(node.call->within), tallest(node.call->filter),
                       tallest(node.call->window)});
  return height + 1;
}

int height_over(const Query& query) {
  int height = std::max({tallest(query.order), tallest(query.limit), tallest(query.offset)});
  for (const Cte& cte : query.ctes) height = std::max(height, tallest(cte.query));
  for (const Core& core : query.cores) height = std::max(height, tallest(core));
  return height + 2;  // a query and its core
}

}  // namespace loopready::sql
