// Small projects by chance for tests of the benchmark engine, and the slow way to their optimum.
#pragma once

#include <optional>

#include "planner/base/random.hpp"
#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::test {

struct ProjectShape {
  int activities = 8;  // without source and sink
  int resources = 2;
  int longest = 5;   // slots
  int capacity = 4;  // of each resource; no demand exceeds it
  int maximum_lags = 0;
};

// Predecessors have smaller numbers. With maximum lags there may be no schedule.
schedule::rcpsp::ProjectData random_project(Rng& rng, const ProjectShape& shape);

// The shortest makespan up to `horizon` by trying every start; nullopt when there is none.
std::optional<int> optimum_by_trying(const schedule::rcpsp::ProjectData& project, int horizon);

}  // namespace tandem::test
