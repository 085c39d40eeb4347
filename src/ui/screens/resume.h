// The résumé bench: pasted bullets, each with what it shows, what is missing and one question.
// Here: the screen.  Not here: reading bullets (story/resume.h), the words it looks for (model/preparation.h).
#pragma once

#include <string>

#include "app/app.h"
#include "story/resume.h"

namespace loopready::screens {

struct ResumeLook {
  std::string checked;  // the text of `check`
  bool ready = false;
  std::string problem;  // why it can't be checked, else empty
  story::ResumeCheck check;
  std::size_t n_open = 0;  // how many bullets are shown
};

void draw_resume(const app::App& app, ResumeLook& look, app::Commands& commands);

}  // namespace loopready::screens
