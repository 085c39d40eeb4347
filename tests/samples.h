// Texts that stand for content, records and the engine's answers in tests; no field has its default value.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "base/json.h"

namespace loopready::samples {

inline base::Json json_of(const std::string& text) {
  auto json = base::parse_json(text, "sample");
  REQUIRE_MESSAGE(json.ok(), text);
  return std::move(json).value();
}

inline const std::string kTable =
    R"({"columns":[{"name":"id","type":"bigint"},{"name":"day","type":"date"}],"rows":[[1,"2024-01-02"],[null,true],[2.5,-7]],)"
    R"("n_rows":40,"cut":true})";

inline const std::string kWorld =
    R"({"slug":"shop","title":"A shop","story":"It **sells**.","tables":[{"slug":"shop-orders","name":"orders","grain":"one row per order",)"
    R"("columns":[{"name":"id","type":"bigint","about":"The order.","null":false},{"name":"day","type":"date","about":"When.","null":true}],)"
    R"("primary":["id"],"foreign":[{"columns":["day"],"table":"days","to":["day"]}]}]})";

inline const std::string kItem =
    R"({"slug":"top-n","rev":3,"kind":"sql","title":"Top orders","level":"L5","difficulty":"medium","round":"coding",)"
    R"("topic":"windows","minutes":20,"world":"shop","uses":["shop-orders"],"prompt":"List *them*.",)"
    R"("facts":[{"ask":"Ties?","tell":"None."}],"contract":{"columns":[{"name":"id","type":"integer"}],"order":["id desc"],)"
    R"("ties":"strict","tolerance":0.5},"hints":["Think.","Use `row_number()`.","Write it."],"start":"-- start here",)"
    R"("answer":{"sql":"select id from orders","explanation":"So."},"also":[{"name":"other","sql":"select id from orders o"}],)"
    R"("traps":[{"slug":"all-days","sql":"select 1","why":"You forgot.","shown_by":"small"}],)"
    R"("datasets":[{"slug":"small","about":"one order","shown":true,"tables":{"orders":[[1,"2024-01-01"]]}},)"
    R"({"slug":"hidden","about":"none","shown":false,"tables":{"orders":[]}}],)"
    R"("follow_up":["And if?"],"principles":["dive-deep"],"today":"2024-03-01"})";

inline const std::string kSecondItem = [] {
  base::Json item = base::Json::parse(kItem, nullptr, false);
  item["slug"] = "anti-join";
  item["title"] = "Customers without orders";
  item["start"] = "";
  return base::to_text(item);
}();

inline const std::string kPack =
    R"({"category":"sql","worlds":[)" + kWorld + R"(],"items":[{"item":)" + kItem + R"(,"expected":)" + kTable +
    R"(},{"item":)" + kSecondItem + R"(,"expected":)" + kTable + "}]}";

inline const std::string kIndex =
    R"({"items":[{"slug":"top-n","rev":3,"category":"sql","title":"Top orders","level":"L5","difficulty":"medium","topic":"windows","minutes":20},)"
    R"({"slug":"anti-join","rev":1,"category":"sql","title":"Customers without orders","level":"L4","difficulty":"easy","topic":"joins","minutes":10},)"
    R"({"slug":"power","rev":1,"category":"stats","title":"Sample size","level":"L6","difficulty":"hard","topic":"power","minutes":15}]})";

inline const std::string kRunResult =
    R"({"table":)" + kTable + R"(,"sqlite_sql":"select 1","plan":["SCAN orders"],"notes":["2 statements"],"differs":[{"what":"LIKE","why":"It heeds letter case."}],"cost":{"steps":1000,"ms":30.4}})";
inline const std::string kRunError =
    R"({"sql_error":{"text":"There is no column \"x\".","line":2,"column":8,"hint":"Did you mean id?"},"stopped":"time",)"
    R"("sqlite_sql":"s","plan":[],"notes":[],"differs":[],"cost":{"steps":2,"ms":0.5}})";

