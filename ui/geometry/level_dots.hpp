// Where the marks of one row of a level scale stand: views of several sources side by side at their
// level, the bracket of what is expected, and the outline of each mark. The shape says who speaks,
// so that a row reads without colour. Pure; widgets and print draw the same points. Units are the
// caller's.
#pragma once

#include <memory_resource>
#include <span>
#include <vector>

#include "ui/geometry/rect.hpp"

namespace tandem::geometry {

enum class MarkShape : unsigned char { ring, square, disc, triangle, diamond, cross };

// Levels 1 to `levels`, the first and last at the ends of the line.
struct LevelScale {
  Rect line;  // its height is the row's; the line runs through the middle
  int levels = 5;
  float mark = 7;  // a mark's width
  float gap = 1;   // between two marks of one level

  // `half_level`: twice the level, so that 5 lies between levels 2 and 3.
  float x(int half_level) const;
};

// The centre of each mark, in the order given. Marks of one place stand beside each other about it;
// they move together only as far as the marks of the next place need.
std::pmr::vector<Point> level_dots(
    const LevelScale& scale, std::span<const int> half_levels,
    std::pmr::memory_resource* memory = std::pmr::get_default_resource());

// The bracket around a level: two corners above, two below. Wide enough for `marks` of them.
Rect expected_bracket(const LevelScale& scale, int level, int marks);

// The corners of a mark; empty for ring and disc, which are circles. `size` is the mark's width.
// Marks of equal size look equally heavy: the triangle and the diamond are a little larger.
std::pmr::vector<Point> mark_outline(
    MarkShape shape, Point centre, float size,
    std::pmr::memory_resource* memory = std::pmr::get_default_resource());
// The radius of ring and disc.
float mark_radius(float size);

}  // namespace tandem::geometry
