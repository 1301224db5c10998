#include "tests/support/generator/clock.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace tandem::test::generator {
namespace {

namespace ch = std::chrono;

int year_of(Day day) {
  return static_cast<int>(ch::year_month_day{ch::sys_days{ch::days{day}}}.year());
}

Day nth_sunday(int year, int month, unsigned n) {
  return static_cast<Day>(
      ch::sys_days{ch::year{year} / month / ch::Sunday[n]}.time_since_epoch().count());
}

Day last_sunday(int year, int month) {
  return static_cast<Day>(
      ch::sys_days{ch::year{year} / month / ch::Sunday[ch::last]}.time_since_epoch().count());
}

}  // namespace

Day day_of(int year, int month, int day) {
  return static_cast<Day>(ch::sys_days{ch::year{year} / month / day}.time_since_epoch().count());
}

int weekday(Day day) { return ((day + 3) % 7 + 7) % 7; }  // 1970-01-01 was a Thursday

int utc_offset(int zone, Day day) {
  const Zone& rule = kZones[zone];
  const int year = year_of(day);
  bool summer = false;
  if (rule.summer == Zone::Summer::europe) {
    summer = day >= last_sunday(year, 3) && day < last_sunday(year, 10);
  } else if (rule.summer == Zone::Summer::america) {
    summer = day >= nth_sunday(year, 3, 2) && day < nth_sunday(year, 11, 1);
  }
  return rule.standard + (summer ? 60 : 0);
}

std::string date_text(Day day) {
  const ch::year_month_day date{ch::sys_days{ch::days{day}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string time_text(int minutes) {
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string days_text(int mask) {
  static constexpr std::array kNames{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  std::string text;
  for (int d = 0; d < 7; ++d) {
    if ((mask >> d & 1) == 0) continue;
    if (!text.empty()) text += ';';
    text += kNames[static_cast<std::size_t>(d)];
  }
  return text;
}

}  // namespace tandem::test::generator
