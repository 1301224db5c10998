// Mending a plan after something has happened: a facilitator is ill, a room is closed, a cohort or
// a person cannot come from one day to another. Everything stays as it is where it can; what cannot
// is held on another day, elsewhere or by somebody else, so that as few people as possible have to
// hear of it (tier `changes`), then as near as possible to where it was. A proposal like every
// other: nothing is written, and a person accepts it.
//
// The past, what is delivered and what is pinned never move. A frozen session moves only when what
// has happened breaks it. A person's own seats are moved to another group of the module where one
// has room and time for them, before a session is moved for all.
#pragma once

#include <stop_token>

#include "planner/base/result.hpp"
#include "planner/edit/command.hpp"
#include "planner/schedule/outcome.hpp"
#include "planner/schedule/plan_changes.hpp"

namespace tandem {

// Whom or what it is about, out from `from` to `to`, both inclusive.
struct Disruption {
  std::variant<Id<Facilitator>, Id<Room>, Id<Cohort>, Id<Person>> what;
  Date from{};
  Date to{};
};

struct RepairOptions {
  std::optional<Date> as_of;  // empty: the workspace's
  std::uint64_t seed = 1;
  std::int64_t steps = 20'000;
};

struct Repair {
  std::vector<std::string> broken;    // sessions that cannot stay as they are, by code
  std::vector<std::string> unplaced;  // of them, those that found no other place
  PlanChanges changes;
  Proposal proposal;              // the sessions concerned as they would be
  Command happened;               // the absence or blackout itself
  std::vector<Command> commands;  // the changes: to be applied with it as one
  Program after;                  // the Program with all of them carried out
  Cost cost;                      // spacing counts days off the old date
  std::int64_t steps{};
};

// Errors: bad_usage (from after to), and those of solve(). Same input, seed and steps: same Repair.
Result<Repair> repair(const Program& program, const Disruption& disruption,
                      const RepairOptions& options = {}, std::stop_token stop = {});

}  // namespace tandem
