// Lines between the cards of a journey, as points.
#include "ui/geometry/connector.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/support/catch.hpp"

using namespace tandem::geometry;

namespace {

constexpr ConnectorRoom kRoom{};

// A card of the page: 142 by 50, a row every 57.
Rect card(float x, int row, float width = 142) {
  return Rect::sized(x, static_cast<float>(row) * 57, width, 50);
}

bool runs_behind(const Connector& way, const Rect& card) {
  for (std::size_t k = 1; k < way.count; ++k) {
    const Point& a = way.turns[k - 1];
    const Point& b = way.turns[k];
    if (std::min(a.x, b.x) < card.x1 && std::max(a.x, b.x) > card.x0 &&
        std::min(a.y, b.y) < card.y1 && std::max(a.y, b.y) > card.y0)
      return true;
  }
  return false;
}

void check(const std::vector<Rect>& cards, std::size_t from, std::size_t to, int slot = 0) {
  const Connector way = connect(cards[from], cards[to], cards, slot, kRoom);
  INFO("from " << from << " to " << to);
  REQUIRE(way.count >= 2);
  for (std::size_t k = 1; k < way.count; ++k) {
    const bool upright = std::abs(way.turns[k].x - way.turns[k - 1].x) < 0.6F;
    const bool flat = std::abs(way.turns[k].y - way.turns[k - 1].y) < 0.6F;
    REQUIRE((upright || flat));
  }
  for (std::size_t k = 0; k < cards.size(); ++k) {
    INFO("behind " << k);
    REQUIRE_FALSE(runs_behind(way, cards[k]));
  }
}

}  // namespace

TEST_CASE("neighbours in a row are joined by a straight line") {
  const std::vector<Rect> cards{card(100, 0), card(300, 0)};
  const Connector way = connect(cards[0], cards[1], cards, 0, kRoom);
  REQUIRE(way.count == 2);
  REQUIRE(way.across);
  REQUIRE(way.turns[0] == Point{242, 25});
  REQUIRE(way.turns[1] == Point{300, 25});
}

TEST_CASE("a line to a card further down passes beside the cards between them") {
  // Four cards above each other, and what follows the first of them below all.
  const std::vector<Rect> cards{card(100, 0), card(100, 1), card(100, 2), card(100, 3),
                                card(140, 4)};
  for (std::size_t from = 0; from < 4; ++from) {
    check(cards, from, 4);
    check(cards, from, 4, static_cast<int>(from));
  }
  check(cards, 4, 0);
}

TEST_CASE("a line to a card of its own row goes round the cards between them") {
  const std::vector<Rect> cards{card(0, 0, 68), card(78, 0, 68), card(156, 0)};
  check(cards, 0, 2);
  check(cards, 0, 1);
}

TEST_CASE("lines of different cards that pass another keep apart") {
  const std::vector<Rect> cards{card(100, 0), card(100, 1), card(100, 2), card(140, 3)};
  const auto passes_at = [&](std::size_t from, int slot) {
    float least = cards[0].x1;
    const auto connector = connect(cards[from], cards[3], cards, slot, kRoom);
    for (const Point& p : connector.line()) least = std::min(least, p.x);
    return least;
  };
  REQUIRE(passes_at(0, 0) == 95);
  REQUIRE(passes_at(1, 1) == 91);
}

TEST_CASE("no line of a crowded page runs behind a card") {
  std::vector<Rect> cards;
  std::vector<float> ends(8, 0);
  for (std::size_t k = 0; k < 40; ++k) {
    const std::size_t row = k * 5 % 8;
    const float x = ends[row] + static_cast<float>(10 + k * 37 % 90);
    cards.push_back(card(x, static_cast<int>(row)));
    ends[row] = x + 142;
  }
  for (std::size_t from = 0; from < cards.size(); ++from)
    for (std::size_t to = 0; to < cards.size(); ++to)
      if (from != to && cards[to].x0 > cards[from].x1)
        check(cards, from, to, static_cast<int>(from % 4));
}
