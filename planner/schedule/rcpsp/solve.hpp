// The front door of the benchmark engine: a project and a budget in, the best schedule, a proven
// bound and a status out. Used by tandem-bench; the planner's own engine is planner/schedule/solve.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::schedule::rcpsp {

enum class Status { optimal, feasible, infeasible, unknown };
const char* word(Status status);

// Either so many schedules or so many seconds of the thread's CPU time. With schedules, the same
// project and seed give the same answer everywhere.
struct Budget {
  std::int64_t schedules = 50'000;
  std::optional<double> seconds;
  std::uint64_t seed = 1;
};

struct Answer {
  Status status{Status::unknown};
  std::vector<int> starts;  // empty when none was found
  int makespan{};
  int lower_bound{};
  int critical_path{};
  std::int64_t schedules{};
  double seconds{};
};

Answer solve(const Project& project, const Budget& budget);

}  // namespace tandem::schedule::rcpsp
