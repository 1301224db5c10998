// The judge of a plan: which planning rules a Program's sessions, meetings and seats break, each
// told in a sentence, and what is left to do (unplaced sessions, people to make up, lateness,
// cost). Slow and obvious on purpose: it reads the rows of a Program and the public text of the
// planning rules, works in local dates and UTC minutes, and must never include what the engine uses
// (problem, compile, greedy ...), so that a fault there is caught here. Runs after every solve, in
// `tandem verify`, and in tests.
//
// What is judged: planned and published sessions that have a date. Delivered ones are not judged;
// they occupy people and rooms and count as done. Cancelled ones and ones without a date break
// nothing. A fact that several sessions share (a clash, a week too full) is told once for each of
// them that is judged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/domain/program.hpp"
#include "planner/domain/proposal.hpp"
#include "planner/schedule/rule.hpp"

namespace tandem {

struct Violation {
  RuleKind rule{};
  std::string session;                // code; "" when no session can be named
  std::string text;                   // one sentence, with names and dates
  std::vector<std::string> subjects;  // codes and numbers a waiver may name, in order

  bool operator==(const Violation&) const = default;
};

struct VerifyOptions {
  std::optional<Date> as_of;  // none: the workspace's own, if it has one
  // A repair may change a frozen session that an absence, a closure or a blackout breaks.
  bool repairing{};
};

// Ordered by session code, rule and text; no two alike. Waivers are honoured.
// Cost: n log n in the meetings and seats, times the seats that share an hour.
std::vector<Violation> verify(const Program& program, std::optional<Date> as_of = {});

// The Program with the proposal's sessions, meetings and seats in place of its own for those codes.
// Only here can `pin` be broken: it needs a before and an after.
std::vector<Violation> verify(const Program& program, const Proposal& proposal,
                              const VerifyOptions& options = {});

// Somebody enrolled who needs a module of their cohort and has no seat, where the plan need not
// give one: a group was delivered already, a group has no date yet, or their pause is in the way.
struct OwedSeat {
  Id<Cohort> cohort;
  Id<Module> module;
  std::string session;  // the first group of the module for that cohort
  Id<Person> person;

  bool operator==(const OwedSeat&) const = default;
};

struct CohortOutcome {
  Id<Cohort> cohort;
  std::optional<Date> finish;  // date of the last meeting or due date; none when nothing has one
  int late_days{};             // past the deadline, soft or hard
  std::int64_t cost{};         // whole cents
  std::int64_t over_budget{};

  bool operator==(const CohortOutcome&) const = default;
};

struct PlanSummary {
  std::vector<std::string> unplaced;    // codes of sessions without a date, in order
  std::vector<OwedSeat> owed_seats;     // by session code, then employee number
  std::vector<CohortOutcome> outcomes;  // by cohort code

  bool operator==(const PlanSummary&) const = default;
};

PlanSummary summarize(const Program& program);
PlanSummary summarize(const Program& program, const Proposal& proposal);

}  // namespace tandem
