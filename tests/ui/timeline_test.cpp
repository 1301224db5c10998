#include "ui/widgets/timeline.hpp"

#include <chrono>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/ui/ui_driver.hpp"

namespace {

using namespace tandem::ui;
using tandem::geometry::Fold;
using tandem::geometry::kDay;
using tandem::test::UiDriver;

Minute at(unsigned month, unsigned day, int hour = 0) {
  using namespace std::chrono;
  const sys_days date = year{2027} / std::chrono::month{month} / std::chrono::day{day};
  return date.time_since_epoch().count() * kDay + hour * 60;
}

// Two cohorts, three sessions in May; a year in view.
struct Stage {
  TimelineData data;
  TimelineState state;
  TimelineResult result;
  TimelineVerdict verdict;
  Rect place = Rect::sized(0, 0, 1232, 400);

  Stage() {
    data.fold = Fold(8 * 60, 18 * 60 + 30, false);
    data.limits = {data.fold.to_axis(at(1, 4)), data.fold.to_axis(at(12, 18))};
    data.today = at(5, 14, 12);
    const auto bar = [](std::uint64_t key, std::string code, Minute begin, int hours) {
      return TimelineBar{.key = key, .span = {begin, begin + hours * 60}, .code = std::move(code)};
    };
    data.lanes.push_back(
        {.key = 1,
         .title = "MGR-1",
         .bars = {bar(12, "M4a", at(5, 26, 9), 4), bar(11, "M3b", at(5, 19, 9), 8)}});
    data.lanes.push_back({.key = 2, .title = "LDR-1", .bars = {bar(21, "L4b", at(5, 18, 13), 3)}});
    data.prepare();
    state.jump({data.fold.to_axis(at(5, 17)), data.fold.to_axis(at(5, 31))});
  }
  void draw() {
    const TimelineResult now = timeline("timeline", place, data, state, verdict);
    if (now.bar_chosen) result.bar_chosen = now.bar_chosen;
    if (now.lane_chosen) result.lane_chosen = now.lane_chosen;
    if (now.opened) result.opened = true;
    if (now.dragged) result.dragged = now.dragged;
    if (now.dropped) result.dropped = now.dropped;
  }
  Minute under(float x) const {
    const tandem::geometry::TimeScale scale(data.fold, state.shown, place.width() - 232);
    return scale.minute(x - 232);
  }
};

}  // namespace

TEST_CASE("a session is chosen by a click on its bar, its lane with it") {
  Stage stage;
  UiDriver ui([&] { stage.draw(); });
  ui.click("MGR-1 M3b");
  REQUIRE(stage.state.bar == 11);
  REQUIRE(stage.state.lane == 1);
  REQUIRE(ui.item("MGR-1 M3b").on);
  ui.click("LDR-1");
  REQUIRE(stage.state.lane == 2);
  REQUIRE_FALSE(stage.result.opened);
  ui.double_click("LDR-1 L4b");
  REQUIRE(stage.result.opened);
}

TEST_CASE("the wheel comes nearer and keeps the day under the pointer") {
  Stage stage;
  UiDriver ui([&] { stage.draw(); });
  const Minute before = stage.under(632);
  const auto length = stage.state.view.length();
  ui.wheel_at(632, 100, 3);
  // Three steps of 1.25.
  REQUIRE(static_cast<double>(stage.state.view.length()) ==
          Approx(static_cast<double>(length) / 1.953125).margin(2));
  REQUIRE(stage.state.shown == stage.state.view);
  REQUIRE(std::abs(stage.under(632) - before) <= 15);
  ui.wheel_at(632, 100, -40);
  REQUIRE(stage.state.view == stage.data.limits);
  ui.wheel_at(632, 100, 200);
  REQUIRE(stage.state.view.length() == tandem::geometry::kShortestView);
}

TEST_CASE("dragging the ground pans, and stops at the limits") {
  Stage stage;
  UiDriver ui([&] { stage.draw(); });
  const auto begin = stage.state.view.begin;
  // 1000 px show 10 days of 630 minutes: 100 px are one day.
  ui.wheel_at(1100, 140, 0);
  ui.drag("timeline", 100, 0);
  REQUIRE(stage.state.view.begin == begin - 630);
  for (int k = 0; k < 40; ++k) ui.drag("timeline", 500, 0);
  REQUIRE(stage.state.view.begin == stage.data.limits.begin);
}

TEST_CASE("a session is dragged to another day, and the page hears where it was let go") {
  Stage stage;
  UiDriver ui([&] { stage.draw(); });
  ui.drag("MGR-1 M3b", 100, 0, false);
  REQUIRE(stage.result.dragged.has_value());
  REQUIRE(stage.result.dragged->bar == 11);
  // Wed 19 May 09:00 plus one shown day.
  REQUIRE(stage.result.dragged->begin == at(5, 20, 9));
  REQUIRE_FALSE(stage.result.dropped.has_value());
  ui.release();
  REQUIRE(stage.result.dropped.has_value());
  REQUIRE(stage.result.dropped->begin == at(5, 20, 9));
  REQUIRE(stage.result.dropped->lane == 1);
  // The bar itself stays until the page says otherwise.
  REQUIRE(stage.data.lanes[0].bars[0].span.begin == at(5, 19, 9));
}

TEST_CASE("escape during a drag puts the session back") {
  Stage stage;
  UiDriver ui([&] { stage.draw(); });
  ui.drag("MGR-1 M3b", 100, 0, false);
  ui.press(Key::escape);
  ui.release();
  REQUIRE_FALSE(stage.result.dropped.has_value());
}

