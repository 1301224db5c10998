// The days between which each session can be held at all, from its own window, the fixed sessions
// and the lags of the links, with nothing else in the way: a simple temporal network solved by
// repeated tightening. The search prunes with it, the greedy orders by it, and an empty window is a
// proof.
#pragma once

#include <vector>

#include "planner/schedule/problem.hpp"

namespace tandem::schedule {

struct DayWindow {
  int first_from{};  // first meeting: earliest and latest day
  int first_to{};
  int last_from{};  // last meeting
  int last_to{};

  bool empty() const { return first_from > first_to || last_from > last_to; }
};

// By session. Fixed sessions with a date have that date; those without keep a full window.
std::vector<DayWindow> day_windows(const Problem& problem);

// By session: what its own dates leave it, the links left out of account.
std::vector<DayWindow> own_windows(const Problem& problem);

// Tightens windows by the links between sessions that bind (by session; the others are as if they
// were not there). Returns: false when one that binds is left no day.
bool tighten_windows(const Problem& problem, const std::vector<char>& binds,
                     std::vector<DayWindow>& windows);

// By session: the least days from its last meeting to the end of everything that must follow it.
std::vector<int> tails(const Problem& problem);

// Sessions so that what a link comes from stands before what it goes to; among the free, by index.
std::vector<int> topological_order(const Problem& problem);

}  // namespace tandem::schedule
