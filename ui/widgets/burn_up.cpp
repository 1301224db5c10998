#include "ui/widgets/burn_up.hpp"

#include <cmath>
#include <vector>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/frame_memory.hpp"

namespace tandem::ui {
namespace {

// Corners of the stepped line: level until the next day, then up.
std::pmr::vector<ImVec2> stepped(const Rect& r, std::span<const ChartPoint> points, double until) {
  std::pmr::vector<ImVec2> out(frame_memory());
  const auto x = [&](double v) {
    return std::floor(r.x0 + static_cast<float>(v) * r.width()) + 0.5F;
  };
  const auto y = [&](double v) {
    return std::floor(r.y1 - static_cast<float>(v) * r.height()) + 0.5F;
  };
  // Two points of one place would leave a blot.
  const auto add = [&](ImVec2 p) {
    if (out.empty() || out.back().x != p.x || out.back().y != p.y) out.push_back(p);
  };
  float last = y(0);
  add({x(points.front().x), last});
  for (const ChartPoint& p : points) {
    add({x(p.x), last});
    last = y(p.y);
    add({x(p.x), last});
  }
  if (until > points.back().x) add({x(until), last});
  return out;
}

}  // namespace

void burn_up(const Rect& r, std::span<const ChartPoint> planned, std::span<const ChartPoint> done,
             double today) {
  const Rect box = snapped(r);
  line_h(box.x0, box.x1, box.y1, ink(Colour::line));
  const Rect plot{box.x0, box.y0 + px(3), box.x1 - px(1), box.y1 - px(1)};
  if (!planned.empty()) {
    const auto line = stepped(plot, planned, 1);
    for (std::size_t k = 1; k < line.size(); ++k) {
      const ImVec2 a = line[k - 1];
      const ImVec2 b = line[k];
      if (a.y == b.y)
        dashed_line_h(a.x, b.x, a.y - 0.5F, ink(Colour::line_strong));
      else
        line_v(a.x - 0.5F, b.y, a.y, ink(Colour::line_strong, 0.6F));
    }
  }
  const bool shows_today = today >= 0 && today <= 1;
  if (!done.empty())
    stroke(canvas(), stepped(plot, done, shows_today ? today : 0), ink(Colour::text), false,
           std::round(1.75F * scale()));
  if (shows_today) {
    const float x = std::floor(plot.x0 + static_cast<float>(today) * plot.width());
    fill({x, box.y0, x + std::max(1.0F, std::round(1.5F * scale())), box.y1}, ink(Colour::accent));
  }
}

}  // namespace tandem::ui
