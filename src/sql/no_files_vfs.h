// SQLite without an operating system: no files, the system's clock, the same "random" bytes in every run.
// Here: start_sqlite.  Not here: opening databases (database.h).
#pragma once

namespace loopready::sql {

// Makes SQLite ready; may be called again. Calling it is also what links our replacement of SQLite's operating system
// layer.
void start_sqlite();

}  // namespace loopready::sql
