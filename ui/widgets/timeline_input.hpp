// What pointer and keyboard do to a timeline: the view moves, a lane or a bar is chosen, a bar is
// dragged. Used by timeline.cpp alone, which draws what comes of it; draws nothing itself.
#pragma once

#include "ui/widgets/timeline_layout.hpp"

namespace tandem::ui {

void timeline_input(const Rect& r, const TimelineData& data, TimelineState& state,
                    TimelineResult& result);

const TimelineBar* find_bar(const TimelineData& data, std::uint64_t key);
// Where the bar in hand would be put now.
TimelineDrag drag_at(const TimelineLayout& layout, const TimelineData& data,
                     const TimelineState& state);

}  // namespace tandem::ui
