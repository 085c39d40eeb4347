// Broken promises of our own code end the program, loudly.
// Here: LR_CHECK.  Not here: bad input (result.h) and a learner's mistakes (model/verdict.h).
#pragma once

namespace loopready::base {

// Prints file, line, condition and text to standard error, then aborts.
[[noreturn]] void fail_check(const char* file, int line, const char* condition, const char* text);

}  // namespace loopready::base

#define LR_CHECK(condition, text)                                                \
  do {                                                                           \
    if (!(condition))                                                            \
      ::loopready::base::fail_check(__FILE__, __LINE__, #condition, (text));     \
  } while (false)
