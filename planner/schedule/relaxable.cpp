#include "planner/schedule/relaxable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/text.hpp"
#include "planner/schedule/day_domains.hpp"
#include "planner/schedule/facts.hpp"

namespace tandem::schedule {
namespace {

std::string hours(std::optional<TimeOfDay> start, std::optional<TimeOfDay> end) {
  if (!start && !end) return {};
  return fmt::format(", {} to {}", text(start.value_or(TimeOfDay{0})),
                     text(end.value_or(TimeOfDay{24 * 60})));
}

// No hours of one's own: fewer than the site's cannot come of it.
constexpr auto any_time = [](auto& row) {
  row.working_days = Weekdays{0x7f};
  row.day_start = TimeOfDay{0};
  row.day_end = TimeOfDay{24 * 60};
};

template <class T>
bool holds(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

class Collector {
 public:
  Collector(const Program& program, const std::vector<const Group*>& groups,
            const std::vector<const Group*>& followers)
      : program_(program) {
    const auto add_to = [](auto& all, const auto* one) {
      if (one && !holds(all, one)) all.push_back(one);
    };
    for (const Group* group : groups) {
      add_to(modules_, group->module);
      sites_.insert(group->site);
      for (const auto id : group->cohorts) add_to(cohorts_, find(program, id));
      for (const Qualification& q : program.qualifications)
        if (q.module == group->module->id && q.level != QualificationLevel::shadow)
          add_to(facilitators_, find(program, q.facilitator));
      if (needs_room(program, group->form))
        for (const Room& room : program.rooms)
          if (usable(room, group->form, group->site)) add_to(rooms_, &room);
      for (const Person* person : group->people) add_to(people_, person);
    }
    for (const Group* group : followers) add_to(modules_, group->module);
    const auto by_code = [](const auto* a, const auto* b) { return a->code < b->code; };
    std::sort(facilitators_.begin(), facilitators_.end(), by_code);
    std::sort(rooms_.begin(), rooms_.end(), by_code);
  }

  std::vector<Relaxable> run() {
    for (const Facilitator* f : facilitators_)
      absences(AbsenceKind::facilitator, f->id.value, f->name,
               fmt::format("free {} on one of these days", f->name));
    for (const Room* room : rooms_)
      absences(AbsenceKind::room, room->id.value, room->code,
               fmt::format("open {} on one of these days", room->code));
    for (const Facilitator* f : facilitators_)
      if (f->person) person_away(program_.people.at(f->person));
    for (const Person* person : people_) person_away(*person);
    blackouts();
    holidays();
    own_dates();
    distances();
    limits();
    working_hours();
    return std::move(out_);
  }

 private:
  void add(RuleKind rule, std::string text, std::string way_out,
           std::function<void(Program&)> take_away) {
    out_.push_back({rule, std::move(text), std::move(way_out), std::move(take_away)});
  }
  template <class T, class Change>
  static std::function<void(Program&)> changed(Id<T> id, Change change) {
    return [id, change](Program& program) {
      T row = *find(program, id);
      change(row);
      table(program, Tag<T>{}).put(std::move(row));
    };
  }

  void absences(AbsenceKind kind, RawId who, const std::string& name, const std::string& way_out) {
    std::vector<RawId> rows;
    for (const Absence& row : program_.absences)
      if (row.kind == kind && row.code.value == who) rows.push_back(row.id.value);
    if (rows.empty()) return;
    add(RuleKind::absence, absences_text(program_, rows, name), way_out, [rows](Program& program) {
      for (const RawId id : rows) program.absences.erase({id});
    });
  }

  void person_away(const Person& person) {
    if (!told_.insert(person.id).second) return;
    absences(AbsenceKind::person, person.id.value, person.name,
             fmt::format("let {} make it up later", person.name));
    for (const Season& row : program_.seasons)
      if (row.person == person.id && row.season == SeasonKind::paused)
        add(RuleKind::season,
            fmt::format("{} takes no seat {}", person.name,
                        row.to ? date_range(row.from, *row.to)
                               : fmt::format("from {} on", words(row.from))),
            fmt::format("let {} make it up later", person.name),
            [id = row.id](Program& program) { program.seasons.erase(id); });
    for (const Arrangement& row : program_.arrangements)
      if (row.person == person.id && row.kind == ArrangementKind::timetable)
        add(RuleKind::timetable,
            fmt::format("{} cannot attend{}", person.name, hours(row.start, row.end)),
            "agree on other hours with them",
            [id = row.id](Program& program) { program.arrangements.erase(id); });
    for (const ProtectedTime& row : program_.protected_times)
      if (row.scope == ProtectedScope::person && row.code.value == person.id.value)
        protect(row, person.name);
    if (person.working_days.bits || person.day_start || person.day_end)
      add(RuleKind::person_time, fmt::format("{} works their own days and hours", person.name),
          "agree on other hours with them", changed(person.id, any_time));
    if (person.hired)
      add(RuleKind::employed,
          fmt::format("{} is employed from {} on", person.name, words(*person.hired)),
          "let them make it up later", changed(person.id, [](Person& p) { p.hired.reset(); }));
    if (person.left)
      add(RuleKind::employed, fmt::format("{} leaves on {}", person.name, words(*person.left)),
          "take their seat back", changed(person.id, [](Person& p) { p.left.reset(); }));
  }

  void protect(const ProtectedTime& row, std::string_view who) {
    add(RuleKind::protected_time,
        fmt::format("{} keeps{} free for thinking", who, hours(row.start, row.end)),
        "move the thinking time",
        [id = row.id](Program& program) { program.protected_times.erase(id); });
  }

  // Units of the people and everything above them.
  std::set<Id<Unit>> units() const {
    std::set<Id<Unit>> out;
    const auto climb = [&](Id<Unit> unit) {
      while (unit && out.insert(unit).second) unit = program_.units.at(unit).parent;
    };
    for (const Person* person : people_) climb(person->unit);
    for (const Facilitator* f : facilitators_)
      if (f->person) climb(program_.people.at(f->person).unit);
    return out;
  }

  void blackouts() {
    std::set<std::pair<BlackoutScope, RawId>> mine{{BlackoutScope::all, 0}};
    for (const auto site : sites_) mine.emplace(BlackoutScope::site, site.value);
    for (const auto* cohort : cohorts_) {
      mine.emplace(BlackoutScope::cohort, cohort->id.value);
      mine.emplace(BlackoutScope::site, cohort->site.value);
    }
    for (const auto unit : units()) mine.emplace(BlackoutScope::unit, unit.value);
    for (const auto* f : facilitators_) mine.emplace(BlackoutScope::facilitator, f->id.value);
    for (const auto* room : rooms_) mine.emplace(BlackoutScope::room, room->id.value);
    for (const Blackout& row : program_.blackouts) {
      const RawId code = row.scope == BlackoutScope::all ? 0 : row.code.value;
      if (!mine.contains({row.scope, code})) continue;
      add(RuleKind::blackout,
          fmt::format("{} is blacked out{}{}", date_range(row.from, row.to),
                      hours(row.start, row.end), row.name.empty() ? "" : ": " + row.name),
          "allow one of these days",
          [id = row.id](Program& program) { program.blackouts.erase(id); });
    }
    for (const ProtectedTime& row : program_.protected_times)
      for (const auto* cohort : cohorts_)
        if (row.scope == ProtectedScope::cohort && row.code.value == cohort->id.value)
          protect(row, cohort->code);
  }

  void holidays() {
    std::set<Id<Site>> sites = sites_;
    for (const auto* cohort : cohorts_) sites.insert(cohort->site);
    for (const auto* f : facilitators_)
      if (!f->sites.empty()) sites.insert(f->sites.front());
    for (const Person* person : people_) sites.insert(person->site);
    for (const Holiday& row : program_.holidays)
      if (sites.contains(row.site))
        add(RuleKind::holiday,
            fmt::format("{} is a holiday at {}{}", words(row.date), code_of(program_, row.site),
                        row.name.empty() ? "" : ": " + row.name),
            "ask those concerned whether they would come",
            [id = row.id](Program& program) { program.holidays.erase(id); });
  }

  void own_dates() {
    for (const auto* cohort : cohorts_) {
      if (cohort->start_from)
        add(RuleKind::start,
            fmt::format("{} starts on {}", cohort->code, words(*cohort->start_from)),
            "start the cohort earlier",
            changed(cohort->id, [](Cohort& c) { c.start_from.reset(); }));
      if (cohort->deadline && cohort->deadline_rule == Rule::hard)
        add(RuleKind::deadline,
            fmt::format("{} ends by {}, its hard deadline", cohort->code, words(*cohort->deadline)),
            "make the deadline soft, or later",
            changed(cohort->id, [](Cohort& c) { c.deadline_rule = Rule::soft; }));
      if (cohort->budget && cohort->budget_rule == Rule::hard)
        add(RuleKind::budget, fmt::format("the budget of {} is hard", cohort->code),
            "raise the budget", changed(cohort->id, [](Cohort& c) { c.budget_rule = Rule::soft; }));
      for (const CohortModule& row : program_.cohort_modules) {
        if (row.cohort != cohort->id) continue;
        const auto module = std::find_if(modules_.begin(), modules_.end(),
                                         [&](const Module* m) { return m->id == row.module; });
        if (module == modules_.end()) continue;
        if (row.not_before)
          add(RuleKind::start,
              fmt::format("{} is not before {} for {}", (*module)->code, words(*row.not_before),
                          cohort->code),
              "allow it earlier", changed(row.id, [](CohortModule& c) { c.not_before.reset(); }));
        if (row.not_after)
          add(RuleKind::not_after,
              fmt::format("{} is not after {} for {}", (*module)->code, words(*row.not_after),
                          cohort->code),
              "allow it later", changed(row.id, [](CohortModule& c) { c.not_after.reset(); }));
      }
    }
    for (const auto* f : facilitators_)
      if (f->until)
        add(RuleKind::facilitator_until,
            fmt::format("{} is available until {}", f->name, words(*f->until)),
            fmt::format("ask {} to stay longer", f->name),
            changed(f->id, [](Facilitator& row) { row.until.reset(); }));
  }

  // Between the modules and what they need, or what needs them.
  void distances() {
    const auto ours = [&](Id<Module> id) {
      return std::any_of(modules_.begin(), modules_.end(),
                         [&](const Module* m) { return m->id == id; });
    };
    for (const Prerequisite& row : program_.prerequisites) {
      if (!ours(row.module) && !ours(row.needs)) continue;
      const auto after = code_of(program_, row.module);
      const auto before = code_of(program_, row.needs);
      if (row.min_days.value_or(0) > 0)
        add(RuleKind::spacing_min,
            fmt::format("{} follows {} by {} or more", after, before, count(*row.min_days, "day")),
            "allow it sooner", changed(row.id, [](Prerequisite& p) { p.min_days = 0; }));
      if (row.max_days)
        add(RuleKind::spacing_max,
            fmt::format("{} follows {} by {} at most", after, before, count(*row.max_days, "day")),
            "allow it later", changed(row.id, [](Prerequisite& p) { p.max_days.reset(); }));
    }
  }

  void limits() {
    for (const auto* cohort : cohorts_) {
      if (cohort->max_minutes_week)
        add(RuleKind::minutes_week,
            fmt::format("{} allows {} a week", cohort->code,
                        count(*cohort->max_minutes_week, "minute")),
            "allow more for one week",
            changed(cohort->id, [](Cohort& c) { c.max_minutes_week.reset(); }));
      if (cohort->max_sessions_day)
        add(RuleKind::sessions_day,
            fmt::format("{} allows {} a day", cohort->code,
                        count(*cohort->max_sessions_day, "session")),
            "allow one more", changed(cohort->id, [](Cohort& c) { c.max_sessions_day.reset(); }));
    }
    for (const auto id : units()) {
      const Unit& unit = program_.units.at(id);
      if (unit.max_away || unit.max_away_percent)
        add(RuleKind::cover,
            fmt::format("{} lets {} away at once", unit.code,
                        unit.max_away ? count(*unit.max_away, "person", "people")
                                      : fmt::format("{} %", *unit.max_away_percent)),
            "find cover for a day", changed(id, [](Unit& u) {
              u.max_away.reset();
              u.max_away_percent.reset();
            }));
    }
    for (const auto* f : facilitators_) {
      if (f->max_days_week)
        add(RuleKind::facilitator_days_week,
            fmt::format("{} works {} a week at most", f->name, count(*f->max_days_week, "day")),
            "ask for one more day",
            changed(f->id, [](Facilitator& row) { row.max_days_week.reset(); }));
      if (f->max_minutes_week)
        add(RuleKind::facilitator_minutes_week,
            fmt::format("{} works {} a week at most", f->name,
                        count(*f->max_minutes_week, "minute")),
            "ask for more hours",
            changed(f->id, [](Facilitator& row) { row.max_minutes_week.reset(); }));
      if (f->max_travel_days)
        add(RuleKind::facilitator_travel,
            fmt::format("{} travels {} running at most", f->name,
                        count(*f->max_travel_days, "day")),
            "ask for one more day",
            changed(f->id, [](Facilitator& row) { row.max_travel_days.reset(); }));
    }
  }

  void working_hours() {
    for (const auto* cohort : cohorts_)
      if (cohort->working_days.bits || cohort->day_start || cohort->day_end)
        add(RuleKind::cohort_time, fmt::format("{} meets on its own days and hours", cohort->code),
            "let it meet at other hours", changed(cohort->id, any_time));
    for (const auto* f : facilitators_)
      if (f->working_days.bits || f->day_start || f->day_end)
        add(RuleKind::facilitator_time, fmt::format("{} works their own days and hours", f->name),
            fmt::format("ask {} for other hours", f->name), changed(f->id, any_time));
  }

  const Program& program_;
  std::set<Id<Site>> sites_;  // of the sessions
  std::vector<const Module*> modules_;
  std::vector<const Cohort*> cohorts_;
  std::vector<const Facilitator*> facilitators_;
  std::vector<const Room*> rooms_;
  std::vector<const Person*> people_;
  std::set<Id<Person>> told_;
  std::vector<Relaxable> out_;
};

}  // namespace

std::vector<Relaxable> relaxable_facts(const Compiled& compiled, int session) {
  const auto groups = [&](Towards towards) {
    std::vector<const Group*> out;
    for (const int s : open_chain(compiled.problem, session, towards))
      out.push_back(&compiled.groups[static_cast<std::size_t>(s)]);
    return out;
  };
  return Collector{compiled.program, groups(Towards::before), groups(Towards::after)}.run();
}

}  // namespace tandem::schedule
