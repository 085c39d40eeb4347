// A short fingerprint of a text, to notice damage; no protection against intent.
// Here: fnv1a, hex_text.
// Source: FNV-1a with 64 bits, draft-eastlake-fnv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopready::app {

constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325u;

std::uint64_t fnv1a(std::string_view text, std::uint64_t basis = kFnvBasis);
std::string hex_text(std::uint64_t value);  // 16 digits, small letters

}  // namespace loopready::app
