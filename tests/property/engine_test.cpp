// The engine on invented organisations of many sizes: every session finds a place, the verifier
// here and the second one in Python find nothing wrong, and improvement improves.
#include <fmt/format.h>

#include <cstdlib>

#include "db/exchange/folder.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/solve.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generator.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"

using namespace tandem;

namespace {

Program generated(int cohorts, std::uint64_t seed, int joint = 0) {
  test::GeneratorSize size;
  size.cohorts = cohorts;
  size.seed = seed;
  size.joint = joint;
  auto program = db::read_folder(db::Folder{test::generate(size).folder});
  REQUIRE(program);
  return *program;
}

Outcome planned(const Program& program, std::int64_t steps) {
  SolveOptions options;
  options.steps = steps;
  auto outcome = solve(program, options);
  REQUIRE(outcome);
  return *outcome;
}

// What tests/peer/verify.py says of the Program with the plan adopted: its exit status.
int second_opinion(const Program& program, const Proposal& proposal) {
  CountingIds ids{1'000'000'000};
  const auto adopted = apply(program, AdoptSchedule{proposal, {}}, ids);
  REQUIRE(adopted);
  const test::TempFolder temp;
  const auto folder = temp.path() / "plan";
  REQUIRE(db::write_folder(adopted->program, folder));
  return std::system(fmt::format("python3 {}/tests/peer/verify.py {} >/dev/null",
                                 test::source_path("").string(), folder.string())
                         .c_str());
}

}  // namespace

TEST_CASE("generated folders of 2 to 20 cohorts are planned whole, and two judges agree") {
  const int cohorts = GENERATE(2, 3, 5, 8, 12, 16, 20);
  const Program program = generated(cohorts, static_cast<std::uint64_t>(cohorts));
  const Outcome outcome = planned(program, 40'000);
  INFO(cohorts << " cohorts");
  CHECK(outcome.status == OutcomeStatus::complete);
  for (const UnplacedSession& u : outcome.unplaced) UNSCOPED_INFO("unplaced " << u.session);
  CHECK(outcome.placed == outcome.sessions);
  CHECK(outcome.cost[Tier::unplaced] == 0);
  for (const Violation& v : verify(program, outcome.proposal))
    FAIL_CHECK(word(v.rule) << " " << v.session << ": " << v.text);
  CHECK(second_opinion(program, outcome.proposal) == 0);
}

TEST_CASE("joint sessions of generated folders are planned whole too") {
  const Program program = generated(10, 3, 4);
  const Outcome outcome = planned(program, 20'000);
  CHECK(outcome.placed == outcome.sessions);
  CHECK(verify(program, outcome.proposal).empty());
  CHECK(second_opinion(program, outcome.proposal) == 0);
}

TEST_CASE("improvement is never worse than the construction, and better on nine folders of ten") {
  int better = 0;
  for (std::uint64_t seed = 101; seed <= 110; ++seed) {
    const Program program = generated(4, seed);
    const Outcome first = planned(program, 1);
    const Outcome improved = planned(program, 5'000);
    CHECK(improved.cost <= first.cost);
    better += improved.cost < first.cost ? 1 : 0;
    for (const CohortDay& bound : improved.bound)
      for (const CohortDay& finish : improved.finish)
        if (bound.cohort == finish.cohort) CHECK(bound.date <= finish.date);
  }
  CHECK(better >= 9);
}

TEST_CASE("no plan of the hidden witness finishes before the bound") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    test::GeneratorSize size;
    size.cohorts = 5;
    size.seed = seed;
    const auto made = test::generate(size);
    const auto open = db::read_folder(db::Folder{made.folder});
    const auto witness = db::read_folder(db::Folder{made.witness});
    REQUIRE(open);
    REQUIRE(witness);
    const Outcome outcome = planned(*open, 1'500);
    for (const CohortOutcome& cohort : summarize(*witness).outcomes)
      for (const CohortDay& bound : outcome.bound)
        if (code_of(*open, bound.cohort) == code_of(*witness, cohort.cohort) && cohort.finish)
          CHECK(bound.date <= *cohort.finish);
  }
}
