// Which sessions have no place in any plan: not even alone with what is fixed, by calendars, fit
// and lags, or because what they follow has none. Used to tell "impossible" from "not found".
#pragma once

#include "planner/schedule/search.hpp"

namespace tandem::schedule {

// Of the sessions given, those shown to be impossible, ascending. A session not returned may still
// be impossible together with others.
std::vector<int> impossible(const Problem& problem, const std::vector<DayWindow>& windows,
                            const std::vector<int>& tails, const std::vector<int>& sessions);

}  // namespace tandem::schedule
