// Calendar: working time, holidays, blackouts, absences, pauses, employment and thinking time of
// everybody and everything a meeting needs.
//
// Readings where the text leaves room: holidays, absences, pauses and dates of employment are dates
// in the meeting's zone, like all dates that the text does not give another. The first cohort's
// window is read in the meeting's zone, a further cohort's in its own. A virtual room keeps its own
// blackouts and recorded absences. Items without meetings occupy nobody: only a pause on their due
// date, which counts as a meeting's, binds them.
// A person's thinking time is not booked over for facilitating either; a cohort's binds its own
// sessions.
#include <algorithm>

#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

class Calendar {
 public:
  Calendar(const Plan& plan, Findings& findings);

  void judge(const PlanMeeting& meeting) const;
  void judge_item(const PlanSession& session) const;

 private:
  template <class Row>
  using ByTarget = std::map<std::pair<int, RawId>, std::vector<const Row*>>;

  template <class Row>
  static std::span<const Row* const> rows_of(const ByTarget<Row>& rows, auto scope, RawId id) {
    const auto found = rows.find({static_cast<int>(scope), id});
    return found == rows.end() ? std::span<const Row* const>{} : std::span{found->second};
  }

  void judge_cohort(const PlanMeeting& meeting, const Cohort& cohort) const;
  void judge_room(const PlanMeeting& meeting) const;
  void judge_facilitator(const PlanMeeting& meeting, const Facilitator& facilitator) const;
  void judge_learner(const PlanMeeting& meeting, const Person& person) const;
  // What binds a person both as a learner and as a facilitator.
  void judge_anyone(const PlanMeeting& meeting, const Person& person) const;
  void blackouts(const PlanMeeting& meeting, BlackoutScope scope, RawId id, const std::string& code,
                 const std::string& whose) const;
  const Holiday* holiday(const PlanMeeting& meeting, Id<Site> site) const;
  std::optional<std::pair<Date, Date>> away(AbsenceKind kind, RawId id,
                                            const PlanMeeting& meeting) const;
  const Zone& zone_of(const Person& person, const PlanMeeting& meeting) const {
    const Zone* own = plan_.zone(person.site);
    return own ? *own : *meeting.zone;
  }

  const Plan& plan_;
  Findings& findings_;
  Grouping<Id<Site>, Holiday> holidays_;
  Grouping<Id<Person>, Arrangement> arrangements_;
  Grouping<Id<Person>, Season> seasons_;
  ByTarget<Blackout> blackouts_;
  ByTarget<Absence> absences_;
  ByTarget<ProtectedTime> protected_;
};

Calendar::Calendar(const Plan& plan, Findings& findings)
    : plan_(plan),
      findings_(findings),
      holidays_(plan.program().holidays, &Holiday::site),
      arrangements_(plan.program().arrangements, &Arrangement::person),
      seasons_(plan.program().seasons, &Season::person) {
  for (const auto& row : plan.program().blackouts)
    blackouts_[{static_cast<int>(row.scope), row.code.value}].push_back(&row);
  for (const auto& row : plan.program().absences)
    absences_[{static_cast<int>(row.kind), row.code.value}].push_back(&row);
  for (const auto& row : plan.program().protected_times)
    protected_[{static_cast<int>(row.scope), row.code.value}].push_back(&row);
}

const Holiday* Calendar::holiday(const PlanMeeting& meeting, Id<Site> site) const {
  for (const Holiday* day : holidays_[site])
    if (touches(meeting.local, day->date, day->date)) return day;
  return nullptr;
}

std::optional<std::pair<Date, Date>> Calendar::away(AbsenceKind kind, RawId id,
                                                    const PlanMeeting& meeting) const {
  for (const Absence* row : rows_of(absences_, kind, id))
    if (touches(meeting.local, row->from, row->to)) return std::pair{row->from, row->to};
  return std::nullopt;
}

std::string stretch(std::pair<Date, Date> dates) {
  if (dates.first == dates.second) return "on " + words(dates.first);
  return "from " + words(dates.first) + " to " + words(dates.second);
}

std::string named(const Holiday& day) {
  return words(day.date) + (day.name.empty() ? "" : " (" + day.name + ")");
}

void Calendar::blackouts(const PlanMeeting& meeting, BlackoutScope scope, RawId id,
                         const std::string& code, const std::string& whose) const {
  for (const Blackout* row : rows_of(blackouts_, scope, id)) {
    if (!touches(meeting.local, row->from, row->to, row->start, row->end)) continue;
    findings_.add(RuleKind::blackout, meeting.session->code, {code},
                  meeting.when() + " falls into a blackout of " + whose +
                      (row->name.empty() ? "" : ", " + row->name) + ", " +
                      stretch({row->from, row->to}) + ".");
  }
}

