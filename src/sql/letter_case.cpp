#include "sql/letter_case.h"

#include <cstdint>

namespace loopready::sql {
namespace {

// Capitals from first to last; their small letters stand `apart` further, or, where apart is 1, in turns with them.
struct Range {
  std::uint32_t first;
  std::uint32_t last;
  std::uint32_t apart;
};

constexpr Range kRanges[] = {{'A', 'Z', 32},          {0xC0, 0xD6, 32},        {0xD8, 0xDE, 32},
                             {0x100, 0x12E, 1},       {0x132, 0x136, 1},       {0x139, 0x147, 1},
                             {0x14A, 0x176, 1},       {0x179, 0x17D, 1},       {0x1CD, 0x1DB, 1},
                             {0x1DE, 0x1EE, 1},       {0x1F8, 0x21E, 1},       {0x222, 0x232, 1},
                             {0x386, 0x386, 38},      {0x388, 0x38A, 37},      {0x38C, 0x38C, 64},
                             {0x38E, 0x38F, 63},      {0x391, 0x3A1, 32},      {0x3A3, 0x3AB, 32},
                             {0x400, 0x40F, 80},      {0x410, 0x42F, 32},      {0x460, 0x480, 1},
                             {0x48A, 0x4BE, 1},       {0x4C1, 0x4CD, 1},       {0x4D0, 0x52E, 1},
                             {0x531, 0x556, 48},      {0x1E00, 0x1E94, 1},     {0x1EA0, 0x1EFE, 1}};

constexpr std::uint32_t kLargeYDiaeresis = 0x178, kSmallYDiaeresis = 0xFF;

std::uint32_t other_case(std::uint32_t code, bool upper) {
  if (code == kSmallYDiaeresis && upper) return kLargeYDiaeresis;
  if (code == kLargeYDiaeresis && !upper) return kSmallYDiaeresis;
  if (code == 0x3C2 && upper) return 0x3A3;  // final sigma
  for (const Range& one : kRanges) {
    if (one.apart == 1) {
      if (code < one.first || code > one.last + 1) continue;
      const bool large = (code - one.first) % 2 == 0;
      return large == upper ? code : large ? code + 1 : code - 1;
    }
    if (!upper && code >= one.first && code <= one.last) return code + one.apart;
    if (upper && code >= one.first + one.apart && code <= one.last + one.apart) return code - one.apart;
  }
  return code;
}

// Beyond the letters of two cases: not the signs of Latin-1, punctuation, arrows and symbols.
bool is_letter(std::uint32_t code) {
  if (other_case(code, true) != code || other_case(code, false) != code) return true;
  return code >= 0xC0 && code != 0xD7 && code != 0xF7 && !(code >= 0x2000 && code <= 0x2BFF) &&
         !(code >= 0x3000 && code <= 0x303F);
}

// The character at text[at], which moves behind it; bytes that are no UTF-8 stand for themselves.
std::uint32_t take_character(std::string_view text, std::size_t& at, std::size_t& length) {
  const auto lead = static_cast<unsigned char>(text[at]);
  length = lead >= 0xF0u ? 4 : lead >= 0xE0u ? 3 : lead >= 0xC0u ? 2 : 1;
  if (at + length > text.size()) length = 1;
  std::uint32_t code = length == 1 ? lead : lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  at += length;
  return code;
}

void add_character(std::string& text, std::uint32_t code) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0u | code >> 6);
    add(0x80u | (code & 0x3Fu));
  } else {
    add(0xE0u | code >> 12);
    add(0x80u | (code >> 6 & 0x3Fu));
    add(0x80u | (code & 0x3Fu));
  }
}

template <class Upper>
std::string in_case(std::string_view text, const Upper& upper) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0, length = 0; at < text.size();) {
    const std::size_t start = at;
    const std::uint32_t code = take_character(text, at, length);
    const std::uint32_t other = other_case(code, upper(code));
    if (other == code || (length == 1 && code >= 0x80)) result += text.substr(start, length);
    else add_character(result, other);
  }
  return result;
}

}  // namespace

std::string to_upper(std::string_view text) {
  return in_case(text, [](std::uint32_t) { return true; });
}

std::string to_lower(std::string_view text) {
  return in_case(text, [](std::uint32_t) { return false; });
}

std::string to_initcap(std::string_view text) {
  bool inside = false;
  return in_case(text, [&](std::uint32_t code) {
    const bool upper = !inside;
    inside = is_letter(code) || (code >= '0' && code <= '9');
    return upper;
  });
}

}  // namespace loopready::sql
