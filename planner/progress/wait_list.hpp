// The wait-list of a cohort's sessions, as proposals: who is first, whether the place they wait for
// can be theirs, and if not why not and which other session of the module has room. Nobody is moved
// up by it: a named human accepts. Order: how long somebody has waited, then employee number; a
// seat proposed to one is not proposed to the next.
#pragma once

#include <string>
#include <vector>

#include "planner/progress/seat_choice.hpp"

namespace tandem {

struct WaitingSeat {
  Id<Person> person;
  Id<Session> session;              // that they wait for
  int place{};                      // from 1
  std::optional<Date> since;        // on the wait-list of the session's cohort; none: not recorded
  std::optional<SeatChoice> offer;  // the seat proposed: there, else in another session
  std::string text;                 // who, which seat, and why

  bool operator==(const WaitingSeat&) const = default;
};

// Of the cohort's sessions ahead, by date, then place. Cost: SeatFinder::choices for each.
std::vector<WaitingSeat> waiting_seats(const SeatFinder& finder, Id<Cohort> cohort);

}  // namespace tandem
