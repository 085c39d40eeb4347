// What the guide promises, checked.
// Here: guide_rules, audit_guide.  Not here: items (audit.h), reading files (platform/content_native.h).
// Terms: a link leads to a place of the app, a page or section of the guide, an exercise, or a filter that finds one.
#pragma once

#include <vector>

#include "engine/audit.h"

namespace loopready::engine {

std::vector<RuleNote> guide_rules();

// Nothing where content has no guide.
void audit_guide(const Content& content, std::vector<Finding>& findings);

}  // namespace loopready::engine
