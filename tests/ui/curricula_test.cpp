// Journeys through the page Curricula: mouse and keys go in, the session is what is asserted on.
#include <set>

#include "tests/support/draft.hpp"
#include "tests/ui/stage.hpp"
#include "ui/widgets/soft_wrap.hpp"

namespace {

using namespace tandem;
using namespace tandem::views;
using test::UiDriver;
using ui::Key;

struct Studio : test::Stage {
  explicit Studio(Program program = test::starter(), float width = 1600, float height = 1000)
      : Stage(std::move(program), width, height) {
    shell.go({Page::curricula, "", ""});
    ui.frame(3);
  }

  // Pixels along the axis; a card is 142 wide where a week is 38, and both stretch alike.
  float week() const { return ui.item("Journeys / L2").rect.width() / 142 * 38; }
  const Module* module(std::string_view code) const { return program().modules.find_key(code); }
  bool holds(std::string_view programme, std::string_view code) const {
    return row_of(program(), program().programmes.find_key(programme)->id, module(code)->id);
  }
  const Prerequisite& link(std::string_view code, std::string_view needs) const {
    return *program().prerequisites.find_key(join_key(
        {std::to_string(module(code)->id.value), std::to_string(module(needs)->id.value)}));
  }
  // From one thing on screen to a point beside another.
  void drag_onto(std::string_view from, std::string_view onto, float dx = 0, bool release = true) {
    const auto a = ui.item(from).rect.centre();
    const auto b = ui.item(onto).rect.centre();
    ui.drag(from, b.x - a.x + dx, b.y - a.y, release);
  }
};

Program with_spare_module() {
  test::Draft draft{test::starter()};
  const auto x1 = draft.add<Module>([](Module& m) {
    m.code = "X1";
    m.title = "Quiet hours";
    m.minutes = 60;
    m.why = "Rest";
    m.who = "Somebody rested";
  });
  draft.add<Prerequisite>([&](Prerequisite& p) {
    p.module = x1;
    p.needs = draft.id<Module>("L1");
    p.min_days = 14;
  });
  return draft.program();
}

}  // namespace

TEST_CASE("the page opens on two journeys, and a card tells why it stands where it does") {
  Studio studio;
  studio.shell.go({Page::today, "", ""});
  studio.ui.press(Key::n2, true);
  REQUIRE(studio.shell.page() == Page::curricula);
  REQUIRE_FALSE(studio.said("4 of 9 modules its own").empty());
  studio.ui.click("Journeys / L2");
  REQUIRE(studio.ui.sees("Why here"));
  REQUIRE(studio.ui.sees("14 to 42 days after L1, ideal 28"));
  REQUIRE(studio.ui.sees("Drawn at: 28 days, inside the window"));
}

TEST_CASE("drag a module over its prerequisite: the ghost says why, and nothing changes") {
  Studio studio;
  studio.drag_onto("Journeys / L2", "Journeys / L1", 0, false);
  REQUIRE(studio.ui.sees("L2 needs L1, so it cannot stand before it"));
  studio.ui.release();
  REQUIRE_FALSE(studio.session->undo_state().undoable);
  REQUIRE(studio.shell.curricula().journeys.drag == std::nullopt);
  studio.ui.frame(2);
  // The reason is still to be read after it was let go.
  REQUIRE(studio.ui.sees("L2 needs L1, so it cannot stand before it"));
}

TEST_CASE("a card dragged along the axis stretches its days in one step, and Escape lets it go") {
  Studio studio;
  studio.ui.drag("Journeys / L2", studio.week(), 0);
  REQUIRE(studio.link("L2", "L1").ideal_days == 35);
  REQUIRE(studio.undo_label() == "L2: 14 to 42 days after L1, ideal 35");
  studio.undo();
  REQUIRE(studio.link("L2", "L1").ideal_days == 28);
  studio.ui.drag("Journeys / L2", studio.week(), 0, false);
  studio.ui.press(Key::escape);
  studio.ui.release();
  REQUIRE(studio.link("L2", "L1").ideal_days == 28);
  // L3 stands 42 days after L1; five weeks later is past the 70 it may have.
  studio.ui.drag("Journeys / L3", 5 * studio.week(), 0, false);
  REQUIRE(studio.ui.sees("L3 follows L1 within 70 days: 77 is too late"));
  studio.ui.release();
  REQUIRE(studio.link("L3", "L1").ideal_days == 42);
}

