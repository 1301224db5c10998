#include "ui/views/crumb.hpp"

#include <algorithm>

namespace tandem::views {

using namespace ui;

Crumb crumb_head(const Rect& r, std::string_view parent, std::string_view title,
                 ui::Orientation orientation, std::string_view line, CrumbRoom buttons) {
  Crumb out;
  Rect rest = r;
  Rect head = rest.cut_top(px(32), px(2));
  const Rect way = head.cut_left(text_width(Type::title, parent) + 1, px(8));
  const Press p = press("back", way.inset(-px(6), 0),
                        {.role = ui::Role::link, .reason = "Back (Esc)", .label = parent});
  if (p.hovered) fill(way.inset(-px(6), 0), ink(Colour::hover), px(metric::kControlRadius));
  if (p.focused) focus_ring(way.inset(-px(6), 0), px(metric::kControlRadius));
  label(way, Type::title, ink(Colour::muted), parent);
  out.back = p.clicked;
  draw_icon(Icon::right, head.cut_left(px(16), px(8)), ink(Colour::muted), 14);
  const float chip = orientation == ui::Orientation::none ? 0 : px(20 + 8);
  const float whole = text_width(Type::title, title) + 1;
  const float free = head.width() - chip - px(10);
  const bool folded = free - buttons.all < std::min(whole, px(150));
  const float room = std::max(px(40), free - (folded ? buttons.least : buttons.all));
  const Rect name = head.cut_left(std::min(whole, room), px(10));
  label(name, Type::title, ink(Colour::text), title);
  record(ui::Role::text, name, title);
  if (chip > 0) orientation_chip(orientation, head.cut_left(px(20), px(8)));
  out.actions = head;
  Rect below = rest.cut_top(px(24));
  if (folded) out.below = below.cut_right(buttons.all - buttons.least, px(8));
  label({below.x0, below.y0, below.x1, below.y0 + px(20)}, Type::body, ink(Colour::muted), line);
  return out;
}

}  // namespace tandem::views
