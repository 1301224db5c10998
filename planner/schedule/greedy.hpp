// The first feasible plan: published sessions where they are, then one session after another, the
// one with the least slack first among those whose prerequisites stand, each in its best place.
// Where a longest gap leaves no place, what it hangs on is moved later, a limited number of times
// (Franck, Neumann and Schwindt 2001). No chance in it.
#pragma once

#include "planner/schedule/meter.hpp"
#include "planner/schedule/search.hpp"

namespace tandem::schedule {

// Requires: only fixed sessions are placed. Each attempt is a step of the meter.
void construct(State& state, Search& search, const std::vector<DayWindow>& windows,
               const std::vector<int>& tails, Meter& meter);

}  // namespace tandem::schedule
