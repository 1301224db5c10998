// `tandem-bench repair`: a full plan, something that happens to it, and what the first alternative
// changes against the fewest sessions that any plan could.
#pragma once

#include <cstdint>

namespace tandem::bench {

struct MendingOptions {
  int cohorts = 18;  // about 240 sessions
  int modules = 12;
  int facilitators = 0;
  int rooms = 0;
  int weeks = 26;
  int cases = 20;
  std::uint64_t seed = 1;
};

// Returns: exit status; 1 when a mended plan breaks a rule that the plan before did not.
int mending(const MendingOptions& options);

}  // namespace tandem::bench
