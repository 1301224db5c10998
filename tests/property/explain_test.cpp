// The first day a session could have, against every plan there is: on small cases each start, room
// and lead of the session and of what it builds on is tried, and the judge of plans says which of
// these plans are allowed. What the explanation calls impossible must be so, and what it calls the
// first day must be the first.
#include <algorithm>

#include "planner/base/random.hpp"
#include "planner/schedule/alone.hpp"
#include "planner/schedule/conflict_set.hpp"
#include "planner/schedule/relaxable.hpp"
#include "planner/schedule/result.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using namespace tandem::schedule;
using tandem::test::day;
using tandem::test::hour;

namespace {

constexpr int kDays = 9;  // Mon 4 to Tue 12 January
constexpr int kLength = 180;
constexpr const char* kLast = "MGR-1/M3";

// Three modules, one after the other, for one cohort; two leads, a room, and a handful of
// dates and limits that may or may not leave the last of them a day.
struct Case : test::SmallProgram {
  std::vector<Id<Module>> modules{add_module("M1", kLength), add_module("M2", kLength),
                                  add_module("M3", kLength)};
  Id<Cohort> cohort = add_cohort("MGR-1");
  std::vector<Id<Person>> people = add_people(cohort, 3);
  std::vector<Id<Facilitator>> leads{add_facilitator("ANA", modules),
                                     add_facilitator("BO", {modules[0], modules[2]})};
  Id<Room> room = add_room("R1", 12);

  explicit Case(std::uint64_t seed) : rng(seed) {
    Workspace workspace = program.workspace();
    workspace.horizon_to = day(1, 12);
    workspace.slot_minutes = 60;
    put(workspace);
    change(site, [](Site& row) { row.day_end = hour(15); });
    for (std::size_t m = 1; m < modules.size(); ++m)
      needs(modules[m], modules[m - 1], rng.between(0, 3), std::nullopt,
            rng.chance(1, 3) ? std::optional{rng.between(3, 5)} : std::nullopt);
    for (int i = rng.between(2, 5); i > 0; --i) absence();
    if (rng.chance(1, 2)) change(cohort, [&](Cohort& c) { week(c.max_minutes_week); });
    if (rng.chance(1, 3)) change(cohort, [&](Cohort& c) { c.max_sessions_day = 1; });
    if (rng.chance(1, 2))
      change(leads[rng.below(2)], [&](Facilitator& f) { week(f.max_minutes_week); });
    if (rng.chance(1, 3)) change(leads[rng.below(2)], [&](Facilitator& f) { f.max_days_week = 1; });
    if (rng.chance(1, 3)) money();
  }

  void week(std::optional<int>& most) { most = kLength * rng.between(1, 2); }

  void absence() {
    Absence row;
    const auto some = [&](auto kind, RawId who) {
      row.kind = kind;
      row.code = {who};
    };
    if (rng.chance(1, 3))
      some(AbsenceKind::facilitator, leads[rng.below(2)].value);
    else if (rng.chance(1, 2))
      some(AbsenceKind::room, room.value);
    else
      some(AbsenceKind::person, people[rng.below(3)].value);
    row.from = day(1, 4) + days{rng.between(0, kDays - 1)};
    row.to = row.from + days{rng.between(0, 4)};
    put(row);
  }

  // A hard budget that the dearer lead, whom the search asks first, may be too much for.
  void money() {
    change(leads[0], [](Facilitator& f) { f.day_rate = 100; });
    change(leads[1], [](Facilitator& f) { f.day_rate = 300; });
    change(cohort, [&](Cohort& c) {
      c.budget = rng.between(3, 9) * 100;
      c.budget_rule = Rule::hard;
    });
  }

  Rng rng;
};

// Every plan that the judge passes, of a Program with these sessions alone; the first day of the
// last of them.
class EveryPlan {
 public:
  EveryPlan(const Case& small, const Program& program, const Compiled& compiled)
      : small_(small), program_(program) {
    for (const Group& group : compiled.groups) plan_.sessions.push_back(without_date(group));
  }

