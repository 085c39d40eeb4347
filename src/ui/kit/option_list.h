// Answers to choose from, each as long as it needs to be.
// Here: option_list.  Not here: short options side by side (button.h), rows that lead somewhere (list.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loopready::kit {

// Texts are inline Markdown. One of them: radios, moved through by arrow keys; several: check boxes. True when `on` changed,
// which is as long as the texts.
bool option_list(std::string_view name, const std::vector<std::string>& texts, bool several, std::vector<bool>& on);

}  // namespace loopready::kit
