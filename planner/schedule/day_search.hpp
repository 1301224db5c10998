// Whether a session can begin on a certain day as things stand in a State, and in which ways. Asks
// the search first; where that chooses one of several without looking back (a team, a room within a
// hard budget), every start, room and team is gone through, so that "no" is a proof. Used where an
// answer has to be exact: by day_domains and chain.
#pragma once

#include <functional>

#include "planner/schedule/search.hpp"

namespace tandem::schedule {

enum class DayAnswer : std::uint8_t { held, none, unknown };

class DaySearch {
 public:
  // `windows` of the Problem of the State. Both outlive this.
  DaySearch(State& state, std::vector<DayWindow> windows);

  // What it builds on need not have a date. `unknown`: a session of several meetings for which the
  // search did not look everywhere. Requires: the session is open.
  DayAnswer on(int session, int day, std::vector<Place>& out);

  // Every way of holding it that day, or one a team, until `stop` returns true. Returns: false when
  // they were not all gone through, because they are too many or it has several meetings; or for
  // `stop`.
  enum class Ways : std::uint8_t { teams, all };
  bool each(int session, int day, Ways which,
            const std::function<bool(std::span<const Place>)>& stop);

 private:
  bool exact(const Problem::Session& session) const;
  bool teams(const Problem::Session& session, const std::vector<Problem::Candidate>& free,
             Place place, std::size_t from, std::vector<Place>& out) const;

  State& state_;
  const Problem& problem_;
  std::vector<DayWindow> windows_;  // one at a time is narrowed to a day
  std::vector<int> no_tails_;
  Search search_;
};

}  // namespace tandem::schedule
