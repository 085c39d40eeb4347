#include "model/flight.h"

namespace loopready::model {

using base::FieldReader;
using base::Json;
using base::Result;

const std::vector<FlightReason>& flight_reasons() {
  static const std::vector<FlightReason> kReasons = {
      {"gain", "The planned size is reached and the lift is clearly above zero"},
      {"no_gain", "The planned size is reached and there is no lift worth its upkeep"},
      {"harm", "The planned size is reached and treatment is clearly worse"},
      {"early", "The lift is significant already: no need to wait for the planned size"},
      {"trend", "Not significant yet, but the curve points the right way"},
      {"segment", "One segment shows a clear win"},
      {"srm", "The arms don't hold the shares of customers that were planned"},
      {"mix", "The arms hold different kinds of customers, so the total misleads"},
      {"logging", "Events and records disagree in one arm"},
      {"guardrail", "A guardrail broke"},
      {"novelty", "The effect is fading day by day"},
      {"interference", "Treatment changes what control gets"},
      {"weekday", "The weekly rhythm makes these days unfit to judge"},
  };
  return kReasons;
}

const FlightReason* find_flight_reason(std::string_view slug) {
  for (const FlightReason& reason : flight_reasons())
    if (slug == reason.slug) return &reason;
  return nullptr;
}

bool is_suspicion(std::string_view reason) {
  for (const char* defect : {"srm", "mix", "logging", "guardrail", "novelty", "interference"})
    if (reason == defect) return true;
  return false;
}

const char* flight_call_name(FlightCall call) {
  switch (call) {
    case FlightCall::ship: return "ship";
    case FlightCall::iterate: return "iterate";
    case FlightCall::roll_back: break;
  }
  return "roll_back";
}

std::optional<FlightCall> find_flight_call(std::string_view name) {
  for (const FlightCall call : {FlightCall::ship, FlightCall::iterate, FlightCall::roll_back})
    if (name == flight_call_name(call)) return call;
  return std::nullopt;
}

namespace {

Result<FlightRange> range_from_json(const Json& json, const std::string& where) {
  if (!json.is_array() || json.size() != 2 || !json[0].is_number() || !json[1].is_number() || !(json[0].get<double>() > 0) ||
      !(json[0].get<double>() <= json[1].get<double>()))
    return base::Error{base::ErrorKind::bad_input, where, "Two numbers above 0 are needed here, the lower first."};
  return FlightRange{json[0].get<double>(), json[1].get<double>()};
}

Result<FlightGuardrail> guardrail_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightGuardrail one;
  one.slug = fields.text("slug");
  one.name = fields.text("name");
  one.unit = fields.text("unit");
  one.share = fields.boolean_or("share", false);
  one.base = fields.number("base");
  one.spread = fields.number_or("spread", 0);
  one.worse_up = fields.boolean_or("worse_up", true);
  one.broken = fields.lines("broken");
  if (fields.ok() && !(one.base > 0 && (one.share ? one.base < 0.5 : one.spread > 0 && one.spread < 20)))
    fields.fail(fields.path("base"), "A share is between 0 and 0.5; a mean is above 0 and has a spread.");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return one;
}

Json to_json(const FlightGuardrail& one) {
  Json json = {{"slug", one.slug}, {"name", one.name}, {"unit", one.unit}, {"share", one.share}, {"base", one.base}};
  if (one.spread > 0) json["spread"] = one.spread;
  json["worse_up"] = one.worse_up;
  json["broken"] = one.broken;
  return json;
}

Result<FlightStories> stories_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightStories stories{fields.lines("srm"), fields.lines("novelty"), fields.lines("interference"),
                        fields.lines("mix"), fields.lines("lost"),    fields.lines("ghost")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return stories;
}

Json to_json(const FlightEstimate& one) { return {one.lift, one.ci_low, one.ci_high, one.p_value}; }

Result<FlightEstimate> estimate_from_json(const Json& json, const std::string& where) {
  if (!json.is_array() || json.size() != 4) return base::Error{base::ErrorKind::bad_input, where, "Four numbers are needed here."};
  for (const Json& one : json)
    if (!one.is_number()) return base::Error{base::ErrorKind::bad_input, where, "Four numbers are needed here."};
  return FlightEstimate{json[0].get<double>(), json[1].get<double>(), json[2].get<double>(), json[3].get<double>()};
}

Json to_json(const FlightCounts& counts) {
  return {{"n_control", counts.n_control}, {"n_treatment", counts.n_treatment}, {"events_control", counts.events_control}, {"events_treatment", counts.events_treatment}};
}

Result<FlightCounts> counts_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightCounts counts{fields.integer("n_control"), fields.integer("n_treatment"), fields.integer("events_control"), fields.integer("events_treatment")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return counts;
}

Json to_json(const FlightPlan& plan) {
  return {{"n_days", plan.n_days}, {"treatment_share", plan.treatment_share}, {"n_control", plan.n_control}, {"n_treatment", plan.n_treatment},
          {"alpha", plan.alpha}, {"power", plan.power}, {"base_share", plan.base_share}, {"mde_share", plan.mde_share},
          {"value_usd", plan.value_usd}, {"upkeep_usd", plan.upkeep_usd}, {"guardrail_usd", plan.guardrail_usd}, {"day_usd", plan.day_usd},
          {"iterate_usd", plan.iterate_usd}, {"fix_days", plan.fix_days}, {"horizon_weeks", plan.horizon_weeks}};
}

Result<FlightPlan> plan_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightPlan plan;
  plan.n_days = fields.integer("n_days");
  plan.treatment_share = fields.number("treatment_share");
  plan.n_control = fields.integer("n_control");
  plan.n_treatment = fields.integer("n_treatment");
  plan.alpha = fields.number("alpha");
  plan.power = fields.number("power");
  plan.base_share = fields.number("base_share");
  plan.mde_share = fields.number("mde_share");
  plan.value_usd = fields.number("value_usd");
  plan.upkeep_usd = fields.number("upkeep_usd");
  plan.guardrail_usd = fields.number("guardrail_usd");
  plan.day_usd = fields.number("day_usd");
  plan.iterate_usd = fields.number("iterate_usd");
  plan.fix_days = fields.integer("fix_days");
  plan.horizon_weeks = fields.integer("horizon_weeks");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return plan;
}

