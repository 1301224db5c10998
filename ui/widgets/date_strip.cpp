#include "ui/widgets/date_strip.hpp"

#include "ui/widgets/marks.hpp"

namespace tandem::ui {
namespace {

using State = CandidateDay::State;

Status sign(State state) {
  return state == State::free    ? Status::ok
         : state == State::taken ? Status::attention
                                 : Status::blocked;
}

Colour ground(State state) {
  switch (state) {
    case State::chosen:
      return Colour::selected;
    case State::free:
      return Colour::ok_soft;
    case State::taken:
      return Colour::attention_soft;
    case State::refused:
      break;
  }
  return Colour::sunken;
}

}  // namespace

bool candidate_day(const Rect& place, const CandidateDay& day) {
  const Rect r = snapped(place);
  const bool chosen = day.state == State::chosen;
  const Press p = press(day.name, r, {.on = chosen || day.picked, .reason = day.reason});
  const float radius = px(metric::kChipRadius);
  fill(r, ink(ground(day.state)), radius);
  if (p.hovered && !chosen)
    outline(r, ink(day.state == State::free ? Colour::ok : Colour::line_strong), radius);
  if (chosen || day.picked) outline(r.inset(-px(2)), ink(Colour::accent), radius + px(2), px(2));
  const ImU32 text = ink(day.state == State::refused ? Colour::muted : Colour::text);
  Rect column = r.middle_row(px(42));
  label(column.cut_top(px(14), px(1)), Type::micro, text, day.weekday, Align::centre);
  label(column.cut_top(px(14), px(1)), Type::micro, text, day.day, Align::centre);
  if (chosen) {
    draw_icon(Icon::pin, column.cut_top(px(13)), text, 11);
  } else {
    status_glyph(sign(day.state), column.cut_top(px(14)), 9);
  }
  if (p.focused) focus_ring(r, radius);
  return p.clicked;
}

}  // namespace tandem::ui
