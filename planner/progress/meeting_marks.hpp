// Who came to one meeting, from its marks alone: a session in parts has a count for each part while
// it still goes on. Derived when needed, never stored.
#pragma once

#include "planner/progress/training_records.hpp"

namespace tandem {

struct MeetingMarks {
  int expected{};  // with a booked seat; of people on a pause that day only those who came
  int marked{};
  int came{};  // fully or in part

  int unmarked() const { return expected - marked; }
};

// Cost: n log n in the marks to make; then linear in the seats of the session.
class MarksByMeeting {
 public:
  // Requires: the records outlive it.
  explicit MarksByMeeting(const TrainingRecords& records);

  MeetingMarks of(const Meeting& meeting) const;

 private:
  const TrainingRecords& records_;
  Grouping<std::pair<Id<Session>, Id<Person>>, Attendance> marks_;
};

}  // namespace tandem
