// A picture as pixels: rows from the top, four bytes a pixel (red, green, blue, opacity). Made by
// ui/print, shown by ui/widgets; knows no drawing library.
#pragma once

#include <cstdint>
#include <vector>

namespace tandem::geometry {

struct Picture {
  int width{};
  int height{};
  std::vector<std::uint8_t> rgba;

  bool operator==(const Picture&) const = default;
};

}  // namespace tandem::geometry
