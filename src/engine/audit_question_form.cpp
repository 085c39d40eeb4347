// Rules of questions that need no numbers: counts, slugs, whys, what a kind is made of, exemplars against their cues.
#include <set>

#include "base/text.h"
#include "engine/audit_rules.h"
#include "engine/cues.h"

namespace loopready::engine {
namespace {

using model::Part;
using model::Question;

std::string n_of(std::size_t n, const char* what) { return base::count_of(static_cast<std::int64_t>(n), what); }

bool all_of_kind(const Question& question, const char* kind) {
  for (const Part& part : question.parts)
    if (part.kind != kind) return false;
  return true;
}

bool single_choice(const Part& part) { return part.kind == "choice" && !part.multiple; }
bool several_choice(const Part& part) { return part.kind == "choice" && part.multiple; }

void audit_kind(const Question& question, Report& report) {
  const std::vector<Part>& parts = question.parts;
  const std::string& kind = question.kind;
  const char* wrong = nullptr;
  if ((kind == "number" || kind == "choice" || kind == "order") && !all_of_kind(question, kind.c_str()))
    wrong = "All parts of such a question are of its own kind.";
  if (kind == "spot" && (parts.size() != 1 || !several_choice(parts[0]))) wrong = "It has one part: several lines to choose from.";
  if (kind == "verdict" && (question.exhibits.empty() || parts.size() != 2 || parts[0].slug != "verdict" || !single_choice(parts[0]) ||
                            parts[1].slug != "reasons" || !several_choice(parts[1])))
    wrong = "It has an exhibit, a part \"verdict\" with one choice and a part \"reasons\" with several.";
  if (kind == "design" && (parts.size() < 3 || parts.size() > 7)) wrong = "It has three to seven parts.";
  if (kind == "explain" && (parts.size() != 1 || parts[0].kind != "text")) wrong = "It has one part: a text.";
  if (wrong != nullptr) report.find("kind-fits-parts", "/parts", "This is no \"" + kind + "\" question. " + wrong);
}

template <class T>
void audit_slugs_and_whys(const std::vector<T>& list, const std::string& at, Report& report) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string path = at + "/" + std::to_string(i);
    if (!seen.insert(list[i].slug).second)
      report.find("part-slugs-unique", path + "/slug", "The slug \"" + list[i].slug + "\" stands there twice.");
    if (base::trim(list[i].why).empty()) report.find("whys-given", path + "/why", "Without a why a learner can't act on it.");
  }
}

void audit_number(const Part& part, const std::string& at, Report& report) {
  if (part.traps.size() < 3)
    report.find("enough-number-traps", at + "/traps", "There are " + n_of(part.traps.size(), "trap") + "; three are needed.");
  const bool wide = part.tolerance_relative > 0.2;
  const bool none = part.tolerance_absolute == 0 && part.tolerance_relative == 0;
  if (part.tolerance_absolute < 0 || part.tolerance_relative < 0 || wide || none || part.decimals < 0 || part.decimals > 8)
    report.find("tolerance-sane", at + "/tolerance",
                "A tolerance is above 0 and at most 20 % of the answer, and an answer has 0 to 8 decimals.");
}

void audit_choice(const Question& question, const Part& part, const std::string& at, Report& report) {
  const std::size_t most = question.kind == "spot" ? 10 : 6;
  if (part.choices.size() < 4 || part.choices.size() > most)
    report.find("choice-count", at + "/choices",
                "There are " + n_of(part.choices.size(), "choice") + "; 4 to " + std::to_string(most) + " are needed.");
  std::size_t n_right = 0;
  for (const model::Choice& choice : part.choices) n_right += choice.right;
  if (part.multiple ? n_right == 0 || n_right == part.choices.size() : n_right != 1)
    report.find("choice-rights", at + "/choices",
                n_of(n_right, "choice") + (part.multiple ? " are right; at least one must be, and not all." : " are right; exactly one must be."));
}

void audit_order(const Part& part, const std::string& at, Report& report) {
  if (part.steps.size() < 4 || part.steps.size() > 8)
    report.find("step-count", at + "/steps", "There are " + n_of(part.steps.size(), "step") + "; 4 to 8 are needed.");
  for (std::size_t i = 1; i < part.steps.size(); ++i)
    if (part.steps[i].rank < part.steps[i - 1].rank)
      report.find("steps-in-order", at + "/steps/" + std::to_string(i) + "/rank", "The steps do not stand in a right order.");
  if (!part.steps.empty() && part.steps.front().rank == part.steps.back().rank)
    report.find("steps-in-order", at + "/steps", "All steps have one rank, so there is nothing to order.");
}

