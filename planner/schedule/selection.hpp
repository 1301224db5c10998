// Which modules a cohort takes, and how: its programme's sets with the cohort's own choices
// applied. Used by compile, and by whoever shows a cohort's curriculum.
#pragma once

#include "planner/base/result.hpp"
#include "planner/domain/program.hpp"

namespace tandem::schedule {

struct ModuleUse {
  const Module* module{};
  const CohortModule* choice{};  // null: none made
};

// By module code. All modules of the sets marked `all`, without those marked `no`; of an `m of` set
// those marked `yes`, filled up by position from those not marked `no`.
// Errors: more than m marked `yes`.
Result<std::vector<ModuleUse>> modules_in_use(const Program& program, const Cohort& cohort);

}  // namespace tandem::schedule
