// A session put on a day all the same, and the plan mended around it so that as few people as
// possible have to hear of it: what that would change, as rows. Used by `why` for the price of a
// date and by other_days for the commands that carry it out, so that both say the same.
#pragma once

#include <optional>

#include "planner/domain/proposal.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/search.hpp"

namespace tandem::schedule {

struct Forced {
  Proposal proposal;  // the sessions concerned, as they would be
  int others{};       // sessions that would make way
  int days{};         // that their dates move, in all
};

// Returns: nothing when there is no way that the mender finds.
// Requires: the State has the plan as it stands, the session taken out of it; all are of `compiled`
// and its windows. Leaves the State as it was.
std::optional<Forced> forced(const Compiled& compiled, State& state, Search& search,
                             const std::vector<DayWindow>& windows, int session, int day);

}  // namespace tandem::schedule
