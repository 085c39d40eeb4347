#include "app/toast.h"

#include <algorithm>

namespace loopready::app {
namespace {

constexpr std::int64_t kGoodMs = 6'000;
constexpr std::int64_t kBadMs = 12'000;
constexpr std::size_t kMost = 4;

template <class Condition>
void drop_toasts(App& app, Condition condition) {
  app.toasts.erase(std::remove_if(app.toasts.begin(), app.toasts.end(), condition), app.toasts.end());
}

}  // namespace

void announce(App& app, std::string text, bool assertive) {
  app.effects.push_back(Announce{std::move(text), assertive});
}

void show_toast(App& app, std::string text, Tone tone) {
  drop_toasts(app, [&](const Toast& toast) { return toast.text == text; });
  if (app.toasts.size() == kMost) app.toasts.erase(app.toasts.begin());
  const bool bad = tone == Tone::bad;
  app.toasts.push_back({++app.n_toasts, text, bad, app.now_ms + (bad ? kBadMs : kGoodMs)});
  announce(app, std::move(text), bad);
}

void dismiss_toast(App& app, std::int64_t id) {
  drop_toasts(app, [&](const Toast& toast) { return toast.id == id; });
}

void tick(App& app, std::int64_t now_ms) {
  // What was shown before the first tick, or before a clock was set back, still gets its time and no more.
  for (Toast& toast : app.toasts) {
    if (app.now_ms == 0) toast.until_ms += now_ms;
    toast.until_ms = std::min(toast.until_ms, now_ms + kBadMs);
  }
  app.now_ms = now_ms;
  drop_toasts(app, [&](const Toast& toast) { return toast.until_ms <= now_ms; });
}

}  // namespace loopready::app
