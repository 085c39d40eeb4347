// Small things tools keep: a target level, a date, ticks, ratings, offers. Each is a text under a key, often JSON.
// Here: reading and writing notes.  Not here: what a tool's note means (each tool's own file), how it is stored (storing.h).
// Terms: a key is "note/<tool>" or "note/<tool>/<part>"; the newest text of a key wins when backups are merged.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/app.h"
#include "app/command.h"
#include "base/json.h"

namespace loopready::app {

inline constexpr const char* kTargetLevel = "note/level";             // "L5", or nothing
inline constexpr const char* kInterviewDate = "note/interview-date";  // "2026-12-19", or nothing

bool is_note(std::string_view key);
std::string note(const App& app, const std::string& key);  // empty when there is none
base::Json note_json(const App& app, const std::string& key);  // null when there is none, or it can't be read

// By the program: fields that show the note are refilled.
void put_note(App& app, const std::string& key, const std::string& text);

inline constexpr std::size_t kMostNoteBytes = 400'000;  // each frame carries a note to its field

// A file the learner chose for the note `app.picking` names; more than kMostNoteBytes are refused.
void open_note_file(App& app, const FilePicked& file);

}  // namespace loopready::app
