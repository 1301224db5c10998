#include "ui/widgets/paint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/frame_memory.hpp"

namespace tandem::ui {
namespace {

ImVec2 at(std::span<const ImVec2> points, std::span<const float> along, float distance) {
  const auto next = std::upper_bound(along.begin(), along.end(), distance);
  const auto k = static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(next - along.begin(), 1, std::ssize(along) - 1));
  const float part = (distance - along[k - 1]) / std::max(along[k] - along[k - 1], 1e-4F);
  const ImVec2 a = points[k - 1];
  const ImVec2 b = points[k];
  return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

// Strokes every other stretch of a path, corners included.
void dashes(std::span<const ImVec2> points, float on, float off, ImU32 colour, float thickness) {
  std::pmr::vector<float> along(1, 0, frame_memory());
  for (std::size_t k = 1; k < points.size(); ++k) {
    along.push_back(along.back() +
                    std::hypot(points[k].x - points[k - 1].x, points[k].y - points[k - 1].y));
  }
  std::pmr::vector<ImVec2> piece(frame_memory());
  for (float from = 0; from < along.back(); from += on + off) {
    const float to = std::min(from + on, along.back());
    piece.assign({at(points, along, from)});
    for (std::size_t k = 0; k < points.size(); ++k) {
      if (along[k] > from && along[k] < to) piece.push_back(points[k]);
    }
    piece.push_back(at(points, along, to));
    stroke(canvas(), piece, colour, false, thickness);
  }
}

}  // namespace

ImDrawList& canvas() { return *ImGui::GetWindowDrawList(); }

Rect snapped(const Rect& r) {
  return {std::round(r.x0), std::round(r.y0), std::round(r.x1), std::round(r.y1)};
}

void fill(const Rect& r, ImU32 colour, float radius) {
  if (r.empty()) return;
  canvas().AddRectFilled(low(r), high(r), colour, radius);
}

void outline(const Rect& r, ImU32 colour, float radius, float thickness) {
  if (r.empty()) return;
  const Rect middle = r.inset(thickness / 2);
  stroke_rect(canvas(), low(middle), high(middle), colour, std::max(0.0F, radius - thickness / 2),
              thickness);
}

void dashed_outline(const Rect& r, ImU32 colour, float radius, float thickness) {
  if (r.empty()) return;
  const Rect m = r.inset(thickness / 2);
  const float round = std::min(std::max(0.0F, radius - thickness / 2), m.height() / 2);
  std::pmr::vector<ImVec2> points(frame_memory());
  const auto corner = [&](float cx, float cy, float quarter) {
    for (int k = 0; k <= 4; ++k) {
      const float a = (quarter + static_cast<float>(k) / 4) * std::numbers::pi_v<float> / 2;
      points.push_back({cx + round * std::cos(a), cy + round * std::sin(a)});
    }
  };
  corner(m.x0 + round, m.y0 + round, 2);
  corner(m.x1 - round, m.y0 + round, 3);
  corner(m.x1 - round, m.y1 - round, 0);
  corner(m.x0 + round, m.y1 - round, 1);
  points.push_back(points.front());
  dashes(points, px(3), px(3), colour, thickness);
}

void line_h(float x0, float x1, float y, ImU32 colour) {
  const float top = std::round(y);
  fill({x0, top, x1, top + hair()}, colour);
}

void line_v(float x, float y0, float y1, ImU32 colour) {
  const float left = std::round(x);
  fill({left, y0, left + hair(), y1}, colour);
}

void dashed_line_h(float x0, float x1, float y, ImU32 colour) {
  const float top = std::round(y);
  for (float x = x0; x < x1; x += px(6)) {
    fill({x, top, std::min(x + px(3), x1), top + hair()}, colour);
  }
}

void hatch(const Rect& r) {
  if (r.empty()) return;
  canvas().PushClipRect(low(r), high(r), true);  // thick strokes end outside otherwise
  const float step = 7 * scale() * std::numbers::sqrt2_v<float>;
  const float thickness = 1.4F * scale();
  const ImU32 colour = ink(Colour::hatch);
  // Strokes x + y = c. Anchored to the screen, so that neighbouring hatches meet.
  const float first = std::ceil((r.x0 + r.y0) / step) * step;
  for (float c = first; c < r.x1 + r.y1; c += step) {
    const float x0 = std::max(r.x0, c - r.y1) - thickness;
    const float x1 = std::min(r.x1, c - r.y0) + thickness;
    const std::array line{ImVec2{x0, c - x0}, ImVec2{x1, c - x1}};
    stroke(canvas(), line, colour, false, thickness);
  }
  canvas().PopClipRect();
}

void split_fill(const Rect& r, ImU32 left, ImU32 right, float radius) {
  const float middle = std::round((r.x0 + r.x1) / 2);
  canvas().AddRectFilled(low(r), {middle, r.y1}, left, radius, ImDrawFlags_RoundCornersLeft);
  canvas().AddRectFilled({middle, r.y0}, high(r), right, radius, ImDrawFlags_RoundCornersRight);
}

void edge_stripe(const Rect& r, ImU32 upper, ImU32 lower, float width, float radius) {
  const float middle = std::round((r.y0 + r.y1) / 2);
  // Drawn as the rounded body clipped to its left edge, so that the corners match it.
  canvas().PushClipRect(low(r), {r.x0 + width, middle}, true);
  canvas().AddRectFilled(low(r), high(r), upper, radius);
  canvas().PopClipRect();
  canvas().PushClipRect({r.x0, middle}, {r.x0 + width, r.y1}, true);
  canvas().AddRectFilled(low(r), high(r), lower, radius);
  canvas().PopClipRect();
}

void card(const Rect& r) {
  fill(r, ink(Colour::raised), px(metric::kCardRadius));
  outline(r, ink(Colour::line), px(metric::kCardRadius));
}

void focus_ring(const Rect& r, float radius, float gap) {
  const float out = gap + px(2);
  outline(r.inset(-out), ink(Colour::accent), radius + out, px(2));
}

}  // namespace tandem::ui
