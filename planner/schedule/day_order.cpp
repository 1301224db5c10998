#include "planner/schedule/day_order.hpp"

#include <algorithm>

namespace tandem::schedule {

DayOrder::DayOrder(const Spacing& spacing, int from, int to, int in_time)
    : spacing_(spacing), from_(from), to_(to), in_time_(std::min(std::max(in_time, from - 1), to)) {
  // The first day from which on the distance does not fall.
  int low = from;
  int high = std::max(from, in_time_);
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (spacing_(middle + 1) >= spacing_(middle))
      high = middle;
    else
      low = middle + 1;
  }
  right_ = low;
  left_ = low - 1;
}

int DayOrder::next() {
  const bool on_the_left = left_ >= from_;
  const bool on_the_right = right_ <= in_time_;
  if (on_the_left && (!on_the_right || spacing_(left_) <= spacing_(right_))) return left_--;
  // Past the last day in time each day delays more, and so it costs more.
  if (on_the_right || right_ <= to_) return right_++;
  return -1;
}

}  // namespace tandem::schedule
