// A question: an exercise without a database, in one or more parts.
// Here: Question, its parts and their JSON (content/items/<category>/<slug>.json of any kind but "sql").
// Not here: numbers made from a seed (engine/recipe), grading (engine/grade_question), promises (engine/audit).
// Terms: a part is one thing to answer; an exhibit is a table shown with the prompt; a rubric point is what a good text says;
// a cue is a word or phrase that shows the point was made. Texts may hold {{name}} or {{name|format}} where a recipe fills numbers in.
// Errors: bad_input with a path; unknown and missing keys are refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace loopready::model {

struct Exhibit {
  std::string title;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // as shown
};

// A number a learner might give, as a formula over the recipe's names; a plain number is a formula too.
struct NamedNumber {
  std::string slug;     // of a trap; empty for other right answers
  std::string name;     // "unpooled variance": of another right answer
  std::string formula;  // "sqrt(p * (1 - p) / n)"
  std::string why;      // Markdown, of a trap: the misconception and its cure
};

struct Choice {
  std::string slug;
  std::string text;  // Markdown, one line
  bool right = false;
  std::string why;   // Markdown: why it is right, or why it tempts and is wrong
};

struct Step {
  std::string slug;
  std::string text;
  std::int64_t rank = 0;  // steps of equal rank may stand in any order among each other
  std::string why;        // Markdown: why it comes there
};

struct RubricPoint {
  std::string slug;
  std::string point;  // what a good answer says
  bool needed = true;
  // The point was made if, for one alternative, every phrase occurs: word starts, letter case ignored.
  std::vector<std::vector<std::string>> cues;
  std::string why;    // Markdown: why it matters, said when it is missing
};

struct Exemplar {
  std::string name;
  std::string text;
  std::vector<std::string> misses;  // slugs of rubric points it does not make; none: it makes all needed ones
};

struct Part {
  std::string slug;
  std::string kind;  // "number", "choice", "order", "text"
  std::string ask;   // Markdown; may be empty when the prompt asks
  // number
  std::string formula;
  std::string unit;                // "users per arm"; empty: a bare number
  std::int64_t decimals = 2;       // as the answer is shown
  double tolerance_absolute = 0;
  double tolerance_relative = 0;
  std::vector<NamedNumber> also;
  std::vector<NamedNumber> traps;
  // choice: exactly one right one, or several where multiple
  std::vector<Choice> choices;
  bool multiple = false;
  // order
  std::vector<Step> steps;  // in a right order
  // text
  std::vector<RubricPoint> rubric;
  std::vector<Exemplar> exemplars;  // at least a strong one and two weak ones
};

// Where fresh numbers come from.
struct Draw {
  std::string name;
  double from = 0, to = 0, step = 0;  // from, from + step, ..., to
  std::vector<double> of;             // or one of these
};

struct Let {
  std::string name;
  std::string formula;
};

// An independent way to the answer: over many random repeats the mean of one expression equals another.
struct Check {
  std::vector<Let> each;  // drawn anew in each repeat, in order
  std::string mean_of;
  std::string equals;     // empty: the answer
  double allowed_bias = 0;  // absolute, for approximations the answer makes knowingly
};

struct Recipe {
  std::vector<Draw> draws;
  std::vector<std::string> where;  // conditions on draws and lets; drawn again until they hold
  std::vector<Let> lets;           // in order
  std::optional<Check> check;
};

struct Question {
  std::string slug;
  std::int64_t rev = 1;
  std::string kind;        // "number", "choice", "order", "spot", "verdict", "design", "explain"
  std::string title;
  std::string level;       // "L4" to "L8"
  std::string difficulty;  // "easy", "medium", "hard"
  std::string round;       // "phone", "onsite" ...
  std::string topic;
  std::int64_t minutes = 0;
  std::string prompt;      // Markdown
  std::vector<Exhibit> exhibits;
  std::vector<Part> parts;  // at least one
  std::vector<std::string> hints;
  std::string explanation;  // Markdown: the worked path
  Recipe recipe;            // no draws: the numbers are fixed
  std::vector<std::string> follow_up;
  std::vector<std::string> principles;
};

bool has_recipe(const Question& question);  // whether its numbers come from a seed
bool in_one_part(const Question& question);
const Part* find_part(const Question& question, std::string_view slug);

base::Json to_json(const Question& question);
base::Result<Question> question_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
