#include <string>

#include "ui/kit/context.h"
#include "ui/kit/layout.h"
#include "ui/kit/markdown.h"
#include "ui/kit/text.h"

namespace loopready::kit {
namespace {

std::vector<Span> spans_of(const Block& block) {
  std::vector<Span> spans;
  for (const Inline& part : block.inlines) {
    Span span;
    span.text = part.text;
    if (part.kind == InlineKind::bold || part.kind == InlineKind::emphasis) span.face = Face::semibold;
    if (part.kind == InlineKind::code) {
      span.face = Face::mono;
      span.code = true;
    }
    spans.push_back(span);
  }
  return spans;
}

void list_entry(const Block& block) {
  const std::string mark = block.kind == BlockKind::bullet ? "\xE2\x80\xA2" : std::to_string(block.number) + ".";
  const Layout& layout = context().layouts.back();
  const ImVec2 at(layout.left, layout.y + (layout.empty ? 0 : layout.gap));
  const Group item(Role::list_item, "");
  const float line_h = px(kBody * 1.5f);
  draw_text(Face::regular, kBody, {at.x + px(4), at.y + (line_h - text_size(Face::regular, kBody, mark).y) / 2},
            context().colours->quiet, mark);
  const Column column(0, 0, 24);
  rich_text(spans_of(block), kBody);
}

}  // namespace

void markdown(std::string_view source) {
  const std::vector<Block> blocks = parse_markdown(source);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    switch (block.kind) {
      case BlockKind::paragraph: rich_text(spans_of(block), kBody); break;
      case BlockKind::heading: heading(block.level == 1 ? 2 : 3, plain_text({block})); break;
      case BlockKind::fence: code_block(block.code); break;
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
