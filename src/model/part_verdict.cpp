#include "model/part_verdict.h"

namespace loopready::model {

using base::FieldReader;
using base::Json;
using base::Result;

namespace {

Result<ChoiceVerdict> choice_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  ChoiceVerdict choice{fields.text("slug"), fields.boolean("right_to_choose"), fields.boolean("chosen"),
                       fields.text("why")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return choice;
}

Result<StepVerdict> step_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  StepVerdict step{fields.text("slug"), fields.boolean("well_placed"), fields.text("why")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return step;
}

Result<PointVerdict> point_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  PointVerdict point;
  point.slug = fields.text("slug");
  point.point = fields.text("point");
  point.needed = fields.boolean("needed");
  point.met = fields.boolean("met");
  point.by_own_tick = fields.boolean("by_own_tick");
  point.found = fields.texts("found");
  point.why = fields.text("why");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return point;
}

}  // namespace

Json to_json(const PartVerdict& verdict) {
  Json reasons = Json::array();
  for (const Reason& one : verdict.reasons) reasons.push_back(to_json(one));
  Json json = {{"slug", verdict.slug},
               {"right", verdict.right},
               {"score_share", verdict.score_share},
               {"trap", verdict.trap.empty() ? Json() : Json(verdict.trap)},
               {"trap_why", verdict.trap_why},
               {"reasons", std::move(reasons)},
               {"expected", verdict.expected}};
  for (const ChoiceVerdict& one : verdict.choices)
    json["choices"].push_back({{"slug", one.slug},
                               {"right_to_choose", one.right_to_choose},
                               {"chosen", one.chosen},
                               {"why", one.why}});
  for (const StepVerdict& one : verdict.steps)
    json["steps"].push_back({{"slug", one.slug}, {"well_placed", one.well_placed}, {"why", one.why}});
  for (const PointVerdict& one : verdict.points)
    json["points"].push_back({{"slug", one.slug},
                              {"point", one.point},
                              {"needed", one.needed},
                              {"met", one.met},
                              {"by_own_tick", one.by_own_tick},
                              {"found", one.found},
                              {"why", one.why}});
  return json;
}

Result<PartVerdict> part_verdict_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  PartVerdict verdict;
  verdict.slug = fields.text("slug");
  verdict.right = fields.boolean("right");
  verdict.score_share = fields.number("score_share");
  verdict.trap = fields.text_or("trap", "");
  verdict.trap_why = fields.text_or("trap_why", "");
  LR_TRY(verdict.reasons, base::read_all<Reason>(fields.array("reasons"), fields.path("reasons"), reason_from_json));
  LR_TRY(verdict.choices,
         base::read_all<ChoiceVerdict>(fields.array_or_empty("choices"), fields.path("choices"), choice_from_json));
  LR_TRY(verdict.steps,
         base::read_all<StepVerdict>(fields.array_or_empty("steps"), fields.path("steps"), step_from_json));
  LR_TRY(verdict.points,
         base::read_all<PointVerdict>(fields.array_or_empty("points"), fields.path("points"), point_from_json));
  verdict.expected = fields.text("expected");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return verdict;
}

}  // namespace loopready::model
