// The ways in which one session could be held otherwise than it was, all others staying where they
// are: the same hour with somebody else or elsewhere, another hour, another day. Meetings that can
// stay do. Where `search` looks for the best place, this looks for the least disturbing ones, and
// for several. Used by mend; every choice has been asked of the search, so it breaks no rule.
#pragma once

#include <vector>

#include "planner/schedule/search.hpp"
#include "planner/schedule/starts.hpp"
#include "planner/schedule/toll.hpp"

namespace tandem::schedule {

struct Choice {
  std::vector<Place> places;
  Toll toll;
};

struct ChoiceAsk {
  Aim aim{};
  std::size_t most{1};
  int first_day{0};  // of the first meeting, both inclusive
  int last_day{INT32_MAX};
};

class Choices {
 public:
  // All outlive this.
  Choices(State& state, Search& search, const Leeway& leeway);

  // Requires: the session is open. `was`: where it was held, against which tolls are reckoned; it
  // may be empty, and lives through the call. Returns: the best by the aim, at most so many, none
  // twice. Cost: some hundred questions to the search where days are plenty.
  std::vector<Choice> of(int session, std::span<const Place> was, const ChoiceAsk& ask);

 private:
  void vary(std::size_t k);
  void vary_day(std::size_t k, int day);
  bool stays(std::size_t k) const;
  bool refit(std::size_t k, int slot, bool keep_team, Place& out);
  bool keep_members(const Place& was, Place& out) const;
  bool add_members(Place& out) const;
  void offer();
  bool full(int days_off) const;

  State& state_;
  Search& search_;
  const Problem& problem_;
  const Leeway& leeway_;

  // Of the session in hand.
  int id_{};
  const Problem::Session* session_{};
  std::span<const Place> was_;
  ChoiceAsk ask_;
  Reach reach_;
  std::vector<Word> free_;  // slots at which cohorts and learners are free
  Starts starts_;           // of one meeting on one day
  std::vector<Place> places_;
  std::vector<Choice> out_;
  int offers_left_{};
};

}  // namespace tandem::schedule
