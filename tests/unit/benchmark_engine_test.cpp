#include <algorithm>

#include "planner/schedule/rcpsp/bound.hpp"
#include "planner/schedule/rcpsp/check.hpp"
#include "planner/schedule/rcpsp/core.hpp"
#include "planner/schedule/rcpsp/generation.hpp"
#include "planner/schedule/rcpsp/genetic.hpp"
#include "planner/schedule/rcpsp/proof.hpp"
#include "planner/schedule/rcpsp/solve.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_project.hpp"

namespace test = tandem::test;
using tandem::Rng;
using namespace tandem::schedule::rcpsp;

namespace {

// Two rooms; talks of 2, 3 and 2 slots, the third after the first, each in one room, the second
// needing both.
ProjectData talks() { return {{0, 2, 3, 2, 0}, {{0}, {1}, {2}, {1}, {0}}, {2}, {{1, 3, 2}}}; }

Project made(ProjectData data) {
  auto project = Project::make(std::move(data));
  REQUIRE(project);
  return *project;
}

std::vector<int> numbers(int n) {
  std::vector<int> list;
  for (int i = 0; i < n; ++i) list.push_back(i);
  return list;
}

bool mentions(const std::vector<std::string>& sentences, std::string_view words) {
  return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
    return sentence.find(words) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("serial generation places each activity of the list at its earliest place") {
  const Project project = made(talks());
  Generation generation{project};
  std::vector<int> starts(5);
  // 1 at 0-2; 2 needs both rooms: 2-5; 3 after 1 and beside nothing of 2: 5-7.
  CHECK(generation.serial(numbers(5), starts) == 7);
  CHECK(starts == std::vector<int>{0, 0, 2, 5, 7});
  // 3 before 2: 1 at 0-2, 3 at 2-4, 2 at 4-7.
  const std::vector<int> other{0, 1, 3, 2, 4};
  CHECK(generation.serial(other, starts) == 7);
  CHECK(starts == std::vector<int>{0, 0, 4, 2, 7});
}

TEST_CASE("serial and parallel generation keep every rule, also with more than four resources") {
  Rng rng{5};
  for (int trial = 0; trial < 40; ++trial) {
    test::ProjectShape shape;
    shape.activities = 25;
    shape.resources = trial % 2 == 0 ? 3 : 7;
    const auto data = test::random_project(rng, shape);
    const Project project = made(data);
    const Project mirror = mirrored(project);
    Generation generation{project};
    Generation backwards{mirror};
    std::vector<int> starts(data.durations.size());
    CHECK(generation.serial(project.order(), starts) == starts.back());
    CHECK(violations(data, starts).empty());
    CHECK(generation.parallel(project.order(), starts) == starts.back());
    CHECK(violations(data, starts).empty());
    backwards.serial(mirror.order(), starts);
    CHECK(violations(mirror.data(), starts).empty());
  }
}

TEST_CASE("the judge of benchmark schedules sees each kind of fault") {
  const auto data = talks();
  const std::vector<int> good{0, 0, 2, 5, 7};
  REQUIRE(violations(data, good).empty());
  CHECK(mentions(violations(data, std::vector<int>{0, 0, 2, 1, 5}), "after activity 1"));
  CHECK(mentions(violations(data, std::vector<int>{0, 0, 1, 5, 7}), "slot 1 uses 3"));
  CHECK(mentions(violations(data, std::vector<int>{0, 0, 2, 5, 6}), "the sink starts at 6"));
  CHECK(mentions(violations(data, std::vector<int>{1, 0, 2, 5, 7}), "the source starts at 1"));
  CHECK(mentions(violations(data, std::vector<int>{0, -1, 2, 5, 7}), "starts at -1"));
  CHECK(mentions(violations(data, std::vector<int>{0, 0, 2}), "3 starts for 5 activities"));
}

TEST_CASE("a project that cannot be is refused with every reason at once") {
  ProjectData data = talks();
  data.durations[1] = -2;
  data.demands[2][0] = -1;
  data.lags.push_back({1, 9, 0});
  const auto project = Project::make(data);
  REQUIRE_FALSE(project);
  CHECK(project.error().size() == 3);
}

TEST_CASE("equal seeds and schedules give the same plan, whatever ran before") {
  Rng rng{8};
  test::ProjectShape shape;
  shape.activities = 30;
  const Project project = made(test::random_project(rng, shape));
  Budget budget;
  budget.schedules = 400;
  budget.seed = 3;
  const auto first = solve(project, budget);
  const auto second = solve(project, budget);
  CHECK(first.starts == second.starts);
  CHECK(first.schedules == second.schedules);
  CHECK(first.lower_bound == second.lower_bound);
}

TEST_CASE("a budget of schedules is kept to") {
  Rng rng{9};
  test::ProjectShape shape;
  shape.activities = 40;
  shape.resources = 3;
  const Project project = made(test::random_project(rng, shape));
  Budget budget;
  budget.schedules = 333;
  const auto answer = solve(project, budget);
  CHECK(answer.schedules <= 334);
  CHECK(violations(project.data(), answer.starts).empty());
}

TEST_CASE("what the engine calls optimal is what trying every start finds") {
  Rng rng{17};
  int proven = 0;
  for (int trial = 0; trial < 40; ++trial) {
    test::ProjectShape shape;
    shape.activities = 5;
    shape.longest = 3;
    shape.capacity = 3;
    const auto data = test::random_project(rng, shape);
    const auto optimum = test::optimum_by_trying(data, 12);
    Budget budget;
    budget.seconds = 5.0;
    const auto answer = solve(made(data), budget);
    REQUIRE(violations(data, answer.starts).empty());
    if (!optimum) continue;  // longer than was tried
    CHECK(answer.status == Status::optimal);
    CHECK(answer.makespan == *optimum);
    CHECK(simple_bound(made(data)) <= *optimum);
    ++proven;
  }
  CHECK(proven > 10);
}

TEST_CASE("maximum lags: feasible and infeasible are told apart as by trying every start") {
  Rng rng{23};
  int feasible = 0;
  int infeasible = 0;
  for (int trial = 0; trial < 100; ++trial) {
    test::ProjectShape shape;
    shape.activities = 4;
    shape.longest = 3;
    shape.capacity = 3;
    shape.maximum_lags = 3;
    const auto data = test::random_project(rng, shape);
    // 4 activities of 3 slots at most: what can be kept at all can be kept within 4 * 3 slots and
    // the waits that lags of durations ask for, which add none.
    const auto optimum = test::optimum_by_trying(data, 12);
    Budget budget;
    budget.seconds = 5.0;
    const auto answer = solve(made(data), budget);
    if (optimum) {
      ++feasible;
      CHECK(answer.status == Status::optimal);
      CHECK(answer.makespan == *optimum);
      CHECK(violations(data, answer.starts).empty());
    } else {
      ++infeasible;
      CHECK(answer.status == Status::infeasible);
    }
  }
  CHECK(feasible > 20);
  CHECK(infeasible > 10);
}

TEST_CASE("the proof core keeps what it learned under an assumption true without it") {
  // Impossible within a limit first, then asked again without one: the optimum is still found.
  Rng rng{31};
  for (int trial = 0; trial < 30; ++trial) {
    test::ProjectShape shape;
    shape.activities = 5;
    shape.longest = 3;
    shape.capacity = 3;
    const auto data = test::random_project(rng, shape);
    const Project project = made(data);
    const auto optimum = test::optimum_by_trying(data, 12);
    if (!optimum) continue;
    Core core{project, project.horizon()};
    const Literal shorter[] = {core.at_most(project.sink(), *optimum - 1)};
    CHECK(core.search(shorter, 100'000, {}) == Verdict::impossible);
    const Literal exact[] = {core.at_most(project.sink(), *optimum)};
    REQUIRE(core.search(exact, 100'000, {}) == Verdict::found);
    CHECK(core.solution().back() == *optimum);
  }
}

TEST_CASE("an activity that needs more than there is leaves no schedule") {
  ProjectData data = talks();
  data.demands[2][0] = 3;
  CHECK(solve(made(data), {}).status == Status::infeasible);
}

TEST_CASE("lags that contradict each other leave no schedule") {
  ProjectData data = talks();
  data.lags.push_back({3, 1, -1});  // the third at most 1 after the first, which takes 2
  CHECK(solve(made(data), {}).status == Status::infeasible);
}
