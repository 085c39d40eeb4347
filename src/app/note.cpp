#include "app/note.h"

#include "app/storing.h"
#include "app/toast.h"
#include "base/text.h"

namespace loopready::app {

bool is_note(std::string_view key) { return key.size() > 5 && key.substr(0, 5) == "note/"; }

std::string note(const App& app, const std::string& key) {
  const auto found = app.texts.find(key);
  return found == app.texts.end() ? "" : found->second.text;
}

base::Json note_json(const App& app, const std::string& key) {
  auto json = base::parse_json(note(app, key), key);
  return json ? std::move(json).value() : base::Json();
}

void put_note(App& app, const std::string& key, const std::string& text) {
  if (!is_note(key)) return;
  Text& kept = app.texts[key];
  if (kept.text == text && kept.revision > 0) return;
  kept = {text, kept.revision + 1};
  keep_value(app, key, text);
}

void open_note_file(App& app, const FilePicked& file) {
  if (file.text.size() > kMostNoteBytes) {
    show_toast(app, "\"" + file.name + "\" is larger than 400 kB; a sample of it will do.", Tone::bad);
    return;
  }
  if (!base::is_utf8(file.text)) {
    show_toast(app, "\"" + file.name + "\" is no text file.", Tone::bad);
    return;
  }
  put_note(app, app.picking, file.text);
}

}  // namespace loopready::app
