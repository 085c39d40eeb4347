// What the bullets of a résumé show and what they leave out: action, method, result, number, tools, principle.
// Here: bullets_of, check_resume.  Not here: the words it looks for (model/preparation.h), the screen.
// Terms: offsets are bytes of the bullet's text, always between characters; a mark is a weak place. It reads words, not meaning, and
// gives no score. Words match in any letter case and in British and American spelling; a stem matches the beginning of a word.
// Errors: too_large above kMostBytes or kMostBullets; bad_input for text that is not UTF-8.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/preparation.h"

namespace loopready::story {

inline constexpr std::size_t kMostBytes = 100'000;
inline constexpr std::size_t kMostBullets = 300;

enum class Part { action, method, result, number, tools, principle };
inline constexpr int kParts = 6;

struct ResumeMark {
  std::size_t begin = 0, end = 0;
  std::string why;
  std::string instead;
};

struct BulletCheck {
  std::string text;
  std::array<bool, kParts> shown = {};
  std::array<std::string, kParts> evidence = {};  // the words that show it: "cut", "A/B test", "12 %"
  std::vector<std::string> principles;            // slugs, as the words suggest
  std::vector<ResumeMark> marks;                  // in order, apart from each other
  std::string advice;                             // on the opening, when no action begins it; else empty
  std::string question;                           // the one to answer next
};

struct ResumeCheck {
  std::vector<BulletCheck> bullets;
  std::array<int, kParts> n_shown = {};
  int n_marks = 0;
  int n_lines_left_out = 0;  // headings, dates, names: no bullets
};

const char* part_name(Part part);  // "Action"

struct Bullets {
  std::vector<std::string> texts;
  int n_left_out = 0;
};
// With "-", "•", "*" or numbers before them where any line has such a mark (a wrapped line goes on with the one before), else by lines
// of at least three words.
Bullets bullets_of(std::string_view text);

base::Result<ResumeCheck> check_resume(std::string_view text, const model::ResumeWords& words);

}  // namespace loopready::story
