// How much time of people, rooms, assets and units is left for sessions of one kind, and how often
// that covers what one cohort needs: upper bounds by counting. For a set of resources X, all needs
// that only X can serve must fit into the free time of X; free time is counted in the stretches it
// comes in, filled with such meetings as well as they can be, and weekly limits are kept. Order,
// travel and who is busy together are left out, so that no plan can hold more. Used by capacity.
// (The argument is that of Hall's theorem, read as capacity per subset of skills.)
#pragma once

#include <optional>
#include <vector>

#include "planner/schedule/state.hpp"
#include "planner/schedule/windows.hpp"

namespace tandem::schedule {

enum class ResourceKind : std::uint8_t { facilitators, rooms, assets, units };

struct FreeTime {
  ResourceKind kind{};
  std::vector<int> who;       // indexes of facilitators, rooms, pools or units, ascending
  std::vector<int> sessions;  // whose needs they alone can serve
  bool leading{};             // facilitators: as leads
  std::int64_t free{};        // slots: of a person, a room, one piece, one learner away
  std::int64_t needed{};      // slots, for one cohort
  std::int64_t one_more{};    // slots that one more such resource would bring

  std::int64_t cohorts() const { return free / needed; }
};

// The limits on sets of resources that may bind, tightest first: of every kind those sets that are
// unions of what up to three needs ask for, and the union of all. `sessions`: those of one cohort,
// none of them placed in the State. Empty: they need nothing that is limited.
// Cost: needs cubed times the slots of the resources concerned.
std::vector<FreeTime> free_time(const State& state, const std::vector<DayWindow>& windows,
                                const std::vector<int>& sessions);

}  // namespace tandem::schedule
