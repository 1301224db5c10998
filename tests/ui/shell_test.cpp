// Journeys through the real pages: mouse and keys go in, the session is what is asserted on.
#include "ui/views/shell.hpp"

#include "tests/ui/stage.hpp"
#include "ui/views/started.hpp"

namespace {

using namespace tandem;
using namespace tandem::views;
using test::UiDriver;
using ui::Key;

struct Stage : test::Stage {
  using test::Stage::Stage;

  std::size_t sessions() const { return program().sessions.size(); }
};

}  // namespace

TEST_CASE("open the sample, solve, accept, undo: the plan is there and gone again", "[threads]") {
  Stage stage;
  stage.ui.click("Schedule");
  stage.ui.click("Solve");
  stage.settle();
  REQUIRE(stage.ui.sees("plan / Proposed plan"));
  REQUIRE(stage.sessions() == 9);
  stage.ui.click("Accept all");
  REQUIRE(stage.sessions() == 20);
  REQUIRE(stage.session->wait());
  REQUIRE_FALSE(stage.ui.sees("Accept all"));
  stage.ui.press(Key::z, true);
  REQUIRE(stage.sessions() == 9);
  stage.ui.press(Key::z, true, true);
  REQUIRE(stage.sessions() == 20);
}

TEST_CASE("a discarded plan changes nothing", "[threads]") {
  Stage stage;
  stage.ui.click("Schedule");
  stage.ui.press(Key::s);
  stage.settle();
  stage.ui.click("Discard");
  REQUIRE_FALSE(stage.ui.sees("plan / Proposed plan"));
  REQUIRE(stage.sessions() == 9);
  REQUIRE_FALSE(stage.session->undo_state().undoable);
}

TEST_CASE("select what has no place and read the two facts that keep it from one") {
  Stage stage;
  stage.ui.click("Schedule");
  stage.ui.click("Solve");
  stage.settle();
  stage.ui.click("tray / MGR-1/M3");
  stage.settle();
  REQUIRE(stage.shell.schedule().session == "MGR-1/M3");
  REQUIRE(stage.ui.sees("Why it has no date"));
  const auto told = [&](std::string_view words) {
    for (const auto& item : stage.ui.probe().items())
      if (item.label.find(words) != std::string::npos) return true;
    return false;
  };
  REQUIRE(told("simulator is closed until Fri 4 Jun and from Mon 21 Jun"));
  REQUIRE(told("Marieke Zwart, the only lead, is away"));
  // How the rules leave no start is told on request.
  REQUIRE_FALSE(told("in the working time of MGR-1"));
  stage.ui.click("Starts left after each rule");
  REQUIRE(told("in the working time of MGR-1"));
  REQUIRE(told("with a lead working in en: 0"));
}

TEST_CASE("a line of Today leads to the schedule and to what it is about") {
  Stage stage;
  REQUIRE(stage.shell.page() == Page::today);
  stage.ui.click("make up LDR-1/C2 LDR-1 / See C2");
  REQUIRE(stage.shell.page() == Page::schedule);
  REQUIRE(stage.shell.schedule().session == "LDR-1/C2");
  REQUIRE(stage.ui.item("LDR-1 C2").on);
  stage.settle();
  REQUIRE(stage.ui.sees("Why here"));
}

TEST_CASE("Plan on a line of Today makes a plan at once") {
  Stage stage;
  stage.ui.click("unplanned LDR-1 / Plan");
  REQUIRE(stage.shell.page() == Page::schedule);
  stage.settle();
  REQUIRE(stage.shell.bench().offer());
}

TEST_CASE("the keys of the schedule change its lanes and its stretch of time") {
  Stage stage;
  stage.ui.press(Key::n3, true);
  REQUIRE(stage.shell.page() == Page::schedule);
  REQUIRE(stage.ui.sees("LDR-1 C1"));
  stage.ui.press(Key::n2);
  REQUIRE(stage.ui.sees("Marieke Zwart"));
  REQUIRE_FALSE(stage.ui.sees("LDR-1 C1"));
  stage.ui.press(Key::n3);
  REQUIRE(stage.ui.sees("Dune room"));
  stage.ui.press(Key::n1);
  REQUIRE(stage.ui.sees("LDR-1 C1"));
  const auto whole = stage.shell.schedule().timeline.view.length();
  stage.ui.press(Key::w);
  REQUIRE(stage.shell.schedule().timeline.view.length() < whole / 4);
  stage.ui.press(Key::y);
  REQUIRE(stage.shell.schedule().timeline.view.length() == whole);
}

TEST_CASE("a bar tells its session, a cohort how far it is") {
  Stage stage;
  stage.ui.click("Schedule");
  stage.ui.click("LDR-1 L3");
  stage.settle();
  REQUIRE(stage.ui.sees("L3 for LDR-1"));
  REQUIRE(stage.ui.sees("Why here"));
  stage.ui.click("MGR-1");
  REQUIRE(stage.ui.sees("On its way"));
  REQUIRE(stage.shell.schedule().cohort == "MGR-1");
}

TEST_CASE("F1 lists the keys of this page and the menu does what it says") {
  Stage stage;
  stage.ui.press(Key::f1);
  REQUIRE(stage.ui.sees("Keys of this page"));
  REQUIRE_FALSE(stage.ui.sees("Lanes by room"));
  stage.ui.press(Key::escape);
  REQUIRE_FALSE(stage.ui.sees("Press what has the ring"));
  stage.ui.click("top bar / Marram Water");
  stage.ui.click("Dark colours");
  REQUIRE(stage.look.dark);
  stage.ui.press(Key::q, true);
  REQUIRE(stage.closed);
}

