// The guide in the program: asking for it when a screen needs it, and searching all of it.
// Here: open_guide, take_guide, miss_guide, search_guide.  Not here: its form (model/guide.h), its screens (ui/screens/guide*).
// Terms: a hit is a page, a section, a card or a question for interviewers; the best stands first: matches in a page's title
// before those in a section's title before those in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"

namespace loopready::app {

inline constexpr const char* kGuidePack = "guide";  // the file's name, as LoadPack spells it

bool needs_guide(Place place);
void open_guide(App& app);  // asks once for what the open screen needs; again after a failure
void take_guide(App& app, const std::string& text);
void miss_guide(App& app, const std::string& why);

struct GuideHit {
  std::string title;    // of the page or section, plain
  std::string within;   // the page it stands on, or "Cards", "Questions for interviewers"
  std::string excerpt;  // plain text around the first match, at most about 160 characters
  std::string address;  // "#/guide/compensation/vesting"
  double score = 0;
};

// Every word must occur, in any letter case and with or without accents ("resume" finds "résumé"); words of the query may be
// the beginnings or insides of longer words. Empty for an empty query. At most `n_most`.
std::vector<GuideHit> search_guide(const model::Guide& guide, std::string_view query, std::size_t n_most = 30);

// The text without Markdown's marks: links keep their words, tables their cells.
std::string guide_plain_text(std::string_view markdown);

}  // namespace loopready::app
