// A benchmark file by its ending: `.sm` or `.sch`, in capitals or not.
#pragma once

#include <filesystem>
#include <vector>

#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::bench {

Result<schedule::rcpsp::ProjectData> read_project(const std::filesystem::path& file);

// The benchmark files among `paths` and in the folders among them, in the order a person counts
// (j301_2 before j301_10).
Result<std::vector<std::filesystem::path>> project_files(
    const std::vector<std::filesystem::path>& paths);

}  // namespace tandem::bench
