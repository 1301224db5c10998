// The judge of multi-skill schedules: slow, obvious, and reading the project's own rows, not what
// the engine made of them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "planner/schedule/mspsp/project.hpp"

namespace tandem::schedule::mspsp {

// A worker in an activity, and the skill used there.
struct Post {
  int worker{};
  int skill{};
  bool operator==(const Post&) const = default;
};

// The posts of each activity.
using Teams = std::vector<std::vector<Post>>;

// Returns: a sentence for each start, need, skill or worker's time that is broken; none when all is
// kept.
std::vector<std::string> violations(const ProjectData& project, std::span<const int> starts,
                                    const Teams& teams);

}  // namespace tandem::schedule::mspsp
