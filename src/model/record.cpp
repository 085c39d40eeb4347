#include "model/record.h"

namespace loopready::model {

using base::FieldReader;
using base::Json;
using base::Result;

Json to_json(const Record& record) {
  return {{"uuid", record.uuid}, {"at_ms", record.at_ms}, {"kind", record.kind},
          {"item", record.item}, {"rev", record.rev},     {"body", record.body}};
}

Result<Record> record_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Record record;
  record.uuid = fields.text("uuid");
  if (fields.ok() && record.uuid.empty()) fields.fail(fields.path("uuid"), "A record needs a uuid.");
  record.at_ms = fields.integer("at_ms");
  record.kind = fields.text("kind");
  record.item = fields.text("item");
  record.rev = fields.integer("rev");
  record.body = fields.object("body");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return record;
}

Json to_json(const Kept& kept) { return {{"key", kept.key}, {"at_ms", kept.at_ms}, {"value", kept.value}}; }

Result<Kept> kept_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Kept kept{fields.text("key"), fields.integer("at_ms"), fields.text("value")};
  if (fields.ok() && kept.key.empty()) fields.fail(fields.path("key"), "A kept value needs a key.");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return kept;
}

}  // namespace loopready::model
