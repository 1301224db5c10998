#include "planner/progress/seat_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "planner/schedule/form.hpp"
#include "planner/schedule/verify.hpp"

namespace tandem {
namespace {

// The Program with no other sessions, meetings and seats than those of a few sessions: a seat in
// one of them is judged there as it is in the whole.
Program slice(const TrainingRecords& records, const std::vector<Id<Session>>& sessions) {
  const Program& program = records.program();
  std::vector<Session> kept;
  std::vector<Meeting> meetings;
  std::vector<Seat> seats;
  for (const Id<Session> id : sessions) {
    kept.push_back(program.sessions.at(id));
    for (const Meeting* m : records.meetings(id)) meetings.push_back(*m);
    for (const Seat* s : records.seats(id)) seats.push_back(*s);
  }
  Program out = program;
  out.sessions = Table<Session>::from(std::move(kept));
  out.meetings = Table<Meeting>::from(std::move(meetings));
  out.seats = Table<Seat>::from(std::move(seats));
  out.attendance = {};
  return out;
}

// The first sentence that the second list has and the first has not.
std::string added(const std::vector<Violation>& before, const std::vector<Violation>& after) {
  for (const Violation& v : after)
    if (std::find(before.begin(), before.end(), v) == before.end()) return v.text;
  return {};
}

}  // namespace

SeatFinder::SeatFinder(const TrainingRecords& records) : records_(records) {
  const Program& program = records.program();
  std::map<Id<Facilitator>, Id<Person>> people;
  for (const Facilitator& f : program.facilitators)
    if (f.person) people.emplace(f.id, f.person);
  for (const Meeting& m : program.meetings) {
    if (program.sessions.at(m.session).status == SessionStatus::cancelled) continue;
    by_day_.emplace(m.date, m.session);
    for (const auto* list : {&m.leads, &m.cofacilitators})
      for (const Id<Facilitator> f : *list)
        if (const auto found = people.find(f); found != people.end())
          run_by_[found->second].push_back(m.session);
  }
}

bool SeatFinder::is_ahead(const Session& session) const {
  if (session.status == SessionStatus::cancelled || session.status == SessionStatus::delivered)
    return false;
  const auto first = records_.span(session.id).first;
  const int freeze = records_.program().workspace().freeze_days.value_or(0);
  return first && *first >= records_.today() + days{freeze};
}

bool SeatFinder::at_own_site(const Person& person, const Session& session) const {
  const Program& program = records_.program();
  for (const Meeting* m : records_.meetings(session.id)) {
    const Room* room = find(program, m->room);
    if (room && !room->is_virtual && room->site != person.site) return false;
  }
  return true;
}

// What a seat in the session can touch: the person's own sessions, as a learner and as a
// facilitator, and everything on its days, for cover and for clashes.
std::vector<Id<Session>> SeatFinder::around(Id<Person> person, const Session& session) const {
  std::set<Id<Session>> out{session.id};
  const Program& program = records_.program();
  for (const Seat* seat : records_.seats(person))
    if (seat->status == SeatStatus::booked &&
        program.sessions.at(seat->session).status != SessionStatus::cancelled)
      out.insert(seat->session);
  if (const auto run = run_by_.find(person); run != run_by_.end())
    out.insert(run->second.begin(), run->second.end());
  for (const Meeting* m : records_.meetings(session.id)) {
    const auto last = by_day_.upper_bound(m->date + days{1});
    for (auto it = by_day_.lower_bound(m->date - days{1}); it != last; ++it) out.insert(it->second);
  }
  return {out.begin(), out.end()};
}

// The row with which somebody sits in a session: their own there, one that waits or was given back,
// or a new one.
Seat SeatFinder::booked(Id<Session> session, Id<Person> person, RawId if_new) const {
  Seat out;
  out.id = Id<Seat>{if_new};
  for (const Seat* s : records_.seats(session))
    if (s->person == person) out.id = s->id;
  out.session = session;
  out.person = person;
  out.status = SeatStatus::booked;
  return out;
}

SeatChoice SeatFinder::choice(Id<Person> person, const Session& session,
                              std::span<const PromisedSeat> promised) const {
  const auto meetings = records_.meetings(session.id);
  const Meeting* first = nullptr;
  for (const Meeting* m : meetings)
    if (!first || std::tie(m->date, m->start) < std::tie(first->date, first->start)) first = m;
  SeatChoice out;
  out.session = session.id;
  out.date = records_.span(session.id).first.value();
  out.where = first ? fmt::format("{} on {}", session.code, words(at(first->date, first->start)))
                    : fmt::format("{} by {}", session.code, words(out.date));
  Program with = slice(records_, around(person, session));
  RawId fresh = std::numeric_limits<RawId>::max();
  for (const PromisedSeat& p : promised)
    if (with.sessions.find(p.session)) with.seats.put(booked(p.session, p.person, fresh--));
  const auto before = verify(with, records_.today());
  with.seats.put(booked(session.id, person, fresh));
  out.refused = added(before, verify(with, records_.today()));
  return out;
}

std::vector<SeatChoice> SeatFinder::choices(Id<Person> person, Id<Module> module,
                                            std::span<const PromisedSeat> promised) const {
  const Program& program = records_.program();
  std::vector<const Session*> sessions;
  for (const Session* s : records_.sessions(module)) {
    if (!is_ahead(*s) || schedule::is_one_to_one(program, *s)) continue;
    const auto seats = records_.seats(s->id);
    if (std::none_of(seats.begin(), seats.end(), [&](const Seat* seat) {
          return seat->person == person && seat->status == SeatStatus::booked;
        }))
      sessions.push_back(s);
  }
  const Person& who = program.people.at(person);
  std::stable_sort(sessions.begin(), sessions.end(), [&](const Session* a, const Session* b) {
    const auto key = [&](const Session* s) {
      return std::tuple{!at_own_site(who, *s), records_.span(s->id).first.value()};
    };
    return key(a) < key(b);
  });
  std::vector<SeatChoice> out;
  for (const Session* s : sessions) out.push_back(choice(person, *s, promised));
  return out;
}

}  // namespace tandem
