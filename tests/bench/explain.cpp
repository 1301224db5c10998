#include "tests/bench/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/schedule/alone.hpp"
#include "planner/schedule/conflict_set.hpp"
#include "planner/schedule/meter.hpp"
#include "planner/schedule/relaxable.hpp"
#include "planner/schedule/solve.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/bench/conflicts.hpp"

namespace tandem::bench {
namespace {

using namespace schedule;

constexpr std::int64_t kSteps = 4'000;

// The day the engine gives the session when it plans the cohort of it, or everybody; none when any
// of `followers` is left without one.
std::optional<Date> planned(const Program& program, const std::string& session, bool alone,
                            const std::set<std::string>& followers = {}) {
  SolveOptions options;
  options.steps = kSteps;
  if (alone)
    for (const Cohort& cohort : program.cohorts)
      if (session.starts_with(cohort.code + "/")) options.cohorts = {cohort.id};
  const auto outcome = solve(program, options);
  if (!outcome) return {};
  for (const UnplacedSession& s : outcome->unplaced)
    if (followers.contains(s.session)) return {};
  for (const PlannedSession& s : outcome->proposal.sessions)
    if (s.code == session && !s.meetings.empty()) return s.meetings.front().date;
  return {};
}

// The Program with the session's module kept to days up to that one for its cohort.
Program up_to(Program program, const std::string& session, Date last) {
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
        row.not_after = row.not_after ? std::min(*row.not_after, last) : last;
        program.cohort_modules.put(row);
        return program;
      }
  return program;
}

struct Tally {
  int cases{};
  int irreducible{};  // and sufficient
  int gains{};
  int gains_true{};         // placed on the very day, and not before
  int gains_in_the_plan{};  // placed with all other cohorts planned as well
  std::map<std::size_t, int> sizes;
  std::vector<double> milliseconds;
  std::vector<int> questions;
};

// One planted case, its answer, and what is held against it.
class Check {
 public:
  Check(const Planted& planted, std::shared_ptr<const Compiled> compiled, std::uint64_t seed)
      : program_(planted.program),
        session_(planted.session),
        seed_(seed),
        compiled_(std::move(compiled)),
        index_(compiled_->session(session_)),
        alone_(compiled_, index_),
        facts_(relaxable_facts(*compiled_, index_)) {
    for (const int s : open_chain(compiled_->problem, index_, Towards::before))
      chain_.insert(compiled_->groups[nth(s)].code);
    for (const int s : open_chain(compiled_->problem, index_, Towards::after))
      followers_.insert(compiled_->groups[nth(s)].code);
  }

  // The set alone rules it out, all other facts away; any part of it does not.
  bool irreducible(const ConflictSet& found) const {
    Program rest = program_;
    std::size_t known = 0;
    for (const Relaxable& fact : facts_) {
      const bool in_set = std::any_of(found.facts.begin(), found.facts.end(),
                                      [&](const ConflictFact& f) { return f.text == fact.text; });
      known += in_set ? 1 : 0;
      if (!in_set) fact.take_away(rest);
    }
    bool good = known >= found.facts.size() && !planned(rest, session_, true);
    if (!good) say("placed in spite of the set");
    for (const ConflictFact& fact : found.facts) {
      Program less = rest;
      fact.take_away(less);
      if (held(less)) continue;
      good = false;
      say(fmt::format("no place without \"{}\"", fact.text));
    }
    return good;
  }

  // With the fact relaxed, and what is said to go with it, that is its first day.
  void gain(const ConflictFact& fact, Tally& tally) const {
    ++tally.gains;
    Program relaxed = program_;
    fact.take_away(relaxed);
    for (const Relaxable& other : facts_)
      if (std::find(fact.also.begin(), fact.also.end(), other.text) != fact.also.end())
        other.take_away(relaxed);
    const bool there = held(relaxed) == fact.gained;
    if (!there) say(fmt::format("not on {} without \"{}\"", words(*fact.gained), fact.text));
    // Held that early, what builds on it may have no day left: then it is no answer.
    const auto before =
        planned(up_to(relaxed, session_, *fact.gained - days{1}), session_, true, followers_);
    if (before)
      say(fmt::format("on {}, before {}, without \"{}\"", words(*before), words(*fact.gained),
                      fact.text));
    tally.gains_true += there && !before ? 1 : 0;
    tally.gains_in_the_plan += planned(relaxed, session_, false) ? 1 : 0;
  }

  void say(const std::string& what) const { fmt::print("seed {} {}: {}\n", seed_, session_, what); }

 private:
  // The day of the witness, where the judge of plans has nothing against it.
  std::optional<Date> held(const Program& program) const {
    const auto witness = alone_.witness(program);
    if (!witness) {
      if (!alone_.in(program).sure) say("whether it has a day is not known");
      return {};
    }
    for (const Violation& v : verify(alone_.cleared(program), *witness))
      if (chain_.contains(v.session)) {
        say(fmt::format("{}: {}", v.session, v.text));
        return {};
      }
    for (const PlannedSession& s : witness->sessions)
      if (s.code == session_ && !s.meetings.empty()) return s.meetings.front().date;
    return {};
  }

  const Program& program_;
  const std::string& session_;
  std::uint64_t seed_;
  std::shared_ptr<const Compiled> compiled_;
  int index_;
  Alone alone_;
  std::vector<Relaxable> facts_;
  std::set<std::string> chain_;      // it and what it builds on, by code
  std::set<std::string> followers_;  // it and what builds on it
};

void check(const Planted& planted, std::uint64_t seed, Tally& tally) {
  const double begin = cpu_seconds();
  const auto found = conflict_set(planted.program, planted.session);
  tally.milliseconds.push_back((cpu_seconds() - begin) * 1e3);
  ++tally.cases;
  const auto compiled = compile(planted.program, {});
  if (!compiled) return;
  const Check check{planted, *compiled, seed};
  if (!found || !found->proven || found->facts.empty()) {
    check.say("no set found");
    return;
  }
  tally.questions.push_back(found->questions);
  ++tally.sizes[found->facts.size()];
  tally.irreducible += check.irreducible(*found) ? 1 : 0;
  for (const ConflictFact& fact : found->facts)
    if (fact.gained)
      check.gain(fact, tally);
    else
      check.say(fmt::format("nothing gained by \"{}\"", fact.text));
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
  auto& asked = tally.questions;
  std::sort(asked.begin(), asked.end());
  std::vector<std::string> sizes;
  for (const auto& [size, n] : tally.sizes) sizes.push_back(fmt::format("{}x{}", n, size));
  fmt::print(
      "cases {} left_out {} irreducible_and_sufficient {} facts {} gains {} true_on_the_day {} "
      "placed_in_the_full_plan {} questions median {} max {} ms median {:.0f} p95 {:.0f} max "
      "{:.0f}\n",
      tally.cases, left_out, tally.irreducible, fmt::join(sizes, " "), tally.gains,
      tally.gains_true, tally.gains_in_the_plan, asked.empty() ? 0 : asked[asked.size() / 2],
      asked.empty() ? 0 : asked.back(), ms[ms.size() / 2], ms[(ms.size() - 1) * 95 / 100],
      ms.back());
  return tally.irreducible == tally.cases && tally.gains_true == tally.gains ? 0 : 1;
}

}  // namespace tandem::bench
