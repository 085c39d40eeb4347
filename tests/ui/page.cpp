#include "ui/page.h"

#include <cmath>
#include <string_view>

namespace loopready::ui_test {
namespace {

// Takes words one by one; a read past the end is remembered, not made.
class Words {
 public:
  Words(const std::vector<std::int32_t>& words, const std::string& bytes) : words_(words), bytes_(bytes) {}
  bool more() const { return at_ < words_.size(); }
  bool ok() const { return ok_; }
  std::int32_t number() {
    if (more()) return words_[at_++];
    ok_ = false;
    return 0;
  }
  std::uint32_t id() { return static_cast<std::uint32_t>(number()); }
  std::string text() {
    const std::int32_t offset = number(), length = number();
    if (offset < 0 || length < 0 || static_cast<std::size_t>(offset) + static_cast<std::size_t>(length) > bytes_.size()) {
      ok_ = false;
      return {};
    }
    return bytes_.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
  }

 private:
  const std::vector<std::int32_t>& words_;
  const std::string& bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

std::string name_of(std::uint32_t id) { return "node " + std::to_string(id); }

std::string compare(const Element& element, const kit::SemanticNode& node) {
  if (element.parent != node.parent) return "parent";
  if (element.role != static_cast<std::int32_t>(node.role)) return "role";
  if (element.flags != node.flags) return "flags";
  if (element.level != node.level || element.position != node.position || element.n_set != node.n_set) return "level or position";
  const float box[] = {node.rect.x, node.rect.y, node.rect.w, node.rect.h};
  for (int i = 0; i < 4; ++i)
    if (element.box[i] != static_cast<std::int32_t>(std::lround(box[i] * 4))) return "rectangle";
  if (element.name != node.name) return "name";
  if (element.value != node.value) return "value";
  if (element.description != node.description) return "description";
  return element.shortcut == node.shortcut ? "" : "shortcut";
}

}  // namespace

void Page::remove(std::uint32_t id) {
  const auto found = elements_.find(id);
  if (found == elements_.end()) return;
  const std::vector<std::uint32_t> children = found->second.children;
  for (const std::uint32_t child : children)
    if (const auto at = elements_.find(child); at != elements_.end() && at->second.parent == id) remove(child);
  elements_.erase(id);
}

std::string Page::apply(const std::vector<std::int32_t>& words, const std::string& bytes) {
  Words in(words, bytes);
  while (in.more()) {
    const std::int32_t operation = in.number();
    const std::uint32_t id = in.id();
    if (operation == 1) {
      Element& element = elements_[id];
      element.parent = in.id();
      element.role = in.number();
      element.flags = in.id();
      element.level = in.number();
      element.position = in.number();
      element.n_set = in.number();
      for (std::int32_t& side : element.box) side = in.number();
      for (std::string* text : {&element.name, &element.value, &element.description, &element.shortcut}) *text = in.text();
      if (id == 0) return "an upsert of id 0";
      if (element.parent != 0 && elements_.count(element.parent) == 0) return name_of(id) + " comes before its parent";
    } else if (operation == 2) {
      if (elements_.count(id) == 0) return name_of(id) + " is moved and unknown";
      for (std::int32_t& side : elements_[id].box) side = in.number();
    } else if (operation == 3) {
      remove(id);
    } else if (operation == 4) {
      if (id != 0 && elements_.count(id) == 0) return name_of(id) + " gets children and is unknown";
      std::vector<std::uint32_t> children;
      for (std::int32_t n = in.number(); n > 0 && in.ok(); --n) {
        children.push_back(in.id());
        if (elements_.count(children.back()) == 0) return name_of(children.back()) + " is named a child and unknown";
      }
      (id == 0 ? roots_ : elements_[id].children) = std::move(children);
    } else if (operation == 5) {
      focused_ = id;
    } else {
      return "operation " + std::to_string(operation) + " does not exist";
    }
    if (!in.ok()) return "the stream ends within operation " + std::to_string(operation);
  }
  return {};
}

std::string Page::differs_from(const kit::SemanticTree& tree) const {
  if (elements_.size() != tree.nodes().size())
    return std::to_string(elements_.size()) + " elements for " + std::to_string(tree.nodes().size()) + " nodes";
  std::map<std::uint32_t, std::vector<std::uint32_t>> children;
  for (const kit::SemanticNode& node : tree.nodes()) {
    children[node.parent].push_back(node.id);
    const auto found = elements_.find(node.id);
    if (found == elements_.end()) return name_of(node.id) + " is missing";
    const std::string what = compare(found->second, node);
    if (!what.empty()) return name_of(node.id) + " (" + node.name + ") differs in its " + what;
  }
  if (roots_ != children[0]) return "the order at the root differs";
  for (const auto& [id, element] : elements_)
    if (element.children != children[id]) return "the order below " + name_of(id) + " (" + element.name + ") differs";
  return {};
}

}  // namespace loopready::ui_test
