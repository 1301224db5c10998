#include "ui/widgets/pace.hpp"

#include "tests/support/catch.hpp"

namespace {

using tandem::ui::Pace;

// Draws whatever is due at this moment. Returns: how many frames.
int draw_all(Pace& pace, double now, bool job = false) {
  int frames = 0;
  while (pace.wait(now, job) == 0 && pace.due(now, job)) ++frames;
  return frames;
}

}  // namespace

TEST_CASE("an idle window draws nothing and sleeps") {
  Pace pace;
  REQUIRE(draw_all(pace, 0) == Pace::kFramesAfterEvent);
  for (double now = 0; now < 3600; now += 1) {
    REQUIRE(pace.wait(now, false) == 1);
    REQUIRE_FALSE(pace.due(now, false));
  }
}

TEST_CASE("an event is followed by the frames it takes to settle, not more") {
  Pace pace;
  draw_all(pace, 0);
  pace.happened();
  pace.happened();
  REQUIRE(draw_all(pace, 5) == 3);
  REQUIRE_FALSE(pace.due(5, false));
}

TEST_CASE("a frame asked for later comes then, once") {
  Pace pace;
  draw_all(pace, 0);
  pace.wish(0.4, 10);
  REQUIRE(pace.wait(10, false) == Approx(0.4));
  REQUIRE_FALSE(pace.due(10.2, false));
  REQUIRE(pace.due(10.4, false));
  pace.wish(-1, 10.4);  // what the loop hears after that frame: nobody asked again
  REQUIRE_FALSE(pace.due(12, false));
  // A wish further off than the usual sleep does not stretch it.
  pace.wish(30, 12);
  REQUIRE(pace.wait(12, false) == 1);
}

TEST_CASE("a running job is looked at ten times a second") {
  Pace pace;
  draw_all(pace, 0);
  REQUIRE(pace.wait(1, true) == Approx(0.1));
  REQUIRE(pace.due(1, true));
  REQUIRE_FALSE(pace.due(1, false));
}
