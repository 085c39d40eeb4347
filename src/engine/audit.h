// Every promise an item makes, checked.
// Here: Content, the rules, audit.  Not here: reading files (platform/content_native.h), whether an answer is right
// (grade_sql.h).
// Terms: a rule has a slug ("trap-must-differ") and finds places that break it; a clean content has no findings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/flight.h"
#include "model/guide.h"
#include "model/item.h"
#include "model/question.h"
#include "model/world.h"

namespace loopready::engine {

struct ContentItem {
  std::string path;      // "items/sql/first-order-days.json"
  std::string category;  // the folder: "sql"
  model::Item item;
};

struct ContentQuestion {
  std::string path;      // "items/statistics/sample-size.json"
  std::string category;  // the folder: "statistics"
  model::Question question;
};

struct ContentWorld {
  std::string path;  // "worlds/marketplace.json"
  model::World world;
};

struct Content {
  std::vector<ContentWorld> worlds;
  std::vector<ContentItem> items;
  std::vector<ContentQuestion> questions;
  std::optional<model::Guide> guide;    // pages in their order; absent where there is no folder guide/
  std::vector<model::FlightBrief> flights;  // of flights.json; none where there is no such file
  std::vector<base::Error> unreadable;  // files that are not what they should be
};

const model::World* find_world(const Content& content, std::string_view slug);
const ContentItem* find_item(const Content& content, std::string_view slug);
const ContentQuestion* find_question(const Content& content, std::string_view slug);

struct Finding {
  std::string rule;
  std::string where;  // "items/sql/x.json#/traps/2"
  std::string text;   // a whole sentence
};

std::vector<Finding> audit(const Content& content);

// The variants of an item's answer (mutate.h) that are graded right even after a search `effort` times as long, those the
// item lists as equivalent aside.
struct Survivors {
  int n_variants = 0;  // that run
  std::vector<std::string> what;
};
Survivors surviving_mutants(const model::Item& item, const model::World& world, int effort);

struct RuleNote {
  std::string slug;
  std::string promise;  // what holds when it finds nothing
};

std::vector<RuleNote> audit_rules();

}  // namespace loopready::engine
