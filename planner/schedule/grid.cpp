#include "planner/schedule/grid.hpp"

#include <algorithm>

namespace tandem::schedule {
namespace {

constexpr tandem::days kMargin{8};  // more than any difference of zones, and a Monday on each side

}  // namespace

Grid::Grid(const Zone& zone, Date anchor, Date first, Date last, int slot_minutes)
    : slot_minutes_(slot_minutes) {
  day0_ = week_start(std::min(first, anchor) - kMargin);
  const Date end = week_start(std::max(last, anchor) + kMargin) + tandem::days{7};
  days_ = static_cast<int>((end - day0_).count());
  // Whole slots back from the anchor, so that the grid does not depend on how far back it reaches.
  const UtcMinute anchored{at(anchor, {0}).time_since_epoch()};
  const UtcMinute wanted = zone.to_utc(at(day0_, {0})).utc - minutes{24 * 60};
  const auto back = ((anchored - wanted).count() + slot_minutes - 1) / slot_minutes;
  origin_ = anchored - minutes{back * slot_minutes};
  const UtcMinute stop = zone.to_utc(at(end, {0})).utc + minutes{24 * 60};
  slots_ = static_cast<int>((stop - origin_).count() / slot_minutes);
}

Result<int> Grid::zone(std::string_view name) {
  for (std::size_t i = 0; i < zones_.size(); ++i)
    if (zones_[i].name() == name) return static_cast<int>(i);
  auto found = Zone::find(name);
  if (!found) return tl::unexpected(found.error());

  std::vector<int> midnights;
  DayTable table;
  for (int d = 0; d <= days_; ++d) {
    midnights.push_back(minute(found->to_utc(at(date(d), {0})).utc));
    table.first_slot.push_back(slot_above(midnights.back()));
  }
  table.day_of_slot.assign(static_cast<std::size_t>(slots_), 0);
  for (int d = 0; d < days_; ++d)
    for (int s = table.first_slot[static_cast<std::size_t>(d)];
         s < table.first_slot[static_cast<std::size_t>(d) + 1]; ++s)
      table.day_of_slot[static_cast<std::size_t>(s)] = static_cast<std::int16_t>(d);
  for (int s = table.first_slot.back(); s < slots_; ++s)
    table.day_of_slot[static_cast<std::size_t>(s)] = static_cast<std::int16_t>(days_);

  std::vector<int> changes;
  const auto periods =
      found->periods(origin_, origin_ + minutes{std::int64_t{slots_} * slot_minutes_});
  for (std::size_t i = 1; i < periods.size(); ++i) changes.push_back(minute(periods[i].begin));

  zones_.push_back(std::move(*found));
  tables_.push_back(std::move(table));
  midnights_.push_back(std::move(midnights));
  changes_.push_back(std::move(changes));
  return static_cast<int>(zones_.size()) - 1;
}

int Grid::minute(int zone, Date date, int minute_of_day) const {
  const auto z = static_cast<std::size_t>(zone);
  const int d = day(date);
  if (d >= 0 && d < days_) {
    const int begin = midnights_[z][static_cast<std::size_t>(d)];
    const int end = midnights_[z][static_cast<std::size_t>(d) + 1];
    if (end - begin == 24 * 60) return begin + minute_of_day;
  }
  return minute(zones_[z].to_utc(LocalMinute{date} + minutes{minute_of_day}).utc);
}

}  // namespace tandem::schedule
