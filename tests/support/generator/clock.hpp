#pragma once

// Dates, local times and the clock changes of the few zones the generator uses, as plain integers
// with hand-written rules: an opinion on time zones that does not come from the planner's library.
// Meetings lie between 06:00 and 22:00, so one offset a day (the one at noon) is exact.

#include <string>

namespace tandem::test::generator {

using Day = int;  // days since 1970-01-01

struct Zone {
  const char* name;
  int standard;  // minutes east of UTC
  enum class Summer { none, europe, america } summer;
};

inline constexpr Zone kZones[] = {
    {"Europe/Amsterdam", 60, Zone::Summer::europe},   {"Europe/Paris", 60, Zone::Summer::europe},
    {"Europe/London", 0, Zone::Summer::europe},       {"Europe/Warsaw", 60, Zone::Summer::europe},
    {"Europe/Lisbon", 0, Zone::Summer::europe},       {"Asia/Dubai", 240, Zone::Summer::none},
    {"America/New_York", -300, Zone::Summer::america}};
inline constexpr int kZoneCount = 7;

Day day_of(int year, int month, int day);
int weekday(Day day);                // 0 = Monday
int utc_offset(int zone, Day day);   // minutes east, by day
std::string date_text(Day day);      // 2027-03-09
std::string time_text(int minutes);  // 09:30
std::string days_text(int mask);     // bit 0 = Monday: "Mon;Tue"

}  // namespace tandem::test::generator
