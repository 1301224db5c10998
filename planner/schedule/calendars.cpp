#include "planner/schedule/calendars.hpp"

#include <algorithm>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
void narrow(CalendarRow& row, const CalendarRow& by) {
  for (std::size_t w = 0; w < row.size(); ++w) row[w] &= by[w];
}

CalendarRow Calendars::open() const {
  CalendarRow row(nth(words_for(grid_.slots())));
  set(row.data(), 0, grid_.slots());
  return row;
}

void Calendars::close(CalendarRow& row, const Closure& closed) const {
  clear(row.data(), grid_.slot_below(closed.begin), grid_.slot_above(closed.end));
}

void Calendars::keep_days(CalendarRow& row, int zone, Date first, Date last) const {
  const DayTable& table = grid_.zones()[nth(zone)];
  const int from = std::clamp(grid_.day(first), 0, grid_.days());
  const int to = std::clamp(grid_.day(last) + 1, 0, grid_.days());
  if (from >= to) {
    std::fill(row.begin(), row.end(), Word{0});
    return;
  }
  clear(row.data(), 0, table.first_slot[nth(from)]);
  clear(row.data(), table.first_slot[nth(to)], grid_.slots());
}

CalendarRow Calendars::cut(const std::vector<Closure>& closures) const {
  CalendarRow row = open();
  for (const Closure& closed : closures) close(row, closed);
  return row;
}

CalendarRow Calendars::cut(std::vector<Closure> closures, std::string_view who,
                           const Waived& waived) const {
  if (waived.any())
    std::erase_if(closures, [&](const Closure& closed) { return waived(closed.rule, who); });
  return cut(closures);
}

const CalendarRow& Calendars::of(const Cohort& cohort, int zone, bool first_cohort) {
  const auto key = std::make_tuple(cohort.id.value, zone, first_cohort);
  auto it = cohorts_.find(key);
  if (it == cohorts_.end())
    it = cohorts_.emplace(key, cut(closures_.of(cohort, zone, first_cohort))).first;
  return it->second;
}

const CalendarRow& Calendars::of(const Person& person, int zone) {
  const CalendarRow*& known = person_rows_[{person.id.value, zone}];
  if (known) return *known;
  // People without hours, absences or the like of their own share their site's calendar.
  const bool plain = closures_.plain(person);
  const auto key = std::make_tuple(plain, plain ? person.site.value : person.id.value, zone);
  auto it = people_.find(key);
  if (it == people_.end()) it = people_.emplace(key, cut(closures_.of(person, zone))).first;
  known = &it->second;
  return *known;
}

CalendarRow Calendars::of(const Cohort& cohort, int zone, bool first_cohort,
                          const Waived& waived) const {
  return cut(closures_.of(cohort, zone, first_cohort), cohort.code, waived);
}

CalendarRow Calendars::of(const Person& person, int zone, const Waived& waived) const {
  return cut(closures_.of(person, zone), person.number, waived);
}

int Calendars::store(const CalendarRow& row) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const Word w : row) hash = (hash ^ w) * 1099511628211ULL;
  for (const int same : by_hash_[hash])
    if (std::equal(row.begin(), row.end(), stored_[same])) return same;
  const int added = stored_.add(row);
  by_hash_[hash].push_back(added);
  return added;
}

template <class T>
int Calendars::store(const T& who, int zone, const Waived& waived, Indexes& known) {
  const auto row = [&] { return cut(closures_.of(who, zone), who.code, waived); };
  if (waived.any()) return store(row());
  const auto [it, added] = known.try_emplace({who.id.value, zone});
  if (added) it->second = store(row());
  return it->second;
}

int Calendars::store(const Facilitator& facilitator, int zone, const Waived& waived) {
  return store(facilitator, zone, waived, facilitators_);
}

int Calendars::store(const Room& room, int zone, const Waived& waived) {
  return store(room, zone, waived, rooms_);
}

}  // namespace tandem::schedule
