#include "planner/report/person_session.hpp"

#include <fmt/format.h>

#include "planner/base/text.hpp"
#include "planner/domain/meeting_place.hpp"
#include "planner/progress/attendance.hpp"

namespace tandem::report {
namespace {

std::string from_to(TimeOfDay start, TimeOfDay end) {
  return fmt::format("{} to {}", text(start), text(end));
}

}  // namespace

std::string clock_words(const std::string& zone) {
  std::string city = zone.substr(zone.rfind('/') + 1);
  std::replace(city.begin(), city.end(), '_', ' ');
  return city + " time";
}

PersonSessions::PersonSessions(const Program& program, Date as_of)
    : program_(program),
      as_of_(as_of),
      seats_(group_by(program.seats, &Seat::person)),
      meetings_(group_by(program.meetings, &Meeting::session)),
      marks_(group_by(program.attendance,
                      [](const Attendance& a) {
                        return std::pair{a.session, a.person};
                      })),
      seasons_(group_by(program.seasons, &Season::person)) {
  for (const Site& site : program.sites)
    if (auto found = Zone::find(site.zone)) zones_.emplace(site.zone, std::move(*found));
}

SessionsOfPerson PersonSessions::of(const Person& person) const {
  using State = PersonSession::State;
  struct Timed {
    std::pair<Date, TimeOfDay> at;
    PersonMeeting meeting;
  };
  std::vector<Timed> ahead;
  SessionsOfPerson out;
  for (const Seat* seat : seats_[person.id]) {
    const Session* session = program_.sessions.find(seat->session);
    if (seat->status != SeatStatus::booked || !session ||
        session->status == SessionStatus::cancelled)
      continue;
    const Module* module = program_.modules.find(session->module);
    if (!module) continue;
    const auto meetings = meetings_[session->id];
    PersonSession told_session{
        module->code, module->title, module->orientation, {}, State::no_date};
    std::optional<Date> last;
    for (const Meeting* m : meetings) {
      told_session.first = told_session.first ? std::min(*told_session.first, m->date) : m->date;
      last = last ? std::max(*last, m->date) : m->date;
    }
    if (!last) told_session.first = last = session->due_to;
    const bool held = session->status == SessionStatus::delivered || (last && *last < as_of_);
    if (held) {
      if (told_session.first && paused(person.id, *told_session.first)) continue;
      told_session.state = state_of(*session, person);
    } else if (last) {
      told_session.state = State::ahead;
      for (const Meeting* m : meetings)
        if (m->date >= as_of_)
          ahead.push_back(
              {{m->date, m->start}, told(*session, *module, *m, meetings.size(), person)});
      if (meetings.empty()) {
        PersonMeeting item;
        item.module = module->code;
        item.title = module->title;
        item.orientation = module->orientation;
        item.date = *last;
        item.planned = session->status == SessionStatus::planned;
        ahead.push_back({{*last, TimeOfDay{1440}}, std::move(item)});
      }
    }
    out.sessions.push_back(std::move(told_session));
  }
  std::stable_sort(ahead.begin(), ahead.end(), [](const Timed& a, const Timed& b) {
    return std::tie(a.at, a.meeting.module) < std::tie(b.at, b.meeting.module);
  });
  for (Timed& t : ahead) out.ahead.push_back(std::move(t.meeting));
  std::stable_sort(out.sessions.begin(), out.sessions.end(), [](const auto& a, const auto& b) {
    const auto key = [](const PersonSession& s) {
      return std::tuple{!s.first, s.first.value_or(Date{}), std::string_view{s.module}};
    };
    return key(a) < key(b);
  });
  return out;
}

bool PersonSessions::paused(Id<Person> person, Date day) const {
  const auto own = seasons_[person];
  return std::any_of(own.begin(), own.end(), [&](const Season* s) {
    return s->season == SeasonKind::paused && s->from <= day && (!s->to || day <= *s->to);
  });
}

PersonSession::State PersonSessions::state_of(const Session& session, const Person& person) const {
  using State = PersonSession::State;
  const auto meetings = meetings_[session.id];
  if (meetings.empty())
    return session.status == SessionStatus::delivered ? State::done : State::not_marked;
  std::vector<MeetingMark> marks;
  const auto own = marks_[{session.id, person.id}];
  for (const Meeting* meeting : meetings) {
    MeetingMark mark{meeting->end.minute - meeting->start.minute, {}, 0};
    for (const Attendance* a : own)
      if (a->meeting == meeting->number) {
        mark.status = a->status;
        mark.minutes = a->minutes.value_or(0);
      }
    marks.push_back(mark);
  }
  switch (seat_state(marks)) {
    case SeatState::completed:
      return State::done;
    case SeatState::to_make_up:
      return State::to_make_up;
    case SeatState::unmarked:
      break;
  }
  return State::not_marked;
}

PersonMeeting PersonSessions::told(const Session& session, const Module& module,
                                   const Meeting& meeting, std::size_t parts,
                                   const Person& person) const {
  PersonMeeting out;
  out.module = module.code;
  out.title = module.title;
  out.orientation = module.orientation;
  if (parts > 1) out.part = fmt::format("part {} of {}", meeting.number, parts);
  out.date = meeting.date;
  out.time = from_to(meeting.start, meeting.end);
  out.planned = session.status == SessionStatus::planned;
  std::vector<std::string> leads;
  for (const auto id : meeting.leads)
    if (const Facilitator* f = program_.facilitators.find(id)) leads.push_back(f->name);
  out.with = sentence_list(leads);

  const Room* room = meeting.room ? program_.rooms.find(meeting.room) : nullptr;
  const Site* host = clock_site(program_, meeting);
  if (room && !room->is_virtual) {
    const Site* site = room->site ? program_.sites.find(room->site) : nullptr;
    out.place = site ? room->name + ", " + site->name : room->name;
    if (host) out.clock = clock_words(host->zone);
    return out;
  }
  if (room)
    out.place = room->name;
  else
    out.place = module.mode == Mode::virtual_live ? "Online" : "Place to be agreed";
  if (!host) return out;
  out.clock = clock_words(host->zone);
  // Who joins from elsewhere reads their own clock, and the host's beside it.
  const Site* home = person.site ? program_.sites.find(person.site) : nullptr;
  const Zone* there = zone(host->zone);
  const Zone* here = home ? zone(home->zone) : nullptr;
  if (!there || !here || home->zone == host->zone) return out;
  const auto local = [&](TimeOfDay time) {
    return here->to_local(there->to_utc(at(meeting.date, time)).utc);
  };
  const LocalMinute begin = local(meeting.start);
  const LocalMinute end = local(meeting.end);
  if (begin == at(meeting.date, meeting.start)) {
    out.clock = clock_words(home->zone);  // two names of one hour
    return out;
  }
  out.other_clock = out.time + " " + out.clock;
  out.date = date_of(begin);
  out.time = from_to(time_of(begin), time_of(end));
  out.clock = clock_words(home->zone);
  return out;
}

const Zone* PersonSessions::zone(const std::string& name) const {
  const auto found = zones_.find(name);
  return found == zones_.end() ? nullptr : &found->second;
}

}  // namespace tandem::report
