#include "ui/screens/shortcuts.h"

#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/field.h"
#include "ui/kit/frame.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {

struct Line {
  const char* keys;
  const char* deed;
};

constexpr Line kAlways[] = {
    {"Ctrl Enter", "Run the query"},
    {"Ctrl Shift Enter", "Submit the answer"},
    {"Ctrl M", "In the editor: Tab indents, or moves on again"},
    {"Escape, then Tab", "Leave the editor"},
    {"F6", "To the next part of the screen"},
    {"Arrow keys", "Move inside tabs, choices, tables and dividers"},
};
constexpr Line kSingle[] = {
    {"?", "Show these shortcuts"},
    {"/", "Search the exercises"},
    {"1, 2, 3 \xE2\x80\xA6", "Open a screen, in the order of the navigation"},
};

template <std::size_t n>
void draw_lines(const char* name, const Line (&lines)[n]) {
  const kit::Group list(kit::Role::list, name);
  const kit::Column column(6);
  for (const Line& line : lines) {
    const kit::Group item(kit::Role::list_item, "");
    kit::rich_text({{kit::Face::mono, kit::Tone::normal, true, line.keys}, {.text = "  "}, {.text = line.deed}}, kit::kBody);
  }
}

}  // namespace

void take_shortcuts(const app::App& app, const std::vector<kit::NavigationEntry>& entries, ShortcutsLook& look,
                    app::Commands& commands) {
  if (!app.settings.single_keys) return;
  if (kit::shortcut("?")) look.open = true;
  if (kit::shortcut("/")) {
    kit::focus_field();
    commands.push_back(app::Go{{.place = app::Place::practice, .item = {}, .filter = app.route.filter, .address = {}}});
  }
  for (std::size_t i = 0; i < entries.size() && i < 9; ++i)
    if (kit::shortcut(std::to_string(i + 1))) commands.push_back(app::Go{app::parse_route(entries[i].address)});
}

void draw_shortcuts(const app::App& app, ShortcutsLook& look) {
  if (!look.open) return;
  const kit::Dialog dialog("Keyboard shortcuts", 480);
  draw_lines("Shortcuts", kAlways);
  if (app.settings.single_keys) {
    kit::text("Outside text fields (can be turned off in Settings):", kit::Tone::quiet);
    draw_lines("Shortcuts of one key", kSingle);
  }
  if (kit::button("Close", {.kind = kit::ButtonKind::primary}) || dialog.dismissed()) look.open = false;
}

}  // namespace loopready::screens
