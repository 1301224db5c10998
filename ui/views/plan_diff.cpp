#include "ui/views/plan_diff.hpp"

namespace tandem::views {
namespace {

using namespace ui;

// Returns: pressed.
bool change(Area& area, const models::DiffLine& line) {
  const float width = area.x1() - area.x0();
  const Rect r = area.next(paragraph_height(Type::small, line.text, width) + px(8));
  if (!Area::in_view(r)) return false;
  const Press p = press(line.session, r, {.role = ui::Role::row});
  if (p.hovered) fill(r, ink(Colour::hover), px(metric::kChipRadius));
  if (p.focused) focus_ring(r, px(metric::kChipRadius));
  paragraph({r.x0, r.y0 + px(4), r.x1, r.y1}, Type::small, ink(Colour::text), line.text);
  return p.clicked;
}

}  // namespace

std::string plan_diff(Area& area, models::Workbench& bench) {
  std::string chosen;
  label(area.next(px(24)), Type::section, ink(Colour::text), "What accepting it changes");
  area.skip(px(4));
  const models::PlanDiff* diff = bench.diff();
  if (!diff) {
    label(area.next(px(20)), Type::small, ink(Colour::muted), "Comparing both plans …");
    return chosen;
  }
  const ProbeScope scope("Changes");
  const Rect people = area.next(px(20));
  label(people, Type::small, ink(Colour::muted), diff->people);
  record(ui::Role::text, people, diff->people);
  if (diff->groups.empty()) {
    rule(area);
    label(area.next(px(20)), Type::body, ink(Colour::text), "Every session stays where it is.");
  }
  for (const models::DiffGroup& group : diff->groups) {
    rule(area);
    section_label(area.next(px(18)), group.title, group.right);
    area.skip(px(4));
    for (const models::DiffLine& line : group.lines)
      if (change(area, line)) chosen = line.session;
  }
  return chosen;
}

}  // namespace tandem::views
