// The command line tool: answers requests, shows and audits content, packs it for the page.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "engine/audit.h"
#include "engine/audit_guide.h"
#include "engine/engine.h"
#include "engine/grade_sql.h"
#include "engine/recipe.h"
#include "engine/routine.h"
#include "model/pack.h"
#include "platform/content_native.h"
#include "platform/show_question_native.h"

namespace {

using namespace loopready;
using base::Json;

constexpr const char* kHelp = R"(loopready: the engine of the practice app, on the command line

  loopready answer                    reads one JSON request a line on standard input, writes one JSON response a line;
                                      "grade" and "make" requests may name their item by slug,
                                      "flight" requests their brief
  loopready kinds                     prints every kind of request with its fields
  loopready routines                  prints every statistics routine: name, inputs, outputs, convention, source
                                      --json: the same as JSON
  loopready show <slug>               prints an item as Markdown and plain SQL; --seed N: a question with the numbers of that seed
  loopready make <slug>               fills a question's numbers: the response to a "make" request, as JSON; --seed N
  loopready audit [<content>]         checks every promise of every item; exits 0 only if all hold
                                      --json: findings and counts as JSON    --rules: what is checked
  loopready mutants [<content>]       lists the slightly wrong variants of each answer that even a long search takes as right
  loopready pack <content> <folder>   writes what the page loads: index.json, a pack for each world and one for each
                                      category of questions, guide.json, flights.json

Options
  --content <folder>                  where worlds/ and items/ are (default: content)
  --help                              this text
)";

struct Arguments {
  std::vector<std::string> words;
  std::string content = "content";
  std::int64_t seed = 1;
  bool json = false;
  bool rules = false;
  bool help = false;
  std::string unknown;
};

Arguments read_arguments(int n, char** given) {
  Arguments arguments;
  for (int i = 1; i < n; ++i) {
    const std::string word = given[i];
    if (word == "--help" || word == "-h") arguments.help = true;
    else if (word == "--json") arguments.json = true;
    else if (word == "--rules") arguments.rules = true;
    else if (word == "--content" && i + 1 < n) arguments.content = given[++i];
    else if (word == "--seed" && i + 1 < n) arguments.seed = std::strtoll(given[++i], nullptr, 10);
    else if (word.substr(0, 2) == "--") arguments.unknown = word;
    else arguments.words.push_back(word);
  }
  return arguments;
}

int complain(const base::Error& error) {
  std::fprintf(stderr, "loopready: %s\n", base::describe(error).c_str());
  return 1;
}

// Puts the item and its world in place of a slug; any other line stays as it is.
std::string with_item(const std::string& line, const Arguments& arguments) {
  auto json = base::parse_json(line, "request");
  if (!json || !json.value().is_object() || !json.value().contains("body")) return line;
  Json& body = json.value()["body"];
  if (body.is_object() && body.contains("brief") && body["brief"].is_string()) {
    const auto content = platform::read_content(arguments.content);
    if (!content) return line;
    for (const model::FlightBrief& brief : content.value().flights)
      if (body["brief"] == brief.slug) body["brief"] = model::to_json(brief);
    return base::to_text(json.value());
  }
  if (!body.is_object() || !body.contains("item") || !body["item"].is_string()) return line;
  const auto content = platform::read_content(arguments.content);
  if (!content) return line;
  if (const auto* question = engine::find_question(content.value(), body["item"].get<std::string>())) {
    body["item"] = model::to_json(question->question);
    return base::to_text(json.value());
  }
  const engine::ContentItem* found = engine::find_item(content.value(), body["item"].get<std::string>());
  const model::World* world = found == nullptr ? nullptr : engine::find_world(content.value(), found->item.world);
  if (world == nullptr) return line;
  body["item"] = model::to_json(found->item);
  body["world"] = model::to_json(*world);
  return base::to_text(json.value());
}

int answer_lines(const Arguments& arguments) {
  std::string line;
  while (std::getline(std::cin, line)) {
    if (base::trim(line).empty()) continue;
    engine::answer(with_item(line, arguments), [](const std::string& response) { std::cout << response << '\n'; });
    std::cout.flush();
  }
  return 0;
}

