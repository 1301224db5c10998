// A benchmark file by its ending: `.sm`, `.sch` or `.dzn`, in capitals or not.
#pragma once

#include <filesystem>
#include <variant>
#include <vector>

#include "planner/schedule/mspsp/project.hpp"
#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::bench {

// A plain project (.sm, .sch) or one of several skills (.dzn).
using ProjectData = std::variant<schedule::rcpsp::ProjectData, schedule::mspsp::ProjectData>;

Result<ProjectData> read_project(const std::filesystem::path& file);

// The benchmark files among `paths` and in the folders among them, in the order a person counts
// (j301_2 before j301_10).
Result<std::vector<std::filesystem::path>> project_files(
    const std::vector<std::filesystem::path>& paths);

}  // namespace tandem::bench
