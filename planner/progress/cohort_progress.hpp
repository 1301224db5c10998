// How far a cohort is, from its schedule and its attendance marks: sessions held, seats completed,
// what comes next, and in plain sentences what needs a hand. People on a pause are left out while it
// lasts: they neither count as late nor as absent. Derived when needed, never stored.
#pragma once

#include <string>
#include <vector>

#include "planner/domain/program.hpp"
#include "planner/progress/attendance.hpp"

namespace tandem {

enum class Health : std::uint8_t { on_plan, needs_a_look, late };
constexpr std::array<std::string_view, 3> words(Tag<Health>) {
  return {"on plan", "needs a look", "late"};
}

struct SessionProgress {
  Id<Session> session;
  std::optional<Date> first;  // of its meetings, or its due date; none: no date yet
  std::optional<Date> last;
  bool held{};                // its last day has passed, or it is marked delivered
  int seats{};                // booked, people paused that day left out
  int completed{};
  int unmarked{};
  int to_make_up{};
};

struct CohortProgress {
  Id<Cohort> cohort;
  std::vector<SessionProgress> sessions;  // by first date, those without one last; then by code
  int members{};                          // enrolled
  int paused{};                           // of them, today
  int held{};
  int placed{};          // sessions with a date
  Ratio seats;           // completed of due: seats in sessions held, people paused that day left out
  Ratio minutes;         // attended of due
  std::optional<Id<Session>> next;
  std::optional<Date> finish;  // last date of the plan
  Health health{};
  std::string headline;               // "on plan: 7 of 9 sessions held, next C3 on Tue 9 Mar"
  std::vector<std::string> needs;     // one sentence each: who or what needs a hand
};

// For every cohort, by code. Cost: linear in sessions, meetings, seats and marks.
std::vector<CohortProgress> cohort_progress(const Program& program, Date today);

}  // namespace tandem
