// The workspaces opened last, newest first: a list of paths beside the appearance, one a line. A
// file that is missing or spoilt means an empty list; what is no longer there is not listed.
#pragma once

#include <filesystem>
#include <vector>

#include "planner/base/result.hpp"

namespace tandem::app {

inline constexpr std::size_t kRecentFiles = 8;

std::vector<std::filesystem::path> recent_files(const std::filesystem::path& list);
// Puts `file` in front. Errors: storage.
Result<void> remember_file(const std::filesystem::path& file, const std::filesystem::path& list);

}  // namespace tandem::app
