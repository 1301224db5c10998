// What adopting a change of the plan means for people: which sessions would be held otherwise than
// they are, who would have to hear of it, and with how many days' notice. Compares two Programs;
// knows nothing of how the second came about. Used by repair, and wherever a plan is shown before
// it is accepted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/domain/program.hpp"
#include "planner/domain/proposal.hpp"

namespace tandem {

struct SessionChange {
  std::string session;
  std::vector<PlannedMeeting> was;   // empty: it had no date
  std::vector<PlannedMeeting> is;    // empty: it has none any more
  std::vector<Id<Person>> learners;  // whose meeting changes date, time, room or lead, or whose
                                     // seat in it is new or gone
  std::vector<Id<Facilitator>> facilitators;  // who gain or lose a meeting of it
  std::string text;  // "LDR-1/L2a: Mon 24 May 09:00 becomes Tue 1 Jun 09:00"
};

struct PlanChanges {
  std::vector<SessionChange> sessions;        // by code
  std::vector<Id<Person>> people;             // learners touched, each once, by number
  std::vector<Id<Facilitator>> facilitators;  // who gain or lose a meeting, by code
  std::optional<int> notice_days;             // from today to the first date concerned

  // Everyone to tell: learners, and facilitators apart from those left out.
  std::size_t touched() const { return people.size() + facilitators.size(); }
};

// `apart`: the facilitator whose absence is the reason, who need not be told (none: nobody).
// Sessions that are not in both, or have no dates in either, are no change.
PlanChanges plan_changes(const Program& before, const Program& after, Date today,
                         Id<Facilitator> apart = {});

}  // namespace tandem
