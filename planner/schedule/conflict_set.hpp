// Proof that a session has no place in any plan, as the few facts that together rule it out: take
// any one of them away and the rest no longer do (an irreducible set). Found by QuickXplain
// (least.hpp) over the facts of relaxable.hpp; the oracle is the engine's own search with nothing
// else in the way (proof.hpp), so it cannot disagree with what the engine places. Used by `why`.
#pragma once

#include <optional>
#include <string_view>

#include "planner/base/result.hpp"
#include "planner/domain/program.hpp"

namespace tandem {

struct ConflictFact {
  std::string rule;
  std::string text;            // the fact
  std::string way_out;         // what to ask for
  std::optional<Date> gained;  // the first day the session could have without this fact alone;
                               // empty: something else stands in the way then
};

struct ConflictSet {
  bool proven{};                        // false: it has a place when nothing else is in the way
  std::vector<ConflictFact> facts;      // irreducible; in the order of relaxable.hpp
  std::vector<std::string> background;  // "RTM-LAB alone has the features it needs"
};

// Cost: about 2 k + k log(n / k) compilations for k facts of n.
// Errors: not_found for the session, and those of solve().
Result<ConflictSet> conflict_set(const Program& program, std::string_view session,
                                 std::optional<Date> as_of = {});

}  // namespace tandem
