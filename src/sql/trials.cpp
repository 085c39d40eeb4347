#include "sql/trials.h"

#include "sql/dialect.h"
#include "sql/error_text.h"
#include "sql/functions.h"
#include "sql/guard.h"
#include "sql/query.h"

namespace loopready::sql {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

Limits trial_limits() {
  Limits limits;
  limits.steps = 300'000;
  limits.time_ms = 50;
  limits.max_rows = 2'000;
  limits.max_counted_rows = 2'000;
  return limits;
}

Error refused(const std::string& text) { return {ErrorKind::bad_input, "sql", text}; }

}  // namespace

Result<std::unique_ptr<Trials>> Trials::open(const std::vector<std::pair<std::string, model::Table>>& tables,
                                             const std::string& today, model::Dialect dialect) {
  std::unique_ptr<Trials> trials(new Trials(dialect));
  Surroundings surroundings;
  surroundings.today = today;
  LR_TRY(trials->database_,
         Database::open(trial_limits(), dialect == model::Dialect::redshift ? redshift_functions : no_functions, surroundings));
  for (const auto& [name, table] : tables) {
    model::Table empty;
    empty.columns = table.columns;
    LR_TRY([[maybe_unused]] auto added, trials->database_->add_table(name, empty, name));
    trials->names_.push_back(name);
  }
  trials->filled_.resize(tables.size());
  trials->database_->begin_refilling();
  return trials;
}

Result<std::size_t> Trials::add(const std::string& query) {
  LexError lex_error;
  const std::vector<Token> tokens = cut_into_tokens(query, lex_error);
  if (!lex_error.text.empty()) return refused(lex_error.text);
  const std::vector<Span> spans = statement_spans(tokens);
  if (spans.empty()) return refused("There is no query here.");
  const Span span = spans.back();
  if (const std::string refusal = refused_statement(tokens[span.first].word); !refusal.empty()) return refused(refusal);
  Translation translation = dialect_ == model::Dialect::redshift
                                ? translate(query, tokens, span.first, span.last, database_->schema())
                                : leave_as_is(query, tokens, span.first, span.last);
  if (translation.refusal) return refused(translation.refusal->text);
  database_->renew(trial_limits());
  const Outcome outcome = database_->keep(translation.sql);
  if (outcome.complaint)
    return refused(translation.doubt && !outcome.complaint->refused
                       ? translation.doubt->text
                       : explain_complaint(*outcome.complaint, translation, query, tokens, span.first, span.last,
                                           database_->schema())
                             .text);
  if (outcome.stopped != model::Stopped::no) return refused(model::stopped_sentence(outcome.stopped));
  types_.push_back(std::move(translation.column_types));
  return database_->n_kept() - 1;
}

void Trials::fill(std::size_t table, const std::vector<model::Row>& rows) {
  if (filled_[table] == rows) return;
  filled_[table] = rows;
  // Rows come from the pools of values, which SQLite always takes.
  [[maybe_unused]] const auto filled = database_->refill(names_[table], rows);
}

std::optional<model::Table> Trials::run(std::size_t query) {
  database_->renew(trial_limits());
  Outcome outcome = database_->run_kept(query);
  if (!outcome.table) return {};
  type_columns(*outcome.table, types_[query]);
  return std::move(outcome.table);
}

}  // namespace loopready::sql
