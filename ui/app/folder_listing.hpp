// What a file dialog shows of one folder: folders first, then workspaces, by name. Reads the disk;
// knows no screen.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "planner/base/result.hpp"

namespace tandem::app {

struct FolderEntry {
  std::string name;
  bool folder{};

  bool operator==(const FolderEntry&) const = default;
};

// Hidden entries are left out. Errors: not_found, refused (no permission).
Result<std::vector<FolderEntry>> list_folder(const std::filesystem::path& folder);

// Whether it holds the tables of a workspace: workspace.csv and sites.csv.
bool is_table_folder(const std::filesystem::path& folder);

// Whether a file can be made in it.
bool is_writable(const std::filesystem::path& folder);

}  // namespace tandem::app
