// Calls of functions that the page may load later: scripts/lib/site/split-app.mjs can move a function only while it is not
// inlined into its caller.
// Here: late.  Not here: which functions are moved (split-app.mjs).
#pragma once

#include <utility>

namespace loopready::base {

// late<draw>(app) is draw(app), by an address that no optimizer can see through.
template <auto kFunction, typename... Given>
decltype(auto) late(Given&&... given) {
  static auto* volatile const at = kFunction;
  return at(std::forward<Given>(given)...);
}

}  // namespace loopready::base
