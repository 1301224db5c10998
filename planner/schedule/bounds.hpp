// How early each cohort could finish at best: the longest chain of its sessions through working
// time, each on the first day its cohort, learners, rooms and leads could have it, with nothing
// else in the way. Nobody's plan beats it, whichever way people are split into groups; the gap to
// it is what better planning could still gain.
#pragma once

#include <vector>

#include "planner/schedule/state.hpp"

namespace tandem::schedule {

// By cohort: a day no plan of the sessions placed in `state` can finish before; none without any.
std::vector<int> finish_bounds(const State& state);

}  // namespace tandem::schedule
