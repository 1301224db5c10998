// Calendar values: days, times of day and local minutes as std::chrono types, their one text form
// each, and the words a reader sees. Knows no time zone (base/zone.hpp) and asks no clock.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tandem {

using std::chrono::days;
using std::chrono::minutes;

using Date = std::chrono::local_days;
using LocalMinute = std::chrono::local_time<minutes>;
using UtcMinute = std::chrono::sys_time<minutes>;

// Minutes from midnight of a civil day, 0 to 1440 (24:00 ends a day).
struct TimeOfDay {
  int minute{};

  auto operator<=>(const TimeOfDay&) const = default;
};

// A set of weekdays; bit 0 is Monday.
struct Weekdays {
  std::uint8_t bits{};

  bool has(int weekday) const { return ((bits >> weekday) & 1) != 0; }
  bool operator==(const Weekdays&) const = default;
};

// 0 = Monday ... 6 = Sunday.
inline int weekday(Date date) {
  return static_cast<int>(std::chrono::weekday{date}.iso_encoding()) - 1;
}
// Monday of the week that holds the date.
inline Date week_start(Date date) { return date - days{weekday(date)}; }

Date make_date(int year, unsigned month, unsigned day);
// The same day so many months earlier; the last of its month where there is no such day.
Date months_before(Date date, int months);
inline LocalMinute at(Date date, TimeOfDay time) { return date + minutes{time.minute}; }
inline Date date_of(LocalMinute local) { return std::chrono::floor<days>(local); }
inline TimeOfDay time_of(LocalMinute local) {
  return {static_cast<int>((local - date_of(local)).count())};
}

std::optional<Date> parse_date(std::string_view text);       // 2027-03-09, years 1900 to 2199
std::optional<TimeOfDay> parse_time(std::string_view text);  // 09:30, 24:00
std::string text(Date date);                                 // 2027-03-09
std::string text(TimeOfDay time);                            // 09:30
std::string text(std::chrono::sys_seconds utc);              // 2027-03-09T08:30:00Z
std::string_view weekday_name(int weekday);                  // Mon
std::string_view month_name(unsigned month);                 // Mar
std::string words(Date date);                                // Tue 9 Mar
std::string words_with_year(Date date);                      // Tue 9 Mar 2027
std::string words(LocalMinute local);                        // Tue 9 Mar 09:00
std::string duration_words(int total_minutes);               // 3 h 30, 45 min, 7 h

}  // namespace tandem
