#include "ui/kit/mirror_stream.h"

#include <cmath>
#include <functional>

namespace loopready::kit {
namespace {

enum Operation : std::int32_t { kUpsert = 1, kMove = 2, kRemove = 3, kChildren = 4, kFocus = 5 };

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15ull + (hash << 6) + (hash >> 2);
  return hash;
}

std::uint64_t meaning_of(const SemanticNode& node) {
  const std::hash<std::string> text;
  std::uint64_t hash = mix(static_cast<std::uint64_t>(node.role), node.flags);
  hash = mix(hash, node.parent);
  hash = mix(hash, static_cast<std::uint64_t>(node.level));
  hash = mix(hash, static_cast<std::uint64_t>(node.position) << 32 | static_cast<std::uint32_t>(node.n_set));
  hash = mix(hash, text(node.name));
  hash = mix(hash, text(node.value));
  hash = mix(hash, text(node.description));
  return mix(hash, text(node.shortcut));
}

}  // namespace

void MirrorStream::text(const std::string& text) {
  words_.push_back(static_cast<std::int32_t>(bytes_.size()));
  words_.push_back(static_cast<std::int32_t>(text.size()));
  bytes_ += text;
}

void MirrorStream::rect(const Rect& rect) {
  for (const float length : {rect.x, rect.y, rect.w, rect.h})
    words_.push_back(static_cast<std::int32_t>(std::lround(length * 4)));
}

void MirrorStream::update(const SemanticTree& tree) {
  for (auto& [id, known] : known_) known.seen = false;

  // Children in order, by parent, in one pass: parents come before their children.
  std::unordered_map<std::uint32_t, std::vector<std::int32_t>> children;
  for (const SemanticNode& node : tree.nodes()) {
    children[node.parent].push_back(static_cast<std::int32_t>(node.id));
    const auto [at, fresh] = known_.try_emplace(node.id);
    Known& known = at->second;
    known.seen = true;
    const std::uint64_t meaning = meaning_of(node);
    if (fresh || meaning != known.meaning) {
      words_.insert(words_.end(), {kUpsert, static_cast<std::int32_t>(node.id), static_cast<std::int32_t>(node.parent),
                                   static_cast<std::int32_t>(node.role), static_cast<std::int32_t>(node.flags), node.level,
                                   node.position, node.n_set});
      rect(node.rect);
      text(node.name);
      text(node.value);
      text(node.description);
      text(node.shortcut);
    } else if (!(node.rect == known.rect)) {
      words_.insert(words_.end(), {kMove, static_cast<std::int32_t>(node.id)});
      rect(node.rect);
    }
    known.meaning = meaning;
    known.rect = node.rect;
  }

  const auto say_children = [&](std::uint32_t parent, std::uint64_t& before) {
    const auto found = children.find(parent);
    std::uint64_t order = 0;
    if (found != children.end())
      for (const std::int32_t id : found->second) order = mix(order, static_cast<std::uint32_t>(id));
    if (order == before) return;
    before = order;
    words_.insert(words_.end(), {kChildren, static_cast<std::int32_t>(parent),
                                 found == children.end() ? 0 : static_cast<std::int32_t>(found->second.size())});
    if (found != children.end()) words_.insert(words_.end(), found->second.begin(), found->second.end());
  };
  say_children(0, known_[0].children);
  known_[0].seen = true;
  for (const SemanticNode& node : tree.nodes()) say_children(node.id, known_[node.id].children);

  for (auto at = known_.begin(); at != known_.end();) {
    if (at->second.seen) {
      ++at;
      continue;
    }
    words_.insert(words_.end(), {kRemove, static_cast<std::int32_t>(at->first)});
    at = known_.erase(at);
  }
}

void MirrorStream::focus(std::uint32_t id) { words_.insert(words_.end(), {kFocus, static_cast<std::int32_t>(id)}); }

void MirrorStream::taken() {
  words_.clear();
  bytes_.clear();
}

}  // namespace loopready::kit
