// Verified copies of a file in NAME.tandem-backups beside it, each with a digest: made before a
// file is replaced or brought to a newer schema, and on request. A copy is believed only after it
// was opened, checked and compared with its original.
#pragma once

#include <filesystem>

#include "db/sqlite/connection.hpp"
#include "planner/ports/clock.hpp"

namespace tandem::db {

// Returns: the copy's path. Errors: storage. Throws SQLite::Exception and Damaged.
Result<std::filesystem::path> back_up(Connection& connection, const Clock& clock);

std::filesystem::path backup_folder(const std::filesystem::path& file);

}  // namespace tandem::db
