#include "ui/print/plan_setting.hpp"

namespace tandem::print {

using geometry::MarkShape;

Block PlanSetting::paragraph(std::vector<Run> runs, float before, const char* tag) const {
  const float tall = canvas.height(runs, kWidth);
  return {tall, before * scale, [&c = canvas, runs = std::move(runs), tag](float top) {
            const PageCanvas::Tag t{c, tag};
            c.text({kLeft, top}, kWidth, runs);
          }};
}

void draw_mark(PageCanvas& c, RatingSource source, Point at, float size) {
  const SourceMark& mark = mark_of(source);
  const float radius = geometry::mark_radius(size);
  if (mark.shape == MarkShape::ring)
    c.ring(at, radius, mark.ink, size * 0.17F);
  else if (mark.shape == MarkShape::disc)
    c.disc(at, radius, mark.ink);
  else
    c.polygon(geometry::mark_outline(mark.shape, at, size), mark.ink);
}

void draw_chip(PageCanvas& c, Orientation orientation, Point top_left, float size) {
  const Rect box = Rect::sized(top_left.x, top_left.y, size, size);
  const float radius = size * 0.2F;
  Ink letter = kText;
  if (orientation == Orientation::both) {
    c.fill(box, kLeaderSoft, radius);
    c.fill({box.centre().x, box.y0, box.x1, box.y1}, kManagerSoft, radius);
    c.fill({box.centre().x, box.y0, box.centre().x + radius, box.y1}, kManagerSoft);
  } else {
    const bool lead = orientation == Orientation::lead;
    c.fill(box, lead ? kLeaderSoft : kManagerSoft, radius);
    letter = lead ? kLeader : kManager;
  }
  const Style style{size * 0.66F, Weight::strong, letter, 1};
  const float tall = c.line_height(style);
  const Run run{std::string{letter_of(orientation)}, style};
  c.text({box.x0, box.centre().y - tall / 2}, size, {&run, 1}, Align::centre);
}

void draw_bracket(PageCanvas& c, const Rect& r) {
  const float tick = 2.6F;
  for (const float y : {r.y0, r.y1}) {
    const float end = y == r.y0 ? y + tick : y - tick;
    c.line({r.x0, y}, {r.x1, y}, kLineStrong, 0.9F);
    c.line({r.x0, y}, {r.x0, end}, kLineStrong, 0.9F);
    c.line({r.x1, y}, {r.x1, end}, kLineStrong, 0.9F);
  }
}

}  // namespace tandem::print
