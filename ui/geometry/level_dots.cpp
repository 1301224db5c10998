#include "ui/geometry/level_dots.hpp"

#include <algorithm>
#include <map>

namespace tandem::geometry {

float LevelScale::x(int half_level) const {
  return line.x0 +
         line.width() * static_cast<float>(half_level - 2) / static_cast<float>(2 * (levels - 1));
}

std::vector<Point> level_dots(const LevelScale& scale, std::span<const int> half_levels) {
  std::map<int, int> count;  // by place
  for (const int place : half_levels) ++count[place];
  // Two neighbouring places share the room between them.
  float step = scale.mark + scale.gap;
  for (auto it = count.begin(); it != count.end(); ++it) {
    const auto next = std::next(it);
    if (next == count.end()) break;
    const float room = scale.x(next->first) - scale.x(it->first);
    step = std::min(step, 2 * room / static_cast<float>(it->second + next->second));
  }
  std::map<int, int> used;
  std::vector<Point> out;
  for (const int place : half_levels) {
    const float at = static_cast<float>(used[place]++) - static_cast<float>(count[place] - 1) / 2;
    out.push_back({scale.x(place) + at * step, scale.line.centre().y});
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

std::vector<Point> mark_outline(MarkShape shape, Point c, float size) {
  const float r = size / 2;
  switch (shape) {
    case MarkShape::ring:
    case MarkShape::disc:
      return {};
    case MarkShape::square: {
      const float s = r * 0.89F;  // the area of the disc
      return {{c.x - s, c.y - s}, {c.x + s, c.y - s}, {c.x + s, c.y + s}, {c.x - s, c.y + s}};
    }
    case MarkShape::triangle: {
      const float s = r * 1.12F;
      return {{c.x, c.y - s}, {c.x + s, c.y + s * 0.8F}, {c.x - s, c.y + s * 0.8F}};
    }
    case MarkShape::diamond: {
      const float s = r * 1.16F;
      return {{c.x, c.y - s}, {c.x + s, c.y}, {c.x, c.y + s}, {c.x - s, c.y}};
    }
    case MarkShape::cross: {
      const float s = r * 1.05F;
      const float t = r * 0.36F;
      return {{c.x - t, c.y - s}, {c.x + t, c.y - s}, {c.x + t, c.y - t}, {c.x + s, c.y - t},
              {c.x + s, c.y + t}, {c.x + t, c.y + t}, {c.x + t, c.y + s}, {c.x - t, c.y + s},
              {c.x - t, c.y + t}, {c.x - s, c.y + t}, {c.x - s, c.y - t}, {c.x - t, c.y - t}};
    }
  }
  return {};
}

float mark_radius(float size) { return size / 2; }

}  // namespace tandem::geometry
