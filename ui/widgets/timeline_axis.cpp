#include "ui/widgets/timeline_axis.hpp"

#include <algorithm>

#include "ui/widgets/paint.hpp"

namespace tandem::ui {

TimelineAxis::TimelineAxis(const TimelineLayout& layout, const TimelineData& data)
    : layout_(layout),
      data_(data),
      ticks_(geometry::ticks(layout.scale, ui::scale(), frame_memory())) {}

void TimelineAxis::lines() const {
  const float end = layout_.rows_end();
  for (const geometry::Tick& tick : ticks_.fine) {
    if (tick.x < 0) continue;
    const float at = layout_.canvas.x0 + static_cast<float>(tick.x);
    // Where weeks meet, the days between are left out: a line that says so.
    if (tick.strong && ticks_.fine_unit == geometry::TickUnit::day)
      line_v(at, layout_.axis.y0 + px(26), end, ink(Colour::line_strong, 0.5F));
    else
      line_v(at, layout_.lanes.y0, end, ink(Colour::line, 0.5F));
  }
  const bool days = ticks_.unit == geometry::TickUnit::day;
  for (const geometry::Tick& tick : ticks_.coarse) {
    if (tick.x < 0) continue;
    const bool strong = days && tick.strong && tick.x > 1;
    const float top = layout_.axis.y0 + (days && !strong ? px(20) : 0);
    line_v(layout_.canvas.x0 + static_cast<float>(tick.x), top, end,
           ink(strong ? Colour::line_strong : Colour::line));
  }
  today_line();
}

void TimelineAxis::labels() const {
  const bool two_rows = !ticks_.fine.empty();
  const bool days = ticks_.unit == geometry::TickUnit::day;
  const float y = layout_.axis.y0 + (days && !two_rows ? px(15) : px(7));
  const Type type = days ? Type::small_strong : Type::small;
  for (std::size_t k = 0; k < ticks_.coarse.size(); ++k) {
    const geometry::Tick& tick = ticks_.coarse[k];
    const double from = std::max(tick.x, 0.0);
    const double to = k + 1 < ticks_.coarse.size() ? ticks_.coarse[k + 1].x : layout_.scale.width();
    // The first one, half out of view, is said only where it has the room, or nearly.
    const double spare = to - from - text_width(type, tick.label);
    if (spare < px(4)) continue;
    const float left =
        layout_.canvas.x0 + static_cast<float>(from) + (spare < px(12) ? px(3) : px(8));
    const std::int64_t day = geometry::floor_div(tick.minute, geometry::kDay);
    const bool off =
        days && std::ranges::any_of(data_.bands, [day](const TimelineBand& b) {
          return b.span.begin <= day * geometry::kDay && b.span.end >= (day + 1) * geometry::kDay;
        });
    const bool now =
        days && data_.show_today && day == geometry::floor_div(data_.today, geometry::kDay);
    if (now) {
      const float width = text_width(type, tick.label);
      fill(snapped({left - px(6), y - px(1), left + width + px(6), y + line_height(type) + px(1)}),
           ink(Colour::accent), px(4));
    }
    draw_text(type,
              ink(now   ? Colour::on_accent
                  : off ? Colour::muted
                        : Colour::text),
              left, y, tick.label);
  }
  // A short label gives way to the line of a larger unit, to the edge and to today.
  const Rect today = today_place();
  for (const geometry::Tick& tick : ticks_.fine) {
    if (tick.x < 0) continue;
    const float left = layout_.canvas.x0 + static_cast<float>(tick.x) + px(4);
    const Rect place = Rect::sized(left, layout_.axis.y0 + px(29),
                                   text_width(Type::micro, tick.label), line_height(Type::micro));
    const bool crossed = std::ranges::any_of(ticks_.coarse, [&](const geometry::Tick& coarse) {
      const float at = layout_.canvas.x0 + static_cast<float>(coarse.x);
      return at > place.x0 && at < place.x1 + px(2);
    });
    if (crossed || place.x1 > layout_.canvas.x1 - px(2) || place.overlaps(today)) continue;
    draw_text(Type::micro, ink(Colour::muted), place.x0, place.y0, tick.label);
  }
  today_chip();
}

bool TimelineAxis::today_in_view() const {
  const float at = layout_.x(data_.today);
  return data_.show_today && at >= layout_.canvas.x0 && at <= layout_.canvas.x1;
}

void TimelineAxis::today_line() const {
  if (!today_in_view()) return;
  const float at = layout_.x(data_.today);
  const float half = 0.75F * ui::scale();
  canvas().AddRectFilled({at - half, layout_.axis.y0 + px(44)}, {at + half, layout_.rows_end()},
                         ink(Colour::accent));
}

// Where the chip of today stands; empty where the label of its day is the chip.
Rect TimelineAxis::today_place() const {
  if (!today_in_view() || ticks_.unit == geometry::TickUnit::day) return {};
  return snapped(
      Rect::sized(layout_.x(data_.today) - px(23), layout_.axis.y0 + px(26), px(46), px(18)));
}

void TimelineAxis::today_chip() const {
  const Rect chip = today_place();
  if (chip.empty()) return;
  std::string text = "today";
  if (ticks_.fine_unit == geometry::TickUnit::day) {  // it covers the day's own label, so says it
    text = geometry::tick_label(data_.today, geometry::TickUnit::day, false);
    text = text.substr(0, text.rfind(' '));
  }
  fill(chip, ink(Colour::accent), px(4));
  label(chip, Type::micro, ink(Colour::on_accent), text, Align::centre);
}

}  // namespace tandem::ui
