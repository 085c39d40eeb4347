// What each kind of request takes and gives, for `loopready kinds`.
#include "engine/engine.h"

namespace loopready::engine {

std::vector<KindNote> kinds() {
  return {{"run",
           "Runs one query over tables given with it.",
           {"sql: text; several statements may be separated by semicolons, the last one's result is given",
            "dialect: \"redshift\" (default) or \"sqlite\"", "setup: list of trusted SQL statements, run first",
            "tables: {name: {\"columns\": [{\"name\", \"type\"}], \"rows\": [[...]]}}",
            "today: date, what CURRENT_DATE means; the machine's day when absent",
            "max_rows: rows to give, 1,000 when absent, at most 10,000",
            "budget_steps: instructions until the query is stopped; the engine's own limit when absent"},
           {"table: {\"columns\", \"rows\", \"n_rows\": true count, \"cut\"}",
            "sqlite_sql: what was run after translation", "plan: list of plain sentences", "notes: list of sentences",
            "cost: {\"steps\", \"ms\"}", "sql_error: {\"text\", \"line\", \"column\", \"hint\"} in place of a table",
            "stopped: \"steps\", \"time\", \"memory\" or \"rows\" in place of a table"}},
          {"grade",
           "Judges an answer to an item on all its datasets.",
           {"item: the whole item; `loopready answer` also takes its slug",
            "world: the item's world; `loopready answer` finds it by itself", "answer: {\"sql\": text, \"asked\": questions asked first}",
            "seed: number, for items with a recipe"},
           {"right: true or false", "score_share: share of datasets answered rightly, 0 to 1",
            "reasons: list of {\"kind\", \"text\"}, never empty",
            "trap: slug of the slip that gives the same rows, or null", "trap_why: its explanation",
            "diff: {\"missing\", \"extra\", \"wrong_value\", \"wrong_order\", \"n_missing\", \"n_extra\", "
            "\"n_wrong_value\", \"missing_columns\", \"extra_columns\"}",
            "datasets: list of {\"slug\", \"about\", \"right\"}",
            "shown: the smallest dataset answered wrongly: {\"dataset\", \"tables\", \"got\", \"expected\"}",
            "counterexample: the same as shown when a search made or cut down the data, else null",
            "sql_error, stopped: as in run"}},
          {"counterexample",
           "Looks for the smallest database on which two queries differ.",
           {"left, right: text, the queries", "dialect: \"redshift\" (default) or \"sqlite\"",
            "schema: {table: {column: type or null}}",
            "constraints: list of {\"primary\": [{\"table\", \"column\"}]}, {\"unique\": [...]}, {\"not_null\": [...]}, "
            "{\"foreign\": [{child}, {parent}]}, {\"check\": {\"table\", \"sql\"}}",
            "ordered: whether the order of rows counts", "seed: number", "budget_ms: number, 300 when absent",
            "today: date, what CURRENT_DATE means"},
           {"found: true or false", "tables: {name: table} or null", "n_rows: number of rows in all tables",
            "left, right: table, what each query gives", "tried: number of databases", "elapsed_ms: number"}},
          {"scale",
           "Runs an answer and the item's own on ever larger generated data.",
           {"item, world: as in grade", "answer: {\"sql\": text}", "sizes: list of numbers of rows, up to 1,000,000"},
           {"one response with last false for each size: {\"rows\", \"steps\", \"ms\", \"answer_steps\", \"answer_ms\", \"stopped\"}",
            "points: all of them", "growth, answer_growth: \"constant\", \"linear\", \"n log n\", \"quadratic\" or \"worse than quadratic\""}},
          {"stats",
           "Computes one statistics routine, by name.",
           {"routine: name, one of those `loopready routines` lists",
            "inputs: object with the routine's inputs under their names; \"Infinity\" and \"-Infinity\" stand for the IEEE values"},
           {"values: object with the routine's outputs under their names, infinities as words",
            "method: what was computed, with the choices made", "source: where the method comes from"}},
          {"read_database",
           "Reads the tables of a SQLite file.",
           {"base64: the file's bytes, at most 30 MB"},
           {"tables: {name: {\"columns\", \"rows\": the first 20,000, \"n_rows\", \"cut\"}}"}},
          {"simulate",
           "Makes many experiments by chance and counts what a rule does with them.",
           {"scenario: \"peeking\" or \"coverage\"", "seed: whole number; the same seed gives the same answer", "n_runs: experiments, up to 1,000,000",
            "peeking: limits, list of limits for |z|, one a look; drift, mean of z at the last look, 0 when absent",
            "coverage: method, \"wald\", \"wilson\", \"clopper_pearson\", \"t\" or \"bootstrap\"; n; conf_level; p; population, \"normal\", "
            "\"exponential\" or \"lognormal\""},
           {"responses with last false as the runs go on, with n_done", "n_runs, n_done: numbers of experiments",
            "peeking: n_passed_by, experiments outside the limits at each look or before",
            "coverage: n_held, n_below, n_above, mean_width, truth, running: list of [experiments, share that held the truth]"}}};
}

}  // namespace loopready::engine
