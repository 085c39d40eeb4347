#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/kit/context.h"

namespace loopready::kit {
namespace {

struct Piece {
  Face face;
  Tone tone;
  bool code;
  std::string_view text;
  float x;
  float w;
};

struct Line {
  std::vector<Piece> pieces;
  float width = 0;
  bool after_feed = false;  // begins where the text has a line feed
  bool after_space = false; // begins where the text has a space
};

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
    for (std::string_view rest = span.text; !rest.empty();) {
      if (rest[0] == '\n') {
        words.push_back({.line_feed = true});
        rest.remove_prefix(1);
        glued = false;
        continue;
      }
      const bool spaces = rest[0] == ' ';
      const std::string_view text = rest.substr(0, spaces ? rest.find_first_not_of(' ') : rest.find_first_of(" \n"));
      rest.remove_prefix(text.size());
      if (!glued || spaces) words.push_back({.spaces = spaces});
      words.back().parts.push_back({&span, text});
      glued = !spaces;
    }
  }
  return words;
}

void put(Line& line, const Span& span, std::string_view text, float size) {
  if (!line.pieces.empty()) {
    Piece& last = line.pieces.back();
    if (last.face == span.face && last.tone == span.tone && last.code == span.code &&
        last.text.data() + last.text.size() == text.data()) {
      last.text = std::string_view(last.text.data(), last.text.size() + text.size());
      last.w = text_size(last.face, size, last.text).x;
      line.width = last.x + last.w;
      return;
    }
  }
  const float w = text_size(span.face, size, text).x;
  line.pieces.push_back({span.face, span.tone, span.code, text, line.width, w});
  line.width += w;
}

// A line that was broken at spaces ends before them.
void cut_spaces(Line& line, float size) {
  while (!line.pieces.empty()) {
    Piece& last = line.pieces.back();
    const std::size_t end = last.text.find_last_not_of(' ');
    last.text = last.text.substr(0, end == std::string_view::npos ? 0 : end + 1);
    last.w = text_size(last.face, size, last.text).x;
    line.width = last.x + last.w;
    if (!last.text.empty()) return;
    line.pieces.pop_back();
  }
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
    for (const Fragment& part : word.parts) w += text_size(part.span->face, size, part.text).x;
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
      while (lines.back().width + text_size(part.span->face, size, part.text).x > width) {
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

void draw_piece(const Piece& piece, float size, ImVec2 at, float line_h) {
  const Context& c = context();
  const ImVec2 extent = text_size(piece.face, size, piece.text);
  const float y = at.y + std::round((line_h - extent.y) / 2);
  if (piece.code) {
    const float pad = px(2);
    ImGui::GetWindowDrawList()->AddRectFilled({at.x + piece.x - pad, y - px(1)},
                                              {at.x + piece.x + piece.w + pad, y + extent.y + px(1)}, c.colours->raised, px(3));
  }
  draw_text(piece.face, size, {at.x + piece.x, y}, tone_colour(*c.colours, piece.tone), piece.text);
}

std::string line_text(const Line& line) {
  std::string all;
  for (const Piece& piece : line.pieces) all += piece.text;
  return all;
}

// One node for each run of one face, so that the page's text, laid over it in the same face, has the same width.
void report_line(const Line& line, const ImRect& row, std::uint32_t flags_at_end) {
  for (std::size_t i = 0; i < line.pieces.size();) {
    const Face face = line.pieces[i].face;
    SemanticNode node;
    node.role = Role::text;
    node.level = static_cast<int>(face);
    const float left = line.pieces[i].x;
    float right = left;
    for (; i < line.pieces.size() && line.pieces[i].face == face; ++i) {
      node.name += line.pieces[i].text;
      right = line.pieces[i].x + line.pieces[i].w;
    }
    if (i == line.pieces.size()) node.flags |= flags_at_end;
    node.id = make_id(node.name);
    report(ImRect(row.Min.x + left, row.Min.y, row.Min.x + std::max(right, left + 1), row.Max.y), std::move(node));
  }
}

// Draws wrapped lines below a node that is already open.
void draw_lines(const std::vector<Line>& lines, float size, const ImRect& box, float line_h) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const ImRect row(box.Min.x, box.Min.y + line_h * static_cast<float>(i), box.Min.x + std::max(lines[i].width, 1.0f),
                     box.Min.y + line_h * static_cast<float>(i + 1));
    if (lines[i].pieces.empty()) continue;
    if (visible(row))
      for (const Piece& piece : lines[i].pieces) draw_piece(piece, size, row.Min, line_h);
    const bool last = i + 1 == lines.size();
    report_line(lines[i], row, last ? 0u : lines[i + 1].after_feed ? +kFeedAfter : lines[i + 1].after_space ? +kSpaceAfter : 0u);
  }
}

float widest(const std::vector<Line>& lines) {
  float width = 0;
  for (const Line& line : lines) width = std::max(width, line.width);
  return width;
}

void one_style(std::string_view words, Face face, Tone tone, float size) {
  rich_text({{face, tone, false, words}}, size, size <= kBody ? 1.5f : 1.25f);
}

}  // namespace

std::vector<std::string> wrapped(Face face, float css_size, std::string_view words, float width) {
  std::vector<std::string> lines;
  for (const Line& line : wrap({{face, Tone::normal, false, words}}, css_size, width)) lines.push_back(line_text(line));
  return lines;
}

