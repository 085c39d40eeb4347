#include "model/pack.h"

namespace loopready::model {

using base::FieldReader;
using base::Json;
using base::Result;

namespace {

Result<IndexEntry> entry_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  IndexEntry entry{fields.text("slug"),  fields.integer("rev"),     fields.text("category"), fields.text("title"),
                   fields.text("level"), fields.text("difficulty"), fields.text("topic"),    fields.integer("minutes"), fields.text_or("pack", ""), fields.text_or("kind", "sql")};
  if (entry.pack.empty()) entry.pack = entry.category;
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return entry;
}

Result<PackedItem> packed_item_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  PackedItem packed;
  LR_TRY(packed.item, item_from_json(fields.object("item"), fields.path("item")));
  LR_TRY(packed.expected, table_from_json(fields.object("expected"), fields.path("expected")));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return packed;
}

}  // namespace

Json to_json(const Index& index) {
  Json items = Json::array();
  for (const IndexEntry& entry : index.items) {
    items.push_back({{"slug", entry.slug},
                     {"rev", entry.rev},
                     {"category", entry.category},
                     {"title", entry.title},
                     {"level", entry.level},
                     {"difficulty", entry.difficulty},
                     {"topic", entry.topic},
                     {"minutes", entry.minutes}});
    if (!entry.pack.empty() && entry.pack != entry.category) items.back()["pack"] = entry.pack;
    if (entry.kind != "sql") items.back()["kind"] = entry.kind;
  }
  return {{"items", std::move(items)}};
}

Result<Index> index_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Index index;
  LR_TRY(index.items, base::read_all<IndexEntry>(fields.array("items"), fields.path("items"), entry_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return index;
}

Json to_json(const Pack& pack) {
  Json worlds = Json::array();
  for (const World& world : pack.worlds) worlds.push_back(to_json(world));
  Json items = Json::array();
  for (const PackedItem& packed : pack.items)
    items.push_back({{"item", to_json(packed.item)}, {"expected", to_json(packed.expected)}});
  Json json = {{"category", pack.category}, {"worlds", std::move(worlds)}, {"items", std::move(items)}};
  for (const Question& question : pack.questions) json["questions"].push_back(to_json(question));
  return json;
}

Result<Pack> pack_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Pack pack;
  pack.category = fields.text("category");
  LR_TRY(pack.worlds, base::read_all<World>(fields.array("worlds"), fields.path("worlds"), world_from_json));
  LR_TRY(pack.items, base::read_all<PackedItem>(fields.array("items"), fields.path("items"), packed_item_from_json));
  LR_TRY(pack.questions, base::read_all<Question>(fields.array_or_empty("questions"), fields.path("questions"), question_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return pack;
}

}  // namespace loopready::model
