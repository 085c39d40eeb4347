// What must hold of every screen, whatever stands on it.
// Here: faults.  Not here: what a screen says.
#pragma once

#include <string>
#include <vector>

#include "ui/stage.h"

namespace loopready::ui_test {

bool is_interactive(const SemanticNode& node);

// One sentence a fault; none when: ids are unique and parents come first; everything that can be pressed has a name and is
// at least 24 CSS px high (44 with a coarse pointer); nothing stands outside the window to the left or right; things to press
// don't overlap, and neither do words.
std::vector<std::string> faults(const Stage& stage);
// The same as one text, empty when there is no fault.
std::string fault_text(const Stage& stage);

}  // namespace loopready::ui_test
