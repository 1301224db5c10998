// Proof that a session has no place in any plan, as the few facts that together rule it out: take
// any one of them away and the rest no longer do (an irreducible set). Found by QuickXplain
// (least.hpp) over the facts of relaxable.hpp; the oracle is an exact search in the small
// (chain.hpp): the session and what it builds on placed together, what is fixed where it is, what
// else is linked to them left a day by dates, and no other session in the way. Irreducible is meant
// relative to that and to those facts; who sits where, skills, languages and counts stay as they
// are. Used by `why`.
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
  std::vector<std::string> also;            // facts outside the set that have to go with it: few,
                                            // none of which can stay
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
  // False: it has a place when nothing else is in the way, or whether it has is not known.
  bool proven{};
  std::vector<ConflictFact> facts;      // irreducible; in the order of relaxable.hpp
  std::vector<std::string> background;  // "RTM-LAB alone has the features it needs"
  std::vector<FurtherWayOut> further;
  int questions{};  // put to the oracle
};

// With `on`: why it cannot begin on that day, whatever else is moved.
// Cost: about 2 k log(n / k) questions for k facts of n, 1 to 10 ms each at 240 sessions.
// Errors: not_found for the session, and those of solve().
Result<ConflictSet> conflict_set(const Program& program, std::string_view session,
                                 std::optional<Date> as_of = {}, std::optional<Date> on = {});

}  // namespace tandem
