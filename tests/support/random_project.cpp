#include "tests/support/random_project.hpp"

#include <algorithm>
#include <vector>

#include "planner/schedule/rcpsp/check.hpp"

namespace tandem::test {

using schedule::rcpsp::ProjectData;

ProjectData random_project(Rng& rng, const ProjectShape& shape) {
  ProjectData project;
  const int sink = shape.activities + 1;
  project.capacities.assign(static_cast<std::size_t>(shape.resources), shape.capacity);
  for (int i = 0; i <= sink; ++i) {
    const bool real = i > 0 && i < sink;
    project.durations.push_back(real ? rng.between(1, shape.longest) : 0);
    auto& demands = project.demands.emplace_back();
    for (int r = 0; r < shape.resources; ++r)
      demands.push_back(real && rng.chance(2, 3) ? rng.between(1, shape.capacity) : 0);
  }
  for (int to = 2; to < sink; ++to)
    for (int from = 1; from < to; ++from)
      if (rng.chance(1, 4))
        project.lags.push_back({from, to, project.durations[static_cast<std::size_t>(from)]});
  for (int k = 0; k < shape.maximum_lags; ++k) {
    const int from = rng.between(1, shape.activities - 1);
    const int to = rng.between(from + 1, shape.activities);
    project.lags.push_back({to, from, -rng.between(1, 2 * shape.longest)});
  }
  return project;
}

std::optional<int> optimum_by_trying(const ProjectData& project, int horizon) {
  const int sink = static_cast<int>(project.durations.size()) - 1;
  std::vector<int> starts(project.durations.size(), 0);
  std::optional<int> best;
  const auto place = [&](const auto& self, int i, int finish) -> void {
    if (i == sink) {
      starts.back() = finish;
      if ((!best || finish < *best) && schedule::rcpsp::violations(project, starts).empty())
        best = finish;
      return;
    }
    const int duration = project.durations[static_cast<std::size_t>(i)];
    for (int t = 0; t + duration <= (best ? *best - 1 : horizon); ++t) {
      starts[static_cast<std::size_t>(i)] = t;
      bool kept = true;
      for (const auto& lag : project.lags)
        if (lag.from <= i && lag.to <= i)
          kept = kept && starts[static_cast<std::size_t>(lag.to)] >=
                             starts[static_cast<std::size_t>(lag.from)] + lag.minimum;
      if (kept) self(self, i + 1, std::max(finish, t + duration));
    }
  };
  place(place, 1, 0);
  return best;
}

}  // namespace tandem::test
