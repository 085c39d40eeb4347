// A learner's answer to a question, part by part, and the request to grade it.
// Here: PartAnswer, QuestionGradeRequest and their JSON (message kind "grade" for any item kind but "sql").
// Not here: answers in SQL (verdict.h), reading typed numbers (number_text.h), grading (engine/grade_question).
// Terms: an own tick is a rubric point the learner says they made, whatever the cues found.
// Errors: bad_input with a path; a part the question does not have, and a part answered in another kind's way, are refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "model/question.h"

namespace loopready::model {

// Of the fields only those of the part's kind are used; an empty answer is one not given.
struct PartAnswer {
  std::string slug;                    // of the part
  std::string number;                  // as typed: "12,345", "3.2%"
  std::vector<std::string> choices;    // slugs
  std::vector<std::string> order;      // slugs of all steps, first one first
  std::string text;
  std::vector<std::string> own_ticks;  // slugs of rubric points
};

struct QuestionGradeRequest {
  Question question;
  std::vector<PartAnswer> answers;  // in any order; a part without one is unanswered
  std::int64_t seed = 0;            // which numbers the learner saw, where the question has a recipe
};

const PartAnswer* find_answer(const std::vector<PartAnswer>& answers, std::string_view slug);
bool is_given(const PartAnswer& answer);

// {"number": "3.2%" or 3.2}, {"choices": [...]}, {"order": [...]}, {"text": "...", "own_ticks": [...]} for a question in one
// part, {"parts": {slug: one of these}} for any.
base::Json answers_to_json(const Question& question, const std::vector<PartAnswer>& answers);
base::Result<std::vector<PartAnswer>> answers_from_json(const Question& question, const base::Json& json,
                                                        const std::string& where);

// {"item": question, "answer": ..., "seed": n}
base::Json to_json(const QuestionGradeRequest& request);
base::Result<QuestionGradeRequest> question_grade_request_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
