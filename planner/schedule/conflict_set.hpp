// Proof that a session has no place in any plan, as the few facts that together rule it out: take
// any one of them away and the rest no longer do (an irreducible set). Found by QuickXplain
// (least.hpp) over the facts of relaxable.hpp; the oracle is the engine's own search for the
// session and what it builds on, with nothing else in the way (day_domains.hpp), so it cannot
// disagree with what the engine places. Used by `why`.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "planner/base/result.hpp"
#include "planner/domain/program.hpp"

namespace tandem {

struct ConflictFact {
  std::string rule;
  std::string text;                         // the fact
  std::string way_out;                      // what to ask for
  std::vector<std::string> also;            // facts outside the set that would have to go with it
  std::optional<Date> gained;               // the first day the session could then have; empty:
                                            // none, whatever a few others were relaxed with it
  std::function<void(Program&)> take_away;  // the fact alone
};

// Something other than a fact that would help: "one more lead for M3b who works in fr".
struct FurtherWayOut {
  std::string text;
  Date gained{};
};

struct ConflictSet {
  bool proven{};                        // false: it has a place when nothing else is in the way
  std::vector<ConflictFact> facts;      // irreducible; in the order of relaxable.hpp
  std::vector<std::string> background;  // "RTM-LAB alone has the features it needs"
  std::vector<FurtherWayOut> further;
};

// With `on`: why it cannot begin on that day, whatever else is moved.
// Cost: about 2 k + k log(n / k) compilations for k facts of n.
// Errors: not_found for the session, and those of solve().
Result<ConflictSet> conflict_set(const Program& program, std::string_view session,
                                 std::optional<Date> as_of = {}, std::optional<Date> on = {});

// The first day the session could have with nothing else in the way; none when no plan can place
// it, or there is no such session.
std::optional<Date> first_day_alone(const Program& program, std::string_view session,
                                    std::optional<Date> as_of = {});

}  // namespace tandem
