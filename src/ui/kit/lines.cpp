#include "ui/kit/lines.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/formula_view.h"

namespace loopready::kit {
namespace {

std::size_t character_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// The longest head of `word` that fits, at least one character.
std::size_t fitting_head(Face face, float size, std::string_view word, float width) {
  std::size_t n = std::min(character_length(word[0]), word.size());
  while (n < word.size()) {
    const std::size_t more = std::min(n + character_length(word[n]), word.size());
    if (text_size(face, size, word.substr(0, more)).x > width) break;
    n = more;
  }
  return n;
}

// Text between two places where a line may break: white space, a line feed, or a word of one or more styles.
struct Fragment {
  const Span* span;
  std::string_view text;
};

struct Word {
  std::vector<Fragment> parts = {};
  bool spaces = false;
  bool line_feed = false;
};

std::vector<Word> words_of(const std::vector<Span>& spans) {
  std::vector<Word> words;
  for (const Span& span : spans) {
    bool glued = !words.empty() && !words.back().spaces && !words.back().line_feed;  // no space between two styles
    if (span.formula != nullptr) {
      if (!glued) words.push_back({});
      words.back().parts.push_back({&span, span.text});
      continue;
    }
    for (std::string_view rest = span.text; !rest.empty();) {
      if (rest[0] == '\n') {
        words.push_back({.line_feed = true});
        rest.remove_prefix(1);
        glued = false;
        continue;
      }
      const bool spaces = rest[0] == ' ';
      const std::string_view text = rest.substr(0, spaces ? rest.find_first_not_of(' ') : unbroken_length(rest));
      rest.remove_prefix(text.size());
      if (!glued || spaces) words.push_back({.spaces = spaces});
      words.back().parts.push_back({&span, text});
      glued = !spaces;
    }
  }
  return words;
}

bool same_style(const Span& a, const Span& b) {
  return a.face == b.face && a.tone == b.tone && a.code == b.code && a.address == b.address && a.formula == nullptr && b.formula == nullptr;
}

float width_of(const Span& span, std::string_view text, float size) {
  return span.formula != nullptr ? formula_extent(*span.formula, size * span.share).w : text_size(span.face, size, text).x;
}

void put(Line& line, const Span& span, std::string_view text, float size) {
  if (!line.pieces.empty()) {
    Piece& last = line.pieces.back();
    if (same_style(*last.span, span) && last.text.data() + last.text.size() == text.data()) {
      last.text = std::string_view(last.text.data(), last.text.size() + text.size());
      last.w = text_size(span.face, size, last.text).x;
      line.width = last.x + last.w;
      return;
    }
  }
  if (span.formula != nullptr) {
    const FormulaExtent extent = formula_extent(*span.formula, size * span.share);
    line.up = std::max(line.up, extent.up + px(3));
    line.down = std::max(line.down, extent.down + px(3));
  }
  const float w = width_of(span, text, size);
  line.pieces.push_back({&span, text, line.width, w});
  line.width += w;
}

// A line that was broken at spaces ends before them.
void cut_spaces(Line& line, float size) {
  while (!line.pieces.empty()) {
    Piece& last = line.pieces.back();
    if (last.span->formula != nullptr) return;
    const std::size_t end = last.text.find_last_not_of(' ');
    last.text = last.text.substr(0, end == std::string_view::npos ? 0 : end + 1);
    last.w = text_size(last.span->face, size, last.text).x;
    line.width = last.x + last.w;
    if (!last.text.empty()) return;
    line.pieces.pop_back();
  }
}

}  // namespace

std::size_t unbroken_length(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t end = text.find_first_of(" \n");
  while (end != std::string_view::npos && end > 0 && is_digit(text[end - 1]) && (text.substr(end, 2) == " %" || text.substr(end, 4) == " min"))
    end = text.find_first_of(" \n", end + 1);
  return end;
}

std::vector<Line> wrap(const std::vector<Span>& spans, float size, float width) {
  std::vector<Line> lines(1);
  for (const Word& word : words_of(spans)) {
    if (word.line_feed) {
      lines.emplace_back();
      lines.back().after_feed = true;
      continue;
    }
    float w = 0;
    for (const Fragment& part : word.parts) w += width_of(*part.span, part.text, size);
    if (word.spaces) {
      // Spaces begin a line only where the text itself does: code keeps its indentation.
      Line& line = lines.back();
      if (!line.pieces.empty() || lines.size() == 1 || line.after_feed) put(line, *word.parts[0].span, word.parts[0].text, size);
      continue;
    }
    if (lines.back().width + w > width && !lines.back().pieces.empty()) {
      cut_spaces(lines.back(), size);
      lines.emplace_back();
      lines.back().after_space = true;
    }
    for (Fragment part : word.parts) {
      while (part.span->formula == nullptr && lines.back().width + text_size(part.span->face, size, part.text).x > width) {
        const std::size_t n = fitting_head(part.span->face, size, part.text, width - lines.back().width);
        if (n >= part.text.size()) break;
        put(lines.back(), *part.span, part.text.substr(0, n), size);
        part.text.remove_prefix(n);
        lines.emplace_back();
      }
      put(lines.back(), *part.span, part.text, size);
    }
  }
  return lines;
}

namespace {

struct Room {
  float up, down;
};

Room room_of(const Line& line, float size, float line_h) {
  const float extent = text_size(Face::regular, size, "x").y;
  const float up = std::round((line_h - extent) / 2) + extent * 0.8f;
  return {std::max(up, line.up), std::max(line_h - up, line.down)};
}

void draw_piece(const Piece& piece, float size, ImVec2 at, Room room, float line_h) {
  const Context& c = context();
  const Span& span = *piece.span;
  const Colour colour = span.address.empty() ? tone_colour(*c.colours, span.tone) : c.colours->accent;
  if (span.formula != nullptr) {
    draw_formula(*span.formula, size * span.share, {at.x + piece.x, at.y + room.up}, colour);
    return;
  }
  const ImVec2 extent = text_size(span.face, size, piece.text);
  const float plain_up = room_of({}, size, line_h).up;
  const float y = at.y + room.up - plain_up + std::round((line_h - extent.y) / 2);
  if (span.code) {
    const float pad = px(2);
    ImGui::GetWindowDrawList()->AddRectFilled({at.x + piece.x - pad, y - px(1)},
                                              {at.x + piece.x + piece.w + pad, y + extent.y + px(1)}, c.colours->raised, px(3));
  }
  draw_text(span.face, size, {at.x + piece.x, y}, colour, piece.text);
}

void report_link(const Piece& piece, const ImRect& row, const std::string& words) {
  const ImRect box(row.Min.x + piece.x, row.Min.y, row.Min.x + piece.x + piece.w, row.Max.y);
  SemanticNode node;
  node.role = Role::link;
  node.id = make_id(words);
  node.name = words;
  node.value = std::string(piece.span->address);
  node.flags = kInTabOrder;
  const Behaviour behaviour = interact(box, std::move(node));
  if (behaviour.pressed) context().followed = std::string(piece.span->address);
  if (behaviour.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImGui::GetWindowDrawList()->AddRectFilled({box.Min.x, box.Max.y - px(4)}, {box.Max.x, box.Max.y - px(4) + std::max(1.0f, px(1))},
                                            behaviour.hovered ? context().colours->accent : context().colours->line);
  if (behaviour.focused) focus_ring(box, 4);
}

// One node for each run of one face, so that the page's text, laid over it in the same face, has the same width; formulas and
// links are nodes of their own.
void report_line(const Line& line, const ImRect& row, std::uint32_t flags_at_end) {
  for (std::size_t i = 0; i < line.pieces.size();) {
    const Piece& first = line.pieces[i];
    SemanticNode node;
    node.role = Role::text;
    node.level = static_cast<int>(first.span->face);
    const float left = first.x;
    float right = left;
    if (!first.span->address.empty() || first.span->formula != nullptr) {
      ++i;
      const std::string words = first.span->formula != nullptr ? formula_words(*first.span->formula) : std::string(first.text);
      if (!first.span->address.empty()) {
        report_link(first, row, words);
        continue;
      }
      node.role = Role::image;
      node.name = words;
      right = first.x + first.w;
    }
    for (; node.role == Role::text && i < line.pieces.size() && line.pieces[i].span->face == first.span->face &&
           line.pieces[i].span->address.empty() && line.pieces[i].span->formula == nullptr;
         ++i) {
      node.name += line.pieces[i].text;
      right = line.pieces[i].x + line.pieces[i].w;
    }
    if (i == line.pieces.size()) node.flags |= flags_at_end;
    node.id = make_id(node.name);
    report(ImRect(row.Min.x + left, row.Min.y, row.Min.x + std::max(right, left + 1), row.Max.y), std::move(node));
  }
}

}  // namespace

float height_of(const std::vector<Line>& lines, float size, float line_h) {
  float height = 0;
  for (const Line& line : lines) {
    const Room room = room_of(line, size, line_h);
    height += std::round(room.up + room.down);
  }
  return height;
}

void draw_lines_only(const std::vector<Line>& lines, float size, const ImRect& box, float line_h) {
  float top = box.Min.y;
  for (const Line& line : lines) {
    const Room room = room_of(line, size, line_h);
    for (const Piece& piece : line.pieces) draw_piece(piece, size, {box.Min.x, top}, room, line_h);
    top += std::round(room.up + room.down);
  }
}

void draw_lines(const std::vector<Line>& lines, float size, const ImRect& box, float line_h) {
  float top = box.Min.y;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Room room = room_of(lines[i], size, line_h);
    const ImRect row(box.Min.x, top, box.Min.x + std::max(lines[i].width, 1.0f), top + std::round(room.up + room.down));
    top = row.Max.y;
    if (lines[i].pieces.empty()) continue;
    if (visible(row))
      for (const Piece& piece : lines[i].pieces) draw_piece(piece, size, row.Min, room, line_h);
    const bool last = i + 1 == lines.size();
    report_line(lines[i], row, last ? 0u : lines[i + 1].after_feed ? +kFeedAfter : lines[i + 1].after_space ? +kSpaceAfter : 0u);
  }
}

float widest(const std::vector<Line>& lines) {
  float width = 0;
  for (const Line& line : lines) width = std::max(width, line.width);
  return width;
}

std::string line_text(const Line& line) {
  std::string all;
  for (const Piece& piece : line.pieces) all += piece.span->formula != nullptr ? formula_words(*piece.span->formula) : std::string(piece.text);
  return all;
}

}  // namespace loopready::kit