inline const std::string kWrong =
    R"({"right":false,"score_share":0.25,"reasons":[{"kind":"missing_rows","text":"**2 rows** are missing: `user_id` 7 and 9."}],)"
    R"("trap":"all-days","trap_why":"You forgot.","diff":{"missing":[[1]],"extra":[["x",null]],)"
    R"("wrong_value":[{"got":[1],"expected":[2],"columns":["id"]}],"wrong_order":true,"n_missing":2,"n_extra":3,"n_wrong_value":4,)"
    R"("missing_columns":["a"],"extra_columns":["b"]},"datasets":[{"slug":"small","about":"one order","right":true}],)"
    R"("counterexample":null,"shown":{"dataset":"small","tables":{"orders":)" + kTable + R"(},"got":)" + kTable +
    R"(,"expected":)" + kTable + R"(},"sql_error":{"text":"t","line":1,"column":2,"hint":"h"},"stopped":"rows"})";
inline const std::string kRight =
    R"({"right":true,"score_share":1.0,"reasons":[{"kind":"right","text":"All 5 datasets agree."}],"trap":null,"trap_why":"",)"
    R"("diff":{"missing":[],"extra":[],"wrong_value":[],"wrong_order":false,"n_missing":0,"n_extra":0,"n_wrong_value":0,)"
    R"("missing_columns":[],"extra_columns":[]},"datasets":[],"counterexample":null})";

inline const std::string kQuestion =
    R"({"slug":"arm-size","rev":2,"kind":"design","title":"Size an arm","level":"L6","difficulty":"hard","round":"phone",)"
    R"("topic":"power","minutes":12,"prompt":"The rate is {{p|pct1}}.","exhibits":[{"title":"Counts","columns":["arm","n"],"rows":[["A","10"]]}],)"
    R"("parts":[{"slug":"n","kind":"number","ask":"How many?","answer":"16 * p * (1 - p) / d^2","unit":"users","decimals":0,)"
    R"("tolerance":{"absolute":1.0,"relative":0.01},"also":[{"name":"exact","number":"15.7 * p * (1 - p) / d^2"}],)"
    R"("traps":[{"slug":"half","number":"8 * p * (1 - p) / d^2","why":"Both arms vary."}]},)"
    R"({"slug":"unit","kind":"choice","multiple":true,"choices":[{"slug":"user","text":"A user","right":true,"why":"Yes."},)"
    R"({"slug":"visit","text":"A visit","right":false,"why":"No."}]},)"
    R"({"slug":"steps","kind":"order","ask":"Order them.","steps":[{"slug":"plan","text":"Plan","rank":1,"why":"First."},)"
    R"({"slug":"run","text":"Run","rank":2,"why":"Then."}]},)"
    R"({"slug":"say","kind":"text","ask":"Say why.","rubric":[{"slug":"chance","point":"Chance alone","needed":false,"cues":[["chance"],["luck","alone"]],)"
    R"("why":"It matters."}],"exemplars":[{"name":"Weak","text":"It grew.","misses":["chance"]}]}],)"
    R"("hints":["One.","One two.","One two three."],"explanation":"Work it out.",)"
    R"("recipe":{"draws":[{"name":"p","of":[0.1,0.2]},{"name":"k","from":1.0,"to":5.0,"step":0.5}],"where":["p < 1"],)"
    R"("lets":[{"name":"d","be":"p / 10"}],"check":{"each":[{"name":"x","be":"bernoulli(p) "}],"mean_of":"x","equals":"p","allowed_bias":0.25}},)"
    R"("follow_up":["And if?"],"principles":["dive-deep"]})";

inline const std::string kQuestionVerdict =
    R"({"right":false,"score_share":0.5,"reasons":[{"kind":"trap","text":"Halved."}],"trap":null,"trap_why":"","diff":{"missing":[],"extra":[],)"
    R"("wrong_value":[],"wrong_order":false,"n_missing":0,"n_extra":0,"n_wrong_value":0,"missing_columns":[],"extra_columns":[]},)"
    R"("datasets":[],"counterexample":null,"parts":[{"slug":"n","right":false,"score_share":0.25,"trap":"half","trap_why":"Both arms vary.",)"
    R"("reasons":[{"kind":"trap","text":"Halved."}],"expected":"1,600 users",)"
    R"("choices":[{"slug":"user","right_to_choose":true,"chosen":false,"why":"Yes."}],)"
    R"("steps":[{"slug":"plan","well_placed":true,"why":"First."}],)"
    R"("points":[{"slug":"chance","point":"Chance alone","needed":false,"met":true,"by_own_tick":true,"found":["luck"],"why":"It matters."}]}]})";

