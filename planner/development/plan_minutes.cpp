#include "planner/development/plan_minutes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"

namespace tandem {

std::string manage_share(const PlanMinutes& planned, int limit) {
  const std::int64_t part = 2 * planned.manage + planned.both;
  const std::int64_t whole = 2 * planned.all();
  if (whole == 0) return "0 %";
  const std::int64_t percent = (200 * part + whole) / (2 * whole);
  const bool hidden = percent == limit && planned.manages_more_than(limit);
  return fmt::format("{}{} %", hidden ? "a little over " : "", percent);
}

std::set<Id<Module>> planned_modules(const TrainingRecords& records,
                                     const PersonProgress& progress) {
  std::set<Id<Module>> out;
  for (const JourneyProgress& journey : progress.journeys)
    for (const ModuleProgress& module : journey.modules) out.insert(module.module);
  for (const Action* action : records.actions(progress.person))
    if (action->module && action->state != ActionState::dropped) out.insert(action->module);
  return out;
}

PlanMinutes plan_minutes(const Program& program, const std::set<Id<Module>>& modules) {
  PlanMinutes out;
  for (const Id<Module> id : modules) {
    const Module& module = program.modules.at(id);
    switch (module.orientation) {
      case Orientation::lead:
        out.lead += module.minutes;
        break;
      case Orientation::manage:
        out.manage += module.minutes;
        break;
      case Orientation::both:
        out.both += module.minutes;
        break;
    }
  }
  return out;
}

int manage_only_limit(const Workspace& workspace) {
  return workspace.manage_only_percent.value_or(kManageOnlyPercent);
}

bool is_mid_level(const Workspace& workspace, const Person& person) {
  const auto& bands = workspace.mid_level_bands;
  if (bands.empty()) return person.band == kMidLevelBand;
  return std::find(bands.begin(), bands.end(), person.band) != bands.end();
}

std::optional<ManageOnlyPlan> manage_only_plan(const TrainingRecords& records,
                                               const PersonProgress& progress) {
  const Program& program = records.program();
  const Person& person = program.people.at(progress.person);
  if (!is_mid_level(program.workspace(), person)) return std::nullopt;
  if (has_left(person, records.today())) return std::nullopt;
  const auto modules = planned_modules(records, progress);
  ManageOnlyPlan out;
  out.person = person.id;
  out.minutes = plan_minutes(program, modules);
  out.limit = manage_only_limit(program.workspace());
  if (!out.minutes.manages_more_than(out.limit)) return std::nullopt;
  out.help = helping_modules(program, Strand::leader, modules);
  out.text = fmt::format(
      "This plan only manages: {} of its time is about managing, more than the {} % set for people "
      "in the middle. That is the plan's doing, and the plan can change.",
      manage_share(out.minutes, out.limit), out.limit);
  if (!out.help.empty())
    out.ways = "What would bring leading into it: " + words(program, out.help) + ".";
  return out;
}

std::vector<ManageOnlyPlan> manage_only_plans(const TrainingRecords& records, Id<Cohort> only) {
  const Program& program = records.program();
  std::vector<const Person*> people;
  for (const Person& person : program.people) {
    if (!is_mid_level(program.workspace(), person)) continue;
    const auto memberships = records.memberships(person.id);
    const bool in = !only || std::any_of(memberships.begin(), memberships.end(), [&](auto* m) {
      return m->cohort == only && m->status == MemberStatus::enrolled;
    });
    if (in) people.push_back(&person);
  }
  std::sort(people.begin(), people.end(),
            [](const Person* a, const Person* b) { return a->number < b->number; });
  std::vector<ManageOnlyPlan> out;
  for (const Person* person : people)
    if (auto found = manage_only_plan(records, person_progress(records, person->id)))
      out.push_back(*std::move(found));
  return out;
}

}  // namespace tandem
