#include "ui/screens/lab_parts.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "app/note.h"
#include "app/simulation.h"
#include "base/csv.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

constexpr std::size_t kMostValues = 200'000;

// "nan", "-inf", "1e999": what programs write for no number, never the name of a column.
bool is_endless(std::string_view field) {
  const std::string text(base::trim(field));
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return !text.empty() && *end == '\0' && !std::isfinite(value);
}

// A number as people write it: "1,234.5", "5%", "$12". False for anything else.
bool read_number(std::string_view field, double& value) {
  std::string digits;
  bool share = false;
  for (const char c : base::trim(field)) {
    if (c == ',' || c == '$' || c == ' ' || c == '_') continue;
    if (c == '%') share = true;
    else digits += c;
  }
  if (digits.empty()) return false;
  char* end = nullptr;
  value = std::strtod(digits.c_str(), &end);
  if (end == nullptr || *end != '\0' || !std::isfinite(value)) return false;
  if (share) value /= 100;
  return true;
}

}  // namespace

std::string in_words(double value, Unit unit, int digits) {
  if (!std::isfinite(value)) return "\u2014";
  char text[48];
  switch (unit) {
    case Unit::whole: return thousands(static_cast<std::int64_t>(std::llround(value)));
    case Unit::share:
      if (std::fabs(value) * 100 >= std::pow(10.0, digits)) return thousands(std::llround(std::min(std::max(value * 100, -1e15), 1e15))) + " %";
      std::snprintf(text, sizeof text, "%.*g %%", digits, value * 100);
      return text;
    case Unit::days: {
      const auto days = static_cast<std::int64_t>(std::llround(value));
      return thousands(days) + (days == 1 ? " day" : " days");
    }
    case Unit::usd: {
      const double size = std::fabs(value);
      std::snprintf(text, sizeof text, "%.*f", size < 100 ? 2 : 0, size);
      std::string words = text;
      const std::size_t point = std::min(words.find('.'), words.size());
      words = thousands(std::atoll(words.substr(0, point).c_str())) + words.substr(point);
      return (value < 0 ? "-$" : "$") + words;
    }
    case Unit::plain: break;
  }
  if (std::fabs(value) >= 10'000) return thousands(static_cast<std::int64_t>(std::llround(value)));
  std::snprintf(text, sizeof text, "%.*g", digits, value);
  return text;
}

std::string p_words(double p_value) {
  return p_value < 1e-6 ? "p < 0.000001" : "p = " + in_words(p_value, Unit::plain, 2);
}

std::string points_words(double share, int digits) {
  if (!std::isfinite(share)) return "\u2014";
  char text[48];
  std::snprintf(text, sizeof text, "%+.*f points", digits, share * 100);
  return text;
}

std::string inputs_of(std::initializer_list<double> values) {
  std::string key;
  for (const double value : values) {
    char text[32];
    std::snprintf(text, sizeof text, "%.17g,", value);
    key += text;
  }
  return key;
}

double knob(LabLook& look, const Knob& knob) {
  double& value = look.numbers.try_emplace(std::string(knob.name), knob.start).first->second;
  const std::string shown = in_words(value, knob.unit);
  kit::slider(knob.name, value, {.from = knob.from, .to = knob.to, .step = knob.step, .shown = shown});
  return value;
}

int pick(LabLook& look, const char* name, const std::vector<std::string>& options, int start) {
  int& chosen = look.choices.try_emplace(name, start).first->second;
  const kit::Column column(4);
  kit::text(name, kit::Tone::quiet, kit::kSmall);
  kit::choice(name, options, chosen);
  return chosen;
}

// Also "< 0.0001", which stands among p-values.
bool read_figure(std::string_view cell, double& value) { return read_number(cell.substr(0, 2) == "< " ? cell.substr(2) : cell, value); }

void figures(LabLook& look, const Figures& figures) {
  bool& open = look.open[figures.name];
  if (kit::button("Numbers: " + figures.name, {.kind = kit::ButtonKind::quiet, .icon = open ? kit::icon::kChevronUp : kit::icon::kTable2,
                                              .expandable = true, .expanded = open}))
    open = !open;
  if (!open) return;
  kit::TableView view{.name = figures.name, .n_rows = static_cast<int>(figures.rows.size()), .max_height = 340};
  for (std::size_t c = 0; c < figures.columns.size(); ++c) {
    double number = 0;
    const bool numeric = !figures.rows.empty() && c < figures.rows[0].size() && read_figure(figures.rows[0][c], number);
    view.columns.push_back({figures.columns[c], "", numeric});
  }
  view.cell = [&](int row, int column) {
    const std::vector<std::string>& cells = figures.rows[static_cast<std::size_t>(row)];
    kit::TableCell cell{.text = static_cast<std::size_t>(column) < cells.size() ? cells[static_cast<std::size_t>(column)] : ""};
    read_figure(cell.text, cell.number);
    return cell;
  };
  kit::table(view, look.tables[figures.name]);
}

void bench(const std::function<void()>& knobs, const std::function<void()>& picture) {
  constexpr float kKnobs = 280, kBetween = 24, kLeast = 700;
  const float width = kit::content_width();
  if (width < kLeast) {
    knobs();
    picture();
    return;
  }
  const kit::Flow flow(kBetween);
  {
    const kit::Column left(12, kKnobs);
    knobs();
  }
  const kit::Column right(12, width - kKnobs - kBetween - 1);
  picture();
}

const base::Json* simulated(const app::App& app, const SimulationAsk& ask, app::Commands& commands) {
  const app::Simulation* state = app::simulation_of(app, ask.scenario, ask.parameters);
  if (state != nullptr && state->under_way) {
    kit::progress("Simulating", state->share_done, in_words(std::floor(state->share_done * 100) / 100, Unit::share));
    if (kit::button("Cancel", {.icon = kit::icon::kX})) commands.push_back(app::CancelSimulation{});
  } else if (kit::button(ask.button, {.kind = kit::ButtonKind::primary, .icon = kit::icon::kPlay})) {
    commands.push_back(app::StartSimulation{ask.scenario, ask.parameters});
  }
  if (state == nullptr) return nullptr;
  if (!state->failure.empty()) kit::text(state->failure, kit::Tone::careful);
  return state->answer.is_object() ? &state->answer : nullptr;
}

void formula_card(std::string_view formula, const std::vector<std::string>& inputs, std::string_view source) {
  const kit::Card card(kit::Tone::quiet);
  kit::markdown("$" + std::string(formula) + "$");
  if (!inputs.empty()) kit::text("With " + base::join(inputs, ", ") + ".", kit::Tone::quiet, kit::kSmall);
  if (!source.empty()) kit::text(source, kit::Tone::quiet, kit::kSmall);
}

void plain_sentence(std::string_view text) {
  const kit::Card card(kit::Tone::accent);
  kit::icon_text(kit::icon::kMessageSquare, "For your product manager", kit::Tone::accent);
  kit::text(text);
}

void refusal(const base::Error& error) {
  const kit::Card card(kit::Tone::careful);
  kit::icon_text(kit::icon::kTriangleAlert, (error.where.empty() ? "" : error.where + ": ") + error.text, kit::Tone::normal);
}

OwnNumbers read_numbers(std::string_view text, std::size_t n_columns, bool labelled) {
  OwnNumbers own;
  own.columns.resize(n_columns);
  const std::string wanted = (labelled ? "a name and " : "") + base::count_of(static_cast<std::int64_t>(n_columns), "number");
  if (text.size() > app::kMostNoteBytes) {
    own.problem = "That is " + thousands(static_cast<std::int64_t>(text.size() / 1'000)) + " kB of text; at most 400 kB are read here. Keep a sample of it.";
    return own;
  }
  // A single column may also stand in one line, parted by spaces or commas.
  auto csv = base::read_csv(text, kMostValues + 1);
  if (!csv) {
    own.problem = csv.error().text;
    return own;
  }
  std::vector<std::vector<std::string>>& rows = csv.value().rows;
  if (n_columns == 1 && !labelled) {
    std::vector<std::vector<std::string>> fields;
    for (const auto& row : rows)
      for (const std::string& field : row)
        for (const std::string& word : base::split(field, ' '))
          if (!base::trim(word).empty()) fields.push_back({word});
    rows = std::move(fields);
  }
  const std::size_t first = labelled ? 1 : 0, n_fields = n_columns + first;
  for (std::size_t line = 0; line < rows.size(); ++line) {
    const std::vector<std::string>& row = rows[line];
    if (row.size() == 1 && base::trim(row[0]).empty()) continue;
    std::vector<double> values(n_columns, 0);
    bool fine = row.size() >= n_fields;
    for (std::size_t c = 0; fine && c < n_columns; ++c) fine = read_number(row[c + first], values[c]);
    if (!fine && own.columns[0].empty() && own.names.empty() && row.size() >= n_fields && std::none_of(row.begin(), row.end(), is_endless)) {  // a head
      own.names = row;
      continue;
    }
    if (!fine) {
      own.problem = "Line " + std::to_string(line + 1) + " does not hold " + wanted + ": \"" +
                    base::join(row, ", ").substr(0, 60) + "\".";
      return own;
    }
    if (own.columns[0].size() >= kMostValues) {
      own.problem = "Only the first " + thousands(kMostValues) + " rows are read here.";
      return own;
    }
    for (std::size_t c = 0; c < n_columns; ++c) own.columns[c].push_back(values[c]);
    if (labelled) own.labels.emplace_back(base::trim(row[0]));
  }
  if (own.columns[0].empty() && !own.names.empty())
    own.problem = "Line 1 does not hold " + wanted + ": \"" + base::join(own.names, ", ").substr(0, 60) + "\".";
  return own;
}

namespace {

// The text of each tool is read when it changes, not in every frame.
OwnNumbers read_once(const NumbersAsk& ask, std::string_view text) {
  struct Read {
    std::string text;
    OwnNumbers numbers;
  };
  static std::map<std::string, Read> reads;
  static double version = 0;
  Read& read = reads[ask.name];
  if (read.numbers.columns.size() != ask.n_columns || read.text != text) {
    read = {std::string(text), read_numbers(text, ask.n_columns, ask.labelled)};
    read.numbers.version = ++version;
  }
  return read.numbers;
}

}  // namespace

OwnNumbers own_numbers(const app::App& app, const NumbersAsk& ask, app::Commands& commands) {
  const std::string key = "note/lab/" + ask.name;
  const auto text = app.texts.find(key);
  const std::string value = text == app.texts.end() ? "" : text->second.text;
  kit::text(ask.about, kit::Tone::quiet, kit::kSmall);
  kit::prose_field("Your " + ask.what, {key, value, text == app.texts.end() ? 0 : text->second.revision}, 128, ask.sample);
  {
    const kit::Flow flow(8, kit::control_height());
    const std::string open = ask.what == "numbers" ? "Open a CSV file" : "Open " + ask.what + " (CSV)";
    if (kit::button(open, {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kUpload, .description = "It stays on this device"}))
      commands.push_back(app::OpenNumbers{key});
    if (!value.empty() && kit::button("Clear your " + ask.what, {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kX}))
      commands.push_back(app::PutNote{key, ""});
  }
  OwnNumbers own = read_once(ask, value.empty() ? ask.sample : std::string_view(value));
  if (!own.problem.empty()) {
    const kit::Card card(kit::Tone::careful);
    kit::icon_text(kit::icon::kTriangleAlert, own.problem, kit::Tone::normal);
  }
  return own;
}

OwnNumbers own_numbers(const app::App& app, const std::string& name, std::size_t n_columns, std::string_view sample,
                       std::string_view about, app::Commands& commands) {
  return own_numbers(app, {.name = name, .n_columns = n_columns, .sample = sample, .about = about}, commands);
}

}  // namespace loopready::screens