int print_kinds(const Arguments&) {
  for (const engine::KindNote& note : engine::kinds()) {
    std::cout << note.kind << "\n  " << note.about << "\n  request\n";
    for (const std::string& field : note.request_fields) std::cout << "    " << field << '\n';
    std::cout << "  response\n";
    for (const std::string& field : note.response_fields) std::cout << "    " << field << '\n';
  }
  return 0;
}

int print_routines(const Arguments& arguments) {
  if (arguments.json) {
    Json all = Json::array();
    for (const engine::Routine* one : engine::routines())
      all.push_back({{"routine", one->name},
                     {"inputs", one->inputs},
                     {"outputs", one->outputs},
                     {"convention", one->convention},
                     {"source", one->source}});
    std::cout << base::to_text(all) << '\n';
    return 0;
  }
  for (const engine::Routine* one : engine::routines())
    std::cout << one->name << "\n  inputs      " << one->inputs << "\n  outputs     " << one->outputs << "\n  convention  "
              << one->convention << "\n  source      " << one->source << '\n';
  std::cout << base::count_of(static_cast<std::int64_t>(engine::routines().size()), "routine") << '\n';
  return 0;
}

void print_table(const model::Table& table) {
  std::cout << "|";
  for (const model::Column& column : table.columns) std::cout << " " << column.name << " |";
  std::cout << "\n|";
  for (std::size_t i = 0; i < table.columns.size(); ++i) std::cout << " --- |";
  std::cout << "\n";
  for (const model::Row& row : table.rows) {
    std::cout << "|";
    for (const model::Cell& cell : row) std::cout << " " << model::display(cell) << " |";
    std::cout << "\n";
  }
  std::cout << "\n";
}

void print_sql(const std::string& title, const std::string& sql) {
  std::cout << title << "\n\n```sql\n" << sql << "\n```\n\n";
}

int show(const Arguments& arguments) {
  if (arguments.words.size() < 2)
    return complain({base::ErrorKind::bad_input, "", "Say which item: loopready show <slug>."});
  const auto content = platform::read_content(arguments.content);
  if (!content) return complain(content.error());
  if (const auto* question = engine::find_question(content.value(), arguments.words[1])) {
    const auto printed = platform::print_question(question->question, arguments.seed, std::cout);
    return printed ? 0 : complain(printed.error());
  }
  const engine::ContentItem* found = engine::find_item(content.value(), arguments.words[1]);
  if (found == nullptr) return complain({base::ErrorKind::not_found, arguments.words[1], "There is no such item."});
  const model::Item& item = found->item;
  std::cout << "# " << item.title << "\n\n"
            << item.slug << ", rev " << item.rev << ": " << item.kind << ", " << item.level << ", " << item.difficulty
            << ", " << item.topic << ", " << item.minutes << " minutes, today is " << item.today << "\n\n"
            << item.prompt << "\n\n";
  const model::World* world = engine::find_world(content.value(), item.world);
  const model::Dataset* sample = model::shown_dataset(item);
  if (world != nullptr && sample != nullptr) {
    if (const auto tables = model::filled_tables(*world, item, *sample))
      for (const auto& [name, table] : tables.value()) {
        std::cout << "## " << name << "\n\n";
        print_table(table);
      }
    if (const auto expected = engine::expected_on_dataset(item, *world, *sample)) {
      std::cout << "## Expected\n\n";
      print_table(expected.value());
    }
  }
  for (const model::Fact& fact : item.facts) std::cout << "- " << fact.ask << " " << fact.tell << "\n";
  std::cout << "\n## Hints\n\n";
  for (const std::string& hint : item.hints) std::cout << "1. " << hint << "\n";
  print_sql("\n## Answer", item.answer);
  std::cout << item.explanation << "\n\n";
  for (const model::NamedSql& one : item.also) print_sql("## Also: " + one.name, one.sql);
  for (const model::Trap& one : item.traps) {
    print_sql("## Trap: " + one.slug + " (shown by " + one.shown_by + ")", one.sql);
    std::cout << one.why << "\n\n";
  }
  return 0;
}

