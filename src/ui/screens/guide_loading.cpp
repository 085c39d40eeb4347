#include "ui/screens/guide_loading.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

namespace loopready::screens {

bool guide_ready(const app::App& app, app::Commands& commands) {
  if (app.catalogue.guide_state == app::Loading::done) return true;
  if (app.catalogue.guide_state != app::Loading::failed) {
    kit::text("Loading the guide\u2026", kit::Tone::quiet);
    return false;
  }
  const kit::Card card(kit::Tone::bad);
  kit::icon_text(kit::icon::kWifiOff, app.catalogue.guide_error, kit::Tone::normal);
  if (kit::button("Try again", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kRotateCcw})) commands.push_back(app::RetryLoading{});
  return false;
}

}  // namespace loopready::screens
