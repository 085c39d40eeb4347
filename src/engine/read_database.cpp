#include "engine/read_database.h"

#include "base/base64.h"
#include "model/table.h"
#include "sql/database_file.h"

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Json;
using base::Result;

namespace {

constexpr std::size_t kMostBytes = 30'000'000;
constexpr std::int64_t kMostRows = 20'000;

}  // namespace

Result<Json> answer_read_database(const Json& body) {
  base::FieldReader fields(body, "body");
  const std::string text = fields.text("base64");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  LR_TRY(const std::string bytes, base::from_base64(text));
  if (bytes.size() > kMostBytes) return Error{ErrorKind::too_large, "body/base64", "The file is larger than 30 MB."};
  LR_TRY(const sql::NamedTables tables, sql::read_database_file(bytes, kMostRows));
  Json json = Json::object();
  for (const auto& [name, table] : tables) json[name] = model::to_json(table);
  return Json{{"tables", std::move(json)}};
}

}  // namespace loopready::engine
