#include "ui/views/lane_panel.hpp"

namespace tandem::views {

using namespace ui;

bool lane_panel(Area& area, const models::ScheduleLane& lane, std::string& chosen) {
  const Rect title = area.next(px(24));
  label(title, Type::section, ink(Colour::text), lane.title);
  record(ui::Role::text, title, lane.title);
  area.skip(px(4));
  area.skip(paragraph(area.rest(), Type::small, ink(Colour::muted), lane.line));
  area.skip(paragraph(area.rest(), Type::small, ink(Colour::muted), lane.right));
  rule(area);
  section_label(area.next(px(18)), lane.ahead.empty() ? "Nothing ahead" : "Ahead", lane.more_ahead);
  area.skip(px(8));
  bool any = false;
  for (const models::LaneLine& line : lane.ahead) {
    const IdScope id(line.key);
    Rect row = area.next(px(44));
    const Press p =
        press("ahead", row.inset(-px(8), 0), {.role = ui::Role::row, .label = line.what});
    if (p.hovered) fill(row.inset(-px(8), 0), ink(Colour::hover), px(4));
    if (p.focused) focus_ring(row.inset(-px(8), 0), px(4));
    row = row.middle_row(px(36));
    label(row.cut_top(px(18)), Type::small_strong, ink(Colour::text), line.what);
    label(row, Type::small, ink(Colour::muted), line.when);
    if (!p.clicked) continue;
    chosen = line.session;
    any = true;
  }
  return any;
}

}  // namespace tandem::views
