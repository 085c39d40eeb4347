#include "ui/screens/question_verdict.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/text.h"
#include "model/number_text.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using model::Part;
using model::PartVerdict;
using model::Question;

constexpr float kBesideIcon = 23;  // where the words of an icon text begin

std::string share_words(double share) { return std::to_string(std::lround(std::floor(share * 100))) + " %"; }

template <class T>
const T* with_slug(const std::vector<T>& all, const std::string& slug) {
  for (const T& one : all)
    if (one.slug == slug) return &one;
  return nullptr;
}

void draw_choices(const Question& question, const Part& part, const PartVerdict& verdict) {
  const bool spot = question.kind == "spot";
  const kit::Group list(kit::Role::list, "What each one is");
  const kit::Column column(12);
  for (const model::ChoiceVerdict& one : verdict.choices) {
    const model::Choice* choice = with_slug(part.choices, one.slug);
    if (choice == nullptr) continue;
    const kit::Group item(kit::Role::list_item, one.slug);
    const kit::Column row(2);
    const bool fine = one.right_to_choose == one.chosen;
    const std::string what = spot ? (one.right_to_choose ? "Flawed" : "Sound") : (one.right_to_choose ? "Right" : "Not right");
    const std::string did = one.chosen ? (spot ? ", you marked it" : ", you chose it") : one.right_to_choose ? (spot ? ", you passed over it" : ", you left it out") : "";
    kit::icon_text(one.chosen || one.right_to_choose ? (fine ? kit::icon::kCircleCheck : kit::icon::kCircleX) : kit::icon::kCircle, what + did,
                   fine ? (one.chosen ? kit::Tone::good : kit::Tone::quiet) : kit::Tone::bad);
    const kit::Column words(4, 0, kBesideIcon);
    kit::markdown_line(choice->text);
    kit::markdown(one.why);
  }
}

void draw_steps(const Part& part, const PartVerdict& verdict) {
  kit::strong("A right order");
  const kit::Group list(kit::Role::list, "A right order");
  const kit::Column column(12);
  std::int64_t place = 0;
  for (const model::StepVerdict& one : verdict.steps) {
    const model::Step* step = with_slug(part.steps, one.slug);
    if (step == nullptr) continue;
    const kit::Group item(kit::Role::list_item, one.slug);
    const kit::Column row(2);
    kit::icon_text(one.well_placed ? kit::icon::kCircleCheck : kit::icon::kCircleX,
                   std::to_string(++place) + ". " + kit::line_words(step->text) + (one.well_placed ? " (in place)" : " (out of place)"),
                   one.well_placed ? kit::Tone::good : kit::Tone::bad);
    const kit::Column why(6, 0, kBesideIcon);
    kit::markdown(one.why);
  }
}

void draw_points(const Question& question, const Part& part, const PartVerdict& verdict, app::Commands& commands) {
  kit::text("Points are found by their words, which can miss yours: tick what you did say. The first result stays on record.",
            kit::Tone::quiet, kit::kSmall);
  const kit::Group list(kit::Role::list, "Points");
  const kit::Column column(12);
  for (const model::PointVerdict& one : verdict.points) {
    const kit::Group item(kit::Role::list_item, one.slug);
    const kit::Column row(4);
    const bool found = one.met && !one.by_own_tick;
    kit::icon_text(one.met ? kit::icon::kCircleCheck : one.needed ? kit::icon::kCircleX : kit::icon::kCircle,
                   (found ? "Found: " : one.met ? "By your own tick: " : one.needed ? "Missing: " : "Not needed, but stronger: ") + kit::line_words(one.point),
                   one.met ? kit::Tone::good : one.needed ? kit::Tone::bad : kit::Tone::quiet);
    const kit::Column words(4, 0, kBesideIcon);
    if (found) {
      std::string phrases;
      for (const std::string& phrase : one.found) phrases += (phrases.empty() ? "\"" : ", \"") + phrase + "\"";
      kit::text("Your words: " + phrases + ".", kit::Tone::quiet, kit::kSmall);
      continue;
    }
    kit::markdown(one.why);
    bool on = one.by_own_tick;
    if (kit::check_box("I did say it", on)) commands.push_back(app::TickPoint{question.slug, part.slug, one.slug, on});
  }
}

std::string shown(const std::string& number, const Part& part) {
  return model::shown_with_unit(std::strtod(number.c_str(), nullptr), static_cast<int>(part.decimals), part.unit);
}

