// Mutates queries and JSON for a number of seconds and runs them: any crash, hang or broken promise ends the program.
// fuzz SECONDS SEED FILE...: .sql files hold a query a line, .jsonl and .json files texts under "sql".
// Not part of the unit tests; built with sanitizers only.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/random.h"
#include "model/item.h"
#include "sql/database.h"
#include "sql/functions.h"
#include "sql/query.h"
#include "sql/token.h"

using namespace loopready;

namespace {

const char* const kSetup =
    "CREATE TABLE orders (order_id serial PRIMARY KEY, user_id int, order_ts timestamp, order_date date, amount "
    "numeric(10,2), is_prime boolean, city varchar(20)); INSERT INTO orders (user_id, order_ts, order_date, amount, "
    "is_prime, city) VALUES (1, '2024-01-31 10:00', '2024-01-31', 10, true, 'Seattle'), (2, '2024-02-15 08:30', "
    "'2024-02-15', NULL, false, NULL)";

void collect_sql(const base::Json& json, std::vector<std::string>& queries) {
  if (json.is_object())
    for (const auto& [name, value] : json.items()) {
      if (value.is_string() && (name == "sql" || name == "answer" || name == "query")) queries.push_back(value.get<std::string>());
      else collect_sql(value, queries);
    }
  if (json.is_array())
    for (const base::Json& one : json) collect_sql(one, queries);
}

std::string mutated(const std::string& text, const std::vector<std::string>& words, base::Random& random) {
  sql::LexError error;
  const std::vector<sql::Token> tokens = sql::cut_into_tokens(text, error);
  std::vector<std::string> parts;
  for (const sql::Token& token : tokens)
    if (token.kind != sql::TokenKind::end) parts.push_back(text.substr(token.begin, token.end - token.begin));
  const auto at = [&] { return static_cast<std::ptrdiff_t>(random.below(parts.size())); };
  for (std::uint64_t i = 0, n = 1 + random.below(4); i < n && !parts.empty(); ++i) {
    switch (random.below(6)) {
      case 0: parts.erase(parts.begin() + at()); break;
      case 1: parts[static_cast<std::size_t>(at())] = words[random.below(words.size())]; break;
      case 2: parts.insert(parts.begin() + at(), words[random.below(words.size())]); break;
      case 3: std::swap(parts[static_cast<std::size_t>(at())], parts[static_cast<std::size_t>(at())]); break;
      case 4: {
        const auto from = at(), to = at();
        const std::vector<std::string> copy(parts.begin() + std::min(from, to), parts.begin() + std::max(from, to));
        if (parts.size() < 2'000) parts.insert(parts.begin() + at(), copy.begin(), copy.end());
        break;
      }
      default: {
        std::string& part = parts[static_cast<std::size_t>(at())];
        if (!part.empty()) part[random.below(part.size())] = static_cast<char>(random.below(256));
      }
    }
  }
  std::string all;
  for (const std::string& part : parts) all += part + (random.chance(0.97) ? " " : "");
  return all;
}

int broken(const char* promise, const std::string& text) {
  std::printf("Broken promise: %s\n%s\n", promise, text.c_str());
  return 1;
}

}  // namespace

int main(int n, char** arguments) {
  if (n < 4) return broken("usage is fuzz SECONDS SEED FILE...", "");
  const double seconds = std::atof(arguments[1]);
  base::Random random(std::strtoull(arguments[2], nullptr, 10));
  std::vector<std::string> queries, documents;
  for (int i = 3; i < n; ++i) {
    std::ifstream file(arguments[i]);
    const std::string name = arguments[i];
    if (name.size() > 5 && name.substr(name.size() - 5) == ".json") {
      std::ostringstream text;
      text << file.rdbuf();
      documents.push_back(text.str());
      if (auto json = base::parse_json(text.str(), name); json.ok()) collect_sql(json.value(), queries);
      continue;
    }
    for (std::string line; std::getline(file, line);) {
      auto json = base::parse_json(line, name);
      if (json.ok()) collect_sql(json.value(), queries);
      else queries.push_back(line);
    }
  }
  std::vector<std::string> words = {"(", ")", "NULL", "::int", "9223372036854775807", "''", "over ()", "interval '1 day'"};
  for (const std::string& query : queries) {
    sql::LexError error;
    for (const sql::Token& token : sql::cut_into_tokens(query, error))
      if (token.kind != sql::TokenKind::end) words.push_back(query.substr(token.begin, token.end - token.begin));
  }
  if (queries.empty()) return broken("there are queries to start from", "");
  sql::Surroundings surroundings;
  surroundings.today = "2024-03-01";
  sql::Limits limits;
  limits.steps = 300'000;
  auto database = sql::Database::open(limits, sql::redshift_functions, surroundings);
  if (!database.ok() || !database.value()->run_setup(kSetup, "setup", model::Dialect::redshift).ok())
    return broken("the setup runs", kSetup);
  const auto start = std::chrono::steady_clock::now();
  long n_runs = 0, n_tables = 0, n_documents = 0;
  while (std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < seconds) {
    if (!documents.empty() && random.chance(0.05)) {
      std::string document = documents[random.below(documents.size())];
      for (std::uint64_t i = 0, times = 1 + random.below(5); i < times && !document.empty(); ++i) {
        const std::size_t at = random.below(document.size());
        if (random.chance(0.5)) document[at] = static_cast<char>(random.below(256));
        else document.erase(at, 1 + random.below(20));
      }
      if (auto json = base::parse_json(document, "document"); json.ok()) {
        [[maybe_unused]] const auto item = model::item_from_json(json.value(), "document");
      }
      ++n_documents;
      continue;
    }
    const std::string query = mutated(queries[random.below(queries.size())], words, random);
    if (std::FILE* last = std::fopen("fuzz-last.sql", "w"); last != nullptr) {
      std::fputs(query.c_str(), last);
      std::fclose(last);
    }
    database.value()->renew(limits);
    const model::RunResult result = sql::run_query(*database.value(), query, model::Dialect::redshift, true);
    const int n_verdicts = (result.table ? 1 : 0) + (result.sql_error ? 1 : 0) + (result.stopped != model::Stopped::no ? 1 : 0);
    if (n_verdicts != 1) return broken("exactly one verdict", query);
    if (result.sql_error && result.sql_error->text.find("lr_") != std::string::npos && query.find("lr_") == std::string::npos)
      return broken(("no name of ours in a message: " + result.sql_error->text).c_str(), query);
    ++n_runs;
    n_tables += result.table ? 1 : 0;
  }
  std::printf("%ld queries (%ld gave a table), %ld documents: nothing broke\n", n_runs, n_tables, n_documents);
  return 0;
}
