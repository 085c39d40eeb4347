#include <algorithm>
#include <string>
#include <string_view>

#include "ui/kit/context.h"
#include "ui/kit/inline_spans.h"
#include "ui/kit/layout.h"
#include "ui/kit/lines.h"
#include "ui/kit/markdown.h"
#include "ui/kit/text.h"

namespace loopready::kit {
namespace {

void list_entry(const Block& block) {
  const std::string mark = block.kind == BlockKind::bullet ? "\xE2\x80\xA2" : std::to_string(block.number) + ".";
  const Layout& layout = context().layouts.back();
  const ImVec2 at(layout.left, layout.y + (layout.empty ? 0 : layout.gap));
  const Group item(Role::list_item, "");
  const float line_h = px(kBody * 1.5f);
  draw_text(Face::regular, kBody, {at.x + px(4), at.y + (line_h - text_size(Face::regular, kBody, mark).y) / 2},
            context().colours->quiet, mark);
  const Column column(0, 0, 24);
  rich_text(Spans(block.inlines).all, kBody);
}

// Widths that share the room: each column as wide as its longest text where all fit, else narrower the longer it is.
std::vector<float> column_widths(const Block& table, float room, float gap) {
  const std::size_t n = table.rows[0].size();
  std::vector<float> wished(n, 0), least(n, 0);
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    for (std::size_t c = 0; c < n; ++c) {
      const std::string words = inline_text(table.rows[r][c]);
      const Face face = r == 0 ? Face::semibold : Face::regular;
      wished[c] = std::max(wished[c], text_size(face, kBody - 1, words).x + px(6));
      for (std::string_view rest = words; !rest.empty();) {
        const std::string_view word = rest.substr(0, unbroken_length(rest));
        least[c] = std::max(least[c], text_size(face, kBody - 1, word).x + px(6));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      }
    }
  room -= gap * static_cast<float>(n - 1) + static_cast<float>(n);  // a pixel each, or rounding breaks the row
  float sum = 0, sum_least = 0;
  for (std::size_t c = 0; c < n; ++c) {
    sum += wished[c];
    sum_least += std::min(least[c], wished[c]);
  }
  if (sum <= room) return wished;
  const float spare = std::max(0.0f, room - sum_least), more = std::max(1.0f, sum - sum_least);
  for (std::size_t c = 0; c < n; ++c) wished[c] = std::min(least[c], wished[c]) + (wished[c] - std::min(least[c], wished[c])) * spare / more;
  return wished;
}

// As rows of cells, or where the window is too narrow, as one block a row.
void table_block(const Block& table) {
  const float scale = px(1);
  const float gap = 16;
  const std::size_t n = table.rows[0].size();
  const std::vector<float> widths = column_widths(table, available_width(), px(gap));
  float whole = px(gap) * static_cast<float>(n - 1);
  for (const float width : widths) whole += width;
  const Group group(Role::table, inline_text(table.rows[0][0]));
  const Column column(6);
  if (whole > available_width() + 1 && n > 1) {
    for (std::size_t r = 1; r < table.rows.size(); ++r) {
      const Group row(Role::row, "");
      const Column stacked(2);
      for (std::size_t c = 0; c < n; ++c) {
        if (table.rows[r][c].empty()) continue;
        const Group cell(Role::cell, "");
        Inlines words = table.rows[r][c];
        if (c > 0) words.insert(words.begin(), {InlineKind::plain, inline_text(table.rows[0][c]) + ": "});
        rich_text(Spans(words, c == 0 ? Face::semibold : Face::regular).all, kBody - 1, 1.4f);
      }
      if (r + 1 < table.rows.size()) rule();
    }
    return;
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    {
      const Group row(Role::row, "");
      const Flow flow(gap);
      for (std::size_t c = 0; c < n; ++c) {
        const Group cell(r == 0 ? Role::column_header : Role::cell, "");
        const Spans spans(table.rows[r][c], r == 0 ? Face::semibold : Face::regular);
        const float words_w = text_size(r == 0 ? Face::semibold : Face::regular, kBody - 1, inline_text(table.rows[r][c])).x;
        const float indent = table.numeric[c] && words_w < widths[c] ? (widths[c] - words_w) / scale : 0;
        const Column one(0, widths[c] / scale, indent);
        rich_text(spans.all, kBody - 1, 1.4f);
      }
    }
    rule();
  }
}

}  // namespace

void markdown_line(std::string_view source) {
  const Inlines inlines = parse_inlines(source);
  rich_text(Spans(inlines).all, kBody);
}

std::string line_words(std::string_view source) { return inline_text(parse_inlines(source)); }

void markdown(std::string_view source) {
  const std::vector<Block> blocks = parse_markdown(source);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    switch (block.kind) {
      case BlockKind::paragraph: rich_text(Spans(block.inlines).all, kBody); break;
      case BlockKind::heading: heading(block.level == 1 ? 2 : 3, plain_text({block})); break;
      case BlockKind::fence: code_block(block.code); break;
      case BlockKind::table: table_block(block); break;
      case BlockKind::bullet:
      case BlockKind::numbered: {
        const Group list(Role::list, "");
        const Column column(4);
        for (; i < blocks.size() && blocks[i].kind == block.kind; ++i) list_entry(blocks[i]);
        --i;
        break;
      }
    }
  }
}

}  // namespace loopready::kit
