// Files that are whole or not there, whatever stops the machine: written under another name,
// synced, renamed, the folder synced. Used by the stores and by exports. Knows nothing of what they
// hold.
#pragma once

#include <filesystem>

#include "planner/base/result.hpp"

namespace tandem::db {

// A new empty file that only its owner may read (mode 0600), beside `target` and of no known name.
// Errors: storage.
Result<std::filesystem::path> private_file_beside(const std::filesystem::path& target);
// A folder that only its owner may enter (mode 0700), or the one that is there.
Result<void> private_folder(const std::filesystem::path& folder);

enum class Existing { refuse, replace };

// Syncs `from` and gives it the name `to`: afterwards the name stands for all of it, or for what it
// stood for before. Errors: refused, something of that name is there; storage.
Result<void> move_into_place(const std::filesystem::path& from, const std::filesystem::path& to,
                             Existing existing);

std::filesystem::path folder_of(const std::filesystem::path& file);

}  // namespace tandem::db
