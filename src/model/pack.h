// What the page loads of the content: an index at the start, a category's bodies when asked for.
// Here: IndexEntry, Index, PackedItem, Pack and their JSON.  Not here: reading content files (platform/tool_native).
// Errors: bad_input with a path.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/item.h"
#include "model/question.h"
#include "model/table.h"
#include "model/world.h"

namespace loopready::model {

struct IndexEntry {
  std::string slug;
  std::int64_t rev = 1;
  std::string category;  // "sql": names the pack
  std::string title;
  std::string level;
  std::string difficulty;
  std::string topic;
  std::int64_t minutes = 0;
  std::string pack = {};  // the file that holds the body: the category, with the world where that is too much for one file
  std::string kind = "sql";  // as the item's or question's kind
};

// In the order in which they are best learnt.
struct Index {
  std::vector<IndexEntry> items;
};

struct PackedItem {
  Item item;
  Table expected;  // the answer's result on the shown dataset
};

struct Pack {
  std::string category;  // as IndexEntry::pack
  std::vector<World> worlds;
  std::vector<PackedItem> items;
  std::vector<Question> questions;
};

base::Json to_json(const Index& index);
base::Result<Index> index_from_json(const base::Json& json, const std::string& where);
base::Json to_json(const Pack& pack);
base::Result<Pack> pack_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
