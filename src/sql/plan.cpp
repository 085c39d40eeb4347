#include "sql/plan.h"

#include "base/text.h"
#include "sql/error_text.h"

namespace loopready::sql {
namespace {

bool take(std::string_view& text, std::string_view head) {
  if (text.substr(0, head.size()) != head) return false;
  text.remove_prefix(head.size());
  return true;
}

// "orders USING AUTOMATIC COVERING INDEX (user_id=?)" -> name, then how it is reached.
std::string access_line(std::string_view rest, bool search) {
  const std::size_t using_at = rest.find(" USING ");
  std::string name(rest.substr(0, using_at));
  std::string tail;
  if (const std::size_t left = name.find(" LEFT-JOIN"); left != std::string::npos) {
    name.resize(left);
    tail = ", keeping rows without a match";
  }
  if (rest.find("LEFT-JOIN") != std::string_view::npos) tail = ", keeping rows without a match";
  if (rest.find(" EXISTS") != std::string_view::npos && !search) tail = ", until one row is found";
  if (name == "CONSTANT ROW") return "Make one row of constants.";
  if (!search && using_at == std::string_view::npos) return "Scan every row of " + name + tail + ".";
  std::string keys;
  const std::size_t open = rest.rfind('(');
  if (open != std::string_view::npos) keys = rest.substr(open + 1, rest.rfind(')') - open - 1);
  for (std::size_t at; (at = keys.find("=?")) != std::string::npos;) keys.replace(at, 2, "");
  for (std::size_t at; (at = keys.find(" AND ")) != std::string::npos;) keys.replace(at, 5, ", ");
  for (std::size_t at; (at = keys.find(">?")) != std::string::npos;) keys.replace(at, 2, " above a bound");
  for (std::size_t at; (at = keys.find("<?")) != std::string::npos;) keys.replace(at, 2, " below a bound");
  const bool automatic = rest.find("AUTOMATIC") != std::string_view::npos;
  if (!search) return "Scan every row of " + name + " in index order" + tail + ".";
  if (keys.empty()) return "Look up rows of " + name + tail + ".";
  return "Look up rows of " + name + " by " + keys + (automatic ? ", through an index made for this query" : "") +
         tail + ".";
}

std::string line_of(std::string_view detail) {
  std::string_view rest = detail;
  if (take(rest, "SCAN ")) return access_line(rest, false);
  if (take(rest, "SEARCH ")) return access_line(rest, true);
  if (take(rest, "USE TEMP B-TREE FOR ")) {
    if (rest == "ORDER BY") return "Sort for ORDER BY.";
    if (rest == "GROUP BY") return "Sort to form the groups.";
    if (rest == "DISTINCT") return "Keep a set of rows seen, for DISTINCT.";
    if (take(rest, "LAST ")) return "Sort the last keys of ORDER BY.";
    return "Keep a set of values seen, for " + std::string(rest) + ".";
  }
  if (take(rest, "MATERIALIZE ")) return "Compute " + std::string(rest) + " once and keep its rows:";
  if (take(rest, "CO-ROUTINE ")) return "Feed rows of " + std::string(rest) + " one at a time:";
  if (take(rest, "CORRELATED ")) return "For each outer row, run a subquery:";
  if (take(rest, "SCALAR SUBQUERY")) return "Run a subquery for one value:";
  if (take(rest, "LIST SUBQUERY")) return "Run a subquery for a list:";
  if (take(rest, "REUSE LIST SUBQUERY")) return "Use the same list again.";
  if (take(rest, "BLOOM FILTER ON "))
    return "Drop rows early that can't match " + std::string(rest.substr(0, rest.find(' '))) + ".";
  if (take(rest, "COMPOUND QUERY")) return "Put several queries together:";
  if (take(rest, "LEFT-MOST SUBQUERY")) return "First query:";
  if (take(rest, "UNION ALL")) return "Append the next query:";
  if (take(rest, "UNION USING")) return "Add the next query, without duplicates:";
  if (take(rest, "EXCEPT")) return "Take away the rows of the next query:";
  if (take(rest, "INTERSECT")) return "Keep only rows also in the next query:";
  if (take(rest, "MERGE")) return "Merge sorted queries:";
  if (take(rest, "SETUP")) return "First step of the recursion:";
  if (take(rest, "RECURSIVE STEP")) return "Repeated step of the recursion:";
  if (take(rest, "MULTI-INDEX OR")) return "Look up the alternatives of OR one by one:";
  if (take(rest, "RIGHT-JOIN ")) return "Add rows of " + std::string(rest) + " that had no match.";
  if (take(rest, "INDEX ")) return "Alternative " + std::string(rest) + ":";
  if (take(rest, "LEFT")) return "Left side:";
  if (take(rest, "RIGHT")) return "Right side:";
  return std::string(detail) + ".";
}

}  // namespace

std::vector<std::string> plan_lines(const std::vector<PlanStep>& steps) {
  std::vector<std::string> lines;
  std::vector<PlanStep> above;  // the steps that the current one serves, outermost first
  for (const PlanStep& step : steps) {
    while (!above.empty() && above.back().id != step.parent) above.pop_back();
    lines.push_back(std::string(above.size() * 2, ' ') + without_prefix(line_of(step.detail)));
    above.push_back(step);
  }
  return lines;
}

}  // namespace loopready::sql
