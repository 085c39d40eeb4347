// Inline Markdown as spans that can be wrapped and drawn. Only for files of the kit.
// Here: Spans.  Not here: reading Markdown (markdown.h), drawing (lines.h).
#pragma once

#include <vector>

#include "ui/kit/markdown.h"
#include "ui/kit/text.h"

namespace loopready::kit {

// The spans of a text, with the formulas they point to. It borrows the inlines.
struct Spans {
  explicit Spans(const Inlines& inlines, Face face = Face::regular) {
    formulas.reserve(inlines.size());
    for (const Inline& part : inlines) {
      Span span{.face = face, .text = part.text};
      if (part.kind == InlineKind::bold || part.kind == InlineKind::emphasis) span.face = Face::semibold;
      if (part.kind == InlineKind::code) {
        span.face = Face::mono;
        span.code = true;
      }
      if (part.kind == InlineKind::link) span.address = part.address;
      if (part.kind == InlineKind::formula) {
        formulas.push_back(parse_formula(part.text));
        span.formula = &formulas.back();
      }
      all.push_back(span);
    }
  }
  Spans(const Spans&) = delete;
  Spans& operator=(const Spans&) = delete;
  std::vector<Formula> formulas;
  std::vector<Span> all;
};

}  // namespace loopready::kit
