// Turns the semantic tree of a frame into the few operations that bring the page's mirror up to date.
// Here: MirrorStream.  Not here: applying them (web/mirror.ts).
// Format: `words` is a run of operations, each beginning with its number; texts are (offset, length) into `bytes` (UTF-8).
//   1 upsert   id parent role flags level position n_set x y w h name(2) value(2) description(2) shortcut(2)   = 20 words
//   2 move     id x y w h                                                                                     = 6 words
//   3 remove   id                                                                                             = 2 words
//   4 children parent n id...      the whole order below one parent                                           = 3 + n words
//   5 focus    id                  the app moved the focus                                                    = 2 words
// x y w h are device pixels times 4, rounded. A node is upserted before it is named in a children list; a removed node's
// children are removed too.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "ui/kit/semantic.h"

namespace loopready::kit {

class MirrorStream {
 public:
  // Appends the difference between what the page has and this tree.
  void update(const SemanticTree& tree);
  void focus(std::uint32_t id);
  bool empty() const { return words_.empty(); }
  const std::vector<std::int32_t>& words() const { return words_; }
  const std::string& bytes() const { return bytes_; }
  void taken();  // the page has applied everything

 private:
  struct Known {
    std::uint64_t meaning = 0;  // hash of everything but the rectangle
    Rect rect;
    std::uint64_t children = 0;  // hash of their ids in order
    bool seen = false;
  };
  void text(const std::string& text);
  void rect(const Rect& rect);

  std::unordered_map<std::uint32_t, Known> known_;
  std::vector<std::int32_t> words_;
  std::string bytes_;
};

}  // namespace loopready::kit
