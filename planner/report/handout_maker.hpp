// The papers of a session and of a cohort: the attendance sheet, the facilitator's pack and the
// cohort's calendar. Of people they hold names and arrangements and nothing else: no number, no
// unit, no level, no season, no reason for anything. Used by the Documents page and the command
// line.
#pragma once

#include "planner/base/result.hpp"
#include "planner/progress/training_records.hpp"
#include "planner/report/calendar_event.hpp"
#include "planner/report/handout.hpp"

namespace tandem::report {

// What the rows of one Program say, gathered once for all papers. Requires: the program outlives
// it. Thread rule: making one only reads.
class HandoutMaker {
 public:
  HandoutMaker(const Program& program, Date as_of);

  // Of whoever has a booked seat, with a column to sign for each meeting.
  Handout attendance_sheet(const Session& session) const;
  // The sessions ahead that they lead or help with, by time: when, where, with whom, who comes.
  Handout facilitator_pack(const Facilitator& facilitator) const;
  // What the cohort's calendar file says of the meetings ahead. Errors: as calendar_events.
  Result<Handout> cohort_calendar(const Cohort& cohort, const CalendarWords& words = {}) const;

 private:
  Handout begun(std::string kind, std::string title) const;
  // `reader`: a facilitator who is not told of themselves; none for everybody else.
  HandoutFact when(const Session& session, const Meeting& meeting, Id<Facilitator> reader) const;
  // A row a person: name, arrangements.
  std::vector<std::vector<std::string>> people(const Session& session) const;
  HandoutSection session_of(const Session& session, const std::vector<const Meeting*>& meetings,
                            Id<Facilitator> reader) const;

  const Program& program_;
  TrainingRecords records_;
  Grouping<Id<Person>, Arrangement> arrangements_;
};

}  // namespace tandem::report
