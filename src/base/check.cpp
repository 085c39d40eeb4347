#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace loopready::base {

void fail_check(const char* file, int line, const char* condition, const char* text) {
  std::fprintf(stderr, "%s:%d: broken promise: %s (%s)\n", file, line, text, condition);
  std::fflush(stderr);
  std::abort();
}

}  // namespace loopready::base
