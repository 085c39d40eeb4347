#include "app/uuid.h"

#include <charconv>

#include "app/fingerprint.h"

namespace loopready::app {
namespace {

// False unless the text is exactly 16 hex digits.
bool read_hex(std::string_view text, std::uint64_t& value) {
  if (text.size() != 16) return false;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return problem == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string uuid_text(std::string_view seed, std::int64_t n) {
  std::uint64_t high = 0, low = 0;
  if (seed.size() != 32 || !read_hex(seed.substr(0, 16), high) || !read_hex(seed.substr(16), low)) {
    high = fnv1a(seed);
    low = fnv1a(seed, ~kFnvBasis);
  }
  low += static_cast<std::uint64_t>(n);
  high = (high & 0xffffffffffff0fffu) | 0x4000u;               // version 4
  low = (low & 0x3fffffffffffffffu) | 0x8000000000000000u;   // the usual variant
  const std::string a = hex_text(high), b = hex_text(low);
  return a.substr(0, 8) + "-" + a.substr(8, 4) + "-" + a.substr(12) + "-" + b.substr(0, 4) + "-" + b.substr(4);
}

}  // namespace loopready::app
