// On which days each of a few sessions could begin, were nothing in the way but calendars, what is
// fixed, the limits of one session alone, and the links among the few themselves. Day by day the
// search is asked; then days that leave a linked session none are taken out until nothing changes
// (arc consistency on the links). What is left out is left out by proof; what is left need not be
// possible together with the rest of the plan. Used by chain, which settles that for the few.
#pragma once

#include <vector>

#include "planner/schedule/day_search.hpp"

namespace tandem::schedule {

// The session, then what it builds on (or what builds on it), directly or not, as far as that is
// not fixed.
enum class Towards : std::uint8_t { before, after };
std::vector<int> open_chain(const Problem& problem, int session, Towards towards);

// By position in `sessions`: the days, ascending; none when no plan can hold it.
// Requires: `windows` of the same Problem; no session fixed.
// Cost: a search a session and day, about 2 ms a session and year.
std::vector<std::vector<int>> day_domains(const Problem& problem,
                                          const std::vector<DayWindow>& windows,
                                          const std::vector<int>& sessions);

// Takes out the days that a link between two of the sessions forbids. Returns: false when one of
// them is left without a day. Cost: n log n in the days a pass.
bool keep_linked(const Problem& problem, const std::vector<DayWindow>& windows,
                 const std::vector<int>& sessions, std::vector<std::vector<int>>& days);

}  // namespace tandem::schedule
