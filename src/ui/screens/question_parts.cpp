#include "ui/screens/question_parts.h"

#include <algorithm>

#include "app/question.h"
#include "base/text.h"
#include "ui/kit/field.h"
#include "ui/kit/layout.h"
#include "ui/kit/option_list.h"
#include "ui/kit/sort_list.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {

using model::Part;
using model::Question;

std::string field_name(const Question& question, const Part& part) {
  const std::string ask = kit::line_words(part.ask);
  return ask.empty() || (model::in_one_part(question) && ask.size() > 80) ? "Your answer" : ask;
}

void draw_number(const app::App& app, const Question& question, const Part& part) {
  const std::string key = app::part_key(question.slug, part.slug);
  const auto text = app.texts.find(key);
  const kit::Flow flow(10, kit::control_height());
  kit::line_field(field_name(question, part), {key, text == app.texts.end() ? "" : text->second.text, text == app.texts.end() ? 0 : text->second.revision},
                  "A number", false, 180);
  if (!part.unit.empty()) kit::text(part.unit, kit::Tone::quiet);
}

void draw_choice(const app::App& app, const Question& question, const Part& part, app::Commands& commands) {
  const std::vector<std::string> chosen = app::chosen_options(app, question.slug, part.slug);
  std::vector<std::string> texts;
  std::vector<bool> on;
  for (const model::Choice& choice : part.choices) {
    texts.push_back(choice.text);
    on.push_back(std::find(chosen.begin(), chosen.end(), choice.slug) != chosen.end());
  }
  if (part.multiple && !(question.kind == "spot" && !part.ask.empty()))
    kit::text(question.kind == "spot" ? "Mark every line that is flawed." : "More than one may be right.", kit::Tone::quiet, kit::kSmall);
  if (!kit::option_list(field_name(question, part), texts, part.multiple, on)) return;
  std::vector<std::string> slugs;
  for (std::size_t i = 0; i < on.size(); ++i)
    if (on[i]) slugs.push_back(part.choices[i].slug);
  commands.push_back(app::ChooseOptions{question.slug, part.slug, std::move(slugs)});
}

void draw_order(const app::App& app, const Question& question, const Part& part, app::Commands& commands) {
  std::vector<std::string> order = app::shown_order(app, question.slug, part);
  std::vector<std::string> texts;
  for (const std::string& slug : order)
    for (const model::Step& step : part.steps)
      if (step.slug == slug) texts.push_back(step.text);
  kit::text("Move the steps with their buttons, or with the arrow keys while a button has the focus.", kit::Tone::quiet, kit::kSmall);
  const kit::SortMove move = kit::sort_list(field_name(question, part), texts);
  if (move.to < 0) return;
  const std::string moved = order[static_cast<std::size_t>(move.from)];
  order.erase(order.begin() + move.from);
  order.insert(order.begin() + move.to, moved);
  commands.push_back(app::OrderSteps{question.slug, part.slug, std::move(order), moved});
}

std::int64_t n_words(const std::string& text) {
  std::int64_t n = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    n += !space && !inside;
    inside = !space;
  }
  return n;
}

void draw_text(const app::App& app, const Question& question, const Part& part) {
  const std::string key = app::part_key(question.slug, part.slug);
  const auto text = app.texts.find(key);
  const std::string value = text == app.texts.end() ? "" : text->second.text;
  kit::prose_field(field_name(question, part), {key, value, text == app.texts.end() ? 0 : text->second.revision},
                   model::in_one_part(question) ? 220 : 130, "Write as you would say it");
  kit::text(base::count_of(n_words(value), "word"), kit::Tone::quiet, kit::kSmall);
}

}  // namespace

void draw_part(const app::App& app, const Question& question, const Part& part, app::Commands& commands) {
  const kit::Column column(8);
  if (!part.ask.empty()) kit::markdown(part.ask);
  if (part.kind == "number") draw_number(app, question, part);
  if (part.kind == "choice") draw_choice(app, question, part, commands);
  if (part.kind == "order") draw_order(app, question, part, commands);
  if (part.kind == "text") draw_text(app, question, part);
}

}  // namespace loopready::screens
