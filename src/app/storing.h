// What of the state outlives the program: records and kept texts, in memory and on their way to the store.
// Here: adding records, keeping values, taking in what was stored.  Not here: the store itself (web), backup files (backup.h).
// Terms: a kept value is merged, the later at_ms wins; on a tie what is in memory stays.
#pragma once

#include <string>

#include "app/app.h"

namespace loopready::app {

std::string draft_key(const std::string& slug);  // "draft/<slug>"

// Adds to the log and asks the store to keep it.
void add_record(App& app, const std::string& kind, const std::string& slug, base::Json body = base::Json::object());
// Remembers a value as of now and asks the store to keep it.
void keep_value(App& app, const std::string& key, std::string value);
// The program, not the typing, changes an item's draft.
void put_draft(App& app, const std::string& slug, const std::string& sql);

// Takes in one stored value unless a newer one is known; drafts and settings follow. True when it was newer.
bool merge_kept(App& app, const model::Kept& kept);

void restore(App& app, const Restored& restored);
void confirm_record(App& app, const std::string& uuid);
void report_store_failure(App& app, const std::string& text);

}  // namespace loopready::app
