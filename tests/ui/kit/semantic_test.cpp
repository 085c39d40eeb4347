#include "ui/kit/semantic.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace loopready::kit;

namespace {

SemanticNode node(std::uint32_t id, Role role = Role::text) {
  SemanticNode one;
  one.id = id;
  one.role = role;
  return one;
}

}  // namespace

TEST_CASE("semantic: a node's parent is the innermost open one") {
  SemanticTree tree;
  tree.add(node(1));
  tree.open(node(2, Role::list));
  tree.add(node(3));
  tree.open(node(4, Role::list_item));
  tree.add(node(5));
  tree.close();
  tree.add(node(6));
  tree.close();
  tree.add(node(7));
  const std::uint32_t parents[] = {0, 0, 2, 2, 4, 2, 0};
  REQUIRE(tree.nodes().size() == std::size(parents));
  for (std::size_t i = 0; i < std::size(parents); ++i) {
    CAPTURE(i);
    CHECK(tree.nodes()[i].id == i + 1);
    CHECK(tree.nodes()[i].parent == parents[i]);
  }
}

TEST_CASE("semantic: a parent given by the caller is not believed") {
  SemanticTree tree;
  SemanticNode one = node(1);
  one.parent = 77;
  tree.add(one);
  CHECK(tree.nodes()[0].parent == 0);
}

TEST_CASE("semantic: nodes are found by id, and clear forgets them") {
  SemanticTree tree;
  tree.add(node(0xFFFFFFFFu, Role::button)).name = "last";
  REQUIRE(tree.find(0xFFFFFFFFu) != nullptr);
  CHECK(tree.find(0xFFFFFFFFu)->name == "last");
  CHECK(tree.find(1) == nullptr);
  tree.clear();
  CHECK(tree.nodes().empty());
  CHECK(tree.find(0xFFFFFFFFu) == nullptr);
}

TEST_CASE("semantic: what two rectangles share") {
  const struct {
    Rect a, b, common;
  } cases[] = {
      {{0, 0, 10, 10}, {5, 5, 10, 10}, {5, 5, 5, 5}},
      {{0, 0, 10, 10}, {2, 3, 4, 5}, {2, 3, 4, 5}},
      {{0, 0, 10, 10}, {10, 0, 5, 5}, {10, 0, 0, 0}},
      {{0, 0, 10, 10}, {20, 20, 5, 5}, {20, 20, 0, 0}},
      {{-5, -5, 10, 10}, {0, 0, 3, 3}, {0, 0, 3, 3}},
  };
  for (const auto& one : cases) {
    const Rect common = intersect(one.a, one.b);
    const Rect turned = intersect(one.b, one.a);
    CHECK(common == one.common);
    CHECK(turned == one.common);
  }
}

TEST_CASE("semantic: every role has a name of its own") {
  std::set<std::string> names;
  for (int role = 0; role <= static_cast<int>(Role::scroll_area); ++role) {
    CAPTURE(role);
    CHECK(names.insert(role_name(static_cast<Role>(role))).second);
  }
  CHECK(std::string(role_name(Role::check_box)) == "checkbox");
  CHECK(std::string(role_name(Role::scroll_area)) == "scrollarea");
}
