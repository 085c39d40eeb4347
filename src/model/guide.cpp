#include "model/guide.h"

namespace loopready::model {

using base::FieldReader;
using base::Json;
using base::read_all;
using base::Result;

namespace {

Result<GuideLink> link_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  GuideLink link{fields.text("text"), fields.text("to")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return link;
}

Result<GuideSection> section_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  GuideSection section;
  section.slug = fields.text("slug");
  section.title = fields.text("title");
  section.text = fields.lines("text");
  if (fields.has("picture"))
    section.picture = fields.one_of("picture", {"week", "skills", "levels", "pay", "process", "rounds", "principles", "segments"});
  section.derived = fields.boolean_or("derived", false);
  LR_TRY(section.practise, read_all<GuideLink>(fields.array_or_empty("practise"), fields.path("practise"), link_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return section;
}

Result<WeekPart> week_part_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  WeekPart part{fields.text("name"), fields.integer("share_pct")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return part;
}

Result<SkillAxis> skill_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  SkillAxis skill{fields.text("slug"), fields.text("name"), fields.one_of("level", {"high", "medium", "low"}), fields.text("meaning")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return skill;
}

// Absent, null, or a whole number.
std::optional<std::int64_t> whole_or_none(FieldReader& fields, const char* key) {
  if (!fields.has(key)) return std::nullopt;
  return fields.integer(key);
}

Result<LevelFacts> level_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  LevelFacts level;
  level.level = fields.one_of("level", {"L4", "L5", "L6", "L7", "L8"});
  level.name = fields.text("name");
  level.years = fields.text("years");
  level.average_usd = fields.integer("average_usd");
  level.low_usd = whole_or_none(fields, "low_usd");
  level.high_usd = whole_or_none(fields, "high_usd");
  level.high_is_near = fields.boolean_or("high_is_near", false);
  level.base_usd = whole_or_none(fields, "base_usd");
  level.stock_usd = whole_or_none(fields, "stock_usd");
  level.bonus_usd = whole_or_none(fields, "bonus_usd");
  level.scope = fields.lines("scope");
  level.day_to_day = fields.lines("day_to_day");
  level.interview = fields.lines("interview");
  level.to_next = fields.lines("to_next");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return level;
}

Result<ProcessStep> step_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  ProcessStep step{fields.text("slug"),  fields.text("name"),   whole_or_none(fields, "least_minutes"), fields.integer("minutes"), fields.text("medium"),
                   fields.lines("what"), fields.texts("tests"), fields.texts("tips"),                    fields.boolean("derived")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return step;
}

Result<Principle> principle_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Principle principle{fields.text("slug"),           fields.text("name"),          fields.lines("meaning"),
                      fields.lines("in_data_science"), fields.boolean("asked_most"), fields.texts("probes")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return principle;
}

Result<SegmentMetric> metric_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  SegmentMetric metric{fields.text("name"),   fields.text("numerator"), fields.text("denominator"),
                       fields.text("window"), fields.text("guardrail"), fields.lines("why")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return metric;
}

Result<Segment> segment_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Segment segment{fields.text("slug"), fields.text("name"), fields.lines("what"), fields.lines("data_science"), {}};
  LR_TRY(segment.metrics, read_all<SegmentMetric>(fields.array("metrics"), fields.path("metrics"), metric_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return segment;
}

Result<QuestionCategory> category_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  QuestionCategory category{fields.text("slug"),     fields.text("name"),    fields.lines("looks_for"), fields.text("example_title"),
                            fields.lines("example"), fields.lines("worked"), fields.text("practise")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return category;
}

Result<std::int64_t> whole_number(const Json& json, const std::string& where) {
  if (!json.is_number_integer()) return base::Error{base::ErrorKind::bad_input, where, "A whole number is needed here."};
  return json.get<std::int64_t>();
}

Json json_of(const std::optional<std::int64_t>& usd) { return usd ? Json(*usd) : Json(); }

Json to_json(const GuidePage& page) {
  Json sections = Json::array();
  for (const GuideSection& section : page.sections) {
    Json one = {{"slug", section.slug}, {"title", section.title}, {"text", section.text}};
    if (!section.picture.empty()) one["picture"] = section.picture;
    if (section.derived) one["derived"] = true;
    for (const GuideLink& link : section.practise) one["practise"].push_back({{"text", link.text}, {"to", link.to}});
    sections.push_back(std::move(one));
  }
  return {{"slug", page.slug},   {"title", page.title}, {"order", page.order},
          {"about", page.about}, {"as_of", page.as_of}, {"sections", std::move(sections)}};
}

Json to_json(const Segment& segment) {
  Json metrics = Json::array();
  for (const SegmentMetric& one : segment.metrics)
    metrics.push_back({{"name", one.name}, {"numerator", one.numerator}, {"denominator", one.denominator},
                       {"window", one.window}, {"guardrail", one.guardrail}, {"why", one.why}});
  return {{"slug", segment.slug}, {"name", segment.name}, {"what", segment.what}, {"data_science", segment.data_science}, {"metrics", std::move(metrics)}};
}

Json to_json(const GuideFacts& facts) {
  Json json = {{"as_of", facts.as_of}};
  for (const char* key : {"week", "skills", "levels", "vesting_pct", "process", "principles", "segments", "categories"}) json[key] = Json::array();
  for (const WeekPart& one : facts.week) json["week"].push_back({{"name", one.name}, {"share_pct", one.share_pct}});
  for (const SkillAxis& one : facts.skills)
    json["skills"].push_back({{"slug", one.slug}, {"name", one.name}, {"level", one.level}, {"meaning", one.meaning}});
  for (const LevelFacts& one : facts.levels) {
    json["levels"].push_back({{"level", one.level}, {"name", one.name}, {"years", one.years}, {"average_usd", one.average_usd},
                              {"low_usd", json_of(one.low_usd)}, {"high_usd", json_of(one.high_usd)}, {"base_usd", json_of(one.base_usd)},
                              {"stock_usd", json_of(one.stock_usd)}, {"bonus_usd", json_of(one.bonus_usd)}, {"scope", one.scope},
                              {"day_to_day", one.day_to_day}, {"interview", one.interview}, {"to_next", one.to_next}});
    if (one.high_is_near) json["levels"].back()["high_is_near"] = true;
  }
  json["vesting_pct"] = facts.vesting_pct;
  for (const ProcessStep& one : facts.process) {
    json["process"].push_back({{"slug", one.slug}, {"name", one.name}, {"minutes", one.minutes}, {"medium", one.medium}, {"what", one.what},
                               {"tests", one.tests}, {"tips", one.tips}, {"derived", one.derived}});
    if (one.least_minutes) json["process"].back()["least_minutes"] = *one.least_minutes;
  }
  for (const Principle& one : facts.principles)
    json["principles"].push_back({{"slug", one.slug}, {"name", one.name}, {"meaning", one.meaning}, {"in_data_science", one.in_data_science},
                                  {"asked_most", one.asked_most}, {"probes", one.probes}});
  for (const Segment& one : facts.segments) json["segments"].push_back(to_json(one));
  for (const QuestionCategory& one : facts.categories)
    json["categories"].push_back({{"slug", one.slug}, {"name", one.name}, {"looks_for", one.looks_for}, {"example_title", one.example_title},
                                  {"example", one.example}, {"worked", one.worked}, {"practise", one.practise}});
  return json;
}

template <class T>
const T* find_slug(const std::vector<T>& all, std::string_view slug) {
  for (const T& one : all)
    if (one.slug == slug) return &one;
  return nullptr;
}

}  // namespace

const GuidePage* find_page(const Guide& guide, std::string_view slug) { return find_slug(guide.pages, slug); }
const GuideSection* find_section(const GuidePage& page, std::string_view slug) { return find_slug(page.sections, slug); }
const Principle* find_principle(const GuideFacts& facts, std::string_view slug) { return find_slug(facts.principles, slug); }

const LevelFacts* find_level(const GuideFacts& facts, std::string_view level) {
  for (const LevelFacts& one : facts.levels)
    if (one.level == level) return &one;
  return nullptr;
}

Result<GuidePage> guide_page_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  GuidePage page{fields.text("slug"), fields.text("title"), fields.integer("order"), fields.text("about"), fields.text("as_of"), {}};
  LR_TRY(page.sections, read_all<GuideSection>(fields.array("sections"), fields.path("sections"), section_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return page;
}

Result<GuideFacts> guide_facts_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  GuideFacts facts;
  facts.as_of = fields.text("as_of");
  LR_TRY(facts.week, read_all<WeekPart>(fields.array("week"), fields.path("week"), week_part_from_json));
  LR_TRY(facts.skills, read_all<SkillAxis>(fields.array("skills"), fields.path("skills"), skill_from_json));
  LR_TRY(facts.levels, read_all<LevelFacts>(fields.array("levels"), fields.path("levels"), level_from_json));
  LR_TRY(facts.vesting_pct, read_all<std::int64_t>(fields.array("vesting_pct"), fields.path("vesting_pct"), whole_number));
  LR_TRY(facts.process, read_all<ProcessStep>(fields.array("process"), fields.path("process"), step_from_json));
  LR_TRY(facts.principles, read_all<Principle>(fields.array("principles"), fields.path("principles"), principle_from_json));
  LR_TRY(facts.segments, read_all<Segment>(fields.array("segments"), fields.path("segments"), segment_from_json));
  LR_TRY(facts.categories, read_all<QuestionCategory>(fields.array("categories"), fields.path("categories"), category_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return facts;
}

Json to_json(const Guide& guide) {
  Json pages = Json::array();
  for (const GuidePage& page : guide.pages) pages.push_back(to_json(page));
  return {{"pages", std::move(pages)}, {"facts", to_json(guide.facts)}, {"preparation", to_json(guide.preparation)}};
}

Result<Guide> guide_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Guide guide;
  LR_TRY(guide.pages, read_all<GuidePage>(fields.array("pages"), fields.path("pages"), guide_page_from_json));
  const Json& facts = fields.object("facts");
  const Json& preparation = fields.object("preparation");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  LR_TRY(guide.facts, guide_facts_from_json(facts, fields.path("facts")));
  LR_TRY(guide.preparation, preparation_from_json(preparation, fields.path("preparation")));
  return guide;
}

}  // namespace loopready::model
