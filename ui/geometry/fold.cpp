#include "ui/geometry/fold.hpp"

#include <algorithm>

namespace tandem::geometry {

// 1970-01-01 was a Thursday.
int Fold::weekday(std::int64_t day) {
  return static_cast<int>(day + 3 - 7 * floor_div(day + 3, 7));
}

Fold::Fold(int day_begin, int day_end, bool weekends)
    : begin_(day_begin), end_(day_end), weekends_(weekends) {}

std::int64_t Fold::to_axis(Minute minute) const {
  const std::int64_t day = floor_div(minute, kDay);
  std::int64_t within = std::clamp<std::int64_t>(minute - day * kDay, begin_, end_) - begin_;
  std::int64_t shown = day;
  if (!weekends_) {
    shown = floor_div(day + 3, 7) * 5 + std::min(weekday(day), 5);
    if (weekday(day) >= 5) within = 0;
  }
  return shown * day_length() + within;
}

Minute Fold::to_minute(std::int64_t axis) const {
  std::int64_t day = floor_div(axis, day_length());
  const std::int64_t within = axis - day * day_length();
  if (!weekends_) day = floor_div(day, 5) * 7 + (day - 5 * floor_div(day, 5)) - 3;
  return day * kDay + begin_ + within;
}

}  // namespace tandem::geometry
