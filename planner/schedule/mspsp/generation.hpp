// Serial schedule generation with teams: each activity of a list in turn at the earliest time at
// which its workers are free for the whole of it, with the team its own preferences ask for (see
// team.hpp). The genetic search calls it some ten thousand times a second; nothing here allocates
// after construction.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "planner/base/nth.hpp"
#include "planner/schedule/mspsp/project.hpp"
#include "planner/schedule/mspsp/team.hpp"

namespace tandem::schedule::mspsp {

class Generation {
 public:
  // Requires: project.within_reach(), and that it outlives this.
  explicit Generation(const Project& project);

  // Requires: `list` holds every activity once, each after its predecessors; `preferences` a row
  // of kinds for each activity. Returns: the makespan; `starts` and `counts` (a row of kinds for
  // each activity) are filled.
  int serial(std::span<const int> list, std::span<const std::uint8_t> preferences,
             std::span<int> starts, std::span<std::uint8_t> counts);

 private:
  std::uint8_t* slot(int t) { return free_.data() + nth(t) * stride_; }

  const Project* project_;
  std::size_t stride_;  // kinds, filled up to a multiple of 16
  Team team_;
  std::vector<std::uint8_t> full_, free_;  // of a slot; [slot][kind]
  std::vector<std::uint8_t> least_;        // free throughout a stretch
  std::vector<int> ends_;                  // of what is placed, sorted
  int used_{};                             // slots that are not full
};

}  // namespace tandem::schedule::mspsp
