// What attendance marks add up to. Minutes excused leave both sides, so an excused absence never
// lowers anything; a meeting without a mark is unknown, not absence. Pure functions of rows; used by
// cohort progress and by a person's plan.
#pragma once

#include <optional>
#include <span>

#include "planner/domain/attendance.hpp"

namespace tandem {

// Attended of due, kept as two whole numbers until printed. 0 of 0: nothing was due.
struct Ratio {
  std::int64_t part{};
  std::int64_t whole{};

  bool operator==(const Ratio&) const = default;
};
inline Ratio operator+(Ratio a, Ratio b) { return {a.part + b.part, a.whole + b.whole}; }

struct MeetingMark {
  int meeting_minutes{};
  std::optional<AttendanceStatus> status;  // none: not marked yet
  int minutes{};                           // attended, for partial
};

// Unmarked meetings count for nothing on either side.
Ratio attendance(std::span<const MeetingMark> marks);

enum class SeatState : std::uint8_t {
  unmarked,    // a meeting has no mark yet
  completed,
  to_make_up,  // too little of it attended, or all of it excused
};

// A seat is completed when at least three quarters of the minutes that were not excused were
// attended, and something was. The share is Tandem's own choice; csv-format.md names none.
SeatState seat_state(std::span<const MeetingMark> marks);

}  // namespace tandem
