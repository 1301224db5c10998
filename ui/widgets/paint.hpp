// Shapes the design is made of, on the current window's draw list: fills, hairlines, dashes,
// hatches, two-tone fills and the focus ring. Draws only; no items, no input. Coordinates are
// screen pixels.
#pragma once

#include <imgui.h>

#include "ui/geometry/rect.hpp"
#include "ui/widgets/theme.hpp"

namespace tandem::ui {

using geometry::Rect;

inline ImVec2 low(const Rect& r) { return {r.x0, r.y0}; }
inline ImVec2 high(const Rect& r) { return {r.x1, r.y1}; }

ImDrawList& canvas();

// The same rectangle on whole pixels.
Rect snapped(const Rect& r);

void fill(const Rect& r, ImU32 colour, float radius = 0);
// A line of `thickness` just inside the rectangle.
void outline(const Rect& r, ImU32 colour, float radius = 0, float thickness = hair());
void dashed_outline(const Rect& r, ImU32 colour, float radius = 0, float thickness = hair());
void line_h(float x0, float x1, float y, ImU32 colour);  // hairline, y is its upper edge
void line_v(float x, float y0, float y1, ImU32 colour);  // hairline, x is its left edge
void dashed_line_h(float x0, float x1, float y, ImU32 colour);
// 45 degree strokes, each clipped to the rectangle.
void hatch(const Rect& r);
// Left half one colour, right half another, rounded on the outer corners only.
void split_fill(const Rect& r, ImU32 left, ImU32 right, float radius);
// Upper half one colour, lower half another, rounded on the left: the edge of a session for both.
void edge_stripe(const Rect& r, ImU32 upper, ImU32 lower, float width, float radius);
void card(const Rect& r);
// The keyboard's place: a ring outside the control, `gap` away from it.
void focus_ring(const Rect& r, float radius, float gap = px(1));

}  // namespace tandem::ui
