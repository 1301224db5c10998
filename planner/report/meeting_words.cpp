#include "planner/report/meeting_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"

namespace tandem::report {

std::string day_seen_from(Date date, Date today) {
  const auto year = [](Date d) { return std::chrono::year_month_day{d}.year(); };
  return year(date) == year(today) ? words(date) : words_with_year(date);
}

std::string from_to(TimeOfDay start, TimeOfDay end) {
  return fmt::format("{} to {}", text(start), text(end));
}

std::string clock_words(const std::string& zone) {
  std::string city = zone.substr(zone.rfind('/') + 1);
  std::replace(city.begin(), city.end(), '_', ' ');
  return city + " time";
}

std::string place_words(const Program& program, const Meeting& meeting, const Module& module) {
  const Room* room = meeting.room ? program.rooms.find(meeting.room) : nullptr;
  if (!room) return module.mode == Mode::virtual_live ? "Online" : "Place to be agreed";
  const Site* site = room->site && !room->is_virtual ? program.sites.find(room->site) : nullptr;
  return site ? room->name + ", " + site->name : room->name;
}

std::vector<std::string> names_of(const Program& program, const std::vector<Id<Facilitator>>& ids) {
  std::vector<std::string> out;
  for (const auto id : ids)
    if (const Facilitator* f = program.facilitators.find(id)) out.push_back(f->name);
  return out;
}

namespace {

// "Mon to Fri", "Tue and Thu"; every day: "".
std::string days_words(Weekdays days) {
  std::vector<std::string> named;
  int first = -1;
  int last = -1;
  for (int day = 0; day < 7; ++day) {
    if (!days.has(day)) continue;
    if (first < 0) first = day;
    last = day;
    named.emplace_back(weekday_name(day));
  }
  const int all = static_cast<int>(named.size());
  if (all == 0 || all == 7) return {};
  if (all > 2 && last - first + 1 == all)
    return fmt::format("{} to {}", named.front(), named.back());
  return sentence_list(named);
}

// The text of a timetable arrangement is why somebody is away, and that is theirs.
std::string hours_away(const Arrangement& a) {
  std::string out = "Away";
  if (const std::string days = days_words(a.days); !days.empty()) out += " " + days;
  if (a.start && a.end)
    out += " " + from_to(*a.start, *a.end);
  else if (a.start)
    out += " from " + text(*a.start);
  else if (a.end)
    out += " until " + text(*a.end);
  return out;
}

}  // namespace

std::string arrangement_words(const Arrangement& a) {
  switch (a.kind) {
    case ArrangementKind::step_free:
      return a.text.empty() ? "Step-free rooms" : "Step-free: " + a.text;
    case ArrangementKind::captions:
      return a.text.empty() ? "Captions" : "Captions: " + a.text;
    case ArrangementKind::language:
      return "Language: " + a.text;
    case ArrangementKind::timetable:
      return hours_away(a);
    case ArrangementKind::other:
      break;
  }
  return a.text;
}

}  // namespace tandem::report
