#include "app/command.h"

#include <cmath>

namespace loopready::app {

using base::Error;
using base::ErrorKind;
using base::FieldReader;
using base::Json;
using base::Result;

namespace {

// JavaScript's clock counts whole milliseconds; a fraction from another clock is rounded.
std::int64_t milliseconds(FieldReader& fields, const char* key) {
  constexpr double kMost = 9e15;
  const double value = fields.number(key);
  if (!(value >= 0 && value <= kMost)) fields.fail(fields.path(key), "A time in milliseconds since 1970 is needed here.");
  return fields.ok() ? std::llround(value) : 0;
}

template <class T, class Read>
std::vector<T> readable_only(const Json& array, const std::string& where, Read read, std::int64_t& n_damaged) {
  std::vector<T> all;
  for (const Json& json : array) {
    Result<T> one = read(json, where);
    if (one.ok()) all.push_back(std::move(one).value());
    else ++n_damaged;
  }
  return all;
}

Restored read_restored(FieldReader& fields) {
  Restored restored;
  restored.records = readable_only<model::Record>(fields.array("records"), fields.path("records"), model::record_from_json,
                                                  restored.n_damaged);
  restored.kept =
      readable_only<model::Kept>(fields.array("kept"), fields.path("kept"), model::kept_from_json, restored.n_damaged);
  restored.n_damaged += fields.integer_or("n_damaged", 0);
  return restored;
}

model::Response read_response(const Json& json, const std::string& where) {
  auto response = model::response_from_json(json, where);
  if (response.ok()) return std::move(response).value();
  const auto id = json.find("id");
  return {id == json.end() ? Json() : *id, true, response.error()};
}

EngineAnswered read_answer(FieldReader& fields) {
  const Json& given = fields.any("response");
  const std::string where = fields.path("response");
  const auto* text = given.get_ptr<const std::string*>();
  if (text == nullptr) return {read_response(given, where)};
  auto parsed = base::parse_json(*text, where);
  if (parsed.ok()) return {read_response(parsed.value(), where)};
  return {{Json(), true, parsed.error()}};
}

// Eight colours, or none.
std::vector<std::uint32_t> read_colours(FieldReader& fields) {
  std::vector<std::uint32_t> colours;
  const Json& given = fields.array_or_empty("forced_colours");
  for (const Json& one : given) {
    if (!one.is_number_unsigned() || one.get<std::uint64_t>() > 0xFFFFFF) fields.fail(fields.path("forced_colours"), "A colour is needed here.");
    else colours.push_back(one.get<std::uint32_t>());
  }
  if (!colours.empty() && colours.size() != 8) fields.fail(fields.path("forced_colours"), "Eight colours are needed here.");
  return colours;
}

using Read = Command (*)(FieldReader& fields);

struct Report {
  const char* name;
  Read read;
};

constexpr Report kReports[] = {
    {"started", [](FieldReader& f) -> Command { return Started{f.text("seed"), f.text("hash")}; }},
    {"tick", [](FieldReader& f) -> Command { return Tick{milliseconds(f, "now_ms")}; }},
    {"environment_changed",
     [](FieldReader& f) -> Command {
       return EnvironmentChanged{f.boolean("dark"), f.boolean("reduced_motion"), f.boolean("coarse_pointer"),
                                 f.boolean_or("more_contrast", false), read_colours(f)};
     }},
    {"storage_changed",
     [](FieldReader& f) -> Command { return StorageChanged{f.boolean("persisted"), f.integer("used_bytes")}; }},
    {"copied", [](FieldReader& f) -> Command { return Copied{f.boolean("done")}; }},
    {"refused", [](FieldReader& f) -> Command { return Refused{f.text("why")}; }},
    {"address_changed", [](FieldReader& f) -> Command { return AddressChanged{f.text("hash")}; }},
    {"index_arrived", [](FieldReader& f) -> Command { return IndexArrived{f.text("text")}; }},
    {"index_failed", [](FieldReader& f) -> Command { return IndexFailed{f.text("text")}; }},
    {"pack_arrived", [](FieldReader& f) -> Command { return PackArrived{f.text("category"), f.text("text")}; }},
    {"pack_failed", [](FieldReader& f) -> Command { return PackFailed{f.text("category"), f.text("text")}; }},
    {"restored", [](FieldReader& f) -> Command { return read_restored(f); }},
    {"record_kept", [](FieldReader& f) -> Command { return RecordKept{f.text("uuid")}; }},
    {"backup_merged", [](FieldReader& f) -> Command { return BackupMerged{f.integer("n_records")}; }},
    {"store_failed", [](FieldReader& f) -> Command { return StoreFailed{f.text("text")}; }},
    {"file_picked", [](FieldReader& f) -> Command { return FilePicked{f.text("name"), f.text("text"), f.text_or("base64", "")}; }},
    {"engine_answered", [](FieldReader& f) -> Command { return read_answer(f); }},
    {"engine_lost", [](FieldReader& f) -> Command { return EngineLost{f.any("id"), f.one_of("why", {"died", "time"})}; }},
    {"offline_ready", [](FieldReader&) -> Command { return OfflineReady{}; }},
    {"update_ready", [](FieldReader&) -> Command { return UpdateReady{}; }},
    {"edit_text", [](FieldReader& f) -> Command { return EditText{f.text("key"), f.text("text")}; }},
};

}  // namespace

Result<Command> command_from_json(const Json& json) {
  FieldReader fields(json, "report");
  const std::string name = fields.text("is");
  for (const Report& report : kReports) {
    if (name != report.name) continue;
    Command command = report.read(fields);
    LR_TRY([[maybe_unused]] auto done, fields.finish());
    return command;
  }
  LR_TRY([[maybe_unused]] auto known, fields.ok() ? base::Status(base::Done{}) : fields.finish());
  return Error{ErrorKind::not_found, fields.path("is"), "There is no report called \"" + name + "\"."};
}

}  // namespace loopready::app
