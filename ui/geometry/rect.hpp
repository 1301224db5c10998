// Rectangles that are cut into smaller ones: the way every page here is laid out. A page starts
// with one rectangle and takes strips off its sides; no widget computes another widget's place.
// Used by ui/widgets, ui/print and the tests; knows no drawing library. Unit: pixels or points, the
// caller's choice; y grows downwards.
#pragma once

#include <algorithm>

namespace tandem::geometry {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

struct Rect {
  float x0 = 0;
  float y0 = 0;
  float x1 = 0;
  float y1 = 0;

  bool operator==(const Rect&) const = default;

  static constexpr Rect sized(float x, float y, float w, float h) { return {x, y, x + w, y + h}; }

  constexpr float width() const { return x1 - x0; }
  constexpr float height() const { return y1 - y0; }
  constexpr Point centre() const { return {(x0 + x1) / 2, (y0 + y1) / 2}; }
  constexpr bool empty() const { return x1 <= x0 || y1 <= y0; }
  constexpr bool contains(float x, float y) const { return x >= x0 && x < x1 && y >= y0 && y < y1; }
  constexpr bool overlaps(const Rect& other) const {
    return x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1;
  }

  constexpr Rect inset(float dx, float dy) const { return {x0 + dx, y0 + dy, x1 - dx, y1 - dy}; }
  constexpr Rect inset(float d) const { return inset(d, d); }
  constexpr Rect moved(float dx, float dy) const { return {x0 + dx, y0 + dy, x1 + dx, y1 + dy}; }

  // Each takes a strip off one side, never more than is left, and then drops `gap` as well.
  constexpr Rect cut_left(float w, float gap = 0) {
    const Rect strip{x0, y0, std::min(x0 + w, x1), y1};
    x0 = std::min(strip.x1 + gap, x1);
    return strip;
  }
  constexpr Rect cut_right(float w, float gap = 0) {
    const Rect strip{std::max(x1 - w, x0), y0, x1, y1};
    x1 = std::max(strip.x0 - gap, x0);
    return strip;
  }
  constexpr Rect cut_top(float h, float gap = 0) {
    const Rect strip{x0, y0, x1, std::min(y0 + h, y1)};
    y0 = std::min(strip.y1 + gap, y1);
    return strip;
  }
  constexpr Rect cut_bottom(float h, float gap = 0) {
    const Rect strip{x0, std::max(y1 - h, y0), x1, y1};
    y1 = std::max(strip.y0 - gap, y0);
    return strip;
  }

  // The part `index` of `count` equal columns with `gap` between them.
  constexpr Rect column(int index, int count, float gap) const {
    const float w = (width() - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    const float x = x0 + static_cast<float>(index) * (w + gap);
    return {x, y0, x + w, y1};
  }

  // A rectangle of this size in the middle of this one, or only vertically in the middle.
  constexpr Rect middle(float w, float h) const {
    const Point c = centre();
    return sized(c.x - w / 2, c.y - h / 2, w, h);
  }
  constexpr Rect middle_row(float h) const {
    return {x0, centre().y - h / 2, x1, centre().y + h / 2};
  }
};

}  // namespace tandem::geometry
