#include "ui/kit/fonts.h"

#include <cstdint>

namespace loopready::kit {
namespace {

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t n) {
  if (at + n > bytes.size()) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < n; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// Offset of a table by its four letters, 0 when it isn't there.
std::size_t table_offset(std::string_view bytes, std::string_view tag) {
  const std::uint32_t n_tables = big_endian(bytes, 4, 2);
  for (std::size_t i = 0; i < n_tables && 12 + 16 * (i + 1) <= bytes.size(); ++i)
    if (bytes.substr(12 + 16 * i, 4) == tag) return big_endian(bytes, 12 + 16 * i + 8, 4);
  return 0;
}

}  // namespace

float em_height(std::string_view true_type) {
  const std::size_t head = true_type.size() < 12 ? 0 : table_offset(true_type, "head");
  const std::size_t hhea = true_type.size() < 12 ? 0 : table_offset(true_type, "hhea");
  const std::uint32_t units = head == 0 ? 0 : big_endian(true_type, head + 18, 2);
  if (hhea == 0 || units == 0) return 1.2f;
  const auto ascender = static_cast<std::int16_t>(big_endian(true_type, hhea + 4, 2));
  const auto descender = static_cast<std::int16_t>(big_endian(true_type, hhea + 6, 2));
  return static_cast<float>(ascender - descender) / static_cast<float>(units);
}

}  // namespace loopready::kit
