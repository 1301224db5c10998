// Seats that could be offered, as lines of a page with what accepting each would write: to people
// who wait for a session, and to somebody with a module to make up. Pure; knows no pixel, seats
// nobody.
#pragma once

#include <string>
#include <vector>

#include "planner/edit/command.hpp"
#include "planner/progress/make_up.hpp"
#include "planner/progress/wait_list.hpp"

namespace tandem::models {

struct SeatOffer {
  std::string number;
  std::string name;
  std::string text;             // what is proposed and why, or why nothing can be
  std::string seat;             // "LDR-2/C5, Thu 3 Jun"; "" when there is no offer
  std::vector<Command> accept;  // one undo step
  std::string label;            // of that step: "Seat Ottoline Fairweather in LDR-2/C5"
};

std::vector<SeatOffer> waiting_offers(const SeatFinder& finder, Id<Cohort> cohort);

// Of one module the soonest seats that fit, a line each; the first line tells all of it.
std::vector<SeatOffer> make_up_offers(const SeatFinder& finder, const PersonProgress& progress,
                                      Id<Module> module);

}  // namespace tandem::models
