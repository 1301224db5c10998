// Who runs a meeting and where, at a time already chosen: the first room that is free, the cheapest
// and smallest first, and a team out of those qualified, the scarce last to be spent. Used by the
// search, and rule by rule by whoever explains or mends a plan. Leaves the State as it is.
#pragma once

#include <vector>

#include "planner/schedule/state.hpp"

namespace tandem::schedule {

class Staffing {
 public:
  // The State outlives it.
  explicit Staffing(const State& state) : state_(&state), problem_(&state.problem()) {}

  // The session in hand.
  void aim(int session) { session_ = &problem_->sessions[nth(session)]; }

  // One of its rooms or staff, at the time of a place.
  bool room_allows(const Problem::Candidate& candidate, const Place& place) const;
  bool member_allows(const Problem::Candidate& candidate, const Place& place, int site) const;
  // Whether the units of one more facilitator still have enough people left.
  bool cover_allows(int facilitator, const Place& place) const;

  // Requires: a place with its time, and no room or no team yet. `before` is the session's meeting
  // before it, whose room and team go on where they can; may be null.
  bool choose_room(const Place* before, Place& place) const;
  bool choose_team(const Place* before, Place& place);

 private:
  struct Choice {
    int score;
    int who;
    bool leads;
  };

  bool choose_team(const Place* before, Place& place, std::size_t most);
  int learners_in(int unit) const;

  const State* state_;
  const Problem* problem_;
  const Problem::Session* session_{};
  std::vector<Choice> choices_;
};

}  // namespace tandem::schedule
