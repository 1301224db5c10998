// Make-ups: for somebody who missed a module or never had it, the seats that could still be offered
// in sessions of the same module, in their own cohort or another, or the reasons why there is none.
// A proposal for a human to accept; nobody is seated by it. A pause or an excused absence is made
// up like anything else, and is never called a fault.
#pragma once

#include <string>
#include <vector>

#include "planner/progress/person_progress.hpp"
#include "planner/progress/seat_choice.hpp"

namespace tandem {

struct MakeUp {
  Id<Person> person;
  Id<Module> module;
  std::vector<SeatChoice> offers;   // that fit
  std::vector<SeatChoice> refused;  // with the reason
  std::string text;                 // "C2: a seat could be offered in LDR-2/C2 on Tue 8 Jun 09:00"

  bool operator==(const MakeUp&) const = default;
};

// What the person has to make up in any of their cohorts, by module code, or one module of it;
// nobody on a pause without an end is asked. Cost: SeatFinder::choices for each module.
std::vector<MakeUp> make_ups(const SeatFinder& finder, const PersonProgress& progress,
                             Id<Module> only = {});

}  // namespace tandem
