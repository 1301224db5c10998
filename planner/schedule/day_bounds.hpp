// Between which days a session may begin, as sentences: windows of its own, the cohort's start and
// deadline, what it follows and what follows it as they stand. The same bounds that Search::reach
// has as numbers. Used by explanations and by `why`.
#pragma once

#include <optional>
#include <vector>

#include "planner/schedule/compile.hpp"
#include "planner/schedule/outcome.hpp"
#include "planner/schedule/state.hpp"

namespace tandem::schedule {

// Returns: the tightest on each side; with `day`, all that forbid it.
std::vector<Reason> day_bounds(const Compiled& compiled, const State& state, int session,
                               std::optional<int> day = {});

}  // namespace tandem::schedule
