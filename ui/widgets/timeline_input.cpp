#include "ui/widgets/timeline_input.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/wake.hpp"

namespace tandem::ui {
namespace {

using geometry::TimeView;

struct Target {
  const TimelineLane* lane = nullptr;
  const TimelineBar* bar = nullptr;  // of a run: the one after the selected, else the first
  bool run = false;
};

// A press on a run goes through its bars, one after the other.
std::size_t next_in_run(const TimelineLane& lane, const geometry::Placed& run, std::uint64_t bar) {
  for (std::size_t k = 0; k < run.count; ++k)
    if (lane.bars[run.first + k].key == bar) return run.first + (k + 1) % run.count;
  return run.first;
}

Target under(const TimelineLayout& layout, const TimelineData& data, const TimelineState& state,
             ImVec2 mouse) {
  Target target;
  if (!layout.lanes.contains(mouse.x, mouse.y)) return target;
  for (std::size_t k = 0; k < data.lanes.size(); ++k) {
    const Rect row = layout.row(k);
    if (!row.contains(mouse.x, mouse.y)) continue;
    target.lane = &data.lanes[k];
    if (mouse.x < layout.canvas.x0) return target;
    for (const geometry::Placed& p : layout.place(*target.lane)) {
      if (!layout.bar(p, k).contains(mouse.x, mouse.y)) continue;
      target.run = p.count > 1;
      target.bar =
          &target.lane->bars[target.run ? next_in_run(*target.lane, p, state.bar) : p.first];
    }
  }
  return target;
}

void wheel(const TimelineLayout& layout, const TimelineData& data, TimelineState& state) {
  const ImGuiIO& io = ImGui::GetIO();
  const float width = layout.canvas.width();
  if (io.MouseWheelH != 0 && width > 0) {
    const double share = -0.1 * io.MouseWheelH;
    state.view = geometry::panned(
        state.view, static_cast<std::int64_t>(share * static_cast<double>(state.view.length())),
        data.limits);
  }
  if (io.MouseWheel == 0) return;
  if (io.MousePos.x < layout.canvas.x0) {  // over the headers: up and down through the lanes
    state.scroll =
        std::clamp(layout.scroll - io.MouseWheel * layout.lane_height, 0.0F, layout.most_scroll);
    return;
  }
  if (width <= 0) return;
  const double at = (io.MousePos.x - layout.canvas.x0) / width;
  const double step = io.KeyCtrl ? 1.06 : io.KeyShift ? 1.6 : 1.25;
  // From the target, not from where the movement is now: a quick turn of the wheel adds up.
  state.view = geometry::zoomed(state.view, std::pow(step, -io.MouseWheel), at, data.limits);
}

void pan_by_mouse(const TimelineLayout& layout, const TimelineData& data, TimelineState& state) {
  const ImGuiIO& io = ImGui::GetIO();
  const float width = layout.canvas.width();
  if (width <= 0) return;
  const double units = -io.MouseDelta.x / width * static_cast<double>(state.shown.length());
  state.jump(
      geometry::panned(state.shown, static_cast<std::int64_t>(std::llround(units)), data.limits));
  state.scroll = std::clamp(layout.scroll - io.MouseDelta.y, 0.0F, layout.most_scroll);
}

void mouse(const TimelineLayout& layout, const TimelineData& data, TimelineState& state,
           TimelineResult& result) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool hovered = ImGui::IsWindowHovered();
  const Target target =
      hovered || state.pressed_bar ? under(layout, data, state, io.MousePos) : Target{};
  if (hovered) {
    wheel(layout, data, state);
    if (target.bar) result.bar_hovered = target.bar->key;
    const bool in_canvas = layout.canvas.contains(io.MousePos.x, io.MousePos.y);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
      state.by_keyboard = false;
      if (target.bar) {
        if (!target.run) state.pressed_bar = target.bar->key;  // a run is not dragged
        state.grab = layout.minute(io.MousePos.x) - target.bar->span.begin;
        result.bar_chosen = target.bar->key;
        if (target.lane) result.lane_chosen = target.lane->key;
        result.opened = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
      } else if (in_canvas) {
        state.panning = true;
        if (target.lane) result.lane_chosen = target.lane->key;
      } else if (target.lane) {
        result.lane_chosen = target.lane->key;
      }
    }
    if (in_canvas && (ImGui::IsMouseClicked(ImGuiMouseButton_Right) ||
                      ImGui::IsMouseClicked(ImGuiMouseButton_Middle))) {
      state.panning = true;
    }
  }
  const bool down = io.MouseDown[0] || io.MouseDown[1] || io.MouseDown[2];
  if (state.panning && down) pan_by_mouse(layout, data, state);
  if (!down) state.panning = false;
  if (state.pressed_bar == 0) return;
  if (io.MouseDown[0] && ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(4)))
    state.dragging = true;
  if (state.dragging && pressed(Key::escape)) {
    state.dragging = false;
    state.pressed_bar = 0;
    return;
  }
  if (state.dragging && io.MouseDown[0]) result.dragged = drag_at(layout, data, state);
  if (io.MouseDown[0]) return;
  if (state.dragging) result.dropped = drag_at(layout, data, state);
  state.dragging = false;
  state.pressed_bar = 0;
}

// The neighbour of the selected bar in the selected lane.
std::uint64_t neighbour(const TimelineLane& lane, std::uint64_t bar, int step) {
  if (lane.bars.empty()) return 0;
  const auto at = std::ranges::find(lane.bars, bar, &TimelineBar::key);
  if (at == lane.bars.end()) return step > 0 ? lane.bars.front().key : lane.bars.back().key;
  const auto index =
      std::clamp<std::ptrdiff_t>(at - lane.bars.begin() + step, 0, std::ssize(lane.bars) - 1);
  return lane.bars[static_cast<std::size_t>(index)].key;
}

