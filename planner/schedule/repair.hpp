// Mending a plan after something has happened: a facilitator is ill, a room is closed, a cohort or
// a person cannot come from one day to another. Everything stays as it is where it can; what cannot
// is held on another day, elsewhere or by somebody else. There is seldom one right answer, so
// several are made, each with another aim and with what it takes from people (the meter), to be
// laid side by side. Each is a proposal like every other: nothing is written, and a person accepts
// it.
//
// The past, what is delivered and what is pinned never move. A frozen session moves only when what
// has happened breaks it. A person's own seats are moved to another group of the module where one
// has room and time for them, before a session is moved for all.
#pragma once

#include <stop_token>

#include "planner/base/result.hpp"
#include "planner/edit/command.hpp"
#include "planner/schedule/plan_changes.hpp"
#include "planner/schedule/toll.hpp"

namespace tandem {

// Whom or what it is about, out from `from` to `to`, both inclusive.
struct Disruption {
  std::variant<Id<Facilitator>, Id<Room>, Id<Cohort>, Id<Person>> what;
  Date from{};
  Date to{};
};

struct RepairOptions {
  std::optional<Date> as_of;     // empty: the workspace's
  std::optional<int> most_days;  // no meeting moves further than this from its old date
  std::int64_t steps = 400;      // looks at one session's choices, an alternative
};

// What an alternative takes from people, beside those named in its changes.
struct RepairMeter {
  int sessions{};        // held otherwise, or without a place
  int days{};            // that dates move, summed over meetings
  int most_days{};       // that one date moves
  std::int64_t money{};  // cents more (or less) that the cohorts pay
  int short_notice{};    // people told with less than the workspace's notice_days
};

// One alternative.
struct Repair {
  std::vector<Aim> aims;              // that it serves best; more than one where they agree
  std::vector<std::string> broken;    // sessions that cannot stay as they are, by code
  std::vector<std::string> unplaced;  // those that found no other place
  PlanChanges changes;
  RepairMeter meter;
  int least_sessions{};           // no plan that places all of them changes fewer
  Proposal proposal;              // the sessions concerned as they would be
  Command happened;               // the absence or blackout itself
  std::vector<Command> commands;  // the changes: to be applied with it as one
  Program after;                  // the Program with all of them carried out
  std::int64_t steps{};

  // Whether no plan changes fewer sessions.
  bool fewest_proven() const { return unplaced.empty() && meter.sessions == least_sessions; }
};

// Returns: at least one; those that come to the same are one with both aims. The first tells the
// fewest people.
// Errors: bad_usage (from after to), and those of compile(). Same input and steps: same answer.
Result<std::vector<Repair>> repairs(const Program& program, const Disruption& disruption,
                                    const RepairOptions& options = {}, std::stop_token stop = {});

// The first of them.
Result<Repair> repair(const Program& program, const Disruption& disruption,
                      const RepairOptions& options = {}, std::stop_token stop = {});

}  // namespace tandem
