// What the grader says of one part of a question, and why.
// Here: PartVerdict and its JSON, as it stands in Verdict::parts.  Not here: how it is found (engine/grade_question).
// Terms: score_share is how much of the part is right, 0 to 1.
// Errors: bad_input with a path.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "model/reason.h"

namespace loopready::model {

struct ChoiceVerdict {
  std::string slug;
  bool right_to_choose = false;
  bool chosen = false;
  std::string why;  // Markdown
};

struct StepVerdict {
  std::string slug;
  bool well_placed = false;  // it stands rightly against every other step
  std::string why;           // Markdown: why it comes where it should
};

struct PointVerdict {
  std::string slug;
  std::string point;
  bool needed = true;
  bool met = false;
  bool by_own_tick = false;        // met because the learner says so, not by words found
  std::vector<std::string> found;  // the learner's words that made the point
  std::string why;                 // Markdown: why it matters
};

struct PartVerdict {
  std::string slug;
  bool right = false;
  double score_share = 0;
  std::string trap;             // slug, empty when none matches
  std::string trap_why;         // Markdown
  std::vector<Reason> reasons;  // most telling first; never empty
  std::vector<ChoiceVerdict> choices;  // a choice part: all, as the question lists them
  std::vector<StepVerdict> steps;      // an order part: all, in a right order
  std::vector<PointVerdict> points;    // a text part: all
  std::string expected;         // Markdown: the right answer as a learner would give it: "1,234 users per arm"
};

base::Json to_json(const PartVerdict& verdict);
base::Result<PartVerdict> part_verdict_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
