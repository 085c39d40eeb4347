#include "sql/no_files_vfs.h"

#include <sqlite3.h>

#include <chrono>
#include <cstdint>

namespace {

int refuse_open(sqlite3_vfs*, const char*, sqlite3_file* file, int, int*) {
  file->pMethods = nullptr;
  return SQLITE_CANTOPEN;
}
int refuse_delete(sqlite3_vfs*, const char*, int) { return SQLITE_IOERR_DELETE; }
int no_access(sqlite3_vfs*, const char*, int, int* result) {
  *result = 0;
  return SQLITE_OK;
}
int full_path(sqlite3_vfs*, const char* name, int n, char* path) {
  sqlite3_snprintf(n, path, "%s", name);
  return SQLITE_OK;
}
int same_bytes(sqlite3_vfs*, int n, char* bytes) {
  std::uint32_t state = 0x9E3779B9u;
  for (int i = 0; i < n; ++i) {
    state = state * 1'664'525u + 1'013'904'223u;
    bytes[i] = static_cast<char>(state >> 24);
  }
  return n;
}
int no_sleep(sqlite3_vfs*, int us) { return us; }

// Milliseconds since noon of 24 November 4714 BC.
int current_time(sqlite3_vfs*, sqlite3_int64* ms) {
  constexpr sqlite3_int64 kUnixEpochMs = 210'866'760'000'000;
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  *ms = kUnixEpochMs + std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count();
  return SQLITE_OK;
}
int current_day(sqlite3_vfs* vfs, double* day) {
  sqlite3_int64 ms = 0;
  current_time(vfs, &ms);
  *day = static_cast<double>(ms) / 86'400'000.0;
  return SQLITE_OK;
}
int no_last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

extern "C" int sqlite3_os_init() {
  static sqlite3_vfs vfs = {2,
                            sizeof(sqlite3_file),
                            512,
                            nullptr,
                            "no-files",
                            nullptr,
                            refuse_open,
                            refuse_delete,
                            no_access,
                            full_path,
                            nullptr,
                            nullptr,
                            nullptr,
                            nullptr,
                            same_bytes,
                            no_sleep,
                            current_day,
                            no_last_error,
                            current_time,
                            nullptr,
                            nullptr,
                            nullptr};
  return sqlite3_vfs_register(&vfs, 1);
}

extern "C" int sqlite3_os_end() { return SQLITE_OK; }

namespace loopready::sql {

void start_sqlite() { sqlite3_initialize(); }

}  // namespace loopready::sql
