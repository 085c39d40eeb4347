#include "learner/level_finder.h"

#include <algorithm>

namespace loopready::learner {
namespace {

using Points = std::vector<LevelPoints>;

std::int64_t points_for(const model::LevelAnswer& answer, const std::string& level) {
  for (const auto& [name, points] : answer.points)
    if (name == level) return points;
  return 0;
}

const model::LevelAnswer* given(const model::LevelQuestion& question, const LevelAnswers& answers) {
  const auto found = answers.find(question.slug);
  return found == answers.end() || found->second >= question.answers.size() ? nullptr : &question.answers[found->second];
}

Points sum_points(const model::LevelFinder& finder, const LevelAnswers& answers) {
  Points points;
  for (const auto& why : finder.why) {
    LevelPoints& one = points.emplace_back(LevelPoints{why.first, 0});
    for (const model::LevelQuestion& question : finder.questions)
      if (const model::LevelAnswer* answer = given(question, answers)) one.points += points_for(*answer, one.level);
  }
  return points;
}

// The place of the most points, the first of equals, leaving out one place.
std::size_t best(const Points& points, std::size_t without) {
  std::size_t at = points.size();
  for (std::size_t i = 0; i < points.size(); ++i)
    if (i != without && (at == points.size() || points[i].points > points[at].points)) at = i;
  return at;
}

// Changes the answer that brings `to` nearest to `from` or past it, again and again, until `to` wins.
std::vector<LevelChange> changes_towards(const model::LevelFinder& finder, LevelAnswers answers, const std::string& from, const std::string& to) {
  std::vector<LevelChange> changes;
  for (std::size_t round = 0; round < finder.questions.size(); ++round) {
    LevelChange next;
    std::int64_t most = 0;
    for (const model::LevelQuestion& question : finder.questions) {
      const model::LevelAnswer* now = given(question, answers);
      if (now == nullptr || std::any_of(changes.begin(), changes.end(), [&](const LevelChange& one) { return one.question == question.slug; })) continue;
      for (std::size_t i = 0; i < question.answers.size(); ++i) {
        const model::LevelAnswer& other = question.answers[i];
        const std::int64_t gain = points_for(other, to) - points_for(*now, to) - points_for(other, from) + points_for(*now, from);
        if (gain <= most) continue;
        most = gain;
        next = {question.slug, i};
      }
    }
    if (most == 0) return {};
    answers[next.question] = next.answer;
    changes.push_back(next);
    const Points points = sum_points(finder, answers);
    if (points[best(points, points.size())].level == to) return changes;
  }
  return {};
}

}  // namespace

LevelAdvice advise_level(const model::LevelFinder& finder, const LevelAnswers& answers) {
  LevelAdvice advice;
  advice.points = sum_points(finder, answers);
  for (const model::LevelQuestion& question : finder.questions) advice.n_answered += given(question, answers) != nullptr ? 1 : 0;
  if (advice.points.empty() || finder.questions.empty() || advice.n_answered < finder.questions.size()) return advice;
  const std::size_t first = best(advice.points, advice.points.size()), second = best(advice.points, first);
  advice.level = advice.points[first].level;
  if (second == advice.points.size() || advice.points[second].points == 0) return advice;
  advice.runner_up = advice.points[second].level;
  advice.ahead = advice.points[first].points - advice.points[second].points;
  advice.tipped_by = changes_towards(finder, answers, advice.level, advice.runner_up);
  return advice;
}

}  // namespace loopready::learner
