// What the grader says of an answer, and why.
// Here: GradeRequest (SQL), Verdict, Diff and their JSON (message kind "grade").  Not here: how it is found (engine/grade_sql,
// engine/grade_question), the request for questions (answer.h).
// Terms: score_share is the share of datasets on which the answer is right, or the mean over a question's parts, 0 to 1.
// Errors: bad_input with a path.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "model/item.h"
#include "model/part_verdict.h"
#include "model/reason.h"
#include "model/run.h"
#include "model/table.h"
#include "model/world.h"

namespace loopready::model {

struct GradeRequest {
  Item item;
  World world;
  std::string sql;
  std::int64_t seed = 0;
  std::vector<std::string> asked;  // the questions asked before answering, as the item spells them
};

// One row on both sides that agree in most columns but not in these.
struct WrongValue {
  Row got;
  Row expected;
  std::vector<std::string> columns;
};

struct Diff {
  std::vector<Row> missing;  // expected, not there; cut to 20
  std::vector<Row> extra;    // there, not expected; cut to 20
  std::vector<WrongValue> wrong_value;
  std::int64_t n_missing = 0;  // true counts
  std::int64_t n_extra = 0;
  std::int64_t n_wrong_value = 0;
  bool wrong_order = false;
  std::vector<std::string> missing_columns;  // contract columns the result lacks
  std::vector<std::string> extra_columns;
};

struct DatasetVerdict {
  std::string slug;
  std::string about;
  bool right = false;
};

// The smallest dataset on which the answer is wrong, with both results.
struct Shown {
  std::string dataset;  // slug; "made" when a search made the data
  bool made = false;    // made or cut down by a search, so not all of the dataset
  std::vector<std::pair<std::string, Table>> tables;
  Table got;       // columns as the learner returned them
  Table expected;  // columns as the contract names them
};

struct Verdict {
  bool right = false;
  double score_share = 0;
  std::vector<Reason> reasons;  // most telling first; never empty
  std::string trap;             // slug, empty when none matches
  std::string trap_why;         // Markdown
  std::vector<PartVerdict> parts;  // of a question, in its order; empty for SQL
  Diff diff;                    // on the shown dataset
  std::vector<DatasetVerdict> datasets;
  std::optional<Shown> shown;
  std::optional<SqlError> sql_error;
  Stopped stopped = Stopped::no;
};

base::Json to_json(const GradeRequest& request);
base::Result<GradeRequest> grade_request_from_json(const base::Json& json, const std::string& where);
base::Json to_json(const Verdict& verdict);
base::Result<Verdict> verdict_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
