// The way between screens: a rail at the left, or a bar at the bottom of a narrow window.
// Here: navigation.  Not here: routes (app/route.h).
#pragma once

#include <string>
#include <vector>

#include "ui/kit/semantic.h"

namespace loopready::kit {

struct NavigationEntry {
  std::string name;
  std::string address;
  const char* icon = nullptr;
  bool wide_only = false;  // left out of the bar of a narrow window
};

// Draws into its own part of the view and leaves the rest in `content` (CSS pixels). Returns the entry pressed, or -1.
int navigation(const std::vector<NavigationEntry>& entries, int current, Rect& content);

}  // namespace loopready::kit
