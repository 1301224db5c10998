#include "ui/widgets/charts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "ui/widgets/compat.hpp"

namespace tandem::ui {

void sparkline(const Rect& r, std::span<const double> values, std::span<const double> plan) {
  if (values.size() < 2) return;
  const auto [low_at, high_at] = std::ranges::minmax(values);
  const double range = high_at - low_at > 0 ? high_at - low_at : 1;
  const Rect inner = r.inset(px(3), px(4));
  const auto y = [&](double v) {
    return inner.y1 - inner.height() * static_cast<float>((v - low_at) / range);
  };
  if (plan.size() == 2) {
    const float y0 = y(plan[0]);
    const float y1 = y(plan[1]);
    const float steps = std::floor(inner.width() / px(6));
    for (float k = 0; k <= steps; ++k) {
      const float a = k * px(6) / inner.width();
      const float b = std::min(1.0F, a + px(3) / inner.width());
      const std::array dash{ImVec2{inner.x0 + a * inner.width(), y0 + (y1 - y0) * a},
                            ImVec2{inner.x0 + b * inner.width(), y0 + (y1 - y0) * b}};
      stroke(canvas(), dash, ink(Colour::line_strong), false, hair());
    }
  }
  std::pmr::vector<ImVec2> points(frame_memory());
  const float step = inner.width() / static_cast<float>(values.size() - 1);
  for (std::size_t k = 0; k < values.size(); ++k) {
    points.push_back({inner.x0 + static_cast<float>(k) * step, y(values[k])});
  }
  stroke(canvas(), points, ink(Colour::text), false, 1.5F * scale());
  canvas().AddCircleFilled(points.back(), 3 * scale(), ink(Colour::text), 16);
}

void progress_bar(const Rect& r, double share, Colour colour) {
  const Rect track = snapped(r.middle_row(px(8)));
  fill(track, ink(Colour::sunken), px(4));
  outline(track, ink(Colour::line_strong), px(4));
  const float width = track.width() * static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (width < 1) return;
  Rect done = track;
  done.x1 = done.x0 + std::max(width, px(8));
  fill(done, ink(colour), px(4));
}

void gauge(const Rect& r, double share, Colour colour, std::string_view figure) {
  const float width = 9 * scale();
  const float radius = std::min(r.width() / 2, r.height()) - width / 2;
  const ImVec2 centre{(r.x0 + r.x1) / 2, r.y1};
  const auto arc = [&](double part, ImU32 ink_value) {
    std::pmr::vector<ImVec2> points(frame_memory());
    for (int k = 0; k <= 48; ++k) {
      const double a = std::numbers::pi * (1 - part * k / 48.0);
      points.push_back({centre.x + radius * static_cast<float>(std::cos(a)),
                        centre.y - radius * static_cast<float>(std::sin(a))});
    }
    stroke(canvas(), points, ink_value, false, width);
  };
  arc(1, ink(Colour::sunken));
  if (share > 0) arc(std::min(share, 1.0), ink(colour));
  label({r.x0, r.y1 - px(28), r.x1, r.y1 + px(4)}, Type::title, ink(Colour::text), figure,
        Align::centre);
}

}  // namespace tandem::ui
