#include "ui/widgets/date_strip.hpp"

#include <algorithm>

#include "ui/widgets/marks.hpp"

namespace tandem::ui {

bool candidate_day(const Rect& place, const CandidateDay& day) {
  using State = CandidateDay::State;
  const Rect r = snapped(place);
  const bool free = day.state == State::free;
  const bool chosen = day.state == State::chosen;
  const std::string words = day.weekday + " " + day.day;
  const Press p = press(words, r, {.on = chosen, .reason = day.reason});
  const float radius = px(metric::kChipRadius);
  fill(r, ink(chosen ? Colour::selected : free ? Colour::ok_soft : Colour::sunken), radius);
  if (p.hovered && !chosen) outline(r, ink(free ? Colour::ok : Colour::line_strong), radius);
  if (chosen) outline(r.inset(-px(2)), ink(Colour::accent), radius + px(2), px(2));
  const ImU32 text = ink(free || chosen ? Colour::text : Colour::muted);
  Rect column = r.middle_row(px(42));
  label(column.cut_top(px(14), px(1)), Type::micro, text, day.weekday, Align::centre);
  label(column.cut_top(px(14), px(1)), Type::micro, text, day.day, Align::centre);
  if (chosen) {
    draw_icon(Icon::pin, column.cut_top(px(13)), text, 11);
  } else {
    status_glyph(free ? Status::ok : Status::blocked, column.cut_top(px(14)), 9);
  }
  if (p.focused) focus_ring(r, radius);
  return p.clicked;
}

std::optional<int> date_strip(const Rect& r, std::span<const CandidateDay> days) {
  std::optional<int> pressed;
  if (days.empty()) return pressed;
  const int count = static_cast<int>(days.size());
  for (int k = 0; k < count; ++k) {
    Rect cell = r.column(k, count, px(3));
    cell.x1 = std::min(cell.x1, cell.x0 + px(40));
    const IdScope id(static_cast<std::uint64_t>(k));
    if (candidate_day(cell, days[static_cast<std::size_t>(k)])) pressed = k;
  }
  return pressed;
}

}  // namespace tandem::ui
