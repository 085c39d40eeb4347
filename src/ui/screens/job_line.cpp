#include "ui/screens/job_line.h"

#include "ui/kit/button.h"
#include "ui/kit/frame.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {
constexpr std::int64_t kUnseenMs = 300, kTickMs = 250;
}  // namespace

bool job_lasts(std::int64_t now_ms, std::int64_t since_ms) {
  const std::int64_t for_ms = now_ms - since_ms;
  kit::wake_after(static_cast<double>(for_ms < kUnseenMs ? kUnseenMs - for_ms : kTickMs));
  return for_ms >= kUnseenMs;
}

bool draw_job(const std::string& what, std::int64_t now_ms, std::int64_t since_ms) {
  const bool cancelled = kit::button("Cancel", {.icon = kit::icon::kX});
  kit::text(what + "\xE2\x80\xA6 " + std::to_string((now_ms - since_ms) / 1'000) + " s", kit::Tone::quiet, kit::kSmall);
  return cancelled;
}

}  // namespace loopready::screens
