// A plan in the making: which sessions are placed where, and everything that follows from it, kept
// up to date as sessions are put and taken: who is busy, what rooms, pools, units and limits have
// left, and the cost. Used by the search and the improver of one run. It answers questions about
// one meeting; it never decides. Fixed sessions are put by the constructor and never taken. Thread
// rule: one thread a State; the Problem is shared.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "planner/base/nth.hpp"
#include "planner/schedule/cost.hpp"
#include "planner/schedule/problem.hpp"

namespace tandem::schedule {

class State {
 public:
  explicit State(const Problem& problem);

  const Problem& problem() const { return *problem_; }

  bool placed(int session) const { return placed_[nth(session)]; }
  // In order; empty when not placed.
  std::span<const Place> places(int session) const;
  const Place& first(int session) const { return places(session).front(); }
  const Place& last(int session) const { return places(session).back(); }

  // Requires: not placed, as many places as meetings (one for an item). Checks nothing.
  void put(int session, std::span<const Place> places);
  void take(int session);
  // One meeting of a session that is not placed yet, while the search decides on the next.
  void occupy(int session, const Place& place);
  void release(int session, const Place& place);

  // A session without a date whose place is a matter of this run.
  bool open(int session) const {
    return !placed(session) && !problem_->sessions[nth(session)].fixed;
  }

  // ---- about a meeting of a session at a place; each asks for one rule

  bool body_busy(int body, int slot, int slots) const {
    return any(busy_[body], slot, slot + slots);
  }
  const Word* busy(int body) const { return busy_[body]; }
  bool travel_allows(int body, int start, int end, int day, int site) const {
    return site == kNone || !problem_->bodies[nth(body)].travels ||
           trip_allows(body, start, end, day, site);
  }
  bool load_allows(int body, int week, int minutes) const;
  bool day_allows(int day_row, int day) const;
  int spare(int unit, int slot, int slots) const;  // least over the slots
  // What a pool, and the common one behind it, have in a slot for one more need.
  int pool_spare(int pool, int slot) const;
  bool pool_allows(const Problem::Share& need, int slot, int slots) const;
  bool room_free(int room, int slot, int slots) const {
    return !any(room_blocked_[room], slot, slot + slots);
  }
  const Word* room_blocked(int room) const { return room_blocked_[room]; }
  bool days_week_allows(int facilitator, int day) const {
    const int most = problem_->facilitators[nth(facilitator)].max_days_week;
    return most == kNone || works_on(facilitator, day) || week_days_[fw(facilitator, day)] < most;
  }
  bool minutes_week_allows(int facilitator, int day, int minutes) const {
    const int most = problem_->facilitators[nth(facilitator)].max_minutes_week;
    return most == kNone || week_minutes_[fw(facilitator, day)] + minutes <= most;
  }
  bool travel_days_allow(int facilitator, int day, int site) const;
  bool works_on(int facilitator, int day) const { return day_meetings_[fd(facilitator, day)] > 0; }
  // What the meeting would add to the first cohort's cost, and what is left of a hard budget.
  int extra_cost(int session, const Place& place) const;
  int budget_left(int session) const;

  // ---- cost

  const Cost& cost() const;
  int cohort_last(int cohort) const;  // day of the last meeting, none when nothing is placed
  std::int64_t changes_if(int session, std::span<const Place> places) const;
  std::int64_t change(int session) const { return change_[nth(session)]; }  // of where it is
  std::size_t bytes() const;

 private:
  struct Visit {  // of a travelling body to a site
    int start;
    int end;
    int day;
    int site;
  };

  std::size_t fd(int facilitator, int day) const {
    return nth(facilitator) * nth(problem_->days) + nth(day);
  }
  std::size_t fw(int facilitator, int day) const {
    return nth(facilitator) * nth(problem_->weeks()) + nth(day / 7);
  }
  int site_of(const Place& place) const {
    return place.room == kNone ? kNone : problem_->rooms[nth(place.room)].site;
  }
  bool trip_allows(int body, int start, int end, int day, int site) const;
  void count(int session, const Place& place, int sign);
  void count_room(const Place& place, int sign);
  void count_team(const Place& place, int sign);
  void visit(int body, const Place& place, int site, int sign);
  void charge(int session, const Place& place, int sign);
  void link_cost(int session, int sign);
  void mark(int session);

  const Problem* problem_;
  std::vector<char> placed_;
  std::vector<std::size_t> first_place_;  // of each session in places_
  std::vector<Place> places_;

  BitRows busy_;  // a body
  std::vector<std::vector<Visit>> visits_;
  std::vector<int> body_minutes_;       // body x week
  std::vector<std::int8_t> day_count_;  // day row x day
  BitRows room_blocked_;                // meetings and the set-up around them
  std::vector<std::vector<std::pair<int, int>>> room_meetings_;
  std::vector<std::int16_t> pool_used_;                          // pool x slot
  std::vector<std::vector<int>> own_pools_;                      // of sites, by the common one
  std::vector<std::int16_t> spare_;                              // unit x slot
  std::vector<std::int16_t> day_meetings_;                       // facilitator x day
  std::vector<std::int16_t> day_away_;                           // facilitator x day
  std::vector<std::int16_t> week_days_;                          // facilitator x week
  std::vector<int> week_minutes_;                                // facilitator x week
  std::vector<std::unordered_map<std::uint64_t, int>> charged_;  // by cohort with a hard budget
  std::vector<std::int64_t> spent_;

  std::vector<std::vector<int>> cohort_sessions_;
  mutable std::vector<int> cohort_last_;
  mutable std::vector<char> stale_;
  mutable std::vector<int> stale_cohorts_;
  std::vector<std::int64_t> change_;  // by session
  mutable Cost cost_;
};

}  // namespace tandem::schedule
