#include "ui/screens/level_line.h"

#include "app/level.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/screens/words.h"

namespace loopready::screens {

void draw_level_line(const app::App& app, app::Commands& commands) {
  const std::string level = app::target_level(app);
  const app::Go go = go_to(app::Place::level);
  if (kit::link(level.empty() ? "Pick your target level" : "Level " + level + " \u00B7 change", app::format_route(go.route), kit::icon::kTarget)) commands.push_back(go);
}

}  // namespace loopready::screens