// No further than it takes to see the lane whole.
void scroll_to(const TimelineLayout& layout, std::size_t lane, TimelineState& state) {
  const float top = layout.tops[lane];
  const float foot = layout.tops[lane + 1];
  state.scroll = std::clamp(layout.scroll, std::min(top, foot - layout.lanes.height()), top);
  state.scroll = std::clamp(state.scroll, 0.0F, layout.most_scroll);
}

void keyboard(const TimelineLayout& layout, const TimelineData& data, TimelineState& state,
              TimelineResult& result) {
  if (!ImGui::IsWindowFocused() || ImGui::GetIO().WantTextInput) return;
  const ImGuiIO& io = ImGui::GetIO();
  const TimeView before = state.view;
  const auto lane = std::ranges::find(data.lanes, state.lane, &TimelineLane::key);
  const bool has_lane = lane != data.lanes.end();
  bool used = false;
  const auto key = [&](Key k) {
    const bool is = pressed(k, true);
    used |= is;
    return is;
  };
  if (key(Key::plus)) state.view = geometry::zoomed(state.view, 1 / 1.25, 0.5, data.limits);
  if (key(Key::minus)) state.view = geometry::zoomed(state.view, 1.25, 0.5, data.limits);
  for (const auto& [k, step] : {std::pair{Key::left, -1}, {Key::right, 1}}) {
    if (!key(k)) continue;
    if (io.KeyCtrl) {
      if (has_lane) result.bar_chosen = neighbour(*lane, state.bar, step);
    } else {
      state.view = geometry::panned(state.view, step * state.view.length() / 10, data.limits);
    }
  }
  for (const auto& [k, step] : {std::pair{Key::up, -1}, {Key::down, 1}}) {
    if (!key(k) || data.lanes.empty()) continue;
    const std::ptrdiff_t last = std::ssize(data.lanes) - 1;
    const std::ptrdiff_t index =
        has_lane ? std::clamp<std::ptrdiff_t>(lane - data.lanes.begin() + step, 0, last) : 0;
    result.lane_chosen = data.lanes[static_cast<std::size_t>(index)].key;
    scroll_to(layout, static_cast<std::size_t>(index), state);
  }
  if (key(Key::home) && data.show_today) {
    const std::int64_t middle = data.fold.to_axis(data.today);
    const std::int64_t half = state.view.length() / 2;
    state.view =
        geometry::clamped({middle - half, middle - half + state.view.length()}, data.limits);
  }
  if (key(Key::enter) && state.bar != 0) result.opened = true;
  if (used || state.view != before) state.by_keyboard = true;
}

// 150 ms at most from where it is to where it goes.
void move(TimelineState& state) {
  if (state.shown == state.view) return;
  const double dt = std::min(static_cast<double>(ImGui::GetIO().DeltaTime), 0.05);
  const double part = 1 - std::exp(-dt / 0.03);
  const TimeView next = geometry::between(state.shown, state.view, part);
  const double apart = std::abs(static_cast<double>(state.view.begin - next.begin)) +
                       std::abs(static_cast<double>(state.view.end - next.end));
  const bool there =
      apart < 0.002 * static_cast<double>(state.view.length()) || next == state.shown;
  state.shown = there ? state.view : next;
  want_frame_in(0);
}

}  // namespace

const TimelineBar* find_bar(const TimelineData& data, std::uint64_t key) {
  for (const TimelineLane& lane : data.lanes) {
    const auto at = std::ranges::find(lane.bars, key, &TimelineBar::key);
    if (at != lane.bars.end()) return &*at;
  }
  return nullptr;
}

TimelineDrag drag_at(const TimelineLayout& layout, const TimelineData& data,
                     const TimelineState& state) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  TimelineDrag drag{.bar = state.pressed_bar};
  const TimelineBar* bar = find_bar(data, state.pressed_bar);
  if (!bar) return drag;
  const Minute wanted = layout.minute(mouse.x) - state.grab;
  if (layout.marks) {  // the day moves, the hour stays
    const Minute hour =
        bar->span.begin - geometry::floor_div(bar->span.begin, geometry::kDay) * geometry::kDay;
    const Minute half = geometry::kDay / 2;
    drag.begin = geometry::floor_div(wanted - hour + half, geometry::kDay) * geometry::kDay + hour;
  } else {
    drag.begin = geometry::floor_div(wanted + 7, 15) * 15;
  }
  const Target target = under(layout, data, state, mouse);
  if (target.lane) drag.lane = target.lane->key;
  return drag;
}

void timeline_input(const Rect& r, const TimelineData& data, TimelineState& state,
                    TimelineResult& result) {
  if (state.view.length() <= 1) state.jump(data.limits);
  state.view = geometry::clamped(state.view, data.limits);
  const TimelineLayout layout = timeline_layout(r, data, state);
  if (std::exchange(state.reveal, false)) {
    const auto lane = std::ranges::find(data.lanes, state.lane, &TimelineLane::key);
    if (lane != data.lanes.end())
      scroll_to(layout, static_cast<std::size_t>(lane - data.lanes.begin()), state);
  }
  mouse(layout, data, state, result);
  keyboard(layout, data, state, result);
  if (result.bar_chosen != 0) state.bar = result.bar_chosen;
  if (result.lane_chosen != 0) state.lane = result.lane_chosen;
  move(state);
}

}  // namespace tandem::ui
