#include "platform/show_question_native.h"

#include <cstdlib>
#include <string>
#include <vector>

#include "base/text.h"
#include "engine/recipe.h"
#include "model/number_text.h"

namespace loopready::platform {
namespace {

using model::Part;

void print_row(const std::vector<std::string>& cells, std::ostream& out) { out << "| " << base::join(cells, " | ") << " |\n"; }

void print_exhibit(const model::Exhibit& exhibit, std::ostream& out) {
  out << "### " << exhibit.title << "\n\n";
  print_row(exhibit.columns, out);
  print_row(std::vector<std::string>(exhibit.columns.size(), "---"), out);
  for (const std::vector<std::string>& row : exhibit.rows) print_row(row, out);
  out << "\n";
}

std::string with_unit(const std::string& number, const Part& part) {
  return model::shown_with_unit(std::strtod(number.c_str(), nullptr), static_cast<int>(part.decimals), part.unit);
}

void print_part(const Part& part, std::ostream& out) {
  out << "## " << part.slug << " (" << part.kind << (part.multiple ? ", several" : "") << ")\n\n";
  if (!part.ask.empty()) out << part.ask << "\n\n";
  if (part.kind == "number") {
    out << "Answer: " << with_unit(part.formula, part) << ", within " << base::shortest(part.tolerance_absolute) << " or "
        << base::shortest(100 * part.tolerance_relative) << "%\n\n";
    for (const model::NamedNumber& one : part.also) out << "- also " << with_unit(one.formula, part) << ": " << one.name << "\n";
    for (const model::NamedNumber& one : part.traps)
      out << "- trap " << with_unit(one.formula, part) << " (" << one.slug << "): " << one.why << "\n";
  }
  for (const model::Choice& one : part.choices) out << "- [" << (one.right ? "x" : " ") << "] " << one.text << "\n  " << one.why << "\n";
  for (const model::Step& one : part.steps) out << one.rank << ". " << one.text << "\n  " << one.why << "\n";
  for (const model::RubricPoint& one : part.rubric) {
    out << "- " << one.point << (one.needed ? "" : " (not needed)") << "\n  cues:";
    for (const std::vector<std::string>& alternative : one.cues) out << " [" << base::join(alternative, " + ") << "]";
    out << "\n  " << one.why << "\n";
  }
  for (const model::Exemplar& one : part.exemplars)
    out << "\n### " << one.name << (one.misses.empty() ? "" : " (misses " + base::join(one.misses, ", ") + ")") << "\n\n" << one.text << "\n";
  out << "\n";
}

}  // namespace

base::Status print_question(const model::Question& question, std::int64_t seed, std::ostream& out) {
  LR_TRY(auto made, engine::made_question(question, seed));
  out << "# " << made.title << "\n\n"
      << made.slug << ", rev " << made.rev << ": " << made.kind << ", " << made.level << ", " << made.difficulty << ", " << made.round
      << ", " << made.topic << ", " << made.minutes << " minutes";
  if (model::has_recipe(question)) out << ", seed " << seed;
  out << "\n\n" << made.prompt << "\n\n";
  for (const model::Exhibit& one : made.exhibits) print_exhibit(one, out);
  for (const Part& one : made.parts) print_part(one, out);
  out << "## Hints\n\n";
  for (const std::string& hint : made.hints) out << "1. " << hint << "\n";
  out << "\n## Worked path\n\n" << made.explanation << "\n";
  for (const std::string& one : made.follow_up) out << "\n- Then: " << one;
  if (!made.follow_up.empty()) out << "\n";
  return base::Done{};
}

}  // namespace loopready::platform
