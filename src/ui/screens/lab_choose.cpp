#include <string>
#include <vector>

#include "base/text.h"
#include "ui/kit/field.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"
#include "ui/screens/lab_choose_tests.h"

namespace loopready::screens {
namespace {

enum Ask { kWhat, kOne, kTwo, kTwoYesNo, kPairs, kMany, kTogether };

struct Answer {
  const char* words;
  bool more;  // leads to another question
  Ask next;
  TestKind test;  // when it does not
};
Answer to(const char* words, Ask next) { return {words, true, next, TestKind::one_mean}; }
Answer to(const char* words, TestKind test) { return {words, false, kWhat, test}; }

struct Question {
  const char* text;
  std::vector<Answer> answers;
};

const Question& question(Ask ask) {
  static const std::vector<Question> kQuestions = {
      {"What do you compare?",
       {to("One group, a fixed value", kOne), to("Two separate groups", kTwo), to("The same units twice", kPairs),
        to("Three or more groups", kMany), to("Two columns", kTogether), to("Counts, planned shares", TestKind::planned_shares)}},
      {"What is measured in the group?",
       {to("A number: its mean", TestKind::one_mean), to("A number: its middle", TestKind::one_middle),
        to("Yes or no", TestKind::one_share)}},
      {"What is measured in both groups?",
       {to("A number: its mean", TestKind::two_means), to("A rating or an order", TestKind::two_middles),
        to("Yes or no", kTwoYesNo), to("Events per time", TestKind::two_rates),
        to("A ratio, several per user", TestKind::two_ratios)}},
      {"Are there at least 5 of each outcome in each group?",
       {to("Yes, at least 5", TestKind::two_shares), to("No, fewer", TestKind::two_rare_shares)}},
      {"What is measured twice?",
       {to("A number: its mean", TestKind::paired_means), to("A number: its middle", TestKind::paired_middles),
        to("Yes or no", TestKind::paired_shares)}},
      {"What is measured in every group?",
       {to("A number: its mean", TestKind::many_means), to("A rating or an order", TestKind::many_middles),
        to("Yes or no", TestKind::counts_table)}},
      {"How might they go together?",
       {to("Along a line", TestKind::line), to("One rises with the other", TestKind::monotone),
        to("Both are categories", TestKind::counts_table)}}};
  return kQuestions[static_cast<std::size_t>(ask)];
}

const ChosenTest& follow(LabLook& look) {
  Ask ask = kWhat;
  for (;;) {
    const Question& asked = question(ask);
    std::vector<std::string> options;
    for (const Answer& answer : asked.answers) options.push_back(answer.words);
    const Answer& given = asked.answers[static_cast<std::size_t>(pick(look, asked.text, options, ask == kWhat ? 1 : 0))];
    if (!given.more) return chosen_test(given.test);
    ask = given.next;
  }
}

// The fixed value as it is typed; false when it is no number.
bool fixed_value(const app::App& app, const ChosenTest& test, double& value) {
  const std::string key = std::string("note/lab/choose-") + test.slug + "-fixed";
  const auto found = app.texts.find(key);
  const std::string typed = found == app.texts.end() ? "" : found->second.text;
  kit::line_field("Fixed value", {key, typed, found == app.texts.end() ? 0 : found->second.revision}, test.fixed_sample, true, 160);
  const OwnNumbers read =
      read_numbers(base::trim(typed).empty() ? std::string_view(test.fixed_sample) : std::string_view(typed), 1);
  if (!read.problem.empty() || read.columns[0].size() != 1) return false;
  value = read.columns[0][0];
  return true;
}

void show_assumptions(const ChosenTest& test) {
  std::string table = "| It assumes | When that fails |\n|---|---|\n";
  for (const Assumption& one : test.assumptions) table += "| " + std::string(one.what) + " | " + one.otherwise + " |\n";
  kit::markdown(table);
}

}  // namespace

void draw_lab_choose(const app::App& app, LabLook& look, app::Commands& commands) {
  const ChosenTest* test = nullptr;
  bench([&] { test = &follow(look); },
        [&] {
          kit::heading(2, test->name);
          kit::text(test->why);
          show_assumptions(*test);
          kit::heading(2, "Worked on numbers");
          double fixed = 0;
          const bool fixed_read = !test->fixed_value || fixed_value(app, *test, fixed);
          const OwnNumbers own =
              own_numbers(app, std::string("choose-") + test->slug, test->n_columns, test->sample,
                          "A line: " + std::string(test->columns) + ". Until you paste your own, these are invented.", commands);
          if (!fixed_read) return refusal({base::ErrorKind::bad_input, "", "The fixed value must be one number."});
          if (own.columns[0].empty()) return refusal({base::ErrorKind::bad_input, "", "There are no numbers to work with yet."});
          const auto& worked = kept(look, std::string("worked ") + test->slug, inputs_of({own.version, fixed}),
                                    [&] { return test->compute(own.columns, fixed); });
          if (!worked.ok()) return refusal(worked.error());
          Figures numbers{"Result", {"measure", "value"}, {}};
          for (const auto& entry : worked.value().values) numbers.rows.push_back({entry.first, entry.second});
          look.open.try_emplace(numbers.name, true);
          figures(look, numbers);
          formula_card(test->formula, {std::to_string(own.columns[0].size()) + (own.columns[0].size() == 1 ? " line" : " lines")});
          plain_sentence(worked.value().sentence);
        });
}

}  // namespace loopready::screens
