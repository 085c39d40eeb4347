// Text fields: the kit draws the frame, the page lays a real field over it (text_host.h).
// Here: sql_field, prose_field, line_field.  Not here: the text itself; edits reach the app by key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopready::kit {

struct FieldText {
  std::string_view key;    // names the text in the app's state
  std::string_view value;
  std::int64_t revision = 0;
};

struct SqlFieldOptions {
  float height = 200;          // CSS pixels
  std::string completion;      // JSON {"tables":{"orders":["order_id", ...]}}
  int mark_line = 0;           // an error's place, from 1; 0: none
  int mark_column = 0;
  bool read_only = false;
};

void sql_field(std::string_view name, const FieldText& text, const SqlFieldOptions& options);
void prose_field(std::string_view name, const FieldText& text, float height, std::string_view placeholder);
void focus_field();  // the next line field drawn asks for the focus
// `live`: each keystroke is reported at once.
void line_field(std::string_view name, const FieldText& text, std::string_view placeholder, bool live, float width = 0);

}  // namespace loopready::kit