TEST_CASE("the ends of a bracket are dragged: most days, and back by undo") {
  Studio studio;
  studio.ui.click("Journeys / L2");
  studio.ui.drag("Most days", studio.week(), 0);
  REQUIRE(studio.link("L2", "L1").max_days == 49);
  REQUIRE(studio.link("L2", "L1").ideal_days == 28);
  studio.undo();
  REQUIRE(studio.link("L2", "L1").max_days == 42);
}

TEST_CASE("a module comes from the library into a journey, once, and not before what it needs") {
  Studio studio{with_spare_module()};
  REQUIRE(studio.ui.sees("Library / X1"));
  studio.drag_onto("Library / X1", "Journeys / L1", -100, false);
  REQUIRE(studio.said("X1 needs 14 days after L1") == "X1 needs 14 days after L1: week 8 or later");
  studio.ui.release();
  REQUIRE_FALSE(studio.holds("LEAD", "X1"));
  studio.drag_onto("Library / X1", "Journeys / L3", 200);
  REQUIRE(studio.holds("LEAD", "X1"));
  REQUIRE(studio.undo_label() == "Add X1 to LEAD");
  // It is used now, so the library keeps it only without that filter.
  REQUIRE_FALSE(studio.ui.sees("Library / X1"));
  studio.ui.click("Not used");
  studio.drag_onto("Library / X1", "Journeys / L3", 200, false);
  REQUIRE(studio.ui.sees("X1 is already in LEAD"));
  studio.ui.release();
  studio.undo();
  REQUIRE_FALSE(studio.holds("LEAD", "X1"));
}

TEST_CASE("every gesture of the journeys is a key, too") {
  Studio studio{with_spare_module()};
  studio.ui.click("Library / X1");
  studio.ui.press(Key::u);
  REQUIRE(studio.holds("LEAD", "X1"));
  studio.ui.press(Key::l);
  REQUIRE(studio.holds("MANAGE", "X1"));
  studio.ui.press(Key::del);
  REQUIRE_FALSE(studio.holds("LEAD", "X1"));
  REQUIRE_FALSE(studio.holds("MANAGE", "X1"));
  studio.ui.click("Journeys / L4");
  studio.ui.press(Key::e);
  REQUIRE(studio.undo_label() == "Move L4 before L3");
  studio.ui.press(Key::r);
  REQUIRE(studio.undo_label() == "Move L4 to the end of leading");
  studio.ui.click("Journeys / L2");
  studio.ui.press(Key::plus);
  REQUIRE(studio.link("L2", "L1").ideal_days == 35);
  studio.ui.press(Key::minus);
  REQUIRE(studio.link("L2", "L1").ideal_days == 28);
}

TEST_CASE(
    "every gesture of the journeys is a button of the inspector, and a refused one says why") {
  Studio studio{with_spare_module()};
  studio.ui.click("Library / X1");
  studio.ui.click("Put it into LEAD");
  REQUIRE(studio.holds("LEAD", "X1"));
  studio.ui.click("LEAD / Earlier in its set");
  REQUIRE(studio.undo_label() == "Move X1 before L4");
  studio.ui.click("Take it out of LEAD");
  REQUIRE_FALSE(studio.holds("LEAD", "X1"));
  studio.ui.click("Journeys / L2");
  studio.ui.click("After L1 / Ideal");
  for (int k = 0; k < 4; ++k) studio.ui.press(Key::backspace);
  studio.ui.type("7");
  studio.ui.press(Key::enter);
  REQUIRE(studio.link("L2", "L1").ideal_days == 28);
  REQUIRE_FALSE(studio.said("Ideal is below min days").empty());
}

