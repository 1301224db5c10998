// Journeys through the page Settings: mouse and keys go in, the session is what is asserted on.
#include <algorithm>
#include <set>

#include "tests/support/draft.hpp"
#include "tests/ui/stage.hpp"

namespace {

using namespace tandem;
using namespace tandem::views;
using models::SettingsTab;
using test::UiDriver;
using ui::Key;

struct Office : test::Stage {
  explicit Office(Program program = test::starter(), float width = 1600, float height = 1400)
      : Stage(std::move(program), width, height) {
    shell.go({Page::settings, "", ""});
    ui.frame(3);
  }

  const Room* room(std::string_view code) const { return program().rooms.find_key(code); }
  // Writes over what stands in a field.
  void write(std::string_view field, std::string_view text, bool enter = true) {
    ui.click(field);
    ui.press(Key::a, true);
    ui.press(Key::backspace);
    ui.type(text);
    if (enter) ui.press(Key::enter);
    ui.frame(2);
  }
};

}  // namespace

TEST_CASE("a room's seats are changed in one step and undone") {
  Office office;
  office.ui.click("List / HAA-1");
  office.write("Form / Seats", "20");
  REQUIRE(office.room("HAA-1")->capacity == 20);
  REQUIRE(office.undo_label() == "Room HAA-1: Seats");
  office.undo();
  REQUIRE(office.room("HAA-1")->capacity == 12);
  REQUIRE_FALSE(office.session->undo_state().undoable);
}

TEST_CASE("a bad value says so beside its field, and the old one stays") {
  Office office;
  office.ui.click("List / HAA-1");
  office.write("Form / Seats", "many");
  REQUIRE(office.room("HAA-1")->capacity == 12);
  REQUIRE_FALSE(office.session->undo_state().undoable);
  const std::string reason = office.said("It stays 12.");
  REQUIRE(reason.starts_with("Seats 'many' is not a whole number"));
  const auto field = office.ui.item("Form / Seats").rect;
  const auto words = office.ui.item(reason).rect;
  REQUIRE(words.y0 >= field.y1);
  REQUIRE(words.y0 < field.y1 + 12);
  // A code that is another room's, and money that is none.
  office.write("Form / Code", "LAB");
  REQUIRE(office.room("LAB")->name == "Control-room simulator");
  REQUIRE(office.room("HAA-1"));
  REQUIRE_FALSE(office.said("two rows for room LAB").empty());
  office.write("Form / Cost a day", "90.5");
  REQUIRE(office.room("HAA-1")->day_cost == 9000);
  REQUIRE_FALSE(office.said("Cost a day '90.5' is not an amount").empty());
  office.write("Form / Cost a day", "95.50");
  REQUIRE(office.room("HAA-1")->day_cost == 9550);
}

TEST_CASE("days away are added and taken back, each as one step") {
  Office office;
  office.ui.press(Key::n2);
  office.ui.click("List / TUNDE");
  const auto before = office.program().absences.size();
  office.ui.click("Add days away");
  office.ui.frame(3);
  office.ui.type("2027-05-03");
  office.ui.press(Key::tab);
  office.ui.type("2027-05-01");
  office.ui.click("Add it");
  REQUIRE(office.program().absences.size() == before);
  REQUIRE_FALSE(office.said("2027-05-01 lies before 2027-05-03").empty());
  office.write("Last day", "2027-05-07", false);
  office.ui.click("Add it");
  office.ui.frame(3);
  REQUIRE(office.program().absences.size() == before + 1);
  REQUIRE(office.undo_label() == "Add days away of TUNDE, Mon 3 May to Fri 7 May 2027");
  REQUIRE(office.ui.sees("Form / From 2027-05-03 / Last day"));
  office.write("Form / From 2027-05-03 / Last day", "2027-05-10");
  REQUIRE(office.undo_label() == "TUNDE away: Last day");
  office.ui.click("From 2027-05-03 / Not away then");
  REQUIRE(office.program().absences.size() == before);
  office.undo();
  REQUIRE(office.program().absences.size() == before + 1);
}

TEST_CASE("what a facilitator may run is added, raised to lead and taken away") {
  Office office;
  office.ui.press(Key::n2);
  office.ui.click("List / TUNDE");
  const auto level = [&]() -> std::optional<QualificationLevel> {
    const auto who = office.program().facilitators.find_key("TUNDE")->id;
    const auto what = office.program().modules.find_key("L4")->id;
    for (const Qualification& q : office.program().qualifications)
      if (q.facilitator == who && q.module == what) return q.level;
    return std::nullopt;
  };
  REQUIRE_FALSE(level());
  office.ui.click("Add a module they run");
  office.ui.frame(3);
  office.ui.type("L4");
  office.ui.click("As / shadow");
  office.ui.click("Add it");
  office.ui.frame(3);
  REQUIRE(level() == QualificationLevel::shadow);
  office.ui.click("May run / L4 / Lead");
  office.ui.frame(2);
  REQUIRE(level() == QualificationLevel::lead);
  office.ui.click("May run / No longer L4");
  REQUIRE_FALSE(level());
}

