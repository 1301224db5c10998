#include "planner/schedule/another_cohort.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tandem::schedule {
namespace {

// Ids of rows that exist in a question only: a block for each cohort.
constexpr RawId kFirstNewId = RawId{1} << 60;
constexpr RawId kBlock = RawId{1} << 32;

// Days on which so many people of the unit and of units below it are employed: least and most.
std::map<Id<Unit>, std::pair<int, int>> head_counts(const Program& program) {
  const Date from = *program.workspace().horizon_from;
  const Date to = *program.workspace().horizon_to;
  std::map<Id<Unit>, std::map<Date, int>> steps;  // by unit: changes of the head count
  for (const Person& person : program.people) {
    const Date first = std::max(from, person.hired.value_or(from));
    const Date last = std::min(to, person.left.value_or(to));
    if (first > last) continue;
    Id<Unit> unit = person.unit;
    for (std::size_t up = 0; unit && up <= program.units.size(); ++up) {
      ++steps[unit][first];
      --steps[unit][last + days{1}];
      unit = program.units.at(unit).parent;
    }
  }
  std::map<Id<Unit>, std::pair<int, int>> out;
  for (const auto& [unit, changes] : steps) {
    int now = 0;
    int least = changes.begin()->first == from ? INT32_MAX : 0;
    int most = 0;
    for (const auto& [day, change] : changes) {
      now += change;
      if (day > to) break;
      least = std::min(least, now);
      most = std::max(most, now);
    }
    out[unit] = {least, most};
  }
  return out;
}

}  // namespace

std::vector<const Person*> learners_of(const Program& program, Id<Cohort> cohort) {
  std::vector<const Person*> out;
  for (const Member& m : program.members)
    if (m.cohort == cohort &&
        (m.status == MemberStatus::enrolled || m.status == MemberStatus::completed))
      out.push_back(&program.people.at(m.person));
  std::sort(out.begin(), out.end(),
            [](const Person* a, const Person* b) { return a->number < b->number; });
  return out;
}

const Cohort* typical_cohort(const Program& program, Id<Programme> programme) {
  std::vector<std::pair<std::size_t, const Cohort*>> sizes;
  for (const Cohort& c : program.cohorts) {
    if (c.programme != programme) continue;
    const std::size_t size = learners_of(program, c.id).size();
    if (size > 0) sizes.emplace_back(size, &c);
  }
  if (sizes.empty()) return nullptr;
  std::sort(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second->code) < std::tie(b.first, b.second->code);
  });
  return sizes[(sizes.size() - 1) / 2].second;
}

Program with_fixed_limits(const Program& program, Headcount headcount) {
  Program out = program;
  const auto counts = head_counts(program);
  for (const Unit& unit : program.units) {
    if (!unit.max_away_percent) continue;
    const auto found = counts.find(unit.id);
    const auto [least, most] = found == counts.end() ? std::pair{0, 0} : found->second;
    const int people = headcount == Headcount::least ? least : most;
    Unit fixed = unit;
    const int share = std::max(1, *unit.max_away_percent * people / 100);
    fixed.max_away = std::min(unit.max_away.value_or(share), share);
    fixed.max_away_percent.reset();
    out.units.put(std::move(fixed));
  }
  return out;
}

Id<Cohort> add_another(Program& program, Id<Cohort> like, int number) {
  RawId next = kFirstNewId + kBlock * static_cast<RawId>(number);
  const Cohort& model = program.cohorts.at(like);
  Cohort cohort = model;
  cohort.id = {next++};
  cohort.code = fmt::format("{}+{}", code_of(program, model.programme), number);
  cohort.name = cohort.code;
  cohort.sponsor.clear();
  cohort.start_from.reset();
  cohort.deadline.reset();
  cohort.budget.reset();
  const Id<Cohort> id = cohort.id;
  const std::string code = cohort.code;

  std::vector<CohortModule> choices;
  for (const CohortModule& row : program.cohort_modules)
    if (row.cohort == like) choices.push_back(row);
  std::vector<ProtectedTime> hours;
  for (const ProtectedTime& row : program.protected_times)
    if (row.scope == ProtectedScope::cohort && row.code.value == like.value) hours.push_back(row);
  std::vector<Person> learners;
  for (const Person* person : learners_of(program, like)) learners.push_back(*person);

  program.cohorts.put(std::move(cohort));
  for (CohortModule& row : choices) {
    row.id = {next++};
    row.cohort = id;
    row.not_before.reset();
    row.not_after.reset();
    program.cohort_modules.put(std::move(row));
  }
  for (ProtectedTime& row : hours) {
    row.id = {next++};
    row.code = {id.value};
    program.protected_times.put(std::move(row));
  }
  int index = 0;
  for (const Person& model_learner : learners) {
    Person person;
    person.id = {next++};
    person.number = fmt::format("{}-{:03}", code, ++index);
    person.name = person.number;
    person.unit = model_learner.unit;
    person.site = model_learner.site;
    person.working_days = model_learner.working_days;
    person.day_start = model_learner.day_start;
    person.day_end = model_learner.day_end;
    Member member;
    member.id = {next++};
    member.cohort = id;
    member.person = person.id;
    member.status = MemberStatus::enrolled;
    program.people.put(std::move(person));
    program.members.put(std::move(member));
  }
  return id;
}

}  // namespace tandem::schedule
