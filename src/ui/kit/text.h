// Words on the screen: headings, paragraphs, small labels, badges, Markdown.
// Here: everything that is read and not pressed.  Not here: tables (table.h), parsing Markdown (markdown.h).
// Each drawn line is a node of its own below its paragraph, so that the page can lay real text over it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/fonts.h"
#include "ui/kit/formula.h"
#include "ui/kit/theme.h"

namespace loopready::kit {

// Level 1 is the screen's title and takes the focus when a screen opens.
void heading(int level, std::string_view text);
void focus_title();  // the next title drawn asks for the focus
// A heading an address may lead to. With `aim` it takes the focus and is scrolled to the top; asked for a few frames, since a
// page that has just opened doesn't know its height.
void target_heading(int level, std::string_view text, bool aim);
void text(std::string_view text, Tone tone = Tone::normal, float size = kBody);
void strong(std::string_view text, Tone tone = Tone::normal, float size = kBody);
void icon_text(const char* icon, std::string_view text, Tone tone);
// A short word with a ground: "L5", "medium". The icon may be null.
void badge(std::string_view text, Tone tone = Tone::quiet, const char* icon = nullptr);
// Paragraphs, lists, tables, bold, code, links, formulas: see markdown.h.
void markdown(std::string_view source);
// One line of it, without lists and tables: "1. Then" stays as it is.
void markdown_line(std::string_view source);
std::string line_words(std::string_view source);  // as they are read aloud, formulas too
// The address of the link inside a text that was followed in this frame, empty when none; asked once.
std::string take_followed_link();
void code_block(std::string_view code);

struct Span {
  Face face = Face::regular;
  Tone tone = Tone::normal;
  bool code = false;  // with a ground of its own
  std::string_view text = {};
  std::string_view address = {};       // a link: where it leads
  const Formula* formula = nullptr;    // drawn in place of the text
  float share = 1;                     // of the text's size: a formula too wide for its column is made smaller
};
// One paragraph of mixed text, wrapped to the width at hand; line feeds break lines.
void rich_text(const std::vector<Span>& spans, float size, float line_factor = 1.5f);

}  // namespace loopready::kit
