// Small multi-skill projects by chance for tests of the benchmark engine, and the slow way to their
// optimum.
#pragma once

#include <optional>

#include "planner/base/random.hpp"
#include "planner/schedule/mspsp/project.hpp"

namespace tandem::test {

struct MultiSkillShape {
  int activities = 4;  // without source and sink
  int skills = 2;
  int workers = 4;
  int longest = 3;  // slots
  int most = 2;     // workers of a skill in an activity
};

// Every worker masters something; an activity may ask for more than there are.
schedule::mspsp::ProjectData random_multi_skill(Rng& rng, const MultiSkillShape& shape);

// The shortest makespan up to `horizon` by trying every start and every worker by name; nullopt
// when there is none.
std::optional<int> optimum_by_trying(const schedule::mspsp::ProjectData& project, int horizon);

}  // namespace tandem::test
