// Text files of one folder on the disk, all read or all written. Knows nothing of what they hold.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "planner/base/result.hpp"

namespace tandem::db {

// The plain files whose name is wanted; folders and names that begin with a dot are left alone.
// Errors: not_found, bad_input (a file too large, or not a plain file), storage.
Result<std::map<std::string, std::string>> read_files(
    const std::filesystem::path& folder, const std::function<bool(std::string_view)>& wanted);

// Every file is written beside its place and synced (0600); only then do all take their places.
// A folder that is not there yet is made whole and renamed into place (0700), its parent must
// exist. On failure nothing of what was there has changed, unless the disk itself fails while files
// that are already safe are renamed: then each file is the old one or the new one, never a part.
// Errors: refused (a folder or link stands in the way of a file), storage.
Result<void> write_files(const std::map<std::string, std::string>& files,
                         const std::filesystem::path& folder);

}  // namespace tandem::db
