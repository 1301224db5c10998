// Branches over invented organisations: a whole plan of another seed tried out in a branch, taken
// over, is that plan row by row; dropped, it leaves the exported folder as it was, byte for byte.
#include "planner/schedule/scenario.hpp"

#include "db/exchange/folder.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/adoption.hpp"
#include "planner/schedule/solve.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generator.hpp"

using namespace tandem;

namespace {

Proposal solved(const Program& program, std::uint64_t seed, std::int64_t steps) {
  SolveOptions options;
  options.seed = seed;
  options.steps = steps;
  const auto outcome = solve(program, options);
  REQUIRE(outcome);
  return outcome->proposal;
}

struct Tried {
  Program program;
  Id<Branch> branch;
  CountingIds ids{1'000'000'000};

  void apply(const std::vector<Command>& commands) {
    const auto done = apply_all(program, commands, ids);
    REQUIRE(done);
    program = done->program;
  }
  void in_branch(const Command& command) {
    CountingIds draft{RawId{1} << 61};
    const auto done = tandem::apply(plan_of(program, branch), command, draft);
    REQUIRE(done);
    const auto rows = write_plan(program, branch, done->program);
    REQUIRE(rows);
    apply(*rows);
  }
};

}  // namespace

TEST_CASE("a branch taken over whole is the plan of the branch; dropped, it never was") {
  const auto seed = static_cast<std::uint64_t>(GENERATE(range(1, 9)));
  INFO("seed " << seed);
  test::GeneratorSize size;
  size.cohorts = static_cast<int>(2 + seed % 3);
  size.seed = seed;
  const auto program = db::read_folder(db::Folder{test::generate(size).folder});
  REQUIRE(program);
  Tried tried{*program, {}};
  // Odd seeds have a plan already, of which the branch's differs; for even ones it is the first.
  if (seed % 2 == 1) tried.apply({AdoptSchedule{solved(tried.program, seed, 500), {}}});
  const db::Folder before = db::to_folder(tried.program);

  Branch row;
  row.code = "try";
  tried.apply({Put{AnyRow{row}}});
  tried.branch = tried.program.branches.begin()->id;
  tried.in_branch(AdoptSchedule{solved(tried.program, seed + 100, 2'000), {}});
  const Program plan = plan_of(tried.program, tried.branch);
  REQUIRE_FALSE(changed_sessions(tried.program, tried.branch).empty());

  Tried dropped = tried;
  dropped.apply(drop_branch(dropped.program, dropped.branch));
  CHECK(db::to_folder(dropped.program) == before);

  // The folder carries the branch: read again, it is the same plan.
  const auto loaded = db::read_folder(db::to_folder(tried.program));
  REQUIRE(loaded);
  const db::Folder plan_folder = db::to_folder(plan);
  const db::Folder again = db::to_folder(plan_of(*loaded, loaded->branches.begin()->id));
  for (const char* file : {"sessions.csv", "meetings.csv", "seats.csv", "waivers.csv"})
    CHECK(again.at(file) == plan_folder.at(file));

  for (const Program* of : std::initializer_list<const Program*>{&tried.program, &*loaded}) {
    const auto adoption =
        adopt_branch(*of, of->branches.begin()->id, {},
                     of->workspace().as_of.value_or(*of->workspace().horizon_from));
    REQUIRE(adoption);
    for (const StaleSession& s : adoption->stale) FAIL_CHECK(s.session << ": " << s.text);
    for (const Violation& v : adoption->broken) FAIL_CHECK(v.session << ": " << v.text);
    CHECK(adoption->whole);
    CountingIds none{RawId{1} << 62};
    const auto done = apply_all(*of, adoption->commands, none);
    REQUIRE(done);
    const db::Folder after = db::to_folder(done->program);
    for (const char* file : {"sessions.csv", "meetings.csv", "seats.csv", "waivers.csv"})
      CHECK(after.at(file) == plan_folder.at(file));
    CHECK(after.at("branches.csv") == before.at("branches.csv"));
    CHECK(after.at("branch_meetings.csv") == before.at("branch_meetings.csv"));
  }
}
