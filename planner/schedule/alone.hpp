// A session by itself: the first day it could have, in its Program or in one that differs in dates,
// hours and limits, with nothing else in the way (chain.hpp says what that means). Who sits where
// is decided once, for the Program it was made for; only what bears on the session is compiled
// again for the others. Used by conflict_set and ways_out.
#pragma once

#include <optional>

#include "planner/domain/proposal.hpp"
#include "planner/schedule/chain.hpp"
#include "planner/schedule/compile.hpp"

namespace tandem::schedule {

class Alone {
 public:
  // With `on`: that day or none. `whole` need not outlive this, but for its Program's rows.
  Alone(std::shared_ptr<const Compiled> whole, int session, std::optional<Date> on = {});

  struct Answer {
    std::optional<Date> first;  // none: no plan of that Program holds it
    bool sure{true};            // every day before `first`, or every day, is ruled out by proof
  };
  // Cost: 1 to 10 ms at 240 sessions.
  Answer in(const Program& program) const;
  // With fewer leads, or without a room.
  Answer with_one_lead_less() const;
  Answer without_a_room() const;

  // How it could be held on its first day: it, what it builds on, and what is fixed.
  // Returns: nothing where there is no such day.
  std::optional<Proposal> witness(const Program& program) const;

  // The Program with no other open session on a date.
  Program cleared(Program program) const;

  int questions() const { return questions_; }

 private:
  std::shared_ptr<const Compiled> compiled(const Program& program) const;
  Answer ask(const Compiled& compiled, const Problem& problem) const;

  std::shared_ptr<const Compiled> whole_;
  std::string code_;
  std::optional<Date> on_;
  Seating seating_;  // of what is fixed and what is linked to the session, directly or not
  std::vector<char> binds_;
  mutable int questions_{};
};

}  // namespace tandem::schedule
