// Two plans of the same file side by side, so that a person can choose: what is held otherwise and
// who would hear of it, hours won and lost, money, last days, the cost in tiers, and how early
// starts, travel and odd days are shared out. Counts of meetings only, by cohort and by unit;
// nothing is said of a single person. Used for branches; knows nothing of how either plan came
// about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/schedule/cost.hpp"
#include "planner/schedule/plan_changes.hpp"

namespace tandem {

// A start before this, by the learner's own clock, is early.
inline constexpr TimeOfDay kEarlyBefore{9 * 60};

// Meetings ahead times the learners in them, of one cohort or unit.
struct DateBurden {
  std::string code;
  int meetings{};
  int early{};   // begin before kEarlyBefore where the learner is at home
  int travel{};  // in a room of another site than theirs
  int odd{};     // on a day that is none of their working days, or a holiday at their site

  bool operator==(const DateBurden&) const = default;
};

struct CohortFigures {
  Id<Cohort> cohort;
  std::optional<Date> finish;
  int late_days{};
  std::int64_t cost{};             // cents
  std::int64_t learner_minutes{};  // booked seats times the length of dated meetings
};

struct PlanFigures {
  std::vector<CohortFigures> cohorts;  // by code
  std::vector<std::string> unplaced;   // sessions that exist and have no date, by code
  std::optional<Cost> cost;            // in tiers; none where the engine cannot read the file.
                                       // `changes` counts against the other plan
  std::vector<DateBurden> by_cohort;   // by code
  std::vector<DateBurden> by_unit;
};

struct PlanComparison {
  PlanFigures before;
  PlanFigures after;
  PlanChanges changes;                   // from one to the other, sessions of only one included
  std::vector<std::string> only_before;  // have a date there and none in the other
  std::vector<std::string> only_after;
  std::int64_t minutes_lost{};    // over learners and sessions: learning time that falls away,
  std::int64_t minutes_gained{};  // and that comes in
};

// Requires: the two Programs differ in sessions, meetings, seats and waivers at most.
// Cost: that of compiling and judging both.
PlanComparison compare_plans(const Program& before, const Program& after, Date today);

}  // namespace tandem
