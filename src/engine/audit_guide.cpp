#include "engine/audit_guide.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"

namespace loopready::engine {
namespace {

using base::count_of;
using model::Guide;

constexpr std::array<const char*, 5> kLevels = {"L4", "L5", "L6", "L7", "L8"};
constexpr std::array<const char*, 8> kAreas = {"statistics", "sql", "product", "experiments", "ml", "coding", "principles", "process"};

std::int64_t size_of(std::size_t n) { return static_cast<std::int64_t>(n); }

struct Audit {
  const Content& content;
  const Guide& guide;
  std::vector<Finding>& findings;

  void find(const char* rule, const std::string& where, const std::string& text) const { findings.push_back({rule, "guide/" + where, text}); }
};

// --- slugs ---

template <class All>
void unique_slugs(const Audit& audit, const All& all, const std::string& where, std::set<std::string>& seen) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!seen.insert(all[i].slug).second)
      audit.find("guide-slugs-unique", where + "/" + std::to_string(i) + "/slug", "The slug \"" + all[i].slug + "\" stands there twice.");
}

template <class All>
void unique_slugs(const Audit& audit, const All& all, const std::string& where) {
  std::set<std::string> seen;
  unique_slugs(audit, all, where, seen);
}

void audit_slugs(const Audit& audit) {
  const model::GuideFacts& facts = audit.guide.facts;
  const model::Preparation& preparation = audit.guide.preparation;
  unique_slugs(audit, audit.guide.pages, "pages#");
  for (const model::GuidePage& page : audit.guide.pages) unique_slugs(audit, page.sections, "pages/" + page.slug + ".json#/sections");
  unique_slugs(audit, facts.skills, "facts.json#/skills");
  unique_slugs(audit, facts.process, "facts.json#/process");
  unique_slugs(audit, facts.principles, "facts.json#/principles");
  unique_slugs(audit, facts.segments, "facts.json#/segments");
  unique_slugs(audit, facts.categories, "facts.json#/categories");
  unique_slugs(audit, preparation.statements, "readiness.json#/statements");
  unique_slugs(audit, preparation.cards, "cards.json#/cards");
  unique_slugs(audit, preparation.roles, "interviewer-questions.json#/roles");
  std::set<std::string> questions;
  for (std::size_t i = 0; i < preparation.roles.size(); ++i)
    unique_slugs(audit, preparation.roles[i].questions, "interviewer-questions.json#/roles/" + std::to_string(i) + "/questions", questions);
  unique_slugs(audit, preparation.level_finder.questions, "level-finder.json#/questions");
  std::set<std::string> tasks;  // the plan ticks them off by slug, wherever they stand
  unique_slugs(audit, preparation.plan.before, "plan.json#/before", tasks);
  for (std::size_t i = 0; i < preparation.plan.last_week.size(); ++i)
    unique_slugs(audit, preparation.plan.last_week[i].items, "plan.json#/last_week/" + std::to_string(i) + "/items", tasks);
  unique_slugs(audit, preparation.plan.day_of, "plan.json#/day_of", tasks);
}

// --- links ---

struct Practised {
  std::string category, level, difficulty, words;
};

std::vector<Practised> practised(const Content& content) {
  std::vector<Practised> all;
  for (const ContentItem& one : content.items)
    all.push_back({one.category, one.item.level, one.item.difficulty, one.item.title + "\n" + one.item.topic + "\n" + one.item.slug});
  for (const ContentQuestion& one : content.questions)
    all.push_back({one.category, one.question.level, one.question.difficulty, one.question.title + "\n" + one.question.topic + "\n" + one.question.slug});
  return all;
}

