// Marks on a level scale: where they stand, and that they never cover each other.
#include "ui/geometry/level_dots.hpp"

#include "tests/support/catch.hpp"

using namespace tandem::geometry;

namespace {

const LevelScale kScale{{100, 0, 300, 20}, 5, 8, 2};

}  // namespace

TEST_CASE("levels stand evenly from end to end, half levels between them") {
  CHECK(kScale.x(2) == 100);
  CHECK(kScale.x(6) == 200);
  CHECK(kScale.x(7) == 225);
  CHECK(kScale.x(10) == 300);
}

TEST_CASE("marks of one level stand beside each other about it, in the order given") {
  // Width 8 and gap 2: ten apart, about x = 200.
  const std::vector<int> places{6, 10, 6, 6};
  const auto dots = level_dots(kScale, places);
  CHECK(dots == std::pmr::vector<Point>{{190, 10}, {300, 10}, {200, 10}, {210, 10}});
}

TEST_CASE("marks move together when their neighbours need the room") {
  // Six at level 3 and six halfway to level 4, 25 apart: 2 * 25 / 12 for each.
  const std::vector<int> places{6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7};
  const auto dots = level_dots(kScale, places);
  for (std::size_t i = 1; i < dots.size(); ++i) CHECK(dots[i].x > dots[i - 1].x + 4);
  CHECK(dots[5].x < 212.5F);
  CHECK(dots[6].x > 212.5F);
}

TEST_CASE("the bracket of what is expected holds the marks that stand there") {
  const Rect bracket = expected_bracket(kScale, 3, 3);
  CHECK(bracket.centre() == Point{200, 10});
  CHECK(bracket.x0 < 190 - 4);
  CHECK(bracket.x1 > 210 + 4);
}

TEST_CASE("every mark that is no circle has an outline about its centre, inside its box") {
  for (const MarkShape shape :
       {MarkShape::square, MarkShape::triangle, MarkShape::diamond, MarkShape::cross}) {
    const auto points = mark_outline(shape, {50, 50}, 10);
    CHECK(points.size() >= 3);
    for (const Point& p : points) {
      CHECK(std::abs(p.x - 50) <= 6);
      CHECK(std::abs(p.y - 50) <= 6);
    }
  }
  CHECK(mark_outline(MarkShape::ring, {0, 0}, 10).empty());
  CHECK(mark_outline(MarkShape::disc, {0, 0}, 10).empty());
}

TEST_CASE("no marks, no places") { CHECK(level_dots(kScale, {}).empty()); }
