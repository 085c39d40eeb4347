// An item: one exercise with its answers and the traps good candidates fall into.
// Here: Item and its JSON (content/items/<category>/<slug>.json).  Not here: grading (engine), promises (engine/audit).
// Terms: a trap is a wrong answer with the misconception behind it; a dataset is one filling of the item's tables.
// Errors: bad_input with a path; unknown and missing keys are refused.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "model/table.h"
#include "model/world.h"

namespace loopready::model {

struct Contract {
  std::vector<Column> columns;     // name and type class the result must have ("text", "integer", "number", "date", ...)
  std::vector<std::string> order;  // "days", "gms desc": the keys rows must be ordered by; empty: any order
  std::string ties = "any";        // rows equal under the keys: "any" order, or "strict" as in the answer
  double tolerance = 0;            // absolute, for numbers, beside the default 1e-6 relative
  std::vector<std::string> required;   // constructs the answer must use (sql/features.h): "window", "cte" ...
  std::vector<std::string> forbidden;  // constructs it must not use
};

struct NamedSql {
  std::string name;
  std::string sql;
};

struct Trap {
  std::string slug;
  std::string sql;
  std::string why;       // Markdown: the misconception and its cure
  std::string shown_by;  // slug of a dataset on which the result differs
};

struct NamedTable {
  std::string name;  // SQL name
  std::vector<Row> rows;
};

struct Dataset {
  std::string slug;
  std::string about;  // what it tests, in one short clause a verdict can quote: "a customer with two sign-ups"
  bool shown = false;
  std::vector<NamedTable> tables;  // every table the item uses, perhaps with no rows
};

struct Fact {
  std::string ask;
  std::string tell;
  bool needed = false;  // without it the task can't be understood: the item is clarify-first
};

// What an answer may cost: at most `times_answer` times the steps of the item's own answer on `rows` generated rows a table.
struct CostBound {
  std::int64_t rows = 0;  // 0: no bound
  double times_answer = 0;
};

struct Item {
  std::string slug;
  std::int64_t rev = 1;
  std::string kind;        // "sql"
  std::string title;
  std::string level;       // "L4" to "L8"
  std::string difficulty;  // "easy", "medium", "hard"
  std::string round;       // "coding", "phone" ...
  std::string topic;       // "windows", "joins" ...
  std::int64_t minutes = 0;
  std::string world;                // slug
  std::vector<std::string> uses;    // slugs of world tables
  std::string prompt;               // Markdown
  std::vector<Fact> facts;          // what an interviewer tells when asked
  std::vector<Fact> decoys;         // plausible questions whose answers change nothing; only where a fact is needed
  Contract contract;
  std::vector<std::string> hints;   // Markdown, three, each saying more than the one before
  std::string start;                // what the editor holds at first; may be empty
  std::string answer;               // SQL in Redshift spelling
  std::string explanation;          // Markdown: the worked answer, step by step
  std::vector<NamedSql> also;       // other right answers
  std::vector<Trap> traps;
  std::vector<Dataset> datasets;
  std::vector<std::string> equivalent_mutants;  // variants of the answer that are right too (engine/mutate.h)
  CostBound cost_bound;
  std::vector<std::string> follow_up;
  std::vector<std::string> principles;  // slugs: "dive-deep"
  std::string today;                // "YYYY-MM-DD", what CURRENT_DATE means here
};

// Whether the prompt hides something that has to be asked for.
bool clarifies_first(const Item& item);
const Dataset* find_dataset(const Item& item, std::string_view slug);
const Dataset* shown_dataset(const Item& item);  // the first shown one, or null

base::Json to_json(const Item& item);
base::Result<Item> item_from_json(const base::Json& json, const std::string& where);

// The item's tables filled from one dataset, with the world's column names and types, in the order of `uses`.
// Errors: an unknown table slug, a dataset row of the wrong width.
base::Result<std::vector<std::pair<std::string, Table>>> filled_tables(const World& world, const Item& item,
                                                                       const Dataset& dataset);

}  // namespace loopready::model
