#include "planner/base/date.hpp"

#include <fmt/format.h>

#include <array>

namespace tandem {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::chrono::year_month_day civil(Date date) {
  return std::chrono::year_month_day{std::chrono::sys_days{date.time_since_epoch()}};
}

}  // namespace

Date make_date(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                        std::chrono::day{day}};
  return Date{std::chrono::sys_days{ymd}.time_since_epoch()};
}

Date months_before(Date date, int months) {
  auto ymd = civil(date) - std::chrono::months{months};
  if (!ymd.ok()) ymd = ymd.year() / ymd.month() / std::chrono::last;
  return Date{std::chrono::sys_days{ymd}.time_since_epoch()};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1900 || *year > 2199) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{*year},
                                        std::chrono::month{static_cast<unsigned>(*month)},
                                        std::chrono::day{static_cast<unsigned>(*day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date{std::chrono::sys_days{ymd}.time_since_epoch()};
}

std::optional<TimeOfDay> parse_time(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = digits(text.substr(0, 2));
  const auto minute = digits(text.substr(3, 2));
  if (!hour || !minute || *minute > 59) return std::nullopt;
  const int total = *hour * 60 + *minute;
  if (total > 24 * 60) return std::nullopt;
  return TimeOfDay{total};
}

std::string text(Date date) {
  const auto ymd = civil(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

std::string text(TimeOfDay time) {
  return fmt::format("{:02}:{:02}", time.minute / 60, time.minute % 60);
}

std::string text(std::chrono::sys_seconds utc) {
  const auto day = std::chrono::floor<days>(utc);
  const std::chrono::hh_mm_ss time{utc - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", text(Date{day.time_since_epoch()}),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string_view weekday_name(int weekday) { return kWeekdays.at(static_cast<std::size_t>(weekday)); }
std::string_view month_name(unsigned month) { return kMonths.at(month - 1); }

std::string words(Date date) {
  const auto ymd = civil(date);
  return fmt::format("{} {} {}", weekday_name(weekday(date)), static_cast<unsigned>(ymd.day()),
                     month_name(static_cast<unsigned>(ymd.month())));
}

std::string words_with_year(Date date) {
  return fmt::format("{} {}", words(date), static_cast<int>(civil(date).year()));
}

std::string words(LocalMinute local) { return words(date_of(local)) + " " + text(time_of(local)); }

std::string duration_words(int total) {
  if (total < 60) return fmt::format("{} min", total);
  if (total % 60 == 0) return fmt::format("{} h", total / 60);
  return fmt::format("{} h {:02}", total / 60, total % 60);
}

}  // namespace tandem
