// The four fonts, and text sizes in CSS pixels as a browser means them.
// Here: Face, FontBytes, em_height.  Not here: drawing text (text.h).
// Terms: Dear ImGui sizes a font by ascender minus descender, CSS by its em; em_height is the ratio of the two.
#pragma once

#include <string>
#include <string_view>

namespace loopready::kit {

enum class Face { regular, semibold, mono, icons };
inline constexpr int kFaces = 4;

struct FontBytes {
  std::string face[kFaces];  // TrueType files, by Face; kept alive as long as the kit
};

// (ascender - descender) / units per em, from the file's hhea and head tables; 1.2 when they can't be read.
float em_height(std::string_view true_type);

}  // namespace loopready::kit
