#include "ui/widgets/timeline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "ui/geometry/ticks.hpp"
#include "ui/widgets/compat.hpp"
#include "ui/widgets/probe.hpp"
#include "ui/widgets/timeline_input.hpp"
#include "ui/widgets/wake.hpp"

namespace tandem::ui {
namespace {

using geometry::Placed;
using geometry::TimeScale;

constexpr float kAxisHeight = 48;
constexpr float kLane = 50;  // at least
constexpr float kStripHeight = 80;
constexpr float kStripPlot = 48;
constexpr int kMostRows = 6;
constexpr int kMostMarkRows = 3;

struct StyleMeasures {
  BarStyle style;
  float day;     // design pixels a day has at least
  float height;  // of a bar
  float gap;     // between two sub-lanes
  float margin;  // above and below all of them
};
constexpr std::array<StyleMeasures, 3> kStyles{
    {{BarStyle::bar, 74, 47, 3, 5}, {BarStyle::card, 34, 36, 3, 6}, {BarStyle::mark, 0, 19, 2, 5}}};

const StyleMeasures& style_of(const TimeScale& scale) {
  return *std::ranges::find_if(kStyles, [&](const StyleMeasures& m) {
    return scale.pixels_per_day() >= m.day * ui::scale();
  });
}

}  // namespace

void TimelineData::prepare() {
  static std::uint64_t editions = 0;
  edition = ++editions;
  for (TimelineLane& lane : lanes) {
    std::stable_sort(
        lane.bars.begin(), lane.bars.end(),
        [](const TimelineBar& a, const TimelineBar& b) { return a.span.begin < b.span.begin; });
    lane.spans.clear();
    lane.kinds.clear();
    lane.longest = 0;
    std::unordered_map<std::string, std::uint32_t> kinds;  // looked up, never walked
    for (const TimelineBar& bar : lane.bars) {
      lane.spans.push_back(bar.span);
      const std::string kind = bar.code + static_cast<char>('0' + static_cast<int>(bar.phase));
      const auto next = static_cast<std::uint32_t>(kinds.size() + 1);
      lane.kinds.push_back(kinds.emplace(kind, next).first->second);
      lane.longest = std::max(lane.longest, bar.span.end - bar.span.begin);
    }
  }
}

namespace {

// One drawing of the timeline: where everything is, in screen pixels.
class Picture {
 public:
  Picture(const Rect& r, const TimelineData& data, const TimelineState& state)
      : data_(data), state_(state), layout_(timeline_layout(r, data, state)) {}

  void draw(const TimelineVerdict& verdict, TimelineResult& result);

 private:
  float x(Minute minute) const {
    return layout_.canvas.x0 + static_cast<float>(layout_.scale.x(minute));
  }
  Rect column(Span span) const {
    return {x(span.begin), layout_.lanes.y0, x(span.end), layout_.lanes.y1};
  }
  void ground() const;
  void bands(TimelineBand::Kind kind) const;
  void selected_lane() const;
  void holidays_of(const Rect& row) const;
  void axis_lines(const geometry::Ticks& ticks) const;
  void axis_labels(const geometry::Ticks& ticks) const;
  void lane(std::size_t index, TimelineResult& result) const;
  void notes(const TimelineLane& lane, const Rect& row) const;
  void thread(const TimelineLane& lane, const Rect& row) const;
  void chains(std::size_t index, const std::vector<Placed>& placed) const;
  void bar(std::size_t index, const Placed& placed, TimelineResult& result) const;
  void header(const TimelineLane& lane, const Rect& row) const;
  void today_line() const;
  void today_chip() const;
  Rect today_place() const;
  bool today_in_view() const;
  void strip() const;
  void ghost(const TimelineVerdict& verdict) const;

