#include "ui/geometry/ticks.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace tandem::geometry {
namespace {

using namespace std::chrono;

constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char*, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

year_month_day date_of(Minute minute) {
  return sys_days{days{static_cast<int>(floor_div(minute, kDay))}};
}

Minute start_of(year_month_day date) { return sys_days{date}.time_since_epoch().count() * kDay; }

int months_of(TickUnit unit) {
  return unit == TickUnit::year ? 12 : unit == TickUnit::quarter ? 3 : 1;
}

int minutes_of(TickUnit unit) {
  switch (unit) {
    case TickUnit::three_hours:
      return 180;
    case TickUnit::hour:
      return 60;
    default:
      return 15;
  }
}

// The start of the unit that holds `minute`.
Minute floor_to(Minute minute, TickUnit unit) {
  const std::int64_t day = floor_div(minute, kDay);
  switch (unit) {
    case TickUnit::year:
    case TickUnit::quarter:
    case TickUnit::month: {
      const year_month_day date = date_of(minute);
      const unsigned month_index = unsigned{date.month()} - 1;
      const auto step = static_cast<unsigned>(months_of(unit));
      return start_of(date.year() / month{month_index / step * step + 1} / 1);
    }
    case TickUnit::week:
      return (day - Fold::weekday(day)) * kDay;
    case TickUnit::day:
      return day * kDay;
    default: {
      const int step = minutes_of(unit);
      return day * kDay + (minute - day * kDay) / step * step;
    }
  }
}

Minute next_after(Minute minute, TickUnit unit, const Fold& fold) {
  switch (unit) {
    case TickUnit::year:
    case TickUnit::quarter:
    case TickUnit::month: {
      const year_month_day date = date_of(minute);
      return start_of(date.year() / date.month() / 1 + months{months_of(unit)});
    }
    case TickUnit::week:
      return minute + 7 * kDay;
    case TickUnit::day: {
      std::int64_t day = floor_div(minute, kDay) + 1;
      while (!fold.shows_day(day)) ++day;
      return day * kDay;
    }
    default: {
      const Minute next = minute + minutes_of(unit);
      const std::int64_t day = floor_div(minute, kDay);
      if (next - day * kDay < fold.day_end()) return next;
      const Minute morning = next_after(day * kDay, TickUnit::day, fold) + fold.day_begin();
      const Minute whole = floor_to(morning, unit);
      return whole == morning ? morning : whole + minutes_of(unit);
    }
  }
}

bool is_strong(Minute minute, TickUnit unit, const Fold& fold) {
  const std::int64_t day = floor_div(minute, kDay);
  switch (unit) {
    case TickUnit::quarter:
    case TickUnit::month:
      return date_of(minute).month() == January;
    case TickUnit::week:
      return date_of(minute).day() <= std::chrono::day{7};
    case TickUnit::day:
      return Fold::weekday(day) == 0;
    case TickUnit::year:
      return false;
    default:
      return minute - day * kDay <= fold.day_begin();
  }
}

// Pixels one unit takes on average.
double room(TickUnit unit, const TimeScale& scale) {
  const double day = scale.pixels_per_day();
  const double week = day * scale.fold().days_a_week();
  const double minute = day / static_cast<double>(scale.fold().day_length());
  switch (unit) {
    case TickUnit::year:
      return week * 52.18;
    case TickUnit::quarter:
      return week * 13.04;
    case TickUnit::month:
      return week * 4.348;
    case TickUnit::week:
      return week;
    case TickUnit::day:
      return day;
    default:
      return minute * minutes_of(unit);
  }
}

struct Wish {
  TickUnit unit;
  double pixels;
};
// Finest first: the room a full label wants, and a short one.
constexpr std::array<Wish, 4> kFull{
    {{TickUnit::day, 88}, {TickUnit::week, 76}, {TickUnit::month, 36}, {TickUnit::year, 0}}};
constexpr std::array<Wish, 7> kShort{{{TickUnit::quarter_hour, 48},
                                      {TickUnit::hour, 48},
                                      {TickUnit::three_hours, 48},
                                      {TickUnit::day, 22},
                                      {TickUnit::week, 26},
                                      {TickUnit::month, 34},
                                      {TickUnit::quarter, 34}}};

constexpr double kWeekdayRoom = 36;

std::string two(unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); }

