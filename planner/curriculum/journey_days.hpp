// When the modules of a journey come, counted in days from its start, as far as prerequisites alone
// say: no calendar, no room, no person. What a journey is drawn by before anything is scheduled.
// Pure. A prerequisite binds where some programme asked about holds both of its modules.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "planner/domain/program.hpp"

namespace tandem {

// "14 to 42 days after L1a, ideal 21"
struct JourneySpacing {
  Id<Prerequisite> prerequisite;
  Id<Module> needs;
  int min{};
  std::optional<int> ideal;
  std::optional<int> max;

  // Days that a drawing leaves between the two: the ideal; without one a week, within the window.
  int drawn() const;
};

struct JourneyDay {
  Id<Module> module;
  int earliest{};  // first day that no prerequisite forbids; the journey's own first day is 0
  int ideal{};     // the day when every spacing before it is as drawn()
  int span{};      // days from its first meeting to its last
  std::vector<JourneySpacing> after;  // by the code of what it needs
};

// One entry a module of the programmes, each after everything it needs, else by ideal day, place in
// the programme, code. Modules in a circle of prerequisites (which no sound Program has) come last
// and bind nothing. Cost: linear in the prerequisites, but for sorting.
std::vector<JourneyDay> journey_days(const Program& program,
                                     std::span<const Id<Programme>> programmes);

}  // namespace tandem
