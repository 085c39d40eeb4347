// The command line tool: answers requests, shows and audits content, packs it for the page.
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "engine/audit.h"
#include "engine/engine.h"
#include "platform/content_native.h"

namespace {

using namespace loopready;
using base::Json;

constexpr const char* kHelp = R"(loopready: the engine of the practice app, on the command line

  loopready answer                    reads one JSON request a line on standard input, writes one JSON response a line
  loopready kinds                     prints every kind of request with its fields

Options
  --content <folder>                  where worlds/ and items/ are (default: content)
  --help                              this text
)";

struct Arguments {
  std::vector<std::string> words;
  std::string content = "content";
  bool json = false;
  bool help = false;
  std::string unknown;
};

Arguments read_arguments(int n, char** given) {
  Arguments arguments;
  for (int i = 1; i < n; ++i) {
    const std::string word = given[i];
    if (word == "--help" || word == "-h") arguments.help = true;
    else if (word == "--json") arguments.json = true;
    else if (word == "--content" && i + 1 < n) arguments.content = given[++i];
    else if (word.substr(0, 2) == "--") arguments.unknown = word;
    else arguments.words.push_back(word);
  }
  return arguments;
}

int answer_lines(const Arguments&) {
  std::string line;
  while (std::getline(std::cin, line)) {
    if (base::trim(line).empty()) continue;
    engine::answer(line, [](const std::string& response) { std::cout << response << '\n'; });
    std::cout.flush();
  }
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
  if (arguments.words[0] == "answer") return answer_lines(arguments);
  std::fprintf(stderr, "loopready: the command %s is not known; see loopready --help\n", arguments.words[0].c_str());
  return 2;
}