int make(const Arguments& arguments) {
  if (arguments.words.size() < 2)
    return complain({base::ErrorKind::bad_input, "", "Say which question: loopready make <slug> --seed 7."});
  const auto content = platform::read_content(arguments.content);
  if (!content) return complain(content.error());
  const auto* found = engine::find_question(content.value(), arguments.words[1]);
  if (found == nullptr) return complain({base::ErrorKind::not_found, arguments.words[1], "There is no such question."});
  const auto made = engine::answer_make({{"item", model::to_json(found->question)}, {"seed", arguments.seed}});
  if (!made) return complain(made.error());
  std::cout << base::to_text(made.value()) << '\n';
  return 0;
}

Json counts_of(const engine::Content& content) {
  std::map<std::string, int> categories, levels, kinds;
  for (const engine::ContentItem& one : content.items) {
    ++categories[one.category];
    ++levels[one.item.level];
    ++kinds[one.item.kind];
  }
  for (const engine::ContentQuestion& one : content.questions) {
    ++categories[one.category];
    ++levels[one.question.level];
    ++kinds[one.question.kind];
  }
  return {{"items", content.items.size() + content.questions.size()},
          {"worlds", content.worlds.size()},
          {"category", categories},
          {"level", levels},
          {"kind", kinds}};
}

int audit(const Arguments& arguments) {
  if (arguments.rules) {
    for (const engine::RuleNote& rule : engine::audit_rules()) std::cout << rule.slug << ": " << rule.promise << '\n';
    for (const engine::RuleNote& rule : engine::guide_rules()) std::cout << rule.slug << ": " << rule.promise << '\n';
    return 0;
  }
  const auto content = platform::read_content(arguments.words.size() > 1 ? arguments.words[1] : arguments.content);
  if (!content) return complain(content.error());
  const std::vector<engine::Finding> findings = engine::audit(content.value());
  const Json counts = counts_of(content.value());
  if (arguments.json) {
    Json all = Json::array();
    for (const engine::Finding& one : findings)
      all.push_back({{"rule", one.rule}, {"where", one.where}, {"text", one.text}});
    std::cout << base::to_text({{"clean", findings.empty()}, {"counts", counts}, {"findings", all}}) << '\n';
    return findings.empty() ? 0 : 1;
  }
  for (const engine::Finding& one : findings) std::cout << one.where << ": " << one.rule << ": " << one.text << '\n';
  std::cout << base::count_of(counts["items"].get<std::int64_t>(), "item") << " in "
            << base::count_of(static_cast<std::int64_t>(content.value().worlds.size()), "world") << '\n';
  for (const char* by : {"category", "level", "kind"}) {
    std::cout << "  by " << by << ":";
    for (const auto& [name, n] : counts[by].items()) std::cout << " " << name << " " << n;
    std::cout << '\n';
  }
  std::cout << (findings.empty() ? "every promise holds"
                                 : base::count_of(static_cast<std::int64_t>(findings.size()), "finding"))
            << '\n';
  return findings.empty() ? 0 : 1;
}

// Level, then difficulty, then slug.
bool learnt_before(const engine::ContentItem& a, const engine::ContentItem& b) {
  const auto rank = [](const std::string& difficulty) {
    return difficulty == "easy" ? 0 : difficulty == "medium" ? 1 : 2;
  };
  if (a.item.level != b.item.level) return a.item.level < b.item.level;
  if (a.item.difficulty != b.item.difficulty) return rank(a.item.difficulty) < rank(b.item.difficulty);
  return a.item.slug < b.item.slug;
}

int mutants(const Arguments& arguments) {
  constexpr int kEffort = 12;
  const auto content = platform::read_content(arguments.words.size() > 1 ? arguments.words[1] : arguments.content);
  if (!content) return complain(content.error());
  Json all = Json::object();
  for (const engine::ContentItem& one : content.value().items) {
    const model::World* world = engine::find_world(content.value(), one.item.world);
    if (world == nullptr) continue;
    const engine::Survivors survivors = engine::surviving_mutants(one.item, *world, kEffort);
    if (!survivors.what.empty()) all[one.item.slug] = survivors.what;
  }
  std::cout << all.dump(1) << '\n';
  return 0;
}

int difficulty_rank(const std::string& difficulty) { return difficulty == "easy" ? 0 : difficulty == "medium" ? 1 : 2; }

