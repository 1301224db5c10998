#include "ui/geometry/level_dots.hpp"

#include <algorithm>

namespace tandem::geometry {

float LevelScale::x(int half_level) const {
  return line.x0 +
         line.width() * static_cast<float>(half_level - 2) / static_cast<float>(2 * (levels - 1));
}

std::pmr::vector<Point> level_dots(const LevelScale& scale, std::span<const int> half_levels,
                                   std::pmr::memory_resource* memory) {
  const auto marks_at = [&](int place) {
    return static_cast<float>(std::ranges::count(half_levels, place));
  };
  // Two neighbouring places share the room between them.
  float step = scale.mark + scale.gap;
  for (const int a : half_levels)
    for (const int b : half_levels)
      if (a < b) step = std::min(step, 2 * (scale.x(b) - scale.x(a)) / (marks_at(a) + marks_at(b)));
  std::pmr::vector<Point> out(memory);
  for (std::size_t k = 0; k < half_levels.size(); ++k) {
    const int place = half_levels[k];
    const auto before = static_cast<float>(std::ranges::count(half_levels.first(k), place));
    out.push_back(
        {scale.x(place) + (before - (marks_at(place) - 1) / 2) * step, scale.line.centre().y});
  }
  return out;
}

Rect expected_bracket(const LevelScale& scale, int level, int marks) {
  const auto n = static_cast<float>(std::max(marks, 1));
  const float width = n * scale.mark + (n - 1) * scale.gap + scale.mark * 0.9F;
  const float height = scale.mark * 1.9F;
  return Rect::sized(scale.x(2 * level) - width / 2, scale.line.centre().y - height / 2, width,
                     height);
}

std::pmr::vector<Point> mark_outline(MarkShape shape, Point c, float size,
                                     std::pmr::memory_resource* memory) {
  using Points = std::pmr::vector<Point>;
  const float r = size / 2;
  switch (shape) {
    case MarkShape::ring:
    case MarkShape::disc:
      return Points(memory);
    case MarkShape::square: {
      const float s = r * 0.89F;  // the area of the disc
      return Points(
          {{c.x - s, c.y - s}, {c.x + s, c.y - s}, {c.x + s, c.y + s}, {c.x - s, c.y + s}}, memory);
    }
    case MarkShape::triangle: {
      const float s = r * 1.12F;
      return Points({{c.x, c.y - s}, {c.x + s, c.y + s * 0.8F}, {c.x - s, c.y + s * 0.8F}}, memory);
    }
    case MarkShape::diamond: {
      const float s = r * 1.16F;
      return Points({{c.x, c.y - s}, {c.x + s, c.y}, {c.x, c.y + s}, {c.x - s, c.y}}, memory);
    }
    case MarkShape::cross: {
      const float s = r * 1.05F;
      const float t = r * 0.36F;
      return Points({{c.x - t, c.y - s},
                     {c.x + t, c.y - s},
                     {c.x + t, c.y - t},
                     {c.x + s, c.y - t},
                     {c.x + s, c.y + t},
                     {c.x + t, c.y + t},
                     {c.x + t, c.y + s},
                     {c.x - t, c.y + s},
                     {c.x - t, c.y + t},
                     {c.x - s, c.y + t},
                     {c.x - s, c.y - t},
                     {c.x - t, c.y - t}},
                    memory);
    }
  }
  return Points(memory);
}

float mark_radius(float size) { return size / 2; }

}  // namespace tandem::geometry
