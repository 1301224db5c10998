// When a cohort, a person, a facilitator or a room cannot meet, as closed stretches of time each
// with the rule and the row it comes from. compile() cuts calendars out of them; explanations turn
// the same stretches into sentences, so that what is said is what was obeyed. The meeting's zone
// matters: blackout hours and a first cohort's working hours are read in it.
#pragma once

#include <vector>

#include "planner/domain/grouping.hpp"
#include "planner/domain/program.hpp"
#include "planner/schedule/grid.hpp"
#include "planner/schedule/rule.hpp"

namespace tandem::schedule {

struct Closure {
  RuleKind rule{};
  int begin{};  // minutes from the grid's origin, half open
  int end{};
  TableId table{TableId::none};  // the row it comes from
  RawId row{};
};

class Closures {
 public:
  // site_zones: the grid's zone of each site, in the order of the table. All outlive this.
  Closures(const Program& program, const Grid& grid, const std::vector<int>& site_zones);

  std::vector<Closure> of(const Cohort& cohort, int meeting_zone, bool first_cohort) const;
  std::vector<Closure> of(const Person& person, int meeting_zone) const;
  std::vector<Closure> of(const Facilitator& facilitator, int meeting_zone) const;
  std::vector<Closure> of(const Room& room, int meeting_zone) const;

  // Whether of(person) says no more than the holidays of their site: most people, who then share a
  // calendar.
  bool plain(const Person& person) const;

  int zone_of(Id<Site> site, int otherwise) const;

 private:
  struct Hours {
    Weekdays days;
    TimeOfDay start;
    TimeOfDay end;
    RuleKind rule;
    TableId table;
    RawId row;
  };
  void outside(const Hours& hours, int zone, std::vector<Closure>& out) const;
  void day_range(RuleKind rule, int zone, std::optional<Date> from, std::optional<Date> to,
                 TableId table, RawId row, std::vector<Closure>& out) const;
  void daily(RuleKind rule, int zone, std::optional<Date> from, std::optional<Date> to,
             Weekdays days, std::optional<TimeOfDay> start, std::optional<TimeOfDay> end,
             TableId table, RawId row, std::vector<Closure>& out) const;
  void holidays(Id<Site> site, int zone, std::vector<Closure>& out) const;
  void blackouts(BlackoutScope scope, RawId code, int zone, std::vector<Closure>& out) const;
  void unit_blackouts(Id<Unit> unit, int zone, std::vector<Closure>& out) const;
  void protected_hours(ProtectedScope scope, RawId code, int zone, std::vector<Closure>& out) const;
  void absences(AbsenceKind kind, RawId code, int zone, std::vector<Closure>& out) const;
  void employment(const Person& person, int zone, std::vector<Closure>& out) const;
  void clock_changes(int zone, std::vector<Closure>& out) const;

  using Scoped = std::pair<int, RawId>;

  const Program& program_;
  const Grid& grid_;
  Grouping<Id<Site>, Holiday> holidays_;
  Grouping<Scoped, Blackout> blackouts_;
  Grouping<Scoped, ProtectedTime> protected_;
  Grouping<Scoped, Absence> absences_;
  Grouping<Id<Person>, Season> seasons_;
  Grouping<Id<Person>, Arrangement> arrangements_;
  std::vector<std::pair<Id<Site>, int>> zone_by_site_;
};

}  // namespace tandem::schedule
