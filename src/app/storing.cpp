#include "app/storing.h"

#include <algorithm>

#include "app/flight.h"
#include "app/navigation.h"
#include "app/note.h"
#include "app/settings.h"
#include "app/toast.h"
#include "app/uuid.h"

namespace loopready::app {
namespace {

constexpr std::string_view kDraft = "draft/";

}  // namespace

std::string draft_key(const std::string& slug) { return std::string(kDraft) + slug; }

void add_record(App& app, const std::string& kind, const std::string& slug, base::Json body) {
  const model::IndexEntry* entry = find_entry(app, slug);
  model::Record record{"", app.now_ms, kind, slug, entry == nullptr ? 0 : entry->rev, std::move(body)};
  do {
    record.uuid = uuid_text(app.seed, ++app.n_uuids);
  } while (!app.log.add(record));
  app.storage.unsaved.insert(record.uuid);
  app.storage.n_unsaved = static_cast<std::int64_t>(app.storage.unsaved.size());
  app.effects.push_back(AppendRecord{std::move(record)});
}

void keep_value(App& app, const std::string& key, std::string value) {
  model::Kept& kept = app.kept[key];
  // Never older than what it replaces, even when the clock was set back.
  kept = {key, std::max(app.now_ms, kept.at_ms), std::move(value)};
  app.effects.push_back(KeepValue{kept});
}

void put_draft(App& app, const std::string& slug, const std::string& sql) {
  Text& text = app.texts[draft_key(slug)];
  text = {sql, text.revision + 1};
  keep_value(app, draft_key(slug), sql);
}

bool merge_kept(App& app, const model::Kept& kept) {
  const auto known = app.kept.find(kept.key);
  if (known != app.kept.end() && known->second.at_ms >= kept.at_ms) return false;
  app.kept[kept.key] = kept;
  if (kept.key.substr(0, kDraft.size()) == kDraft || is_note(kept.key)) {
    Text& text = app.texts[kept.key];
    if (text.text != kept.value || text.revision == 0) text = {kept.value, text.revision + 1};
  } else {
    take_setting(app, kept.key, kept.value);
  }
  return true;
}

void restore(App& app, const Restored& restored) {
  for (const model::Record& record : restored.records) app.log.add(record);
  for (const model::Kept& kept : restored.kept) merge_kept(app, kept);
  app.storage.restored = true;
  if (restored.n_damaged > 0)
    show_toast(app,
               (restored.n_damaged == 1 ? std::string("1 stored entry is damaged and was left out.")
                                        : std::to_string(restored.n_damaged) + " stored entries are damaged and were left out.") +
                   " Everything else is here. If you have a backup file, import it in Settings.",
               Tone::bad);
  refresh_filter(app);
  note_opened(app);
  open_flight(app);
}

void confirm_record(App& app, const std::string& uuid) {
  app.storage.unsaved.erase(uuid);
  app.storage.n_unsaved = static_cast<std::int64_t>(app.storage.unsaved.size());
  if (app.storage.unsaved.empty()) app.storage.failure.clear();
}

void report_store_failure(App& app, const std::string& text) {
  app.storage.failure = text;
  show_toast(app,
             "Your latest work is not saved: " + text + ". It stays here until you close this page; export a backup in Settings "
             "before you do.",
             Tone::bad);
  note_opened(app);
}

}  // namespace loopready::app
