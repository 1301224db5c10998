// The days on which one meeting could be, the cheapest first, without looking at more of them than
// are asked for. Used by the search. What a day costs it knows from sums alone: days of delay, then
// distance from ideals, then the finish; of equal days the earlier. Delay and finish never fall
// with the day and distance is convex, so the order follows from two places: the last day in time,
// and the day nearest to the ideals.
#pragma once

#include <cstdint>
#include <cstdlib>

namespace tandem::schedule {

// What the day of a meeting costs in spacing: the square of the distance from each ideal day, and
// the plain distance from a wanted one.
class Spacing {
 public:
  void ideal(std::int64_t day) {
    ++ideals_;
    sum_ += day;
    squares_ += day * day;
  }
  void wanted(std::int64_t day) {
    wanted_ = day;
    wants_ = true;
  }
  std::int64_t operator()(std::int64_t day) const {
    return ideals_ * day * day - 2 * sum_ * day + squares_ + (wants_ ? std::abs(day - wanted_) : 0);
  }

 private:
  std::int64_t ideals_{};
  std::int64_t sum_{};
  std::int64_t squares_{};
  std::int64_t wanted_{};
  bool wants_{};
};

class DayOrder {
 public:
  // Days from `from` to `to`; up to `in_time` none delays anything, after it each more than the one
  // before.
  DayOrder(const Spacing& spacing, int from, int to, int in_time);

  // Returns: the next day, -1 when there is none left.
  int next();

 private:
  Spacing spacing_;
  int from_;
  int to_;
  int in_time_;
  int left_;   // the nearest not given yet on the one side
  int right_;  // and on the other
};

}  // namespace tandem::schedule
