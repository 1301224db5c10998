// What `tandem progress` says of people beside how far they are: seats that could be offered, plans
// that only manage, skills that stand far apart, and what is to be known about ratings. Text and
// JSON of one thing stand together, so that they say the same.
#pragma once

#include <ostream>

#include "planner/development/plan_minutes.hpp"
#include "planner/development/skill_balance.hpp"
#include "planner/progress/make_up.hpp"
#include "planner/progress/wait_list.hpp"
#include "planner/report/development_plan.hpp"
#include "planner/report/skill_history.hpp"
#include "ui/cli/json.hpp"

namespace tandem::cli {

struct CohortPeople {
  SkillPattern skills;
  std::vector<ManageOnlyPlan> manage_only;
  std::vector<WaitingSeat> waiting;
  std::vector<MakeUp> make_ups;
};
CohortPeople cohort_people(const TrainingRecords& records, const Cohort& cohort);
void add_json(Json& out, const Program& program, const CohortPeople& people);
void print(std::ostream& out, const Program& program, const CohortPeople& people);

struct PersonReport {
  std::vector<report::PlanNotice> notices;
  std::vector<report::CompetencyView> skills;
  report::SkillHistory history;
  std::vector<std::string> about_ratings;
  std::vector<MakeUp> make_ups;
};
PersonReport person_report(const TrainingRecords& records, const PersonProgress& progress);
void add_json(Json& out, const Program& program, const PersonReport& person);
void print(std::ostream& out, const PersonReport& person);

struct UnitSkills {
  Id<Unit> unit;
  SkillPattern skills;
};
std::vector<UnitSkills> units_skills(const Program& program, Date today);  // by code
Json as_json(const Program& program, const std::vector<UnitSkills>& units);
// Every unit and what can be said of it, or only those where skills stand far apart.
void print(std::ostream& out, const Program& program, const std::vector<UnitSkills>& units,
           bool all);

}  // namespace tandem::cli
