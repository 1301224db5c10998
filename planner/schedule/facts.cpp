#include "planner/schedule/facts.hpp"

#include <fmt/format.h>

#include "planner/base/text.hpp"

namespace tandem::schedule {
namespace {

std::string hours(std::optional<TimeOfDay> start, std::optional<TimeOfDay> end) {
  return fmt::format("{} to {}", text(start.value_or(TimeOfDay{0})),
                     text(end.value_or(TimeOfDay{24 * 60})));
}

std::string days_of_week(Weekdays days) {
  std::vector<std::string> names;
  for (int d = 0; d < 7; ++d)
    if (days.has(d)) names.emplace_back(weekday_name(d));
  return names.size() == 7 ? "every day" : sentence_list(names);
}

template <class T>
const T& row_of(const Program& program, const Closure& closure) {
  return table(program, Tag<T>{}).at(Id<T>{closure.row});
}

std::string working(std::string_view who, Weekdays days, std::optional<TimeOfDay> start,
                    std::optional<TimeOfDay> end) {
  return fmt::format("{} is available {}, {}", who, days_of_week(days), hours(start, end));
}

// A row's own days and hours with those of its site where its cells are empty.
template <class T>
std::string own_or_site(const Program& program, std::string_view who, const T& row, Id<Site> id) {
  const Site* site = id ? find(program, id) : nullptr;
  return working(who, row.working_days.bits || !site ? row.working_days : site->working_days,
                 row.day_start || !site ? row.day_start : site->day_start,
                 row.day_end || !site ? row.day_end : site->day_end);
}

}  // namespace

Reason reason(RuleKind rule, std::string text) {
  return {std::string{word(rule)}, std::move(text)};
}

std::string date_range(Date from, Date to) {
  return from == to ? words(from) : fmt::format("{} to {}", words(from), words(to));
}

std::string stays_because(const Group& group) {
  if (group.delivered()) return "it has been held";
  if (group.cancelled()) return "it is cancelled";
  if (group.existing->pinned) return "it is pinned";
  return "it is published and begins within the days that stay as they are";
}

std::string people_count(int n) { return count(n, "person", "people"); }

std::string absences_text(const Program& program, const std::vector<RawId>& rows,
                          const std::string& who) {
  std::vector<std::string> ranges;
  for (const RawId id : rows) {
    const Absence& row = program.absences.at({id});
    ranges.push_back(date_range(row.from, row.to));
  }
  return fmt::format("{} is not available {}", who, sentence_list(ranges));
}

std::string closure_text(const Program& program, const Closure& closure, const std::string& who) {
  switch (closure.table) {
    case TableId::absences:
      return absences_text(program, {closure.row}, who);
    case TableId::seasons: {
      const auto& row = row_of<Season>(program, closure);
      return row.to ? fmt::format("{} takes no seat {}", who, date_range(row.from, *row.to))
                    : fmt::format("{} takes no seat from {} on", who, words(row.from));
    }
    case TableId::holidays: {
      const auto& row = row_of<Holiday>(program, closure);
      return fmt::format("{} is a holiday at {}{}", words(row.date), code_of(program, row.site),
                         row.name.empty() ? "" : ": " + row.name);
    }
    case TableId::blackouts: {
      const auto& row = row_of<Blackout>(program, closure);
      return fmt::format("{} blacked out for {}{}{}", date_range(row.from, row.to), who,
                         row.start || row.end ? ", " + hours(row.start, row.end) : "",
                         row.name.empty() ? "" : ": " + row.name);
    }
    case TableId::protected_times: {
      const auto& row = row_of<ProtectedTime>(program, closure);
      return fmt::format("{} keeps {} {} for thinking", who, days_of_week(row.weekday),
                         hours(row.start, row.end));
    }
    case TableId::arrangements: {
      const auto& row = row_of<Arrangement>(program, closure);
      return fmt::format("{} cannot attend {}, {}", who,
                         days_of_week(row.days.bits ? row.days : Weekdays{0x7f}),
                         hours(row.start, row.end));
    }
    case TableId::people: {
      const auto& row = row_of<Person>(program, closure);
      if (closure.rule == RuleKind::person_time)
        return working(who, row.working_days.bits ? row.working_days : Weekdays{0x7f},
                       row.day_start, row.day_end);
      return closure.begin <= 0 ? fmt::format("{} is employed from {} on", who, words(*row.hired))
                                : fmt::format("{} leaves on {}", who, words(*row.left));
    }
    case TableId::cohorts: {
      const auto& row = row_of<Cohort>(program, closure);
      return own_or_site(program, who, row, row.site);
    }
    case TableId::facilitators: {
      const auto& row = row_of<Facilitator>(program, closure);
      if (closure.rule == RuleKind::facilitator_until)
        return fmt::format("{} is available until {}", who, words(*row.until));
      return own_or_site(program, who, row, row.sites.empty() ? Id<Site>{} : row.sites.front());
    }
    case TableId::rooms: {
      const Site& site = program.sites.at(row_of<Room>(program, closure).site);
      return working(who, site.working_days, site.day_start, site.day_end);
    }
    default:
      return fmt::format("the clocks change for {}", who);
  }
}

}  // namespace tandem::schedule
