// The axis of a timeline: its lines down through all lanes, the words above them, and today as a
// line and a chip. One is made for each drawing by timeline.cpp, which puts the lines below the
// bars and the words above them; nobody else includes it. Knows where the lanes end and which days
// are off, no bar and nothing of what pointer and keyboard do.
#pragma once

#include "ui/geometry/ticks.hpp"
#include "ui/widgets/timeline_layout.hpp"

namespace tandem::ui {

class TimelineAxis {
 public:
  // Requires: both outlive it.
  TimelineAxis(const TimelineLayout& layout, const TimelineData& data);

  void lines() const;
  void labels() const;

 private:
  bool today_in_view() const;
  void today_line() const;
  Rect today_place() const;
  void today_chip() const;

  const TimelineLayout& layout_;
  const TimelineData& data_;
  geometry::Ticks ticks_;
};

}  // namespace tandem::ui
