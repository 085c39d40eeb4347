#include "app/readiness.h"

#include "app/fingerprint.h"
#include "app/level.h"
#include "app/note.h"

namespace loopready::app {
namespace {

constexpr const char* kRound = "note/ready/round";
constexpr const char* kRatings = "note/ready/ratings";
constexpr std::uint64_t kMostSeed = (std::uint64_t{1} << 53) - 1;  // so that every reader of JSON keeps it

}  // namespace

ReadinessRound readiness_round(const App& app) {
  ReadinessRound round;
  const base::Json json = note_json(app, kRound);
  if (!json.is_object()) return round;
  const auto seed = json.find("seed"), at = json.find("at_ms"), statements = json.find("statements");
  if (seed == json.end() || !seed->is_number_unsigned() || at == json.end() || !at->is_number_integer() || statements == json.end() || !statements->is_array()) return round;
  round.seed = seed->get<std::uint64_t>();
  round.at_ms = at->get<std::int64_t>();
  for (const base::Json& one : *statements)
    if (const auto* slug = one.get_ptr<const std::string*>()) round.statements.push_back(*slug);
  return round;
}

learner::Ratings readiness_ratings(const App& app) {
  learner::Ratings ratings;
  const base::Json json = note_json(app, kRatings);
  if (!json.is_object()) return ratings;
  for (const auto& [slug, one] : json.items()) {
    if (!one.is_array() || one.size() != 2 || !one[0].is_number_integer() || !one[1].is_number_integer()) continue;
    const auto rating = one[0].get<std::int64_t>();
    if (rating >= 0 && rating <= 3) ratings[slug] = {static_cast<learner::Rating>(rating), one[1].get<std::int64_t>()};
  }
  return ratings;
}

PutNote draw_round(const App& app) {
  const std::uint64_t seed = fnv1a(app.seed + "/" + std::to_string(app.now_ms)) & kMostSeed;
  const auto drawn = learner::draw_statements(app.catalogue.guide.preparation.statements, target_level(app), readiness_ratings(app), app.now_ms, seed);
  return {kRound, base::to_text(base::Json{{"seed", seed}, {"at_ms", app.now_ms}, {"statements", drawn}})};
}

PutNote rate_statement(const App& app, const std::string& statement, learner::Rating rating) {
  learner::Ratings ratings = readiness_ratings(app);
  ratings[statement] = {rating, app.now_ms};
  base::Json json = base::Json::object();
  for (const auto& [slug, rated] : ratings) json[slug] = {static_cast<int>(rated.rating), rated.at_ms};
  return {kRatings, base::to_text(json)};
}

}  // namespace loopready::app
