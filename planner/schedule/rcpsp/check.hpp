// The judge of benchmark schedules: slow, obvious, and reading the project's own rows, not what the
// engine made of them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::schedule::rcpsp {

// Returns: a sentence for each lag, capacity or start that is broken; none when all is kept.
std::vector<std::string> violations(const ProjectData& project, std::span<const int> starts);

}  // namespace tandem::schedule::rcpsp