// An address's filter finds at least one exercise, as the app filters (app/catalogue.h).
bool finds_one(const std::string& query, const std::vector<Practised>& all) {
  std::string category, level, difficulty;
  std::vector<std::string> words;
  for (const std::string& part : base::split(query, '&')) {
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string key = part.substr(0, equals), value = equals < part.size() ? part.substr(equals + 1) : "";
    if (key == "category") category = value;
    else if (key == "level") level = value;
    else if (key == "difficulty") difficulty = value;
    else if (key == "search") {
      std::string spaced;
      for (std::size_t i = 0; i < value.size(); ++i) {
        const bool space = value.compare(i, 3, "%20") == 0;
        spaced += space ? ' ' : value[i];
        if (space) i += 2;
      }
      words = base::split(spaced, ' ');
    } else return false;
  }
  return std::any_of(all.begin(), all.end(), [&](const Practised& one) {
    return (category.empty() || category == one.category) && (level.empty() || level == one.level) && (difficulty.empty() || difficulty == one.difficulty) &&
           std::all_of(words.begin(), words.end(), [&](const std::string& word) { return base::contains_ignoring_case(one.words, word); });
  });
}

class Links {
 public:
  explicit Links(const Audit& audit) : audit_(audit), all_(practised(audit.content)) {}

  // A whole address.
  void check(const std::string& link, const std::string& where) const {
    if (!leads_somewhere(link)) audit_.find("guide-links-lead", where, "The link \"" + link + "\" leads nowhere.");
  }
  // Every link in Markdown.
  void check_text(const std::string& text, const std::string& where) const {
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
      const std::size_t end = text.find(')', at);
      check(text.substr(at + 2, end == std::string::npos ? end : end - at - 2), where);
    }
  }

 private:
  bool leads_somewhere(const std::string& link) const {
    if (link == "#/") return true;
    if (link.substr(0, 2) != "#/") return false;
    const std::size_t mark = std::min(link.find('?'), link.size());
    const std::vector<std::string> path = base::split(link.substr(2, mark - 2), '/');
    if (path[0] == "practice") return path.size() == 1 && (mark == link.size() || finds_one(link.substr(mark + 1), all_));
    if (mark != link.size()) return false;
    if (path[0] == "item") return path.size() == 2 && (find_item(audit_.content, path[1]) != nullptr || find_question(audit_.content, path[1]) != nullptr);
    if (path[0] == "guide") return leads_into_guide(path);
    if (path[0] == "lab") return path.size() <= 2 && !path.back().empty();
    constexpr std::array<const char*, 11> kPlaces = {"playground", "flight", "prepare", "level", "offer", "ready", "plan", "resume", "business", "questions", "settings"};
    return path.size() == 1 && std::find(kPlaces.begin(), kPlaces.end(), path[0]) != kPlaces.end();
  }

  bool leads_into_guide(const std::vector<std::string>& path) const {
    if (path.size() == 1) return true;
    const model::GuidePage* page = model::find_page(audit_.guide, path[1]);
    if (page == nullptr || path.size() > 3) return false;
    return path.size() == 2 || model::find_section(*page, path[2]) != nullptr;
  }

  const Audit& audit_;
  std::vector<Practised> all_;
};

void audit_links(const Audit& audit) {
  const Links links(audit);
  for (const model::GuidePage& page : audit.guide.pages)
    for (std::size_t i = 0; i < page.sections.size(); ++i) {
      const std::string where = "pages/" + page.slug + ".json#/sections/" + std::to_string(i);
      links.check_text(page.sections[i].text, where + "/text");
      for (const model::GuideLink& link : page.sections[i].practise) links.check(link.to, where + "/practise");
    }
  for (const model::QuestionCategory& one : audit.guide.facts.categories) {
    const std::string where = "facts.json#/categories/" + one.slug;
    links.check_text(one.looks_for + one.example + one.worked, where);
    links.check(one.practise, where + "/practise");
  }
  for (const model::ReadinessStatement& one : audit.guide.preparation.statements)
    links.check_text(one.next, "readiness.json#/statements/" + one.slug + "/next");
  for (const model::FlashCard& one : audit.guide.preparation.cards) links.check_text(one.front + one.back, "cards.json#/cards/" + one.slug);
  const model::PlanTasks& plan = audit.guide.preparation.plan;
  for (const model::PlanTask& one : plan.before)
    if (!one.to.empty()) links.check(one.to, "plan.json#/before/" + one.slug + "/to");
  for (const model::PlanDay& day : plan.last_week)
    for (const model::PlanDayItem& one : day.items)
      if (!one.to.empty()) links.check(one.to, "plan.json#/last_week/" + one.slug + "/to");
}

