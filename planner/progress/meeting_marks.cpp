#include "planner/progress/meeting_marks.hpp"

namespace tandem {

MarksByMeeting::MarksByMeeting(const TrainingRecords& records)
    : records_(records), marks_(group_by(records.program().attendance, [](const Attendance& a) {
        return std::pair{a.session, a.person};
      })) {}

MeetingMarks MarksByMeeting::of(const Meeting& meeting) const {
  MeetingMarks out;
  for (const Seat* seat : records_.seats(meeting.session)) {
    if (seat->status != SeatStatus::booked) continue;
    const Attendance* mark = nullptr;
    for (const Attendance* a : marks_[{meeting.session, seat->person}])
      if (a->meeting == meeting.number) mark = a;
    const bool came = mark && (mark->status == AttendanceStatus::full ||
                               mark->status == AttendanceStatus::partial);
    if (!came && records_.paused(seat->person, meeting.date)) continue;
    ++out.expected;
    if (mark) ++out.marked;
    if (came) ++out.came;
  }
  return out;
}

}  // namespace tandem