Json to_json(const FlightDay& day) {
  return {{"day", day.day}, {"assigned_control", day.assigned_control}, {"assigned_treatment", day.assigned_treatment}, {"so_far", to_json(day.so_far)},
          {"lift", to_json(day.lift)}, {"alone", to_json(day.alone)}, {"srm_p_value", day.srm_p_value}};
}

Result<FlightDay> day_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightDay day;
  day.day = fields.integer("day");
  day.assigned_control = fields.integer("assigned_control");
  day.assigned_treatment = fields.integer("assigned_treatment");
  LR_TRY(day.so_far, counts_from_json(fields.object("so_far"), fields.path("so_far")));
  LR_TRY(day.lift, estimate_from_json(fields.array("lift"), fields.path("lift")));
  LR_TRY(day.alone, estimate_from_json(fields.array("alone"), fields.path("alone")));
  day.srm_p_value = fields.number("srm_p_value");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return day;
}

Json to_json(const FlightGuardrailRead& one) {
  return {{"slug", one.slug}, {"name", one.name}, {"unit", one.unit}, {"share", one.share}, {"worse_up", one.worse_up},
          {"control", one.control}, {"treatment", one.treatment}, {"change", to_json(one.change)}};
}

Result<FlightGuardrailRead> guardrail_read_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightGuardrailRead one;
  one.slug = fields.text("slug");
  one.name = fields.text("name");
  one.unit = fields.text("unit");
  one.share = fields.boolean("share");
  one.worse_up = fields.boolean("worse_up");
  one.control = fields.number("control");
  one.treatment = fields.number("treatment");
  LR_TRY(one.change, estimate_from_json(fields.array("change"), fields.path("change")));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return one;
}

Result<FlightSegment> segment_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightSegment one;
  one.dimension = fields.text("dimension");
  one.name = fields.text("name");
  LR_TRY(one.counts, counts_from_json(fields.object("counts"), fields.path("counts")));
  LR_TRY(one.lift, estimate_from_json(fields.array("lift"), fields.path("lift")));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return one;
}

Result<FlightCheck> check_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightCheck one{fields.text("slug"), fields.text("name"), fields.text("routine"), fields.text("control"), fields.text("treatment"), fields.number("p_value")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return one;
}

Result<FlightAlternative> alternative_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightAlternative one;
  one.slug = fields.text("slug");
  one.name = fields.text("name");
  LR_TRY(one.estimate, estimate_from_json(fields.array("estimate"), fields.path("estimate")));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return one;
}

