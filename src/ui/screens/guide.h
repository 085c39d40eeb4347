// The guide: its contents and search at "#/guide", a page at "#/guide/<page>", a section of it at "#/guide/<page>/<section>".
// Here: both.  Not here: pictures (guide_pictures.h), searching (app/guide.h), the words (content/guide).
#pragma once

#include <string>
#include <vector>

#include "app/app.h"
#include "app/guide.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

struct GuideLook {
  std::string aimed;      // the address whose section was last scrolled to
  int n_aim_frames = 0;   // still to be asked for
  std::string page;       // the page drawn last
  int contents_open = -1; // -1: as the width suggests
  std::string query;      // what `hits` were found for
  std::vector<app::GuideHit> hits;
  LabLook parts;          // of the pictures
};

void draw_guide(const app::App& app, GuideLook& look, app::Commands& commands);

}  // namespace loopready::screens
