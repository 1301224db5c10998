// Random commands of every kind against a small complete Program, valid and invalid ones mixed:
// what the property tests draw from. Made from the field lists, so a new noun is covered at once.
#pragma once

#include "planner/base/random.hpp"
#include "planner/edit/command.hpp"

namespace tandem::test {

// One row and more of every table, with all references in place and no issue.
const Program& example_program();

// About two of three pass their checks.
Command random_command(const Program& program, Rng& rng);

// A random value for a field: mostly allowed, sometimes missing, out of range or pointing nowhere.
Value random_value(const Program& program, const Field& field, TableId target, Rng& rng);

}  // namespace tandem::test
