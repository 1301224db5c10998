#include "planner/schedule/closures.hpp"

#include <algorithm>

namespace tandem::schedule {
namespace {

constexpr int kDay = 24 * 60;
constexpr Weekdays kEveryDay{0x7f};

int kind_of(const Blackout& row) { return static_cast<int>(row.scope); }
int kind_of(const ProtectedTime& row) { return static_cast<int>(row.scope); }
int kind_of(const Absence& row) { return static_cast<int>(row.kind); }

template <class T>
std::pair<int, RawId> scope_key(const T& row) {
  return {kind_of(row), row.code.value};
}

}  // namespace

Closures::Closures(const Program& program, const Grid& grid, const std::vector<int>& site_zones)
    : program_(program),
      grid_(grid),
      holidays_(program.holidays, &Holiday::site),
      blackouts_(program.blackouts, scope_key<Blackout>),
      protected_(program.protected_times, scope_key<ProtectedTime>),
      absences_(program.absences, scope_key<Absence>),
      seasons_(program.seasons, &Season::person),
      arrangements_(program.arrangements, &Arrangement::person) {
  std::size_t i = 0;
  for (const Site& site : program.sites) zone_by_site_.emplace_back(site.id, site_zones[i++]);
}

int Closures::zone_of(Id<Site> site, int otherwise) const {
  const auto it = std::lower_bound(zone_by_site_.begin(), zone_by_site_.end(), site,
                                   [](const auto& entry, Id<Site> id) { return entry.first < id; });
  return it != zone_by_site_.end() && it->first == site ? it->second : otherwise;
}

void Closures::outside(const Hours& hours, int zone, std::vector<Closure>& out) const {
  // Where one day's hours touch the next day's, a slot before midnight stays shut: a meeting never
  // runs across the night.
  const bool round_the_clock = hours.start.minute == 0 && hours.end.minute == kDay;
  int closed_from = 0;
  for (int d = 0; d < grid_.days(); ++d) {
    const Date date = grid_.date(d);
    if (!hours.days.has(weekday(date))) continue;
    const int begin = grid_.minute(zone, date, hours.start.minute);
    const int end = grid_.minute(zone, date, hours.end.minute);
    if (begin > closed_from)
      out.push_back({hours.rule, closed_from, begin, hours.table, hours.row});
    closed_from = round_the_clock ? end - grid_.slot_minutes() : end;
  }
  const int last = grid_.slots() * grid_.slot_minutes();
  if (closed_from < last) out.push_back({hours.rule, closed_from, last, hours.table, hours.row});
}

void Closures::day_range(RuleKind rule, int zone, std::optional<Date> from, std::optional<Date> to,
                         TableId table, RawId row, std::vector<Closure>& out) const {
  const Date first = std::max(from.value_or(grid_.date(0)), grid_.date(0));
  const Date last =
      std::min(to.value_or(grid_.date(grid_.days() - 1)), grid_.date(grid_.days() - 1));
  if (first > last) return;
  const int begin = first == grid_.date(0) ? 0 : grid_.minute(zone, first, 0);
  const int end = last == grid_.date(grid_.days() - 1) ? grid_.slots() * grid_.slot_minutes()
                                                       : grid_.minute(zone, last + days{1}, 0);
  out.push_back({rule, begin, end, table, row});
}

void Closures::daily(RuleKind rule, int zone, std::optional<Date> from, std::optional<Date> to,
                     Weekdays days_of_week, std::optional<TimeOfDay> start,
                     std::optional<TimeOfDay> end, TableId table, RawId row,
                     std::vector<Closure>& out) const {
  const Date first = std::max(from.value_or(grid_.date(0)), grid_.date(0));
  const Date last =
      std::min(to.value_or(grid_.date(grid_.days() - 1)), grid_.date(grid_.days() - 1));
  for (Date date = first; date <= last; date += days{1})
    if (days_of_week.has(weekday(date)))
      out.push_back({rule, grid_.minute(zone, date, start ? start->minute : 0),
                     grid_.minute(zone, date, end ? end->minute : kDay), table, row});
}

void Closures::holidays(Id<Site> site, int zone, std::vector<Closure>& out) const {
  for (const Holiday* h : holidays_[site])
    day_range(RuleKind::holiday, zone, h->date, h->date, TableId::holidays, h->id.value, out);
}

void Closures::blackouts(BlackoutScope scope, RawId code, int zone,
                         std::vector<Closure>& out) const {
  for (const Blackout* b : blackouts_[{static_cast<int>(scope), code}]) {
    if (b->start || b->end)
      daily(RuleKind::blackout, zone, b->from, b->to, kEveryDay, b->start, b->end,
            TableId::blackouts, b->id.value, out);
    else
      day_range(RuleKind::blackout, zone, b->from, b->to, TableId::blackouts, b->id.value, out);
  }
}

void Closures::unit_blackouts(Id<Unit> unit, int zone, std::vector<Closure>& out) const {
  for (int depth = 0; unit && depth < 64; ++depth) {  // a cycle is another check's finding
    blackouts(BlackoutScope::unit, unit.value, zone, out);
    const Unit* row = find(program_, unit);
    unit = row ? row->parent : Id<Unit>{};
  }
}

void Closures::protected_hours(ProtectedScope scope, RawId code, int zone,
                               std::vector<Closure>& out) const {
  for (const ProtectedTime* p : protected_[{static_cast<int>(scope), code}])
    daily(RuleKind::protected_time, zone, p->from, p->to, p->weekday, p->start, p->end,
          TableId::protected_times, p->id.value, out);
}

void Closures::absences(AbsenceKind kind, RawId code, int zone, std::vector<Closure>& out) const {
  for (const Absence* a : absences_[{static_cast<int>(kind), code}])
    day_range(RuleKind::absence, zone, a->from, a->to, TableId::absences, a->id.value, out);
}

void Closures::employment(const Person& person, int zone, std::vector<Closure>& out) const {
  if (person.hired && *person.hired > grid_.date(0))
    day_range(RuleKind::employed, zone, std::nullopt, *person.hired - days{1}, TableId::people,
              person.id.value, out);
  if (person.left)
    day_range(RuleKind::employed, zone, *person.left + days{1}, std::nullopt, TableId::people,
              person.id.value, out);
}

void Closures::clock_changes(int zone, std::vector<Closure>& out) const {
  // Around a change of the clocks a local time is missing or comes twice: nothing is placed there.
  for (const int change : grid_.changes(zone))
    out.push_back({RuleKind::local_time, change - 60, change + 60, TableId::none, 0});
}

std::vector<Closure> Closures::of(const Cohort& cohort, int meeting_zone, bool first_cohort) const {
  std::vector<Closure> out;
  const int zone = first_cohort ? meeting_zone : zone_of(cohort.site, meeting_zone);
  const Site* site = find(program_, cohort.site);
  outside({cohort.working_days.bits || !site ? cohort.working_days : site->working_days,
           cohort.day_start || !site ? cohort.day_start.value_or(TimeOfDay{0})
                                     : site->day_start.value_or(TimeOfDay{0}),
           cohort.day_end || !site ? cohort.day_end.value_or(TimeOfDay{kDay})
                                   : site->day_end.value_or(TimeOfDay{kDay}),
           RuleKind::cohort_time, TableId::cohorts, cohort.id.value},
          zone, out);
  holidays(cohort.site, meeting_zone, out);
  blackouts(BlackoutScope::all, 0, meeting_zone, out);
  blackouts(BlackoutScope::site, cohort.site.value, meeting_zone, out);
  blackouts(BlackoutScope::cohort, cohort.id.value, meeting_zone, out);
  protected_hours(ProtectedScope::cohort, cohort.id.value, zone, out);
  clock_changes(meeting_zone, out);
  return out;
}

std::vector<Closure> Closures::of(const Person& person, int meeting_zone) const {
  std::vector<Closure> out;
  const int zone = zone_of(person.site, meeting_zone);
  if (person.working_days.bits || person.day_start || person.day_end)
    outside({person.working_days.bits ? person.working_days : kEveryDay,
             person.day_start.value_or(TimeOfDay{0}), person.day_end.value_or(TimeOfDay{kDay}),
             RuleKind::person_time, TableId::people, person.id.value},
            zone, out);
  for (const Arrangement* a : arrangements_[person.id])
    if (a->kind == ArrangementKind::timetable)
      daily(RuleKind::timetable, zone, std::nullopt, std::nullopt,
            a->days.bits ? a->days : kEveryDay, a->start, a->end, TableId::arrangements,
            a->id.value, out);
  holidays(person.site, meeting_zone, out);
  unit_blackouts(person.unit, meeting_zone, out);
  absences(AbsenceKind::person, person.id.value, meeting_zone, out);
  for (const Season* s : seasons_[person.id])
    if (s->season == SeasonKind::paused)
      day_range(RuleKind::season, meeting_zone, s->from, s->to, TableId::seasons, s->id.value, out);
  employment(person, meeting_zone, out);
  protected_hours(ProtectedScope::person, person.id.value, zone, out);
  return out;
}

std::vector<Closure> Closures::of(const Facilitator& facilitator, int meeting_zone) const {
  std::vector<Closure> out;
  const Id<Site> home = facilitator.sites.empty() ? Id<Site>{} : facilitator.sites.front();
  const Site* site = home ? find(program_, home) : nullptr;
  const Person* person = find(program_, facilitator.person);
  const int zone = zone_of(home, person ? zone_of(person->site, meeting_zone) : meeting_zone);
  Weekdays working = facilitator.working_days;
  if (!working.bits) working = site ? site->working_days : kEveryDay;
  const auto start = facilitator.day_start ? facilitator.day_start
                     : site                ? site->day_start
                                           : std::nullopt;
  const auto end = facilitator.day_end ? facilitator.day_end : site ? site->day_end : std::nullopt;
  if (site || facilitator.working_days.bits || start || end)
    outside({working, start.value_or(TimeOfDay{0}), end.value_or(TimeOfDay{kDay}),
             RuleKind::facilitator_time, TableId::facilitators, facilitator.id.value},
            zone, out);
  holidays(home, meeting_zone, out);
  blackouts(BlackoutScope::facilitator, facilitator.id.value, meeting_zone, out);
  absences(AbsenceKind::facilitator, facilitator.id.value, meeting_zone, out);
  if (facilitator.until)
    day_range(RuleKind::facilitator_until, meeting_zone, *facilitator.until + days{1}, std::nullopt,
              TableId::facilitators, facilitator.id.value, out);
  if (person) {
    const int own = zone_of(person->site, meeting_zone);
    absences(AbsenceKind::person, person->id.value, meeting_zone, out);
    unit_blackouts(person->unit, meeting_zone, out);
    employment(*person, meeting_zone, out);
    protected_hours(ProtectedScope::person, person->id.value, own, out);
  }
  return out;
}

std::vector<Closure> Closures::of(const Room& room, int meeting_zone) const {
  std::vector<Closure> out;
  if (!room.is_virtual) {
    const int zone = zone_of(room.site, meeting_zone);
    if (const Site* site = find(program_, room.site)) {
      outside({site->working_days, site->day_start.value_or(TimeOfDay{0}),
               site->day_end.value_or(TimeOfDay{kDay}), RuleKind::room_time, TableId::rooms,
               room.id.value},
              zone, out);
    }
    holidays(room.site, meeting_zone, out);
    blackouts(BlackoutScope::site, room.site.value, meeting_zone, out);
  }
  blackouts(BlackoutScope::room, room.id.value, meeting_zone, out);
  absences(AbsenceKind::room, room.id.value, meeting_zone, out);
  return out;
}

bool Closures::plain(const Person& person) const {
  if (person.working_days.bits || person.day_start || person.day_end ||
      (person.hired && *person.hired > grid_.date(0)) || person.left ||
      !seasons_[person.id].empty() ||
      !absences_[{static_cast<int>(AbsenceKind::person), person.id.value}].empty() ||
      !protected_[{static_cast<int>(ProtectedScope::person), person.id.value}].empty())
    return false;
  for (const Arrangement* a : arrangements_[person.id])
    if (a->kind == ArrangementKind::timetable) return false;
  Id<Unit> unit = person.unit;
  for (int depth = 0; unit && depth < 64; ++depth) {
    if (!blackouts_[{static_cast<int>(BlackoutScope::unit), unit.value}].empty()) return false;
    const Unit* row = find(program_, unit);
    unit = row ? row->parent : Id<Unit>{};
  }
  return true;
}

}  // namespace tandem::schedule
