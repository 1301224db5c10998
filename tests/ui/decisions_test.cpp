// Journeys through the inspector of a session: another day is looked at, priced and taken; what no
// plan can place is relaxed, solved and placed. Mouse and keys go in, the session is asserted on.
#include <algorithm>

#include "tests/ui/stage.hpp"

namespace {

using namespace tandem;
using namespace tandem::views;
using ui::Key;

struct Desk : test::Stage {
  explicit Desk(std::string_view code, float width = 1600, float height = 1400)
      : Stage(test::planned_northmere(), width, height) {
    choose(code);
  }

  void choose(std::string_view code) {
    shell.go({Page::schedule, std::string{code}, ""});
    settle();
  }
  std::optional<Date> begins(std::string_view code) const {
    const Session* row = program().sessions.find_key(code);
    std::optional<Date> out;
    for (const Meeting& m : program().meetings)
      if (row && m.session == row->id && m.number == 1) out = m.date;
    return out;
  }
  // A day of the page in view that stands like this.
  const models::DayCell* day(std::string_view code, DayStanding standing) {
    const auto* days = shell.bench().days(std::string{code});
    REQUIRE(days);
    REQUIRE_FALSE(days->pages.empty());
    for (const models::DayCell& cell : days->pages[days->first].cells)
      if (cell.standing == standing) return &cell;
    return nullptr;
  }
  std::ptrdiff_t items(std::string_view label) const {
    return std::ranges::count(ui.probe().items(), label, &ui::ProbeItem::label);
  }
};

}  // namespace

TEST_CASE("another day of a session is picked, priced and taken, in one step to undo") {
  Desk desk("LDR-2/L4b");
  const auto was = desk.begins("LDR-2/L4b");
  const auto* free = desk.day("LDR-2/L4b", DayStanding::free);
  REQUIRE(free);
  const Date wanted = free->date;
  desk.ui.click("Other days / " + free->name);
  desk.settle();
  REQUIRE_FALSE(desk.said("to tell, with").empty());
  REQUIRE(desk.ui.sees("Other days / Price / Move it there"));
  REQUIRE(desk.begins("LDR-2/L4b") == was);  // looking changes nothing
  desk.ui.click("Move it there");
  desk.settle();
  REQUIRE(desk.begins("LDR-2/L4b") == wanted);
  REQUIRE(desk.undo_label().starts_with("Move L4b for LDR-2"));
  REQUIRE_FALSE(desk.said("It stays: it is pinned").empty());
  desk.ui.click("Unpin it");
  desk.settle();
  REQUIRE_FALSE(desk.program().sessions.find_key("LDR-2/L4b")->pinned);
  desk.undo();
  desk.undo();
  REQUIRE(desk.begins("LDR-2/L4b") == was);
}

TEST_CASE("another day is picked and taken by keyboard alone, and the keyboard goes back") {
  Desk desk("LDR-2/L4b");
  const auto* free = desk.day("LDR-2/L4b", DayStanding::free);
  REQUIRE(free);
  const Date wanted = free->date;
  const std::string name = "Other days / " + free->name;
  const auto comes_to = [&](std::string_view thing, Key arrow) {
    for (int k = 0; k < 20 && !desk.ui.item(thing).focused; ++k) desk.ui.press(arrow);
    INFO(thing);
    REQUIRE(desk.ui.item(thing).focused);
  };
  desk.ui.press(Key::f6);
  desk.ui.frame();
  REQUIRE(desk.ui.item("timeline").focused);
  desk.ui.press(Key::f6);
  // On the day it has; the free one stands to its right or to its left.
  const auto* here = desk.day("LDR-2/L4b", DayStanding::here);
  REQUIRE(here);
  comes_to("Other days / " + here->name, Key::none);
  comes_to(name, here->date < wanted ? Key::right : Key::left);
  desk.ui.press(Key::enter);
  desk.settle();
  comes_to("Back to the days", Key::down);
  comes_to("Move it there", Key::left);
  desk.ui.press(Key::enter);
  desk.settle();
  REQUIRE(desk.begins("LDR-2/L4b") == wanted);
  desk.ui.press(Key::f6, false, true);
  desk.ui.frame();
  REQUIRE(desk.ui.item("timeline").focused);
  // Before the page is the rail, and the round goes on.
  desk.ui.press(Key::f6, false, true);
  REQUIRE(desk.ui.item("rail / Schedule").focused);
  desk.ui.press(Key::f6);
  desk.ui.frame();
  REQUIRE(desk.ui.item("timeline").focused);
  const std::string chosen = desk.shell.schedule().session;
  desk.ui.press(Key::right, true);
  REQUIRE(desk.shell.schedule().session != chosen);
}

TEST_CASE("a part that is not there is passed by: with no inspector, page and rail take turns") {
  test::Stage stage(test::planned_northmere(), 900, 800);
  stage.ui.click("Settings");
  stage.settle();
  stage.ui.press(Key::f6);
  REQUIRE_FALSE(stage.ui.item("rail / Settings").focused);
  stage.ui.press(Key::f6);
  REQUIRE(stage.ui.item("rail / Settings").focused);
}

TEST_CASE("a day nothing can be held on says why, and offers no button to move there") {
  Desk desk("LDR-2/L4b");
  const auto* refused = desk.day("LDR-2/L4b", DayStanding::refused);
  REQUIRE(refused);
  REQUIRE_FALSE(refused->words.empty());
  desk.ui.click("Days / " + refused->name);
  desk.settle();
  REQUIRE_FALSE(desk.said(refused->words).empty());
  REQUIRE_FALSE(desk.ui.sees("Move it there"));
  desk.ui.click("Back to the days");
  desk.ui.frame(3);
  REQUIRE(desk.ui.sees("Other days / Days / " + refused->name));
}

