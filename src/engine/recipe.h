// From a seed to a question's numbers and its filled texts.
// Here: CompiledQuestion, numbers of a seed, filling {{...}}, one repeat of a recipe's check, the message kind "make".
// Not here: formulas (expression.h), whether a check holds (audit), grading (grade_question.h).
// Terms: the names of a recipe are its draws and lets; a placeholder is {{formula}} or {{formula|format}} with the formats
// 0 to 9 (decimals), pct0 (times 100, with %), usd0 (with $). A question without recipe has the same numbers for every seed.
// Errors: bad_input with the place in the question: a formula that can't be read, conditions no draw meets, no finite number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "engine/expression.h"
#include "model/question.h"

namespace loopready::engine {

struct PartNumbers {
  std::string slug;  // of a number part
  double answer = 0;
  std::vector<double> also;
  std::vector<double> traps;
};

struct QuestionNumbers {
  Slots values;  // of the names
  std::vector<PartNumbers> parts;
};

const PartNumbers* find_numbers(const QuestionNumbers& numbers, std::string_view slug);

class CompiledQuestion {
 public:
  static base::Result<CompiledQuestion> compile(const model::Question& question);

  base::Result<QuestionNumbers> numbers(std::int64_t seed) const;
  const Names& names() const { return names_; }

  // The check: what the mean must be, and one repeat. Only for questions that have a check.
  base::Result<double> wanted_mean(const QuestionNumbers& numbers) const;
  double repeat(Slots& slots, base::Random& random) const;  // the slots are those of a seed's values
  double repeat_cost(Slots& slots) const;

 private:
  struct PartFormulas {
    std::string slug;
    Expression answer;
    std::vector<Expression> also, traps;
  };
  std::vector<model::Draw> draws_;
  std::vector<Expression> lets_, where_;
  Names names_;
  std::vector<PartFormulas> parts_;
  std::vector<Expression> each_;
  std::optional<Expression> mean_of_, equals_;
};

// A text with its placeholders filled.
base::Result<std::string> filled_text(const std::string& text, const Names& names, const Slots& values, const std::string& where);

// All texts filled, formulas replaced by their numbers, no recipe left.
base::Result<model::Question> filled_question(const model::Question& question, const Names& names, const QuestionNumbers& numbers);
base::Result<model::Question> made_question(const model::Question& question, std::int64_t seed);

// The body of a "make" request {"item", "seed"} to {"item": filled, "seed", "answers": [{"slug","number","text"}], "values",
// "explanation"}.
base::Result<base::Json> answer_make(const base::Json& body);

}  // namespace loopready::engine
