// What shows that a job of the engine lasts: nothing at first, for most end within a blink and a flicker helps nobody;
// then its buttons are grey, and there are Cancel and the seconds so far.
#pragma once

#include <cstdint>
#include <string>

namespace loopready::screens {

// Whether a job begun then has lasted long enough to be shown. Asks for the frame that shows it.
bool job_lasts(std::int64_t now_ms, std::int64_t since_ms);
// "Running… 3 s" for `what` "Running". True: Cancel was pressed.
bool draw_job(const std::string& what, std::int64_t now_ms, std::int64_t since_ms);

}  // namespace loopready::screens
