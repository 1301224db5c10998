#include "planner/schedule/rcpsp/check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tandem::schedule::rcpsp {

std::vector<std::string> violations(const ProjectData& project, std::span<const int> starts) {
  std::vector<std::string> found;
  const auto n = project.durations.size();
  if (starts.size() != n) return {fmt::format("{} starts for {} activities", starts.size(), n)};
  if (starts[0] != 0) found.push_back(fmt::format("the source starts at {}", starts[0]));
  int finish = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (starts[i] < 0) found.push_back(fmt::format("activity {} starts at {}", i, starts[i]));
    finish = std::max(finish, starts[i] + project.durations[i]);
  }
  if (starts[n - 1] < finish)
    found.push_back(fmt::format("the sink starts at {}, work ends at {}", starts[n - 1], finish));
  for (const Lag& lag : project.lags) {
    const int from = starts[static_cast<std::size_t>(lag.from)];
    const int to = starts[static_cast<std::size_t>(lag.to)];
    if (to - from < lag.minimum)
      found.push_back(fmt::format("activity {} starts {} after activity {}, {} at least is asked",
                                  lag.to, to - from, lag.from, lag.minimum));
  }
  for (std::size_t r = 0; r < project.capacities.size(); ++r)
    for (int t = 0; t < finish; ++t) {
      int use = 0;
      for (std::size_t i = 0; i < n; ++i)
        if (starts[i] <= t && t < starts[i] + project.durations[i]) use += project.demands[i][r];
      if (use > project.capacities[r])
        found.push_back(fmt::format("slot {} uses {} of resource {}, which has {}", t, use, r + 1,
                                    project.capacities[r]));
    }
  return found;
}

}  // namespace tandem::schedule::rcpsp
