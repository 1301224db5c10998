// How far one person is, in each of their cohorts and over all of them: modules done, booked, to
// make up and not yet dated, minutes, pace against the plan in words, and the next step, which is
// never empty. A pause freezes and an excused absence is no delay: neither ever lowers anything
// here. No number here weighs a person up or puts people in an order. Derived when needed, never
// stored; used by the People and Cohorts pages, by plans and by `tandem progress`.
#pragma once

#include <string>
#include <vector>

#include "planner/progress/next_step.hpp"
#include "planner/progress/training_records.hpp"

namespace tandem {

enum class ModuleState : std::uint8_t {
  done,
  unmarked,  // its days have passed, and it is not known how it went
  booked,    // a seat in a session that is still to come or under way
  to_make_up,
  undated,  // no date, so far
};
constexpr std::array<std::string_view, 5> words(Tag<ModuleState>) {
  return {"done", "not marked yet", "booked", "to make up", "not yet dated"};
}

struct StateCounts {
  std::array<int, kWords<ModuleState>.size()> of{};

  int& operator[](ModuleState s) { return of[static_cast<std::size_t>(s)]; }
  int operator[](ModuleState s) const { return of[static_cast<std::size_t>(s)]; }
  int all() const;
  bool operator==(const StateCounts&) const = default;
};

struct ModuleProgress {
  Id<Module> module;
  ModuleState state{};
  Id<Session> session;       // of the seat that says so; none: no seat
  std::optional<Date> date;  // first day of that session
  bool behind{};             // missed without excuse or pause, and not booked again
  Ratio minutes;             // done of due; excused minutes of a completed seat leave both sides

  bool operator==(const ModuleProgress&) const = default;
};

enum class Pace : std::uint8_t {
  on_plan,
  behind,
  paused,
  ahead_of_start,  // nothing of the journey has been held yet
  complete,
  waiting,  // asked for a place or on the wait-list
  outside,  // withdrawn, in no cohort, or left the company
};
constexpr std::array<std::string_view, 7> words(Tag<Pace>) {
  return {"on plan", "behind", "paused", "not started", "complete", "waiting", "outside"};
}

// A person's way through one cohort's programme.
struct JourneyProgress {
  Id<Cohort> cohort;
  MemberStatus status{};
  std::vector<ModuleProgress> modules;  // by code; empty unless enrolled or completed
  StateCounts counts;
  Ratio minutes;
  int behind{};  // modules
  Pace pace{};
  std::string pace_text;  // "on plan", "1 session behind the plan", "paused until Thu 3 Jun"

  bool operator==(const JourneyProgress&) const = default;
};

struct PersonProgress {
  Id<Person> person;
  std::vector<JourneyProgress> journeys;  // by cohort code
  // Over all cohorts; a module that two cohorts take counts once.
  StateCounts counts;
  Ratio minutes;
  int behind{};
  Pace pace{};
  std::string pace_text;
  NextStep next;

  bool operator==(const PersonProgress&) const = default;
};

// One membership; `seats` are records.booked() of its person.
JourneyProgress journey_progress(const TrainingRecords& records, const Member& member,
                                 const std::vector<SeatRecord>& seats);
PersonProgress person_progress(const TrainingRecords& records, Id<Person> person);
// Cost: as of TrainingRecords; for many people build the records once.
PersonProgress person_progress(const Program& program, Id<Person> person, Date today);
// Everybody, by employee number. Cost: n log n in the rows.
std::vector<PersonProgress> people_progress(const Program& program, Date today);

}  // namespace tandem
