#include "app/fingerprint.h"

namespace loopready::app {

std::uint64_t fnv1a(std::string_view text, std::uint64_t basis) {
  constexpr std::uint64_t kPrime = 0x100000001b3u;
  std::uint64_t hash = basis;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

std::string hex_text(std::uint64_t value) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) text[i] = kDigits[value & 15];
  return text;
}

}  // namespace loopready::app
