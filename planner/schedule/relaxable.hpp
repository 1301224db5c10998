// The facts of a Program that a planner could change to give a session and what it builds on a
// place: dated or numeric entries such as absences, closures, holidays, deadlines, distances and
// limits, each with its rule, a sentence, and the Program as it would be without it. Skills,
// languages and counts are not among them: they are the background against which facts are judged.
// Used by conflict_set.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "planner/schedule/compile.hpp"

namespace tandem::schedule {

struct Relaxable {
  RuleKind rule{};
  std::string text;     // "LAB is not available Mon 7 Jun to Fri 18 Jun"
  std::string way_out;  // "open LAB on one of these days"
  std::function<void(Program&)> take_away;
};

// Those that can bear on the session and what it builds on, each once, in the order in which one
// would ask for them: absences and closures first, then blackouts and holidays, own dates,
// distances, limits, working hours. All absences of one person, facilitator or room are one fact.
// Of what builds on it, own dates and distances alone: nothing else of them bears on what comes
// before.
std::vector<Relaxable> relaxable_facts(const Compiled& compiled, int session);

}  // namespace tandem::schedule