TEST_CASE("an empty workspace says what the pages are for and how to begin") {
  for (const Page page : {Page::today, Page::schedule, Page::cohorts}) {
    Stage stage{test::empty_workspace()};
    stage.shell.go({page, "", ""});
    stage.ui.frame(2);
    REQUIRE(stage.ui.sees("No cohort yet"));
    stage.ui.click("Load a folder of CSV tables");
    REQUIRE(stage.asked_for_tables);
    REQUIRE_FALSE(stage.ui.sees("Solve"));
  }
}

TEST_CASE("an empty workspace grows a site, a journey and a cohort where the cohorts will stand") {
  Stage stage{test::empty_workspace()};
  stage.shell.go({Page::cohorts, "", ""});
  const auto type = [&](std::initializer_list<const char*> texts) {
    stage.ui.frame(3);
    for (const char* text : texts) {
      stage.ui.type(text);
      stage.ui.press(ui::Key::tab);
    }
  };
  const auto add = [&] {
    stage.ui.click("Add it");
    stage.ui.frame(3);
  };
  stage.ui.frame(2);
  stage.ui.click("Add a site");
  type({"Leeds", "LEE"});
  add();
  REQUIRE(stage.undo_label() == "Add site LEE");
  stage.ui.click("Add a journey");
  type({"New managers", "NEW"});
  stage.ui.click("It prepares people to / manager");
  add();
  // The only site and the only journey are filled in.
  stage.ui.click("Add a cohort");
  type({"Managers Leeds", "MGR-1"});
  add();
  const Cohort* cohort = stage.program().cohorts.find_key("MGR-1");
  REQUIRE(cohort);
  REQUIRE(cohort->site == stage.program().sites.find_key("LEE")->id);
  REQUIRE(cohort->programme == stage.program().programmes.find_key("NEW")->id);
  REQUIRE_FALSE(stage.ui.sees("No cohort yet"));
  stage.undo();
  stage.ui.frame(2);
  REQUIRE(stage.ui.sees("No cohort yet"));
}

TEST_CASE("a first person and a first competency are added on their own pages") {
  Stage stage{test::empty_workspace()};
  stage.shell.go({Page::people, "", ""});
  stage.ui.frame(2);
  stage.ui.click("Add a person");
  stage.ui.frame(3);
  stage.ui.click("Add it");  // refused: neither name nor number
  REQUIRE(stage.program().people.empty());
  stage.ui.type("Halima Yusuf");
  stage.ui.press(ui::Key::tab);
  stage.ui.type("1001");
  stage.ui.click("Add it");
  stage.ui.frame(3);
  REQUIRE(stage.program().people.find_key("1001"));
  stage.shell.go({Page::curricula, "", ""});
  stage.shell.act(app::Action::tab_framework);
  stage.ui.frame(2);
  stage.ui.click("Add a competency");
  stage.ui.frame(3);
  stage.ui.type("Vision");
  stage.ui.press(ui::Key::tab);
  stage.ui.type("VIS");
  stage.ui.click("It is about / lead");
  stage.ui.click("Add it");
  stage.ui.frame(3);
  REQUIRE(stage.program().competencies.find_key("VIS"));
  REQUIRE(stage.session->wait());
  REQUIRE(stage.undo_label() == "Add competency VIS");
}

TEST_CASE("a window without a file says what is wrong and offers the ways in") {
  const Errors problems{{ErrorCode::not_found, "there is no such file", "gone.tandem", ""}};
  FirstRunAnswer answer;
  UiDriver ui(
      [&] {
        const FirstRunAnswer now =
            draw_first_run({0, 0, 1280, 1000}, {problems, true, {"/somewhere/ours.tandem"}});
        answer.sample |= now.sample;
        answer.load |= now.load;
        answer.create |= now.create;
        answer.open |= now.open;
        if (!now.file.empty()) answer.file = now.file;
      },
      1280, 1000);
  REQUIRE(ui.sees("gone.tandem: there is no such file"));
  ui.click("Open the sample");
  REQUIRE(answer.sample);
  ui.click("Load a folder");
  REQUIRE(answer.load);
  ui.click("New workspace");
  REQUIRE(answer.create);
  ui.click("Open a file");
  REQUIRE(answer.open);
}

TEST_CASE("at 1280 by 800 the inspector is there from the start, on both pages") {
  Stage stage{test::starter(), 1280, 800};
  REQUIRE(stage.ui.sees("Show it in the schedule"));
  stage.ui.click("Schedule");
  REQUIRE(stage.ui.sees("On its way"));
}

TEST_CASE(
    "on a small window nothing chosen leaves the page its room, and a choice opens the inspector") {
  Stage stage{test::starter(), 1000, 700};
  REQUIRE_FALSE(stage.ui.sees("Show it in the schedule"));
  stage.ui.click("MGR-1: 4 modules not planned yet: B2, M3, M4 and M5");
  REQUIRE(stage.ui.sees("Show it in the schedule"));
}

TEST_CASE("the agenda shows whole rows and leads to the rest") {
  Stage stage{test::starter(), 1280, 560};
  stage.ui.click("2 more, see the schedule");
  REQUIRE(stage.shell.page() == Page::schedule);
}
