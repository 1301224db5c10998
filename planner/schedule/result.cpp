#include "planner/schedule/result.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/domain/grouping.hpp"

namespace tandem::schedule {
namespace {

PlannedMeeting to_meeting(const Compiled& compiled, const Place& place, int zone) {
  PlannedMeeting out;
  if (place.room != kNone && compiled.problem.rooms[nth(place.room)].zone != kNone)
    zone = compiled.problem.rooms[nth(place.room)].zone;
  const LocalMinute start = compiled.grid.local(zone, place.start);
  out.date = date_of(start);
  out.start = time_of(start);
  out.end = {out.start.minute + place.end - place.start};
  if (place.room != kNone) out.room = compiled.rooms[nth(place.room)]->id;
  std::vector<int> team(place.team.begin(), place.team.begin() + place.team_size);
  std::sort(team.begin(), team.begin() + place.leads);
  std::sort(team.begin() + place.leads, team.end());
  for (std::size_t t = 0; t < team.size(); ++t)
    (t < place.leads ? out.leads : out.cofacilitators)
        .push_back(compiled.facilitators[nth(team[t])]->id);
  return out;
}

// As the Program has it, to the minute and whether or not it is on the grid.
void copy_fixed(const Grouping<Id<Session>, Meeting>& all, const Session& row,
                PlannedSession& out) {
  out.due_from = row.due_from;
  out.due_to = row.due_to;
  std::vector<const Meeting*> meetings(all[row.id].begin(), all[row.id].end());
  std::sort(meetings.begin(), meetings.end(),
            [](const Meeting* a, const Meeting* b) { return a->number < b->number; });
  for (const Meeting* m : meetings)
    out.meetings.push_back({m->date, m->start, m->end, m->room, m->leads, m->cofacilitators});
}

// An item begins when what it builds on has been.
int begin_of_item(const State& state, int session) {
  const auto& s = state.problem().sessions[nth(session)];
  int day = s.first_day;
  for (const int l : s.in) {
    const int from = state.problem().links[nth(l)].from;
    if (state.placed(from)) day = std::max(day, state.last(from).day);
  }
  return std::min(day, state.last(session).day);
}

// Cohorts with a session in the proposal.
std::set<RawId> asked(const Compiled& compiled) {
  std::set<RawId> out;
  for (const Group& group : compiled.groups)
    if (group.asked)
      for (const auto id : group.cohorts) out.insert(id.value);
  return out;
}

}  // namespace

std::vector<PlannedMeeting> to_meetings(const Compiled& compiled, int session,
                                        std::span<const Place> places) {
  std::vector<PlannedMeeting> out;
  for (const Place& place : places)
    out.push_back(to_meeting(compiled, place, compiled.problem.sessions[nth(session)].zone));
  return out;
}

PlannedSession without_date(const Group& group) {
  PlannedSession out;
  out.code = group.code;
  out.cohorts = group.cohorts;
  out.module = group.module->id;
  out.variant = group.variant;
  for (const Person* person : group.people) out.seats.push_back(person->id);
  return out;
}

Proposal to_proposal(const Compiled& compiled, const State& state) {
  Proposal out;
  const Grouping<Id<Session>, Meeting> meetings{compiled.program.meetings, &Meeting::session};
  for (std::size_t g = 0; g < compiled.groups.size(); ++g) {
    const Group& group = compiled.groups[g];
    const int s = static_cast<int>(g);
    if (!group.asked || group.cancelled()) continue;
    PlannedSession planned = without_date(group);
    const auto& session = compiled.problem.sessions[g];
    if (session.fixed) {
      copy_fixed(meetings, *group.existing, planned);
    } else if (state.placed(s) && session.item) {
      planned.due_to = compiled.grid.date(state.last(s).day);
      planned.due_from = compiled.grid.date(begin_of_item(state, s));
    } else {
      planned.meetings = to_meetings(compiled, s, state.places(s));
    }
    out.sessions.push_back(std::move(planned));
  }
  return out;
}

std::vector<CohortDay> cohort_days(const Compiled& compiled, const std::vector<int>& days) {
  const auto wanted = asked(compiled);
  std::vector<CohortDay> out;
  for (std::size_t c = 0; c < days.size(); ++c)
    if (days[c] != kNone && wanted.contains(compiled.cohorts[c]->id.value))
      out.push_back({compiled.cohorts[c]->id, compiled.grid.date(days[c])});
  return out;
}

std::vector<Reason> overruns(const Compiled& compiled, const State& state) {
  const Problem& problem = compiled.problem;
  std::vector<std::int64_t> spent(problem.cohorts.size());
  std::set<std::tuple<int, int, int, int>> charged;  // cohort, day, room or not, who
  for (std::size_t g = 0; g < problem.sessions.size(); ++g) {
    const int payer = problem.sessions[g].cohorts.front();
    for (const Place& p : state.places(static_cast<int>(g))) {
      if (p.room != kNone && charged.insert({payer, p.day, 1, p.room}).second)
        spent[nth(payer)] += problem.rooms[nth(p.room)].day_cost;
      for (int t = 0; t < p.team_size; ++t)
        if (charged.insert({payer, p.day, 0, p.team[nth(t)]}).second)
          spent[nth(payer)] += problem.facilitators[nth(p.team[nth(t)])].day_rate;
    }
  }
  std::vector<Reason> out;
  const auto wanted = asked(compiled);
  const auto& currency = compiled.program.workspace().currency;
  for (std::size_t c = 0; c < problem.cohorts.size(); ++c) {
    const Cohort& cohort = *compiled.cohorts[c];
    if (!wanted.contains(cohort.id.value)) continue;
    const int last = state.cohort_last(static_cast<int>(c));
    const int deadline = problem.cohorts[c].deadline;
    if (deadline != kNone && last > deadline)
      out.push_back(
          {std::string{word(RuleKind::deadline)},
           fmt::format("{} finishes on {}, {} after its deadline of {}", cohort.code,
                       words_with_year(compiled.grid.date(last)), count(last - deadline, "day"),
                       words_with_year(compiled.grid.date(deadline)))});
    if (cohort.budget && spent[c] > *cohort.budget)
      out.push_back({std::string{word(RuleKind::budget)},
                     fmt::format("{} costs {}, {} over its budget of {}", cohort.code,
                                 money_words(spent[c], currency),
                                 money_words(spent[c] - *cohort.budget, currency),
                                 money_words(*cohort.budget, currency))});
  }
  return out;
}

}  // namespace tandem::schedule
