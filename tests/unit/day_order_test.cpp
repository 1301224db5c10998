// In which order the search takes the days of a meeting.
#include "planner/schedule/day_order.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "planner/base/random.hpp"
#include "tests/support/catch.hpp"

using namespace tandem;
using namespace tandem::schedule;

namespace {

std::vector<int> given(const Spacing& spacing, int from, int to, int in_time) {
  DayOrder order{spacing, from, to, in_time};
  std::vector<int> out;
  for (int day = order.next(); day >= 0; day = order.next()) out.push_back(day);
  return out;
}

// The same from every day's cost.
std::vector<int> sorted(const Spacing& spacing, int from, int to, int in_time) {
  std::vector<int> out;
  for (int day = from; day <= to; ++day) out.push_back(day);
  std::sort(out.begin(), out.end(), [&](int a, int b) {
    const auto cost = [&](int day) {
      return std::make_tuple(std::max(0, day - in_time), spacing(day), day);
    };
    return cost(a) < cost(b);
  });
  return out;
}

}  // namespace

TEST_CASE("without an ideal the earliest day comes first", "[engine]") {
  CHECK(given({}, 3, 6, 100) == std::vector{3, 4, 5, 6});
}

TEST_CASE("days come by their distance from the ideal, the earlier of two first", "[engine]") {
  Spacing spacing;
  spacing.ideal(10);
  CHECK(given(spacing, 8, 13, 100) == std::vector{10, 9, 11, 8, 12, 13});
}

TEST_CASE("a day that delays a cohort comes after all that do not", "[engine]") {
  Spacing spacing;
  spacing.ideal(10);
  CHECK(given(spacing, 6, 11, 8) == std::vector{8, 7, 6, 9, 10, 11});
  CHECK(given(spacing, 6, 8, 2) == std::vector{6, 7, 8});
  CHECK(given(spacing, 6, 5, 8).empty());
}

TEST_CASE("days come in the order of their cost whatever the ideals", "[engine]") {
  Rng rng{7};
  for (int round = 0; round < 2'000; ++round) {
    Spacing spacing;
    for (int n = rng.between(0, 3); n > 0; --n) spacing.ideal(rng.between(-20, 60));
    if (rng.chance(1, 3)) spacing.wanted(rng.between(0, 40));
    const int from = rng.between(0, 20);
    const int to = from + rng.between(-1, 25);
    const int in_time = rng.between(-5, 60);
    REQUIRE(given(spacing, from, to, in_time) == sorted(spacing, from, to, in_time));
  }
}
