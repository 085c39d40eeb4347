#include "ui/kit/text_host.h"

#include "base/json.h"

namespace loopready::kit {

using base::Json;

namespace {

Json rect_json(const Rect& rect) { return Json::array({rect.x, rect.y, rect.w, rect.h}); }

const char* kind_name(HostKind kind) {
  switch (kind) {
    case HostKind::sql: return "sql";
    case HostKind::prose: return "prose";
    case HostKind::line: return "line";
  }
  return "line";
}

}  // namespace

std::string to_json_text(const std::vector<TextHost>& hosts) {
  Json all = Json::array();
  for (const TextHost& host : hosts) {
    Json covers = Json::array();
    for (const Rect& cover : host.covers) covers.push_back(rect_json(cover));
    Json one = {{"id", host.id},
                {"key", host.key},
                {"kind", kind_name(host.kind)},
                {"rect", rect_json(host.rect)},
                {"clip", rect_json(host.clip)},
                {"covers", std::move(covers)},
                {"label", host.label},
                {"placeholder", host.placeholder},
                {"value", host.value},
                {"revision", host.revision},
                {"read_only", host.read_only},
                {"live", host.live},
                {"font_px", host.font_px}};
    if (Json completion = Json::parse(host.completion, nullptr, false); completion.is_object())
      one["completion"] = std::move(completion);
    if (host.mark_line > 0) one["mark"] = Json::array({host.mark_line, host.mark_column});
    all.push_back(std::move(one));
  }
  return base::to_text(all);
}

}  // namespace loopready::kit
