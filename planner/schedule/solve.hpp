// The engine's front door: a Program in, an Outcome out. Used by the command line and by the
// window's background job. Pure: nothing is written, no clock decides, and the same Program,
// options and step budget give the same Outcome on every machine (but for `seconds`).
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/domain/program.hpp"
#include "planner/schedule/job.hpp"
#include "planner/schedule/outcome.hpp"

namespace tandem {

inline constexpr std::int64_t kDefaultSteps = 60'000;

struct SolveOptions {
  std::vector<Id<Cohort>> cohorts;  // none: all; the others' sessions stay where they are
  std::optional<Date> as_of;        // empty: the workspace's; nothing is placed before it
  std::uint64_t seed = 1;
  std::int64_t steps = kDefaultSteps;
  std::optional<double> seconds;  // CPU time in place of the step budget; gives up byte equality
};

// Places every session of the cohorts: those that exist and those still to be created, with their
// groups, seats, rooms and facilitators. Delivered, pinned and frozen sessions stay as they are.
// `progress` may be null. Errors: everything without which no plan can be made (a module no room
// fits, a skill nobody has, an unknown zone ...), all at once, each with the codes concerned.
Result<Outcome> solve(const Program& program, const SolveOptions& options,
                      std::stop_token stop = {}, Progress* progress = nullptr);

}  // namespace tandem
