#include "app/backup.h"

#include "app/fingerprint.h"
#include "app/navigation.h"
#include "app/storing.h"
#include "app/toast.h"
#include "base/date.h"
#include "base/text.h"

namespace loopready::app {

using base::Error;
using base::ErrorKind;
using base::FieldReader;
using base::Json;
using base::Result;

namespace {

constexpr const char* kFormat = "loopready-backup";
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMostBytes = 50'000'000;
constexpr std::int64_t kMsPerDay = 86'400'000;

std::string check_of(Json json) {
  json.erase("check");
  return hex_text(fnv1a(base::to_text(json)));
}

// The store keeps times as JavaScript's numbers: beyond 2^53 they would come back as others.
base::Status check_time(std::int64_t at_ms, const std::string& where) {
  constexpr std::int64_t kMost = 9'000'000'000'000'000;
  if (at_ms >= 0 && at_ms <= kMost) return base::Done{};
  return Error{ErrorKind::bad_input, where + "/at_ms", "This is no time in milliseconds since 1970."};
}

Result<model::Record> read_record(const Json& json, const std::string& where) {
  LR_TRY(auto record, model::record_from_json(json, where));
  LR_TRY([[maybe_unused]] auto time, check_time(record.at_ms, where));
  return record;
}

Result<model::Kept> read_kept(const Json& json, const std::string& where) {
  LR_TRY(auto kept, model::kept_from_json(json, where));
  LR_TRY([[maybe_unused]] auto time, check_time(kept.at_ms, where));
  return kept;
}

base::Status check_head(FieldReader& fields, const std::string& where) {
  if (fields.text_or("format", "") != kFormat) return Error{ErrorKind::bad_input, where, "This is not a backup of Loopready."};
  const std::int64_t version = fields.integer_or("v", 0);
  if (version > kVersion)
    return Error{ErrorKind::unsupported, where,
                 "This backup was made by a newer Loopready (version " + std::to_string(version) +
                     "). Reload the page to get it, then import again."};
  if (fields.ok() && version < 1) return Error{ErrorKind::bad_input, fields.path("v"), "There is no such version."};
  return base::Done{};
}

// "12 new records", "3 newer texts", "1 newer setting", joined; empty when there is none.
std::string what_is_new(std::int64_t n_records, std::int64_t n_texts, std::int64_t n_others) {
  std::vector<std::string> parts;
  if (n_records > 0) parts.push_back(base::count_of(n_records, "new record"));
  if (n_texts > 0) parts.push_back(base::count_of(n_texts, "newer text"));
  if (n_others > 0) parts.push_back(base::count_of(n_others, "newer setting"));
  return base::join(parts, ", ");
}

// What the file says now holds: not beaten by something later in memory.
bool holds(const App& app, const model::Kept& kept) {
  const auto known = app.kept.find(kept.key);
  return known != app.kept.end() && known->second.at_ms == kept.at_ms && known->second.value == kept.value;
}

void merge_backup(App& app, const Backup& backup) {
  std::int64_t n_records = 0, n_texts = 0, n_others = 0;
  for (const model::Record& record : backup.records) n_records += app.log.add(record) ? 1 : 0;
  for (const model::Kept& kept : backup.kept)
    if (merge_kept(app, kept)) ++(kept.key.substr(0, draft_key("").size()) == draft_key("") ? n_texts : n_others);
  // Everything the file holds goes to the store, also what memory has: it may be what the store failed to keep.
  MergeBackup merge;
  merge.records = backup.records;
  for (const model::Kept& kept : backup.kept)
    if (holds(app, kept)) merge.kept.push_back(kept);
  app.effects.push_back(std::move(merge));
  const std::string news = what_is_new(n_records, n_texts, n_others);
  show_toast(app, news.empty() ? "Nothing new: all of this backup was here already." : "Merged: " + news + ".");
  note_opened(app);
}

}  // namespace

std::string write_backup(const Backup& backup) {
  Json records = Json::array(), kept = Json::array();
  for (const model::Record& record : backup.records) records.push_back(model::to_json(record));
  for (const model::Kept& one : backup.kept) kept.push_back(model::to_json(one));
  Json json = {{"format", kFormat},
               {"v", kVersion},
               {"exported_at_ms", backup.exported_at_ms},
               {"records", std::move(records)},
               {"kept", std::move(kept)}};
  json["check"] = check_of(json);
  return base::to_text(json);
}

Result<Backup> read_backup(const std::string& text, const std::string& where) {
  if (text.size() > kMostBytes) return Error{ErrorKind::too_large, where, "This file is larger than 50 MB."};
  LR_TRY(const Json json, base::parse_json(text, where));
  FieldReader fields(json, where);
  LR_TRY([[maybe_unused]] auto head, check_head(fields, where));
  Backup backup;
  backup.exported_at_ms = fields.integer("exported_at_ms");
  LR_TRY(backup.records, base::read_all<model::Record>(fields.array("records"), fields.path("records"), read_record));
  LR_TRY(backup.kept, base::read_all<model::Kept>(fields.array("kept"), fields.path("kept"), read_kept));
  const std::string check = fields.text("check");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  if (check != check_of(json))
    return Error{ErrorKind::bad_input, fields.path("check"), "The contents do not match their fingerprint: something was changed."};
  return backup;
}

void export_backup(App& app) {
  keep_value(app, "setting/backup_at_ms", std::to_string(app.now_ms));
  app.backup_at_ms = app.now_ms;
  Backup backup{app.now_ms, app.log.records(), {}};
  for (const auto& [key, kept] : app.kept) backup.kept.push_back(kept);
  const std::string name = "loopready-backup-" + base::format_date(base::civil_date(app.now_ms / kMsPerDay)) + ".json";
  app.effects.push_back(Download{name, "application/json", write_backup(backup)});
  show_toast(app, "Saved " + name + " with " + base::count_of(static_cast<std::int64_t>(backup.records.size()), "record") +
                      ". Keep it where you will find it.");
}

void import_backup(App& app, const FilePicked& file) {
  const auto backup = read_backup(file.text, file.name);
  if (!backup.ok()) {
    show_toast(app, "Not imported, and nothing was changed. " + base::describe(backup.error()), Tone::bad);
    return;
  }
  merge_backup(app, backup.value());
}

}  // namespace loopready::app
