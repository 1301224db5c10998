#include "ui/widgets/icons.hpp"

#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <vector>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/frame_memory.hpp"

namespace tandem::ui {
namespace {

// Draws in the 16-unit box, at the place and size of one icon.
class Pen {
 public:
  Pen(ImVec2 origin, float unit, ImU32 colour, float weight)
      : origin_(origin), unit_(unit), colour_(colour), width_(weight * unit) {}

  void path(std::initializer_list<ImVec2> points, bool closed = false) {
    line_.clear();
    for (const ImVec2 p : points) line_.push_back(place(p));
    finish(closed);
  }
  void line(float x0, float y0, float x1, float y1) { path({{x0, y0}, {x1, y1}}); }
  void circle(float x, float y, float r) { arc(x, y, r, 0, 360); }
  void dot(float x, float y, float r) {
    canvas().AddCircleFilled(place({x, y}), r * unit_, colour_, 16);
  }
  // Clockwise on screen, in degrees from the right.
  void arc(float x, float y, float r, float from, float to) {
    line_.clear();
    add_arc(x, y, r, from, to);
    finish(to - from >= 360);
  }
  void box(float x, float y, float w, float h, float r) {
    line_.clear();
    add_arc(x + r, y + r, r, 180, 270);
    add_arc(x + w - r, y + r, r, 270, 360);
    add_arc(x + w - r, y + h - r, r, 0, 90);
    add_arc(x + r, y + h - r, r, 90, 180);
    finish(true);
  }
  // A cubic from the current point list's start.
  void curve(ImVec2 a, ImVec2 b, ImVec2 c, ImVec2 d) {
    line_.clear();
    add_curve(a, b, c, d);
    finish(false);
  }
  // A half turn: out from `a`, round with radius r on the side of `to`, back at b.
  void shoulders(float x0, float x1, float y0, float y1) {
    const float middle = (x0 + x1) / 2;
    line_.clear();
    add_curve({x0, y1}, {x0 + 0.6F, y0 + 1.6F}, {x0 + 2.9F, y0}, {middle, y0});
    add_curve({middle, y0}, {x1 - 2.9F, y0}, {x1 - 0.6F, y0 + 1.6F}, {x1, y1});
    finish(false);
  }

 private:
  ImVec2 place(ImVec2 p) const { return {origin_.x + p.x * unit_, origin_.y + p.y * unit_}; }
  void add_arc(float x, float y, float r, float from, float to) {
    const int steps = std::max(4, static_cast<int>((to - from) / 15));
    for (int k = 0; k <= steps; ++k) {
      const float degrees = from + (to - from) * static_cast<float>(k) / static_cast<float>(steps);
      const float a = degrees * std::numbers::pi_v<float> / 180;
      line_.push_back(place({x + r * std::cos(a), y + r * std::sin(a)}));
    }
  }
  void add_curve(ImVec2 a, ImVec2 b, ImVec2 c, ImVec2 d) {
    for (int k = 0; k <= 10; ++k) {
      const float t = static_cast<float>(k) / 10;
      const float u = 1 - t;
      const auto mix = [&](float p, float q, float r, float s) {
        return u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
      };
      line_.push_back(place({mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)}));
    }
  }
  void finish(bool closed) {
    if (closed && line_.size() > 2) {
      const ImVec2 gap{line_.front().x - line_.back().x, line_.front().y - line_.back().y};
      if (std::hypot(gap.x, gap.y) < 0.01F) line_.pop_back();
    }
    stroke(canvas(), line_, colour_, closed, width_);
    if (closed) return;
    for (const ImVec2 end : {line_.front(), line_.back()}) {
      canvas().AddCircleFilled(end, width_ / 2, colour_, 8);
    }
  }

