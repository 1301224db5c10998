// Where the parts of a timeline lie, and what pointer and keyboard do to it. Shared by
// timeline.cpp, which draws, and timeline_input.cpp; nobody else includes it.
#pragma once

#include <vector>

#include "ui/widgets/timeline.hpp"

namespace tandem::ui {

struct TimelineLayout {
  Rect whole;
  Rect axis;
  Rect lanes;   // below the axis, headers included
  Rect canvas;  // axis and lanes right of the headers
  Rect strip;
  geometry::TimeScale scale;
  bool marks = true;  // small fixed marks instead of bars to scale
  float lane_height = 0;
  float scroll = 0;
  float most_scroll = 0;
  std::size_t count = 0;

  Rect row(std::size_t index) const;
  float rows_end() const;
  std::vector<geometry::Placed> place(const TimelineLane& lane) const;
  Rect bar(const geometry::Placed& placed, const Rect& row) const;
};

TimelineLayout timeline_layout(const Rect& r, const TimelineData& data, const TimelineState& state);

void timeline_input(const Rect& r, const TimelineData& data, TimelineState& state,
                    TimelineResult& result);

const TimelineBar* find_bar(const TimelineData& data, std::uint64_t key);
// Where the bar in hand would be put now.
TimelineDrag drag_at(const TimelineLayout& layout, const TimelineData& data,
                     const TimelineState& state);

}  // namespace tandem::ui
