// Names for records that no other start of the program gives again.
// Here: uuid_text.  Not here: chance; the host draws the seed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopready::app {

// The n-th uuid of a seed, spelt like version 4. The seed is 32 hex digits; any other text is hashed into as many bits.
std::string uuid_text(std::string_view seed, std::int64_t n);

}  // namespace loopready::app
