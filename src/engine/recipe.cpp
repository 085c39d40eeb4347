#include "engine/recipe.h"

#include <cmath>
#include <cstdlib>

#include "base/text.h"
#include "model/number_text.h"

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Json;
using base::Result;
using base::Status;

namespace {

constexpr int kMaxDraws = 1'000;

// 0.1 + 2 * 0.1 is 0.3 to whoever wrote the recipe.
double tidy(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.12g", value);
  return std::strtod(buffer, nullptr);
}

double drawn(const model::Draw& draw, base::Random& random) {
  if (!draw.of.empty()) return draw.of[static_cast<std::size_t>(random.below(draw.of.size()))];
  const auto n = static_cast<std::uint64_t>(std::floor((draw.to - draw.from) / draw.step + 1e-9)) + 1;
  return tidy(draw.from + draw.step * static_cast<double>(random.below(n)));
}

Status check_draw(const model::Draw& draw, const std::string& where) {
  if (!draw.of.empty()) return base::Done{};
  const double n = (draw.to - draw.from) / draw.step;
  if (!(draw.step > 0) || !(n >= 0) || n > 1e9)
    return Error{ErrorKind::bad_input, where, "A draw needs a step above 0 that leads from its start to its end."};
  return base::Done{};
}

Status add_name(const std::string& name, Names& names, const std::string& where) {
  if (!is_formula_name(name)) return Error{ErrorKind::bad_input, where, "\"" + name + "\" can't be a name in formulas."};
  for (const std::string& one : names)
    if (one == name) return Error{ErrorKind::bad_input, where, "The name \"" + name + "\" is taken."};
  names.push_back(name);
  return base::Done{};
}

Result<std::string> formatted(double value, std::string_view format, const std::string& where) {
  const std::string_view kind = format.substr(0, format.empty() ? 0 : format.size() - 1);
  const char digit = format.empty() ? ' ' : format.back();
  if (format.empty()) return model::shown_number(value);
  if (digit < '0' || digit > '9' || (!kind.empty() && kind != "pct" && kind != "usd"))
    return Error{ErrorKind::bad_input, where, "The format \"" + std::string(format) + "\" is not known."};
  const int decimals = digit - '0';
  if (kind == "pct") return model::shown_with_unit(100 * value, decimals, "%");
  if (kind == "usd") return model::shown_with_unit(value, decimals, "$");
  return model::shown_number(value, decimals);
}

// Calls `see(text, path)` for every text a learner may read.
template <class See>
Status for_each_text(model::Question& question, See see) {
  const auto list = [&](std::vector<std::string>& texts, const std::string& path) -> Status {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      LR_TRY([[maybe_unused]] auto done, see(texts[i], path + "/" + std::to_string(i)));
    }
    return base::Done{};
  };
  LR_TRY([[maybe_unused]] auto prompt, see(question.prompt, "/prompt"));
  for (std::size_t i = 0; i < question.exhibits.size(); ++i) {
    model::Exhibit& exhibit = question.exhibits[i];
    const std::string path = "/exhibits/" + std::to_string(i);
    LR_TRY([[maybe_unused]] auto title, see(exhibit.title, path + "/title"));
    LR_TRY([[maybe_unused]] auto columns, list(exhibit.columns, path + "/columns"));
    for (std::size_t j = 0; j < exhibit.rows.size(); ++j) {
      LR_TRY([[maybe_unused]] auto row, list(exhibit.rows[j], path + "/rows/" + std::to_string(j)));
    }
  }
  for (std::size_t i = 0; i < question.parts.size(); ++i) {
    model::Part& part = question.parts[i];
    const std::string path = "/parts/" + std::to_string(i);
    LR_TRY([[maybe_unused]] auto ask, see(part.ask, path + "/ask"));
    const auto both = [&](std::string& text, std::string& why, const std::string& at) -> Status {
      LR_TRY([[maybe_unused]] auto first, see(text, path + at + "/text"));
      return see(why, path + at + "/why");
    };
    for (std::size_t j = 0; j < part.traps.size(); ++j) {
      LR_TRY([[maybe_unused]] auto trap, see(part.traps[j].why, path + "/traps/" + std::to_string(j) + "/why"));
    }
    for (std::size_t j = 0; j < part.choices.size(); ++j) {
      LR_TRY([[maybe_unused]] auto one, both(part.choices[j].text, part.choices[j].why, "/choices/" + std::to_string(j)));
    }
    for (std::size_t j = 0; j < part.steps.size(); ++j) {
      LR_TRY([[maybe_unused]] auto one, both(part.steps[j].text, part.steps[j].why, "/steps/" + std::to_string(j)));
    }
    for (std::size_t j = 0; j < part.rubric.size(); ++j) {
      LR_TRY([[maybe_unused]] auto one, both(part.rubric[j].point, part.rubric[j].why, "/rubric/" + std::to_string(j)));
    }
    for (std::size_t j = 0; j < part.exemplars.size(); ++j) {
      LR_TRY([[maybe_unused]] auto one, see(part.exemplars[j].text, path + "/exemplars/" + std::to_string(j) + "/text"));
    }
  }
  LR_TRY([[maybe_unused]] auto hints, list(question.hints, "/hints"));
  LR_TRY([[maybe_unused]] auto explanation, see(question.explanation, "/explanation"));
  return list(question.follow_up, "/follow_up");
}

}  // namespace

