#include "ui/kit/semantic.h"

#include <algorithm>

#include "base/check.h"

namespace loopready::kit {

bool operator==(const Rect& a, const Rect& b) { return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h; }

Rect intersect(const Rect& a, const Rect& b) {
  const float left = std::max(a.x, b.x), top = std::max(a.y, b.y);
  const float right = std::min(a.x + a.w, b.x + b.w), bottom = std::min(a.y + a.h, b.y + b.h);
  if (right <= left || bottom <= top) return {left, top, 0, 0};
  return {left, top, right - left, bottom - top};
}

void SemanticTree::clear() {
  LR_CHECK(open_.empty(), "every opened node is closed");
  nodes_.clear();
}

SemanticNode& SemanticTree::add(SemanticNode node) {
  LR_CHECK(node.id != 0, "a node has an id");
  node.parent = open_.empty() ? 0 : open_.back();
  nodes_.push_back(std::move(node));
  return nodes_.back();
}

void SemanticTree::open(SemanticNode node) {
  const std::uint32_t id = node.id;
  add(std::move(node));
  open_.push_back(id);
}

void SemanticTree::close() {
  LR_CHECK(!open_.empty(), "close() belongs to an open()");
  open_.pop_back();
}

SemanticNode* SemanticTree::find(std::uint32_t id) {
  for (SemanticNode& node : nodes_)
    if (node.id == id) return &node;
  return nullptr;
}

const SemanticNode* SemanticTree::find(std::uint32_t id) const {
  for (const SemanticNode& node : nodes_)
    if (node.id == id) return &node;
  return nullptr;
}

const char* role_name(Role role) {
  constexpr const char* kNames[] = {"none",     "main",    "navigation", "region",       "group",      "heading",
                                    "text",     "paragraph", "button",   "link",         "tablist",    "tab",
                                    "tabpanel", "list",    "listitem",   "table",        "row",        "columnheader",
                                    "cell",     "checkbox", "radiogroup", "radio",       "slider",     "separator",
                                    "progressbar", "textbox", "dialog",  "status",       "img",        "code",
                                    "scrollarea"};
  return kNames[static_cast<std::size_t>(role)];
}

}  // namespace loopready::kit
