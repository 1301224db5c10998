// `tandem-bench explain`: asks why planted sessions have no place, and checks each answer. What is
// said to be possible is shown as a plan that the judge of plans passes; what is said to be
// impossible, the engine's own planning of the whole cohort must not achieve.
#pragma once

#include <cstdint>

namespace tandem::bench {

struct ExplainOptions {
  int cohorts = 18;  // about 240 sessions
  int cases = 20;
  std::uint64_t seed = 1;
};

// Returns: exit status; 1 when a set is not proven, not irreducible, or a way out is none.
int explain(const ExplainOptions& options);

}  // namespace tandem::bench
