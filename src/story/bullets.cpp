#include <algorithm>
#include <optional>

#include "base/text.h"
#include "story/resume.h"
#include "story/words.h"

namespace loopready::story {
namespace {

// Signs that stand before bullets, in UTF-8: from text editors, word processors and their symbol fonts.
constexpr std::string_view kSigns[] = {"\u2022", "\u25CF", "\u25AA", "\u25E6", "\u2023", "\u2219", "\u00B7", "\u25A0", "\u25CB", "\u2013", "\u2014", "\u27A2", "\uF0B7", "\uF0A7"};

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// White space, the no-break space and the byte order mark too.
std::string_view trimmed(std::string_view text) {
  for (;;) {
    const std::size_t before = text.size();
    text = base::trim(text);
    for (const std::string_view space : {"\u00A0", "\uFEFF", "\u200B", "\u2003"}) {
      if (starts(text, space)) text.remove_prefix(space.size());
      if (text.size() >= space.size() && text.substr(text.size() - space.size()) == space) text.remove_suffix(space.size());
    }
    if (text.size() == before) return text;
  }
}

// What follows the line's mark; nothing when it has none.
std::optional<std::string_view> after_mark(std::string_view line) {
  for (const std::string_view sign : kSigns)
    if (starts(line, sign)) return trimmed(line.substr(sign.size()));
  const auto blank = [&](std::size_t at) { return at < line.size() && (line[at] == ' ' || line[at] == '\t'); };
  if (starts(line, "-") && line.size() > 1 && (blank(1) || !((line[1] >= '0' && line[1] <= '9') || line[1] == '-'))) return trimmed(line.substr(1));
  if ((starts(line, "*") || starts(line, "+") || starts(line, "o")) && blank(1)) return trimmed(line.substr(1));
  std::size_t n = 0;
  while (n < line.size() && line[n] >= '0' && line[n] <= '9') ++n;
  if (n > 0 && n <= 2 && n < line.size() && (line[n] == '.' || line[n] == ')') && blank(n + 1)) return trimmed(line.substr(n + 1));
  return std::nullopt;
}

bool indented(std::string_view line) { return !line.empty() && (line[0] == ' ' || line[0] == '\t'); }
bool has_year(std::string_view text) {
  for (const Word& word : words_of(text))
    if (word.text.size() == 4 && (word.text.compare(0, 2, "19") == 0 || word.text.compare(0, 2, "20") == 0)) return true;
  return false;
}
bool begins_small(std::string_view text) { return !text.empty() && !(text[0] >= 'A' && text[0] <= 'Z'); }

}  // namespace

Bullets bullets_of(std::string_view text) {
  const std::vector<std::string> lines = base::split(text, '\n');
  const bool marked = std::any_of(lines.begin(), lines.end(), [](const std::string& line) { return after_mark(trimmed(line)).has_value(); });
  Bullets bullets;
  constexpr std::size_t kFull = 70;  // bytes of a line that may have been broken by its width
  bool goes_on = false;  // the line before belongs to a bullet
  bool broken = false;   // and ends without a full stop, at about the page's width
  for (const std::string& whole : lines) {
    const std::string_view line = trimmed(whole);
    if (line.empty()) {
      goes_on = false;
      continue;
    }
    if (!marked) {
      if (words_of(line).size() < 3) ++bullets.n_left_out;
      else bullets.texts.emplace_back(line);
      continue;
    }
    if (const auto rest = after_mark(line)) {
      goes_on = !rest->empty();
      if (goes_on) bullets.texts.emplace_back(*rest);
    } else if (goes_on && (indented(whole) || begins_small(line) || (broken && !has_year(line)))) {
      bullets.texts.back() += " " + std::string(line);
    } else {
      goes_on = false;
      ++bullets.n_left_out;
    }
    broken = line.size() >= kFull && line.back() != '.';
  }
  return bullets;
}

}  // namespace loopready::story
