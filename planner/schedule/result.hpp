// From indexes back to rows: the proposal a State stands for, and what there is to report about it.
// Used by solve; the names come from the Compiled the State's Problem belongs to.
#pragma once

#include <span>

#include "planner/schedule/compile.hpp"
#include "planner/schedule/outcome.hpp"
#include "planner/schedule/state.hpp"

namespace tandem::schedule {

// The meetings that places of one session stand for, in the time of their rooms.
std::vector<PlannedMeeting> to_meetings(const Compiled& compiled, int session,
                                        std::span<const Place> places);

// What a session is and who sits in it, before it has meetings or a time to be done by.
PlannedSession without_date(const Group& group);

// All sessions of the cohorts asked for but cancelled ones, by code.
Proposal to_proposal(const Compiled& compiled, const State& state);

// Soft deadlines and budgets exceeded, by cohort.
std::vector<Reason> overruns(const Compiled& compiled, const State& state);

// Days of cohorts asked for; `days` by cohort index, none left out.
std::vector<CohortDay> cohort_days(const Compiled& compiled, const std::vector<int>& days);

}  // namespace tandem::schedule
