// Answers to a planner's two questions about one session in the plan as it stands: why is it held
// there, and why not on that other day. The rules are those the engine places by; the words carry
// the names of the people, rooms and modules concerned. Used by `tandem why` and the window.
#pragma once

#include <optional>
#include <string_view>

#include "planner/base/result.hpp"
#include "planner/domain/program.hpp"
#include "planner/schedule/outcome.hpp"

namespace tandem {

struct Why {
  std::string session;
  bool possible{};  // on the date asked about, or anywhere when none was
  std::vector<FunnelStage> funnel;
  std::vector<Reason> reasons;  // the rules that bind, the most telling first
};

// Without `on`: what holds the session where it is, or keeps it from any place. With `on`: which
// rules forbid that date while all others stay put, or at which hours it could be.
// Errors: no such session; and those of solve().
Result<Why> why(const Program& program, std::string_view session, std::optional<Date> on = {},
                std::optional<Date> as_of = {});

}  // namespace tandem
