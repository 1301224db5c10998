// Reading UTF-8 one character at a time, for fonts and text fitting. Malformed bytes read as
// U+FFFD, one byte each, so that a loop always ends.
#pragma once

#include <cstddef>
#include <string_view>

namespace tandem::ui {

// Returns: the character at `at`, and moves `at` behind it. Requires: at < text.size().
inline char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t k) {
    return k < text.size() ? static_cast<unsigned char>(text[k]) : static_cast<unsigned char>(0);
  };
  const unsigned char first = byte(at);
  const std::size_t length = first < 0x80             ? 1
                             : (first & 0xE0) == 0xC0 ? 2
                             : (first & 0xF0) == 0xE0 ? 3
                             : (first & 0xF8) == 0xF0 ? 4
                                                      : 0;
  if (length == 1) return text[at++] & 0x7F;
  char32_t value = length == 0 ? 0 : first & (0x7FU >> length);
  for (std::size_t k = 1; k < length; ++k) {
    if ((byte(at + k) & 0xC0) != 0x80) {
      ++at;
      return 0xFFFD;
    }
    value = value << 6 | (byte(at + k) & 0x3F);
  }
  at += length == 0 ? 1 : length;
  return length == 0 ? 0xFFFD : value;
}

}  // namespace tandem::ui
