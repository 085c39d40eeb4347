// Backup files: everything the learner did, in one JSON text.
// Here: writing and reading them, exporting and importing.  Not here: file dialogs (web).
// Terms: check is a fingerprint over the rest of the file as one line of JSON, so that laying it out anew does no harm.
// The page writes the same format when the app cannot start (web/backup-file.ts).
// Errors: bad_input (no backup, damaged, with its place), unsupported (a newer version), too_large (over 50 MB).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/app.h"

namespace loopready::app {

struct Backup {
  std::int64_t exported_at_ms = 0;
  std::vector<model::Record> records;
  std::vector<model::Kept> kept;
};

std::string write_backup(const Backup& backup);
base::Result<Backup> read_backup(const std::string& text, const std::string& where);

void export_backup(App& app);
// All of it or nothing; a toast tells which.
void import_backup(App& app, const FilePicked& file);

}  // namespace loopready::app