Result<FlightSign> sign_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightSign one{fields.text("slug"), fields.text("name"), fields.text("routine"), fields.integer("first_day"), fields.number("p_value"), fields.boolean("speaks")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return one;
}

Json to_json(const FlightOutcome& one) {
  return {{"call", flight_call_name(one.call)}, {"reason", one.reason}, {"day", one.day}, {"earned_usd", one.earned_usd}, {"test_usd", one.test_usd}, {"after_usd", one.after_usd}};
}

FlightCall read_call(FieldReader& fields, const char* key) {
  return find_flight_call(fields.one_of(key, {"ship", "iterate", "roll_back"})).value_or(FlightCall::roll_back);
}

Result<FlightOutcome> outcome_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightOutcome one;
  one.call = read_call(fields, "call");
  one.reason = fields.text("reason");
  one.day = fields.integer("day");
  one.earned_usd = fields.number("earned_usd");
  one.test_usd = fields.number("test_usd");
  one.after_usd = fields.number("after_usd");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return one;
}

}  // namespace

Result<FlightBrief> flight_brief_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightBrief brief;
  brief.slug = fields.text("slug");
  brief.title = fields.text("title");
  brief.company = fields.lines("company");
  brief.change = fields.lines("change");
  brief.hypothesis = fields.lines("hypothesis");
  brief.metric = fields.text("metric");
  brief.short_metric = fields.text("short_metric");
  brief.units = fields.text("units");
  brief.event = fields.text("event");
  brief.records = fields.text("records");
  LR_TRY(brief.base_share, range_from_json(fields.array("base_share"), fields.path("base_share")));
  LR_TRY(brief.mde_share, range_from_json(fields.array("mde_share"), fields.path("mde_share")));
  LR_TRY(brief.weekly_value_usd, range_from_json(fields.array("weekly_value_usd"), fields.path("weekly_value_usd")));
  brief.devices = fields.texts("devices");
  brief.countries = fields.texts("countries");
  LR_TRY(brief.guardrails, base::read_all<FlightGuardrail>(fields.array("guardrails"), fields.path("guardrails"), guardrail_from_json));
  LR_TRY(brief.stories, stories_from_json(fields.object("stories"), fields.path("stories")));
  if (fields.ok() && (brief.base_share.low < 0.005 || brief.base_share.high > 0.4)) fields.fail(fields.path("base_share"), "Shares from 0.005 to 0.4 are simulated.");
  if (fields.ok() && (brief.mde_share.low < 0.01 || brief.mde_share.high > 0.2)) fields.fail(fields.path("mde_share"), "Lifts from 0.01 to 0.2 are simulated.");
  if (fields.ok() && brief.weekly_value_usd.high > 1e9) fields.fail(fields.path("weekly_value_usd"), "That is more than a billion a week.");
  if (fields.ok() && brief.devices.size() != 2) fields.fail(fields.path("devices"), "Two devices are needed.");
  if (fields.ok() && brief.countries.size() != 3) fields.fail(fields.path("countries"), "Three countries are needed.");
  if (fields.ok() && (brief.guardrails.size() < 2 || brief.guardrails.size() > 6)) fields.fail(fields.path("guardrails"), "Two to six guardrails are needed.");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return brief;
}

Result<std::vector<FlightBrief>> flight_briefs_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  LR_TRY(auto briefs, base::read_all<FlightBrief>(fields.array("flights"), fields.path("flights"), flight_brief_from_json));
  if (fields.ok() && briefs.empty()) fields.fail(fields.path("flights"), "There is no flight.");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return briefs;
}

Json to_json(const FlightBrief& brief) {
  Json guardrails = Json::array();
  for (const FlightGuardrail& one : brief.guardrails) guardrails.push_back(to_json(one));
  const auto range = [](const FlightRange& one) { return Json{one.low, one.high}; };
  const FlightStories& told = brief.stories;
  return {{"slug", brief.slug}, {"title", brief.title}, {"company", brief.company}, {"change", brief.change}, {"hypothesis", brief.hypothesis},
          {"metric", brief.metric}, {"short_metric", brief.short_metric}, {"units", brief.units}, {"event", brief.event}, {"records", brief.records},
          {"base_share", range(brief.base_share)}, {"mde_share", range(brief.mde_share)}, {"weekly_value_usd", range(brief.weekly_value_usd)},
          {"devices", brief.devices}, {"countries", brief.countries}, {"guardrails", std::move(guardrails)},
          {"stories", {{"srm", told.srm}, {"novelty", told.novelty}, {"interference", told.interference}, {"mix", told.mix}, {"lost", told.lost}, {"ghost", told.ghost}}}};
}

