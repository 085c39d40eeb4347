// Rules that need nothing but the item's text.
#include <set>

#include "base/date.h"
#include "base/text.h"
#include "engine/audit_rules.h"
#include "engine/compare.h"

namespace loopready::engine {
namespace {

using model::Item;

std::string n_of(std::size_t n, const char* what) { return base::count_of(static_cast<std::int64_t>(n), what); }

void audit_counts(const Item& item, Report& report) {
  if (item.uses.empty()) report.find("uses-something", "/uses", "The item uses no table.");
  if (item.traps.size() < 3)
    report.find("enough-traps", "/traps", "There are " + n_of(item.traps.size(), "trap") + "; three are needed.");
  if (item.also.size() < 2)
    report.find("enough-also", "/also", "There are " + n_of(item.also.size(), "other answer") + "; two are needed.");
  if (item.datasets.size() < 4)
    report.find("enough-datasets", "/datasets",
                "There are " + n_of(item.datasets.size(), "dataset") + "; four are needed.");
  std::size_t n_shown = 0;
  for (const model::Dataset& dataset : item.datasets) n_shown += dataset.shown ? 1 : 0;
  if (n_shown != 1)
    report.find("one-shown", "/datasets", n_of(n_shown, "dataset") + " are shown; exactly one must be.");
  audit_hints(item.hints, report);
}

void audit_clarify(const Item& item, Report& report) {
  const std::size_t n = item.decoys.size();
  if (model::clarifies_first(item) ? n < 2 : n > 0)
    report.find("decoys-with-needed-facts", "/decoys",
                "There are " + n_of(n, "decoy") +
                    "; an item with a needed fact has two or more, and any other item has none.");
  const model::CostBound& bound = item.cost_bound;
  if (bound.rows != 0 && (bound.rows < 1000 || bound.rows > 100000 || bound.times_answer < 2))
    report.find("cost-bound-sane", "/cost_bound",
                "A cost bound is on 1,000 to 100,000 rows and at least twice the answer's steps.");
}

void audit_traps(const Item& item, Report& report) {
  std::set<std::string> traps, datasets, named;
  for (std::size_t i = 0; i < item.traps.size(); ++i) {
    const model::Trap& trap = item.traps[i];
    const std::string at = "/traps/" + std::to_string(i);
    if (!traps.insert(trap.slug).second)
      report.find("inner-slugs-unique", at + "/slug", "Another trap is called \"" + trap.slug + "\" too.");
    named.insert(trap.shown_by);
    if (model::find_dataset(item, trap.shown_by) == nullptr)
      report.find("trap-names-dataset", at + "/shown_by", "There is no dataset \"" + trap.shown_by + "\".");
  }
  for (std::size_t i = 0; i < item.datasets.size(); ++i) {
    const model::Dataset& dataset = item.datasets[i];
    const std::string at = "/datasets/" + std::to_string(i);
    if (!datasets.insert(dataset.slug).second)
      report.find("inner-slugs-unique", at + "/slug", "Another dataset is called \"" + dataset.slug + "\" too.");
    else if (!dataset.shown && named.count(dataset.slug) == 0)
      report.find("dataset-has-its-trap", at, "No trap is shown by the hidden dataset \"" + dataset.slug + "\".");
  }
}

void audit_contract(const Item& item, Report& report) {
  std::set<std::string> names;
  if (item.contract.columns.empty())
    report.find("contract-columns", "/contract/columns", "The contract names no column.");
  for (const model::Column& column : item.contract.columns)
    if (!names.insert(base::to_lower(column.name)).second)
      report.find("contract-columns", "/contract/columns", "The column \"" + column.name + "\" stands there twice.");
  if (const auto terms = order_terms(item.contract); !terms)
    report.find("order-names-columns", "/contract/order", terms.error().text);
}

}  // namespace

void audit_form(const ContentItem& one, Report& report) {
  const Item& item = one.item;
  const std::string file = one.path.substr(one.path.rfind('/') == std::string::npos ? 0 : one.path.rfind('/') + 1);
  if (file != item.slug + ".json")
    report.find("slug-is-file-name", "/slug", "The slug \"" + item.slug + "\" is not the file's name.");
  audit_counts(item, report);
  audit_traps(item, report);
  audit_clarify(item, report);
  audit_contract(item, report);
  if (item.minutes < 5 || item.minutes > 60)
    report.find("minutes-sane", "/minutes", std::to_string(item.minutes) + " minutes are not between 5 and 60.");
  if (item.round != "coding" && item.round != "phone" && item.round != "online")
    report.find("round-known", "/round", "The round \"" + item.round + "\" is not coding, phone or online.");
  if (item.rev < 1) report.find("rev-counts", "/rev", "The revision must be 1 or more.");
  if (!base::parse_date(item.today))
    report.find("today-is-a-date", "/today", "\"" + item.today + "\" is not a date (YYYY-MM-DD).");
}

}  // namespace loopready::engine
