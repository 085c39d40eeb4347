#include "sql/guard.h"

#include <sqlite3.h>

#include "base/text.h"

namespace loopready::sql {
namespace {

int ask(void* guard, int action, const char* first, const char* second, const char*, const char*) {
  return static_cast<Guard*>(guard)->decide(action, first, second);
}

const char* verb(int action) {
  switch (action) {
    case SQLITE_INSERT: return "INSERT";
    case SQLITE_UPDATE: return "UPDATE";
    case SQLITE_DELETE: return "DELETE";
    case SQLITE_PRAGMA: return "PRAGMA";
    case SQLITE_ATTACH: return "ATTACH";
    case SQLITE_DETACH: return "DETACH";
    case SQLITE_TRANSACTION: return "BEGIN and COMMIT";
    case SQLITE_SAVEPOINT: return "SAVEPOINT";
    case SQLITE_ANALYZE: return "ANALYZE";
    case SQLITE_REINDEX: return "REINDEX";
    case SQLITE_ALTER_TABLE: return "ALTER TABLE";
    case SQLITE_CREATE_INDEX:
    case SQLITE_CREATE_TABLE:
    case SQLITE_CREATE_TEMP_INDEX:
    case SQLITE_CREATE_TEMP_TABLE:
    case SQLITE_CREATE_TEMP_TRIGGER:
    case SQLITE_CREATE_TEMP_VIEW:
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_CREATE_VIEW:
    case SQLITE_CREATE_VTABLE: return "CREATE";
    case SQLITE_DROP_INDEX:
    case SQLITE_DROP_TABLE:
    case SQLITE_DROP_TEMP_INDEX:
    case SQLITE_DROP_TEMP_TABLE:
    case SQLITE_DROP_TEMP_TRIGGER:
    case SQLITE_DROP_TEMP_VIEW:
    case SQLITE_DROP_TRIGGER:
    case SQLITE_DROP_VIEW:
    case SQLITE_DROP_VTABLE: return "DROP";
    default: return "This";
  }
}

std::string read_only(const std::string& what) {
  return what + " can't be used here: queries only read the tables at hand. Start with SELECT or WITH.";
}

bool forbidden_function(std::string_view name) {
  for (const char* one : {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "sqlite_log",
                          "sqlite_compileoption_get", "sqlite_compileoption_used", "sqlite_source_id"})
    if (base::equal_ignoring_case(name, one)) return true;
  return false;
}

}  // namespace

void Guard::watch(sqlite3* db) { sqlite3_set_authorizer(db, ask, this); }
void Guard::release(sqlite3* db) { sqlite3_set_authorizer(db, nullptr, nullptr); }

int Guard::decide(int action, const char* first, const char* second) {
  const std::string_view one = first == nullptr ? "" : first;
  const std::string_view two = second == nullptr ? "" : second;
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_READ:
      if (base::to_lower(one).substr(0, 7) != "sqlite_" && base::to_lower(one).substr(0, 7) != "pragma_")
        return SQLITE_OK;
      if (refusal_.empty())
        refusal_ = std::string(one) + " can't be read here: the tables and their columns stand beside the exercise.";
      return SQLITE_DENY;
    case SQLITE_FUNCTION:
      if (!forbidden_function(two)) return SQLITE_OK;
      if (refusal_.empty())
        refusal_ = "The function " + std::string(two) + " can't be used here: it reaches outside the tables at hand.";
      return SQLITE_DENY;
    default:
      if (refusal_.empty()) refusal_ = read_only(verb(action));
      return SQLITE_DENY;
  }
}

std::string refused_statement(std::string_view first_word) {
  for (const char* allowed : {"select", "with", "values", "table"})
    if (first_word == allowed) return {};
  if (first_word == "explain" || first_word == "describe" || first_word == "show")
    return base::to_lower(first_word) == "explain"
               ? "EXPLAIN can't be used here: the plan of every query stands beside its result."
               : "SHOW and DESCRIBE can't be used here: the tables and their columns stand beside the exercise.";
  for (const char* files : {"copy", "unload"})
    if (first_word == files)
      return "COPY and UNLOAD move files, and there are none here: the tables at hand are filled already, so SELECT from them.";
  for (const char* procedures : {"call", "do", "execute", "prepare", "declare"})
    if (first_word == procedures)
      return "Stored procedures and prepared statements are not known here: write the query itself.";
  for (const char* known :
       {"insert", "update",  "delete",  "merge",   "replace",   "create", "drop",     "alter",     "truncate",
        "pragma", "attach",  "detach",  "vacuum",  "begin",     "commit", "rollback", "savepoint", "release",
        "end",    "analyze", "reindex", "copy",    "unload",    "grant",  "revoke",   "set",       "reset",
        "call",   "declare", "do",      "execute", "prepare",   "lock",   "use",      "comment",   "start",
        "abort",  "refresh", "fetch",   "close",   "deallocate"}) {
    if (first_word != known) continue;
    std::string name(first_word);
    for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
    return read_only(name);
  }
  return {};
}

}  // namespace loopready::sql
