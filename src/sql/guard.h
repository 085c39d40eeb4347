// What a learner's statement may do: read the tables at hand, and nothing else.
// Here: the allow-list that SQLite asks while it prepares a statement, and the sentence when something is refused.
// Not here: limits on size and time (budget.h, database.cpp).
#pragma once

#include <string>
#include <string_view>

struct sqlite3;

namespace loopready::sql {

class Guard {
 public:
  // From now on every statement prepared on `db` is checked; `this` must outlive that.
  void watch(sqlite3* db);
  static void release(sqlite3* db);

  // Why the last statement was refused, a whole sentence; empty when it was not.
  const std::string& refusal() const { return refusal_; }
  void forget() { refusal_.clear(); }

  int decide(int action, const char* first, const char* second);  // asked by SQLite

 private:
  std::string refusal_;
};

// The sentence for a statement that starts with this word ("insert", "pragma"); empty when it may start a query.
std::string refused_statement(std::string_view first_word);

}  // namespace loopready::sql