const PartNumbers* find_numbers(const QuestionNumbers& numbers, std::string_view slug) {
  for (const PartNumbers& one : numbers.parts)
    if (one.slug == slug) return &one;
  return nullptr;
}

Result<CompiledQuestion> CompiledQuestion::compile(const model::Question& question) {
  const model::Recipe& recipe = question.recipe;
  CompiledQuestion made;
  made.draws_ = recipe.draws;
  for (std::size_t i = 0; i < recipe.draws.size(); ++i) {
    const std::string at = "/recipe/draws/" + std::to_string(i);
    LR_TRY([[maybe_unused]] auto fine, check_draw(recipe.draws[i], at));
    LR_TRY([[maybe_unused]] auto name, add_name(recipe.draws[i].name, made.names_, at + "/name"));
  }
  for (std::size_t i = 0; i < recipe.lets.size(); ++i) {
    const std::string at = "/recipe/lets/" + std::to_string(i);
    LR_TRY(auto let, Expression::compile(recipe.lets[i].formula, made.names_, Chance::forbidden, at + "/be"));
    made.lets_.push_back(std::move(let));
    LR_TRY([[maybe_unused]] auto name, add_name(recipe.lets[i].name, made.names_, at + "/name"));
  }
  const auto read = [&](const std::string& text, const std::string& at) {
    return Expression::compile(text, made.names_, Chance::forbidden, at);
  };
  for (std::size_t i = 0; i < recipe.where.size(); ++i) {
    LR_TRY(auto condition, read(recipe.where[i], "/recipe/where/" + std::to_string(i)));
    made.where_.push_back(std::move(condition));
  }
  for (std::size_t i = 0; i < question.parts.size(); ++i) {
    const model::Part& part = question.parts[i];
    if (part.kind != "number") continue;
    const std::string at = "/parts/" + std::to_string(i);
    PartFormulas formulas;
    formulas.slug = part.slug;
    LR_TRY(formulas.answer, read(part.formula, at + "/answer"));
    for (std::size_t j = 0; j < part.also.size(); ++j) {
      LR_TRY(auto one, read(part.also[j].formula, at + "/also/" + std::to_string(j) + "/number"));
      formulas.also.push_back(std::move(one));
    }
    for (std::size_t j = 0; j < part.traps.size(); ++j) {
      LR_TRY(auto one, read(part.traps[j].formula, at + "/traps/" + std::to_string(j) + "/number"));
      formulas.traps.push_back(std::move(one));
    }
    made.parts_.push_back(std::move(formulas));
  }
  if (!recipe.check) return made;
  if (!recipe.check->equals.empty()) {
    LR_TRY(made.equals_, read(recipe.check->equals, "/recipe/check/equals"));
  }
  Names names = made.names_;
  for (std::size_t i = 0; i < recipe.check->each.size(); ++i) {
    const std::string at = "/recipe/check/each/" + std::to_string(i);
    LR_TRY(auto one, Expression::compile(recipe.check->each[i].formula, names, Chance::allowed, at + "/be"));
    made.each_.push_back(std::move(one));
    LR_TRY([[maybe_unused]] auto name, add_name(recipe.check->each[i].name, names, at + "/name"));
  }
  LR_TRY(made.mean_of_, Expression::compile(recipe.check->mean_of, names, Chance::allowed, "/recipe/check/mean_of"));
  return made;
}

Result<QuestionNumbers> CompiledQuestion::numbers(std::int64_t seed) const {
  base::Random random(static_cast<std::uint64_t>(seed));
  QuestionNumbers numbers;
  bool holds = false;
  for (int i = 0; i < kMaxDraws && !holds; ++i) {
    Slots slots(names_.size());
    for (std::size_t k = 0; k < draws_.size(); ++k) slots[k] = drawn(draws_[k], random);
    std::size_t n_lets = 0;
    for (bool finite = true; n_lets < lets_.size() && finite; n_lets += finite) {
      slots[draws_.size() + n_lets] = lets_[n_lets].value(slots, nullptr);
      finite = std::isfinite(slots[draws_.size() + n_lets]);
    }
    // What can't be computed is forgiven only where a condition refuses these draws anyway.
    for (std::size_t k = n_lets; k < lets_.size(); ++k) slots[draws_.size() + k] = std::nan("");
    bool refused = false;
    holds = true;
    for (const Expression& condition : where_) {
      const double value = condition.value(slots, nullptr);
      refused = refused || value == 0;
      holds = holds && value == 1;
    }
    if (n_lets < lets_.size()) {
      holds = false;
      if (!refused) return lets_[n_lets].evaluate(slots).error();
    }
    numbers.values = std::move(slots);
    if (draws_.empty()) break;
  }
  if (!holds) return Error{ErrorKind::bad_input, "/recipe/where", "No draw in 1,000 meets the conditions."};
  numbers.values.resize(names_.size());
  for (const PartFormulas& one : parts_) {
    PartNumbers part;
    part.slug = one.slug;
    LR_TRY(part.answer, one.answer.evaluate(numbers.values));
    for (const Expression& also : one.also) {
      LR_TRY(auto value, also.evaluate(numbers.values));
      part.also.push_back(value);
    }
    for (const Expression& trap : one.traps) {
      LR_TRY(auto value, trap.evaluate(numbers.values));
      part.traps.push_back(value);
    }
    numbers.parts.push_back(std::move(part));
  }
  return numbers;
}

