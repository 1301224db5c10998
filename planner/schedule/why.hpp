// Answers to a planner's two questions about one session in the plan as it stands: why is it held
// there, and why not on that other day. The rules are those the engine places by; the words carry
// the names of the people, rooms and modules concerned. Used by `tandem why` and the window.
#pragma once

#include <optional>
#include <string_view>

#include "planner/base/result.hpp"
#include "planner/domain/program.hpp"
#include "planner/schedule/outcome.hpp"
#include "planner/schedule/plan_changes.hpp"

namespace tandem {

// The working day before or after the one it is on, and what keeps it from there.
struct OtherDay {
  Date date{};
  bool possible{};
  std::vector<Reason> reasons;  // none when it is possible
};

// What it takes to hold the session on a day all the same: the plan with it there, mended.
struct Price {
  PlanChanges changes;  // of all sessions, its own included when it had a date
  int others{};         // sessions that would move for it
  int days{};           // that the dates of those move, in all
  int people{};         // everyone to tell, the session's own people included
  Proposal proposal;    // the sessions concerned as they would be, for adopting
};

struct Why {
  std::string session;
  bool possible{};                  // on the date asked about, or anywhere when none was
  std::optional<LocalMinute> held;  // where it is now
  std::vector<FunnelStage> funnel;
  std::vector<Reason> reasons;  // the rules that bind, the most telling first
  std::optional<OtherDay> earlier;
  std::optional<OtherDay> later;
  std::optional<Price> price;  // of the date asked about; empty: no way was found
};

// Without `on`: what holds the session where it is, or keeps it from any place. With `on`: which
// rules forbid that date while all others stay put, or at which hours it could be; and the price of
// forcing it.
// Errors: no such session; and those of solve().
Result<Why> why(const Program& program, std::string_view session, std::optional<Date> on = {},
                std::optional<Date> as_of = {});

}  // namespace tandem
