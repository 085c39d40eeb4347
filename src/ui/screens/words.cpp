#include "ui/screens/words.h"

#include "ui/kit/icons.h"

namespace loopready::screens {

StageLook stage_look(const app::App& app, const std::string& slug) {
  switch (app.log.stage(slug)) {
    case learner::Stage::solved: return {kit::icon::kCircleCheck, kit::Tone::good, "solved"};
    case learner::Stage::tried:
      return {kit::icon::kCircleDot, kit::Tone::careful,
              app.log.status(slug).n_attempts == 0 ? "started" : "tried, not solved"};
    case learner::Stage::fresh: return {kit::icon::kCircle, kit::Tone::quiet, "new"};
  }
  return {kit::icon::kCircle, kit::Tone::quiet, "new"};
}

kit::Tone difficulty_tone(const std::string& difficulty) {
  if (difficulty == "easy") return kit::Tone::good;
  if (difficulty == "medium") return kit::Tone::careful;
  return kit::Tone::bad;
}

std::string kind_name(const std::string& kind) {
  if (kind == "sql") return "SQL";
  if (kind == "spot") return "Spot the flaw";
  return capital(kind);
}

std::string category_name(const std::string& category) { return category == "sql" ? "SQL" : capital(category); }

std::string minutes_text(std::int64_t minutes) { return std::to_string(minutes) + " min"; }

std::string thousands(std::int64_t n) {
  std::string text = std::to_string(n);
  const std::size_t stop = n < 0 ? 1 : 0;
  for (std::size_t at = text.size(); at > stop + 3;) text.insert(at -= 3, ",");
  return text;
}

app::Go go_to(app::Place place) {
  app::Go go;
  go.route.place = place;
  return go;
}

app::Go go_to_item(const std::string& slug) {
  app::Go go = go_to(app::Place::exercise);
  go.route.item = slug;
  return go;
}

std::string item_address(const std::string& slug) { return app::format_route(go_to_item(slug).route); }

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace loopready::screens
