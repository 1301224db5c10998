// Makes a plan better by taking a few sessions out and putting them back differently, over and over
// (large neighbourhood search): around one session, along a cohort's chain, in a week that shares
// rooms and people, around what is unplaced, late or badly spaced. A change is kept when the cost
// in tiers is not larger. Chance comes from the seed alone; the State ends at the best plan found.
#pragma once

#include <functional>

#include "planner/schedule/meter.hpp"
#include "planner/schedule/search.hpp"

namespace tandem::schedule {

// `better` is called with each new best. Ends when the meter is spent.
void improve(State& state, Search& search, const std::vector<DayWindow>& windows,
             const std::vector<int>& tails, std::uint64_t seed, Meter& meter,
             const std::function<void()>& better);

}  // namespace tandem::schedule
