#include "planner/progress/training_records.hpp"

#include <algorithm>

#include "planner/schedule/selection.hpp"

namespace tandem {
namespace {

std::vector<const Session*> by_code(const Table<Session>& sessions) {
  std::vector<const Session*> out;
  for (const Session& s : sessions)
    if (s.status != SessionStatus::cancelled) out.push_back(&s);
  std::sort(out.begin(), out.end(),
            [](const Session* a, const Session* b) { return a->code < b->code; });
  return out;
}

std::vector<ModulePlan> plan_of(const Program& program, const Cohort& cohort,
                                const std::vector<const Session*>& sessions) {
  std::map<std::string_view, ModulePlan> plan;
  // An over-full choice is told when a plan is made; here the sessions alone speak then.
  if (const auto uses = schedule::modules_in_use(program, cohort))
    for (const auto& use : *uses) plan[use.module->code].module = use.module;
  for (const Session* session : sessions) {
    const Module& module = program.modules.at(session->module);
    ModulePlan& own = plan[module.code];
    own.module = &module;
    own.sessions.push_back(session);
  }
  std::vector<ModulePlan> out;
  for (auto& [code, own] : plan) out.push_back(std::move(own));
  return out;
}

template <class Map, class Key>
const typename Map::mapped_type& find_or_empty(const Map& map, const Key& key) {
  static const typename Map::mapped_type kEmpty{};
  const auto it = map.find(key);
  return it == map.end() ? kEmpty : it->second;
}

}  // namespace

TrainingRecords::TrainingRecords(const Program& program, Date today)
    : program_(program),
      today_(today),
      meetings_(group_by(program.meetings, &Meeting::session)),
      seats_(group_by(program.seats, &Seat::session)),
      own_seats_(group_by(program.seats, &Seat::person)),
      marks_(group_by(program.attendance,
                      [](const Attendance& a) {
                        return std::pair{a.session, a.person};
                      })),
      seasons_(group_by(program.seasons, &Season::person)),
      members_(group_by(program.members, &Member::cohort)),
      memberships_(group_by(program.members, &Member::person)),
      actions_(group_by(program.actions, &Action::person)) {
  for (const Session* s : by_code(program.sessions)) {
    SessionSpan span;
    for (const Meeting* m : meetings_[s->id]) {
      span.first = span.first ? std::min(*span.first, m->date) : m->date;
      span.last = span.last ? std::max(*span.last, m->date) : m->date;
    }
    if (!span.first) span.first = span.last = s->due_to;
    span.held = s->status == SessionStatus::delivered || (span.last && *span.last < today);
    spans_.emplace(s->id, span);
    for (const Id<Cohort> cohort : s->cohorts) cohort_sessions_[cohort].push_back(s);
    module_sessions_[s->module].push_back(s);
  }
  for (const Cohort& cohort : program.cohorts)
    plans_.emplace(cohort.id, plan_of(program, cohort, sessions(cohort.id)));
}

std::optional<TrainingRecords::Pause> TrainingRecords::pause(Id<Person> person, Date day) const {
  const auto own = seasons_[person];
  std::optional<Pause> found;
  for (bool grown = true; grown;) {
    grown = false;
    const Date reach = found ? *found->to + days{1} : day;
    for (const Season* s : own) {
      if (s->season != SeasonKind::paused || s->from > reach || (s->to && *s->to < reach)) continue;
      found = Pause{s->to};
      if (!s->to) return found;
      grown = true;
      break;
    }
  }
  return found;
}

const SessionSpan& TrainingRecords::span(Id<Session> session) const {
  return find_or_empty(spans_, session);
}

const std::vector<const Session*>& TrainingRecords::sessions(Id<Cohort> cohort) const {
  return find_or_empty(cohort_sessions_, cohort);
}

const std::vector<const Session*>& TrainingRecords::sessions(Id<Module> module) const {
  return find_or_empty(module_sessions_, module);
}

const std::vector<ModulePlan>& TrainingRecords::plan(Id<Cohort> cohort) const {
  return find_or_empty(plans_, cohort);
}

SeatRecord TrainingRecords::seat(const Session& session, Id<Person> person) const {
  SeatRecord out;
  out.session = &session;
  out.span = span(session.id);
  const auto meetings = meetings_[session.id];
  if (meetings.empty()) {
    // Nobody is marked at an item without meetings: it is done when it is marked delivered.
    out.minutes = program_.modules.at(session.module).minutes;
    if (session.status == SessionStatus::delivered) {
      out.state = SeatState::completed;
      out.attended = out.minutes;
    }
    return out;
  }
  const auto own = marks_[{session.id, person}];
  std::vector<MeetingMark> marks;
  for (const Meeting* meeting : meetings) {
    MeetingMark mark{meeting->end.minute - meeting->start.minute, {}, 0};
    for (const Attendance* a : own)
      if (a->meeting == meeting->number) {
        mark.status = a->status;
        mark.minutes = a->minutes.value_or(0);
      }
    out.minutes += mark.meeting_minutes;
    if (mark.status || out.span.held) {
      const std::int64_t here = attendance(std::span{&mark, 1}).part;
      const std::int64_t rest = mark.meeting_minutes - here;
      const bool pause = rest > 0 && paused(person, meeting->date);
      out.attended += here;
      if (pause && here > 0)
        mark = {static_cast<int>(here), AttendanceStatus::full, 0};
      else if (pause)
        mark.status = AttendanceStatus::excused;
      if (pause || mark.status == AttendanceStatus::excused)
        out.excused += rest;
      else if (mark.status)
        out.missed += rest;
    }
    marks.push_back(mark);
  }
  if (out.span.held) out.state = seat_state(marks);
  return out;
}

std::vector<SeatRecord> TrainingRecords::booked(Id<Person> person) const {
  std::vector<SeatRecord> out;
  for (const Seat* s : own_seats_[person]) {
    if (s->status != SeatStatus::booked) continue;
    const Session& session = program_.sessions.at(s->session);
    if (session.status == SessionStatus::cancelled) continue;
    out.push_back(seat(session, person));
  }
  std::sort(out.begin(), out.end(), [](const SeatRecord& a, const SeatRecord& b) {
    return a.session->code < b.session->code;
  });
  return out;
}

}  // namespace tandem
