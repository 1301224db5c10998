#include "ui/widgets/timeline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/panes.hpp"
#include "ui/widgets/probe.hpp"
#include "ui/widgets/timeline_axis.hpp"
#include "ui/widgets/timeline_input.hpp"

namespace tandem::ui {
namespace {

using geometry::Placed;

constexpr float kStripPlot = 48;

// One drawing of the timeline: where everything is, in screen pixels.
class Picture {
 public:
  Picture(const Rect& r, const TimelineData& data, const TimelineState& state)
      : data_(data), state_(state), layout_(timeline_layout(r, data, state)) {}

  void draw(const TimelineVerdict& verdict, TimelineResult& result);

 private:
  float x(Minute minute) const { return layout_.x(minute); }
  Rect column(Span span) const {
    return {x(span.begin), layout_.lanes.y0, x(span.end), layout_.lanes.y1};
  }
  void ground() const;
  void bands() const;
  void days_off(const TimelineLane& lane, const Rect& row) const;
  void selected_lane() const;
  bool shows(std::span<const Placed> placed) const;
  // Returns: the lane and a bar of it are in view.
  bool lane(std::size_t index, TimelineResult& result) const;
  void notes(const TimelineLane& lane, const Rect& row) const;
  void thread(const TimelineLane& lane, const Rect& row) const;
  void chains(std::size_t index, std::span<const Placed> placed) const;
  void bar(std::size_t index, const Placed& placed, TimelineResult& result) const;
  void header(const TimelineLane& lane, const Rect& row) const;
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
    if (data_.lanes[k].key == state_.lane)
      fill({layout_.whole.x0, row.y0, layout_.whole.x1, row.y1}, ink(Colour::selected));
  }
}

// A holiday binds the lanes of its site and no other; the tone is the same on the chosen lane.
void Picture::days_off(const TimelineLane& lane, const Rect& row) const {
  for (const TimelineNote& note : lane.notes) {
    if (note.kind != TimelineNote::Kind::day_off) continue;
    Rect r{x(note.span.begin), row.y0, x(note.span.end), row.y1};
    if (r.x1 < layout_.canvas.x0 || r.x0 > layout_.canvas.x1) continue;
    // A single day of a year is a few pixels: a stronger tone, so that it is seen at all.
    const bool narrow = r.width() < px(8);
    r.x1 = std::max(r.x1, r.x0 + px(3));
    fill(r, ink(narrow ? Colour::line : Colour::holiday));
    const Rect words{r.x0 + px(6), r.y1 - px(18), r.x1 - px(6), r.y1 - px(4)};
    if (text_width(Type::micro, note.text) <= words.width())
      label(words, Type::micro, ink(Colour::muted), note.text, Align::right);
    hint(r, note.text);
  }
}

void Picture::bands() const {
  for (const TimelineBand& band : data_.bands) {
    Rect r = column(band.span);
    if (r.x1 < layout_.canvas.x0 || r.x0 > layout_.canvas.x1) continue;
    r.y1 = std::min(r.y1, layout_.rows_end());
    hatch(r);
    if (!band.text.empty() && r.width() > text_width(Type::micro, band.text) + px(12)) {
      label({r.x0 + px(6), r.y0 + px(4), r.x1 - px(6), r.y0 + px(18)}, Type::micro,
            ink(Colour::muted), band.text, Align::right);
    }
    hint(r, band.text);
  }
}

void Picture::thread(const TimelineLane& lane, const Rect& row) const {
  if (lane.standing < 2 || !layout_.marks) return;
  // From the middle of the first mark to the middle of the last.
  const float from = std::max(x(lane.bars.front().span.begin) + px(14), layout_.canvas.x0);
  const float to = std::min(x(lane.bars[lane.standing - 1].span.begin) + px(14), layout_.canvas.x1);
  if (to > from) line_h(from, to, row.centre().y, ink(Colour::line_strong, 0.5F));
}

void Picture::notes(const TimelineLane& lane, const Rect& row) const {
  for (const TimelineNote& note : lane.notes) {
    Rect r{x(note.span.begin), row.y0 + px(6), x(note.span.end), row.y1 - px(6)};
    if (r.x1 < layout_.canvas.x0 || r.x0 > layout_.canvas.x1) continue;
    r = snapped(r);
    switch (note.kind) {
      case TimelineNote::Kind::day_off:
        continue;
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
void Picture::chains(std::size_t index, std::span<const Placed> placed) const {
  const TimelineLane& lane = data_.lanes[index];
  std::pmr::unordered_map<std::uint64_t, Rect> before(frame_memory());
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
               .behind = lane.bars[placed.first + placed.count - 1].orientation,
               .alpha = all([](const TimelineBar& b) { return b.quiet; }) ? 0.6F : 1.0F};
  std::string_view code = bar.code;
  std::string_view third = bar.third;
  if (!single) {
    const bool alike = all([&](const TimelineBar& b) { return b.code == bar.code; });
    const std::string_view times = phrase("×{}", placed.count);
    code = alike ? phrase("{} {}", bar.code, times) : phrase("{} +{}", bar.code, placed.count - 1);
    third = {};
    // In a day's cell the number goes below the code.
    if (alike && layout_.style == BarStyle::card) third = times;
    if (any([](const TimelineBar& b) { return b.phase == Phase::ahead; }))
      look.phase = Phase::ahead;
  }
  if (layout_.style == BarStyle::card) {
    look.from = x(bar.span.begin);
    look.to = x(lane.bars[placed.first + placed.count - 1].span.end);
  }
  if (state_.dragging && bar.key == state_.pressed_bar) {
    look.phase = Phase::old_place;
    look.alpha = 0.45F;
  }
  if (layout_.marks)
    year_mark(r, code, look);
  else
    session_bar(r, single || third.empty() ? code : std::string_view{bar.code},
                single ? std::string_view{bar.second} : "", third, look);
  if (single && !state_.dragging) hint(r, bar.tooltip);
  if (!single) hint(r, phrase("{} on one day. Press to go through them.", placed.count));
  record(Role::bar, r, phrase("{} {}", lane.title, code), true, false, look.selected);
}

bool Picture::shows(std::span<const Placed> placed) const {
  return std::ranges::any_of(
      placed, [&](const Placed& p) { return p.x1 > 0 && p.x0 < layout_.canvas.width(); });
}

bool Picture::lane(std::size_t index, TimelineResult& result) const {
  const TimelineLane& lane = data_.lanes[index];
  const Rect row = layout_.row(index);
  if (row.y1 < layout_.lanes.y0 || row.y0 > layout_.lanes.y1) return false;
  line_h(layout_.whole.x0, layout_.whole.x1, row.y0, ink(Colour::line));
  canvas().PushClipRect({layout_.canvas.x0, layout_.lanes.y0}, high(layout_.lanes), true);
  thread(lane, row);
  notes(lane, row);
  const Placed* selected = nullptr;
  const auto placed = layout_.place(lane);
  chains(index, placed);
  for (const Placed& p : placed) {
    if (p.count == 1 && lane.bars[p.first].key == state_.bar) selected = &p;
    bar(index, p, result);
  }
  if (selected) bar(index, *selected, result);  // its ring lies over its neighbours
  canvas().PopClipRect();
  return shows(placed);
}

void Picture::header(const TimelineLane& lane, const Rect& row) const {
  if (row.y1 < layout_.lanes.y0 || row.y0 > layout_.lanes.y1) return;
  Rect cell{layout_.whole.x0, row.y0 + hair(), layout_.canvas.x0 - hair(), row.y1};
  const bool on = lane.key == state_.lane;
  const bool over = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(low(cell), high(cell)) &&
                    ImGui::GetIO().MousePos.y > layout_.lanes.y0;
  fill(cell, ink(on ? Colour::selected : over ? Colour::hover : Colour::surface));
  record(Role::row, cell, lane.title, true, false, on);
  // What is left of a lane at the edge still says whose it is.
  const float top = std::max(cell.y0, layout_.lanes.y0);
  const float foot = std::min(cell.y1, layout_.lanes.y1);
  const bool both_lines = foot - top >= px(34);
  if (foot - top < px(14)) return;
  Rect inner{cell.x0 + px(24), top, cell.x1 - px(12), foot};
  if (lane.orientation != Orientation::none) {
    orientation_chip(lane.orientation, inner.cut_left(px(20), px(10)));
  }
  Rect words = inner.middle_row(px(both_lines ? 34 : 18));
  Rect first = words.cut_top(px(18));
  // The figure stands behind the title where both fit; the second line has the whole width.
  const float figure = text_width(Type::small, lane.right);
  if (!lane.right.empty() &&
      text_width(Type::small_strong, lane.title) + px(8) + figure <= first.width()) {
    label(first.cut_right(figure + 1, px(8)), Type::small, ink(Colour::muted), lane.right,
          Align::right);
  }
  label(first, Type::small_strong, ink(Colour::text), lane.title);
  if (both_lines) label(words, Type::small, ink(Colour::muted), lane.line);
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
    const std::string_view value = phrase("{}", static_cast<int>(most->value));
    const float width = text_width(Type::micro, value);
    // Above the middle of what is in view of it, however narrow that is.
    const float middle = (std::max(x(most->span.begin), layout_.canvas.x0) +
                          std::min(x(most->span.end), layout_.canvas.x1)) /
                         2;
    draw_text(Type::micro, ink(Colour::muted), std::round(middle - width / 2), y, value);
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
  const TimelineAxis axis(layout_, data_);
  canvas().PushClipRect(low(layout_.whole), high(layout_.whole), true);
  ground();
  canvas().PushClipRect(low(layout_.lanes), high(layout_.lanes), true);
  selected_lane();
  canvas().PopClipRect();
  canvas().PushClipRect({layout_.canvas.x0, layout_.lanes.y0}, high(layout_.lanes), true);
  for (std::size_t k = 0; k < data_.lanes.size(); ++k) {
    const Rect row = layout_.row(k);
    if (row.y1 > layout_.lanes.y0 && row.y0 < layout_.lanes.y1) days_off(data_.lanes[k], row);
  }
  canvas().PopClipRect();
  canvas().PushClipRect({layout_.canvas.x0, layout_.axis.y0}, high(layout_.lanes), true);
  bands();
  axis.lines();
  canvas().PopClipRect();
  canvas().PushClipRect({layout_.whole.x0, layout_.lanes.y0}, high(layout_.lanes), true);
  bool any = false;
  for (std::size_t k = 0; k < data_.lanes.size(); ++k) any |= lane(k, result);
  any = any || std::ranges::any_of(data_.lanes, [&](const TimelineLane& lane) {
          return shows(layout_.place(lane));  // further down
        });
  if (!any && !data_.nothing.empty()) {
    Rect words = layout_.lanes;
    words.x0 = layout_.canvas.x0;
    words.y1 = layout_.rows_end();
    words = words.middle(text_width(Type::body, data_.nothing) + px(24), px(32));
    fill(words, ink(Colour::surface), px(4));
    label(words, Type::body, ink(Colour::muted), data_.nothing, Align::centre);
    record(Role::text, words, data_.nothing);
  }
  for (std::size_t k = 0; k < data_.lanes.size(); ++k) {
    header(data_.lanes[k], layout_.row(k));
  }
  line_h(layout_.whole.x0, layout_.whole.x1, layout_.rows_end() - hair(), ink(Colour::line));
  canvas().PopClipRect();
  line_v(layout_.canvas.x0 - hair(), layout_.axis.y0, layout_.rows_end(), ink(Colour::line));
  canvas().PushClipRect({layout_.canvas.x0, layout_.axis.y0}, high(layout_.lanes), true);
  axis.labels();
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

TimelineResult timeline(const char* id, const Rect& r, const TimelineData& data,
                        TimelineState& state, const TimelineVerdict& verdict) {
  TimelineResult result;
  ImGui::SetCursorScreenPos(low(snapped(r)));
  state.take_focus |= keyboard_comes(3);
  if (state.take_focus) ImGui::SetNextWindowFocus();
  // Arrow keys move the view here, not the focus: hence no ImGui navigation inside.
  begin_child(id, {std::max(1.0F, std::round(r.width())), std::max(1.0F, std::round(r.height()))},
              ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                  ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
  if (state.take_focus) state.by_keyboard = true;
  state.take_focus = false;
  record(Role::area, r, id, true, state.by_keyboard && ImGui::IsWindowFocused());
  timeline_input(snapped(r), data, state, result);
  Picture(snapped(r), data, state).draw(verdict, result);
  ImGui::EndChild();
  return result;
}

}  // namespace tandem::ui
