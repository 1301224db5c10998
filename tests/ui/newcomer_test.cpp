// The first afternoon, twice: once with the mouse alone, once with the keyboard alone. Sample,
// plan, a reason, acceptance, attendance, one printed plan; the real store, the real printer.
#include "tests/ui/at_home.hpp"

namespace {

using namespace tandem;
using ui::Key;
namespace fs = std::filesystem;

struct Newcomer : test::AtHome {
  // With an arrow, until the ring is around the thing of that name.
  void walk_to(std::string_view name, Key arrow) {
    for (int k = 0; k < 20; ++k) {
      if (const auto* item = ui.probe().find(name); item && item->focused) return;
      ui.press(arrow);
    }
    throw std::runtime_error("the keyboard does not come to " + std::string{name});
  }
  std::size_t plans() const {
    std::size_t out = 0;
    for (const auto& entry : fs::recursive_directory_iterator{home.path()})
      out += entry.path().extension() == ".pdf";
    return out;
  }
};

}  // namespace

TEST_CASE("a newcomer's path by mouse alone: sample, plan, reason, accept, attendance, print",
          "[threads]") {
  Newcomer n;
  n.ui.click("Open the sample");
  n.settle();
  n.ui.click("Schedule");
  n.ui.click("Solve");
  n.settle();
  n.ui.click("LDR-1 L3");
  n.settle();
  REQUIRE(n.ui.sees("Why here"));
  n.ui.click("Accept all");
  n.settle();
  REQUIRE(n.workspace().sessions.size() == 20);
  n.ui.click("Cohorts");
  n.settle();
  n.ui.click("MGR-1");
  n.settle();
  n.ui.click("Open MGR-1");
  n.settle();
  n.ui.click("Yusuf Demir / C2");
  n.settle();
  n.ui.click("Excused");
  n.settle();
  REQUIRE(n.undo_label() == "Yusuf Demir for C2: excused");
  n.ui.click("People");
  n.ui.click("Kofi Mensah-Brandt");
  n.ui.click("Open this person's page");
  n.ui.click("Print plan");
  n.settle();
  n.ui.click("Save this plan");
  n.settle();
  REQUIRE(n.ui.sees("1 plan saved"));
  REQUIRE(n.plans() == 1);
  REQUIRE(n.desk->save());
}

TEST_CASE("a newcomer's path by keyboard alone: sample, plan, reason, accept, attendance, print") {
  Newcomer n;
  n.walk_to("Open a file", Key::down);
  n.walk_to("Open the sample", Key::up);
  n.ui.press(Key::enter);
  n.settle();
  n.ui.press(Key::n3, true);
  n.ui.press(Key::s);
  n.settle();
  // The session by its name: "find anything" knows the code.
  n.ui.press(Key::k, true);
  n.ui.frame(2);
  n.ui.type("ldr-1/l3");
  n.ui.press(Key::enter);
  n.settle();
  REQUIRE(n.ui.sees("Why here"));
  n.ui.press(Key::a);
  n.settle();
  REQUIRE(n.workspace().sessions.size() == 20);
  n.ui.press(Key::k, true);
  n.ui.frame(2);
  n.ui.type("mgr-1");
  n.ui.press(Key::enter);
  n.settle();
  n.ui.press(Key::right);
  n.ui.press(Key::left);
  n.ui.press(Key::e);
  n.settle();
  REQUIRE(n.undo_label().ends_with(": excused"));
  n.ui.press(Key::n6, true);
  n.ui.press(Key::f, true);
  n.ui.type("kofi");
  n.ui.press(Key::enter);
  n.settle();
  n.ui.press(Key::s);
  n.settle();
  REQUIRE(n.ui.sees("1 plan saved"));
  REQUIRE(n.plans() == 1);
  REQUIRE(n.desk->save());
}
