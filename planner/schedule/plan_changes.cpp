#include "planner/schedule/plan_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/text.hpp"
#include "planner/domain/grouping.hpp"

namespace tandem {
namespace {

struct Plan {
  explicit Plan(const Program& p)
      : program(p),
        meetings(group_by(p.meetings, &Meeting::session)),
        seats(group_by(p.seats, &Seat::session)) {}

  std::vector<PlannedMeeting> of(Id<Session> session) const {
    std::vector<const Meeting*> rows(meetings[session].begin(), meetings[session].end());
    std::sort(rows.begin(), rows.end(),
              [](const Meeting* a, const Meeting* b) { return a->number < b->number; });
    std::vector<PlannedMeeting> out;
    for (const Meeting* m : rows)
      out.push_back({m->date, m->start, m->end, m->room, m->leads, m->cofacilitators});
    return out;
  }
  std::set<Id<Person>> booked(Id<Session> session) const {
    std::set<Id<Person>> out;
    for (const Seat* seat : seats[session])
      if (seat->status == SeatStatus::booked) out.insert(seat->person);
    return out;
  }

  const Program& program;
  Grouping<Id<Session>, Meeting> meetings;
  Grouping<Id<Session>, Seat> seats;
};

template <class T>
std::vector<Id<T>> sorted(std::vector<Id<T>> ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

// Whether a learner would notice.
bool differs(const std::vector<PlannedMeeting>& was, const std::vector<PlannedMeeting>& is) {
  return !std::equal(was.begin(), was.end(), is.begin(), is.end(),
                     [](const PlannedMeeting& a, const PlannedMeeting& b) {
                       return a.date == b.date && a.start == b.start && a.end == b.end &&
                              a.room == b.room && sorted(a.leads) == sorted(b.leads);
                     });
}

// How often each facilitator has which meeting.
std::multiset<std::pair<Id<Facilitator>, std::size_t>> teams(
    const std::vector<PlannedMeeting>& meetings) {
  std::multiset<std::pair<Id<Facilitator>, std::size_t>> out;
  for (std::size_t k = 0; k < meetings.size(); ++k)
    for (const auto* team : {&meetings[k].leads, &meetings[k].cofacilitators})
      for (const auto id : *team) out.emplace(id, k);
  return out;
}

std::string when(const PlannedMeeting& meeting) { return words(at(meeting.date, meeting.start)); }

std::string names(const Program& program, const std::vector<Id<Facilitator>>& team) {
  std::vector<std::string> out;
  for (const auto id : team) out.push_back(find(program, id)->name);
  return out.empty() ? "nobody" : sentence_list(out);
}

// What is different, meeting by meeting.
std::string told(const Program& program, const std::string& code,
                 const std::vector<PlannedMeeting>& was, const std::vector<PlannedMeeting>& is) {
  if (is.empty()) return fmt::format("{}: {} has no place any more", code, when(was.front()));
  if (was.empty()) return fmt::format("{}: now on {}", code, when(is.front()));
  std::vector<std::string> parts;
  for (std::size_t k = 0; k < std::max(was.size(), is.size()); ++k) {
    if (k >= was.size() || k >= is.size()) {
      parts.push_back(k >= was.size() ? fmt::format("{} is new", when(is[k]))
                                      : fmt::format("{} falls away", when(was[k])));
      continue;
    }
    std::vector<std::string> own;
    if (was[k].date != is[k].date || was[k].start != is[k].start)
      own.push_back(fmt::format("becomes {}", when(is[k])));
    if (was[k].room != is[k].room)
      own.push_back(is[k].room ? fmt::format("is held in {}", find(program, is[k].room)->code)
                               : "needs no room");
    if (sorted(was[k].leads) != sorted(is[k].leads))
      own.push_back(fmt::format("is led by {} in place of {}", names(program, is[k].leads),
                                names(program, was[k].leads)));
    if (sorted(was[k].cofacilitators) != sorted(is[k].cofacilitators))
      own.push_back(fmt::format("is run with {} in place of {}",
                                names(program, is[k].cofacilitators),
                                names(program, was[k].cofacilitators)));
    if (!own.empty()) parts.push_back(fmt::format("{} {}", when(was[k]), sentence_list(own)));
  }
  return fmt::format("{}: {}", code, sentence_list(parts));
}

}  // namespace

PlanChanges plan_changes(const Program& before, const Program& after, Date today,
                         Id<Facilitator> apart) {
  const Plan old{before};
  const Plan now{after};
  PlanChanges out;
  std::map<std::string, Id<Person>> people;
  std::map<std::string, Id<Facilitator>> facilitators;
  std::optional<Date> soonest;
  for (const Session& session : before.sessions) {
    if (!after.sessions.find(session.id)) continue;
    SessionChange change;
    change.session = session.code;
    change.was = old.of(session.id);
    change.is = now.of(session.id);
    const auto had = old.booked(session.id);
    const auto has = now.booked(session.id);
    std::set<Id<Person>> touched;
    if (differs(change.was, change.is)) {
      touched.insert(had.begin(), had.end());
      touched.insert(has.begin(), has.end());
    }
    if (!change.was.empty() || !change.is.empty())
      std::set_symmetric_difference(had.begin(), had.end(), has.begin(), has.end(),
                                    std::inserter(touched, touched.end()));
    const auto led = teams(change.was);
    const auto lead = teams(change.is);
    std::vector<std::pair<Id<Facilitator>, std::size_t>> moved;
    std::set_symmetric_difference(led.begin(), led.end(), lead.begin(), lead.end(),
                                  std::back_inserter(moved));
    if (touched.empty() && moved.empty()) continue;
    std::map<std::string, Id<Facilitator>> own;
    for (const auto& [id, k] : moved)
      if (id != apart) own.emplace(after.facilitators.at(id).code, id);
    for (const auto& [code, id] : own) change.facilitators.push_back(id);
    facilitators.insert(own.begin(), own.end());
    for (const auto id : touched) people.emplace(after.people.at(id).number, id);
    for (const auto* meetings : {&change.was, &change.is})
      for (const PlannedMeeting& m : *meetings)
        if (m.date >= today) soonest = soonest ? std::min(*soonest, m.date) : m.date;
    change.learners.assign(touched.begin(), touched.end());
    change.text = differs(change.was, change.is) || !moved.empty()
                      ? told(after, session.code, change.was, change.is)
                      : fmt::format("{}: {} on {}", session.code,
                                    had.size() > has.size() ? "a seat is given back" : "a new seat",
                                    when(change.is.front()));
    out.sessions.push_back(std::move(change));
  }
  std::sort(out.sessions.begin(), out.sessions.end(),
            [](const SessionChange& a, const SessionChange& b) { return a.session < b.session; });
  for (const auto& [number, id] : people) out.people.push_back(id);
  for (const auto& [code, id] : facilitators) out.facilitators.push_back(id);
  if (soonest) out.notice_days = static_cast<int>((*soonest - today).count());
  return out;
}

}  // namespace tandem