TEST_CASE("a blackout asks whom it is for, and for a code only where it has one") {
  Office office;
  office.ui.press(Key::n3);
  office.ui.press(Key::n);
  office.ui.frame(3);
  office.ui.type("Stock-take");
  office.write("First day", "2027-05-10", false);
  office.write("Last day", "2027-05-12", false);
  office.ui.click("For whom / all");
  office.ui.frame(2);
  REQUIRE_FALSE(office.ui.sees("Which"));
  office.ui.click("For whom / site");
  office.ui.frame(2);
  office.write("Which", "NRO", false);
  office.ui.click("Add it");
  REQUIRE_FALSE(office.said("did you mean NOR?").empty());
  office.write("Which", "NOR", false);
  office.ui.click("Add it");
  office.ui.frame(3);
  REQUIRE(office.undo_label() == "Add blackout Stock-take");
  // It is chosen, and its form says whom it holds for.
  REQUIRE(office.ui.sees("Form / Stock-take"));
  REQUIRE(office.ui.item("Stock-take").on == false);
  office.ui.click("Remove");
  office.ui.frame(2);
  REQUIRE(office.undo_label() == "Remove blackout Stock-take");
}

TEST_CASE("a new room is chosen once it is there; one in use is not removed and says why") {
  Office office;
  office.ui.press(Key::n);
  office.ui.frame(3);
  office.ui.type("Marsh room");
  office.ui.click("Code");
  office.ui.type("LAB");
  office.ui.click("Add it");
  REQUIRE_FALSE(office.said("Room LAB is there already").empty());
  office.write("Code", "HAA-2", false);
  office.ui.click("Add it");
  REQUIRE_FALSE(office.said("A room that is not virtual has a site.").empty());
  office.write("Site", "HAA", false);
  office.ui.click("Add it");
  office.ui.frame(3);
  REQUIRE(office.room("HAA-2"));
  REQUIRE(office.ui.item("List / HAA-2").on);
  REQUIRE(office.ui.sees("Form / Marsh room"));
  office.ui.click("Form / Remove");
  office.ui.frame(2);
  REQUIRE_FALSE(office.room("HAA-2"));
  office.ui.click("List / HAA-1");
  office.ui.click("Form / Remove");
  office.ui.frame(2);
  REQUIRE(office.room("HAA-1"));
  REQUIRE_FALSE(office.said("Room HAA-1 is used by").empty());
}

TEST_CASE("a room online is asked for no site") {
  Office office;
  office.ui.press(Key::n);
  office.ui.frame(3);
  office.ui.type("Second line");
  office.write("Code", "ON-2", false);
  office.ui.click("Where it is / Virtual");
  office.ui.frame(2);
  REQUIRE_FALSE(office.ui.sees("Site"));
  office.ui.click("Add it");
  office.ui.frame(3);
  REQUIRE(office.room("ON-2"));
  REQUIRE(office.room("ON-2")->is_virtual);
}

TEST_CASE("working days and travel of a site are changed in place") {
  Office office;
  office.ui.click("List / NOR");
  office.ui.click("Working days / Sat");
  const auto days = [&] { return office.program().sites.find_key("NOR")->working_days; };
  REQUIRE(days() == test::weekdays("Mon;Tue;Wed;Thu;Fri;Sat"));
  office.ui.click("Working days / Mon");
  REQUIRE(days() == test::weekdays("Tue;Wed;Thu;Fri;Sat"));
  office.write("To Haarlem", "a while");
  REQUIRE_FALSE(office.said("'a while' is not a number of minutes").empty());
  office.write("To Haarlem", "300");
  REQUIRE(office.program().travel.begin()->minutes == 300);
  office.ui.click("People here meet / Only virtual");
  REQUIRE(office.program().sites.find_key("NOR")->is_virtual);
}

TEST_CASE(
    "rules of the workspace, of a cohort and of a unit are kept, or refused with the reason") {
  Office office;
  office.ui.press(Key::n4);
  office.write("Form / Plan to", "2027-01-01");
  REQUIRE_FALSE(office.said("lies before 2027-02-01").empty());
  office.write("Form / Days that stay fixed", "5");
  REQUIRE(office.program().workspace().freeze_days == 5);
  office.ui.click("List / LDR-1");
  office.write("Form / Most minutes a week", "240");
  office.ui.click("Form / The deadline is / soft");
  office.ui.frame(2);
  const Cohort& cohort = *office.program().cohorts.find_key("LDR-1");
  REQUIRE(cohort.max_minutes_week == 240);
  REQUIRE(cohort.deadline_rule == Rule::soft);
  office.ui.click("List / CTRL");
  office.write("Form / Most people away at once", "");
  REQUIRE_FALSE(office.program().units.find_key("CTRL")->max_away);
  REQUIRE_FALSE(office.ui.sees("Form / Remove"));
}

