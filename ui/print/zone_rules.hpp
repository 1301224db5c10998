// The rules of a time zone as an iCalendar file states them: a few changes of the clock, yearly
// ones as a recurrence. Worked out from the zone database for the years a file spans, because
// programs stumble over rules that reach back to 1835. Used by print/ics alone; knows no libical.
#pragma once

#include <string>
#include <vector>

#include "planner/base/zone.hpp"

namespace tandem::print {

struct ZoneRule {
  bool summer{};      // the clocks go forward
  LocalMinute onset;  // by the clock in force until then
  minutes before;     // offsets from UTC
  minutes after;
  std::string abbreviation;  // CEST
  std::string recurrence;    // "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", or "" for this once

  bool operator==(const ZoneRule&) const = default;
};

// Enough rules to read every local time from `from` to `to`. Recurring ones where the zone changes
// its clocks on the same weekday of the same month in these and the following years; else each
// change by itself. Never empty.
std::vector<ZoneRule> zone_rules(const Zone& zone, UtcMinute from, UtcMinute to);

}  // namespace tandem::print