TEST_CASE("the keyboard zooms, pans, walks the lanes and the bars, and opens") {
  Stage stage;
  stage.state.take_focus = true;
  UiDriver ui([&] { stage.draw(); });
  const auto before = stage.state.view;
  ui.press(Key::plus);
  REQUIRE(stage.state.view.length() < before.length());
  ui.press(Key::minus);
  REQUIRE(std::abs(stage.state.view.length() - before.length()) <= 2);
  ui.press(Key::right);
  REQUIRE(stage.state.view.begin > before.begin);
  ui.press(Key::down);
  REQUIRE(stage.state.lane == 1);
  ui.press(Key::down);
  REQUIRE(stage.state.lane == 2);
  ui.press(Key::down);
  REQUIRE(stage.state.lane == 2);
  ui.press(Key::up);
  ui.press(Key::right, true);
  REQUIRE(stage.state.bar == 11);
  ui.press(Key::right, true);
  REQUIRE(stage.state.bar == 12);
  ui.press(Key::enter);
  REQUIRE(stage.result.opened);
}

TEST_CASE("two hundred lanes draw only what is in view") {
  Stage stage;
  while (stage.data.lanes.size() < 200) {
    TimelineLane lane = stage.data.lanes[1];
    lane.key = stage.data.lanes.size() + 1;
    lane.title = "C-" + std::to_string(lane.key);
    stage.data.lanes.push_back(lane);
  }
  UiDriver ui([&] { stage.draw(); });
  REQUIRE(ui.sees("C-3"));
  REQUIRE_FALSE(ui.sees("C-199"));
  ui.wheel_at(100, 200, -300);  // over the headers: down through the lanes
  REQUIRE(ui.sees("C-199"));
  REQUIRE_FALSE(ui.sees("C-3"));
}

TEST_CASE("five of a kind on a day are one mark at every zoom, and a press goes through them") {
  Stage stage;
  TimelineLane& lane = stage.data.lanes[1];
  for (int k = 0; k < 5; ++k)
    lane.bars.push_back({.key = static_cast<std::uint64_t>(30 + k),
                         .span = {at(5, 27, 9) + k * 30, at(5, 27, 9) + k * 30 + 60},
                         .code = "L4"});
  stage.data.prepare();
  UiDriver ui([&] { stage.draw(); });
  REQUIRE(ui.sees("LDR-1 L4 ×5"));
  ui.click("LDR-1 L4 ×5");
  REQUIRE(stage.state.bar == 30);
  REQUIRE(ui.item("LDR-1 L4 ×5").on);
  ui.click("LDR-1 L4 ×5");
  REQUIRE(stage.state.bar == 31);
  stage.state.jump(stage.data.limits);
  ui.frame(2);
  REQUIRE(ui.sees("LDR-1 L4 ×5"));
}

TEST_CASE("where a session was is never folded into where it goes") {
  Stage stage;
  TimelineLane& lane = stage.data.lanes[1];
  lane.bars.clear();
  lane.bars.push_back({.key = 30, .span = {at(5, 19, 9), at(5, 19, 12)}, .code = "L5"});
  lane.bars.push_back({.key = 31,
                       .span = {at(5, 20, 9), at(5, 20, 12)},
                       .code = "L5 was",
                       .phase = Phase::old_place});
  stage.data.prepare();
  stage.state.jump(stage.data.limits);  // a day is a few pixels
  UiDriver ui([&] { stage.draw(); });
  REQUIRE(ui.sees("LDR-1 L5 was"));
  REQUIRE(ui.sees("LDR-1 L5"));
}

TEST_CASE("a stack of several kinds is named by its first") {
  Stage stage;
  TimelineLane& lane = stage.data.lanes[1];
  lane.bars.clear();
  for (int k = 0; k < 12; ++k)
    lane.bars.push_back({.key = static_cast<std::uint64_t>(30 + k),
                         .span = {at(5, 18, 9) + k, at(5, 18, 12) + k},
                         .code = "K" + std::to_string(k)});
  stage.data.prepare();
  stage.state.jump(stage.data.limits);
  UiDriver ui([&] { stage.draw(); });
  REQUIRE(ui.sees("LDR-1 K0 +11"));
}

TEST_CASE("days without any session say so") {
  Stage stage;
  stage.data.nothing = "No session in these days";
  UiDriver ui([&] { stage.draw(); });
  REQUIRE_FALSE(ui.sees("No session in these days"));
  stage.state.jump({stage.data.fold.to_axis(at(8, 2)), stage.data.fold.to_axis(at(8, 6))});
  ui.frame(2);
  REQUIRE(ui.sees("No session in these days"));
}

TEST_CASE("a lane grows for what stands beside each other, and its bars keep their size") {
  Stage stage;
  TimelineLane& lane = stage.data.lanes[0];
  const Rect alone = [&] {
    UiDriver ui([&] { stage.draw(); });
    return ui.item("MGR-1 M3b").rect;
  }();
  lane.bars.push_back({.key = 40, .span = {at(5, 19, 10), at(5, 19, 14)}, .code = "B1"});
  lane.bars.push_back({.key = 41, .span = {at(5, 19, 10), at(5, 19, 15)}, .code = "B2"});
  stage.data.prepare();
  UiDriver ui([&] { stage.draw(); });
  REQUIRE(ui.item("MGR-1 B1").rect.height() == alone.height());
  REQUIRE(ui.item("MGR-1 B2").rect.y0 > ui.item("MGR-1 B1").rect.y1);
  REQUIRE(ui.item("MGR-1").rect.height() > ui.item("LDR-1").rect.height());
}
