// The page's side of the mirror in a test: elements that a stream of operations builds and changes.
// Here: Page, which applies a stream as mirror_stream.h describes it.  Not here: making the stream (ui/kit/mirror_stream.h).
// Terms: a fault is a sentence about what is wrong; empty means nothing is.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ui/kit/semantic.h"

namespace loopready::ui_test {

struct Element {
  std::uint32_t parent = 0;
  std::int32_t role = 0;
  std::uint32_t flags = 0;
  std::int32_t level = 0, position = 0, n_set = 0;
  std::int32_t box[4] = {};  // device pixels times 4
  std::string name, value, description, shortcut;
  std::vector<std::uint32_t> children;
};

class Page {
 public:
  // Applies all operations; stops with a fault at the first that makes no sense.
  std::string apply(const std::vector<std::int32_t>& words, const std::string& bytes);
  // How the elements differ from what a tree says.
  std::string differs_from(const kit::SemanticTree& tree) const;

  const std::map<std::uint32_t, Element>& elements() const { return elements_; }
  std::uint32_t focused() const { return focused_; }

 private:
  void remove(std::uint32_t id);

  std::map<std::uint32_t, Element> elements_;
  std::vector<std::uint32_t> roots_;
  std::uint32_t focused_ = 0;
};

}  // namespace loopready::ui_test
