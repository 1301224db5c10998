// References that SQLite cannot watch by itself: ids in lists, and ids whose table another column
// chooses. Asked by the store when somebody else has written since the writer's Program was read:
// the writer's own checks could not know of it.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "planner/edit/change_set.hpp"

namespace tandem::db {

// Whether, with `changes` written, a row of them refers to a row that is not there, or a row of the
// file refers to one of those they removed. Cost: of a removed row, a walk over each table whose
// lists may name it.
bool leaves_dangling(SQLite::Database& db, const ChangeSet& changes);

}  // namespace tandem::db