inline const std::string kQuestionGradeRequest =
    R"({"item":)" + kQuestion + R"(,"answer":{"parts":{"n":{"number":"1,600"},"unit":{"choices":["user"]},)"
    R"("steps":{"order":["run","plan"]},"say":{"text":"By luck.","own_ticks":["chance"]}}},"seed":7})";

inline const std::string kRecord =
    R"({"uuid":"u1","at_ms":1700000000000,"kind":"hint","item":"top-n","rev":3,"body":{"n":2,"more":[1]}})";
inline const std::string kKept = R"({"key":"draft/top-n","at_ms":1700000000001,"value":"select\n1"})";

inline const std::string kPreparation =
    R"({"readiness":{"statements":[{"slug":"s","area":"ml","level":"L6","statement":"I can.","item":"first","next":"Do **it**."}]},)"
    R"("cards":{"cards":[{"slug":"c","front":"How many?","back":"Six."}]},)"
    R"("interviewer-questions":{"roles":[{"slug":"peer","name":"Peer","about":"Asks.","questions":[{"slug":"q","text":"Why?","why":"So."}]}]},)"
    R"("level-finder":{"questions":[{"slug":"years","text":"How long?","answers":[{"text":"Two","points":{"L4":2,"L5":1}}]}],"why":{"L4":"New."}},)"
    R"("plan":{"before":[{"slug":"t","title":"Read","minutes":20,"kind":"guide","weeks_before":3,"to":"#/guide"}],)"
    R"("last_week":[{"day":-6,"title":"Six days before","items":[{"slug":"i","text":"Rest","minutes":30,"to":"#/plan"}]}],)"
    R"("day_of":[{"slug":"d","text":"Water"}]},)"
    R"("resume-words":{"verbs":{"strong":["cut"],"weak":[{"word":"helped","why":"Vague.","instead":"Name it."}]},"tools":["SQL"],)"
    R"("principle_words":[{"principle":"dive-deep","stems":["root"]}],"result_words":["cost"],"method_words":["test"]}})";

inline const std::string kGuide =
    R"({"pages":[{"slug":"process","title":"The process","order":3,"about":"Six rounds.","as_of":"May 2025","sections":[{"slug":"loop",)"
    R"("title":"The loop","text":"**Four** hours.","picture":"rounds","derived":true,"practise":[{"text":"Practise","to":"#/practice"}]}]}],)"
    R"("facts":{"as_of":"May 2025","week":[{"name":"Writing","share_pct":100}],"skills":[{"slug":"sql","name":"SQL","level":"high","meaning":"Ask."}],)"
    R"("levels":[{"level":"L5","name":"II","years":"3-8","average_usd":10,"low_usd":5,"high_usd":20,"base_usd":7,"stock_usd":2,"bonus_usd":1,)"
    R"("scope":"a","day_to_day":"b","interview":"c","to_next":"d","high_is_near":true}],"vesting_pct":[40,60],)"
    R"("process":[{"slug":"loop","name":"Loop","minutes":60,"medium":"video","what":"Talk.","tests":["sql"],"tips":["Breathe."],"derived":true,"least_minutes":45}],)"
    R"("principles":[{"slug":"dive-deep","name":"Dive Deep","meaning":"Look.","in_data_science":"Rows.","asked_most":true,"probes":["Why?"]}],)"
    R"("segments":[{"slug":"ads","name":"Ads","what":"Adverts.","data_science":"Lift.","metrics":[{"name":"m","numerator":"n","denominator":"d",)"
    R"("window":"w","guardrail":"g","why":"y"}]}],)"
    R"("categories":[{"slug":"sql","name":"SQL","looks_for":"Care.","example_title":"t","example":"e","worked":"w","practise":"#/practice"}]},)"
    R"("preparation":)" + kPreparation + "}";

}  // namespace loopready::samples
