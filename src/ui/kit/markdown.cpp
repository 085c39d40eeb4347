#include "ui/kit/markdown.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ui/kit/formula.h"

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

// How long the formula is that begins with this "$"; 0 when none does.
std::size_t formula_length(std::string_view text) {
  if (text.size() < 3 || text[0] != '$' || text[1] == ' ' || text[1] == '$') return 0;
  for (std::size_t end = text.find('$', 1); end != std::string_view::npos; end = text.find('$', end + 1)) {
    const bool digit_follows = end + 1 < text.size() && text[end + 1] >= '0' && text[end + 1] <= '9';
    if (text[end - 1] == ' ' || digit_follows) return 0;
    if (text[end - 1] != '\\') return end + 1;
  }
  return 0;
}

// "[words](address)": the lengths of words and address; no link: both 0.
std::pair<std::size_t, std::size_t> link_lengths(std::string_view text) {
  if (text.empty() || text[0] != '[') return {};
  const std::size_t middle = text.find("](");
  if (middle == std::string_view::npos || middle == 1 || text.find('[', 1) < middle) return {};
  const std::size_t end = text.find(')', middle);
  if (end == std::string_view::npos || text[middle + 2] != '#') return {};
  return {middle - 1, end - middle - 2};
}

}  // namespace

Inlines parse_inlines(std::string_view text) {
  Inlines all;
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
        all.push_back({part.kind == InlineKind::plain ? kind : part.kind, std::move(part.text), std::move(part.address)});
    text.remove_prefix(end + mark.size());
    return true;
  };
  while (!text.empty()) {
    if (text.substr(0, 2) == "\\$" || text.substr(0, 2) == "\\|") {
      plain += text[1];
      text.remove_prefix(2);
      continue;
    }
    if (const std::size_t n = formula_length(text); n > 0) {
      flush();
      all.push_back({InlineKind::formula, std::string(text.substr(1, n - 2))});
      text.remove_prefix(n);
      continue;
    }
    if (const auto lengths = link_lengths(text); lengths.first > 0) {
      flush();
      all.push_back({InlineKind::link, std::string(text.substr(1, lengths.first)), std::string(text.substr(lengths.first + 3, lengths.second))});
      text.remove_prefix(lengths.first + lengths.second + 4);
      continue;
    }
    if (marked("`", InlineKind::code) || marked("**", InlineKind::bold) || marked("*", InlineKind::emphasis)) continue;
    const std::size_t n = text.substr(0, 2) == "**" ? 2 : 1;  // half of it would be another mark
    plain += text.substr(0, n);
    text.remove_prefix(n);
  }
  flush();
  return all;
}

namespace {

bool starts(std::string_view line, std::string_view head) { return line.substr(0, head.size()) == head; }

// "12. text" gives the length of "12. ", else 0.
std::size_t number_mark(std::string_view line) {
  std::size_t n = 0;
  while (n < line.size() && line[n] >= '0' && line[n] <= '9') ++n;
  return n > 0 && n < 4 && line.substr(n, 2) == ". " ? n + 2 : 0;
}

// The cells of "| a | b |"; a mark inside code or a formula parts nothing.
std::vector<std::string> cells_of(std::string_view line) {
  line.remove_prefix(1);
  if (!line.empty() && line.back() == '|') line.remove_suffix(1);
  std::vector<std::string> cells(1);
  char inside = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\\' && i + 1 < line.size()) {
      cells.back() += c;
      cells.back() += line[++i];
      continue;
    }
    if (inside == 0 && (c == '`' || (c == '$' && formula_length(line.substr(i)) > 0))) inside = c;
    else if (c == inside) inside = 0;
    if (c == '|' && inside == 0) cells.emplace_back();
    else cells.back() += c;
  }
  for (std::string& cell : cells) cell = std::string(base::trim(cell));
  return cells;
}

bool rules_off(const std::vector<std::string>& cells) {
  for (const std::string& cell : cells)
    if (cell.find_first_not_of("-:") != std::string::npos || cell.find('-') == std::string::npos) return false;
  return true;
}

// Takes the table that begins at line `i`, and leaves `i` at its last line.
Block table_at(const std::vector<std::string>& lines, std::size_t& i) {
  Block table;
  table.kind = BlockKind::table;
  for (; i < lines.size() && starts(base::trim(lines[i]), "|"); ++i) {
    std::vector<std::string> cells = cells_of(base::trim(lines[i]));
    if (table.rows.size() == 1 && table.numeric.empty() && rules_off(cells)) {
      for (const std::string& cell : cells) table.numeric.push_back(cell.size() > 1 && cell.back() == ':' && cell.front() != ':');
      continue;
    }
    if (!table.rows.empty()) cells.resize(table.rows[0].size());
    std::vector<Inlines> row;
    for (const std::string& cell : cells) row.push_back(parse_inlines(cell));
    table.rows.push_back(std::move(row));
  }
  --i;
  table.numeric.resize(table.rows[0].size());
  return table;
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
    } else if (starts(line, "|") && line.size() > 1) {
      close();
      blocks.push_back(table_at(lines, i));
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

std::string inline_text(const Inlines& inlines) {
  std::string all;
  for (const Inline& part : inlines) all += part.kind == InlineKind::formula ? formula_words(parse_formula(part.text)) : part.text;
  return all;
}

std::string plain_text(const std::vector<Block>& blocks) {
  std::string all;
  for (const Block& block : blocks) {
    if (!all.empty()) all += ' ';
    all += inline_text(block.inlines);
    all += block.code;
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
      if (r > 0) all += "; ";
      for (std::size_t c = 0; c < block.rows[r].size(); ++c) all += (c > 0 ? ", " : "") + inline_text(block.rows[r][c]);
    }
  }
  return all;
}

}  // namespace loopready::kit
