#include "ui/kit/mirror_stream.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ui/page.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Page;

namespace {

// A small generator of its own, so that every machine draws the same trees.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t n) {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return static_cast<std::uint32_t>(state_ >> 33) % n;
  }

 private:
  std::uint64_t state_;
};

struct Thing {
  SemanticNode node;
  std::vector<Thing> children;
};

SemanticNode any_node(Draws& draws, std::uint32_t id) {
  SemanticNode node;
  node.id = id;
  node.role = static_cast<Role>(1 + draws.below(30));
  node.flags = draws.below(1u << 20);
  node.level = static_cast<int>(draws.below(4));
  node.position = static_cast<int>(draws.below(5));
  node.n_set = static_cast<int>(draws.below(5));
  node.rect = {static_cast<float>(draws.below(4000)) / 4 - 100, static_cast<float>(draws.below(4000)) / 4,
               static_cast<float>(draws.below(400)), static_cast<float>(draws.below(400))};
  node.name = std::string(draws.below(6), 'n') + "\xE2\x82\xAC";
  node.value = std::string(draws.below(3), 'v');
  node.description = std::string(draws.below(3), 'd');
  node.shortcut = draws.below(4) == 0 ? "Control+Enter" : "";
  return node;
}

// Ids come from a small set and from both halves of the numbers, so that they return and change parents.
std::vector<Thing> any_things(Draws& draws, std::vector<std::uint32_t>& ids, int depth) {
  std::vector<Thing> things;
  for (std::uint32_t n = draws.below(5); n > 0 && !ids.empty(); --n) {
    const std::uint32_t at = draws.below(static_cast<std::uint32_t>(ids.size()));
    const std::uint32_t id = ids[at];
    ids.erase(ids.begin() + at);
    Thing thing{any_node(draws, id), {}};
    if (depth > 0) thing.children = any_things(draws, ids, depth - 1);
    things.push_back(std::move(thing));
  }
  return things;
}

std::vector<std::uint32_t> some_ids() {
  std::vector<std::uint32_t> ids;
  for (std::uint32_t i = 1; i <= 14; ++i) ids.push_back(i % 2 ? i : 0xFFFFFF00u + i);
  return ids;
}

void fill(SemanticTree& tree, const std::vector<Thing>& things) {
  for (const Thing& thing : things) {
    tree.open(thing.node);
    fill(tree, thing.children);
    tree.close();
  }
}

// One small change, as most frames bring: a name, a place, an order.
void change(Draws& draws, std::vector<Thing>& things) {
  if (things.empty()) return;
  const auto at = static_cast<std::size_t>(draws.below(static_cast<std::uint32_t>(things.size())));
  Thing& one = things[at];
  switch (draws.below(6)) {
    case 0: one.node.name += "x"; break;
    case 1: one.node.rect.x += 3; break;
    case 2: one.node.flags ^= kDisabled; break;
    case 3: std::reverse(things.begin(), things.end()); break;
    case 4: things.erase(things.begin() + static_cast<std::ptrdiff_t>(at)); break;
    default: change(draws, one.children); break;
  }
}

}  // namespace

TEST_CASE("mirror stream: hundreds of changes leave the page as the tree says") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Draws draws(seed);
    MirrorStream stream;
    Page page;
    SemanticTree tree;
    std::vector<Thing> things;
    for (int step = 0; step < 60; ++step) {
      CAPTURE(step);
      if (step % 4 == 0) {
        std::vector<std::uint32_t> ids = some_ids();
        things = any_things(draws, ids, 3);
      } else {
        change(draws, things);
      }
      tree.clear();
      fill(tree, things);
      stream.update(tree);
      // Now and then two frames pass before the page takes the words.
      if (draws.below(3) == 0) continue;
      const std::string fault = page.apply(stream.words(), stream.bytes());
      CHECK_MESSAGE(fault.empty(), fault);
      const std::string difference = page.differs_from(tree);
      CHECK_MESSAGE(difference.empty(), difference);
      stream.taken();
      CHECK(stream.empty());
      stream.update(tree);
      CHECK_MESSAGE(stream.empty(), "an unchanged tree says something");
    }
  }
}

TEST_CASE("mirror stream: the words of one node, exactly") {
  SemanticTree tree;
  SemanticNode node;
  node.id = 0x80000001u;
  node.role = Role::button;
  node.flags = kFocusable | kInTabOrder;
  node.level = 1;
  node.position = 2;
  node.n_set = 3;
  node.rect = {1.25f, -2, 30.1f, 4};
  node.name = "Run";
  node.value = "v";
  node.description = "de";
  node.shortcut = "";
  tree.add(node);
  MirrorStream stream;
  stream.update(tree);
  const auto id = static_cast<std::int32_t>(0x80000001u);
  CHECK(stream.words() == std::vector<std::int32_t>{1, id, 0, 8, 3, 1, 2, 3, 5, -8, 120, 16, 0, 3, 3, 1, 4, 2, 6, 0, 4, 0, 1, id});
  CHECK(stream.bytes() == "Runvde");

  stream.taken();
  tree.find(node.id)->rect.x = 2;
  stream.update(tree);
  CHECK(stream.words() == std::vector<std::int32_t>{2, id, 8, -8, 120, 16});
  stream.taken();
  stream.focus(node.id);
  CHECK(stream.words() == std::vector<std::int32_t>{5, id});
  stream.taken();
  tree.clear();
  stream.update(tree);
  CHECK(stream.words() == std::vector<std::int32_t>{4, 0, 0, 3, id});
}

TEST_CASE("mirror stream: each field alone makes an upsert") {
  const auto base_node = [] {
    SemanticNode node;
    node.id = 5;
    node.role = Role::text;
    return node;
  };
  const struct {
    const char* field;
    void (*change)(SemanticNode&);
  } cases[] = {
      {"role", [](SemanticNode& n) { n.role = Role::button; }},
      {"flags", [](SemanticNode& n) { n.flags = kOffScreen; }},
      {"level", [](SemanticNode& n) { n.level = 2; }},
      {"position", [](SemanticNode& n) { n.position = 1; }},
      {"n_set", [](SemanticNode& n) { n.n_set = 1; }},
      {"name", [](SemanticNode& n) { n.name = "x"; }},
      {"value", [](SemanticNode& n) { n.value = "x"; }},
      {"description", [](SemanticNode& n) { n.description = "x"; }},
      {"shortcut", [](SemanticNode& n) { n.shortcut = "x"; }},
  };
  for (const auto& one : cases) {
    CAPTURE(one.field);
    MirrorStream stream;
    SemanticTree tree;
    tree.add(base_node());
    stream.update(tree);
    stream.taken();
    SemanticNode changed = base_node();
    one.change(changed);
    tree.clear();
    tree.add(changed);
    stream.update(tree);
    CHECK(stream.words().size() == 20);
    CHECK((stream.empty() ? 0 : stream.words()[0]) == 1);
  }
}
