// One benchmark file solved and judged, whatever kind of project it holds: what `psplib` reports
// and compares.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/schedule/rcpsp/solve.hpp"

namespace tandem::bench {

struct Solved {
  schedule::rcpsp::Status status{schedule::rcpsp::Status::unknown};
  std::optional<int> makespan;  // none: no schedule was found
  int lower_bound{};
  int critical_path{};
  std::int64_t schedules{};
  double seconds{};
  std::vector<std::string> faults;  // what the judge says of the schedule and the answer
};

// Errors: the file cannot be read, or holds what cannot be handled.
Result<Solved> solved(const std::filesystem::path& file, const schedule::rcpsp::Budget& budget);

}  // namespace tandem::bench
