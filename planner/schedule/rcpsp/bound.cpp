#include "planner/schedule/rcpsp/bound.hpp"

#include <algorithm>

namespace tandem::schedule::rcpsp {

// For each resource and each pair of a head and a tail: activities that cannot start before the
// head and leave at least the tail after them have their work done in between.
int simple_bound(const Project& project) {
  const int n = project.size();
  const auto heads = earliest_starts(project);
  std::vector<int> tails(heads.size(), 0);  // from the end of an activity to the sink
  for (int round = 0; round < n; ++round) {
    bool moved = false;
    for (const Lag& lag : project.lags()) {
      auto& from = tails[static_cast<std::size_t>(lag.from)];
      const int path = lag.minimum - project.duration(lag.from) +
                       tails[static_cast<std::size_t>(lag.to)] + project.duration(lag.to);
      if (path > from) {
        from = path;
        moved = true;
      }
    }
    if (!moved) break;
  }
  int bound = heads.back();
  for (int r = 0; r < project.resources(); ++r) {
    const int capacity = project.capacity(r);
    if (capacity == 0) continue;
    for (int a = 0; a < n; ++a) {
      for (int b = 0; b < n; ++b) {
        const int head = heads[static_cast<std::size_t>(a)];
        const int tail = tails[static_cast<std::size_t>(b)];
        int work = 0;
        for (int i = 0; i < n; ++i)
          if (heads[static_cast<std::size_t>(i)] >= head &&
              tails[static_cast<std::size_t>(i)] >= tail)
            work += project.duration(i) * project.demand(i, r);
        if (work > 0) bound = std::max(bound, head + tail + (work + capacity - 1) / capacity);
      }
    }
  }
  return bound;
}

}  // namespace tandem::schedule::rcpsp
