// `tandem-bench explain`: asks why planted sessions have no place, and checks each answer by
// letting the engine plan without the facts named.
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