void Calendar::judge_cohort(const PlanMeeting& meeting, const Cohort& cohort) const {
  const std::string& session = meeting.session->code;
  const bool first = &cohort == meeting.session->cohorts.front();
  const Site& site = *plan_.site(cohort.site);
  const Span span = first ? meeting.local : meeting.in(*plan_.zone(&site));
  const Weekdays on = cohort.working_days.bits ? cohort.working_days : site.working_days;
  const auto start = cohort.day_start ? cohort.day_start : site.day_start;
  const auto end = cohort.day_end ? cohort.day_end : site.day_end;
  if (!inside(span, on, start, end))
    findings_.add(RuleKind::cohort_time, session, {cohort.code},
                  meeting.when() + " is outside the working time of cohort " + cohort.code + ".");
  if (const Holiday* day = holiday(meeting, cohort.site))
    findings_.add(RuleKind::holiday, session, {cohort.code, site.code},
                  named(*day) + " is a holiday in " + site.name + ", the site of cohort " +
                      cohort.code + ".");
  blackouts(meeting, BlackoutScope::cohort, cohort.id.value, cohort.code, "cohort " + cohort.code);
  blackouts(meeting, BlackoutScope::site, site.id.value, site.code, "site " + site.name);
  for (const ProtectedTime* row : rows_of(protected_, ProtectedScope::cohort, cohort.id.value))
    if (touches(span, row->from, row->to, row->start, row->end, row->weekday))
      findings_.add(RuleKind::protected_time, session, {cohort.code},
                    meeting.when() + " falls into the thinking time of cohort " + cohort.code +
                        ", " + text(row->start) + "-" + text(row->end) + ".");
}

void Calendar::judge_room(const PlanMeeting& meeting) const {
  const Room& room = *meeting.room;
  const std::string& session = meeting.session->code;
  blackouts(meeting, BlackoutScope::room, room.id.value, room.code, "room " + room.name);
  if (const auto dates = away(AbsenceKind::room, room.id.value, meeting))
    findings_.add(RuleKind::absence, session, {room.code},
                  "Room " + room.name + " is closed " + stretch(*dates) + ".");
  const Site* site = room.is_virtual ? nullptr : plan_.site(room.site);
  if (!site) return;
  // Past midnight no window holds; `midnight` and `cohort_time` say so once for all.
  if (!meeting.crosses_midnight &&
      !inside(meeting.local, site->working_days, site->day_start, site->day_end))
    findings_.add(RuleKind::room_time, session, {room.code, site->code},
                  meeting.when() + " is outside the working time of room " + room.name + ".");
  if (const Holiday* day = holiday(meeting, site->id))
    findings_.add(
        RuleKind::holiday, session, {room.code, site->code},
        named(*day) + " is a holiday in " + site->name + ", where room " + room.name + " is.");
  blackouts(meeting, BlackoutScope::site, site->id.value, site->code, "site " + site->name);
}

void Calendar::judge_facilitator(const PlanMeeting& meeting, const Facilitator& facilitator) const {
  const std::string& session = meeting.session->code;
  const std::string& name = facilitator.name;
  const Site* home = facilitator.sites.empty() ? nullptr : plan_.site(facilitator.sites.front());
  const Zone* own = plan_.zone(home);
  const Span span = own ? meeting.in(*own) : meeting.local;
  Weekdays on = facilitator.working_days;
  auto start = facilitator.day_start;
  auto end = facilitator.day_end;
  if (home) {
    if (on.bits == 0) on = home->working_days;
    if (!start) start = home->day_start;
    if (!end) end = home->day_end;
    if (const Holiday* day = holiday(meeting, home->id))
      findings_.add(RuleKind::holiday, session, {facilitator.code, home->code},
                    named(*day) + " is a holiday in " + home->name + ", the home of " + name + ".");
  }
  if (!meeting.crosses_midnight && !inside(span, on, start, end))
    findings_.add(RuleKind::facilitator_time, session, {facilitator.code},
                  meeting.when() + " is outside the working time of " + name + ".");
  blackouts(meeting, BlackoutScope::facilitator, facilitator.id.value, facilitator.code, name);
  if (const auto dates = away(AbsenceKind::facilitator, facilitator.id.value, meeting))
    findings_.add(RuleKind::absence, session, {facilitator.code},
                  name + " is away " + stretch(*dates) + ".");
  if (const Person* person = plan_.program().people.find(facilitator.person))
    judge_anyone(meeting, *person);
}

