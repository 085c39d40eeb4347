#include "ui/checks.h"

#include <cmath>
#include <set>

namespace loopready::ui_test {
namespace {

constexpr float kSlack = 1.5f;  // device pixels: places are rounded

std::string told(const SemanticNode& node) {
  const auto whole = [](float x) { return std::to_string(std::lround(x)); };
  return std::string(kit::role_name(node.role)) + " \"" + node.name + "\" at " + whole(node.rect.x) + "," + whole(node.rect.y) +
         " " + whole(node.rect.w) + "x" + whole(node.rect.h);
}

// A table scrolls sideways by itself and its head stands above its rows; a message stands above the screen.
bool apart(const SemanticNode& node, const kit::SemanticTree& tree) {
  for (const SemanticNode* at = tree.find(node.parent); at != nullptr; at = tree.find(at->parent))
    if (at->role == Role::table || at->role == Role::dialog || (at->role == Role::group && at->name == "Message")) return true;
  return false;
}

void check_ids(const Stage& stage, std::vector<std::string>& faults) {
  std::set<std::uint32_t> ids;
  for (const SemanticNode& node : stage.nodes()) {
    if (node.parent != 0 && ids.count(node.parent) == 0) faults.push_back(told(node) + " comes before its parent");
    if (node.id == 0 || !ids.insert(node.id).second) faults.push_back(told(node) + " has an id that is not its own");
  }
}

void check_targets(const Stage& stage, std::vector<std::string>& faults) {
  const float least = (stage.window.coarse_pointer ? 44 : 24) * stage.window.dpr;
  for (const SemanticNode& node : stage.nodes()) {
    const bool focusable = (node.flags & (kit::kFocusable | kit::kInTabOrder)) != 0;
    if ((is_interactive(node) || focusable) && node.name.empty()) faults.push_back(told(node) + " has no name");
    // A link within a sentence is as high as its line.
    const SemanticNode* parent = kit::semantics().find(node.parent);
    const bool in_sentence = node.role == Role::link && parent != nullptr && parent->role == Role::paragraph;
    if (is_interactive(node) && !in_sentence && node.rect.h < least - 0.5f)
      faults.push_back(told(node) + " is too low to hit");
  }
}

void check_edges(const Stage& stage, std::vector<std::string>& faults) {
  const float width = stage.window.width * stage.window.dpr;
  for (const SemanticNode& node : stage.nodes())
    if (!apart(node, kit::semantics()) && (node.rect.x < -kSlack || node.rect.x + node.rect.w > width + kSlack))
      faults.push_back(told(node) + " leaves the window");
}

bool is_leaf(const SemanticNode& node) {
  return is_interactive(node) || node.role == Role::text || node.role == Role::heading || node.role == Role::progress_bar;
}

// What can be seen of it: areas cut off what scrolls in them.
kit::Rect seen(const SemanticNode& node, const kit::SemanticTree& tree) {
  kit::Rect rect = node.rect;
  for (const SemanticNode* at = tree.find(node.parent); at != nullptr; at = tree.find(at->parent))
    if (at->role == Role::main || at->role == Role::region || at->role == Role::navigation || at->role == Role::tab_panel)
      rect = kit::intersect(rect, at->rect);
  return rect;
}

bool inside_other(const SemanticNode& inner, const SemanticNode& outer, const kit::SemanticTree& tree) {
  for (const SemanticNode* at = &inner; at != nullptr; at = tree.find(at->parent))
    if (at->id == outer.id) return true;
  return false;
}

void check_overlaps(const Stage& stage, std::vector<std::string>& faults) {
  const kit::SemanticTree& tree = kit::semantics();
  std::vector<const SemanticNode*> leaves;
  for (const SemanticNode& node : stage.nodes())
    if (is_leaf(node) && !apart(node, tree) && !(node.flags & kit::kOffScreen)) leaves.push_back(&node);
  for (std::size_t i = 0; i < leaves.size(); ++i)
    for (std::size_t j = i + 1; j < leaves.size(); ++j) {
      const kit::Rect common = kit::intersect(seen(*leaves[i], tree), seen(*leaves[j], tree));
      if (common.w <= kSlack || common.h <= kSlack || inside_other(*leaves[j], *leaves[i], tree)) continue;
      if (leaves[i]->parent != leaves[j]->parent && !is_interactive(*leaves[i]) && !is_interactive(*leaves[j])) continue;
      faults.push_back(told(*leaves[i]) + " overlaps " + told(*leaves[j]));
    }
}

}  // namespace

bool is_interactive(const SemanticNode& node) {
  switch (node.role) {
    case Role::button:
    case Role::link:
    case Role::tab:
    case Role::radio:
    case Role::check_box:
    case Role::slider:
    case Role::text_box: return true;
    case Role::separator:
    case Role::column_header: return (node.flags & (kit::kFocusable | kit::kInTabOrder)) != 0;
    default: return false;
  }
}

std::vector<std::string> faults(const Stage& stage) {
  std::vector<std::string> all;
  check_ids(stage, all);
  check_targets(stage, all);
  check_edges(stage, all);
  check_overlaps(stage, all);
  return all;
}

std::string fault_text(const Stage& stage) {
  std::string all;
  for (const std::string& fault : faults(stage)) all += fault + "\n";
  return all;
}

}  // namespace loopready::ui_test
