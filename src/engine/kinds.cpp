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
            "world: the item's world; `loopready answer` finds it by itself", "answer: {\"sql\": text}",
            "seed: number, for items with a recipe"},
           {"right: true or false", "score_share: share of datasets answered rightly, 0 to 1",
            "reasons: list of {\"kind\", \"text\"}, never empty",
            "trap: slug of the slip that gives the same rows, or null", "trap_why: its explanation",
            "diff: {\"missing\", \"extra\", \"wrong_value\", \"wrong_order\", \"n_missing\", \"n_extra\", "
            "\"n_wrong_value\", \"missing_columns\", \"extra_columns\"}",
            "datasets: list of {\"slug\", \"about\", \"right\"}",
            "shown: the smallest dataset answered wrongly: {\"dataset\", \"tables\", \"got\", \"expected\"}",
            "counterexample: null", "sql_error, stopped: as in run"}}};
}

}  // namespace loopready::engine
