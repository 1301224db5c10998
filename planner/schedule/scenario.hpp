// What-if: a branch of the plan as a Program of its own, and back. A branch (domain/branch.hpp) is
// a base and the planning rows that differ; laid over the file as it stands they are a Program that
// everything else (solve, repair, verify, why) takes as if it were the plan. What was done to that
// Program is written back as commands on the branch's rows, so that a branch is saved, logged and
// undone like every other change. Pure; taking a branch over is adoption.hpp, comparing
// comparison.hpp.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/edit/command.hpp"

namespace tandem {

// The Program with the branch's sessions, meetings, seats and waivers in place of its own. Rows
// that only the branch has stand there under the ids of the branch's rows. A session is published
// or delivered where the file says so, whatever the branch was told. Cost: linear in the rows of
// the branch, times the logarithm of the tables.
Program plan_of(const Program& program, Id<Branch> branch);

// What makes the branch the plan `plan`: a Program that plan_of gave and commands have changed.
// Errors: refused, when rows of other tables differ, or a session was published or delivered: a
// branch can hold neither.
Result<std::vector<Command>> write_plan(const Program& program, Id<Branch> branch,
                                        const Program& plan);

// Sessions in which the branch differs from the file, by code.
std::set<std::string> changed_sessions(const Program& program, Id<Branch> branch);

// The branch and all its rows.
std::vector<Command> drop_branch(const Program& program, Id<Branch> branch);

}  // namespace tandem
