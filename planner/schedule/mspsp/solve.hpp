// The front door of the multi-skill engine: a project and a budget in, the best schedule with its
// teams, a proven bound and a status out. Used by tandem-bench.
#pragma once

#include <cstdint>
#include <vector>

#include "planner/schedule/mspsp/check.hpp"
#include "planner/schedule/mspsp/project.hpp"
#include "planner/schedule/rcpsp/solve.hpp"

namespace tandem::schedule::mspsp {

struct Answer {
  rcpsp::Status status{rcpsp::Status::unknown};
  std::vector<int> starts;  // empty when none was found
  Teams teams;              // of each activity; empty with the starts
  int makespan{};
  int lower_bound{};
  int critical_path{};
  std::int64_t schedules{};
  double seconds{};
};

Answer solve(const Project& project, const rcpsp::Budget& budget);

}  // namespace tandem::schedule::mspsp
