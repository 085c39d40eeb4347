// What stands on a stage, and walking through it by Tab.
#include <doctest/doctest.h>

#include <map>

#include "ui/stage.h"

namespace loopready::ui_test {
namespace {

constexpr struct {
  std::uint32_t flag;
  const char* word;
} kStates[] = {{kit::kDisabled, "disabled"},   {kit::kChecked, "checked"},         {kit::kSelected, "selected"},
               {kit::kPressed, "pressed"},     {kit::kCurrent, "current"},         {kit::kModal, "modal"},
               {kit::kExpandable, "expandable"}, {kit::kExpanded, "expanded"}, {kit::kSortedUp, "sorted up"},      {kit::kSortedDown, "sorted down"},
               {kit::kInTabOrder, "tab stop"}};

// How a node's parts are told in one line: lines of prose flow on, cells and lines of code are kept apart.
std::string joined(const std::vector<SemanticNode>& nodes, const char* between_cells, const char* at_feed) {
  std::string all;
  const SemanticNode* before = nullptr;
  for (const SemanticNode& node : nodes) {
    if (before != nullptr && before->role != Role::text) all += between_cells;
    else if (before != nullptr) all += before->flags & kit::kSpaceAfter ? " " : before->flags & kit::kFeedAfter ? at_feed : "";
    all += node.name + (node.description.empty() ? "" : " (" + node.description + ")");
    before = &node;
  }
  return all;
}

std::string state_words(const SemanticNode& node) {
  std::string words;
  const auto add = [&](const std::string& word) { words += (words.empty() ? " [" : ", ") + word; };
  if (node.level > 0 && node.role == Role::heading) add("level " + std::to_string(node.level));
  if (node.n_set > 0) add(std::to_string(node.position) + " of " + std::to_string(node.n_set));
  for (const auto& state : kStates)
    if (node.flags & state.flag) add(state.word);
  return words.empty() ? "" : words + "]";
}

}  // namespace

std::vector<SemanticNode> Stage::all(Role role) const {
  std::vector<SemanticNode> found;
  for (const SemanticNode& node : nodes())
    if (node.role == role) found.push_back(node);
  return found;
}

std::vector<std::string> Stage::names(Role role) const {
  std::vector<std::string> found;
  for (const SemanticNode& node : all(role)) found.push_back(node.name);
  return found;
}

std::vector<SemanticNode> Stage::below(std::uint32_t id) const {
  std::vector<SemanticNode> found;
  for (const SemanticNode& node : nodes())
    if (node.parent == id) found.push_back(node);
  return found;
}

std::optional<SemanticNode> Stage::find(Role role, std::string_view name) const {
  for (const SemanticNode& node : nodes())
    if (node.role == role && node.name == name) return node;
  return {};
}

SemanticNode Stage::the(Role role, std::string_view name) const {
  SemanticNode found;
  int n = 0;
  for (const SemanticNode& node : nodes())
    if (node.role == role && node.name == name && n++ == 0) found = node;
  CHECK_MESSAGE(n == 1, n << " nodes are a " << std::string(kit::role_name(role)) << " \"" << std::string(name) << "\" in\n" << dump());
  return found;
}

std::string Stage::all_text() const {
  std::string all;
  for (const SemanticNode& node : nodes()) {
    const bool line = node.role == Role::text && kit::semantics().find(node.parent) != nullptr &&
                      kit::semantics().find(node.parent)->role == Role::paragraph;
    if (node.role == Role::paragraph || node.role == Role::code) all += joined(below(node.id), " ", node.role == Role::code ? "\n" : " ") + "\n";
    else if (!line && !node.name.empty()) all += node.name + "\n";
  }
  return all;
}

bool Stage::says(std::string_view text) const {
  // Lines keep the space at which they were broken, so any run of spaces counts as one.
  const auto plain = [](std::string_view raw) {
    std::string words;
    for (const char c : raw)
      if (c != ' ' || (!words.empty() && words.back() != ' ')) words += c;
    return words;
  };
  return plain(all_text()).find(plain(text)) != std::string::npos;
}

std::string Stage::dump() const {
  std::map<std::uint32_t, int> depth;
  std::map<std::uint32_t, bool> told;  // with its parent
  std::string out;
  for (const SemanticNode& node : nodes()) {
    depth[node.id] = node.parent == 0 ? 0 : depth[node.parent] + 1;
    if (told[node.parent]) {
      told[node.id] = true;
      continue;
    }
    std::string name = node.name;
    if (node.role == Role::paragraph || node.role == Role::row || node.role == Role::code) {
      const std::vector<SemanticNode> parts = below(node.id);
      bool plain = true;
      for (const SemanticNode& part : parts) plain &= part.role == Role::text || part.role == Role::cell;
      told[node.id] = plain;
      if (plain) name = joined(parts, " | ", node.role == Role::code ? " / " : " ");
    }
    out += std::string(2 * static_cast<std::size_t>(depth[node.id]), ' ') + kit::role_name(node.role);
    if (!name.empty()) out += " \"" + name + "\"";
    out += state_words(node);
    if (!node.value.empty()) out += " = " + node.value;
    if (!node.shortcut.empty()) out += " <" + node.shortcut + ">";
    if (!node.description.empty()) out += " (" + node.description + ")";
    out += "\n";
  }
  return out;
}

std::optional<SemanticNode> Stage::focused() const {
  const SemanticNode* node = kit::semantics().find(focused_);
  return node == nullptr ? std::nullopt : std::optional<SemanticNode>(*node);
}

// Within a modal dialog only, as the page closes off everything else.
std::vector<SemanticNode> Stage::tab_stops() const {
  std::uint32_t modal = 0;
  for (const SemanticNode& node : nodes())
    if (node.flags & kit::kModal) modal = node.id;
  std::vector<SemanticNode> stops;
  for (const SemanticNode& node : nodes()) {
    if (!(node.flags & kit::kInTabOrder)) continue;
    bool inside = modal == 0;
    for (const SemanticNode* at = &node; at != nullptr && !inside; at = kit::semantics().find(at->parent)) inside = at->id == modal;
    if (inside) stops.push_back(node);
  }
  return stops;
}

// From where the focus is in the order of all nodes; past the last one it leaves the page.
void Stage::step_focus(int by) {
  const auto at_of = [&](std::uint32_t id) {
    for (std::size_t i = 0; i < nodes().size(); ++i)
      if (nodes()[i].id == id) return static_cast<int>(i);
    return -1;
  };
  const int from = at_of(focused_);
  std::uint32_t next = 0;
  for (const SemanticNode& stop : tab_stops()) {
    const int at = at_of(stop.id);
    if (by > 0 && at > from && next == 0) next = stop.id;
    if (by < 0 && (from < 0 || at < from)) next = stop.id;
  }
  move_focus(next, true);
  frame();
}

void Stage::tab() { step_focus(1); }
void Stage::shift_tab() { step_focus(-1); }

void Stage::tab_to(Role role, std::string_view name) {
  for (int left_page = 0; left_page < 2;) {
    tab();
    const std::optional<SemanticNode> node = focused();
    if (!node) ++left_page;
    else if (node->role == role && node->name == name) return;
  }
  FAIL_CHECK("Tab never comes to the " << std::string(kit::role_name(role)) << " \"" << std::string(name) << "\" in\n" << dump());
}

std::vector<std::string> Stage::tab_order() {
  focus(0);
  std::vector<std::string> order;
  for (tab(); focused() && order.size() < 200; tab()) order.push_back(focused()->name);
  return order;
}

}  // namespace loopready::ui_test
