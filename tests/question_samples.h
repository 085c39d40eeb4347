// Questions that stand for content in tests: one of each way to answer.
#pragma once

#include <string>

#include "base/json.h"
#include "model/pack.h"
#include "samples.h"

namespace loopready::samples {

inline std::string question_head(const std::string& slug, const std::string& kind, const std::string& title) {
  return R"({"slug":")" + slug + R"(","rev":2,"kind":")" + kind + R"(","title":")" + title +
         R"(","level":"L5","difficulty":"easy","round":"phone","topic":"sampling","minutes":6,)"
         R"("hints":["Think.","Think of chance.","Think of chance and of $n$."],"follow_up":["And if it were twice as large?"],)"
         R"("principles":["dive-deep"],)";
}

// Numbers from a seed: n times share.
inline const std::string kNumberQuestion =
    question_head("share-of-users", "number", "How many users") +
    R"("prompt":"Of {{n}} users {{share|pct0}} bought. How many is that?","explanation":"It is **{{n * share}}**, since a share is a part.",)"
    R"("parts":[{"slug":"users","kind":"number","answer":"n * share","unit":"users","decimals":0,"tolerance":{"absolute":1,"relative":0},)"
    R"("also":[{"name":"with the late ones","number":"n * share + 20"}],"traps":[{"slug":"the-others","number":"n - n * share","why":"That is who did **not** buy."},)"
    R"({"slug":"all","number":"n","why":"All of them."},{"slug":"twice","number":"2 * n * share + 50","why":"Counted twice."}]}],)"
    R"("recipe":{"draws":[{"name":"n","from":1000,"to":900000,"step":1000},{"name":"share","of":[0.2,0.3]}]}})";

inline const std::string kChoiceQuestion =
    question_head("which-test", "choice", "Which test") +
    R"("prompt":"Two arms, one share each.","exhibits":[{"title":"Arms","columns":["arm","users","bought"],"rows":[["A","1,000","12 %"],["B","1,010","13 %"]]}],)"
    R"("explanation":"Shares are compared by **z**.","parts":[{"slug":"test","kind":"choice","ask":"Which test fits?","choices":[)"
    R"({"slug":"z","text":"A two-sample **z test** of the shares, since both arms are large and each user counts once","right":true,"why":"Large samples."},)"
    R"({"slug":"paired","text":"A paired t test","right":false,"why":"Nobody is in both arms."},)"
    R"({"slug":"anova","text":"An analysis of variance","right":false,"why":"There are only two arms."},)"
    R"({"slug":"none","text":"No test: the shares differ","right":false,"why":"Chance alone makes them differ."}]}]})";

inline const std::string kSpotQuestion =
    question_head("flawed-readout", "spot", "A readout") +
    R"("prompt":"Find what is wrong.","explanation":"The second line peeks.","parts":[{"slug":"lines","kind":"choice","multiple":true,"choices":[)"
    R"({"slug":"random","text":"Users were assigned at random.","right":false,"why":"That is sound."},)"
    R"({"slug":"peek","text":"We stopped as soon as p fell below 0.05.","right":true,"why":"Stopping early raises false alarms."},)"
    R"({"slug":"share","text":"The share rose by 1 point.","right":false,"why":"A plain fact."},)"
    R"({"slug":"proof","text":"So the change is proven to work for everyone.","right":true,"why":"A mean says nothing of everyone."}]}]})";

inline const std::string kOrderQuestion =
    question_head("steps-of-a-test", "order", "Steps of a test") +
    R"("prompt":"Order them.","explanation":"Plan, then look.","parts":[{"slug":"steps","kind":"order","ask":"First step on top.","steps":[)"
    R"({"slug":"metric","text":"Choose the metric","rank":1,"why":"All else follows from it."},)"
    R"({"slug":"size","text":"Compute the sample size","rank":2,"why":"It needs the metric."},)"
    R"({"slug":"run","text":"Run it to the planned end","rank":3,"why":"No peeking."},)"
    R"({"slug":"read","text":"Read the result with its interval","rank":4,"why":"At the end."}]}]})";

inline const std::string kExplainQuestion =
    question_head("explain-p", "explain", "Explain a p value") +
    R"("prompt":"A manager asks what p = 0.03 means.","explanation":"Say what it is under chance.","parts":[{"slug":"text","kind":"text","ask":"In three sentences.",)"
    R"("rubric":[{"slug":"if-no-effect","point":"It supposes that there is no effect.","needed":true,"cues":[["no effect"],["no difference"]],"why":"Else it reads as a chance of being right."},)"
    R"({"slug":"as-extreme","point":"It is the chance of a result at least this extreme.","needed":true,"cues":[["extreme"],["at least as large"]],"why":"Not of exactly this result."},)"
    R"({"slug":"size","point":"It says nothing of the size.","needed":false,"cues":[["how large"],["size"]],"why":"A tiny effect can have a tiny p."}],)"
    R"("exemplars":[{"name":"Strong","text":"If there were no effect, a result this extreme would come in 3 of 100 cases.","misses":[]},)"
    R"({"name":"Short","text":"With no effect it is rare.","misses":["as-extreme"]},{"name":"Wrong","text":"We are 97 % sure.","misses":["if-no-effect","as-extreme"]}]}]})";

inline const std::string kVerdictQuestion =
    question_head("ship-it", "verdict", "Ship it?") +
    R"("prompt":"The interval is $[-0.1, 2.3]$ points.","explanation":"Not yet: it holds zero.","parts":[)"
    R"({"slug":"verdict","kind":"choice","ask":"What do you advise?","choices":[{"slug":"ship","text":"Ship","right":false,"why":"Zero is inside."},)"
    R"({"slug":"wait","text":"Run longer","right":true,"why":"More data narrows it."},{"slug":"stop","text":"Stop","right":false,"why":"Gains are likely."},)"
    R"({"slug":"all","text":"Ship to all but one country","right":false,"why":"Nothing speaks for that."}]},)"
    R"({"slug":"reasons","kind":"choice","multiple":true,"ask":"Why?","choices":[{"slug":"zero","text":"The interval holds zero","right":true,"why":"So chance may be all."},)"
    R"({"slug":"wide","text":"It is wide","right":true,"why":"Two points and more."},{"slug":"bias","text":"The arms differ","right":false,"why":"Nothing says so."},)"
    R"({"slug":"small","text":"The effect is negative","right":false,"why":"It is not."}]}]})";

inline model::Pack question_pack() {
  model::Pack pack;
  pack.category = "statistics";
  for (const std::string* text : {&kNumberQuestion, &kChoiceQuestion, &kSpotQuestion, &kOrderQuestion, &kExplainQuestion, &kVerdictQuestion}) {
    auto question = model::question_from_json(json_of(*text), "question");
    REQUIRE_MESSAGE(question.ok(), base::describe(question.error()));
    pack.questions.push_back(std::move(question).value());
  }
  return pack;
}

inline std::string question_index() {
  model::Index index;
  for (const model::Question& one : question_pack().questions)
    index.items.push_back({one.slug, one.rev, "statistics", one.title, one.level, one.difficulty, one.topic, one.minutes, "statistics", one.kind});
  return base::to_text(model::to_json(index));
}

inline std::string question_pack_text() { return base::to_text(model::to_json(question_pack())); }

}  // namespace loopready::samples
