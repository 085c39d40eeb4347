// Choosing from the index.
// Here: which exercises pass a filter, which values a filter can have.  Not here: loading (loading.h), drawing the list (ui).
#pragma once

#include <string>
#include <vector>

#include "app/app.h"

namespace loopready::app {

const char* stage_name(learner::Stage stage);  // "new", "tried", "solved": the filter's status

// In the index's order. Every word of the search must occur in title, topic or slug, in any letter case.
std::vector<const model::IndexEntry*> filtered(const App& app, const Filter& filter);

// The values that occur among all exercises; topics among those of the category, unless it is empty.
struct FilterValues {
  std::vector<std::string> categories;    // in the index's order
  std::vector<std::string> levels;        // "L4" first
  std::vector<std::string> difficulties;  // easy, medium, hard
  std::vector<std::string> statuses;      // new, tried, solved
  std::vector<std::string> kinds;         // sql, number, choice ...
  std::vector<std::string> topics;        // by letter
};
FilterValues filter_values(const App& app, const std::string& category = {});

}  // namespace loopready::app
