#include "planner/progress/attendance.hpp"

#include <algorithm>

namespace tandem {

Ratio attendance(std::span<const MeetingMark> marks) {
  Ratio sum;
  for (const MeetingMark& mark : marks) {
    if (!mark.status) continue;
    switch (*mark.status) {
      case AttendanceStatus::full:
        sum = sum + Ratio{mark.meeting_minutes, mark.meeting_minutes};
        break;
      case AttendanceStatus::partial:
        sum = sum + Ratio{std::min(mark.minutes, mark.meeting_minutes), mark.meeting_minutes};
        break;
      case AttendanceStatus::no_show:
        sum = sum + Ratio{0, mark.meeting_minutes};
        break;
      case AttendanceStatus::excused:
        break;
    }
  }
  return sum;
}

SeatState seat_state(std::span<const MeetingMark> marks) {
  if (marks.empty() || std::any_of(marks.begin(), marks.end(),
                                   [](const MeetingMark& m) { return !m.status; }))
    return SeatState::unmarked;
  const Ratio share = attendance(marks);
  return share.part > 0 && 4 * share.part >= 3 * share.whole ? SeatState::completed
                                                             : SeatState::to_make_up;
}

}  // namespace tandem
