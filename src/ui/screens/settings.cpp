#include "ui/screens/settings.h"

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

constexpr int kSizes[] = {80, 90, 100, 110, 125, 150, 175, 200};

void draw_looks(const app::App& app, app::Commands& commands) {
  kit::heading(2, "Looks");
  kit::strong("Theme");
  int theme = static_cast<int>(app.settings.theme);
  static const std::vector<std::string> kThemes = {"As the system", "Light", "Dark"};
  static const char* const kThemeValues[] = {"system", "light", "dark"};
  if (kit::choice("Theme", kThemes, theme)) commands.push_back(app::SetSetting{"theme", kThemeValues[theme]});
  kit::strong("Text size");
  std::vector<std::string> sizes;
  int size = 2;
  for (std::size_t i = 0; i < std::size(kSizes); ++i) {
    sizes.push_back(std::to_string(kSizes[i]) + " %");
    if (kSizes[i] <= app.settings.text_size_pct) size = static_cast<int>(i);
  }
  if (kit::choice("Text size", sizes, size)) commands.push_back(app::SetSetting{"text_size_pct", std::to_string(kSizes[size])});
}

std::string day_of(std::int64_t ms) { return base::format_date(base::civil_date(ms / 86'400'000)); }

std::string storage_words(const app::Storage& storage) {
  const std::int64_t kilobytes = (storage.used_bytes + 999) / 1000;
  const std::string used = "It uses " + (kilobytes < 1000 ? std::to_string(kilobytes) + " kB" : base::shortest(std::round(static_cast<double>(kilobytes) / 100) / 10) + " MB") + ", the program included.";
  if (storage.persisted) return "This browser promised to keep it. " + used;
  return "This browser may clear it when space runs short, and some do after seven days without a visit: keep a backup, or add "
         "Loopready to your home screen. " + used;
}

void draw_data(const app::App& app, app::Commands& commands) {
  kit::heading(2, "Your data");
  kit::text(
      "Everything you do stays in this browser on this device. Nothing is sent anywhere. A backup file brings it to "
      "another device, or back after the browser was cleared.");
  const auto n_records = static_cast<std::int64_t>(app.log.records().size());
  std::string state = base::count_of(n_records, "record") + " kept here";
  if (app.storage.n_unsaved > 0) state += ", " + std::to_string(app.storage.n_unsaved) + " still being written";
  state += app.backup_at_ms == 0 ? ". No backup yet." : ". Latest backup: " + day_of(app.backup_at_ms) + ".";
  if (app.storage.failure.empty()) {
    kit::icon_text(kit::icon::kHardDrive, state, kit::Tone::normal);
  } else {
    const kit::Card card(kit::Tone::bad);
    kit::icon_text(kit::icon::kTriangleAlert, app.storage.failure, kit::Tone::bad);
    kit::text("Export a backup now, so that nothing is lost when this page closes.");
  }
  if (app.storage.known)
    kit::icon_text(app.storage.persisted ? kit::icon::kCircleCheck : kit::icon::kInfo, storage_words(app.storage),
                   app.storage.persisted ? kit::Tone::good : kit::Tone::normal);
  kit::icon_text(app.offline_ready ? kit::icon::kCircleCheck : kit::icon::kWifiOff,
                 app.offline_ready ? "Ready for offline use." : "Not yet ready for offline use.",
                 app.offline_ready ? kit::Tone::good : kit::Tone::quiet);
  const kit::Flow flow(8);
  if (kit::button("Export backup", {.icon = kit::icon::kDownload})) commands.push_back(app::ExportBackup{});
  if (kit::button("Import backup", {.icon = kit::icon::kUpload,
                                    .description = "Adds what the file holds; removes nothing"}))
    commands.push_back(app::ImportBackup{});
}

void draw_keys(const app::App& app, ShortcutsLook& shortcuts, app::Commands& commands) {
  kit::heading(2, "Keyboard");
  bool single_keys = app.settings.single_keys;
  if (kit::check_box("One-key shortcuts", single_keys))
    commands.push_back(app::SetSetting{"single_keys", single_keys ? "on" : "off"});
  kit::text("Such as ? and /. They never work inside a text field.", kit::Tone::quiet, kit::kSmall);
  if (kit::button("Show keyboard shortcuts", {.icon = kit::icon::kListChecks})) shortcuts.open = true;
}

void draw_about() {
  kit::heading(2, "About");
  kit::text(
      "Loopready helps you prepare for the Amazon data scientist interview. It is unofficial: not affiliated with, endorsed "
      "by or checked by Amazon. The Leadership Principles' names are Amazon's; the explanations are ours. Companies, people "
      "and data in the exercises are invented.");
  kit::text("Your SQL runs in this page, on SQLite, with Amazon Redshift's spelling.");
}

}  // namespace

void draw_settings(const app::App& app, ShortcutsLook& shortcuts, app::Commands& commands) {
  kit::heading(1, "Settings");
  draw_looks(app, commands);
  kit::rule();
  draw_keys(app, shortcuts, commands);
  kit::rule();
  draw_data(app, commands);
  kit::rule();
  draw_about();
}

}  // namespace loopready::screens
