// Where a time axis has its lines and words: years, months, weeks, days, hours or quarters of an
// hour, chosen by the room they have. Two levels: a coarse one with full labels, and a finer one
// below it when short labels fit. Pure.
#pragma once

#include <memory_resource>
#include <string>
#include <vector>

#include "ui/geometry/time_view.hpp"

namespace tandem::geometry {

enum class TickUnit : std::uint8_t {
  year,
  quarter,
  month,
  week,
  day,
  three_hours,
  hour,
  quarter_hour,
  none,
};

struct Tick {
  Minute minute = 0;
  double x = 0;         // pixels from the left of the axis; the first may lie left of it
  bool strong = false;  // begins a larger unit: a week among days, a year among months
  std::string label;    // empty: a line only
};

struct Ticks {
  TickUnit unit = TickUnit::none;  // of the coarse level
  TickUnit fine_unit = TickUnit::none;
  std::pmr::vector<Tick> coarse;  // the first holds the left edge: its label may stick there
  std::pmr::vector<Tick> fine;    // empty when there is no room
};

// `size` multiplies all room asked for: the scale of the text.
Ticks ticks(const TimeScale& scale, double size = 1,
            std::pmr::memory_resource* memory = std::pmr::get_default_resource());

// "Mon 17 May", "17 May", "Jan", "09:00", as fits the unit.
std::string tick_label(Minute minute, TickUnit unit, bool with_year);

}  // namespace tandem::geometry
