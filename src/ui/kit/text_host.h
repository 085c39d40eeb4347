// Text fields: the kit draws their frame, the page lays a real DOM field over it. All typing happens there.
// Here: TextHost, what the page must know of each field.  Not here: the widgets (field.h), the fields (web/text-host.ts).
// Terms: rectangles are device pixels; key names the text in the app's state; the revision rises when the program, not the
// typing, changed the text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/kit/semantic.h"

namespace loopready::kit {

enum class HostKind { sql, prose, line };

struct TextHost {
  std::uint32_t id = 0;  // of its text_box node
  std::string key;
  HostKind kind = HostKind::line;
  Rect rect;                 // the whole field
  Rect clip;                 // the part inside its scrolling parents
  std::vector<Rect> covers;  // what lies above it: popups, dialogs, toasts
  std::string label;
  std::string placeholder;
  std::string value;
  std::int64_t revision = 0;
  bool read_only = false;
  bool live = false;        // every keystroke is reported at once (a search field); else after 300 ms of quiet and on leaving
  float font_px = 15;       // device pixels
  std::string completion;   // JSON {"tables":{"orders":["order_id", ...]}} for sql
  int mark_line = 0;        // a place to underline, from 1; 0: none
  int mark_column = 0;
};

// A JSON list of all hosts on the screen, as the page reads it:
// [{"id","key","kind":"sql","rect":[x,y,w,h],"clip":[..],"covers":[[..]],"label","placeholder","value","revision",
//   "read_only","live","font_px","completion":{..},"mark":[line,column]}]
std::string to_json_text(const std::vector<TextHost>& hosts);

}  // namespace loopready::kit
