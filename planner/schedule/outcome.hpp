// What a run of the engine comes back with: the plan, what found no place and why, when each cohort
// finishes and could finish at best. "No plan exists" is an outcome, not an error. Read by the
// command line, the window and the reports; knows nothing of how it was made.
#pragma once

#include <string>
#include <vector>

#include "planner/domain/proposal.hpp"
#include "planner/schedule/cost.hpp"

namespace tandem {

enum class OutcomeStatus : std::uint8_t {
  complete,    // every session has a place
  partial,     // some have none in this plan
  impossible,  // some have none in any plan: shown by the facts alone
};
constexpr std::array<std::string_view, 3> words(Tag<OutcomeStatus>) {
  return {"complete", "partial", "impossible"};
}

// One rule that binds: its name as in waivers and JSON ("facilitator_language"), and a sentence.
struct Reason {
  std::string rule;
  std::string text;
  std::vector<RawId> absences = {};  // the rows it tells, of one person or room

  bool operator==(const Reason&) const = default;
};

// How many starts are left after each kind of rule: "302 free for all 18 people".
struct FunnelStage {
  std::string stage;
  std::int64_t starts{};

  bool operator==(const FunnelStage&) const = default;
};

struct UnplacedSession {
  std::string session;
  std::vector<FunnelStage> funnel;
  std::vector<Reason> reasons;
};

// Somebody who needs a module and has no seat in it: what is left to arrange by hand.
struct Unseated {
  Id<Person> person;
  Id<Cohort> cohort;
  Id<Module> module;
  std::string text;
};

struct CohortDay {
  Id<Cohort> cohort;
  Date date{};
};

struct Outcome {
  OutcomeStatus status{};
  Proposal proposal;                      // all sessions of the cohorts asked for, by code
  int sessions{};                         // in the proposal
  int placed{};                           // of them with a date
  std::vector<UnplacedSession> unplaced;  // by code
  std::vector<Unseated> to_make_up;       // by cohort, module, person
  std::vector<Reason> overruns;           // soft deadlines and budgets exceeded, with days or money
  std::vector<CohortDay> finish;          // by code; cohorts with at least one session placed
  std::vector<CohortDay> bound;           // no plan of these sessions finishes earlier
  Cost cost;
  std::uint64_t seed{};
  std::int64_t steps{};  // attempts to place one session, those of the first construction included
  double seconds{};      // CPU time of the run; the one field that differs between equal runs
};

}  // namespace tandem
