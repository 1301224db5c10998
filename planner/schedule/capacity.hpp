// Design to capacity: how many more cohorts of a programme the facilitators, rooms, assets and
// units can carry on top of the plan as it stands, and which of them binds. Two figures are given:
// a bound that no plan can exceed, by counting what is free (free_time.hpp), and the number the
// engine really placed with no rule broken. The truth lies between them. Nothing is written.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/domain/program.hpp"
#include "planner/schedule/free_time.hpp"
#include "planner/schedule/outcome.hpp"

namespace tandem {

struct CapacityOptions {
  Id<Cohort> like;            // none: the programme's typical cohort
  std::optional<Date> as_of;  // empty: the workspace's; the cohorts begin no earlier
  std::uint64_t seed = 1;
  std::int64_t steps = 24'000;  // the most, for each cohort of an attempt
  int most = 24;                // attempts end here
};

struct CapacityLimit {
  schedule::ResourceKind kind{};
  std::vector<std::string> who;      // codes of facilitators, rooms, the asset or the unit
  std::vector<std::string> modules;  // codes, of what they alone can serve
  std::int64_t free_minutes{};       // that meetings of these modules can fill
  std::int64_t needed_minutes{};     // for one cohort
  std::int64_t cohorts{};            // the one by the other, rounded down
  std::int64_t with_one_more{};      // what all limits allow with one more such resource
  std::string text;                  // "ANA and BO may lead M3b; they are free for 14 h ..."
};

struct Capacity {
  Id<Cohort> like;
  int people{};                       // in each
  std::vector<std::string> sessions;  // of one, by code, as they would be made
  std::optional<std::int64_t> bound;  // no plan holds more; none: nothing counted is limited
  std::vector<CapacityLimit> limits;  // the tightest of each kind, tightest first
  std::vector<std::string> no_place;  // sessions that no plan can place, even for one cohort
  int placed{};                       // by the engine, all sessions, no rule broken
  std::vector<Date> finish;           // of each of them, in the order they were added
  std::vector<UnplacedSession> next;  // what kept the next one out, where it was tried
  bool tried_all{};                   // as many as options allow were placed
  int undated{};                      // sessions of the plan itself that have no date yet: they
                                      // take nothing here, and will
  std::int64_t steps{};
  Program with;  // what shows `placed` to be true: the plan with those cohorts in it, limits of
                 // units in whole people. It shares its tables with the plan given.
};

// Errors: bad_usage (`like` is of another programme, or there is no cohort with learners to go by),
// and those of solve(). Same input, seed and steps: same answer.
// Cost: a solve of one cohort for each one placed, and at the end one of all of them together.
Result<Capacity> capacity(const Program& program, Id<Programme> programme,
                          const CapacityOptions& options = {}, std::stop_token stop = {});

}  // namespace tandem