  const TimelineData& data_;
  const TimelineState& state_;
  TimelineLayout layout_;
};

void Picture::ground() const { fill(layout_.whole, ink(Colour::surface)); }

void Picture::selected_lane() const {
  for (std::size_t k = 0; k < data_.lanes.size(); ++k) {
    const Rect row = layout_.row(k);
    if (data_.lanes[k].key == state_.lane) {
      fill({layout_.whole.x0, row.y0, layout_.whole.x1, row.y1}, ink(Colour::selected));
      holidays_of(row);
    }
  }
}

// Days off seen through the fill of the chosen lane.
void Picture::holidays_of(const Rect& row) const {
  canvas().PushClipRect({layout_.canvas.x0, row.y0}, {layout_.canvas.x1, row.y1}, true);
  for (const TimelineBand& band : data_.bands) {
    if (band.kind != TimelineBand::Kind::holiday) continue;
    const Rect r = column(band.span);
    fill({r.x0, row.y0, std::max(r.x1, r.x0 + px(3)), row.y1}, ink(Colour::line_strong, 0.2F));
  }
  canvas().PopClipRect();
}

void Picture::bands(TimelineBand::Kind kind) const {
  for (const TimelineBand& band : data_.bands) {
    if (band.kind != kind) continue;
    Rect r = column(band.span);
    if (r.x1 < layout_.canvas.x0 || r.x0 > layout_.canvas.x1) continue;
    r.y1 = std::min(r.y1, layout_.rows_end());
    if (band.kind == TimelineBand::Kind::blackout) {
      hatch(r);
    } else {
      // A single day of a year is a few pixels: a stronger tone, so that it is seen at all.
      const bool narrow = r.width() < px(8);
      r.x1 = std::max(r.x1, r.x0 + px(3));
      fill(r, ink(narrow ? Colour::line : Colour::holiday));
    }
    if (!band.text.empty() && r.width() > text_width(Type::micro, band.text) + px(12)) {
      label({r.x0 + px(6), r.y0 + px(4), r.x1 - px(6), r.y0 + px(18)}, Type::micro,
            ink(Colour::muted), band.text, Align::right);
    }
    hint(r, band.text);
  }
}

void Picture::axis_lines(const geometry::Ticks& ticks) const {
  const float end = layout_.rows_end();
  for (const geometry::Tick& tick : ticks.fine) {
    if (tick.x < 0) continue;
    const float at = layout_.canvas.x0 + static_cast<float>(tick.x);
    // Where weeks meet, the days between are left out: a line that says so.
    if (tick.strong && ticks.fine_unit == geometry::TickUnit::day)
      line_v(at, layout_.axis.y0 + px(26), end, ink(Colour::line_strong, 0.5F));
    else
      line_v(at, layout_.lanes.y0, end, ink(Colour::line, 0.5F));
  }
  const bool days = ticks.unit == geometry::TickUnit::day;
  for (const geometry::Tick& tick : ticks.coarse) {
    if (tick.x < 0) continue;
    const bool strong = days && tick.strong && tick.x > 1;
    const float top = layout_.axis.y0 + (days && !strong ? px(20) : 0);
    line_v(layout_.canvas.x0 + static_cast<float>(tick.x), top, end,
           ink(strong ? Colour::line_strong : Colour::line));
  }
}

void Picture::axis_labels(const geometry::Ticks& ticks) const {
  const bool two_rows = !ticks.fine.empty();
  const bool days = ticks.unit == geometry::TickUnit::day;
  const float y = layout_.axis.y0 + (days && !two_rows ? px(15) : px(7));
  const Type type = days ? Type::small_strong : Type::small;
  for (std::size_t k = 0; k < ticks.coarse.size(); ++k) {
    const geometry::Tick& tick = ticks.coarse[k];
    const double from = std::max(tick.x, 0.0);
    const double to = k + 1 < ticks.coarse.size() ? ticks.coarse[k + 1].x : layout_.scale.width();
    const float left = layout_.canvas.x0 + static_cast<float>(from) + px(8);
    // The first one, half out of view, is said only where it has the room.
    if (to - from < text_width(type, tick.label) + px(8)) continue;
    const std::int64_t day = geometry::floor_div(tick.minute, geometry::kDay);
    const bool off = days && std::ranges::any_of(data_.bands, [day](const TimelineBand& b) {
                       return b.kind == TimelineBand::Kind::holiday &&
                              b.span.begin <= day * geometry::kDay &&
                              b.span.end >= (day + 1) * geometry::kDay;
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
  for (const geometry::Tick& tick : ticks.fine) {
    if (tick.x < 0) continue;
    const float left = layout_.canvas.x0 + static_cast<float>(tick.x) + px(4);
    const Rect place = Rect::sized(left, layout_.axis.y0 + px(29),
                                   text_width(Type::micro, tick.label), line_height(Type::micro));
    const bool crossed = std::ranges::any_of(ticks.coarse, [&](const geometry::Tick& coarse) {
      const float at = layout_.canvas.x0 + static_cast<float>(coarse.x);
      return at > place.x0 && at < place.x1 + px(2);
    });
    if (crossed || place.x1 > layout_.canvas.x1 - px(2) || place.overlaps(today)) continue;
    draw_text(Type::micro, ink(Colour::muted), place.x0, place.y0, tick.label);
  }
}

void Picture::thread(const TimelineLane& lane, const Rect& row) const {
  if (lane.bars.size() < 2 || !layout_.marks) return;
  // From the middle of the first mark to the middle of the last.
  const float from = std::max(x(lane.bars.front().span.begin) + px(14), layout_.canvas.x0);
  const float to = std::min(x(lane.bars.back().span.begin) + px(14), layout_.canvas.x1);
  if (to > from) line_h(from, to, row.centre().y, ink(Colour::line_strong, 0.5F));
}

void Picture::notes(const TimelineLane& lane, const Rect& row) const {
  for (const TimelineNote& note : lane.notes) {
    Rect r{x(note.span.begin), row.y0 + px(6), x(note.span.end), row.y1 - px(6)};
    if (r.x1 < layout_.canvas.x0 || r.x0 > layout_.canvas.x1) continue;
    r = snapped(r);
    switch (note.kind) {
      case TimelineNote::Kind::protected_time:
        if (layout_.marks) break;  // a few hours would be dust
        hatch(r);
        outline(r, ink(Colour::hatch), px(4));
        if (text_width(Type::micro, note.text) + px(8) < r.width()) {
          label(r, Type::micro, ink(Colour::muted), note.text, Align::centre);
        }
        break;
      case TimelineNote::Kind::refused: {
        // A strip in the lower part: bars may stand above it. Its words stay in view.
        const float y = layout_.marks ? row.y0 + px(25) : row.y1 - px(20);
        r = {std::max(r.x0, layout_.canvas.x0 - px(8)), y,
             std::min(std::max(r.x1, r.x0 + px(29)), layout_.canvas.x1 + px(8)), y + px(18)};
        refused_place(r, note.text);
        record(Role::text, r, note.text);
        break;
      }
      case TimelineNote::Kind::window:
        if (!layout_.marks) {
          fill({r.x0, row.y1 - px(13), r.x1, row.y1 - px(10)}, ink(Colour::line_strong, 0.6F),
               px(1.5F));
        }
        break;
      case TimelineNote::Kind::legal:
        r.x1 = std::max(r.x1, r.x0 + px(3));
        legal_place(r, std::min(px(4), r.width() / 2));
        break;
    }
    hint(r, note.text);
  }
}

// Joins the parts of one thing, behind everything between them.
void Picture::chains(std::size_t index, const std::vector<Placed>& placed) const {
  const TimelineLane& lane = data_.lanes[index];
  std::unordered_map<std::uint64_t, Rect> before;
  for (const Placed& p : placed) {
    const TimelineBar& bar = lane.bars[p.first];
    if (p.count > 1 || bar.chain == 0 || bar.phase == Phase::old_place) continue;
    const Rect r = layout_.bar(p, index);
    if (const auto last = before.find(bar.chain); last != before.end()) {
      const std::array ends{ImVec2{last->second.x1, last->second.centre().y},
                            ImVec2{r.x0, r.centre().y}};
      stroke(canvas(), ends, ink(hue(bar.orientation), 0.45F), false, 2 * ui::scale());
    }
    before[bar.chain] = r;
  }
}

void Picture::bar(std::size_t index, const Placed& placed, TimelineResult& result) const {
  const TimelineLane& lane = data_.lanes[index];
  const Rect r = layout_.bar(placed, index);
  if (r.x1 < layout_.canvas.x0 || r.x0 > layout_.canvas.x1) return;
  const TimelineBar& bar = lane.bars[placed.first];
  const bool single = placed.count == 1;
  const auto any = [&](auto property) {
    const auto first = lane.bars.begin() + static_cast<std::ptrdiff_t>(placed.first);
    return std::any_of(first, first + static_cast<std::ptrdiff_t>(placed.count), property);
  };
  const auto all = [&](auto property) { return !any(std::not_fn(property)); };
  BarLook look{.orientation = bar.orientation,
               .phase = bar.phase,
               .status = bar.status,
               .selected = any([&](const TimelineBar& b) { return b.key == state_.bar; }),
               .hovered = any([&](const TimelineBar& b) { return b.key == result.bar_hovered; }),
               .pinned = single && bar.pinned,
               .stacked = !single,
               .alpha = bar.quiet ? 0.4F : 1.0F};
  std::string code = bar.code;
  std::string third = bar.third;
  if (!single) {
    const bool alike = all([&](const TimelineBar& b) { return b.code == bar.code; });
    const std::string times = "×" + std::to_string(placed.count);
    code = alike ? bar.code + " " + times : times;
    third.clear();
    // In a day's cell the number goes below the code.
    if (alike && layout_.style == BarStyle::card) third = times;
    if (!all([&](const TimelineBar& b) { return b.orientation == bar.orientation; }))
      look.orientation = Orientation::none;
    if (any([](const TimelineBar& b) { return b.phase == Phase::ahead; }))
      look.phase = Phase::ahead;
  }
  if (state_.dragging && bar.key == state_.pressed_bar) {
    look.phase = Phase::old_place;
    look.alpha = 0.45F;
  }
  if (layout_.marks)
    year_mark(r, code, look);
  else
    session_bar(r, single || third.empty() ? code : bar.code, single ? bar.second : "", third,
                look);
  if (single && !state_.dragging) hint(r, bar.tooltip);
  if (!single) hint(r, std::to_string(placed.count) + " on one day. Press to go through them.");
  record(Role::bar, r, lane.title + " " + code, true, false, look.selected);
}

void Picture::lane(std::size_t index, TimelineResult& result) const {
  const TimelineLane& lane = data_.lanes[index];
  const Rect row = layout_.row(index);
  if (row.y1 < layout_.lanes.y0 || row.y0 > layout_.lanes.y1) return;
  line_h(layout_.whole.x0, layout_.whole.x1, row.y0, ink(Colour::line));
  canvas().PushClipRect({layout_.canvas.x0, layout_.lanes.y0}, high(layout_.lanes), true);
  thread(lane, row);
  notes(lane, row);
  const Placed* selected = nullptr;
  const std::vector<Placed> placed = layout_.place(lane);
  chains(index, placed);
  for (const Placed& p : placed) {
    if (p.count == 1 && lane.bars[p.first].key == state_.bar) selected = &p;
    bar(index, p, result);
  }
  if (selected) bar(index, *selected, result);  // its ring lies over its neighbours
  canvas().PopClipRect();
}

void Picture::header(const TimelineLane& lane, const Rect& row) const {
  if (row.y1 < layout_.lanes.y0 || row.y0 > layout_.lanes.y1) return;
  Rect cell{layout_.whole.x0, row.y0 + hair(), layout_.canvas.x0 - hair(), row.y1};
  const bool on = lane.key == state_.lane;
  const bool over = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(low(cell), high(cell)) &&
                    ImGui::GetIO().MousePos.y > layout_.lanes.y0;
  fill(cell, ink(on ? Colour::selected : over ? Colour::hover : Colour::surface));
  record(Role::row, cell, lane.title, true, false, on);
  Rect inner{cell.x0 + px(24), cell.y0, cell.x1 - px(12), cell.y1};
  if (lane.orientation != Orientation::none) {
    orientation_chip(lane.orientation, inner.cut_left(px(20), px(10)));
  }
  Rect words = inner.middle_row(px(34));
  Rect first = words.cut_top(px(18));
  // The figure stands behind the title where both fit; the second line has the whole width.
  const float figure = text_width(Type::small, lane.right);
  if (!lane.right.empty() &&
      text_width(Type::small_strong, lane.title) + px(8) + figure <= first.width()) {
    label(first.cut_right(figure + 1, px(8)), Type::small, ink(Colour::muted), lane.right,
          Align::right);
  }
  label(first, Type::small_strong, ink(Colour::text), lane.title);
  label(words, Type::small, ink(Colour::muted), lane.line);
}

bool Picture::today_in_view() const {
  const float at = x(data_.today);
  return data_.show_today && at >= layout_.canvas.x0 && at <= layout_.canvas.x1;
}

void Picture::today_line() const {
  if (!today_in_view()) return;
  const float at = x(data_.today);
  const float half = 0.75F * ui::scale();
  canvas().AddRectFilled({at - half, layout_.axis.y0 + px(44)}, {at + half, layout_.rows_end()},
                         ink(Colour::accent));
}

// Where the chip of today stands; empty where the label of its day is the chip.
Rect Picture::today_place() const {
  const geometry::Ticks ticks = geometry::ticks(layout_.scale, ui::scale());
  if (!today_in_view() || ticks.unit == geometry::TickUnit::day) return {};
  return snapped(Rect::sized(x(data_.today) - px(23), layout_.axis.y0 + px(26), px(46), px(18)));
}

void Picture::today_chip() const {
  const Rect chip = today_place();
  if (chip.empty()) return;
  const geometry::Ticks ticks = geometry::ticks(layout_.scale, ui::scale());
  std::string text = "today";
  if (ticks.fine_unit == geometry::TickUnit::day) {  // it covers the day's own label, so says it
    text = geometry::tick_label(data_.today, geometry::TickUnit::day, false);
    text = text.substr(0, text.rfind(' '));
  }
  fill(chip, ink(Colour::accent), px(4));
  label(chip, Type::micro, ink(Colour::on_accent), text, Align::centre);
}

void Picture::strip() const {
  if (!data_.strip) return;
  const TimelineStrip& s = *data_.strip;
  const Rect r = layout_.strip;
  fill(r, ink(Colour::surface));
  line_h(r.x0, r.x1, r.y0 - hair(), ink(Colour::line));  // the last lane's own line
  line_v(layout_.canvas.x0 - hair(), r.y0, r.y1, ink(Colour::line));
  Rect words = Rect{r.x0 + px(24), r.y0, layout_.canvas.x0 - px(12), r.y1}.middle_row(px(36));
  label(words.cut_top(px(18)), Type::small_strong, ink(Colour::text), s.title);
  label(words, Type::small, ink(Colour::muted), s.line);
  if (s.most <= 0) return;
  canvas().PushClipRect({layout_.canvas.x0, r.y0}, {layout_.canvas.x1, r.y1}, true);
  const float foot = r.y1 - px(10);
  const auto height = [&](double value) {
    return std::round(static_cast<float>(value / s.most) * px(kStripPlot));
  };
  const TimelineStrip::Bin* most = nullptr;
  for (const TimelineStrip::Bin& bin : s.bins) {
    Rect b{x(bin.span.begin) + px(2), foot - height(bin.value), x(bin.span.end) - px(2), foot};
    if (b.x1 < layout_.canvas.x0 || b.x0 > layout_.canvas.x1 || bin.value <= 0) continue;
    b = snapped({b.x0, b.y0, std::max(b.x1, b.x0 + 1), b.y1});
    fill(b, bin.ahead ? ink(Colour::line_strong, 0.3F) : ink(Colour::muted, 0.9F), px(1.5F));
    if (bin.ahead) outline(b, ink(Colour::line_strong), px(1.5F));
    hint({b.x0, r.y0, b.x1, r.y1}, bin.text);
    if (!most || bin.value > most->value) most = &bin;
  }
  line_h(layout_.canvas.x0, layout_.canvas.x1, foot, ink(Colour::line_strong, 0.6F));
  if (most) {
    const float y = foot - height(most->value) - px(15);
    label({x(most->span.begin), y, std::max(x(most->span.end), x(most->span.begin) + px(12)),
           y + px(14)},
          Type::micro, ink(Colour::muted), std::to_string(static_cast<int>(most->value)),
          Align::centre);
  }
  if (s.limit > 0) {
    const float y = foot - height(s.limit);
    dashed_line_h(layout_.canvas.x0, layout_.canvas.x1, y, ink(Colour::attention));
    label({layout_.canvas.x0, y + px(2), layout_.canvas.x1 - px(8), y + px(16)}, Type::micro,
          ink(Colour::attention), s.limit_text, Align::right);
  }
  canvas().PopClipRect();
}

void Picture::ghost(const TimelineVerdict& verdict) const {
  if (!state_.dragging) return;
  const TimelineBar* bar = find_bar(data_, state_.pressed_bar);
  if (!bar) return;
  const TimelineDrag drag = drag_at(layout_, data_, state_);
  const Minute length = bar->span.end - bar->span.begin;
  const float y = ImGui::GetIO().MousePos.y;
  const float height = layout_.bar_height;
  Rect r{x(drag.begin), y - height / 2, x(drag.begin + length), y + height / 2};
  r.x1 = std::max(r.x1, r.x0 + px(layout_.marks ? 29 : 47));
  BarLook look{.orientation = bar->orientation,
               .phase = verdict.legal ? bar->phase : Phase::refused,
               .selected = verdict.legal,
               .alpha = 0.85F};
  if (layout_.marks) {
    year_mark(r, bar->code, look);
  } else {
    session_bar(r, bar->code, bar->second, bar->third, look);
  }
  if (verdict.text.empty()) return;
  const float width = text_width(Type::small, verdict.text);
  const float left = std::min(r.x1 + px(8), layout_.whole.x1 - width - px(16));
  const Rect words = Rect::sized(left, r.y0, width + px(12), px(26));
  fill(words, ink(Colour::raised), px(4));
  outline(words, ink(verdict.legal ? Colour::line_strong : Colour::late), px(4));
  label(words.inset(px(6), 0), Type::small, ink(verdict.legal ? Colour::text : Colour::late),
        verdict.text);
}

void Picture::draw(const TimelineVerdict& verdict, TimelineResult& result) {
  const geometry::Ticks ticks = geometry::ticks(layout_.scale, ui::scale());
  canvas().PushClipRect(low(layout_.whole), high(layout_.whole), true);
  ground();
  // Days off lie under the chosen lane and shine through it; hatches lie over it.
  canvas().PushClipRect({layout_.canvas.x0, layout_.axis.y0}, high(layout_.lanes), true);
  bands(TimelineBand::Kind::holiday);
  canvas().PopClipRect();
  canvas().PushClipRect(low(layout_.lanes), high(layout_.lanes), true);
  selected_lane();
  canvas().PopClipRect();
  canvas().PushClipRect({layout_.canvas.x0, layout_.axis.y0}, high(layout_.lanes), true);
  bands(TimelineBand::Kind::blackout);
  axis_lines(ticks);
  today_line();
  canvas().PopClipRect();
  canvas().PushClipRect({layout_.whole.x0, layout_.lanes.y0}, high(layout_.lanes), true);
  for (std::size_t k = 0; k < data_.lanes.size(); ++k) lane(k, result);
  for (std::size_t k = 0; k < data_.lanes.size(); ++k) {
    header(data_.lanes[k], layout_.row(k));
  }
  line_h(layout_.whole.x0, layout_.whole.x1, layout_.rows_end() - hair(), ink(Colour::line));
  canvas().PopClipRect();
  line_v(layout_.canvas.x0 - hair(), layout_.axis.y0, layout_.rows_end(), ink(Colour::line));
  canvas().PushClipRect({layout_.canvas.x0, layout_.axis.y0}, high(layout_.lanes), true);
  axis_labels(ticks);
  today_chip();
  canvas().PopClipRect();
  line_h(layout_.whole.x0, layout_.whole.x1, layout_.whole.y0, ink(Colour::line));
  strip();
  ghost(verdict);
  if (state_.by_keyboard && ImGui::IsWindowFocused()) {
    outline(layout_.whole.inset(px(2)), ink(Colour::accent), px(4), px(2));
  }
  canvas().PopClipRect();
}

}  // namespace

namespace {

// Style, sub-lanes and heights, by where the view is going: a lane does not change on the way
// there.
void measure(const TimelineData& data, const TimelineState& state, TimelineLayout& layout) {
  const StyleMeasures& m = style_of(layout.scale);
  layout.style = m.style;
  layout.marks = m.style == BarStyle::mark;
  layout.bar_height = px(m.height);
  layout.pitch = px(m.height + m.gap);
  layout.count = data.lanes.size();
  layout.lane_height = px(std::max(kLane, m.height + 2 * m.margin) + data.lane_extra);
  const TimeScale target(data.fold, state.view, layout.scale.width());
  TimelineState::SubLanes& known = state.sub_lanes;
  const float least = m.height * ui::scale();
  if (known.edition != data.edition || known.view != state.view ||
      known.width != layout.scale.width() || known.least != least) {
    known = {data.edition, state.view, layout.scale.width(), least, {}};
    for (const TimelineLane& lane : data.lanes)
      known.rows.push_back(geometry::rows_needed(lane.spans, target, layout.options(lane)));
  }
  layout.rows = known.rows;
  layout.tops = {0};
  layout.tops.reserve(data.lanes.size() + 1);
  for (const int rows : layout.rows) {
    const float content = static_cast<float>(rows) * layout.pitch + px(2 * m.margin - m.gap);
    layout.tops.push_back(layout.tops.back() +
                          std::max(layout.lane_height, content + px(data.lane_extra)));
  }
}

}  // namespace

TimelineLayout timeline_layout(const Rect& r, const TimelineData& data,
                               const TimelineState& state) {
  const Rect whole = snapped(r);
  const float left = whole.x0 + px(data.header_width);
  const double width = std::max(0.0F, whole.x1 - left);
  TimelineLayout layout{.whole = whole,
                        .axis = {},
                        .lanes = {},
                        .canvas = {},
                        .strip = {},
                        .scale = TimeScale(data.fold, state.shown, width)};
  measure(data, state, layout);
  Rect rest = whole;
  layout.axis = rest.cut_top(px(kAxisHeight));
  if (data.strip) {
    // Right below the last lane when all fit, else at the foot.
    const float needed = layout.content();
    const float room = rest.height() - px(kStripHeight);
    layout.strip = rest.cut_bottom(px(kStripHeight));
    if (needed < room) {
      layout.strip = layout.strip.moved(0, needed - room);
      rest.y1 = layout.strip.y0;
    }
  }
  layout.lanes = rest;
  layout.canvas = {left, layout.axis.y0, whole.x1, rest.y1};
  layout.most_scroll = std::max(0.0F, layout.content() - layout.lanes.height());
  layout.scroll = std::round(std::clamp(state.scroll, 0.0F, layout.most_scroll));
  return layout;
}

Rect TimelineLayout::row(std::size_t index) const {
  return {lanes.x0, lanes.y0 + tops[index] - scroll, lanes.x1, lanes.y0 + tops[index + 1] - scroll};
}

float TimelineLayout::rows_end() const { return std::min(lanes.y1, lanes.y0 + content() - scroll); }

geometry::PlaceOptions TimelineLayout::options(const TimelineLane& lane) const {
  geometry::PlaceOptions options;
  options.longest = lane.longest;
  options.kinds = lane.kinds;
  options.rows = kMostRows;
  options.run_below = 3 * ui::scale();
  switch (style) {
    case BarStyle::mark:
      options.least = options.wished = px(29);
      options.run_least = px(46);
      options.most_in_run = 1;
      options.gap = px(3);
      options.push = px(24);
      options.few_rows = 2;
      options.rows = kMostMarkRows;
      break;
    case BarStyle::card:
      options.fit = geometry::Fit::whole_day;
      options.least = options.wished = px(30);
      options.gap = px(2);
      options.push = 0;
      break;
    case BarStyle::bar:
      options.fit = geometry::Fit::in_day;
      options.least = px(46);
      options.run_least = px(56);
      // What is short of a place for its words takes a little more, where days are narrow.
      options.wished = scale.pixels_per_day() < px(160) ? px(80) : options.least;
      options.gap = px(2);
      options.push = px(4);
      break;
  }
  return options;
}

std::vector<Placed> TimelineLayout::place(const TimelineLane& lane) const {
  return geometry::place(lane.spans, scale, options(lane));
}

Rect TimelineLayout::bar(const Placed& placed, std::size_t lane) const {
  const Rect at = row(lane);
  const auto used = static_cast<float>(rows[lane]);
  const float all = used * pitch - (pitch - bar_height);
  const float y =
      std::round(at.y0 + (at.height() - all) / 2) + static_cast<float>(placed.row) * pitch;
  return {canvas.x0 + static_cast<float>(placed.x0), y, canvas.x0 + static_cast<float>(placed.x1),
          y + bar_height};
}

float timeline_height(const TimelineData& data, const TimelineState& state, float width) {
  TimelineLayout layout{.whole = {},
                        .axis = {},
                        .lanes = {},
                        .canvas = {},
                        .strip = {},
                        .scale = TimeScale(data.fold, state.shown, width - px(data.header_width))};
  measure(data, state, layout);
  return px(kAxisHeight) + layout.content() + (data.strip ? px(kStripHeight) : 0);
}

TimelineResult timeline(const char* id, const Rect& r, const TimelineData& data,
                        TimelineState& state, const TimelineVerdict& verdict) {
  TimelineResult result;
  ImGui::SetCursorScreenPos(low(snapped(r)));
  if (state.take_focus) ImGui::SetNextWindowFocus();
  // Arrow keys move the view here, not the focus: hence no ImGui navigation inside.
  begin_child(id, {std::max(1.0F, std::round(r.width())), std::max(1.0F, std::round(r.height()))},
              ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                  ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
  if (state.take_focus) state.by_keyboard = true;
  state.take_focus = false;
  record(Role::area, r, id);
  timeline_input(snapped(r), data, state, result);
  Picture(snapped(r), data, state).draw(verdict, result);
  ImGui::EndChild();
  return result;
}

}  // namespace tandem::ui
