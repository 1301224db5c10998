// From a Program to a Problem: which sessions there are and who sits in them (seating), every hard
// rule as calendars, candidates, limits and links, and the way back from indexes to rows so that
// results and explanations can speak in names. Everything is put in the order of codes: neither ids
// nor the order of rows can change what the engine does.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/schedule/closures.hpp"
#include "planner/schedule/problem.hpp"
#include "planner/schedule/seating.hpp"

namespace tandem::schedule {

struct CompileOptions {
  std::vector<Id<Cohort>> cohorts;  // none: all
  std::optional<Date> as_of;        // empty: the workspace's
  // For a repair: every session with a date is kept where it can be, as if it were published, those
  // begun are fixed, and those without a date stay without one.
  bool keep{};
  std::vector<Id<Session>> freed{};  // may move although they are frozen
  // Who sits where, given by an earlier compilation of the same plan: nobody is seated anew, and no
  // session is there but these. The Program may differ in its dates, hours and limits alone.
  const Seating* seating{};
};

// The Problem and what its indexes mean. Rows point into `program`, a cheap copy kept alive here.
struct Compiled {
  Program program;
  Grid grid;
  std::vector<int> site_zones;  // by position in program.sites
  std::optional<Date> as_of;
  Problem problem;
  std::vector<Group> groups;  // problem.sessions[i] is groups[i]
  std::vector<Claim> claims;  // by cohort and person
  std::vector<Unseated> to_make_up;
  std::vector<const Cohort*> cohorts;
  std::vector<const Module*> modules;
  std::vector<const Facilitator*> facilitators;
  std::vector<const Room*> rooms;
  std::vector<const Unit*> units;  // those with a limit
  std::vector<const Asset*> pools;
  std::vector<const Site*> sites;

  // The index of the session with that code, kNone when there is none. Cost: O(log sessions).
  int session(std::string_view code) const;
};

// Errors: no horizon, unknown zones, and every module to be placed that no room fits, that too few
// people may run or whose assets do not exist. All at once.
Result<std::shared_ptr<const Compiled>> compile(const Program& program,
                                                const CompileOptions& options);

}  // namespace tandem::schedule
