#include <algorithm>

#include "planner/schedule/mspsp/check.hpp"
#include "planner/schedule/mspsp/generation.hpp"
#include "planner/schedule/mspsp/genetic.hpp"
#include "planner/schedule/mspsp/solve.hpp"
#include "planner/schedule/mspsp/staffing.hpp"
#include "planner/schedule/mspsp/team.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_multi_skill.hpp"

namespace test = tandem::test;
using tandem::Rng;
using namespace tandem::schedule::mspsp;
using tandem::schedule::rcpsp::Budget;
using tandem::schedule::rcpsp::Status;

namespace {

// Two talks of 2 and 3 slots. Ana speaks French and German, Ben French, Cem German. Each talk takes
// a French and a German speaker.
ProjectData talks() {
  return {{0, 2, 3, 0}, {{0, 0}, {1, 1}, {1, 1}, {0, 0}}, {{1, 1}, {1, 0}, {0, 1}}, {}};
}

Project made(ProjectData data) {
  auto project = Project::make(std::move(data));
  REQUIRE(project);
  return *project;
}

bool mentions(const std::vector<std::string>& sentences, std::string_view words) {
  return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
    return sentence.find(words) != std::string::npos;
  });
}

// Every kind in its own order, for each activity.
std::vector<std::uint8_t> no_preference(const Project& project) {
  std::vector<std::uint8_t> rows;
  for (int i = 0; i < project.size(); ++i)
    for (std::size_t k = 0; k < project.kinds().size(); ++k)
      rows.push_back(static_cast<std::uint8_t>(k));
  return rows;
}

}  // namespace

TEST_CASE("workers who master the same skills are one kind") {
  ProjectData data = talks();
  data.masters.push_back({1, 0});  // Dan speaks French, as Ben
  data.masters.push_back({0, 0});  // Eve can do nothing that is asked for
  const Project project = made(data);
  REQUIRE(project.kinds().size() == 3);
  CHECK(project.kinds()[1].workers == std::vector<int>{1, 3});
  CHECK(project.kinds()[1].skills == 1);
}

TEST_CASE("a team changes skills among itself to take in one more") {
  // Ana is asked first and takes French; when Ben, who speaks French alone, is all that is left,
  // Ana changes to German.
  const Project project = made(talks());
  Team team{project};
  const std::vector<std::uint8_t> free{1, 1, 0};
  const std::vector<std::uint8_t> preference{0, 1, 2};
  std::vector<std::uint8_t> count(3);
  REQUIRE(team.pick(1, free, preference, count));
  CHECK(count == std::vector<std::uint8_t>{1, 1, 0});
  CHECK(team.uses(0, 1) == 1);
  CHECK(team.uses(1, 0) == 1);
}

TEST_CASE("a team is made of those who are preferred, and there is none when skills are missing") {
  const Project project = made(talks());
  Team team{project};
  const std::vector<std::uint8_t> preference{2, 1, 0};
  std::vector<std::uint8_t> count(3);
  REQUIRE(team.pick(1, std::vector<std::uint8_t>{1, 1, 1}, preference, count));
  CHECK(count == std::vector<std::uint8_t>{0, 1, 1});  // Ben and Cem; Ana stays free
  CHECK_FALSE(team.pick(1, std::vector<std::uint8_t>{0, 1, 0}, preference, count));
}

TEST_CASE("generation lets a talk wait until a team is free for the whole of it") {
  const Project project = made(talks());
  Generation generation{project};
  std::vector<int> starts(4);
  std::vector<std::uint8_t> counts(4 * 3);
  const std::vector<int> list{0, 1, 2, 3};
  // Three people make one team of two: one talk after the other.
  CHECK(generation.serial(list, no_preference(project), starts, counts) == 5);
  CHECK(starts == std::vector<int>{0, 0, 2, 5});
}

TEST_CASE("generation keeps every rule on projects by chance") {
  Rng rng{3};
  int tried = 0;
  for (int trial = 0; trial < 60; ++trial) {
    const auto data = test::random_multi_skill(rng, {15, 4, 9, 5, 2});
    const Project project = made(data);
    if (!project.within_reach()) continue;
    ++tried;
    Generation generation{project};
    const auto n = data.durations.size();
    std::vector<int> starts(n);
    std::vector<std::uint8_t> counts(n * project.kinds().size());
    CHECK(generation.serial(project.relaxed().order(), no_preference(project), starts, counts) ==
          starts.back());
    CHECK(violations(data, starts, named(project, starts, counts)).empty());
  }
  CHECK(tried > 20);
}

