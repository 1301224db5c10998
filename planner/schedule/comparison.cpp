#include "planner/schedule/comparison.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/zone.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/domain/meeting_place.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/state.hpp"
#include "planner/schedule/verify.hpp"

namespace tandem {
namespace {

using schedule::compile;
using schedule::State;

// `plan` with the session ids of `like`, and with its sessions added, undated, where `plan` has
// none of that code: two branches may have made the same session each for itself.
Program aligned(const Program& plan, const Program& like) {
  Program out = plan;
  const auto meetings = group_by(plan.meetings, &Meeting::session);
  const auto seats = group_by(plan.seats, &Seat::session);
  for (const Session& there : like.sessions) {
    const Session* here = plan.sessions.find_key(there.code);
    if (!here) {
      out.sessions.put(there);
      continue;
    }
    if (here->id == there.id) continue;
    Session moved = *here;
    moved.id = there.id;
    out.sessions.erase(here->id);
    out.sessions.put(std::move(moved));
    for (const Meeting* m : meetings[here->id]) {
      Meeting row = *m;
      row.session = there.id;
      out.meetings.put(std::move(row));
    }
    for (const Seat* s : seats[here->id]) {
      Seat row = *s;
      row.session = there.id;
      out.seats.put(std::move(row));
    }
  }
  return out;
}

struct Plan {
  explicit Plan(const Program& p)
      : program(p),
        meetings(group_by(p.meetings, &Meeting::session)),
        seats(group_by(p.seats, &Seat::session)) {
    for (const Member& m : p.members)
      if (m.status == MemberStatus::enrolled || m.status == MemberStatus::completed)
        members.emplace(m.cohort, m.person);
    for (const Site& site : p.sites)
      if (auto zone = Zone::find(site.zone)) zones.emplace(site.id, std::move(*zone));
    for (const Holiday& h : p.holidays) holidays.emplace(h.site, h.date);
  }

  template <class Visit>  // each live session that has a date
  void for_each_dated(Visit visit) const {
    for (const Session& s : program.sessions)
      if (s.status != SessionStatus::cancelled && !meetings[s.id].empty()) visit(s);
  }
  template <class Visit>
  void for_each_learner(const Session& session, Visit visit) const {
    for (const Seat* seat : seats[session.id])
      if (seat->status == SeatStatus::booked) visit(program.people.at(seat->person));
  }
  int minutes(const Session& session) const {
    int sum = 0;
    for (const Meeting* m : meetings[session.id]) sum += m->end.minute - m->start.minute;
    return sum;
  }
  // Which of the session's cohorts the learner sits there for.
  Id<Cohort> cohort_of(const Session& session, Id<Person> person) const {
    for (const auto cohort : session.cohorts)
      if (members.contains({cohort, person})) return cohort;
    return session.cohorts.front();
  }

