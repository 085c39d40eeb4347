// Reading the small Markdown that content is written in.
// Here: blocks and inline spans, pure.  Not here: drawing (markdown_view.cpp).
// Known: paragraphs, ### headings (1 to 3 marks), - and 1. lists (one level), ``` fences, **bold**, *emphasis*, `code`. Anything
// else is taken as plain text; no HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loopready::kit {

enum class InlineKind { plain, bold, emphasis, code };

struct Inline {
  InlineKind kind = InlineKind::plain;
  std::string text;
};

enum class BlockKind { paragraph, heading, bullet, numbered, fence };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;   // heading: 1 to 3
  int number = 0;  // numbered: from 1 in each list
  std::vector<Inline> inlines;
  std::string code;  // fence
};

std::vector<Block> parse_markdown(std::string_view source);
std::string plain_text(const std::vector<Block>& blocks);  // for announcements and search

}  // namespace loopready::kit
