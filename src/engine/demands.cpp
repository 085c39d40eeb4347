#include "engine/demands.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "engine/scale.h"
#include "sql/token.h"

namespace loopready::engine {
namespace {

using model::Reason;

void clarifying_reason(const model::GradeRequest& request, std::vector<Reason>& reasons) {
  std::string missing;
  for (const model::Fact& fact : request.item.facts) {
    const bool asked = std::find(request.asked.begin(), request.asked.end(), fact.ask) != request.asked.end();
    if (fact.needed && !asked) missing += (missing.empty() ? "" : " ") + ("*" + fact.ask + "*");
  }
  if (!missing.empty())
    reasons.push_back({"clarify", "The prompt left something open, and you did not ask: " + missing +
                                      " In an interview, guessing right still costs points. Ask, then submit again."});
}

void construct_reasons(const model::GradeRequest& request, std::vector<Reason>& reasons) {
  const model::Contract& contract = request.item.contract;
  if (contract.required.empty() && contract.forbidden.empty()) return;
  const std::set<std::string> used = constructs_in(request.sql);
  for (const std::string& one : contract.required)
    if (used.count(one) == 0) reasons.push_back({"construct", "This exercise asks for a " + one + ", and your query uses none."});
  for (const std::string& one : contract.forbidden)
    if (used.count(one) > 0) reasons.push_back({"construct", "This exercise is to be solved without a " + one + ", and your query uses one."});
}

void cost_reason(const model::GradeRequest& request, std::vector<Reason>& reasons) {
  const model::CostBound& bound = request.item.cost_bound;
  if (bound.rows == 0) return;
  const auto points = measure_scale(request, {bound.rows}, [](const model::ScalePoint&) {});
  if (!points || points.value().empty()) return;
  const model::ScalePoint& point = points.value().front();
  const double most = bound.times_answer * static_cast<double>(point.answer_steps);
  if (point.stopped == model::Stopped::no && static_cast<double>(point.steps) <= most) return;
  const std::string rows = std::to_string(bound.rows) + " rows a table";
  reasons.push_back(
      {"cost", point.stopped != model::Stopped::no
                   ? "Your rows are right, but on " + rows + " your query does not come to an end within its steps. Look for work that is "
                     "repeated for every row: a self-join or a correlated subquery that a window function would replace."
                   : "Your rows are right, but on " + rows + " your query takes " +
                         base::shortest(static_cast<double>(point.steps * 10 / std::max<std::int64_t>(point.answer_steps, 1)) / 10) +
                         " times the steps of the worked answer; " + base::shortest(bound.times_answer) + " times is the bound here."});
}

}  // namespace

std::set<std::string> constructs_in(const std::string& sql) {
  sql::LexError error;
  const std::vector<sql::Token> tokens = sql::cut_into_tokens(sql, error);
  std::set<std::string> used;
  std::map<std::string, int> tables;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != sql::TokenKind::name) continue;
    const std::string& word = tokens[i].word;
    const std::string next = i + 1 < tokens.size() ? tokens[i + 1].word : "";
    if (word == "over") used.insert("window");
    if (word == "with") used.insert("cte");
    if (word == "recursive") used.insert("recursive");
    if (word == "join") used.insert("join");
    if (word == "select" && i > 0 && tokens[i - 1].word == "(" && !(i > 1 && tokens[i - 2].word == "as")) used.insert("subquery");
    if (word == "group" && next == "by") used.insert("group-by");
    if (word == "limit" || word == "top" || word == "fetch") used.insert("limit");
    if (word == "distinct") used.insert("distinct");
    if (word == "union") used.insert("union");
    if (word == "case") used.insert("case");
    if ((word == "from" || word == "join") && next != "(" && ++tables[next] > 1) used.insert("self-join");
  }
  return used;
}

std::vector<Reason> unmet_demands(const model::GradeRequest& request) {
  std::vector<Reason> reasons;
  clarifying_reason(request, reasons);
  construct_reasons(request, reasons);
  cost_reason(request, reasons);
  return reasons;
}

}  // namespace loopready::engine
