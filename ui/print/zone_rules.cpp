#include "ui/print/zone_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace tandem::print {
namespace {

using std::chrono::year_month_day;

// A year and a month: the change before `from` is always among those looked at.
constexpr days kBack{400};
// How long a habit must hold to be called one; five years and the file's own.
constexpr days kAhead{5 * 366};

std::vector<ZoneRule> changes(const std::vector<OffsetPeriod>& periods) {
  std::vector<ZoneRule> out;
  for (std::size_t i = 1; i < periods.size(); ++i) {
    const minutes before = periods[i - 1].offset;
    const minutes after = periods[i].offset;
    out.push_back({after > before,
                   LocalMinute{(periods[i].begin + before).time_since_epoch()},
                   before,
                   after,
                   periods[i].abbreviation,
                   {}});
  }
  return out;
}

year_month_day day_of(const ZoneRule& rule) { return year_month_day{date_of(rule.onset)}; }

int nth_of_month(const ZoneRule& rule) {
  return (static_cast<int>(static_cast<unsigned>(day_of(rule).day())) - 1) / 7 + 1;
}
bool last_of_month(const ZoneRule& rule) {
  return year_month_day{date_of(rule.onset) + days{7}}.month() != day_of(rule).month();
}

// All of `rules` as one that recurs, if they are one: every year, same month, weekday and time.
std::optional<ZoneRule> yearly(const std::vector<ZoneRule>& rules) {
  constexpr std::array<std::string_view, 7> kDays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  if (rules.size() < 2) return std::nullopt;
  const ZoneRule& first = rules.front();
  bool all_last = true;
  bool all_nth = nth_of_month(first) <= 4;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const ZoneRule& rule = rules[i];
    const bool follows =
        day_of(rule).year() == day_of(first).year() + std::chrono::years{static_cast<int>(i)};
    if (!follows || day_of(rule).month() != day_of(first).month() ||
        weekday(date_of(rule.onset)) != weekday(date_of(first.onset)) ||
        time_of(rule.onset) != time_of(first.onset) || rule.before != first.before ||
        rule.after != first.after || rule.abbreviation != first.abbreviation)
      return std::nullopt;
    all_last = all_last && last_of_month(rule);
    all_nth = all_nth && nth_of_month(rule) == nth_of_month(first);
  }
  if (!all_last && !all_nth) return std::nullopt;
  ZoneRule out = first;
  out.recurrence =
      fmt::format("FREQ=YEARLY;BYDAY={}{};BYMONTH={}", all_last ? -1 : nth_of_month(first),
                  kDays[static_cast<std::size_t>(weekday(date_of(first.onset)))],
                  static_cast<unsigned>(day_of(first).month()));
  return out;
}

}  // namespace

std::vector<ZoneRule> zone_rules(const Zone& zone, UtcMinute from, UtcMinute to) {
  const auto seen = changes(zone.periods(from - kBack, to + kAhead));
  std::vector<ZoneRule> forward;
  std::vector<ZoneRule> back;
  for (const ZoneRule& rule : seen) (rule.summer ? forward : back).push_back(rule);
  const auto summer = yearly(forward);
  const auto winter = yearly(back);
  if (summer && winter) return {*winter, *summer};

  // Not a habit: the offset in force at `from`, and each change before `to` by itself.
  const auto periods = zone.periods(from, to + minutes{1});
  const OffsetPeriod& in_force = periods.front();
  const UtcMinute epoch{};
  std::vector<ZoneRule> out;
  if (in_force.begin < epoch) {
    out.push_back(
        {false, LocalMinute{}, in_force.offset, in_force.offset, in_force.abbreviation, {}});
  } else {
    out = changes(zone.periods(in_force.begin - minutes{1}, in_force.begin + minutes{1}));
  }
  const auto later = changes(periods);
  out.insert(out.end(), later.begin(), later.end());
  // Some readers look for the standard time that a summer time departs from.
  if (std::all_of(out.begin(), out.end(), [](const ZoneRule& rule) { return rule.summer; }))
    for (ZoneRule& rule : out) rule.summer = false;
  return out;
}

}  // namespace tandem::print