// --- figures ---

void sums_to_100(const Audit& audit, std::int64_t sum, const char* where) {
  if (sum != 100) audit.find("guide-shares-sum", where, "The shares sum to " + std::to_string(sum) + " %, not to 100 %.");
}

void audit_figures(const Audit& audit) {
  const model::GuideFacts& facts = audit.guide.facts;
  std::int64_t week = 0, vested = 0;
  for (const model::WeekPart& one : facts.week) week += one.share_pct;
  for (const std::int64_t one : facts.vesting_pct) vested += one;
  sums_to_100(audit, week, "facts.json#/week");
  sums_to_100(audit, vested, "facts.json#/vesting_pct");
  for (const model::LevelFacts& one : facts.levels) {
    const std::string where = "facts.json#/levels/" + one.level;
    if ((one.low_usd && *one.low_usd > one.average_usd) || (one.high_usd && *one.high_usd < one.average_usd))
      audit.find("guide-pay-in-range", where, "The average lies outside the range.");
    if (one.base_usd && one.stock_usd && one.bonus_usd && *one.base_usd + *one.stock_usd + *one.bonus_usd != one.average_usd)
      audit.find("guide-pay-in-range", where, "Base, stock and bonus don't make the average.");
  }
  for (const model::GuidePage& page : audit.guide.pages) {
    if (page.as_of != facts.as_of)
      audit.find("guide-dated", "pages/" + page.slug + ".json#/as_of", "The page's facts are of " + page.as_of + ", the figures of " + facts.as_of + ".");
    for (const model::GuideSection& section : page.sections)
      if (section.derived && !base::contains_ignoring_case(section.text, "derived"))
        audit.find("guide-derived-said", "pages/" + page.slug + ".json#/sections/" + section.slug, "The section is derived, but its text doesn't say so.");
  }
}

// --- how many ---

void count(const Audit& audit, std::size_t n, std::size_t wanted, const char* what, const char* where) {
  if (n != wanted)
    audit.find("guide-counts", where, "There are " + count_of(size_of(n), what) + "; " + std::to_string(wanted) + " are needed.");
}

void audit_counts(const Audit& audit) {
  const model::GuideFacts& facts = audit.guide.facts;
  const model::Preparation& preparation = audit.guide.preparation;
  count(audit, facts.skills.size(), 8, "skill", "facts.json#/skills");
  count(audit, facts.levels.size(), 5, "level", "facts.json#/levels");
  count(audit, facts.vesting_pct.size(), 4, "year", "facts.json#/vesting_pct");
  count(audit, facts.process.size(), 6, "round", "facts.json#/process");
  count(audit, facts.principles.size(), 16, "principle", "facts.json#/principles");
  count(audit, static_cast<std::size_t>(std::count_if(facts.principles.begin(), facts.principles.end(), [](const model::Principle& one) { return one.asked_most; })),
        6, "principle asked most", "facts.json#/principles");
  for (const model::Principle& one : facts.principles) count(audit, one.probes.size(), 3, "probe", "facts.json#/principles");
  count(audit, facts.categories.size(), 7, "category", "facts.json#/categories");
  for (const model::Segment& one : facts.segments) count(audit, one.metrics.size(), 2, "metric", "facts.json#/segments");
  count(audit, preparation.statements.size(), 120, "statement", "readiness.json#/statements");
  count(audit, preparation.cards.size(), 40, "card", "cards.json#/cards");
  std::set<std::string> covered;
  for (const model::ReadinessStatement& one : preparation.statements) covered.insert(one.area + " at " + one.level);
  for (const char* area : kAreas)
    for (const char* level : kLevels)
      if (covered.count(std::string(area) + " at " + level) == 0)
        audit.find("guide-statements-spread", "readiness.json#/statements", std::string("No statement is on ") + area + " at " + level + ".");
}

