// Words and small pictures that several screens share.
// Here: how an exercise's stage, level and difficulty look.  Not here: whole widgets.
#pragma once

#include <string>

#include "app/app.h"
#include "ui/kit/theme.h"

namespace loopready::screens {

struct StageLook {
  const char* icon;
  kit::Tone tone;
  const char* words;
};

StageLook stage_look(const app::App& app, const std::string& slug);
kit::Tone difficulty_tone(const std::string& difficulty);
std::string kind_name(const std::string& kind);          // "spot" -> "Spot the flaw"
std::string category_name(const std::string& category);  // "sql" -> "SQL"
std::string minutes_text(std::int64_t minutes);  // "20 min"
std::string thousands(std::int64_t n);           // "12,345"
// "#/item/<slug>"
std::string item_address(const std::string& slug);
app::Go go_to(app::Place place);
app::Go go_to_item(const std::string& slug);
// The first letter as a capital: "windows" -> "Windows".
std::string capital(std::string text);

}  // namespace loopready::screens
