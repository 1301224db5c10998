// Where the cards of a journey stand, as numbers.
#include "ui/geometry/journey_layout.hpp"

#include "tests/support/catch.hpp"

using namespace tandem::geometry;

TEST_CASE("cards stand at their wanted days when there is room") {
  const std::vector<JourneyItem> items{
      {0, 0, {}}, {0, 0, {{0, 14, 35, 42}}}, {1, 0, {{0, 0, 7, {}}}}};
  const JourneyLayout out = lay_out_journey(items, 2);
  REQUIRE(out.places[0].day == 0);
  REQUIRE(out.places[1].day == 35);
  REQUIRE(out.places[1].line == 0);
  REQUIRE(out.places[2].day == 7);
  REQUIRE(out.lines == std::vector<int>{1, 1});
  REQUIRE(out.days == 35 + 28);
}

TEST_CASE("a card that would cover the one before it moves right within its window") {
  // Wanted at day 21, but a card covers 28 days: it moves to 28, which 42 still allows; and what
  // follows it moves along.
  const std::vector<JourneyItem> items{
      {0, 0, {}}, {0, 0, {{0, 14, 21, 42}}}, {1, 0, {{1, 7, 14, {}}}}};
  const JourneyLayout out = lay_out_journey(items, 2);
  REQUIRE(out.places[1].day == 28);
  REQUIRE(out.places[1].line == 0);
  REQUIRE(out.places[2].day == 28 + 14);
}

TEST_CASE("a card whose window leaves no room gets a line of its own, at its wanted day") {
  const std::vector<JourneyItem> items{{0, 0, {}}, {0, 0, {{0, 5, 14, 20}}}, {0, 0, {}}};
  const JourneyLayout out = lay_out_journey(items, 1);
  REQUIRE(out.places[1].day == 14);
  REQUIRE(out.places[1].line == 1);
  // One that nothing holds moves right rather than down.
  REQUIRE(out.places[2].day == 28);
  REQUIRE(out.places[2].line == 0);
  REQUIRE(out.lines == std::vector<int>{2});
}

TEST_CASE("nothing is ever drawn out of its window, and no two cards of a line meet") {
  std::vector<JourneyItem> items;
  for (std::size_t k = 0; k < 60; ++k) {
    JourneyItem item{static_cast<int>(k % 4), static_cast<int>(k % 3) * 5, {}};
    if (k > 2)
      item.after.push_back(
          {k / 2, static_cast<int>(k % 5) * 3, 14, 14 + static_cast<int>(k % 7) * 6});
    items.push_back(item);
  }
  const JourneyLayout out = lay_out_journey(items, 4);
  for (std::size_t k = 0; k < items.size(); ++k)
    for (const JourneyLink& link : items[k].after) {
      const int days = out.places[k].day - out.places[link.from].day - items[link.from].span;
      REQUIRE(days >= link.min);
      REQUIRE(days <= *link.max);
    }
  for (std::size_t a = 0; a < items.size(); ++a)
    for (std::size_t b = a + 1; b < items.size(); ++b)
      if (items[a].row == items[b].row && out.places[a].line == out.places[b].line)
        REQUIRE(std::abs(out.places[a].day - out.places[b].day) >= 28);
}

TEST_CASE("an empty journey has rows and no days") {
  const JourneyLayout out = lay_out_journey({}, 3);
  REQUIRE(out.places.empty());
  REQUIRE(out.days == 0);
  REQUIRE(out.lines == std::vector<int>{1, 1, 1});
}
