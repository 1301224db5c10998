// What a planner can do about a session that no plan can place: for each fact of its conflict set
// the edit that relaxes it, and the first day it would then have. A waiver for this session alone
// where that is enough, so that calendars and limits go on saying what is true; else the row of the
// fact, changed. Used by the window; nothing is written here.
#pragma once

#include <string>
#include <vector>

#include "planner/edit/command.hpp"
#include "planner/schedule/conflict_set.hpp"

namespace tandem {

struct WayOut {
  std::string text;           // the fact
  std::string ask;            // "open RTM-LAB on one of these days"
  std::optional<Date> first;  // the first day it could then have, with nothing else in the way
  // Where there is none: the facts outside the set that would have to go with it, and the first day
  // without them all.
  std::vector<std::string> also;
  std::optional<Date> together;
  // One of the two; neither when the session has no row yet.
  std::optional<Waiver> waiver;  // still to be given a reason and an author
  std::vector<Command> changes;  // rows of the fact as they would be
};

struct WaysOut {
  bool proven{};  // no plan can place it; false: it has a place when nothing else is in the way
  std::vector<WayOut> ways;             // a fact each, irreducible together
  std::vector<std::string> background;  // given all the same
  std::vector<FurtherWayOut> further;   // what would help besides
};

// The reason and the author are the caller's to ask for.
std::vector<Command> commands_of(const WayOut& way, std::string_view reason,
                                 std::string_view author, Date today);

// Errors: those of conflict_set.
Result<WaysOut> ways_out(const Program& program, std::string_view session,
                         std::optional<Date> as_of = {});

}  // namespace tandem
