// What the planned time of one person is about: minutes of leading, of managing and of both, over
// the modules of their journeys and of the actions in their plan; and the notice that the plan of
// somebody in the middle only manages. The notice is about the plan: people in the middle are sent
// on time sheets and quotas by whoever made it. Pure; knows no format.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "planner/development/helping_modules.hpp"
#include "planner/progress/person_progress.hpp"

namespace tandem {

struct PlanMinutes {
  std::int64_t lead{};
  std::int64_t both{};
  std::int64_t manage{};

  std::int64_t all() const { return lead + both + manage; }
  // Managing counts whole and `both` by half. Exactly so many percent is not more.
  bool manages_more_than(int percent) const {
    return 100 * (2 * manage + both) > 2 * all() * percent;
  }
  bool operator==(const PlanMinutes&) const = default;
};

// "85 %"; "a little over 70 %" where rounding would hide that it is more than the limit.
std::string manage_share(const PlanMinutes& planned, int limit);

// Modules of the journeys the person is enrolled in or has completed, and of actions that are not
// dropped; each once.
std::set<Id<Module>> planned_modules(const TrainingRecords& records,
                                     const PersonProgress& progress);
PlanMinutes plan_minutes(const Program& program, const std::set<Id<Module>>& modules);

struct ManageOnlyPlan {
  Id<Person> person;
  PlanMinutes minutes;
  int limit{};  // percent
  std::vector<HelpingModule> help;
  std::string text;  // one sentence, about the plan
  std::string ways;  // "L5a ... and P06 ... would bring leading into it."; "" when nothing would

  bool operator==(const ManageOnlyPlan&) const = default;
};

int manage_only_limit(const Workspace& workspace);
bool is_mid_level(const Workspace& workspace, const Person& person);

// Of people in a mid-level band, employed that day, with anything planned. None: no notice.
std::optional<ManageOnlyPlan> manage_only_plan(const TrainingRecords& records,
                                               const PersonProgress& progress);
// Everybody's, by employee number; one cohort's when one is named. Cost: n log n in the rows.
std::vector<ManageOnlyPlan> manage_only_plans(const TrainingRecords& records, Id<Cohort> only = {});

}  // namespace tandem
