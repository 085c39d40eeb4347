#include "app/settings.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/storing.h"
#include "base/text.h"

namespace loopready::app {
namespace {

constexpr std::string_view kSetting = "setting/";

std::optional<double> read_number(const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || end != text.c_str() + text.size() || !std::isfinite(value)) return {};
  return value;
}

bool read_theme(const std::string& name, Theme& theme) {
  for (const Theme one : {Theme::system, Theme::light, Theme::dark}) {
    if (name != theme_name(one)) continue;
    theme = one;
    return true;
  }
  return false;
}

// Puts a value into its place and returns how it is spelt in the store; nothing when it makes no sense.
std::optional<std::string> assign(App& app, std::string_view name, const std::string& value) {
  if (name == "theme") {
    if (!read_theme(value, app.settings.theme)) return {};
    return value;
  }
  if (name == "single_keys") {
    if (value != "on" && value != "off") return {};
    app.settings.single_keys = value == "on";
    return value;
  }
  const auto number = read_number(value);
  if (!number) return {};
  if (name == "text_size_pct") {
    app.settings.text_size_pct = static_cast<int>(std::lround(std::clamp(*number, 80.0, 200.0)));
    return std::to_string(app.settings.text_size_pct);
  }
  if (name == "split_share") {
    app.settings.split_share = std::clamp(*number, 0.25, 0.75);
    return base::shortest(app.settings.split_share);
  }
  return {};
}

}  // namespace

const char* theme_name(Theme theme) {
  switch (theme) {
    case Theme::system: return "system";
    case Theme::light: return "light";
    case Theme::dark: return "dark";
  }
  return "system";
}

void show_theme(App& app) { app.effects.push_back(ShowTheme{is_dark(app)}); }

void set_setting(App& app, const std::string& name, const std::string& value) {
  const bool dark = is_dark(app);
  const auto spelt = assign(app, name, value);
  if (!spelt) return;
  const std::string key = std::string(kSetting) + name;
  const auto known = app.kept.find(key);
  if (known == app.kept.end() || known->second.value != *spelt) keep_value(app, key, *spelt);
  if (is_dark(app) != dark) show_theme(app);
}

void take_setting(App& app, const std::string& key, const std::string& value) {
  if (key.substr(0, kSetting.size()) != kSetting) return;
  const std::string name = key.substr(kSetting.size());
  const bool dark = is_dark(app);
  if (name == "backup_at_ms") {
    constexpr double kMost = 9e15;
    const auto number = read_number(value);
    if (number && *number >= 0 && *number <= kMost) app.backup_at_ms = std::llround(*number);
  } else {
    assign(app, name, value);
  }
  if (is_dark(app) != dark) show_theme(app);
}

void change_environment(App& app, const EnvironmentChanged& environment) {
  const bool dark = is_dark(app);
  app.environment = {environment.dark, environment.reduced_motion, environment.coarse_pointer, environment.more_contrast,
                     environment.forced_colours};
  if (is_dark(app) != dark) show_theme(app);
}

}  // namespace loopready::app
