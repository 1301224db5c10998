// `tandem-bench planning`: invents an L&D case of a given size, plans it and prints what each phase
// took and what the plan is worth, beside the plan that the generator kept to itself and beside
// the earliest that anybody could finish.
#pragma once

#include <cstdint>
#include <optional>

namespace tandem::bench {

struct PlanningOptions {
  int cohorts = 20;
  int modules = 12;
  int facilitators = 0;
  int rooms = 0;
  int weeks = 26;
  int tightness = 50;
  int joint = 0;
  std::uint64_t seed = 1;
  std::int64_t steps = 0;  // 0: the engine's default
  std::optional<double> seconds;
  int cases = 1;  // seeds from `seed` on, one line each
};

// Returns: exit status; 1 when a plan breaks a rule.
int planning(const PlanningOptions& options);

}  // namespace tandem::bench
