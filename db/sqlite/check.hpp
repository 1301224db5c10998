// What a file says of itself: the hash chain recomputed, every row against what the log says it
// should be, foreign keys, SQLite's own integrity check and the schema. Reads only. Used by
// SqliteStore and the tests; the planning rules are judged elsewhere.
#pragma once

#include "db/sqlite/connection.hpp"
#include "planner/ports/store.hpp"

namespace tandem::db {

// Cost: reads the whole file, in memory one row at a time. Throws SQLite::Exception and Damaged.
StoreCheck check(Connection& connection);

}  // namespace tandem::db
