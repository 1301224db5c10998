// Working in a branch of an open workspace: the branch's plan to look at and to solve, and changes
// to it that are saved, logged and undone like every other. Used by the command line.
#pragma once

#include "planner/schedule/scenario.hpp"
#include "ui/app/session.hpp"

namespace tandem::app {

// The plan of a branch, or the file's own for "" and "published". Errors: not_found.
Result<std::shared_ptr<const Program>> plan_named(const Session& session,
                                                  const std::string& branch);

// Errors: not_found, with the nearest name.
Result<Id<Branch>> find_branch(const Program& program, const std::string& branch);

// Carries out commands on the plan of that name: in a branch they change its rows and nothing else.
// Returns: the change of the file, labelled with what was done and where.
// Errors: those of Session::apply; refused, for what a branch cannot hold (write_plan).
Result<ChangeSet> apply_to_plan(Session& session, const std::string& branch,
                                const std::function<Result<void>(Batch&)>& build);

}  // namespace tandem::app
