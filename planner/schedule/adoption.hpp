// Taking a branch over into the plan, all of it or the sessions of some cohorts or some codes.
// Every session is asked again against the plan as it stands: one that was changed there after the
// branch took it up is stale, and a rule that the plan would newly break is told. Either keeps
// everything as it is, so that nothing is ever half taken over. Pure: what comes back are commands.
#pragma once

#include <string>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/edit/command.hpp"
#include "planner/schedule/verify.hpp"

namespace tandem {

enum class Stale : std::uint8_t {
  refuse,   // any stale session keeps everything back
  leave,    // they stay in the branch, the others are taken over
  replace,  // the branch's version wins; never over a session that was delivered meanwhile
};

struct AdoptChoice {
  std::vector<Id<Cohort>> cohorts;    // sessions of these,
  std::vector<std::string> sessions;  // and those of these codes; neither: the whole branch
  Stale stale{Stale::refuse};
};

struct StaleSession {
  std::string session;
  std::string text;  // "meeting 1 is on Tue 1 Jun 09:00 now"
};

struct Adoption {
  std::vector<std::string> sessions;  // taken over, by code
  std::vector<StaleSession> stale;    // by code, one for each row that differs
  std::vector<Violation> broken;      // rules that the plan breaks with them and not without
  bool held_back{};                   // stale or broken: `commands` is empty
  std::vector<std::string> together;  // of a part that is broken: sessions of the branch with which
                                      // it is not, none of them for nothing; empty: there are none
  bool whole{};                       // no row is left in the branch, so it ends
  std::vector<Command> commands;      // to be applied as one
};

// Errors: not_found, for a code the branch does not differ in; refused, what apply() says of rows.
// Cost: judging the plan twice; a part that is broken, about 2 k log(n / k) times that for k
// sessions of n to take with it (least.hpp).
Result<Adoption> adopt_branch(const Program& program, Id<Branch> branch, const AdoptChoice& choice,
                              Date today);

// Every session of the branch that the plan has changed since the branch took it up; for a list of
// branches. Cost: linear in the rows of the branch; nothing is judged.
std::vector<StaleSession> stale_sessions(const Program& program, Id<Branch> branch);

}  // namespace tandem
