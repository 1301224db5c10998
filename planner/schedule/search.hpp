// The best place for one session, all others staying where they are: start times by bits, days in
// the order of what they cost, then the first start with a room, the assets and a team. Every hard
// rule is asked here and nowhere else, so what it finds is allowed. Used by the greedy, the
// improver and, rule by rule, by explanations. Leaves the State as it was.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "planner/base/random.hpp"
#include "planner/schedule/day_order.hpp"
#include "planner/schedule/staffing.hpp"
#include "planner/schedule/starts.hpp"
#include "planner/schedule/state.hpp"
#include "planner/schedule/windows.hpp"

namespace tandem::schedule {

// Between which days, and how early and late, links and windows let a session lie in a State.
struct Reach {
  int first_from{};
  int first_to{};
  int last_from{};
  int last_to{};
  int not_before{};  // minutes: the end of what must come first
  int not_after{};   // minutes: the start of what must come after
  bool waits{};      // something it needs has no date
};

// How to look for a place.
struct Ask {
  Rng* blink{};       // passes over some candidates at random, for variety
  int from{};         // the first meeting's earliest day
  bool no_maxima{};   // as if nothing had to follow within so many days
  bool no_waiting{};  // though something it needs has no date
  bool apart{};       // as if its meetings took nothing from one another but their days
};

class Search {
 public:
  // `windows` and `tails` as of the same Problem; all outlive this.
  Search(State& state, const std::vector<DayWindow>& windows, const std::vector<int>& tails);

  // Requires: the session is open. Returns: false when it has no place as things stand.
  bool find(int session, std::vector<Place>& out, const Ask& ask = {});

  // Whether the last find() that failed had looked everywhere; it gives up on some sessions of many
  // meetings.
  bool looked_everywhere() const { return tries_ >= 0; }

  Reach reach(int session, bool no_maxima = false) const;
  // Whether exactly these places are allowed as things stand; with `no_waiting`, though something
  // it needs has no date.
  bool allows(int session, std::span<const Place> places, bool no_waiting = false);

  // ---- rule by rule, for explanations: first say which session, then ask about a place of its
  // first meeting. Calendars of cohorts and learners and their other meetings are the caller's.
  void aim(int session);
  Place place_at(int slot) const;  // of the first meeting; no room, no team yet
  bool load_allows(const Place& place);
  bool learners_travel(const Place& place) const;
  bool units_allow(const Place& place) const;
  bool pools_allow(const Place& place) const;
  bool room_allows(const Problem::Candidate& candidate, const Place& place) const {
    return staffing_.room_allows(candidate, place);
  }
  bool member_allows(const Problem::Candidate& candidate, const Place& place, int site) const {
    return staffing_.member_allows(candidate, place, site);
  }
  bool choose_team(Place& place) { return staffing_.choose_team(nullptr, place); }

 private:
  bool meeting(std::size_t k, int from, int to);
  bool item(std::vector<Place>& out);
  bool try_start(std::size_t k, int slot, Place& place);
  bool day_allows(std::size_t k, int day);
  Spacing spacing(std::size_t k) const;
  int in_time(std::size_t k) const;
  const Place* before(std::size_t k) const { return k > 0 ? &found_.back() : nullptr; }
  void point_at(int session);

  State* state_;
  const Problem* problem_;
  const std::vector<DayWindow>* windows_;
  const std::vector<int>* tails_;

  // Of the session being placed.
  int id_{};
  const Problem::Session* session_{};
  Reach reach_;
  Rng* blink_{};
  bool apart_{};
  Starts starts_;
  Staffing staffing_;
  std::vector<Place> found_;
  std::vector<std::int8_t> week_ok_;  // 0 not asked yet, 1 yes, 2 no
  int tries_{};
};

}  // namespace tandem::schedule