// --- the tools ---

void audit_tools(const Audit& audit) {
  const model::Preparation& preparation = audit.guide.preparation;
  for (const model::ReadinessStatement& one : preparation.statements)
    if (!one.item.empty() && find_item(audit.content, one.item) == nullptr && find_question(audit.content, one.item) == nullptr)
      audit.find("guide-items-exist", "readiness.json#/statements/" + one.slug + "/item", "There is no exercise \"" + one.item + "\".");
  std::set<std::string> with_words, reached, explained;
  for (const model::PrincipleWords& one : preparation.resume_words.principle_words) {
    with_words.insert(one.principle);
    if (model::find_principle(audit.guide.facts, one.principle) == nullptr)
      audit.find("guide-principles-known", "resume-words.json#/principle_words", "There is no principle \"" + one.principle + "\".");
  }
  for (const model::Principle& one : audit.guide.facts.principles)
    if (with_words.count(one.slug) == 0)
      audit.find("guide-principles-known", "resume-words.json#/principle_words", "No words show the principle \"" + one.slug + "\".");
  for (const model::LevelQuestion& question : preparation.level_finder.questions)
    for (const model::LevelAnswer& answer : question.answers)
      for (const auto& [level, points] : answer.points)
        if (points > 0) reached.insert(level);
  for (const auto& [level, why] : preparation.level_finder.why) explained.insert(level);
  for (const char* level : kLevels)
    if (reached.count(level) == 0 || explained.count(level) == 0)
      audit.find("guide-levels-found", "level-finder.json#", std::string("The questions never lead to ") + level + ", or it isn't explained.");
  const model::PlanTasks& plan = preparation.plan;
  for (std::size_t i = 0; i < plan.last_week.size(); ++i)
    if (plan.last_week.size() != 7 || plan.last_week[i].day != size_of(i) - 6) {
      audit.find("guide-plan-runs", "plan.json#/last_week", "The last week needs its seven days, from -6 to 0, in their order.");
      break;
    }
  for (const model::PlanTask& one : plan.before)
    if (one.weeks_before < 1 || one.minutes < (one.kind == "rest" ? 0 : 1))
      audit.find("guide-plan-runs", "plan.json#/before/" + one.slug, "A task other than rest takes a minute or more, and stands a week or more before.");
}

}  // namespace

std::vector<RuleNote> guide_rules() {
  return {{"guide-slugs-unique", "no two pages, sections of a page, or entries of a list share a slug"},
          {"guide-links-lead", "every link leads to a place, a page, a section, an exercise, or a filter that finds one"},
          {"guide-shares-sum", "the week and the vesting sum to 100 %"},
          {"guide-pay-in-range", "averages lie in their ranges, and parts make their whole"},
          {"guide-dated", "every page is of the same month as the figures"},
          {"guide-derived-said", "a derived section says so in its text"},
          {"guide-counts", "120 statements, 40 cards, 16 principles of which 6 are asked most, 8 skills, 7 categories, 6 rounds, 5 levels"},
          {"guide-statements-spread", "there is a statement on every area at every level"},
          {"guide-items-exist", "exercises that statements name exist"},
          {"guide-principles-known", "every principle has its words, and no other has"},
          {"guide-levels-found", "the level finder leads to every level and explains it"},
          {"guide-plan-runs", "the plan's last week has its seven days; its tasks have times"}};
}

void audit_guide(const Content& content, std::vector<Finding>& findings) {
  if (!content.guide) return;
  const Audit audit{content, *content.guide, findings};
  audit_slugs(audit);
  audit_links(audit);
  audit_figures(audit);
  audit_counts(audit);
  audit_tools(audit);
}

}  // namespace loopready::engine
