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

// What a published row says, in few letters: equal for equal rows, whatever their ids. Status and
// note of a session are left out: to publish a session is not to plan it otherwise.
std::string row_mark(const Program& program, const Session& session);
std::string row_mark(const Program& program, const Meeting& meeting);
std::string row_mark(const Program& program, const Seat& seat);

// The published row that a row of a branch is about; null: there is none.
const Session* published(const Program& program, const BranchSession& row);
const Meeting* published(const Program& program, const BranchMeeting& row);
const Seat* published(const Program& program, const BranchSeat& row);

// The row as the plan would hold it, made from the published one where there is one. Requires: the
// branch has the row (module, date or status is not empty), and for meetings and seats the session.
Session as_planned(const BranchSession& row, const Session* published);
Meeting as_planned(const BranchMeeting& row, const Meeting* published, Id<Session> session);
Seat as_planned(const BranchSeat& row, const Seat* published, Id<Session> session);
Waiver as_planned(const BranchWaiver& row, Id<Session> session);

// Published waivers that say the same as the branch's.
std::vector<Id<Waiver>> same_waivers(const Program& program, const BranchWaiver& row);

}  // namespace tandem