void draw_numbers(const Question& question) {
  for (const Part& part : question.parts) {
    if (part.kind != "number") continue;
    const std::string ask = model::in_one_part(question) || part.ask.empty() ? "" : " (" + kit::line_words(part.ask) + ")";
    kit::strong("Answer" + ask + ": " + shown(part.formula, part));
    for (const model::NamedNumber& also : part.also) kit::text("Also right: " + shown(also.formula, part) + ", " + also.name + ".");
  }
  bool headed = false;
  for (const Part& part : question.parts)
    for (const model::NamedNumber& trap : part.traps) {
      if (!headed) kit::heading(2, "Traps, and why they are wrong");
      headed = true;
      const kit::Card card;
      std::string name = trap.slug;
      std::replace(name.begin(), name.end(), '-', ' ');
      kit::heading(3, capital(name) + ": " + shown(trap.formula, part));
      kit::markdown(trap.why);
    }
}

void draw_exemplars(const Question& question, QuestionLook& look) {
  for (const Part& part : question.parts) {
    if (part.exemplars.empty()) continue;
    const std::string of = model::in_one_part(question) ? "" : ": " + kit::line_words(part.ask);
    for (const model::Exemplar& one : part.exemplars) {
      if (!one.misses.empty()) continue;
      kit::heading(2, "A strong answer" + of);
      const kit::Card card;
      kit::markdown(one.text);
    }
    bool& open = look.open[part.slug];
    if (kit::button("Weaker answers, and what they miss" + of, {.kind = kit::ButtonKind::quiet, .icon = open ? kit::icon::kChevronUp : kit::icon::kChevronDown,
                                                               .expandable = true, .expanded = open}))
      open = !open;
    if (!open) continue;
    for (const model::Exemplar& one : part.exemplars) {
      if (one.misses.empty()) continue;
      const kit::Card card;
      kit::markdown(one.text);
      for (const std::string& slug : one.misses)
        if (const model::RubricPoint* point = with_slug(part.rubric, slug))
          kit::icon_text(kit::icon::kCircleX, "Misses: " + kit::line_words(point->point), kit::Tone::bad);
    }
  }
}

}  // namespace

void draw_whole_verdict(const model::Verdict& verdict) {
  const kit::Card card(verdict.right ? kit::Tone::good : kit::Tone::bad);
  kit::heading(2, verdict.right ? "Right" : "Not yet");
  if (verdict.parts.size() > 1) {
    const auto n_right = std::count_if(verdict.parts.begin(), verdict.parts.end(), [](const PartVerdict& one) { return one.right; });
    kit::text(std::to_string(n_right) + " of " + base::count_of(static_cast<std::int64_t>(verdict.parts.size()), "part") +
              (n_right == 1 ? " is right." : " are right.") + (verdict.right ? "" : " Score: " + share_words(verdict.score_share) + "."));
  } else if (!verdict.right && verdict.score_share > 0) {
    kit::text("Score: " + share_words(verdict.score_share) + ".");
  }
}

void draw_part_verdict(const Question& question, const Part& part, const PartVerdict& verdict, bool worked, app::Commands& commands) {
  const kit::Card card(verdict.right ? kit::Tone::good : kit::Tone::quiet);
  if (!model::in_one_part(question))
    kit::icon_text(verdict.right ? kit::icon::kCircleCheck : verdict.score_share > 0 ? kit::icon::kCircleDot : kit::icon::kCircleX,
                   verdict.right ? "Right" : verdict.score_share > 0 ? "Partly right: " + share_words(verdict.score_share) : "Not right",
                   verdict.right ? kit::Tone::good : verdict.score_share > 0 ? kit::Tone::careful : kit::Tone::bad);
  const bool number = part.kind == "number";
  for (const model::Reason& reason : verdict.reasons)
    if ((number && (reason.kind != "trap" || verdict.trap_why.empty())) || reason.kind == "unanswered") kit::markdown(reason.text);
  if (!verdict.trap.empty() && !verdict.trap_why.empty()) {
    kit::icon_text(kit::icon::kTriangleAlert, "A common trap", kit::Tone::careful);
    kit::markdown(verdict.trap_why);
  }
  if (number && worked && !verdict.right) kit::strong("Expected: " + verdict.expected);
  if (!verdict.choices.empty()) draw_choices(question, part, verdict);
  if (!verdict.steps.empty()) draw_steps(part, verdict);
  if (!verdict.points.empty()) draw_points(question, part, verdict, commands);
}

void draw_worked_path(const Question& question, QuestionLook& look) {
  kit::heading(2, "Worked path");
  kit::markdown(question.explanation);
  draw_numbers(question);
  draw_exemplars(question, look);
  if (question.follow_up.empty()) return;
  kit::heading(2, "What the interviewer may ask next");
  for (const std::string& one : question.follow_up) kit::markdown("- " + one);
}

}  // namespace loopready::screens
