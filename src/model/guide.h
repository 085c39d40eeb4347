// The guide to the interview: pages to read, and the figures that pictures and tools draw.
// Here: GuidePage, GuideFacts, Guide and their JSON (content/guide/pages/<slug>.json, facts.json; all of it in one guide.json).
// Not here: what the tools of preparation ask and list (preparation.h), searching (app/guide.h), promises (engine/audit_guide.h).
// Terms: money is whole US dollars a year; `derived` marks what is inferred and not known, and the text says so; links are
// addresses of the app, "#/guide/process/bar-raiser".
// Errors: bad_input with a path; unknown and missing keys are refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "model/preparation.h"

namespace loopready::model {

struct GuideLink {
  std::string text;
  std::string to;  // "#/practice?category=sql"
};

struct GuideSection {
  std::string slug;
  std::string title;
  std::string text;     // Markdown
  std::string picture;  // "week", "skills", "levels", "pay", "process", "rounds", "principles", "segments", or none
  bool derived = false;
  std::vector<GuideLink> practise;
};

struct GuidePage {
  std::string slug;
  std::string title;
  std::int64_t order = 0;
  std::string about;  // one line
  std::string as_of;  // "February 2026"
  std::vector<GuideSection> sections;
};

struct WeekPart {
  std::string name;
  std::int64_t share_pct = 0;
};

struct SkillAxis {
  std::string slug;
  std::string name;
  std::string level;  // "high", "medium", "low"
  std::string meaning;
};

struct LevelFacts {
  std::string level;  // "L4" to "L8"
  std::string name;
  std::string years;  // "0-3"
  std::int64_t average_usd = 0;
  std::optional<std::int64_t> low_usd, high_usd, base_usd, stock_usd, bonus_usd;  // absent: not known
  bool high_is_near = false;                                                      // the top lies near high_usd, not at it
  std::string scope, day_to_day, interview, to_next;  // Markdown
};

struct ProcessStep {
  std::string slug;
  std::string name;
  std::optional<std::int64_t> least_minutes;  // absent: always `minutes`
  std::int64_t minutes = 0;
  std::string medium;
  std::string what;
  std::vector<std::string> tests;  // "coding", "statistics" ...
  std::vector<std::string> tips;
  bool derived = false;
};

struct Principle {
  std::string slug;
  std::string name;
  std::string meaning;
  std::string in_data_science;
  bool asked_most = false;
  std::vector<std::string> probes;  // questions an interviewer asks
};

struct SegmentMetric {
  std::string name, numerator, denominator, window, guardrail, why;
};

struct Segment {
  std::string slug;
  std::string name;
  std::string what;
  std::string data_science;
  std::vector<SegmentMetric> metrics;
};

struct QuestionCategory {
  std::string slug;
  std::string name;
  std::string looks_for;  // Markdown, as the next two
  std::string example_title;
  std::string example;
  std::string worked;
  std::string practise;  // a link
};

struct GuideFacts {
  std::string as_of;
  std::vector<WeekPart> week;
  std::vector<SkillAxis> skills;
  std::vector<LevelFacts> levels;
  std::vector<std::int64_t> vesting_pct;  // of the first grant, by year
  std::vector<ProcessStep> process;
  std::vector<Principle> principles;
  std::vector<Segment> segments;
  std::vector<QuestionCategory> categories;
};

struct Guide {
  std::vector<GuidePage> pages;  // in their order
  GuideFacts facts;
  Preparation preparation;
};

const GuidePage* find_page(const Guide& guide, std::string_view slug);
const GuideSection* find_section(const GuidePage& page, std::string_view slug);
const LevelFacts* find_level(const GuideFacts& facts, std::string_view level);
const Principle* find_principle(const GuideFacts& facts, std::string_view slug);

base::Result<GuidePage> guide_page_from_json(const base::Json& json, const std::string& where);
base::Result<GuideFacts> guide_facts_from_json(const base::Json& json, const std::string& where);

base::Json to_json(const Guide& guide);
base::Result<Guide> guide_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