// "We 14" or "14" for a day, the Monday's "12" for a week, its first month for a quarter.
std::string short_label(Minute minute, TickUnit unit, bool with_weekday) {
  if (unit == TickUnit::quarter) return tick_label(minute, TickUnit::month, false);
  if (unit != TickUnit::day && unit != TickUnit::week) return tick_label(minute, unit, false);
  const std::string day = std::to_string(unsigned{date_of(minute).day()});
  if (!with_weekday) return day;
  const int weekday = Fold::weekday(floor_div(minute, kDay));
  return std::string(kDays[static_cast<std::size_t>(weekday)]).substr(0, 2) + " " + day;
}

}  // namespace

std::string tick_label(Minute minute, TickUnit unit, bool with_year) {
  const year_month_day date = date_of(minute);
  const std::string year_text = std::to_string(static_cast<int>(date.year()));
  const std::string month_text = kMonths[unsigned{date.month()} - 1];
  const std::string day_text = std::to_string(unsigned{date.day()});
  const std::string tail = with_year ? " " + year_text : "";
  switch (unit) {
    case TickUnit::year:
      return year_text;
    case TickUnit::quarter:
      return "Q" + std::to_string((unsigned{date.month()} + 2) / 3) + tail;
    case TickUnit::month:
      return month_text + tail;
    case TickUnit::week:
      return day_text + " " + month_text + tail;
    case TickUnit::day: {
      const int weekday = Fold::weekday(floor_div(minute, kDay));
      return std::string(kDays[static_cast<std::size_t>(weekday)]) + " " + day_text + " " +
             month_text + tail;
    }
    default: {
      const auto within = static_cast<unsigned>(minute - floor_div(minute, kDay) * kDay);
      return two(within / 60) + ":" + two(within % 60);
    }
  }
}

Ticks ticks(const TimeScale& scale, double size, std::pmr::memory_resource* memory) {
  Ticks result{.coarse = std::pmr::vector<Tick>(memory), .fine = std::pmr::vector<Tick>(memory)};
  if (scale.width() <= 0 || scale.view().length() <= 0) return result;
  const auto full = std::find_if(kFull.begin(), kFull.end(), [&](const Wish& wish) {
    return room(wish.unit, scale) >= wish.pixels * size;
  });
  result.unit = full->unit;
  const auto fine = std::find_if(kShort.begin(), kShort.end(), [&](const Wish& wish) {
    return room(wish.unit, scale) >= wish.pixels * size;
  });
  if (fine != kShort.end() && fine->unit > result.unit) result.fine_unit = fine->unit;
  // Days under their month: a week's name above would only say its Monday twice.
  if (result.fine_unit == TickUnit::day) result.unit = TickUnit::month;
  const bool weekdays =
      result.fine_unit == TickUnit::day && room(TickUnit::day, scale) >= kWeekdayRoom * size;

  const Minute first = scale.fold().to_minute(scale.view().begin);
  const Minute last = scale.fold().to_minute(scale.view().end);
  const auto hidden = [&](Minute at, TickUnit unit) {  // an hour of the night
    if (unit <= TickUnit::day) return false;
    const std::int64_t day = floor_div(at, kDay);
    const Minute within = at - day * kDay;
    return !scale.fold().shows_day(day) || within < scale.fold().day_begin() ||
           within >= scale.fold().day_end();
  };
  const auto collect = [&](TickUnit unit, auto label, std::pmr::vector<Tick>& out) {
    for (Minute at = floor_to(first, unit); at <= last; at = next_after(at, unit, scale.fold())) {
      const double x = scale.x(at);
      if (x >= scale.width()) break;
      if (hidden(at, unit)) continue;
      out.push_back({at, x, is_strong(at, unit, scale.fold()), label(at)});
    }
  };
  // The year is said once at the left and wherever it changes, when days or weeks are on the axis.
  bool first_label = true;
  collect(
      result.unit,
      [&](Minute at) {
        const bool january = result.unit == TickUnit::month && date_of(at).month() == January;
        const bool with_year = january && !first_label;
        first_label = false;
        return tick_label(at, result.unit, with_year);
      },
      result.coarse);
  if (result.fine_unit != TickUnit::none) {
    collect(
        result.fine_unit, [&](Minute at) { return short_label(at, result.fine_unit, weekdays); },
        result.fine);
  }
  return result;
}

}  // namespace tandem::geometry
