// Reading the small Markdown that content is written in.
// Here: blocks and inline spans, pure.  Not here: drawing (markdown_view.cpp).
// Known: paragraphs, ### headings (1 to 3 marks), - and 1. lists (one level), ``` fences, | tables | with a head, **bold**,
// *emphasis*, `code`, [words](#/address) and $formulas$ (formula.h). A "$" before an amount of money is no formula: one ends at a
// "$" that follows no space and precedes no digit. Anything else is taken as plain text; no HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loopready::kit {

enum class InlineKind { plain, bold, emphasis, code, link, formula };

struct Inline {
  InlineKind kind = InlineKind::plain;
  std::string text;          // formula: as it is written
  std::string address = {};  // link
};

using Inlines = std::vector<Inline>;

enum class BlockKind { paragraph, heading, bullet, numbered, fence, table };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;   // heading: 1 to 3
  int number = 0;  // numbered: from 1 in each list
  Inlines inlines;
  std::string code;  // fence
  std::vector<std::vector<Inlines>> rows;  // table: the head first; all rows as wide as the head
  std::vector<bool> numeric;               // table: columns set to the right, "---:" in the line below the head
};

Inlines parse_inlines(std::string_view line);  // one line: a number or a mark at its start is text
std::vector<Block> parse_markdown(std::string_view source);
std::string inline_text(const Inlines& inlines);
std::string plain_text(const std::vector<Block>& blocks);  // for announcements and search

}  // namespace loopready::kit
