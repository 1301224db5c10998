// Where the parts of a timeline lie, in screen pixels: axis, lanes with their sub-lanes, bars and
// the strip, in the style that the room of a day allows. Made anew in each frame, the lanes in room
// that the state keeps, so that one layout stands until the next is made. Shared by timeline.cpp
// and timeline_axis.cpp, which draw, and timeline_input.cpp; nobody else includes it. It neither
// draws nor asks for pointer or keyboard.
#pragma once

#include <span>

#include "ui/widgets/timeline.hpp"

namespace tandem::ui {

// How a bar is drawn, by the room a day has. One way at a time, for all lanes.
enum class BarStyle : std::uint8_t {
  mark,  // 29 x 19 with the code
  card,  // a cell of its day, its hours a line below: code, place and people
  bar,   // to scale: code, place and people
};

struct TimelineLayout {
  Rect whole;
  Rect axis;
  Rect lanes;   // below the axis, headers included
  Rect canvas;  // axis and lanes right of the headers
  Rect strip;
  geometry::TimeScale scale;
  BarStyle style = BarStyle::mark;
  bool marks = true;  // small fixed marks instead of bars to scale
  float bar_height = 0;
  float pitch = 0;                   // from one sub-lane to the next
  float lane_height = 0;             // of a lane with one row
  std::span<const float> tops = {};  // of every lane and the end of the last, from the first's top
  std::span<const int> rows = {};    // sub-lanes of every lane
  float scroll = 0;
  float most_scroll = 0;

  float x(Minute minute) const { return canvas.x0 + static_cast<float>(scale.x(minute)); }
  Minute minute(float x) const { return scale.minute(x - canvas.x0); }
  float content() const { return tops.empty() ? 0 : tops.back(); }
  Rect row(std::size_t index) const;
  float rows_end() const;
  geometry::PlaceOptions options(const TimelineLane& lane) const;
  std::pmr::vector<geometry::Placed> place(const TimelineLane& lane) const;
  Rect bar(const geometry::Placed& placed, std::size_t lane) const;
};

TimelineLayout timeline_layout(const Rect& r, const TimelineData& data, const TimelineState& state);

}  // namespace tandem::ui
