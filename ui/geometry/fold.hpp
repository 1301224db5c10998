// Which part of the calendar a time axis shows: all of it, or working hours of working days only,
// so that a fortnight is ten full columns and not mostly night. Folding is the same at every zoom,
// so nothing jumps. Pure; knows no time zone: a minute here is one of a site's local calendar.
#pragma once

#include <cstdint>

namespace tandem::geometry {

// Minutes since 1970-01-01 00:00, local.
using Minute = std::int64_t;

inline constexpr Minute kDay = 24 * 60;

struct Span {
  Minute begin = 0;
  Minute end = 0;
  bool operator==(const Span&) const = default;
};

class Fold {
 public:
  Fold() = default;  // shows every minute
  // Shows [day_begin, day_end), in minutes of the day, and Saturday and Sunday only on request.
  // Requires: 0 <= day_begin < day_end <= 1440.
  Fold(int day_begin, int day_end, bool weekends);

  // Shown minutes from the epoch to `minute`; a hidden minute counts as the next shown one.
  std::int64_t to_axis(Minute minute) const;
  // The first minute at this place of the axis.
  Minute to_minute(std::int64_t axis) const;

  bool shows_day(std::int64_t day) const { return weekends_ || weekday(day) < 5; }
  std::int64_t day_length() const { return end_ - begin_; }
  int days_a_week() const { return weekends_ ? 7 : 5; }
  int day_begin() const { return begin_; }
  int day_end() const { return end_; }

  // 0 is Monday. `day` counts from 1970-01-01.
  static int weekday(std::int64_t day);

 private:
  int begin_ = 0;
  int end_ = kDay;
  bool weekends_ = true;
};

// Division that rounds down, also below zero.
constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

}  // namespace tandem::geometry
