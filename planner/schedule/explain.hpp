// Why a session has no place, or none on a certain day: how many starts each kind of rule leaves
// (the funnel), and which facts stand between it and the nearest miss, in sentences. It asks the
// rules by the same questions the search does, so it cannot disagree with it. Used for unplaced
// sessions and by `why`.
#pragma once

#include <optional>

#include "planner/schedule/obstacles.hpp"

namespace tandem::schedule {

struct Explanation {
  std::vector<FunnelStage> funnel;
  std::vector<Reason> reasons;  // the most telling first
  std::vector<int> starts;      // slots that no rule forbids
};

class Explainer {
 public:
  // The State must not change while this is used. All outlive it.
  Explainer(const Compiled& compiled, State& state, Search& search)
      : compiled_(compiled),
        problem_(compiled.problem),
        state_(state),
        search_(search),
        obstacles_(compiled, state, search) {}

  // Requires: the session is open (take it first). With `day`, about that day alone.
  Explanation explain(int session, std::optional<int> day = {});

 private:
  std::string stage_text(Stage stage, int session) const;
  bool stage_matters(Stage stage, int session) const;
  Explanation about_item(int session, std::optional<int> day);

  const Compiled& compiled_;
  const Problem& problem_;
  State& state_;
  Search& search_;
  Obstacles obstacles_;
};

}  // namespace tandem::schedule
