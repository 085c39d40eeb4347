// The app on a stage: its screens drawn natively, its effects kept, the answers of its surroundings given by the test.
// Here: Driver.  Not here: pointing and pressing (stage.h), content to feed it (screens/sample.h).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/app.h"
#include "ui/screens/screens.h"
#include "ui/stage.h"

namespace loopready::ui_test {

inline constexpr std::int64_t kNow = 1'709'251'200'000;  // 2024-03-01 00:00:00

class Driver : public Stage {
 public:
  explicit Driver(Window window = {}, const std::string& hash = "");

  app::App app;
  screens::Looks looks;
  std::int64_t now_ms = kNow;
  std::vector<app::Effect> effects;  // all, in order

  void apply(const app::Command& command);  // then frames until all is still
  void type_into(const std::string& key, const std::string& text);  // fails the test when no such field is on the screen
  void wait(std::int64_t ms);
  void answer(base::Json body);  // the engine's, to the latest request
  void open(const std::string& hash) { apply(app::AddressChanged{hash}); }

  // The latest effect of a type, or null.
  template <class T>
  const T* latest() const {
    for (auto at = effects.rbegin(); at != effects.rend(); ++at)
      if (const T* one = std::get_if<T>(&*at)) return one;
    return nullptr;
  }
  template <class T>
  int count() const {
    int n = 0;
    for (const app::Effect& effect : effects) n += std::holds_alternative<T>(effect) ? 1 : 0;
    return n;
  }

 protected:
  void before_frame() override;
  bool after_frame() override;
  float text_size_share() const override { return static_cast<float>(app.settings.text_size_pct) / 100; }
  bool dark() const override { return app::is_dark(app); }

 private:
  void take_effects();
  app::Commands commands_;
};

}  // namespace loopready::ui_test
