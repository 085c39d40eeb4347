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
            "differs: list of {what, why}, what plain SQLite would read otherwise",
            "cost: {\"steps\", \"ms\"}", "sql_error: {\"text\", \"line\", \"column\", \"hint\"} in place of a table",
            "stopped: \"steps\", \"time\", \"memory\" or \"rows\" in place of a table"}},
          {"grade",
           "Judges an answer: SQL on all the item's datasets, a question part by part.",
           {"item: the whole item or question; `loopready answer` also takes its slug",
            "world: the item's world (SQL only); `loopready answer` finds it by itself",
            "answer to SQL: {\"sql\": text, \"asked\": questions asked first}",
            "answer to a question in one part: {\"number\": text or number}, {\"choices\": slugs}, {\"order\": slugs of all steps} or "
            "{\"text\", \"own_ticks\": slugs of points the learner says they made}",
            "answer to any question: {\"parts\": {slug: one of these}}",
            "seed: number, which numbers the learner saw where the question has a recipe; 0 when absent"},
           {"right: true or false", "score_share: share of datasets answered rightly, or the mean over parts, 0 to 1",
            "reasons: list of {\"kind\", \"text\"}, never empty",
            "trap: slug of the slip that gives the same rows, or null", "trap_why: its explanation",
            "diff: {\"missing\", \"extra\", \"wrong_value\", \"wrong_order\", \"n_missing\", \"n_extra\", "
            "\"n_wrong_value\", \"missing_columns\", \"extra_columns\"}",
            "datasets: list of {\"slug\", \"about\", \"right\"}",
            "shown: the smallest dataset answered wrongly: {\"dataset\", \"tables\", \"got\", \"expected\"}",
            "counterexample: the same as shown when a search made or cut down the data, else null",
            "sql_error, stopped: as in run",
            "parts (questions): list of {\"slug\", \"right\", \"score_share\", \"trap\", \"trap_why\", \"reasons\", \"expected\": text, "
            "\"choices\": [{\"slug\", \"right_to_choose\", \"chosen\", \"why\"}], \"steps\": [{\"slug\", \"well_placed\", \"why\"}], "
            "\"points\": [{\"slug\", \"point\", \"needed\", \"met\", \"by_own_tick\", \"found\", \"why\"}]}"}},
          {"make",
           "Fills a question's numbers from a seed.",
           {"item: the whole question; `loopready answer` also takes its slug", "seed: number, 1 when absent"},
           {"item: the question with its texts filled, its formulas as numbers and no recipe", "seed: number",
            "answers: list of {\"slug\", \"number\", \"text\": with unit} of its number parts", "values: {name: number}",
            "explanation: the worked path"}},
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
            "coverage: n_held, n_below, n_above, mean_width, truth, running: list of [experiments, share that held the truth], "
            "first: [low, estimate, high] of the first 100"}},
          {"flight",
           "Reads a synthetic A/B test up to a day, to practise deciding on; with a decision, says what it was.",
           {"brief: the flight's story, one of content/flights.json, whole; `loopready answer` also takes its slug (src/model/flight.h names every field)",
            "seed: whole number; it draws the plan, what is planted and every count", "day: days of data, 0 to the planned end",
            "call: \"ship\", \"iterate\" or \"roll_back\", once decided", "reason: slug of a reason, with call"},
           {"readout: {\"plan\", \"days\": [{\"day\", \"assigned_control\", \"assigned_treatment\", \"so_far\", \"lift\", \"alone\", "
            "\"srm_p_value\"}], \"guardrails\", \"segments\", \"checks\": [{\"slug\", \"name\", \"routine\", \"control\", \"treatment\", "
            "\"p_value\"}], \"alternatives\"}; an estimate is [lift, low, high, p], relative",
            "debrief: with a call: {\"kind\", \"truth\", \"lasting_lift\", \"weekly_usd\", \"signs\": [{\"slug\", \"routine\", \"first_day\": 0 for "
            "never, \"p_value\", \"speaks\"}], \"designed_day\", \"remarks\", \"yours\" and \"rule\": {\"call\", \"reason\", \"day\", "
            "\"earned_usd\", \"test_usd\", \"after_usd\"}, \"rule_words\", \"right_call\", \"right_reason\", \"scale_usd\"}"}}};
}

}  // namespace loopready::engine
