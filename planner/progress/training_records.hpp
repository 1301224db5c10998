// What every question about progress starts from: the rows of a Program gathered once by cohort, by
// session and by person, what is held by today, and what a seat has come to. Shared by person and
// cohort progress; says nothing about pace. Points into its Program and must not outlive it.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "planner/domain/grouping.hpp"
#include "planner/domain/program.hpp"
#include "planner/progress/attendance.hpp"

namespace tandem {

// Days a session takes up: its meetings, or its due date. None: no date yet.
struct SessionSpan {
  std::optional<Date> first;
  std::optional<Date> last;
  bool held{};  // its last day has passed, or it is marked delivered
};

// One booked seat and what came of it. Meetings on a day of the person's pause count as excused,
// but for what was attended there all the same.
struct SeatRecord {
  const Session* session{};
  SessionSpan span;
  SeatState state{};       // unmarked while it is not held
  std::int64_t minutes{};  // of its meetings; an item without meetings: of its module
  std::int64_t attended{};
  std::int64_t excused{};
  std::int64_t missed{};  // known to be missed, neither excused nor paused

  // Lost for good: more than a quarter of it is known to be missed.
  bool lost() const { return state != SeatState::completed && 4 * missed > minutes; }
  // Not completed, though nothing but excused meetings stands in the way.
  bool only_excused() const { return state == SeatState::to_make_up && excused > 0 && missed == 0; }
};

// A module that a cohort takes, and the sessions that hold it for that cohort, by code.
struct ModulePlan {
  const Module* module{};
  std::vector<const Session*> sessions;  // without cancelled ones
};

class TrainingRecords {
 public:
  // Cost: n log n in the rows.
  TrainingRecords(const Program& program, Date today);

  const Program& program() const { return program_; }
  Date today() const { return today_; }

  // The last day of the pause that holds this day, chained pauses taken as one; nullopt inside:
  // open.
  struct Pause {
    std::optional<Date> to;
  };
  std::optional<Pause> pause(Id<Person> person, Date day) const;
  bool paused(Id<Person> person, Date day) const { return pause(person, day).has_value(); }

  const SessionSpan& span(Id<Session> session) const;
  std::span<const Meeting* const> meetings(Id<Session> session) const { return meetings_[session]; }
  std::span<const Seat* const> seats(Id<Session> session) const { return seats_[session]; }
  std::span<const Seat* const> seats(Id<Person> person) const { return own_seats_[person]; }
  std::span<const Member* const> members(Id<Cohort> cohort) const { return members_[cohort]; }
  std::span<const Member* const> memberships(Id<Person> person) const {
    return memberships_[person];
  }
  std::span<const Action* const> actions(Id<Person> person) const { return actions_[person]; }
  // Not cancelled ones, by code.
  const std::vector<const Session*>& sessions(Id<Cohort> cohort) const;
  const std::vector<const Session*>& sessions(Id<Module> module) const;
  // By module code: the modules in use, and those that the cohort has sessions of all the same.
  const std::vector<ModulePlan>& plan(Id<Cohort> cohort) const;

  SeatRecord seat(const Session& session, Id<Person> person) const;
  // Of the person's booked seats in sessions that are not cancelled, by session code.
  std::vector<SeatRecord> booked(Id<Person> person) const;

 private:
  const Program& program_;
  Date today_;
  Grouping<Id<Session>, Meeting> meetings_;
  Grouping<Id<Session>, Seat> seats_;
  Grouping<Id<Person>, Seat> own_seats_;
  Grouping<std::pair<Id<Session>, Id<Person>>, Attendance> marks_;
  Grouping<Id<Person>, Season> seasons_;
  Grouping<Id<Cohort>, Member> members_;
  Grouping<Id<Person>, Member> memberships_;
  Grouping<Id<Person>, Action> actions_;
  std::map<Id<Session>, SessionSpan> spans_;
  std::map<Id<Cohort>, std::vector<const Session*>> cohort_sessions_;
  std::map<Id<Module>, std::vector<const Session*>> module_sessions_;
  std::map<Id<Cohort>, std::vector<ModulePlan>> plans_;
};

}  // namespace tandem
