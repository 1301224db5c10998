// How many more cohorts there is room for, over invented organisations: no count lies below what
// the engine places, and what it places breaks no rule that the plan did not break before.
#include "planner/schedule/capacity.hpp"

#include "db/exchange/folder.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/another_cohort.hpp"
#include "planner/schedule/solve.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generator.hpp"

using namespace tandem;

TEST_CASE("no more cohorts are placed than can be, each with all its sessions and no rule broken") {
  const auto seed = static_cast<std::uint64_t>(GENERATE(range(1, 7)));
  INFO("seed " << seed);
  test::GeneratorSize size;
  size.cohorts = static_cast<int>(2 + seed % 3);
  size.seed = seed;
  const auto program = db::read_folder(db::Folder{test::generate(size).folder});
  REQUIRE(program);
  SolveOptions first;
  first.steps = 500;
  const auto outcome = solve(*program, first);
  REQUIRE(outcome);
  CountingIds ids{1'000'000'000};
  const auto planned = apply(*program, AdoptSchedule{outcome->proposal, {}}, ids);
  REQUIRE(planned);

  const Date today = program->workspace().as_of.value_or(*program->workspace().horizon_from);
  for (const Programme& programme : planned->program.programmes) {
    if (!schedule::typical_cohort(planned->program, programme.id)) continue;
    INFO("programme " << programme.code);
    CapacityOptions options;
    options.as_of = today;
    options.steps = 800;
    options.most = 3;
    const auto found = capacity(planned->program, programme.id, options);
    REQUIRE(found);
    CHECK(found->bound.value_or(INT64_MAX) >= found->placed);
    CHECK(std::ssize(found->finish) == found->placed);

    const auto before =
        verify(schedule::with_fixed_limits(planned->program, schedule::Headcount::least), today);
    for (const Violation& v : verify(found->with, today))
      if (std::find(before.begin(), before.end(), v) == before.end())
        FAIL_CHECK(word(v.rule) << " " << v.session << ": " << v.text);
    std::size_t made = 0;
    for (const Session& session : found->with.sessions) {
      if (planned->program.sessions.find_key(session.code)) continue;
      ++made;
      const bool dated =
          session.due_to || std::any_of(found->with.meetings.begin(), found->with.meetings.end(),
                                        [&](const Meeting& m) { return m.session == session.id; });
      CHECK(dated);
    }
    CHECK(made == found->sessions.size() * static_cast<std::size_t>(found->placed));
  }
}
