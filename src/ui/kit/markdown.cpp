#include "ui/kit/markdown.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace loopready::kit {
namespace {

// Where the text within equal marks ends; npos when it never does. "**" within "*" belongs to what is inside.
std::size_t closing(std::string_view text, std::string_view mark) {
  std::size_t end = text.find(mark, mark.size() + 1);
  if (mark == "*")
    while (end != std::string_view::npos && text.substr(end, 2) == "**") end = text.find(mark, end + 2);
  if (mark == "**" && end != std::string_view::npos && text.substr(end, 3) == "***" && text.substr(end + 3, 1) != "*") ++end;
  return end;
}

std::vector<Inline> parse_inlines(std::string_view text) {
  std::vector<Inline> all;
  std::string plain;
  const auto flush = [&] {
    if (!plain.empty()) all.push_back({InlineKind::plain, plain});
    plain.clear();
  };
  // Takes text between two equal marks that starts and ends with something other than a space.
  bool unclosed[4] = {};  // by kind: what is not closed here is not closed further on
  const auto marked = [&](std::string_view mark, InlineKind kind) {
    if (unclosed[static_cast<int>(kind)]) return false;
    if (text.substr(0, mark.size()) != mark || (mark == "*" && text.substr(0, 2) == "**")) return false;
    const std::size_t end = closing(text, mark);
    unclosed[static_cast<int>(kind)] = end == std::string_view::npos;
    if (end == std::string_view::npos) return false;
    const std::string_view inside = text.substr(mark.size(), end - mark.size());
    if (kind != InlineKind::code && (inside.front() == ' ' || inside.back() == ' ')) return false;
    flush();
    // What is inside holds no such mark again, so this goes no deeper than there are kinds.
    if (kind == InlineKind::code) all.push_back({kind, std::string(inside)});
    else
      for (Inline& part : parse_inlines(inside))
        all.push_back({part.kind == InlineKind::plain ? kind : part.kind, std::move(part.text)});
    text.remove_prefix(end + mark.size());
    return true;
  };
  while (!text.empty()) {
    if (marked("`", InlineKind::code) || marked("**", InlineKind::bold) || marked("*", InlineKind::emphasis)) continue;
    const std::size_t n = text.substr(0, 2) == "**" ? 2 : 1;  // half of it would be another mark
    plain += text.substr(0, n);
    text.remove_prefix(n);
  }
  flush();
  return all;
}

bool starts(std::string_view line, std::string_view head) { return line.substr(0, head.size()) == head; }

// "12. text" gives the length of "12. ", else 0.
std::size_t number_mark(std::string_view line) {
  std::size_t n = 0;
  while (n < line.size() && line[n] >= '0' && line[n] <= '9') ++n;
  return n > 0 && n < 4 && line.substr(n, 2) == ". " ? n + 2 : 0;
}

}  // namespace

std::vector<Block> parse_markdown(std::string_view source) {
  std::vector<Block> blocks;
  std::string paragraph;  // of the open block
  Block open;
  bool has_open = false;
  const auto close = [&] {
    if (!has_open) return;
    open.inlines = parse_inlines(paragraph);
    blocks.push_back(std::move(open));
    open = {};
    paragraph.clear();
    has_open = false;
  };
  const auto begin = [&](BlockKind kind, std::string_view text) {
    close();
    open.kind = kind;
    paragraph = std::string(text);
    has_open = true;
  };
  const std::vector<std::string> lines = base::split(source, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = base::trim(lines[i]);
    if (starts(line, "```")) {
      close();
      Block fence;
      fence.kind = BlockKind::fence;
      std::vector<std::string> code;
      for (++i; i < lines.size() && !starts(base::trim(lines[i]), "```"); ++i) code.push_back(lines[i]);
      fence.code = base::join(code, "\n");
      blocks.push_back(std::move(fence));
    } else if (line.empty()) {
      close();
    } else if (starts(line, "# ") || starts(line, "## ") || starts(line, "### ")) {
      const std::size_t level = line.find(' ');
      begin(BlockKind::heading, line.substr(level + 1));
      open.level = static_cast<int>(level);
      close();
    } else if (starts(line, "- ") || starts(line, "* ")) {
      begin(BlockKind::bullet, line.substr(2));
    } else if (const std::size_t mark = number_mark(line); mark > 0) {
      const bool goes_on = has_open ? open.kind == BlockKind::numbered
                                    : !blocks.empty() && blocks.back().kind == BlockKind::numbered;
      const int before = has_open ? open.number : blocks.empty() ? 0 : blocks.back().number;
      begin(BlockKind::numbered, line.substr(mark));
      open.number = goes_on ? before + 1 : 1;
    } else if (has_open) {
      paragraph += " " + std::string(line);
    } else {
      begin(BlockKind::paragraph, line);
    }
  }
  close();
  return blocks;
}

std::string plain_text(const std::vector<Block>& blocks) {
  std::string all;
  for (const Block& block : blocks) {
    if (!all.empty()) all += ' ';
    for (const Inline& part : block.inlines) all += part.text;
    all += block.code;
  }
  return all;
}

}  // namespace loopready::kit
