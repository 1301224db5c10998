// A code changes, and what names the row by its code goes along. Most rows name another by its id
// and need nothing; waivers, the equipment of a module and copies of a calendar that were sent out
// hold the code itself, and a branch marks what it took up by what was said of it, codes and all.
// Used by the forms in which a code is a field. Pure; knows no pixel.
#pragma once

#include <vector>

#include "planner/edit/command.hpp"

namespace tandem::models {

// The Put of this row and, where its code is another than until now, a Put of every row that goes
// along. Where something else still has the old code, a waiver is kept beside its copy, and modules
// go on needing the pool that has it. A meeting of a branch that was stale stays so. Requires: the
// row is there, and is no session: those a branch names by code. Cost: for a new code linear in
// what has a code, waivers, calendar entries and rows of branches.
std::vector<Command> put_with_code(const Program& program, const AnyRow& row);

}  // namespace tandem::models
