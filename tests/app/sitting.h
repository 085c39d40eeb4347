// An app in a test, with the effects of each command at hand.
#pragma once

#include <string>
#include <vector>

#include "app/app.h"
#include "samples.h"

namespace loopready::app {

constexpr std::int64_t kNow = 1'709'251'200'000;  // 2024-03-01 00:00:00

class Sitting {
 public:
  App app;
  std::vector<Effect> effects;  // of the latest command

  void operator()(const Command& command) {
    apply(app, command);
    effects = std::move(app.effects);
    app.effects.clear();
    for (const Effect& effect : effects)
      if (const auto* append = std::get_if<AppendRecord>(&effect)) appended.push_back(append->record);
  }

  // The only effect of its type, or null; more than one is an error.
  template <class T>
  const T* the() const {
    const T* found = nullptr;
    for (const Effect& effect : effects) {
      const T* one = std::get_if<T>(&effect);
      if (one == nullptr) continue;
      CHECK_MESSAGE(found == nullptr, "two effects of a type: " << base::to_text(to_json(effect)));
      found = one;
    }
    return found;
  }
  std::string said() const {
    const Announce* one = the<Announce>();
    return one == nullptr ? "" : one->text;
  }
  std::string toast() const { return app.toasts.empty() ? "" : app.toasts.back().text; }

  std::vector<model::Record> appended;  // by all commands

  void start(const std::string& hash = "", const std::string& seed = "00112233445566778899aabbccddeeff") {
    (*this)(Tick{kNow});
    (*this)(Started{seed, hash});
  }
  // Everything is there and the exercise is open.
  void open(const std::string& slug = "top-n") {
    start("#/item/" + slug);
    (*this)(Restored{});
    (*this)(IndexArrived{samples::kIndex});
    (*this)(PackArrived{"sql", samples::kPack});
  }
  void answer(const std::string& body, std::int64_t id = -1) {
    if (id < 0) id = app.n_requests;
    (*this)(EngineAnswered{{id, true, samples::json_of(body)}});
  }
};

// What a learner would miss if it changed: all but toasts, announcements and the clock.
inline base::Json state_of(const App& app) {
  base::Json records = base::Json::array(), kept = base::Json::object(), texts = base::Json::object(), all = base::Json::object();
  for (const model::Record& record : app.log.records()) {
    records.push_back(model::to_json(record));
    const learner::ItemStatus& s = app.log.status(record.item);
    all[record.item] = {s.opened, s.solved, s.gave_up, s.n_attempts, s.n_hints, s.best_share, s.last_at_ms, s.solved_at_ms, s.last_trap};
  }
  for (const auto& [key, one] : app.kept) kept[key] = model::to_json(one);
  for (const auto& [key, text] : app.texts) texts[key] = text.text;
  return {{"records", records},
          {"status", all},
          {"kept", kept},
          {"texts", texts},
          {"theme", static_cast<int>(app.settings.theme)},
          {"text_size_pct", app.settings.text_size_pct},
          {"split_share", app.settings.split_share},
          {"backup_at_ms", app.backup_at_ms}};
}

}  // namespace loopready::app
