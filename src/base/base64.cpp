#include "base/base64.h"

#include <cstdint>

namespace loopready::base {
namespace {

int digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

}  // namespace

Result<std::string> from_base64(std::string_view text) {
  while (!text.empty() && text.back() == '=') text.remove_suffix(1);
  if (text.size() % 4 == 1) return Error{ErrorKind::bad_input, "", "The bytes are cut off."};
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3 + 2);
  std::uint32_t held = 0;
  int n_bits = 0;
  for (const char c : text) {
    const int value = digit(c);
    if (value < 0) return Error{ErrorKind::bad_input, "", "This is no base64."};
    held = (held << 6) | static_cast<std::uint32_t>(value);
    n_bits += 6;
    if (n_bits < 8) continue;
    n_bits -= 8;
    bytes += static_cast<char>((held >> n_bits) & 0xFF);
  }
  return bytes;
}

}  // namespace loopready::base
