// Properties of every command: taken back it leaves no trace, refused it changes nothing and says
// why. Commands are drawn at random against a small but complete workspace.
#include "planner/edit/apply.hpp"

#include "planner/edit/issue.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_command.hpp"
// RapidCheck's Catch glue wants Catch first.
#include <rapidcheck/catch.h>

using namespace tandem;

namespace {

// A program that random accepted commands lead away from the example.
struct Walk {
  explicit Walk(std::uint64_t seed) : rng(seed) {}

  Program program = test::example_program();
  CountingIds ids{100000};
  Rng rng;
};

constexpr int kSteps = 40;

}  // namespace

TEST_CASE("taking back any command gives the same program") {
  rc::prop("replaying the inverse is the identity", [](std::uint64_t seed) {
    Walk walk{seed};
    for (int i = 0; i < kSteps; ++i) {
      const Command command = test::random_command(walk.program, walk.rng);
      const auto applied = apply(walk.program, command, walk.ids);
      if (!applied) continue;
      RC_ASSERT(replay(applied->program, inverse(applied->changes)) == walk.program);
      RC_ASSERT(replay(walk.program, applied->changes) == applied->program);
      RC_ASSERT(!applied->changes.label.empty());
      walk.program = applied->program;
    }
  });
}

TEST_CASE("the random walks accept and refuse every kind of command") {
  std::array<int, std::variant_size_v<Command>> accepted{};
  std::array<int, std::variant_size_v<Command>> refused{};
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Walk walk{seed};
    for (int i = 0; i < kSteps; ++i) {
      const Command command = test::random_command(walk.program, walk.rng);
      const auto applied = apply(walk.program, command, walk.ids);
      ++(applied ? accepted : refused)[command.index()];
      if (applied) walk.program = applied->program;
    }
  }
  for (std::size_t kind = 0; kind < accepted.size(); ++kind) {
    CAPTURE(kind, accepted[kind], refused[kind]);
    CHECK(accepted[kind] >= 20);
    CHECK(refused[kind] >= 20);
  }
}

TEST_CASE("a refused command says why and where, and changes nothing") {
  rc::prop("refusals carry a reason", [](std::uint64_t seed) {
    Walk walk{seed};
    for (int i = 0; i < kSteps; ++i) {
      const Program before = walk.program;
      const auto applied = apply(walk.program, test::random_command(walk.program, walk.rng), walk.ids);
      RC_ASSERT(walk.program == before);
      if (applied) {
        walk.program = applied->program;
        continue;
      }
      RC_ASSERT(!applied.error().empty());
      for (const Error& error : applied.error()) {
        RC_ASSERT(!error.message.empty());
        RC_ASSERT(!error.where.empty());
      }
    }
  });
}

TEST_CASE("what apply accepts, a check of the whole program finds sound") {
  rc::prop("no issue slips past the check of the changed rows", [](std::uint64_t seed) {
    Walk walk{seed};
    for (int i = 0; i < kSteps; ++i) {
      const auto applied = apply(walk.program, test::random_command(walk.program, walk.rng), walk.ids);
      if (!applied) continue;
      walk.program = applied->program;
      const auto issues = validate(walk.program);
      if (!issues.empty()) RC_LOG() << text(to_error(walk.program, issues.front()));
      RC_ASSERT(issues.empty());
    }
  });
}