TEST_CASE("a role is added, told what it expects, changed and taken away, each as one step") {
  Office office;
  office.ui.press(Key::n5);
  const auto role = [&] { return office.program().roles.find_key("COACH"); };
  office.ui.press(Key::n);
  office.ui.frame(3);
  office.ui.type("Team coach");
  office.write("Code", "COACH", false);
  office.ui.click("Ladder / people");
  office.write("Level", "B9", false);
  office.ui.click("Add it");
  office.ui.frame(3);
  REQUIRE(role());
  REQUIRE(role()->track == Ladder::people);
  REQUIRE(office.undo_label() == "Add role COACH");
  REQUIRE(office.ui.item("List / COACH").on);

  office.ui.click("Form / What it leads");
  office.ui.type("Keeps the why in view.");
  office.ui.click("Form / Title");
  office.ui.frame(2);
  REQUIRE(role()->lead_part == "Keeps the why in view.");
  const std::string skill = office.program().competencies.begin()->code;
  office.ui.click("Add a skill it expects");
  office.ui.frame(3);
  office.ui.type(skill);
  office.ui.click("Level expected / 3");
  office.ui.click("Add it");
  office.ui.frame(3);
  const auto expected = [&] {
    std::vector<Expected> out;
    for (const RoleTarget& t : office.program().role_targets)
      if (t.role == role()->id) out.push_back(t.expected);
    return out;
  };
  REQUIRE(expected() == std::vector{Expected::level_3});
  office.ui.click("Expects / " + skill + " / Not");
  office.ui.frame(2);
  REQUIRE(expected() == std::vector{Expected::not_expected});
  REQUIRE(office.undo_label() == skill + " of COACH: level");
  office.undo();
  REQUIRE(expected() == std::vector{Expected::level_3});
  // What it expects goes with it.
  office.ui.click("Form / Remove");
  office.ui.frame(2);
  REQUIRE_FALSE(role());
  office.undo();
  REQUIRE(role());
  REQUIRE(expected() == std::vector{Expected::level_3});
}

TEST_CASE("a level of a ladder that a role stands on is not removed, and says why") {
  Office office;
  office.ui.press(Key::n5);
  const auto levels = office.program().track_levels.size();
  const auto on = std::ranges::find_if(office.program().roles, [&](const Role& r) {
    return r.track && std::ranges::any_of(office.program().track_levels, [&](const TrackLevel& l) {
             return l.track == *r.track && l.level == r.level;
           });
  });
  REQUIRE(on != office.program().roles.end());
  office.ui.click("List / " + on->level);
  office.ui.click("Form / Remove");
  office.ui.frame(2);
  REQUIRE(office.program().track_levels.size() == levels);
  REQUIRE_FALSE(office.said("is used by").empty());
  office.write("Form / Title", "Somebody to learn from");
  REQUIRE(office.undo_label().ends_with(": Title"));
}

TEST_CASE("the settings are walked by keyboard alone: tabs, search, a row, a field") {
  Office office;
  office.shell.go({Page::today, "", ""});
  office.ui.press(Key::n7, true);
  REQUIRE(office.shell.page() == Page::settings);
  for (const auto& [key, tab] : {std::pair{Key::n2, SettingsTab::facilitators},
                                 {Key::n3, SettingsTab::calendars},
                                 {Key::n4, SettingsTab::rules},
                                 {Key::n5, SettingsTab::roles},
                                 {Key::n1, SettingsTab::places}}) {
    office.ui.press(key);
    REQUIRE(office.shell.settings().tab == tab);
  }
  office.ui.press(Key::f, true);
  office.ui.frame(2);
  office.ui.type("simulator");
  office.ui.press(Key::enter);
  REQUIRE(office.ui.sees("List / LAB"));
  REQUIRE_FALSE(office.ui.sees("List / HAA-1"));
  office.ui.press(Key::page_down);
  REQUIRE(office.ui.item("List / LAB").on);
  REQUIRE(office.ui.sees("Form / Control-room simulator"));
  // Tab and the arrow keys go on to the list and to the form, from thing to thing.
  std::set<std::string> reached;
  for (const Key key : {Key::tab, Key::tab, Key::down, Key::right, Key::down, Key::down, Key::right,
                        Key::down, Key::left}) {
    office.ui.press(key);
    office.ui.frame(2);
    for (const auto& item : office.ui.probe().items())
      if (item.focused) reached.insert(item.name);
  }
  REQUIRE(std::ranges::count_if(
              reached, [](const std::string& name) { return name.starts_with("Form / "); }) >= 3);
  office.ui.press(Key::f1);
  REQUIRE(office.ui.sees("Add one to the list"));
}

TEST_CASE(
    "an empty workspace says what each part of the settings is for and begins with one press") {
  Office office{test::empty_workspace()};
  REQUIRE(office.ui.sees("No place yet"));
  office.ui.press(Key::n2);
  REQUIRE(office.ui.sees("No facilitator yet"));
  office.ui.press(Key::n3);
  REQUIRE(office.ui.sees("Every working day is free"));
  office.ui.press(Key::n1);
  office.ui.click("empty / Add a site");
  office.ui.frame(3);
  office.ui.type("Ghent");
  office.write("Code", "GNT", false);
  office.ui.click("Add it");
  office.ui.frame(3);
  REQUIRE(office.program().sites.find_key("GNT"));
  REQUIRE(office.ui.sees("Form / Ghent"));
  office.undo();
  REQUIRE(office.program().sites.empty());
}