TEST_CASE("the judge of multi-skill schedules sees each kind of fault") {
  ProjectData data = talks();
  data.order.push_back({1, 2});
  const std::vector<int> starts{0, 0, 2, 5};
  const Teams teams{{}, {{0, 0}, {2, 1}}, {{1, 0}, {0, 1}}, {}};
  REQUIRE(violations(data, starts, teams).empty());
  const auto with = [&](std::size_t i, std::vector<Post> team) {
    Teams other = teams;
    other[i] = std::move(team);
    return violations(data, starts, other);
  };
  CHECK(mentions(with(1, {{0, 0}, {1, 1}}), "worker 1 does not master skill 1"));
  CHECK(mentions(with(1, {{0, 0}, {0, 1}}), "has worker 0 twice"));
  CHECK(mentions(with(1, {{0, 0}}), "0 workers of skill 1, 1 are needed"));
  CHECK(mentions(with(1, {{0, 0}, {2, 1}, {1, 0}}), "2 workers of skill 0, 1 are needed"));
  CHECK(mentions(with(1, {{7, 0}, {2, 1}}), "worker 7 with skill 0, which do not both exist"));
  const auto starting = [&](std::vector<int> other) { return violations(data, other, teams); };
  CHECK(mentions(starting({0, 0, 1, 5}), "activity 2 starts at 1, before the end of activity 1"));
  CHECK(mentions(starting({0, 0, 1, 5}), "worker 0 is in activities 1 and 2 at once"));
  CHECK(mentions(starting({0, 0, 2, 4}), "the sink starts at 4, work ends at 5"));
  CHECK(mentions(starting({0, -1, 2, 5}), "activity 1 starts at -1"));
  CHECK(mentions(starting({1, 0, 2, 5}), "the source starts at 1"));
  CHECK(mentions(starting({0, 0, 2}), "3 starts and 4 teams for 4 activities"));
}

TEST_CASE("what the multi-skill engine calls optimal is what trying everything finds") {
  Rng rng{29};
  int proven = 0;
  int impossible = 0;
  for (int trial = 0; trial < 70; ++trial) {
    const auto data = test::random_multi_skill(rng, {4 + trial % 2, 2 + trial % 2, 4, 3, 2});
    const auto optimum = test::optimum_by_trying(data, 16);
    Budget budget;
    budget.seconds = 5.0;
    const Project project = made(data);
    const auto answer = solve(project, budget);
    INFO("trial " << trial);
    if (!optimum) {
      CHECK(answer.status == Status::infeasible);
      ++impossible;
      continue;
    }
    REQUIRE(violations(data, answer.starts, answer.teams).empty());
    CHECK(answer.status == Status::optimal);
    CHECK(answer.makespan == *optimum);
    CHECK(answer.critical_path <= *optimum);
    ++proven;
  }
  CHECK(proven > 20);
  CHECK(impossible > 5);
}

TEST_CASE(
    "the proof core with teams finds what trying everything finds, without a first schedule") {
  Rng rng{31};
  int proven = 0;
  for (int trial = 0; trial < 70; ++trial) {
    const auto data = test::random_multi_skill(rng, {5, 2 + trial % 2, 5, 3, 2});
    const Project project = made(data);
    const auto optimum = test::optimum_by_trying(data, 16);
    if (!optimum) continue;
    Staffing staffing{project};
    tandem::schedule::rcpsp::Core core{project.relaxed(), *optimum, staffing.amounts(), &staffing};
    INFO("trial " << trial);
    REQUIRE(core.search({}, 100'000, {}) == tandem::schedule::rcpsp::Verdict::found);
    const auto values = core.solution();
    const auto starts = values.first(data.durations.size());
    CHECK(violations(data, starts, named(project, starts, staffing.counts(values))).empty());
    core.limit(*optimum - 1);
    CHECK(core.search({}, 100'000, {}) == tandem::schedule::rcpsp::Verdict::impossible);
    ++proven;
  }
  CHECK(proven > 20);
}

TEST_CASE("equal seeds and schedules give the same teams, whatever ran before") {
  Rng rng{8};
  const Project project = made(test::random_multi_skill(rng, {20, 4, 12, 6, 2}));
  REQUIRE(project.within_reach());
  Budget budget;
  budget.schedules = 400;
  budget.seed = 3;
  const auto first = solve(project, budget);
  const auto second = solve(project, budget);
  CHECK(first.starts == second.starts);
  CHECK(first.teams == second.teams);
  CHECK(first.schedules == second.schedules);
  CHECK(first.schedules <= 401);
}

TEST_CASE("a multi-skill project that cannot be is refused with every reason at once") {
  ProjectData data = talks();
  data.durations[1] = -2;
  data.needs[2][0] = -1;
  data.order.push_back({1, 9});
  const auto project = Project::make(data);
  REQUIRE_FALSE(project);
  CHECK(project.error().size() == 3);
  data = talks();
  data.order = {{1, 2}, {2, 1}};
  const auto circle = Project::make(data);
  REQUIRE_FALSE(circle);
  CHECK(text(circle.error().front()) == "order: activities wait for each other in a circle");
}

TEST_CASE("an activity that nobody can do has no schedule") {
  ProjectData data = talks();
  data.needs[1] = {3, 0};  // two speak French
  Budget budget;
  budget.schedules = 100;
  const auto answer = solve(made(data), budget);
  CHECK(answer.status == Status::infeasible);
  CHECK(answer.starts.empty());
}