TEST_CASE("the days are looked at beside the window: frames go on and say so") {
  Desk desk("LDR-1/L4b");
  desk.shell.go({Page::schedule, "LDR-2/L4b", ""});
  desk.ui.frame();
  int waited = 0;
  while (desk.shell.bench().busy() && waited < 10000) {
    desk.ui.frame();
    ++waited;
  }
  REQUIRE(waited > 3);
  desk.settle();
  REQUIRE(desk.ui.sees("Other days / Later days"));
  // A plan on offer is accepted or discarded before anything is moved by hand.
  desk.shell.bench().solve();
  desk.shell.bench().stop();
  desk.settle();
  REQUIRE(desk.shell.bench().offer());
  const auto* free = desk.day("LDR-2/L4b", DayStanding::free);
  REQUIRE(free);
  desk.ui.click("Other days / " + free->name);
  desk.settle();
  REQUIRE_FALSE(desk.ui.item("Move it there").enabled);
}

TEST_CASE("what no plan can place shows exactly two facts; one is relaxed, and it has a date") {
  Desk desk("MGR-3/M3b");
  REQUIRE_FALSE(desk.said("These 2 facts cannot hold together").empty());
  REQUIRE(desk.items("Relax …") == 2);
  REQUIRE_FALSE(desk.said("Camille Dufour is not available").empty());
  REQUIRE_FALSE(desk.said("RTM-LAB is not available Mon").empty());
  desk.ui.click("Fact 2 / Relax …");
  desk.ui.frame(2);
  REQUIRE_FALSE(desk.ui.item("Relax it").enabled);  // not without a reason
  desk.ui.type("the lab opens for a day");
  desk.ui.press(Key::enter);
  desk.settle();
  REQUIRE(desk.program().waivers.size() == test::planned_northmere().waivers.size() + 1);
  REQUIRE(desk.undo_label() ==
          "Relax for M3b for MGR-3, group 1: open RTM-LAB on one of these days");
  REQUIRE_FALSE(desk.said("Not asked of it: absence of RTM-LAB. the lab opens for a day").empty());
  REQUIRE(desk.items("Relax …") == 0);
  REQUIRE_FALSE(desk.begins("MGR-3/M3b"));

  desk.ui.click("Solve");
  desk.settle();
  desk.ui.click("Accept all");
  desk.settle();
  REQUIRE(desk.begins("MGR-3/M3b") >= make_date(2027, 6, 7));
  REQUIRE(desk.begins("MGR-3/M3b") <= make_date(2027, 6, 18));
  desk.undo();
  REQUIRE_FALSE(desk.begins("MGR-3/M3b"));
  desk.undo();
  desk.settle();
  REQUIRE(desk.program().waivers.size() == test::planned_northmere().waivers.size());
  REQUIRE(desk.items("Relax …") == 2);
}

TEST_CASE("a rule that was relaxed is asked again with one press") {
  Desk desk("MGR-3/M3b");
  desk.ui.click("Fact 1 / Relax …");
  desk.ui.frame(2);
  desk.ui.type("Camille comes for a day");
  desk.ui.click("Relax it");
  desk.settle();
  REQUIRE(desk.items("Relax …") == 0);
  desk.ui.click("Ask it again");
  desk.settle();
  REQUIRE(desk.program().waivers == test::planned_northmere().waivers);
  REQUIRE(desk.items("Relax …") == 2);
}

TEST_CASE("while a plan is made the window goes on drawing, tells how far it is, and stops") {
  Desk desk("LDR-2/L4b");
  desk.ui.click("Solve");
  int frames = 0;
  std::string what;
  while (desk.shell.bench().job().running() && what.find("earlier is possible") == what.npos &&
         frames < 100'000) {
    desk.ui.frame();
    ++frames;
    what = desk.said("steps,");
  }
  // Frames did not wait for the run: many came while it was under way.
  REQUIRE(frames > 20);
  REQUIRE(desk.shell.bench().job().running());
  REQUIRE_FALSE(desk.said("without a date · ").empty());
  desk.ui.click("plan / Stop");
  desk.settle();
  REQUIRE(desk.shell.bench().offer());
  REQUIRE(desk.shell.bench().offer()->stopped);
  REQUIRE(desk.ui.sees("plan / Best plan so far"));
}

TEST_CASE("what a proposed plan changes is read session by session before it is accepted") {
  Desk desk("LDR-2/L4b");
  // Somebody moved a session to another day and freed it again: a new plan may move it back.
  const auto* free = desk.day("LDR-2/L4b", DayStanding::free);
  REQUIRE(free);
  desk.ui.click("Other days / " + free->name);
  desk.settle();
  desk.ui.click("Move it there");
  desk.settle();
  desk.ui.click("Unpin it");
  desk.settle();
  desk.shell.bench().solve();
  desk.settle();
  REQUIRE(desk.shell.bench().offer());
  const auto moved = desk.shell.bench().offer()->summary.moved;
  desk.ui.press(Key::c);
  desk.settle();
  REQUIRE_FALSE(desk.said("to tell").empty());
  const auto* diff = desk.shell.bench().diff();
  REQUIRE(diff);
  std::size_t listed = 0;
  for (const auto& group : diff->groups) listed += group.lines.size();
  REQUIRE(listed >= static_cast<std::size_t>(moved));
  REQUIRE(listed > 0);
  const std::string first = diff->groups.front().lines.front().session;
  desk.ui.click("Changes / " + first);
  desk.settle();
  REQUIRE(desk.shell.schedule().session == first);
  REQUIRE_FALSE(desk.shell.schedule().changes);
}