  std::optional<Date> first_day() {
    for (std::size_t m = 0; m < plan_.sessions.size(); ++m)
      for (int offset = 0; offset < kDays; ++offset)
        for (const int start : {9, 10, 11, 12})
          for (const auto lead : small_.leads) {
            hold(m,
                 {day(1, 4) + days{offset}, hour(start), hour(start + 3), small_.room, {lead}, {}});
            if (passes(true)) alone_[m].push_back(plan_.sessions[m].meetings.front());
            plan_.sessions[m].meetings.clear();
          }
    // Two by two first, which rules out most.
    const auto before_last = pairs(1, 2);
    const auto before_that = pairs(0, 1);
    for (std::size_t last = 0; last < alone_[2].size(); ++last) {
      hold(2, alone_[2][last]);
      for (const std::size_t second : before_last[last]) {
        hold(1, alone_[1][second]);
        for (const std::size_t first : before_that[second]) {
          hold(0, alone_[0][first]);
          if (passes(false)) return alone_[2][last].date;
        }
      }
    }
    return {};
  }

 private:
  void hold(std::size_t m, const PlannedMeeting& meeting) {
    plan_.sessions[m].meetings = {meeting};
  }

  // By place of the later one: the places of the earlier one that go with it.
  std::vector<std::vector<std::size_t>> pairs(std::size_t earlier, std::size_t later) {
    std::vector<std::vector<std::size_t>> out(alone_[later].size());
    for (std::size_t l = 0; l < alone_[later].size(); ++l) {
      hold(later, alone_[later][l]);
      for (std::size_t e = 0; e < alone_[earlier].size(); ++e) {
        hold(earlier, alone_[earlier][e]);
        if (passes(true)) out[l].push_back(e);
      }
    }
    for (PlannedSession& s : plan_.sessions) s.meetings.clear();
    return out;
  }

  // `waiting`: though what it needs has no date yet.
  bool passes(bool waiting) const {
    const auto found = verify(program_, plan_);
    return std::all_of(found.begin(), found.end(), [&](const Violation& v) {
      return waiting && v.rule == RuleKind::prerequisite &&
             v.text.find("has no date") != std::string::npos;
    });
  }

  const Case& small_;
  const Program& program_;
  Proposal plan_;
  std::array<std::vector<PlannedMeeting>, 3> alone_;
};

std::shared_ptr<const Compiled> compiled(const Program& program) {
  auto out = compile(program, {});
  REQUIRE(out);
  return *out;
}

}  // namespace

TEST_CASE("the first day said is that of the earliest of all plans the judge passes") {
  const auto seed = static_cast<std::uint64_t>(GENERATE(range(1, 41)));
  INFO("seed " << seed);
  const Case small{seed};
  const auto whole = compiled(small.program);
  const Alone alone{whole, whole->session(kLast)};
  const auto answer = alone.in(small.program);
  CHECK(answer.sure);
  CHECK(answer.first == EveryPlan{small, small.program, *whole}.first_day());
  if (!answer.first) return;
  const auto witness = alone.witness(small.program);
  REQUIRE(witness);
  CHECK(verify(small.program, *witness).empty());
}

TEST_CASE("no plan holds the session while the facts do, and one does without any of them") {
  int proven = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    INFO("seed " << seed);
    const Case small{seed};
    const auto found = conflict_set(small.program, kLast);
    REQUIRE(found);
    if (!found->proven || found->facts.empty()) continue;
    ++proven;
    const auto whole = compiled(small.program);
    Program rest = small.program;
    for (const Relaxable& fact : relaxable_facts(*whole, whole->session(kLast)))
      if (std::none_of(found->facts.begin(), found->facts.end(),
                       [&](const ConflictFact& f) { return f.text == fact.text; }))
        fact.take_away(rest);
    CHECK_FALSE(EveryPlan(small, rest, *whole).first_day());
    for (const ConflictFact& fact : found->facts) {
      INFO(fact.text);
      Program less = rest;
      fact.take_away(less);
      CHECK(EveryPlan(small, less, *whole).first_day());
      if (!fact.gained || !fact.also.empty()) continue;
      Program relaxed = small.program;
      fact.take_away(relaxed);
      CHECK(EveryPlan(small, relaxed, *whole).first_day() == fact.gained);
    }
  }
  CHECK(proven > 5);
}