TEST_CASE("add a module with a missing why: no orientation is refused, no why is badged") {
  Studio studio;
  studio.ui.press(Key::n);
  studio.ui.frame(3);
  studio.ui.type("Rest that counts");
  studio.ui.click("Code");
  studio.ui.type("L9");
  studio.ui.click("Minutes in all");
  studio.ui.type("90");
  studio.ui.click("How it is held / In person");
  studio.ui.click("Add it");
  REQUIRE_FALSE(studio.module("L9"));
  REQUIRE(studio.said("rientation") != "");
  REQUIRE(studio.ui.sees("Orientation is empty (choose lead, manage or both)"));
  studio.ui.click("Orientation / Lead");
  studio.ui.click("Add it");
  studio.ui.frame(4);
  REQUIRE(studio.module("L9"));
  REQUIRE(studio.module("L9")->orientation == tandem::Orientation::lead);
  REQUIRE(studio.undo_label() == "Add the module L9");
  REQUIRE(studio.ui.sees("L9 / no why"));
  studio.ui.click("L9 / Why it matters");
  studio.ui.type("Tired people are unkind");
  studio.ui.click("L9 / Who you can become");
  studio.ui.type("Somebody who rests");
  studio.ui.click("L9 / Title");
  studio.ui.frame(3);
  REQUIRE(studio.module("L9")->why == "Tired people are unkind");
  REQUIRE(studio.module("L9")->who == "Somebody who rests");
  REQUIRE(studio.ui.sees("L9 / has a why"));
}

TEST_CASE("a text is edited in one step and undone; Escape keeps the old one") {
  Studio studio;
  studio.ui.press(Key::n2);
  studio.ui.click("Modules / L1");
  const std::string before = studio.module("L1")->title;
  studio.ui.click("L1 / Title");
  studio.ui.press(Key::end);
  studio.ui.type("!");
  studio.ui.press(Key::enter);
  REQUIRE(studio.module("L1")->title == before + "!");
  REQUIRE(studio.undo_label() == "L1: Title");
  studio.undo();
  REQUIRE(studio.module("L1")->title == before);
  studio.ui.click("L1 / Title");
  studio.ui.type("?");
  studio.ui.press(Key::escape);
  REQUIRE(studio.module("L1")->title == before);
}

TEST_CASE("what a field refuses stands beside it, and the old value stays") {
  Studio studio;
  studio.ui.press(Key::n2);
  studio.ui.click("Modules / L1");
  studio.ui.click("L1 / Seats");
  studio.ui.press(Key::end);
  for (int k = 0; k < 3; ++k) studio.ui.press(Key::backspace);
  studio.ui.type("0");
  studio.ui.press(Key::enter);
  REQUIRE(studio.module("L1")->capacity == 12);
  REQUIRE(studio.said("It stays 12.").starts_with("Seats '0' is out of range"));
  const auto seats = studio.ui.item("L1 / Seats").rect;
  const auto reason = studio.ui.item(studio.said("It stays 12.")).rect;
  REQUIRE(reason.y0 >= seats.y1);
  REQUIRE(reason.y0 < seats.y1 + 12);
  REQUIRE(reason.x0 < seats.x1);
}

TEST_CASE("an objective is added, opened, tagged and leaned") {
  Studio studio{test::starter(), 1600, 2400};
  studio.ui.press(Key::n2);
  studio.ui.click("Modules / L4");
  studio.ui.click("L4 / One more objective");
  studio.ui.type("Keeps an hour free");
  studio.ui.press(Key::enter);
  studio.ui.frame(2);
  const auto find = [&] {
    for (const Objective& o : studio.program().objectives)
      if (o.text == "Keeps an hour free") return o;
    throw std::runtime_error("there is no such objective");
  };
  REQUIRE(find().number == 2);
  REQUIRE(studio.ui.sees("L4 / Objectives: 60 of 60 min, 1 without minutes"));
  studio.ui.click("L4 / Objective 2");
  studio.ui.click("Objective 2 / Kind of outcome / Conditions created");
  studio.ui.click("Objective 2 / Focus area / Change agility");
  studio.ui.click("Objective 2 / Control to Empowerment: +2");
  studio.ui.click("Objective 2 / Level aimed at / 3 Skilled");
  REQUIRE(find().kind == ObjectiveKind::conditions);
  REQUIRE(find().focus == "change_agility");
  REQUIRE(find().empowerment == 2);
  REQUIRE(find().level == 3);
  // A second press takes it off: nothing said is not nought.
  studio.ui.click("Objective 2 / Control to Empowerment: +2");
  REQUIRE_FALSE(find().empowerment);
  studio.ui.click("Competency");
  studio.ui.click("Change leadership");
  REQUIRE(code_of(studio.program(), find().competency) == "CHG");
}

