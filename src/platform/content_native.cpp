#include "platform/content_native.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace loopready::platform {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

std::vector<std::string> json_files(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".json") names.push_back(at->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> folders(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->is_directory(error)) names.push_back(at->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Result<base::Json> read_json(const fs::path& root, const std::string& path) {
  LR_TRY(auto text, read_file((root / path).string()));
  return base::parse_json(text, path + "#");
}

bool is_question(const base::Json& json) {
  return json.is_object() && json.contains("kind") && json["kind"].is_string() && json["kind"] != "sql";
}

// Reads one file into `into`, or notes why it can't be read.
template <class T, class Read>
void read_one_file(const fs::path& root, const std::string& path, Read read, T& into, engine::Content& content) {
  auto json = read_json(root, path);
  auto value = json ? read(json.value(), path + "#") : Result<T>(json.error());
  if (value) into = std::move(value).value();
  else content.unreadable.push_back(value.error());
}

void read_guide(const fs::path& root, engine::Content& content) {
  model::Guide& guide = content.guide.emplace();
  for (const std::string& name : json_files(root / "guide" / "pages")) {
    const std::string path = "guide/pages/" + name;
    model::GuidePage page;
    read_one_file(root, path, model::guide_page_from_json, page, content);
    if (!page.slug.empty() && page.slug + ".json" != name)
      content.unreadable.push_back({base::ErrorKind::bad_input, path + "#/slug", "The page's slug must be its file's name."});
    guide.pages.push_back(std::move(page));
  }
  std::stable_sort(guide.pages.begin(), guide.pages.end(),
                   [](const model::GuidePage& a, const model::GuidePage& b) { return a.order < b.order; });
  model::Preparation& preparation = guide.preparation;
  read_one_file(root, "guide/facts.json", model::guide_facts_from_json, guide.facts, content);
  read_one_file(root, "guide/readiness.json", model::readiness_from_json, preparation.statements, content);
  read_one_file(root, "guide/cards.json", model::cards_from_json, preparation.cards, content);
  read_one_file(root, "guide/interviewer-questions.json", model::interviewer_roles_from_json, preparation.roles, content);
  read_one_file(root, "guide/level-finder.json", model::level_finder_from_json, preparation.level_finder, content);
  read_one_file(root, "guide/plan.json", model::plan_tasks_from_json, preparation.plan, content);
  read_one_file(root, "guide/resume-words.json", model::resume_words_from_json, preparation.resume_words, content);
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    std::error_code error;
    if (!file || fs::file_size(path, error) != 0)
      return Error{ErrorKind::not_found, path, "This file can't be read."};
  }
  return text.str();
}

base::Status write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) return Error{ErrorKind::outside_failed, path, "This file can't be written."};
  return base::Done{};
}

Result<engine::Content> read_content(const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return Error{ErrorKind::not_found, folder, "There is no such content folder."};
  const fs::path root(folder);
  engine::Content content;
  for (const std::string& name : json_files(root / "worlds")) {
    const std::string path = "worlds/" + name;
    auto json = read_json(root, path);
    auto world = json ? model::world_from_json(json.value(), path + "#") : Result<model::World>(json.error());
    if (world) content.worlds.push_back({path, std::move(world).value()});
    else content.unreadable.push_back(world.error());
  }
  for (const std::string& category : folders(root / "items"))
    for (const std::string& name : json_files(root / "items" / category)) {
      const std::string path = "items/" + category + "/" + name;
      auto json = read_json(root, path);
      if (!json) content.unreadable.push_back(json.error());
      else if (is_question(json.value())) {
        auto question = model::question_from_json(json.value(), path + "#");
        if (question) content.questions.push_back({path, category, std::move(question).value()});
        else content.unreadable.push_back(question.error());
      } else {
        auto item = model::item_from_json(json.value(), path + "#");
        if (item) content.items.push_back({path, category, std::move(item).value()});
        else content.unreadable.push_back(item.error());
      }
    }
  if (fs::is_directory(root / "guide", error)) read_guide(root, content);
  if (fs::exists(root / "flights.json", error)) read_one_file(root, "flights.json", model::flight_briefs_from_json, content.flights, content);
  return content;
}

}  // namespace loopready::platform
