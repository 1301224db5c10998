// The time grid a run plans on: slots of UTC counted from an origin, and for each time zone
// concerned which civil day every slot belongs to. compile() builds it and calendars are cut on it;
// the engine itself sees only the day tables. Minutes, slots and days are plain integers from the
// origin; day 0 is a Monday.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planner/base/zone.hpp"

namespace tandem::schedule {

// Days of one zone over the slots.
struct DayTable {
  std::vector<std::int32_t> first_slot;   // of each day; one more entry than days
  std::vector<std::int16_t> day_of_slot;  // by the start of the slot
};

class Grid {
 public:
  // Slots from midnight of `first` to the end of `last` in `zone`, a week of days more on each
  // side. The grid is anchored at midnight of `anchor`: `first` may lie before it.
  Grid(const Zone& zone, Date anchor, Date first, Date last, int slot_minutes);

  int slot_minutes() const { return slot_minutes_; }
  int slots() const { return slots_; }
  int days() const { return days_; }
  Date date(int day) const { return day0_ + tandem::days{day}; }
  int day(Date date) const { return static_cast<int>((date - day0_).count()); }

  // Index of the zone of this name, added at first sight. Errors: no such zone.
  Result<int> zone(std::string_view name);
  const std::vector<DayTable>& zones() const { return tables_; }

  int minute(UtcMinute utc) const { return static_cast<int>((utc - origin_).count()); }
  // Local times that do not exist count as the moment the clocks change.
  int minute(int zone, Date date, int minute_of_day) const;
  LocalMinute local(int zone, int minute) const {
    return zones_[static_cast<std::size_t>(zone)].to_local(origin_ + minutes{minute});
  }
  // Changes of offset within the grid, in minutes from the origin.
  const std::vector<int>& changes(int zone) const {
    return changes_[static_cast<std::size_t>(zone)];
  }
  int slot_below(int minute) const {  // clamped to the grid
    const int slot = minute < 0 ? 0 : minute / slot_minutes_;
    return slot < slots_ ? slot : slots_;
  }
  int slot_above(int minute) const {
    const int slot = minute <= 0 ? 0 : (minute + slot_minutes_ - 1) / slot_minutes_;
    return slot < slots_ ? slot : slots_;
  }

 private:
  int slot_minutes_;
  UtcMinute origin_;
  Date day0_;
  int days_;
  int slots_;
  std::vector<Zone> zones_;
  std::vector<DayTable> tables_;
  std::vector<std::vector<int>> midnights_;  // a zone: minute of each day's midnight, days + 1
  std::vector<std::vector<int>> changes_;
};

}  // namespace tandem::schedule
