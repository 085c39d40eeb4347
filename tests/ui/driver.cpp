#include "ui/driver.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace loopready::ui_test {

Driver::Driver(Window of, const std::string& hash) : Stage([this] { screens::draw(app, looks, commands_); }, of) {
  app::apply(app, app::Tick{now_ms});
  app::apply(app, app::EnvironmentChanged{of.dark, true, of.coarse_pointer, false, {}});
  app::apply(app, app::Started{"00112233445566778899aabbccddeeff", hash});
  take_effects();
  frame();
}

void Driver::take_effects() {
  effects.insert(effects.end(), app.effects.begin(), app.effects.end());
  app.effects.clear();
}

void Driver::before_frame() {
  commands_.clear();
  app::apply(app, app::Tick{now_ms});
}

bool Driver::after_frame() {
  const bool acted = !commands_.empty();
  for (const app::Command& command : commands_) app::apply(app, command);
  take_effects();
  return acted;
}

void Driver::apply(const app::Command& command) {
  app::apply(app, command);
  take_effects();
  frame();
}

void Driver::type_into(const std::string& key, const std::string& text) {
  const auto& hosts = kit::text_hosts();
  const bool there = std::any_of(hosts.begin(), hosts.end(), [&](const kit::TextHost& host) { return host.key == key; });
  CHECK_MESSAGE(there, "there is no field " << key);
  apply(app::EditText{key, text});
}

void Driver::wait(std::int64_t ms) {
  now_ms += ms;
  frame();
}

void Driver::answer(base::Json body) { apply(app::EngineAnswered{{app.n_requests, true, std::move(body)}}); }

}  // namespace loopready::ui_test
