// Lower bounds of the makespan that cost next to nothing: the longest path, and the work on each
// resource between the heads and tails of the activities that need it.
#pragma once

#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::schedule::rcpsp {

// Requires: lags can be kept (earliest_starts is not empty).
int simple_bound(const Project& project);

}  // namespace tandem::schedule::rcpsp