  ImVec2 origin_;
  float unit_;
  ImU32 colour_;
  float width_;
  std::pmr::vector<ImVec2> line_{frame_memory()};
};

void rays(Pen& pen) {
  pen.circle(8, 8, 2.8F);
  for (int k = 0; k < 8; ++k) {
    const float a = static_cast<float>(k) * std::numbers::pi_v<float> / 4;
    const float c = std::cos(a);
    const float s = std::sin(a);
    pen.line(8 + 4.8F * c, 8 + 4.8F * s, 8 + 6.8F * c, 8 + 6.8F * s);
  }
}

void sheet(Pen& pen) {
  pen.path({{3, 1.8F}, {9.5F, 1.8F}, {13, 5.3F}, {13, 14.2F}, {3, 14.2F}}, true);
  pen.path({{9.3F, 1.8F}, {9.3F, 5.5F}, {13, 5.5F}});
}

void turn(Pen& pen, bool back) {
  const auto x = [back](float v) { return back ? v : 16 - v; };
  pen.path({{x(5.5F), 2.8F}, {x(2.5F), 5.8F}, {x(5.5F), 8.8F}});
  pen.path({{x(2.8F), 5.8F}, {x(9.2F), 5.8F}});
  if (back) {
    pen.arc(9.2F, 10, 4.2F, -90, 90);
  } else {
    pen.arc(6.8F, 10, 4.2F, 90, 270);
  }
  pen.path({{x(9.2F), 14.2F}, {x(6), 14.2F}});
}

void draw(Icon icon, Pen& pen) {
  switch (icon) {
    case Icon::none:
      break;
    case Icon::today:
      rays(pen);
      break;
    case Icon::curricula:
      pen.line(1.5F, 4, 6.5F, 4), pen.line(9.5F, 4, 14.5F, 4), pen.line(1.5F, 12, 4.5F, 12);
      pen.line(7.5F, 12, 14.5F, 12), pen.line(3, 8, 13, 8);
      pen.circle(8, 4, 1.4F), pen.circle(6, 12, 1.4F);
      break;
    case Icon::schedule:
      pen.box(1.8F, 2.8F, 12.4F, 11.4F, 2);
      pen.line(1.8F, 6.4F, 14.2F, 6.4F), pen.line(5, 1.2F, 5, 4.2F), pen.line(11, 1.2F, 11, 4.2F);
      pen.line(4.6F, 9, 7.6F, 9), pen.line(8.6F, 11.6F, 11.6F, 11.6F);
      break;
    case Icon::cohorts:
      pen.circle(8, 8, 6.2F);
      pen.path({{8, 1.8F}, {8, 8}, {12.4F, 12.4F}});
      break;
    case Icon::people:
      pen.circle(8, 5.2F, 3);
      pen.shoulders(2.2F, 13.8F, 9.4F, 14.2F);
      break;
    case Icon::careers:
      pen.line(3.5F, 1.5F, 3.5F, 14.5F), pen.line(7, 1.5F, 7, 14.5F), pen.line(3.5F, 4.5F, 7, 4.5F);
      pen.line(3.5F, 8, 7, 8), pen.line(3.5F, 11.5F, 7, 11.5F), pen.line(12, 14.5F, 12, 3);
      pen.path({{9.8F, 5.2F}, {12, 3}, {14.2F, 5.2F}});
      break;
    case Icon::pairing:
      pen.circle(5.6F, 8, 4), pen.circle(10.4F, 8, 4);
      break;
    case Icon::documents:
      sheet(pen);
      pen.line(5.5F, 8.5F, 10.5F, 8.5F), pen.line(5.5F, 11.2F, 9, 11.2F);
      break;
    case Icon::settings:
      pen.line(1.5F, 4.5F, 8.5F, 4.5F), pen.line(12.5F, 4.5F, 14.5F, 4.5F);
      pen.line(1.5F, 11.5F, 3.5F, 11.5F), pen.line(7.5F, 11.5F, 14.5F, 11.5F);
      pen.circle(10.5F, 4.5F, 2), pen.circle(5.5F, 11.5F, 2);
      break;
    case Icon::search:
      pen.circle(7, 7, 4.8F), pen.line(10.6F, 10.6F, 14.2F, 14.2F);
      break;
    case Icon::zoom_in:
      pen.circle(7, 7, 4.8F), pen.line(10.6F, 10.6F, 14.2F, 14.2F);
      pen.line(7, 5, 7, 9), pen.line(5, 7, 9, 7);
      break;
    case Icon::down:
      pen.path({{4, 6.2F}, {8, 10.2F}, {12, 6.2F}});
      break;
    case Icon::up:
      pen.path({{4, 9.8F}, {8, 5.8F}, {12, 9.8F}});
      break;
    case Icon::right:
      pen.path({{6.2F, 4}, {10.2F, 8}, {6.2F, 12}});
      break;
    case Icon::left:
      pen.path({{9.8F, 4}, {5.8F, 8}, {9.8F, 12}});
      break;
    case Icon::plus:
      pen.line(8, 2.5F, 8, 13.5F), pen.line(2.5F, 8, 13.5F, 8);
      break;
    case Icon::minus:
      pen.line(2.5F, 8, 13.5F, 8);
      break;
    case Icon::check:
      pen.path({{2.8F, 8.4F}, {6.2F, 11.8F}, {13.2F, 4.4F}});
      break;
    case Icon::cross:
      pen.line(3.5F, 3.5F, 12.5F, 12.5F), pen.line(12.5F, 3.5F, 3.5F, 12.5F);
      break;
    case Icon::more:
      for (const float x : {3.0F, 8.0F, 13.0F}) pen.dot(x, 8, 1.3F);
      break;
    case Icon::pin:
      pen.line(5, 1.8F, 11, 1.8F), pen.line(8, 9.2F, 8, 14.2F);
      pen.path({{6, 1.8F}, {6, 6.8F}, {4, 9.2F}, {12, 9.2F}, {10, 6.8F}, {10, 1.8F}});
      break;
    case Icon::lock:
      pen.box(3, 7, 10, 7, 1.5F), pen.line(5.2F, 7, 5.2F, 4.8F), pen.line(10.8F, 7, 10.8F, 4.8F);
      pen.arc(8, 4.8F, 2.8F, 180, 360);
      break;
    case Icon::undo:
      turn(pen, true);
      break;
    case Icon::redo:
      turn(pen, false);
      break;
    case Icon::filter:
      pen.line(1.8F, 4, 14.2F, 4), pen.line(4, 8, 12, 8), pen.line(6.2F, 12, 9.8F, 12);
      break;
    case Icon::print:
      pen.path({{4.5F, 6}, {4.5F, 1.8F}, {11.5F, 1.8F}, {11.5F, 6}});
      pen.path({{4.5F, 11}, {2, 11}, {2, 6}, {14, 6}, {14, 11}, {11.5F, 11}});
      pen.path({{4.5F, 9}, {11.5F, 9}, {11.5F, 14.2F}, {4.5F, 14.2F}}, true);
      break;
    case Icon::clock:
      pen.circle(8, 8, 6.2F), pen.path({{8, 4.4F}, {8, 8}, {10.4F, 9.8F}});
      break;
    case Icon::arrow:
      pen.line(2.5F, 8, 13.5F, 8), pen.path({{9.5F, 4}, {13.5F, 8}, {9.5F, 12}});
      break;
    case Icon::warn:
      pen.path({{8, 2}, {14.6F, 13.6F}, {1.4F, 13.6F}}, true);
      pen.line(8, 6.4F, 8, 9.8F), pen.line(8, 11.4F, 8, 11.8F);
      break;
    case Icon::branch:
      pen.circle(4, 3.4F, 1.7F), pen.circle(4, 12.6F, 1.7F), pen.circle(12, 5.4F, 1.7F);
      pen.line(4, 5.1F, 4, 10.9F);
      pen.curve({12, 7.1F}, {12, 9.7F}, {9, 9.7F}, {6, 10.5F});
      break;
    case Icon::swap:
      pen.line(2, 5.4F, 13, 5.4F), pen.path({{10, 2.4F}, {13, 5.4F}, {10, 8.4F}});
      pen.line(14, 10.8F, 3, 10.8F), pen.path({{6, 7.8F}, {3, 10.8F}, {6, 13.8F}});
      break;
    case Icon::room:
      pen.path({{3.5F, 14.2F}, {3.5F, 1.8F}, {12.5F, 1.8F}, {12.5F, 14.2F}});
      pen.line(1.5F, 14.2F, 14.5F, 14.2F), pen.line(9.8F, 8, 9.8F, 8.6F);
      break;
    case Icon::play:
      pen.path({{4.5F, 2.5F}, {13, 8}, {4.5F, 13.5F}}, true);
      break;
    case Icon::stop:
      pen.box(3.5F, 3.5F, 9, 9, 1);
      break;
    case Icon::tray:
      pen.path({{1.8F, 9.5F}, {4, 2.8F}, {12, 2.8F}, {14.2F, 9.5F}, {14.2F, 13.7F}, {1.8F, 13.7F}},
               true);
      pen.path(
          {{1.8F, 9.5F}, {5.2F, 9.5F}, {6.2F, 11.5F}, {9.8F, 11.5F}, {10.8F, 9.5F}, {14.2F, 9.5F}});
      break;
    case Icon::flag:
      pen.path({{3.5F, 14.5F}, {3.5F, 2}, {12.5F, 2}, {10.1F, 5.4F}, {12.5F, 9}, {3.5F, 9}});
      break;
    case Icon::chat:
      pen.path({{2, 2.8F},
                {14, 2.8F},
                {14, 11.2F},
                {8, 11.2F},
                {4.8F, 13.8F},
                {4.8F, 11.2F},
                {2, 11.2F}},
               true);
      break;
    case Icon::collapse:
      pen.box(1.8F, 2.8F, 12.4F, 10.4F, 2), pen.line(6, 2.8F, 6, 13.2F);
      break;
    case Icon::info:
      pen.circle(8, 8, 6.2F), pen.line(8, 7.2F, 8, 11.2F), pen.line(8, 4.6F, 8, 5.2F);
      break;
    case Icon::pause:
      pen.line(5.5F, 3, 5.5F, 13), pen.line(10.5F, 3, 10.5F, 13);
      break;
    case Icon::grid:
      for (const float x : {2.0F, 9.0F}) pen.box(x, 2, 5, 5, 1), pen.box(x, 9, 5, 5, 1);
      break;
    case Icon::folder:
      pen.path({{1.8F, 13}, {1.8F, 3}, {6.2F, 3}, {7.8F, 5}, {14.2F, 5}, {14.2F, 13}}, true);
      break;
    case Icon::file:
      sheet(pen);
      break;
    case Icon::link:
      pen.line(6.6F, 9.4F, 9.4F, 6.6F);
      pen.curve({7, 4.6F}, {8.8F, 2.2F}, {11.4F, 1.8F}, {12.9F, 3.2F});
      pen.curve({12.9F, 3.2F}, {14.2F, 4.8F}, {13.8F, 6.6F}, {11.2F, 8.8F});
      pen.curve({9, 11.4F}, {7.2F, 13.8F}, {4.6F, 14.2F}, {3.1F, 12.8F});
      pen.curve({3.1F, 12.8F}, {1.8F, 11.2F}, {2.2F, 9.4F}, {4.8F, 7.2F});
      break;
  }
}

}  // namespace

std::string_view name(Icon icon) {
  // clang-format off
  static constexpr std::array<std::string_view, kIcons> kNames{
      "none", "today", "curricula", "schedule", "cohorts", "people", "careers", "pairing",
      "documents", "settings", "search", "down", "right", "left", "up", "plus", "minus", "check",
      "cross", "more", "pin", "lock", "undo", "redo", "filter", "print", "clock", "arrow", "warn",
      "branch", "swap", "room", "play", "stop", "tray", "flag", "chat", "collapse", "info", "pause",
      "zoom_in", "grid", "folder", "file", "link"};
  // clang-format on
  return kNames[static_cast<std::size_t>(icon)];
}

void draw_icon(Icon icon, const Rect& r, ImU32 colour, float size, float weight) {
  const float side = px(size);
  const Rect box = snapped(r.middle(side, side));
  Pen pen(low(box), side / 16, colour, weight);
  draw(icon, pen);
}

}  // namespace tandem::ui
