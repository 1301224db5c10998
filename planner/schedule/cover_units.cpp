#include "planner/schedule/cover_units.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
namespace {

// By person, recorded for them as one or as a facilitator.
std::map<RawId, std::vector<const Absence*>> absences_by_person(const Program& program) {
  std::map<RawId, std::vector<const Absence*>> out;
  std::unordered_map<RawId, Id<Person>> as_person;
  for (const Facilitator& f : program.facilitators)
    if (f.person) as_person.emplace(f.id.value, f.person);
  for (const Absence& absence : program.absences) {
    if (absence.kind == AbsenceKind::person) out[absence.code.value].push_back(&absence);
    const auto it = as_person.find(absence.code.value);
    if (absence.kind == AbsenceKind::facilitator && it != as_person.end())
      out[it->second.value].push_back(&absence);
  }
  return out;
}

}  // namespace

CoverUnits::CoverUnits(const Program& program, const Grid& grid, const Closures& closures)
    : program_(program),
      grid_(grid),
      closures_(closures),
      units_(program.units,
             [](const Unit& unit) { return unit.max_away || unit.max_away_percent; }) {}

const std::vector<int>& CoverUnits::of(Id<Unit> unit) {
  auto it = of_unit_.find(unit.value);
  if (it != of_unit_.end()) return it->second;
  std::vector<int> out;
  Id<Unit> above = unit;
  for (int depth = 0; above && depth < 64; ++depth) {
    const Unit* row = find(program_, above);
    if (!row) break;
    if (const int rank = units_.rank(above); rank != kNone) out.push_back(rank);
    above = row->parent;
  }
  return of_unit_.emplace(unit.value, std::move(out)).first->second;
}

std::vector<Problem::CoverUnit> CoverUnits::limits() {
  const std::size_t n = rows().size();
  std::vector<Problem::CoverUnit> out(n);
  if (n == 0) return out;

  // First what changes from the day or the slot before, which is little; then the sums.
  std::vector<std::vector<int>> employed(n, std::vector<int>(nth(grid_.days()) + 1));
  std::vector<std::vector<int>> missing(n, std::vector<int>(nth(grid_.slots()) + 1));
  const auto away = absences_by_person(program_);
  for (const Person& person : program_.people) {
    const auto& counted_in = of(person.unit);
    if (counted_in.empty()) continue;
    const int from = person.hired ? std::clamp(grid_.day(*person.hired), 0, grid_.days()) : 0;
    const int to =
        person.left ? std::clamp(grid_.day(*person.left) + 1, 0, grid_.days()) : grid_.days();
    if (from < to)
      for (const int u : counted_in) {
        ++employed[nth(u)][nth(from)];
        --employed[nth(u)][nth(to)];
      }
    const auto it = away.find(person.id.value);
    if (it == away.end()) continue;
    const int zone = closures_.zone_of(person.site, 0);
    std::vector<std::pair<int, int>> stretches;  // slots
    for (const Absence* absence : it->second)
      stretches.emplace_back(grid_.slot_below(grid_.minute(zone, absence->from, 0)),
                             grid_.slot_above(grid_.minute(zone, absence->to + days{1}, 0)));
    std::sort(stretches.begin(), stretches.end());
    int counted = 0;  // who is absent twice over is away once
    for (const auto& [begin, end] : stretches) {
      const int first = std::max(begin, counted);
      if (first >= end) continue;
      counted = end;
      for (const int u : counted_in) {
        ++missing[nth(u)][nth(first)];
        --missing[nth(u)][nth(end)];
      }
    }
  }
  const DayTable& table = grid_.zones().front();
  for (std::size_t u = 0; u < n; ++u) {
    const Unit& unit = *rows()[u];
    std::partial_sum(employed[u].begin(), employed[u].end(), employed[u].begin());
    out[u].spare.resize(nth(grid_.slots()));
    int now_missing = 0;
    int day = kNone;
    int limit = 0;  // of the day
    for (int s = 0; s < grid_.slots(); ++s) {
      if (const int own = std::min<int>(table.day_of_slot[nth(s)], grid_.days() - 1); own != day) {
        day = own;
        limit = unit.max_away.value_or(INT16_MAX);
        if (unit.max_away_percent)
          limit = std::min(limit, *unit.max_away_percent * employed[u][nth(day)] / 100);
        limit = std::max(limit, 1);
      }
      now_missing += missing[u][nth(s)];
      out[u].spare[nth(s)] = static_cast<std::int16_t>(limit - now_missing);
    }
  }
  return out;
}

std::vector<Problem::Share> CoverUnits::shares(const std::vector<const Person*>& people,
                                               const Waived& waived) {
  std::vector<Problem::Share> out;
  if (rows().empty()) return out;
  std::map<int, int> away;
  for (const Person* person : people)
    for (const int u : of(person->unit)) ++away[u];
  for (const auto& [unit, count] : away)
    if (!waived(RuleKind::cover, rows()[nth(unit)]->code)) out.push_back({unit, count});
  return out;
}

}  // namespace tandem::schedule
