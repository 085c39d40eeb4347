// Things to press: buttons, links, choices of one among few, a switch.
// Here: their drawing and behaviour.  Not here: tabs (tabs.h), list rows (list.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/theme.h"

namespace loopready::kit {

enum class ButtonKind { primary, secondary, quiet };

struct ButtonOptions {
  ButtonKind kind = ButtonKind::secondary;
  const char* icon = nullptr;
  std::string_view shortcut = {};      // "Control+Enter": works anywhere on the screen
  std::string_view shortcut_shown = {};// "Ctrl Enter", drawn on the button
  std::string_view description = {};
  std::string_view key = {};           // stays when the name changes, so that the focus does
  bool disabled = false;
  bool icon_only = false;           // the name is for those who can't see the icon
  bool pressed = false;             // stays down
  bool expandable = false;          // shows or hides what follows
  bool expanded = false;
};

// True when pressed.
bool button(std::string_view name, const ButtonOptions& options = {});

// A place inside the app ("#/practice"); true when followed.
bool link(std::string_view name, std::string_view address, const char* icon = nullptr);

// One of a few, side by side; true when `chosen` changed.
bool choice(std::string_view name, const std::vector<std::string>& options, int& chosen);

bool check_box(std::string_view name, bool& on);

}  // namespace loopready::kit
