// How far a cohort is, from its schedule and its attendance marks: sessions held, seats completed,
// what comes next, where its people stand, and in plain sentences what and who needs a hand. People
// on a pause are left out while it lasts: they neither count as late nor as absent; nor does an
// excused absence. Derived when needed, never stored.
#pragma once

#include <string>
#include <vector>

#include "planner/progress/burn_up.hpp"
#include "planner/progress/person_progress.hpp"

namespace tandem {

enum class Health : std::uint8_t { on_plan, needs_a_look, late };
constexpr std::array<std::string_view, 3> words(Tag<Health>) {
  return {"on plan", "needs a look", "late"};
}

struct SessionProgress {
  Id<Session> session;
  std::optional<Date> first;  // of its meetings, or its due date; none: no date yet
  std::optional<Date> last;
  bool held{};  // its last day has passed, or it is marked delivered
  int seats{};  // booked, people paused that day left out
  int completed{};
  int unmarked{};
  int to_make_up{};
  int excused{};  // of those to make up: only for excused meetings
  std::vector<Id<Person>> missed;  // who is to make up
};

// Somebody of the cohort for whom something is to be arranged.
struct PersonNeed {
  Id<Person> person;
  std::string text;  // "Halima has C2 to make up"
};

struct CohortProgress {
  Id<Cohort> cohort;
  std::vector<SessionProgress> sessions;  // by first date, those without one last; then by code
  std::array<int, kWords<MemberStatus>.size()> by_status{};  // members by their status
  int members{};                                             // enrolled
  int paused{};                                              // of them, today
  int behind{};                                              // of them, the paused left out
  StateCounts counts;  // modules of those enrolled or completed, by state
  int held{};
  int placed{};   // sessions with a date
  Ratio seats;    // completed of due: seats in sessions held, pauses and excuses left out
  Ratio minutes;  // attended of due
  std::optional<Id<Session>> next;
  std::optional<Date> finish;  // last date of the plan
  Health health{};
  std::string headline;            // "on plan: 7 of 9 sessions held, next C3 on Tue 9 Mar"
  std::string pace;                // "on plan", "2 people behind the plan", "starts Tue 23 Feb"
  std::vector<std::string> needs;  // one sentence each: what needs a hand
  std::vector<PersonNeed> people;  // who needs one, by name
  std::vector<BurnUpPoint> burn_up;
};

// For every cohort, by code. Cost: n log n in the rows.
std::vector<CohortProgress> cohort_progress(const Program& program, Date today);

}  // namespace tandem
