// The first day on which a session can be held together with everything it builds on, nothing else
// being in the way: an exact search in the small. Held where they are: fixed sessions. Placed with
// it, jointly and by every hard rule: what it builds on, as far as that is open. Kept possible by
// dates alone: whatever else is linked to these, which must be left a day by its own dates and the
// distances. All other open sessions are as if they were not there. A day is ruled out by proof, or
// said to be unsure. Used by alone, for the explanation of a session that has no place.
#pragma once

#include <optional>

#include "planner/schedule/day_domains.hpp"

namespace tandem::schedule {

class Chain {
 public:
  // `binds`: by session, whether it must be left a day. The Problem outlives this.
  Chain(const Problem& problem, int session, std::vector<char> binds);

  // Returns: the day; none when there is none. With `on`: that day or none.
  std::optional<int> first_day(std::optional<int> on = {});

  // After first_day() has returned a day: the fixed sessions, the session and what it builds on.
  const State& state() const { return state_; }
  // Whether all earlier days, or all of them, were ruled out by proof.
  bool sure() const { return sure_; }

 private:
  using Days = std::vector<std::vector<int>>;  // by position in the chain

  // Whether another hour, room or team could help what is still to be placed.
  enum class Matters : std::uint8_t { no, team, all };

  bool descend(std::size_t next, const Days& days);
  bool without(std::size_t next, int day, const Days& days);
  bool follow_up(const Days& days) const;
  Matters matters(std::size_t next, std::span<const Place> held, const Days& days) const;

  const Problem& problem_;
  int session_;
  std::vector<char> binds_;
  std::vector<int> chain_;          // the session, then what it builds on
  std::vector<std::size_t> order_;  // positions in it, the last in time first
  std::vector<DayWindow> windows_;
  bool possible_{};  // by windows
  State state_;
  bool sure_{true};
  bool doubt_{};  // of the day in hand
  std::int64_t steps_{};
};

// Which sessions bind the others of a Problem: all but those to which their own dates and distances
// leave no day as it is. The session's own chain always does.
std::vector<char> binding(const Problem& problem, int session);

}  // namespace tandem::schedule
