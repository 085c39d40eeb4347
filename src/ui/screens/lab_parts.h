// What the tools of the Lab share: knobs, own numbers, formulas with their inputs, a chart's numbers as a table.
// Here: LabLook and the parts.  Not here: any one tool (lab_<tool>.cpp), the list of tools (lab.h).
// Terms: a knob is a slider with its value in words; own numbers are pasted text, kept as a note "note/lab/<name>".
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/app.h"
#include "ui/kit/slider.h"
#include "ui/kit/table.h"

namespace loopready::screens {

// What the learner did to a tool in this sitting.
struct LabLook {
  std::map<std::string, double> numbers;          // by knob
  std::map<std::string, int> choices;             // by choice
  std::map<std::string, bool> open;               // by what can be shown or hidden
  std::map<std::string, kit::TableLook> tables;
  std::map<std::string, std::pair<std::string, std::shared_ptr<const void>>> kept;  // by result: its inputs and itself, see kept()
};

// A result computed once for its inputs. One name stands for one type.
template <class Compute>
const auto& kept(LabLook& look, const std::string& name, const std::string& inputs, Compute compute) {
  using Value = decltype(compute());
  auto& slot = look.kept[name];
  if (slot.second == nullptr || slot.first != inputs) slot = {inputs, std::make_shared<const Value>(compute())};
  return *static_cast<const Value*>(slot.second.get());
}
std::string inputs_of(std::initializer_list<double> values);  // as a key, to the last digit

enum class Unit { plain, whole, share, days, usd };
std::string in_words(double value, Unit unit, int digits = 3);  // "31,234", "5 %", "14 days", "$12.50"; "\u2014" for what is no number
std::string p_words(double p_value);  // "p = 0.024", "p < 0.000001"
std::string points_words(double share, int digits = 2);  // a difference of shares: "+0.25 points", "-1.2 points"

struct Knob {
  std::string_view name;
  double start = 0;
  double from = 0, to = 1;
  double step = 0.01;  // 0: logarithmic
  Unit unit = Unit::plain;
};
// Draws the knob and gives its value.
double knob(LabLook& look, const Knob& knob);
// One of a few, by name; gives its index.
int pick(LabLook& look, const char* name, const std::vector<std::string>& options, int start = 0);

// A button that shows or hides what a chart is drawn from.
struct Figures {
  std::string name = {};  // "Power by sample size"
  std::vector<std::string> columns = {};
  std::vector<std::vector<std::string>> rows = {};
};
void figures(LabLook& look, const Figures& figures);

// Knobs at the left of the picture where there is room, else above it.
void bench(const std::function<void()>& knobs, const std::function<void()>& picture);

// A simulation in the engine's worker: the button, then progress with Cancel, then what failed. The answer as far as known, or null;
// null too when the parameters have changed since.
struct SimulationAsk {
  std::string scenario = {};
  base::Json parameters = {};  // with "seed" and "n_runs"
  std::string button = {};     // "Simulate 10,000 experiments"
};
const base::Json* simulated(const app::App& app, const SimulationAsk& ask, app::Commands& commands);

// The formula in the middle of a card, with the inputs below it in words.
void formula_card(std::string_view formula, const std::vector<std::string>& inputs, std::string_view source = {});
// What a product manager is told.
void plain_sentence(std::string_view text);
void refusal(const base::Error& error);  // what can't be computed, and why

// A field for numbers of one's own, one column or several: pasted, typed, or from a file. What can't be read is said with its line.
struct OwnNumbers {
  std::vector<std::vector<double>> columns;
  std::vector<std::string> names = {};
  std::vector<std::string> labels = {};  // of the rows, where they have one
  std::string problem = {};  // a sentence, empty when all is read
  double version = 0;        // another for other texts: a key for what is computed from them
};
struct NumbersAsk {
  std::string name = {};
  std::size_t n_columns = 1;
  std::string_view sample = {};  // read while nothing is pasted
  std::string_view about = {};
  bool labelled = false;         // each row begins with its name
  std::string what = "numbers";  // "Your numbers"
};
OwnNumbers own_numbers(const app::App& app, const NumbersAsk& ask, app::Commands& commands);
OwnNumbers own_numbers(const app::App& app, const std::string& name, std::size_t n_columns, std::string_view sample,
                       std::string_view about, app::Commands& commands);
// The same reading, pure.
OwnNumbers read_numbers(std::string_view text, std::size_t n_columns, bool labelled = false);

}  // namespace loopready::screens
