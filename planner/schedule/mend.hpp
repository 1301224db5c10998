// Gives sessions that cannot stay where they are another place with as little disturbance as an aim
// allows: every combination of their few best choices is tried, bounded from below by what each
// would take by itself (branch and bound); where a session has none, the sessions in its way on
// some day are lifted, it is put there, and those that cannot go back are held elsewhere (an
// ejection chain). Works around the sessions concerned: its cost depends on them, not on the plan's
// size. Used by repair, and by `why` for the price of a date.
#pragma once

#include "planner/schedule/choices.hpp"
#include "planner/schedule/journal.hpp"

namespace tandem::schedule {

struct Mended {
  using Held = std::pair<int, std::vector<Place>>;
  std::vector<Held> sessions;  // held otherwise than before, ascending; empty: no place any more
  Toll toll;
};

class Mender {
 public:
  // Requires: the State has every session that stays where it is; those to be mended are open. A
  // session's `held` in the Problem is where it was. All outlive this.
  Mender(State& state, Search& search, const std::vector<DayWindow>& windows, const Leeway& leeway);

  // Never to be moved, not even to make room.
  void keep(int session) { kept_[static_cast<std::size_t>(session)] = 1; }

  // `steps` limits how many times a session's choices are looked through; the plan is whole all the
  // same when they run out, only less carefully chosen. Leaves the State as it was.
  Mended mend(std::vector<int> broken, Aim aim, std::int64_t steps);

  // The session on that day, and what has to give way. Returns: nothing when there is no way that
  // this finds. Requires: the session is open. Leaves the State as it was.
  std::optional<Mended> force(int session, int day, Aim aim);

  // No plan that places all of them changes fewer sessions: each that cannot stay is one; where one
  // of them has no place while all others rest, another has to move, and where no single other one
  // helps, two. `looks` limits how many others are lifted to find out; at the limit the bound is
  // what is proven by then.
  int fewest_sessions(const std::vector<int>& broken, std::int64_t looks);

  std::int64_t steps() const { return steps_; }

 private:
  struct Way {
    std::vector<Mended::Held> sessions;
    Toll toll;
  };

  std::span<const Place> held(int session) const;
  std::vector<Choice> choices(int session, std::size_t most, int first_day = 0,
                              int last_day = INT32_MAX);
  void put(int session, std::span<const Place> places);
  void assign(std::size_t i, const Toll& so_far);
  void polish();
  Toll lose(int session);
  std::optional<Way> eject(int session, int first_day, int last_day, int depth);
  std::vector<int> in_the_way(int session, int day, bool week) const;
  bool contends(int session, int other, int day) const;
  // Where the sessions are that were put or taken since then; also those back where they were held,
  // because a broken one is not there until it is put.
  std::vector<Mended::Held> since(std::size_t mark) const;
  std::vector<Mended::Held> changed_since(std::size_t mark) const;
  void redo(const std::vector<Mended::Held>& sessions);
  bool cannot_stay(int session) const;

  State& state_;
  Search& search_;
  const Problem& problem_;
  const std::vector<DayWindow>& windows_;
  Choices choices_;
  const Leeway& leeway_;
  Journal journal_;
  std::vector<int> order_of_;             // topological rank
  std::vector<std::vector<int>> by_day_;  // sessions that were put on a day at any time
  std::vector<char> kept_;
  std::int64_t steps_{};

  // Of the mending in hand.
  Aim aim_{};
  std::int64_t steps_left_{};
  std::size_t width_{1};
  std::vector<int> broken_;
  std::vector<Toll> rest_;  // at least, of those from i on
  std::optional<Toll> best_;
  std::vector<Mended::Held> best_sessions_;
};

}  // namespace tandem::schedule