void rich_text(const std::vector<Span>& spans, float size, float line_factor) {
  const std::vector<Line> lines = wrap(spans, size, available_width());
  const float line_h = std::round(size * line_factor * context().view.scale);
  const float width = context().layouts.back().flow ? widest(lines) : available_width();
  const ImRect box = place(width, line_h * static_cast<float>(lines.size()));
  SemanticNode node;
  node.role = Role::paragraph;
  node.id = make_id("paragraph");
  node.rect = to_rect(box);
  context().tree.open(std::move(node));
  draw_lines(lines, size, box, line_h);
  context().tree.close();
}

void heading(int level, std::string_view words) {
  const float size = level == 1 ? kTitle : level == 2 ? kLarge : kBody;
  const std::vector<Span> spans = {{Face::semibold, Tone::normal, false, words}};
  const std::vector<Line> lines = wrap(spans, size, available_width());
  const float line_h = line_height(size);
  const float width = context().layouts.back().flow ? widest(lines) : available_width();
  const ImRect box = place(width, line_h * static_cast<float>(lines.size()));
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (const Piece& piece : lines[i].pieces)
      draw_piece(piece, size, {box.Min.x, box.Min.y + line_h * static_cast<float>(i)}, line_h);
  SemanticNode node;
  node.role = Role::heading;
  node.level = level;
  node.name = std::string(words);
  // One id for every screen's title, so that the focus stays on it while a screen fills.
  node.id = level == 1 ? ImHashStr("title") : make_id(words);
  if (level == 1) {
    node.flags = kFocusable;
    if (context().title_wants_focus) context().focus_request = node.id;
    context().title_wants_focus = false;
  }
  report(ImRect(box.Min.x, box.Min.y, box.Min.x + widest(lines), box.Max.y), std::move(node));
}

void focus_title() { context().title_wants_focus = true; }

void text(std::string_view words, Tone tone, float size) { one_style(words, Face::regular, tone, size); }
void strong(std::string_view words, Tone tone, float size) { one_style(words, Face::semibold, tone, size); }

void icon_text(const char* icon, std::string_view words, Tone tone) {
  const float room = px(kBody + 8);
  Layout& layout = context().layouts.back();
  const float line_h = std::round(kBody * 1.5f * context().view.scale);
  const float top = layout.y + (layout.flow || layout.empty ? 0 : layout.gap);
  const float icon_h = text_size(Face::icons, kBody, icon).y;
  draw_icon(icon, kBody, {layout.flow ? layout.x : layout.left, top + std::round((line_h - icon_h) / 2)},
            tone_colour(*context().colours, tone));
  const std::vector<Line> lines = wrap({{Face::regular, tone, false, words}}, kBody, available_width() - room);
  const ImRect box = place(layout.flow ? widest(lines) + room : available_width(), line_h * static_cast<float>(lines.size()));
  SemanticNode node;
  node.role = Role::paragraph;
  node.id = make_id("paragraph");
  node.rect = to_rect(box);
  context().tree.open(std::move(node));
  draw_lines(lines, kBody, ImRect(box.Min.x + room, box.Min.y, box.Max.x, box.Max.y), line_h);
  context().tree.close();
}

void badge(std::string_view words, Tone tone, const char* icon) {
  const Context& c = context();
  const float pad = px(8);
  const float height = px(22);
  const ImVec2 extent = text_size(Face::regular, kSmall, words);
  const float icon_w = icon == nullptr ? 0 : px(kSmall + 5);
  const ImRect box = place(extent.x + icon_w + 2 * pad, height);
  const Colour colour = tone == Tone::quiet ? c.colours->quiet : tone_colour(*c.colours, tone);
  ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, tone_soft(*c.colours, tone), height / 2);
  if (icon != nullptr) {
    const ImVec2 icon_extent = text_size(Face::icons, kSmall, icon);
    draw_icon(icon, kSmall, {box.Min.x + pad, box.Min.y + (height - icon_extent.y) / 2}, colour);
  }
  draw_text(Face::regular, kSmall, {box.Min.x + pad + icon_w, box.Min.y + (height - extent.y) / 2}, colour, words);
  SemanticNode node;
  node.role = Role::text;
  node.name = std::string(words);
  node.id = make_id(words);
  const float left = box.Min.x + pad + icon_w;
  report(ImRect(left, box.Min.y, left + std::max(extent.x, 1.0f), box.Max.y), std::move(node));
}

void code_block(std::string_view code) {
  const Context& c = context();
  const float pad = px(12);
  const std::vector<Line> lines =
      wrap({{Face::mono, Tone::normal, false, code}}, kSmall + 1, available_width() - 2 * pad);
  const float line_h = std::round((kSmall + 1) * 1.5f * c.view.scale);
  const ImRect box = place(available_width(), line_h * static_cast<float>(lines.size()) + 2 * pad);
  ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, c.colours->raised, px(kRadius));
  SemanticNode node;
  node.role = Role::code;
  node.id = make_id("code");
  node.rect = to_rect(box);
  context().tree.open(std::move(node));
  draw_lines(lines, kSmall + 1, ImRect(box.Min.x + pad, box.Min.y + pad, box.Max.x - pad, box.Max.y - pad), line_h);
  context().tree.close();
}

}  // namespace loopready::kit