int pack(const Arguments& arguments) {
  if (arguments.words.size() < 3)
    return complain({base::ErrorKind::bad_input, "", "Say from where to where: loopready pack <content> <folder>."});
  auto content = platform::read_content(arguments.words[1]);
  if (!content) return complain(content.error());
  for (const base::Error& error : content.value().unreadable) complain(error);
  if (!content.value().unreadable.empty()) return 1;
  std::error_code failed;
  std::filesystem::create_directories(arguments.words[2], failed);
  std::sort(content.value().items.begin(), content.value().items.end(), learnt_before);
  model::Index index;
  std::map<std::string, model::Pack> packs;
  for (const engine::ContentItem& one : content.value().items) {
    const model::Item& item = one.item;
    const model::World* world = engine::find_world(content.value(), item.world);
    const model::Dataset* sample = model::shown_dataset(item);
    if (world == nullptr || sample == nullptr)
      return complain({base::ErrorKind::bad_input, one.path, "The item's world or its shown dataset is missing."});
    auto expected = engine::expected_on_dataset(item, *world, *sample);
    if (!expected) return complain(expected.error());
    const std::string name = one.category + "-" + item.world;
    model::Pack& into = packs[name];
    into.category = name;
    if (std::none_of(into.worlds.begin(), into.worlds.end(),
                     [&](const model::World& have) { return have.slug == world->slug; }))
      into.worlds.push_back(*world);
    into.items.push_back({item, std::move(expected).value()});
    into.items.back().item.equivalent_mutants.clear();  // only the audit asks for them
    index.items.push_back(
        {item.slug, item.rev, one.category, item.title, item.level, item.difficulty, item.topic, item.minutes, name, item.kind});
  }
  for (const engine::ContentQuestion& one : content.value().questions) {
    const model::Question& question = one.question;
    model::Pack& into = packs[one.category];
    into.category = one.category;
    into.questions.push_back(question);
    for (model::Part& part : into.questions.back().parts) part.exemplars.clear();  // only the audit asks for them
    into.questions.back().recipe.check.reset();
    index.items.push_back({question.slug, question.rev, one.category, question.title, question.level, question.difficulty,
                           question.topic, question.minutes, one.category, question.kind});
  }
  std::stable_sort(index.items.begin(), index.items.end(), [](const model::IndexEntry& a, const model::IndexEntry& b) {
    const auto place = [](const model::IndexEntry& one) { return std::tuple(one.category != "sql", one.level, difficulty_rank(one.difficulty)); };
    return place(a) < place(b);
  });
  if (auto done = platform::write_file(arguments.words[2] + "/index.json", base::to_text(model::to_json(index))); !done)
    return complain(done.error());
  if (content.value().guide)
    if (auto done = platform::write_file(arguments.words[2] + "/guide.json", base::to_text(model::to_json(*content.value().guide))); !done)
      return complain(done.error());
  if (!content.value().flights.empty()) {
    Json flights = Json::array();
    for (const model::FlightBrief& brief : content.value().flights) flights.push_back(model::to_json(brief));
    if (auto done = platform::write_file(arguments.words[2] + "/flights.json", base::to_text(Json{{"flights", std::move(flights)}})); !done)
      return complain(done.error());
  }
  for (const auto& [category, one] : packs)
    if (auto done =
            platform::write_file(arguments.words[2] + "/" + category + ".json", base::to_text(model::to_json(one)));
        !done)
      return complain(done.error());
  return 0;
}

}  // namespace

int main(int n, char** given) {
  const Arguments arguments = read_arguments(n, given);
  if (!arguments.unknown.empty()) {
    std::fprintf(stderr, "loopready: the option %s is not known; see loopready --help\n", arguments.unknown.c_str());
    return 2;
  }
  if (arguments.help || arguments.words.empty()) {
    std::fputs(kHelp, stdout);
    return arguments.help ? 0 : 2;
  }
  struct {
    const char* name;
    int (*run)(const Arguments&);
  } const commands[] = {
      {"answer", answer_lines}, {"kinds", print_kinds}, {"routines", print_routines}, {"show", show},
      {"make", make},           {"audit", audit},       {"mutants", mutants},           {"pack", pack}};
  for (const auto& command : commands)
    if (arguments.words[0] == command.name) return command.run(arguments);
  std::fprintf(stderr, "loopready: the command %s is not known; see loopready --help\n", arguments.words[0].c_str());
  return 2;
}
