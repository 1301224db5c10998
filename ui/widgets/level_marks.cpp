#include "ui/widgets/level_marks.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/frame_memory.hpp"

namespace tandem::ui {
namespace {

void draw_mark(geometry::MarkShape shape, geometry::Point c, float size, bool old) {
  using geometry::MarkShape;
  const bool grey = shape == MarkShape::disc || shape == MarkShape::triangle;
  const ImU32 colour = ink(grey ? Colour::muted : Colour::text, old ? 0.55F : 1);
  const float radius = geometry::mark_radius(size);
  if (shape == MarkShape::ring) {
    canvas().AddCircleFilled({c.x, c.y}, radius, ink(Colour::raised), 24);
    canvas().AddCircle({c.x, c.y}, radius - px(1) / 2, colour, 24, 1.6F * scale());
    return;
  }
  if (shape == MarkShape::disc) {
    canvas().AddCircleFilled({c.x, c.y}, radius, colour, 24);
    return;
  }
  std::pmr::vector<ImVec2> points(frame_memory());
  for (const geometry::Point& p : geometry::mark_outline(shape, c, size, frame_memory()))
    points.push_back({p.x, p.y});
  if (shape == MarkShape::cross) {  // not convex: its two bars
    const auto bar = [&](std::size_t a, std::size_t b) {
      canvas().AddRectFilled(points[a], points[b], colour);
    };
    bar(0, 6);
    bar(10, 4);
    return;
  }
  canvas().AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), colour);
}

}  // namespace

void level_mark(const Rect& r, geometry::MarkShape shape, float size, bool old) {
  draw_mark(shape, r.centre(), px(size), old);
}

void level_row(const Rect& r, std::span<const LevelMark> marks, std::optional<int> expected,
               bool not_expected) {
  const geometry::LevelScale scale_line{.line = r, .mark = px(11), .gap = px(2)};
  const float y = std::floor(r.centre().y);
  if (not_expected) {
    for (float x = r.x0; x <= r.x1; x += px(6))
      fill(Rect::sized(std::round(x), y, px(2), px(1)), ink(Colour::line_strong));
  } else {
    line_h(r.x0, r.x1, y, ink(Colour::line));
    for (int level = 1; level <= scale_line.levels; ++level) {
      const bool end = level == 1 || level == scale_line.levels;
      const float half = end ? px(5) : px(3);
      line_v(std::round(scale_line.x(2 * level)), y - half, y + half + hair(),
             ink(Colour::line_strong, 0.7F));
    }
  }
  std::pmr::vector<int> places(frame_memory());
  for (const LevelMark& m : marks) places.push_back(m.half_level);
  if (expected && !not_expected) {
    const int at = static_cast<int>(std::ranges::count(places, 2 * *expected));
    const Rect box = snapped(geometry::expected_bracket(scale_line, *expected, at));
    const ImU32 edge = ink(Colour::line_strong);
    for (const float x : {box.x0, box.x1 - hair()}) {
      line_v(x, box.y0, box.y0 + px(5), edge);
      line_v(x, box.y1 - px(5), box.y1, edge);
    }
    line_h(box.x0, box.x1, box.y0, edge);
    line_h(box.x0, box.x1, box.y1 - hair(), edge);
  }
  const auto dots = geometry::level_dots(scale_line, places, frame_memory());
  for (std::size_t k = 0; k < dots.size(); ++k)
    draw_mark(marks[k].shape, dots[k], scale_line.mark, marks[k].old);
}

}  // namespace tandem::ui