void audit_exemplar(const Part& part, const model::Exemplar& exemplar, const std::string& at, Report& report) {
  std::set<std::string> absent;
  for (const model::RubricPoint& point : part.rubric)
    if (point.needed && words_making(point, exemplar.text).empty()) absent.insert(point.slug);
  const std::set<std::string> said(exemplar.misses.begin(), exemplar.misses.end());
  for (const std::string& slug : absent)
    if (said.count(slug) == 0)
      report.find("exemplar-misses", at + "/misses", "No cue of the needed point \"" + slug + "\" is found in \"" + exemplar.name + "\", which does not say so.");
  for (const model::RubricPoint& point : part.rubric)
    if (point.needed && said.count(point.slug) > 0 && absent.count(point.slug) == 0)
      report.find("exemplar-misses", at + "/misses",
                  "\"" + exemplar.name + "\" says it misses \"" + point.slug + "\", but these words make it: \"" +
                      base::join(words_making(point, exemplar.text), "\", \"") + "\".");
  for (const std::string& slug : said) {
    bool needed = false;
    for (const model::RubricPoint& point : part.rubric) needed = needed || (point.needed && point.slug == slug);
    if (!needed) report.find("exemplar-misses", at + "/misses", "There is no needed point \"" + slug + "\".");
  }
}

void audit_text(const Part& part, const std::string& at, Report& report) {
  std::size_t n_needed = 0;
  for (std::size_t i = 0; i < part.rubric.size(); ++i) {
    const model::RubricPoint& point = part.rubric[i];
    n_needed += point.needed;
    bool fine = !point.cues.empty();
    for (const std::vector<std::string>& alternative : point.cues) {
      fine = fine && !alternative.empty();
      for (const std::string& phrase : alternative) fine = fine && has_words(phrase);
    }
    if (!fine) report.find("cues-have-words", at + "/rubric/" + std::to_string(i) + "/cues", "Every alternative needs phrases, and every phrase a word.");
  }
  if (part.rubric.size() < 3 || part.rubric.size() > 7 || n_needed == 0)
    report.find("rubric-count", at + "/rubric",
                "There are " + n_of(part.rubric.size(), "point") + ", " + std::to_string(n_needed) + " of them needed; 3 to 7 points and a needed one must be there.");
  std::size_t n_strong = 0;
  for (std::size_t i = 0; i < part.exemplars.size(); ++i) {
    n_strong += part.exemplars[i].misses.empty();
    audit_exemplar(part, part.exemplars[i], at + "/exemplars/" + std::to_string(i), report);
  }
  if (n_strong < 1 || part.exemplars.size() - n_strong < 2)
    report.find("enough-exemplars", at + "/exemplars", "One strong exemplar and two weak ones are needed.");
}

}  // namespace

void audit_hints(const std::vector<std::string>& hints, Report& report) {
  if (hints.size() != 3)
    report.find("three-hints", "/hints", "There are " + n_of(hints.size(), "hint") + "; three are needed.");
  for (std::size_t i = 1; i < hints.size(); ++i)
    if (hints[i].size() <= hints[i - 1].size())
      report.find("hints-grow", "/hints/" + std::to_string(i), "This hint is no longer than the one before, so it hardly says more.");
}

void audit_question_form(const ContentQuestion& one, Report& report) {
  const Question& question = one.question;
  const std::string name = one.path.substr(one.path.rfind('/') + 1);
  if (name != question.slug + ".json")
    report.find("slug-is-file-name", "/slug", "The slug \"" + question.slug + "\" is not the file's name.");
  if (question.rev < 1) report.find("rev-counts", "/rev", "The revision is below 1.");
  if (question.minutes < 2 || question.minutes > 60)
    report.find("minutes-sane", "/minutes", base::count_of(question.minutes, "minute") + " is not between 2 and 60.");
  const std::set<std::string> rounds{"phone", "onsite", "case", "coding"};
  if (rounds.count(question.round) == 0)
    report.find("round-known", "/round", "The round \"" + question.round + "\" is none of phone, onsite, case, coding.");
  audit_hints(question.hints, report);
  audit_kind(question, report);
  std::set<std::string> slugs;
  for (std::size_t i = 0; i < question.parts.size(); ++i) {
    const Part& part = question.parts[i];
    const std::string at = "/parts/" + std::to_string(i);
    if (!slugs.insert(part.slug).second)
      report.find("part-slugs-unique", at + "/slug", "Another part is called \"" + part.slug + "\" too.");
    if (question.parts.size() > 1 && base::trim(part.ask).empty())
      report.find("parts-ask", at + "/ask", "One of several parts must say what it asks.");
    audit_slugs_and_whys(part.traps, at + "/traps", report);
    audit_slugs_and_whys(part.choices, at + "/choices", report);
    audit_slugs_and_whys(part.steps, at + "/steps", report);
    audit_slugs_and_whys(part.rubric, at + "/rubric", report);
    if (part.kind == "number") audit_number(part, at, report);
    if (part.kind == "choice") audit_choice(question, part, at, report);
    if (part.kind == "order") audit_order(part, at, report);
    if (part.kind == "text") audit_text(part, at, report);
  }
}

}  // namespace loopready::engine