TEST_CASE("a module in use is not removed and says where; a copy is") {
  Studio studio;
  studio.ui.press(Key::n2);
  studio.ui.click("Modules / L1");
  studio.ui.click("L1 / Remove");
  REQUIRE(studio.module("L1"));
  REQUIRE_FALSE(studio.said("L1 is in LEAD, needed by L2 and L3").empty());
  studio.ui.click("L1 / Copy");
  studio.ui.frame(3);
  REQUIRE(studio.module("L1-2"));
  studio.ui.click("L1-2 / Remove");
  REQUIRE_FALSE(studio.module("L1-2"));
  studio.undo();
  REQUIRE(studio.module("L1-2"));
}

TEST_CASE("the framework's texts are edited in place") {
  Studio studio{test::starter(), 1600, 1400};
  studio.ui.press(Key::n3);
  studio.ui.click("Competencies / EI");
  studio.ui.click("EI / Level 3, Skilled");
  studio.ui.press(Key::end);
  studio.ui.type(" every day");
  studio.ui.press(Key::enter);
  const auto ei = studio.program().competencies.find_key("EI")->id;
  REQUIRE(models::anchors_of(studio.program(), ei)[2]->text.ends_with(" every day"));
  REQUIRE(studio.undo_label() == "Level 3 of Emotional intelligence");
  studio.undo();
  REQUIRE_FALSE(models::anchors_of(studio.program(), ei)[2]->text.ends_with(" every day"));
  const auto before = models::indicators_of(studio.program(), ei).size();
  studio.ui.click("EI / One more indicator");
  studio.ui.type("Says when they were wrong");
  studio.ui.press(Key::enter);
  REQUIRE(models::indicators_of(studio.program(), ei).size() == before + 1);
}

TEST_CASE("coverage is filtered by programme and says what nobody teaches") {
  Studio studio;
  studio.ui.press(Key::n4);
  REQUIRE(studio.ui.sees("Nobody teaches Technical direction and mentoring."));
  studio.ui.click("Programme / Marram leaders: drawing the picture");
  REQUIRE_FALSE(studio.said(" taught in LEAD: ").empty());
  REQUIRE(studio.ui.sees("Nobody teaches Performance coaching in LEAD."));
  studio.ui.click("L3");
  REQUIRE(studio.ui.sees("Inspector / L3"));
  studio.ui.click("Edit module");
  REQUIRE(studio.shell.curricula().tab == CurriculaTab::modules);
  REQUIRE(studio.ui.sees("L3 / Title"));
}

