#include "planner/progress/cohort_progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "planner/base/text.hpp"
#include "planner/domain/grouping.hpp"

namespace tandem {
namespace {

// What all cohorts share, gathered once.
struct Facts {
  explicit Facts(const Program& p)
      : program(p),
        meetings(group_by(p.meetings, &Meeting::session)),
        seats(group_by(p.seats, &Seat::session)),
        marks(group_by(p.attendance, [](const Attendance& a) { return std::pair{a.session, a.person}; })),
        seasons(group_by(p.seasons, &Season::person)),
        members(group_by(p.members, &Member::cohort)) {
    for (const Session& s : p.sessions)
      for (const Id<Cohort> cohort : s.cohorts) sessions[cohort].push_back(&s);
  }

  bool paused(Id<Person> person, Date day) const {
    const auto own = seasons[person];
    return std::any_of(own.begin(), own.end(), [&](const Season* s) {
      return s->season == SeasonKind::paused && s->from <= day && (!s->to || day <= *s->to);
    });
  }

  const Program& program;
  Grouping<Id<Session>, Meeting> meetings;
  Grouping<Id<Session>, Seat> seats;
  Grouping<std::pair<Id<Session>, Id<Person>>, Attendance> marks;
  Grouping<Id<Person>, Season> seasons;
  Grouping<Id<Cohort>, Member> members;
  std::map<Id<Cohort>, std::vector<const Session*>> sessions;
};

std::vector<MeetingMark> marks_of(const Facts& facts, Id<Session> session, Id<Person> person) {
  std::vector<MeetingMark> out;
  const auto own = facts.marks[{session, person}];
  for (const Meeting* meeting : facts.meetings[session]) {
    MeetingMark mark{meeting->end.minute - meeting->start.minute, {}, 0};
    for (const Attendance* a : own)
      if (a->meeting == meeting->number) {
        mark.status = a->status;
        mark.minutes = a->minutes.value_or(0);
      }
    out.push_back(mark);
  }
  return out;
}

SessionProgress session_progress(const Facts& facts, const Session& session,
                                 const std::vector<Id<Person>>& people, Date today, Ratio& minutes) {
  SessionProgress out;
  out.session = session.id;
  for (const Meeting* m : facts.meetings[session.id]) {
    out.first = out.first ? std::min(*out.first, m->date) : m->date;
    out.last = out.last ? std::max(*out.last, m->date) : m->date;
  }
  if (!out.first) out.first = out.last = session.due_to;
  out.held = session.status == SessionStatus::delivered || (out.last && *out.last < today);
  const bool joint = session.cohorts.size() > 1;
  for (const Seat* seat : facts.seats[session.id]) {
    if (seat->status != SeatStatus::booked) continue;
    // Of a joint session, each cohort counts its own people.
    if (joint && !std::binary_search(people.begin(), people.end(), seat->person)) continue;
    if (out.first && facts.paused(seat->person, *out.first)) continue;
    ++out.seats;
    const auto marks = marks_of(facts, session.id, seat->person);
    if (!out.held || marks.empty()) continue;
    minutes = minutes + attendance(marks);
    switch (seat_state(marks)) {
      case SeatState::completed: ++out.completed; break;
      case SeatState::unmarked: ++out.unmarked; break;
      case SeatState::to_make_up: ++out.to_make_up; break;
    }
  }
  return out;
}

std::string module_code(const Program& program, Id<Session> session) {
  return std::string{code_of(program, program.sessions.at(session).module)};
}

void find_needs(const Facts& facts, CohortProgress& out, Date today) {
  const Program& program = facts.program;
  for (const SessionProgress& s : out.sessions) {
    const Session& session = program.sessions.at(s.session);
    if (!s.first && session.status != SessionStatus::cancelled)
      out.needs.push_back(fmt::format("{} has no date yet", session.code));
    if (s.held && s.unmarked > 0)
      out.needs.push_back(fmt::format("{} of {} has no marks for {}", session.code, words(*s.last),
                                      count(s.unmarked, "person", "people")));
    if (s.to_make_up > 0)
      out.needs.push_back(fmt::format("{} {} {} to make up", count(s.to_make_up, "person", "people"),
                                      s.to_make_up == 1 ? "has" : "have",
                                      module_code(program, s.session)));
  }
  const Cohort& cohort = program.cohorts.at(out.cohort);
  if (cohort.deadline && out.finish && *out.finish > *cohort.deadline)
    out.needs.push_back(fmt::format("the plan ends {}, {} after the deadline",
                                    words(*out.finish),
                                    count((*out.finish - *cohort.deadline).count(), "day")));
  if (cohort.deadline && *cohort.deadline < today && out.held < static_cast<int>(out.sessions.size()))
    out.health = Health::late;
}

void sum_up(const Facts& facts, CohortProgress& out, Date today) {
  const Program& program = facts.program;
  for (const SessionProgress& s : out.sessions) {
    if (s.first) ++out.placed;
    if (s.last) out.finish = out.finish ? std::max(*out.finish, *s.last) : *s.last;
    if (s.held) {
      ++out.held;
      out.seats = out.seats + Ratio{s.completed, s.completed + s.unmarked + s.to_make_up};
    } else if (s.first && *s.first >= today && !out.next) {
      out.next = s.session;
    }
  }
  find_needs(facts, out, today);
  if (out.health != Health::late && !out.needs.empty()) out.health = Health::needs_a_look;
  out.headline = fmt::format("{}: {} of {} held", word(out.health), out.held,
                             count(static_cast<std::int64_t>(out.sessions.size()), "session"));
  if (out.next) {
    const auto next = std::find_if(out.sessions.begin(), out.sessions.end(),
                                   [&](const auto& s) { return s.session == *out.next; });
    out.headline += fmt::format(", next {} on {}", module_code(program, *out.next),
                                words(*next->first));
  }
}

}  // namespace

std::vector<CohortProgress> cohort_progress(const Program& program, Date today) {
  const Facts facts{program};
  std::vector<const Cohort*> cohorts;
  for (const Cohort& cohort : program.cohorts) cohorts.push_back(&cohort);
  std::sort(cohorts.begin(), cohorts.end(),
            [](const Cohort* a, const Cohort* b) { return a->code < b->code; });
  std::vector<CohortProgress> all;
  for (const Cohort* cohort : cohorts) {
    CohortProgress out;
    out.cohort = cohort->id;
    std::vector<Id<Person>> people;
    for (const Member* m : facts.members[cohort->id]) {
      if (m->status == MemberStatus::enrolled || m->status == MemberStatus::completed)
        people.push_back(m->person);
      if (m->status != MemberStatus::enrolled) continue;
      ++out.members;
      if (facts.paused(m->person, today)) ++out.paused;
    }
    std::sort(people.begin(), people.end());
    if (const auto own = facts.sessions.find(cohort->id); own != facts.sessions.end())
      for (const Session* session : own->second)
        if (session->status != SessionStatus::cancelled)
          out.sessions.push_back(
              session_progress(facts, *session, people, today, out.minutes));
    std::sort(out.sessions.begin(), out.sessions.end(), [&](const auto& a, const auto& b) {
      const auto key = [&](const SessionProgress& s) {
        return std::tuple{!s.first, s.first.value_or(Date{}), program.sessions.at(s.session).code};
      };
      return key(a) < key(b);
    });
    sum_up(facts, out, today);
    all.push_back(std::move(out));
  }
  return all;
}

}  // namespace tandem
