// Everything a person can do to a Program, as values. The window, the command line, an import and
// "adopt this schedule" all build these; edit/apply.hpp alone carries them out. Put and Remove serve
// every plain row; a named command stands where several rows or a rule belong together.
#pragma once

#include "planner/domain/proposal.hpp"
#include "planner/domain/rows.hpp"

namespace tandem {

// Inserts a row, or replaces the row of the same id, or (id 0) of the same key.
struct Put {
  AnyRow row;
};

struct Remove {
  TableId table{TableId::none};
  RawId id{};
};

// Gives a session these meetings, and pins it there or frees it.
struct MoveSession {
  Id<Session> session;
  std::vector<PlannedMeeting> meetings;
  bool pin{};
};

// Writes the sessions, meetings and seats of a proposal; only those of `cohorts` when any are named.
// Delivered and pinned sessions are left as they are.
struct AdoptSchedule {
  Proposal proposal;
  std::vector<Id<Cohort>> cohorts;
};

// One person's mark at one meeting; no status takes the mark back.
struct RecordAttendance {
  Id<Session> session;
  int meeting{};
  Id<Person> person;
  std::optional<AttendanceStatus> status;
  std::optional<int> minutes;  // for partial
};

// A season for a person; a pause gives back their seats in sessions that meet inside it and are not
// yet delivered. No reason is asked or kept.
struct PausePerson {
  Id<Person> person;
  Date from{};
  std::optional<Date> to;
  SeasonKind season{SeasonKind::paused};
};

using Command =
    std::variant<Put, Remove, MoveSession, AdoptSchedule, RecordAttendance, PausePerson>;

}  // namespace tandem
