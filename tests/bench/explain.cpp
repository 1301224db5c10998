#include "tests/bench/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "planner/base/text.hpp"
#include "planner/schedule/conflict_set.hpp"
#include "planner/schedule/meter.hpp"
#include "planner/schedule/relaxable.hpp"
#include "planner/schedule/solve.hpp"
#include "tests/bench/conflicts.hpp"

namespace tandem::bench {
namespace {

using namespace schedule;

constexpr std::int64_t kSteps = 4'000;

// The day the engine gives the session when it plans the cohort of it, or everybody.
std::optional<Date> planned(const Program& program, const std::string& session, bool alone) {
  SolveOptions options;
  options.steps = kSteps;
  if (alone)
    for (const Cohort& cohort : program.cohorts)
      if (session.starts_with(cohort.code + "/")) options.cohorts = {cohort.id};
  const auto outcome = solve(program, options);
  if (!outcome) return {};
  for (const PlannedSession& s : outcome->proposal.sessions)
    if (s.code == session && !s.meetings.empty()) return s.meetings.front().date;
  return {};
}

// The Program with the session's module kept to one day for its cohort.
Program on_day(Program program, const std::string& session, Date day) {
  for (const Cohort& cohort : program.cohorts)
    for (const Module& module : program.modules)
      if (session == cohort.code + "/" + module.code ||
          session.starts_with(cohort.code + "/" + module.code + "/")) {
        CohortModule row;
        const auto* known = program.cohort_modules.find_key(
            join_key({std::to_string(cohort.id.value), std::to_string(module.id.value)}));
        row.id = {RawId{1} << 50};
        if (known) row = *known;
        row.cohort = cohort.id;
        row.module = module.id;
        row.not_before = row.not_after = day;
        program.cohort_modules.put(row);
        return program;
      }
  return program;
}

struct Tally {
  int cases{};
  int irreducible{};  // and sufficient
  int gains{};
  int gains_true{};         // placed on the very day, the cohort planned by itself
  int gains_in_the_plan{};  // placed with all other cohorts planned as well
  std::map<std::size_t, int> sizes;
  std::vector<double> milliseconds;
};

void check(const Planted& planted_case, std::uint64_t seed, Tally& tally) {
  const Program& program = planted_case.program;
  const std::string& session = planted_case.session;
  const double begin = cpu_seconds();
  const auto found = conflict_set(program, session);
  tally.milliseconds.push_back((cpu_seconds() - begin) * 1e3);
  ++tally.cases;
  if (!found || !found->proven || found->facts.empty()) {
    fmt::print("seed {} {}: no set found\n", seed, session);
    return;
  }
  ++tally.sizes[found->facts.size()];

  // All other facts away: the set alone must rule it out, and any part of it must not.
  const auto compiled = compile(program, {});
  const auto& groups = (*compiled)->groups;
  const auto group =
      std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.code == session; });
  Program rest = program;
  std::size_t known = 0;
  for (const Relaxable& fact :
       relaxable_facts(**compiled, static_cast<int>(group - groups.begin()))) {
    const bool in_set = std::any_of(found->facts.begin(), found->facts.end(),
                                    [&](const ConflictFact& f) { return f.text == fact.text; });
    known += in_set ? 1 : 0;
    if (!in_set) fact.take_away(rest);
  }
  bool good = known >= found->facts.size() && !planned(rest, session, true);
  if (!good) fmt::print("seed {} {}: placed in spite of the set\n", seed, session);
  for (const ConflictFact& fact : found->facts) {
    Program less = rest;
    fact.take_away(less);
    if (planned(less, session, true)) continue;
    good = false;
    fmt::print("seed {} {}: no place without \"{}\"\n", seed, session, fact.text);
  }
  tally.irreducible += good ? 1 : 0;
  for (const ConflictFact& fact : found->facts) {
    if (!fact.gained) {
      fmt::print("seed {} {}: nothing gained by \"{}\"\n", seed, session, fact.text);
      continue;
    }
    ++tally.gains;
    Program relaxed = program;
    fact.take_away(relaxed);
    for (const Relaxable& other :
         relaxable_facts(**compiled, static_cast<int>(group - groups.begin())))
      if (std::find(fact.also.begin(), fact.also.end(), other.text) != fact.also.end())
        other.take_away(relaxed);
    if (planned(on_day(relaxed, session, *fact.gained), session, true) == fact.gained)
      ++tally.gains_true;
    else
      fmt::print("seed {} {}: not on {} without \"{}\"\n", seed, session, words(*fact.gained),
                 fact.text);
    tally.gains_in_the_plan += planned(relaxed, session, false) ? 1 : 0;
  }
}

}  // namespace

int explain(const ExplainOptions& options) {
  Tally tally;
  int left_out = 0;
  for (int i = 0; i < options.cases; ++i) {
    const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(i);
    if (const auto planted = plant_conflict(seed, options.cohorts))
      check(*planted, seed, tally);
    else
      ++left_out;
  }
  auto& ms = tally.milliseconds;
  if (ms.empty()) return 1;
  std::sort(ms.begin(), ms.end());
  std::vector<std::string> sizes;
  for (const auto& [size, n] : tally.sizes) sizes.push_back(fmt::format("{}x{}", n, size));
  fmt::print(
      "cases {} left_out {} irreducible_and_sufficient {} facts {} gains {} true_on_the_day {} "
      "placed_in_the_full_plan {} ms median {:.0f} p95 {:.0f} max {:.0f}\n",
      tally.cases, left_out, tally.irreducible, fmt::join(sizes, " "), tally.gains,
      tally.gains_true, tally.gains_in_the_plan, ms[ms.size() / 2], ms[(ms.size() - 1) * 95 / 100],
      ms.back());
  return tally.irreducible == tally.cases && tally.gains_true == tally.gains ? 0 : 1;
}

}  // namespace tandem::bench
