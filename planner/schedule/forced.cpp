#include "planner/schedule/forced.hpp"

#include <cstdlib>

#include "planner/base/nth.hpp"
#include "planner/schedule/mend.hpp"
#include "planner/schedule/result.hpp"

namespace tandem::schedule {

std::optional<Forced> forced(const Compiled& compiled, State& state, Search& search,
                             const std::vector<DayWindow>& windows, int session, int day) {
  const Problem& problem = compiled.problem;
  const Leeway leeway;
  Mender mender{state, search, windows, leeway};
  const auto plan = mender.force(session, day, Aim::fewest_people);
  if (!plan) return {};
  Forced out;
  for (const auto& [s, places] : plan->sessions) {
    const Group& group = compiled.groups[nth(s)];
    PlannedSession planned = without_date(group);
    if (problem.sessions[nth(s)].item) {
      planned.due_to = compiled.grid.date(places.front().day);
      planned.due_from = group.existing ? group.existing->due_from : planned.due_to;
      if (planned.due_from > planned.due_to) planned.due_from = planned.due_to;
    } else {
      planned.meetings = to_meetings(compiled, s, places);
    }
    out.proposal.sessions.push_back(std::move(planned));
    if (s == session) continue;
    ++out.others;
    for (std::size_t k = 0; k < places.size(); ++k)
      out.days += std::abs(places[k].day - problem.sessions[nth(s)].held[k].day);
  }
  return out;
}

}  // namespace tandem::schedule
