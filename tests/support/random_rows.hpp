// Random rows and changes for any table, written over the field lists: every value its field
// allows, every reference to a row that is there. For properties that hold for all data (stores,
// logs). The noun's own rules (a start before an end) are not kept: no store asks for them.
#pragma once

#include "planner/base/random.hpp"
#include "planner/edit/apply.hpp"
#include "planner/edit/change_set.hpp"

namespace tandem::test {

// Returns: none when a row it must refer to does not exist, or its key is taken.
AnyRow random_row(Rng& rng, const Program& program, TableId table, RawId id);

// Up to `count` rows inserted, changed, removed or with swapped keys; replay() of it is sound.
ChangeSet random_changes(Rng& rng, const Program& program, IdSource& ids, int count);

// A Program of up to `count` rows over all tables.
Program random_program(Rng& rng, IdSource& ids, int count);

}  // namespace tandem::test
