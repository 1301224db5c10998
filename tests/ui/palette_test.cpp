// "Find anything" by keyboard and by mouse, over the real pages.
#include "tests/ui/stage.hpp"

namespace {

using namespace tandem;
using namespace tandem::views;
using ui::Key;

struct Stage : test::Stage {
  Stage() : test::Stage(test::starter(), 1280, 800) {}

  void find(std::string_view words) {
    ui.press(Key::k, true);
    ui.frame(2);
    ui.type(words);
    ui.frame(2);
  }
};

}  // namespace

TEST_CASE("Ctrl K, a part of a name, Enter: the person's page") {
  Stage stage;
  stage.find("brandt");
  REQUIRE(stage.ui.sees("Kofi Mensah-Brandt"));
  stage.ui.press(Key::enter);
  stage.ui.frame(2);
  REQUIRE(stage.shell.page() == Page::people);
  REQUIRE(stage.ui.sees("Print plan"));
  REQUIRE_FALSE(stage.ui.sees("find what"));
}

TEST_CASE("the arrows choose among what is found, over the headings, and around the ends") {
  Stage stage;
  stage.find("ldr-1");
  REQUIRE(stage.ui.item("LDR-1 Leaders spring 2027").on);
  stage.ui.press(Key::down);
  stage.ui.frame();
  REQUIRE_FALSE(stage.ui.item("LDR-1 Leaders spring 2027").on);
  stage.ui.press(Key::up);
  stage.ui.press(Key::up);
  stage.ui.frame();
  REQUIRE_FALSE(stage.ui.item("LDR-1 Leaders spring 2027").on);
  stage.ui.press(Key::down);
  stage.ui.frame();
  REQUIRE(stage.ui.item("LDR-1 Leaders spring 2027").on);
}

TEST_CASE("a session and a room are found and shown in the schedule") {
  Stage stage;
  stage.find("ldr-1 c1");
  stage.ui.press(Key::enter);
  stage.ui.frame(2);
  REQUIRE(stage.shell.page() == Page::schedule);
  REQUIRE(stage.shell.schedule().session == "LDR-1/C1");
  stage.find("dune");
  stage.ui.click("Dune room");
  stage.ui.frame(2);
  REQUIRE(stage.shell.schedule().session.empty());
  REQUIRE(stage.shell.schedule().lanes == models::LanesBy::room);
  REQUIRE(stage.ui.item("Dune room").on);
}

TEST_CASE("a command is found and carried out") {
  Stage stage;
  stage.find("> dark");
  stage.ui.press(Key::enter);
  stage.ui.frame(2);
  REQUIRE(stage.look.dark);
}

TEST_CASE("Escape closes it and nothing has changed, by button as by key") {
  Stage stage;
  stage.ui.click("Find anything");
  stage.ui.frame(2);
  stage.ui.type("kofi");
  stage.ui.frame();
  stage.ui.press(Key::escape);
  stage.ui.frame(2);
  REQUIRE_FALSE(stage.ui.sees("find what"));
  REQUIRE(stage.shell.page() == Page::today);
  // The next time it begins afresh.
  stage.find("");
  REQUIRE_FALSE(stage.ui.sees("Kofi Mensah-Brandt"));
}

TEST_CASE("what nobody has says so instead of an empty box") {
  Stage stage;
  stage.find("qqqq");
  stage.ui.press(Key::enter);
  stage.ui.frame();
  REQUIRE(stage.shell.page() == Page::today);
  REQUIRE(stage.ui.sees("find what"));
}