TEST_CASE("the page is walked by keyboard alone: tabs, search, cards, a field") {
  Studio studio;
  for (const auto& [key, tab] : {std::pair{Key::n2, CurriculaTab::modules},
                                 {Key::n3, CurriculaTab::framework},
                                 {Key::n4, CurriculaTab::coverage},
                                 {Key::n1, CurriculaTab::journeys}}) {
    studio.ui.press(key);
    REQUIRE(studio.shell.curricula().tab == tab);
  }
  studio.ui.press(Key::f, true);
  studio.ui.frame(2);
  studio.ui.type("feedback");
  studio.ui.press(Key::enter);
  REQUIRE(studio.shell.curricula().journeys.filter.search == "feedback");
  // Arrow keys go from thing to thing; every card is reached and Enter chooses it.
  studio.ui.click("Journeys / C1");
  std::set<std::string> reached;
  const auto look = [&] {
    for (const auto& item : studio.ui.probe().items())
      if (item.focused) reached.insert(item.name);
  };
  for (const Key key : {Key::right, Key::right, Key::down, Key::down, Key::right, Key::up,
                        Key::left, Key::up, Key::right, Key::right, Key::down, Key::left}) {
    studio.ui.press(key);
    look();
  }
  REQUIRE(std::ranges::count_if(reached, [](const std::string& name) {
            return name.starts_with("Journeys / ");
          }) >= 4);
  studio.ui.press(Key::f1);
  REQUIRE(studio.ui.sees("A week further from what it follows"));
}

TEST_CASE("an empty workspace says what each tab is for and begins with one press") {
  Studio studio{test::empty_workspace()};
  REQUIRE(studio.ui.sees("No journey yet"));
  studio.ui.press(Key::n3);
  REQUIRE(studio.ui.sees("No framework yet"));
  studio.ui.press(Key::n4);
  REQUIRE(studio.ui.sees("Nothing to compare yet"));
  studio.ui.press(Key::n2);
  REQUIRE(studio.ui.sees("No module yet"));
  // The page's head has a button of the same name; this one works, too.
  studio.ui.click("empty / Add a module");
  studio.ui.frame(3);
  REQUIRE(studio.ui.sees("How it is held / In person"));
  studio.ui.click("Leave");
  studio.ui.press(Key::n1);
  studio.ui.click("Begin two journeys");
  REQUIRE(studio.program().programmes.size() == 2);
  studio.ui.frame(2);
  REQUIRE(studio.ui.sees("Upper journey"));
  studio.undo();
  REQUIRE(studio.program().programmes.empty());
}

TEST_CASE("which two programmes stand side by side is chosen from those there are") {
  test::Draft draft{test::starter()};
  draft.add<Programme>([](Programme& p) {
    p.code = "EXEC";
    p.title = "Executives";
  });
  Studio studio{draft.program()};
  studio.ui.click("Upper journey");
  studio.ui.click("Executives");
  studio.ui.frame(2);
  REQUIRE((*studio.shell.curricula().journeys.shown)[0] == draft.id<Programme>("EXEC"));
  REQUIRE(studio.ui.sees("no module yet"));
  studio.ui.click("Lower journey");
  REQUIRE_FALSE(studio.ui.item("Executives").enabled);
}

TEST_CASE("a title of 60 characters stays within its card, its row and its field") {
  test::Draft draft{test::starter()};
  const std::string title = "The long conversation that everybody in the room has put off";
  REQUIRE(title.size() == 60);
  draft.change<Module>("L2", [&](Module& m) { m.title = title; });
  Studio studio{draft.program(), 1280, 800};
  const auto card = studio.ui.item("Journeys / L2").rect;
  REQUIRE(card.width() >= 142);
  REQUIRE(ui::fit(ui::Type::small, title, card.width() - 18).cut);
  studio.ui.press(Key::n2);
  REQUIRE(studio.ui.item("Modules / L2").rect.width() ==
          studio.ui.item("Modules / L1").rect.width());
}

TEST_CASE("lines break at blanks inside a text field and are kept without breaks") {
  UiDriver ui([] {});
  const std::string text = "one two three four five six seven";
  const float width = ui::text_width(ui::Type::body, "one two three four");
  const std::pmr::string shown = ui::soft_wrapped(ui::Type::body, text, width);
  REQUIRE(shown == "one two three four\nfive six seven");
  REQUIRE(shown.size() == text.size());
  REQUIRE(ui::unwrapped(shown) == text);
  // A break of the author's own stays one.
  const std::string own = "one\ntwo three four five six";
  REQUIRE(ui::unwrapped(ui::soft_wrapped(ui::Type::body, own, width)) == own);
  REQUIRE(ui::soft_wrapped(ui::Type::body, "", width).empty());
}
