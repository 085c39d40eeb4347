#include "engine/grade_number.h"

#include <cmath>

#include "base/text.h"
#include "model/number_text.h"

namespace loopready::engine {
namespace {

using model::Part;
using model::PartVerdict;

void say(PartVerdict& verdict, const char* kind, std::string text) { verdict.reasons.push_back({kind, std::move(text)}); }

std::string unit_words(const Part& part) {
  if (part.unit.empty()) return "a bare number";
  return model::is_percent_unit(part.unit) ? "percent" : "\"" + part.unit + "\"";
}

double rounded_to(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale;
}

// A slip that many questions share; false when none explains the number.
bool say_slip(const Part& part, double given, const model::TypedNumber& typed, double wanted, PartVerdict& verdict) {
  if (wanted == 0) return false;
  if (within_tolerance(-given, wanted, part)) {
    say(verdict, "sign", "The size is right, the sign is not: check which value is taken from which.");
    return true;
  }
  for (const double factor : {100.0, 0.01})
    if (within_tolerance(given * factor, wanted, part)) {
      say(verdict, "unit", "Your digits are right but " + std::string(factor > 1 ? "100 times too small" : "100 times too large") +
                               ": the answer is asked in " + unit_words(part) + ", and shares and percent differ by that factor.");
      return true;
    }
  const int decimals = typed.percent && !model::is_percent_unit(part.unit) ? typed.decimals + 2 : typed.decimals;
  if (decimals < part.decimals && given != 0 && std::fabs(rounded_to(wanted, decimals) - given) <= 1e-9 * std::fabs(given)) {
    say(verdict, "rounding", "Right as far as it goes, but rounded too coarsely: give " +
                                 base::count_of(part.decimals, "decimal") + ".");
    verdict.score_share = 0.5;
    return true;
  }
  const double last_place = std::pow(10.0, -static_cast<double>(part.decimals));
  if (std::fabs(given - wanted) <= 1.5 * last_place && std::fabs(given - wanted) <= 0.2 * std::fabs(wanted)) {
    say(verdict, "rounding", "You are off by one in the last place: carry more digits through the steps and round once, at the end.");
    verdict.score_share = 0.5;
    return true;
  }
  return false;
}

}  // namespace

bool within_tolerance(double given, double wanted, const Part& part) {
  const double tolerance = std::fmax(part.tolerance_absolute, part.tolerance_relative * std::fabs(wanted));
  return std::fabs(given - wanted) <= tolerance + 1e-9 * std::fabs(wanted);
}

void grade_number(const Part& part, const PartNumbers& numbers, const model::PartAnswer& answer, PartVerdict& verdict) {
  verdict.expected = model::shown_with_unit(numbers.answer, static_cast<int>(part.decimals), part.unit);
  const auto typed = model::number_from_text(answer.number);
  if (!typed) {
    say(verdict, "unreadable", typed.error().text);
    return;
  }
  const double given = model::in_unit(typed.value(), part.unit);
  if (within_tolerance(given, numbers.answer, part)) {
    verdict.right = true;
    verdict.score_share = 1;
    say(verdict, "right", "Right: " + verdict.expected + ".");
    return;
  }
  for (std::size_t i = 0; i < numbers.also.size(); ++i)
    if (within_tolerance(given, numbers.also[i], part)) {
      verdict.right = true;
      verdict.score_share = 1;
      say(verdict, "convention",
          "Right by another convention: " + part.also[i].name + ". The worked answer gives " + verdict.expected + ".");
      return;
    }
  for (std::size_t i = 0; i < numbers.traps.size(); ++i)
    if (within_tolerance(given, numbers.traps[i], part)) {
      verdict.trap = part.traps[i].slug;
      verdict.trap_why = part.traps[i].why;
      say(verdict, "trap", part.traps[i].why);
      return;
    }
  if (say_slip(part, given, typed.value(), numbers.answer, verdict)) return;
  const double off = given - numbers.answer;
  std::string text = off > 0 ? "Your number is too large" : "Your number is too small";
  if (numbers.answer != 0 && given / numbers.answer > 0) {
    const double ratio = given / numbers.answer;
    if (ratio >= 1.5 || ratio <= 1 / 1.5)
      text += ", by a factor of about " + model::shown_number(ratio > 1 ? ratio : 1 / ratio, ratio > 10 || ratio < 0.1 ? 0 : 1);
    else
      text += ", by about " + model::shown_number(100 * std::fabs(ratio - 1), std::fabs(ratio - 1) < 0.02 ? 1 : 0) + "%";
  }
  say(verdict, "wrong_number", text + ". No known slip gives it: write each step down and compare it with the worked path.");
}

}  // namespace loopready::engine
