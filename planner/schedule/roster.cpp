#include "planner/schedule/roster.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tandem::schedule {
namespace {

void sort(std::vector<Enrolled>& people) {
  std::sort(people.begin(), people.end(), [](const Enrolled& a, const Enrolled& b) {
    return std::tie(a.path, a.person->number) < std::tie(b.path, b.person->number);
  });
}

}  // namespace

std::string Roster::unit_path(Id<Unit> unit) const {
  std::string path;
  for (int depth = 0; unit && depth < 64; ++depth) {
    const Unit* row = find(program_, unit);
    if (!row) break;
    path = row->code + '\x1f' + path;
    unit = row->parent;
  }
  return path;
}

const std::vector<Enrolled>& Roster::of(const Cohort& cohort) {
  const auto [it, added] = of_cohort_.try_emplace(cohort.id.value);
  if (!added) return it->second;
  for (const Member* member : members_[cohort.id]) {
    if (member->status != MemberStatus::enrolled) continue;
    if (const Person* person = find(program_, member->person))
      it->second.push_back({person, &cohort, unit_path(person->unit)});
  }
  sort(it->second);
  return it->second;
}

std::vector<Enrolled> Roster::of(const std::vector<const Cohort*>& cohorts) {
  if (cohorts.size() == 1) return of(*cohorts.front());
  std::vector<Enrolled> out;
  std::set<RawId> seen;
  for (const Cohort* cohort : cohorts)
    for (const Enrolled& who : of(*cohort))
      if (seen.insert(who.person->id.value).second) out.push_back(who);
  sort(out);
  return out;
}

}  // namespace tandem::schedule