Json to_json(const FlightReadout& readout) {
  Json days = Json::array(), guardrails = Json::array(), segments = Json::array(), checks = Json::array(), alternatives = Json::array();
  for (const FlightDay& one : readout.days) days.push_back(to_json(one));
  for (const FlightGuardrailRead& one : readout.guardrails) guardrails.push_back(to_json(one));
  for (const FlightSegment& one : readout.segments)
    segments.push_back({{"dimension", one.dimension}, {"name", one.name}, {"counts", to_json(one.counts)}, {"lift", to_json(one.lift)}});
  for (const FlightCheck& one : readout.checks)
    checks.push_back({{"slug", one.slug}, {"name", one.name}, {"routine", one.routine}, {"control", one.control}, {"treatment", one.treatment}, {"p_value", one.p_value}});
  for (const FlightAlternative& one : readout.alternatives)
    alternatives.push_back({{"slug", one.slug}, {"name", one.name}, {"estimate", to_json(one.estimate)}});
  return {{"plan", to_json(readout.plan)}, {"days", std::move(days)}, {"guardrails", std::move(guardrails)}, {"segments", std::move(segments)},
          {"checks", std::move(checks)}, {"alternatives", std::move(alternatives)}};
}

Result<FlightReadout> flight_readout_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightReadout readout;
  LR_TRY(readout.plan, plan_from_json(fields.object("plan"), fields.path("plan")));
  LR_TRY(readout.days, base::read_all<FlightDay>(fields.array("days"), fields.path("days"), day_from_json));
  LR_TRY(readout.guardrails, base::read_all<FlightGuardrailRead>(fields.array("guardrails"), fields.path("guardrails"), guardrail_read_from_json));
  LR_TRY(readout.segments, base::read_all<FlightSegment>(fields.array("segments"), fields.path("segments"), segment_from_json));
  LR_TRY(readout.checks, base::read_all<FlightCheck>(fields.array("checks"), fields.path("checks"), check_from_json));
  LR_TRY(readout.alternatives, base::read_all<FlightAlternative>(fields.array("alternatives"), fields.path("alternatives"), alternative_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return readout;
}

Json to_json(const FlightDebrief& debrief) {
  Json signs = Json::array();
  for (const FlightSign& one : debrief.signs)
    signs.push_back({{"slug", one.slug}, {"name", one.name}, {"routine", one.routine}, {"first_day", one.first_day}, {"p_value", one.p_value}, {"speaks", one.speaks}});
  return {{"kind", debrief.kind}, {"lasting_lift", debrief.lasting_lift}, {"weekly_usd", debrief.weekly_usd}, {"truth", debrief.truth}, {"signs", std::move(signs)},
          {"designed_day", debrief.designed_day}, {"remarks", debrief.remarks}, {"yours", to_json(debrief.yours)}, {"rule", to_json(debrief.rule)},
          {"rule_words", debrief.rule_words}, {"right_call", flight_call_name(debrief.right_call)}, {"right_reason", debrief.right_reason}, {"scale_usd", debrief.scale_usd}};
}

Result<FlightDebrief> flight_debrief_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  FlightDebrief debrief;
  debrief.kind = fields.text("kind");
  debrief.lasting_lift = fields.number("lasting_lift");
  debrief.weekly_usd = fields.number("weekly_usd");
  debrief.truth = fields.text("truth");
  LR_TRY(debrief.signs, base::read_all<FlightSign>(fields.array("signs"), fields.path("signs"), sign_from_json));
  debrief.designed_day = fields.integer("designed_day");
  debrief.remarks = fields.texts("remarks");
  LR_TRY(debrief.yours, outcome_from_json(fields.object("yours"), fields.path("yours")));
  LR_TRY(debrief.rule, outcome_from_json(fields.object("rule"), fields.path("rule")));
  debrief.rule_words = fields.text("rule_words");
  debrief.right_call = read_call(fields, "right_call");
  debrief.right_reason = fields.text("right_reason");
  debrief.scale_usd = fields.number("scale_usd");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return debrief;
}

}  // namespace loopready::model
