#include "engine/audit.h"

#include <map>

#include "engine/audit_guide.h"
#include "engine/audit_rules.h"

namespace loopready::engine {
namespace {

void audit_slugs(const Content& content, std::vector<Finding>& findings) {
  std::map<std::string, std::string> seen;  // slug -> path
  for (const ContentItem& one : content.items) {
    const auto [at, fresh] = seen.emplace(one.item.slug, one.path);
    if (!fresh)
      findings.push_back({"slug-unique", one.path + "#/slug",
                          "The slug \"" + one.item.slug + "\" is also that of " + at->second + "."});
  }
  for (const ContentQuestion& one : content.questions) {
    const auto [at, fresh] = seen.emplace(one.question.slug, one.path);
    if (!fresh)
      findings.push_back({"slug-unique", one.path + "#/slug",
                          "The slug \"" + one.question.slug + "\" is also that of " + at->second + "."});
  }
  std::map<std::string, std::string> worlds;
  for (const ContentWorld& one : content.worlds) {
    const auto [at, fresh] = worlds.emplace(one.world.slug, one.path);
    if (!fresh)
      findings.push_back({"slug-unique", one.path + "#/slug",
                          "The slug \"" + one.world.slug + "\" is also that of " + at->second + "."});
  }
}

void audit_titles(const Content& content, std::vector<Finding>& findings) {
  std::map<std::string, std::string> seen;  // title -> path
  const auto see = [&](const std::string& title, const std::string& path) {
    const auto [at, fresh] = seen.emplace(title, path);
    if (!fresh) findings.push_back({"titles-unique", path + "#/title", "The title \"" + title + "\" is also that of " + at->second + "."});
  };
  for (const ContentItem& one : content.items) see(one.item.title, one.path);
  for (const ContentQuestion& one : content.questions) see(one.question.title, one.path);
}

bool uses_exist(const model::Item& item, const model::World& world, Report& report) {
  bool all = true;
  for (std::size_t i = 0; i < item.uses.size(); ++i)
    if (model::find_table(world, item.uses[i]) == nullptr) {
      all = false;
      report.find("uses-exist", "/uses/" + std::to_string(i),
                  "World \"" + world.slug + "\" has no table \"" + item.uses[i] + "\".");
    }
  return all;
}

}  // namespace

const model::World* find_world(const Content& content, std::string_view slug) {
  for (const ContentWorld& one : content.worlds)
    if (one.world.slug == slug) return &one.world;
  return nullptr;
}

const ContentItem* find_item(const Content& content, std::string_view slug) {
  for (const ContentItem& one : content.items)
    if (one.item.slug == slug) return &one;
  return nullptr;
}

const ContentQuestion* find_question(const Content& content, std::string_view slug) {
  for (const ContentQuestion& one : content.questions)
    if (one.question.slug == slug) return &one;
  return nullptr;
}

std::vector<Finding> audit(const Content& content) {
  std::vector<Finding> findings;
  for (const base::Error& error : content.unreadable) findings.push_back({"readable", error.where, error.text});
  audit_slugs(content, findings);
  audit_titles(content, findings);
  for (const ContentItem& one : content.items) {
    Report report(one.path, findings);
    audit_form(one, report);
    const model::World* world = find_world(content, one.item.world);
    if (world == nullptr) {
      report.find("world-exists", "/world", "There is no world \"" + one.item.world + "\".");
      continue;
    }
    if (!uses_exist(one.item, *world, report)) continue;
    const std::size_t before = report.count();
    audit_data(one.item, *world, report);
    if (report.count() == before) audit_runs(one.item, *world, report);  // broken data would only repeat itself
    if (report.count() == before) audit_mutants(one.item, *world, report);
  }
  for (const ContentQuestion& one : content.questions) {
    Report report(one.path, findings);
    audit_question_form(one, report);
    audit_question_runs(one, report);
  }
  audit_guide(content, findings);
  return findings;
}

std::vector<RuleNote> audit_rules() {
  return {{"readable", "every file is JSON with the fields its kind has, and no others"},
          {"slug-is-file-name", "an item's slug is its file's name"},
          {"slug-unique", "no two items, and no two worlds, share a slug"},
          {"titles-unique", "no two items share a title"},
          {"world-exists", "the item's world exists"},
          {"uses-exist", "the world has every table the item uses"},
          {"uses-something", "the item uses at least one table, and no two of the same name"},
          {"enough-traps", "at least three traps"},
          {"enough-also", "at least two other right answers"},
          {"enough-datasets", "at least four datasets"},
          {"one-shown", "exactly one dataset is shown"},
          {"inner-slugs-unique", "traps, and datasets, have slugs of their own"},
          {"trap-names-dataset", "every trap names a dataset of the item"},
          {"dataset-has-its-trap", "every hidden dataset is named by a trap"},
          {"three-hints", "exactly three hints"},
          {"decoys-with-needed-facts", "items with a needed fact have two or more decoys, and others none"},
          {"cost-bound-sane", "a cost bound is on 1,000 to 100,000 rows and at least twice the answer's steps"},
          {"hints-grow", "each hint is longer than the one before"},
          {"contract-columns", "the contract names at least one column, none twice"},
          {"order-names-columns", "the contract's order names its columns"},
          {"minutes-sane", "5 to 60 minutes; a question may take 2"},
          {"round-known", "the round is coding, phone or online; a question's is phone, onsite, case or coding"},
          {"rev-counts", "the revision is 1 or more"},
          {"today-is-a-date", "today is a date"},
          {"dataset-tables", "every dataset fills exactly the tables the item uses, with rows as wide as the table"},
          {"cells-fit-types", "every cell fits its column's type; dates and timestamps are well formed"},
          {"nulls-allowed", "NULL stands only in columns that allow it"},
          {"primary-unique", "primary keys are unique and not NULL"},
          {"foreign-holds", "foreign keys find their row"},
          {"answer-runs", "the answer runs on every dataset"},
          {"contract-matches", "the answer's result has the contract's columns and types"},
          {"order-holds", "the answer's rows are in the contract's order"},
          {"also-agrees", "every other right answer is graded right"},
          {"trap-runs", "every trap runs on every dataset"},
          {"trap-differs", "every trap is wrong on the dataset it names"},
          {"trap-fools-the-sample", "at least one trap is right on the shown dataset"},
          {"empty-fails", "at least one dataset expects a row"},
          {"start-fails", "the starting text is graded wrong"},
          {"mutants-killed", "at least 95 % of the answer's slightly wrong variants are graded wrong, those listed as equivalent aside"},
          {"kind-fits-parts", "a question has the parts its kind is made of"},
          {"parts-ask", "each of several parts says what it asks"},
          {"part-slugs-unique", "parts, and what stands in them, have slugs of their own"},
          {"whys-given", "every trap, choice, step and rubric point says why"},
          {"enough-number-traps", "a number has at least three traps"},
          {"tolerance-sane", "a number's tolerance is above 0 and at most a fifth of the answer"},
          {"choice-count", "4 to 6 choices; to spot flaws, up to 10 lines"},
          {"choice-rights", "one choice is right; of several at least one, and not all"},
          {"step-count", "4 to 8 steps"},
          {"steps-in-order", "steps stand in a right order, and not all have one rank"},
          {"rubric-count", "3 to 7 rubric points, at least one needed"},
          {"cues-have-words", "every rubric point has cues, and every phrase a word"},
          {"enough-exemplars", "a strong exemplar and two weak ones"},
          {"exemplar-misses", "an exemplar misses exactly the needed points it says it misses"},
          {"formulas-read", "formulas and placeholders can be read and filled"},
          {"seeds-finite", "a thousand seeds give finite numbers"},
          {"seeds-vary", "a thousand seeds give at least eight sets of numbers"},
          {"trap-apart", "no trap is right within the tolerance, with any of a thousand seeds"},
          {"recipe-checked", "a recipe has a check"},
          {"check-holds", "repeated at random, the check's mean is the answer"},
          {"within-budget", "the answer takes fewer than a million steps on every dataset"}};
}

}  // namespace loopready::engine