void Calendar::judge_anyone(const PlanMeeting& meeting, const Person& person) const {
  const std::string& session = meeting.session->code;
  const Span span = meeting.in(zone_of(person, meeting));
  const Program& program = plan_.program();
  std::size_t steps = 0;
  for (const Unit* unit = program.units.find(person.unit); unit && steps <= program.units.size();
       unit = program.units.find(unit->parent), ++steps) {
    for (const Blackout* row : rows_of(blackouts_, BlackoutScope::unit, unit->id.value))
      if (touches(meeting.local, row->from, row->to, row->start, row->end) &&
          !findings_.waived(RuleKind::blackout, session, {unit->code}))
        findings_.add_person(RuleKind::blackout, session, person.number, person.name,
                             meeting.when() + " falls into a blackout of unit " + unit->name +
                                 (row->name.empty() ? "" : ", " + row->name) + ", for ",
                             ".");
  }
  if (const auto dates = away(AbsenceKind::person, person.id.value, meeting))
    findings_.add_person(RuleKind::absence, session, person.number, person.name, "",
                         " cannot come: away " + stretch(*dates) + ".");
  for (const ProtectedTime* row : rows_of(protected_, ProtectedScope::person, person.id.value))
    if (touches(span, row->from, row->to, row->start, row->end, row->weekday))
      findings_.add_person(RuleKind::protected_time, session, person.number, person.name,
                           meeting.when() + " falls into the thinking time of ", ".");
}

void Calendar::judge_learner(const PlanMeeting& meeting, const Person& person) const {
  const std::string& session = meeting.session->code;
  const auto tell = [&](RuleKind rule, const std::string& before, const std::string& after) {
    findings_.add_person(rule, session, person.number, person.name, before, after);
  };
  judge_anyone(meeting, person);
  const Span span = meeting.in(zone_of(person, meeting));
  if (!meeting.crosses_midnight &&
      !inside(span, person.working_days, person.day_start, person.day_end))
    tell(RuleKind::person_time, meeting.when() + " is outside the working time of ", ".");
  for (const Arrangement* row : arrangements_[person.id])
    if (row->kind == ArrangementKind::timetable &&
        touches(span, {}, {}, row->start, row->end, row->days))
      tell(RuleKind::timetable, meeting.when() + " is in the hours kept free by ", ".");
  if (const Holiday* day = person.site ? holiday(meeting, person.site) : nullptr;
      day && !findings_.waived(RuleKind::holiday, session, {code_of(plan_.program(), person.site)}))
    tell(RuleKind::holiday,
         named(*day) + " is a holiday in " + plan_.site(person.site)->name + ", the home of ", ".");
  for (const Season* row : seasons_[person.id])
    if (row->season == SeasonKind::paused && touches(meeting.local, row->from, row->to))
      tell(RuleKind::season, meeting.when() + " is inside the pause of ", ".");
  if ((person.hired && meeting.date < *person.hired) ||
      (person.left && meeting.local.end > at(*person.left, TimeOfDay{24 * 60})))
    tell(RuleKind::employed, "On " + words(meeting.date) + " ", " does not work here.");
}

void Calendar::judge(const PlanMeeting& meeting) const {
  blackouts(meeting, BlackoutScope::all, 0, "all", "everybody");
  for (const Cohort* cohort : meeting.session->cohorts) judge_cohort(meeting, *cohort);
  if (meeting.room) judge_room(meeting);
  for (const Facilitator* facilitator : meeting.leads) judge_facilitator(meeting, *facilitator);
  for (const Facilitator* facilitator : meeting.cofacilitators)
    judge_facilitator(meeting, *facilitator);
  for (const Person* person : meeting.session->seats) judge_learner(meeting, *person);
}

void Calendar::judge_item(const PlanSession& session) const {
  for (const Person* person : session.seats)
    for (const Season* row : seasons_[person->id])
      if (row->season == SeasonKind::paused && row->from <= *session.due_to &&
          (!row->to || *session.due_to <= *row->to))
        findings_.add_person(RuleKind::season, session.code, person->number, person->name,
                             "Due on " + words(*session.due_to) + ", inside the pause of ", ".");
}

}  // namespace

void judge_calendar(const Plan& plan, Findings& findings) {
  const Calendar calendar{plan, findings};
  for (const PlanMeeting* meeting : plan.meetings())
    if (meeting->session->judged()) calendar.judge(*meeting);
  for (const PlanSession& session : plan.sessions())
    if (session.judged() && session.is_item() && session.due_to) calendar.judge_item(session);
}

}  // namespace tandem::judge