  const Program& program;
  Grouping<Id<Session>, Meeting> meetings;
  Grouping<Id<Session>, Seat> seats;
  std::set<std::pair<Id<Cohort>, Id<Person>>> members;
  std::map<Id<Site>, Zone> zones;
  std::set<std::pair<Id<Site>, Date>> holidays;
};

void add(DateBurden& sum, const Plan& plan, const Meeting& meeting, const Person& person) {
  ++sum.meetings;
  const Room* room = plan.program.rooms.find(meeting.room);
  if (room && !room->is_virtual && room->site != person.site) ++sum.travel;
  const Site* clock = clock_site(plan.program, meeting);
  const Site* home = plan.program.sites.find(person.site);
  const auto there = clock ? plan.zones.find(clock->id) : plan.zones.end();
  const auto here = home ? plan.zones.find(home->id) : plan.zones.end();
  if (there == plan.zones.end() || here == plan.zones.end()) return;
  const LocalMinute local =
      here->second.to_local(there->second.to_utc(at(meeting.date, meeting.start)).utc);
  if (time_of(local) < kEarlyBefore) ++sum.early;
  const Date date = date_of(local);
  const Weekdays works = person.working_days.bits ? person.working_days : home->working_days;
  if (!works.has(weekday(date)) || plan.holidays.contains({home->id, date})) ++sum.odd;
}

void burden(const Plan& plan, Date today, PlanFigures& out) {
  std::map<std::string_view, DateBurden> cohorts, units;
  plan.for_each_dated([&](const Session& session) {
    if (session.status == SessionStatus::delivered) return;
    for (const Meeting* m : plan.meetings[session.id]) {
      if (m->date < today) continue;
      plan.for_each_learner(session, [&](const Person& person) {
        add(cohorts[code_of(plan.program, plan.cohort_of(session, person.id))], plan, *m, person);
        if (person.unit) add(units[code_of(plan.program, person.unit)], plan, *m, person);
      });
    }
  });
  for (auto& [code, sum] : cohorts) {
    sum.code = code;
    out.by_cohort.push_back(std::move(sum));
  }
  for (auto& [code, sum] : units) {
    sum.code = code;
    out.by_unit.push_back(std::move(sum));
  }
}

// The cost of the plan as it stands, by the engine's own count.
std::optional<Cost> tiers(const Program& program, Date today) {
  const auto compiled = compile(program, {{}, today});
  if (!compiled) return std::nullopt;
  const auto& problem = (*compiled)->problem;
  State state{problem};
  for (std::size_t s = 0; s < problem.sessions.size(); ++s) {
    const auto& session = problem.sessions[s];
    if (!session.held.empty() && state.open(static_cast<int>(s)))
      state.put(static_cast<int>(s), session.held);
  }
  return state.cost();
}

PlanFigures figures(const Plan& plan, Date today) {
  PlanFigures out;
  std::map<Id<Cohort>, std::int64_t> learning_time;
  plan.for_each_dated([&](const Session& session) {
    const int length = plan.minutes(session);
    plan.for_each_learner(session, [&](const Person& person) {
      learning_time[plan.cohort_of(session, person.id)] += length;
    });
  });
  const PlanSummary summary = summarize(plan.program);
  for (const CohortOutcome& o : summary.outcomes)
    out.cohorts.push_back({o.cohort, o.finish, o.late_days, o.cost, learning_time[o.cohort]});
  out.unplaced = summary.unplaced;
  out.cost = tiers(plan.program, today);
  burden(plan, today, out);
  return out;
}

// Learning time of each learner in each session, by code.
std::map<std::pair<std::string, Id<Person>>, int> learning(const Plan& plan) {
  std::map<std::pair<std::string, Id<Person>>, int> out;
  plan.for_each_dated([&](const Session& session) {
    const int length = plan.minutes(session);
    plan.for_each_learner(session, [&](const Person& person) {
      out[{session.code, person.id}] += length;
    });
  });
  return out;
}

std::set<std::string> dated(const Plan& plan) {
  std::set<std::string> out;
  plan.for_each_dated([&](const Session& session) { out.insert(session.code); });
  return out;
}

// People who would hear that a published session is held otherwise: the tier `changes`.
std::int64_t published_touched(const Program& before, const PlanChanges& changes) {
  std::int64_t out = 0;
  for (const SessionChange& change : changes.sessions) {
    const Session* session = before.sessions.find_key(change.session);
    if (!session || session->status != SessionStatus::published) continue;
    out += std::ssize(change.learners);
    std::set<Id<Facilitator>> moved;
    for (std::size_t k = 0; k < std::max(change.was.size(), change.is.size()); ++k) {
      std::set<Id<Facilitator>> was, is;
      const auto join = [](std::set<Id<Facilitator>>& team, const PlannedMeeting& m) {
        team.insert(m.leads.begin(), m.leads.end());
        team.insert(m.cofacilitators.begin(), m.cofacilitators.end());
      };
      if (k < change.was.size()) join(was, change.was[k]);
      if (k < change.is.size()) join(is, change.is[k]);
      std::set_symmetric_difference(was.begin(), was.end(), is.begin(), is.end(),
                                    std::inserter(moved, moved.end()));
    }
    out += std::ssize(moved);
  }
  return out;
}

}  // namespace

PlanComparison compare_plans(const Program& before, const Program& after, Date today) {
  const Plan old{before};
  const Plan now{after};
  PlanComparison out;
  out.before = figures(old, today);
  out.after = figures(now, today);
  const Program new_aligned = aligned(after, before);
  out.changes = plan_changes(aligned(before, new_aligned), new_aligned, today);
  if (out.after.cost) (*out.after.cost)[Tier::changes] = published_touched(before, out.changes);
  const auto had = dated(old);
  const auto has = dated(now);
  std::set_difference(had.begin(), had.end(), has.begin(), has.end(),
                      std::back_inserter(out.only_before));
  std::set_difference(has.begin(), has.end(), had.begin(), had.end(),
                      std::back_inserter(out.only_after));
  const auto was = learning(old);
  const auto is = learning(now);
  for (const auto& [who, time] : was) {
    const auto found = is.find(who);
    out.minutes_lost += std::max(0, time - (found == is.end() ? 0 : found->second));
  }
  for (const auto& [who, time] : is) {
    const auto found = was.find(who);
    out.minutes_gained += std::max(0, time - (found == was.end() ? 0 : found->second));
  }
  return out;
}

}  // namespace tandem
