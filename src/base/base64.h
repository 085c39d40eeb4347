// Bytes as text that JSON can carry.
// Here: from_base64.  Not here: writing it (the page does).
// Errors: bad_input when a character is none of the alphabet's 64 or the length can't be.
// Source: RFC 4648, section 4.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace loopready::base {

Result<std::string> from_base64(std::string_view text);

}  // namespace loopready::base