Result<double> CompiledQuestion::wanted_mean(const QuestionNumbers& numbers) const {
  if (!equals_) return numbers.parts.empty() ? 0.0 : numbers.parts[0].answer;
  Slots slots = numbers.values;
  return equals_->evaluate(slots);
}

double CompiledQuestion::repeat(Slots& slots, base::Random& random) const {
  if (slots.size() < names_.size() + each_.size()) slots.resize(names_.size() + each_.size());
  for (std::size_t i = 0; i < each_.size(); ++i) {
    const double value = each_[i].value(slots, &random);
    slots[names_.size() + i] = value;
  }
  return mean_of_->value(slots, &random);
}

double CompiledQuestion::repeat_cost(Slots& slots) const {
  double cost = mean_of_->cost(slots);
  for (const Expression& one : each_) cost += one.cost(slots);
  return cost;
}

Result<std::string> filled_text(const std::string& text, const Names& names, const Slots& values, const std::string& where) {
  std::string filled;
  std::size_t at = 0;
  for (;;) {
    const std::size_t start = text.find("{{", at);
    filled += text.substr(at, start - at);
    if (start == std::string::npos) return filled;
    // "\frac{1}{{{n}}}": of three braces the inner two are ours.
    std::size_t first = start;
    while (first + 2 < text.size() && text[first + 2] == '{') {
      filled += '{';
      ++first;
    }
    const std::size_t end = text.find("}}", first);
    if (end == std::string::npos) return Error{ErrorKind::bad_input, where, "A {{ is not closed by }}."};
    const std::string inner = text.substr(first + 2, end - first - 2);
    const std::size_t bar = inner.rfind('|');
    const std::string format = bar == std::string::npos ? "" : std::string(base::trim(inner.substr(bar + 1)));
    LR_TRY(auto formula, Expression::compile(inner.substr(0, bar), names, Chance::forbidden, where));
    Slots slots = values;
    LR_TRY(auto value, formula.evaluate(slots));
    LR_TRY(auto shown, formatted(value, format, where));
    filled += shown;
    at = end + 2;
  }
}

Result<model::Question> filled_question(const model::Question& question, const Names& names, const QuestionNumbers& numbers) {
  model::Question filled = question;
  LR_TRY([[maybe_unused]] auto done, for_each_text(filled, [&](std::string& text, const std::string& path) -> Status {
           LR_TRY(text, filled_text(text, names, numbers.values, path));
           return base::Done{};
         }));
  for (model::Part& part : filled.parts) {
    const PartNumbers* found = find_numbers(numbers, part.slug);
    if (found == nullptr) continue;
    part.formula = base::shortest(found->answer);
    for (std::size_t i = 0; i < part.also.size(); ++i) part.also[i].formula = base::shortest(found->also[i]);
    for (std::size_t i = 0; i < part.traps.size(); ++i) part.traps[i].formula = base::shortest(found->traps[i]);
  }
  filled.recipe = {};
  return filled;
}

Result<model::Question> made_question(const model::Question& question, std::int64_t seed) {
  LR_TRY(auto compiled, CompiledQuestion::compile(question));
  LR_TRY(auto numbers, compiled.numbers(seed));
  return filled_question(question, compiled.names(), numbers);
}

Result<Json> answer_make(const Json& body) {
  base::FieldReader fields(body, "body");
  const std::int64_t seed = fields.integer_or("seed", 1);
  LR_TRY(auto question, model::question_from_json(fields.object("item"), fields.path("item")));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  LR_TRY(auto compiled, CompiledQuestion::compile(question));
  LR_TRY(auto numbers, compiled.numbers(seed));
  LR_TRY(auto filled, filled_question(question, compiled.names(), numbers));
  Json answers = Json::array();
  for (const model::Part& part : question.parts)
    if (const PartNumbers* found = find_numbers(numbers, part.slug))
      answers.push_back({{"slug", part.slug},
                         {"number", found->answer},
                         {"text", model::shown_with_unit(found->answer, static_cast<int>(part.decimals), part.unit)}});
  Json values = Json::object();
  for (std::size_t i = 0; i < compiled.names().size(); ++i) values[compiled.names()[i]] = numbers.values[i];
  return Json{{"item", model::to_json(filled)},
              {"seed", seed},
              {"answers", std::move(answers)},
              {"values", std::move(values)},
              {"explanation", filled.explanation}};
}

}  // namespace loopready::engine
