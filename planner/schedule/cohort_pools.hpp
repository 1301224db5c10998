// Cohorts that share their sessions of a module: those that a session of it names together, over
// others if need be, and otherwise each cohort alone. seating fills one pool at a time. It knows
// which sessions exist and which modules are in use, and nothing of seats.
#pragma once

#include <vector>

#include "planner/schedule/by_code.hpp"
#include "planner/schedule/seating.hpp"
#include "planner/schedule/selection.hpp"

namespace tandem::schedule {

struct CohortPool {
  const Module* module{};
  std::vector<const Cohort*> cohorts;  // by code
  std::vector<int> groups;             // those that exist, in the order of their numbers
};

// `uses`: of every cohort, by code. Returns: by module code, then by the first cohort.
// Requires: the groups' cohorts exist.
std::vector<CohortPool> pool_cohorts(const ByCode<Cohort>& cohorts,
                                     const std::vector<std::vector<ModuleUse>>& uses,
                                     const std::vector<Group>& groups);

}  // namespace tandem::schedule
