// Journeys through the pages Cohorts and People: mouse and keys go in, the session is what is
// asserted on.
#include "db/exchange/folder.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/source_path.hpp"
#include "tests/ui/stage.hpp"

namespace {

using namespace tandem;
using namespace tandem::views;
using test::UiDriver;
using ui::Key;

struct Desk : test::Stage {
  using Stage::Stage;

  void open(Page page, std::string cohort = {}, std::string person = {}) {
    shell.go({page, "", std::move(cohort), std::move(person)});
    ui.frame(3);
  }
  std::optional<AttendanceStatus> mark(std::string_view code, int meeting,
                                       std::string_view person) const {
    const Program& p = *session->program();
    for (const Attendance& a : p.attendance)
      if (p.sessions.at(a.session).code == code && a.meeting == meeting &&
          p.people.at(a.person).number == person)
        return a.status;
    return std::nullopt;
  }
};

}  // namespace

TEST_CASE("a card of the board opens its cohort, and Escape leads back") {
  Desk desk;
  desk.ui.press(Key::n4, true);
  REQUIRE(desk.shell.page() == Page::cohorts);
  REQUIRE(desk.ui.sees("MGR-1"));
  desk.ui.click("MGR-1");
  REQUIRE(desk.ui.sees("Who needs a hand"));
  desk.ui.click("MGR-1");
  REQUIRE(desk.ui.sees("Pieter van den Broek / C2"));
  desk.ui.press(Key::escape);
  REQUIRE_FALSE(desk.ui.sees("Pieter van den Broek / C2"));
  REQUIRE(desk.ui.sees("LDR-1"));
}

TEST_CASE("attendance is entered by keyboard, undone, and says what is taken back") {
  Desk desk;
  desk.open(Page::cohorts, "MGR-1");
  desk.ui.press(Key::right);  // begins at the last session held: M1, its second meeting
  desk.ui.press(Key::down);
  desk.ui.press(Key::down);
  desk.ui.press(Key::left);
  desk.ui.press(Key::left);
  const int row = desk.shell.cohorts().matrix.row;
  REQUIRE(row == 2);
  const auto* matrix = desk.shell.roster().matrix("MGR-1");
  const std::string name = matrix->rows[2].name;
  const std::string number = matrix->rows[2].number;
  REQUIRE(desk.mark("MGR-1/C2", 1, number) == AttendanceStatus::full);
  desk.ui.press(Key::e);
  REQUIRE(desk.mark("MGR-1/C2", 1, number) == AttendanceStatus::excused);
  REQUIRE(desk.undo_label() == name + " for C2: excused");
  desk.ui.press(Key::n);
  REQUIRE(desk.mark("MGR-1/C2", 1, number) == AttendanceStatus::no_show);
  desk.ui.press(Key::del);
  REQUIRE_FALSE(desk.mark("MGR-1/C2", 1, number));
  desk.ui.press(Key::f);
  REQUIRE(desk.mark("MGR-1/C2", 1, number) == AttendanceStatus::full);
  REQUIRE(desk.session->wait());
  for (int k = 0; k < 4; ++k) {
    desk.ui.press(Key::z, true);
    REQUIRE(desk.session->wait());
  }
  REQUIRE(desk.mark("MGR-1/C2", 1, number) == AttendanceStatus::full);
  REQUIRE_FALSE(desk.session->undo_state().undoable);
}

TEST_CASE("Enter goes on to the next person, and after the last one to the next session") {
  Desk desk;
  desk.open(Page::cohorts, "LDR-1");
  desk.ui.press(Key::right);
  const int column = desk.shell.cohorts().matrix.column;
  for (int k = 0; k < 5; ++k) desk.ui.press(Key::enter);
  REQUIRE(desk.shell.cohorts().matrix.row == 0);
  REQUIRE(desk.shell.cohorts().matrix.column == column + 1);
}

TEST_CASE("a partial mark asks for minutes and takes no more than the meeting has") {
  Desk desk;
  desk.open(Page::cohorts, "MGR-1");
  desk.ui.click("Yusuf Demir / C2");
  desk.ui.press(Key::p);
  desk.ui.frame(3);
  desk.ui.type("500");
  desk.ui.press(Key::enter);
  REQUIRE(desk.mark("MGR-1/C2", 1, "1012") == AttendanceStatus::full);
  REQUIRE(desk.shell.cohorts().matrix.refused == "Minutes are a number from 1 to 120.");
  desk.ui.click("Partial");
  desk.ui.frame(2);
  desk.ui.type("45");
  desk.ui.press(Key::enter);
  REQUIRE(desk.mark("MGR-1/C2", 1, "1012") == AttendanceStatus::partial);
  REQUIRE(desk.undo_label() == "Yusuf Demir for C2: partial, 45 min");
}

TEST_CASE("attendance is entered by click, from the menu at the cell and from the inspector") {
  Desk desk;
  desk.open(Page::cohorts, "LDR-1");
  desk.ui.click("Halima / C2");
  desk.ui.click("Take it back");
  REQUIRE_FALSE(desk.mark("LDR-1/C2", 1, "1007"));
  REQUIRE(desk.ui.sees("Halima / C2: not marked"));
  desk.ui.click("No-show");
  REQUIRE(desk.mark("LDR-1/C2", 1, "1007") == AttendanceStatus::no_show);
  REQUIRE(desk.session->wait());
  desk.ui.press(Key::z, true);
  REQUIRE_FALSE(desk.mark("LDR-1/C2", 1, "1007"));
}

TEST_CASE("what is still to come takes no mark and says from when it does") {
  Desk desk;
  desk.open(Page::cohorts, "LDR-1");
  desk.ui.click("Halima / L3");
  desk.ui.press(Key::f);
  REQUIRE_FALSE(desk.mark("LDR-1/L3", 1, "1007"));
  REQUIRE(desk.shell.cohorts().matrix.refused.find("Wed 12 May") != std::string::npos);
  REQUIRE_FALSE(desk.session->undo_state().undoable);
}

TEST_CASE("somebody who waits is taken in with one press, and out again with undo") {
  test::Draft draft{test::starter()};
  draft.change<Cohort>("MGR-1", [](Cohort& c) { c.capacity = 8; });
  Desk desk{draft.program()};
  desk.open(Page::cohorts, "MGR-1");
  desk.ui.click("Grace Okonjo / Take in");
  REQUIRE(desk.shell.roster().matrix("MGR-1")->rows.size() == 7);
  REQUIRE(desk.session->wait());
  REQUIRE(desk.undo_label() == "Take Grace Okonjo into MGR-1");
  desk.ui.press(Key::z, true);
  REQUIRE(desk.shell.roster().matrix("MGR-1")->rows.size() == 6);
}

TEST_CASE("a seat that is proposed is taken with one press, and given back with undo") {
  Desk desk;
  desk.open(Page::cohorts, "LDR-1");
  REQUIRE(desk.ui.sees("Waiting for a seat"));
  const auto status = [&] {
    const Program& p = *desk.session->program();
    const auto session = p.sessions.find_key("LDR-1/C3")->id;
    const auto person = p.people.find_key("1014")->id;
    for (const Seat& s : p.seats)
      if (s.session == session && s.person == person) return s.status;
    return SeatStatus::declined;
  };
  REQUIRE(status() == SeatStatus::waitlisted);
  desk.ui.click("Accept");
  REQUIRE(status() == SeatStatus::booked);
  REQUIRE(desk.undo_label() == "Seat Grace Okonjo in LDR-1/C3");
  REQUIRE(desk.session->wait());
  desk.ui.press(Key::z, true);
  REQUIRE(status() == SeatStatus::waitlisted);
}

TEST_CASE("a cell that is to make up tells where a seat is, and takes it with one press") {
  const auto northmere = db::read_folder(test::source_path("samples/northmere"));
  REQUIRE(northmere);
  Desk desk{*northmere};
  desk.open(Page::cohorts, "MGR-1");
  desk.ui.click("Arjen Postma / M3a");
  desk.ui.press(Key::escape);  // closes the menu of marks, and the cell stays chosen
  REQUIRE(desk.ui.sees("To make up"));
  REQUIRE(desk.ui.sees("M3a: a seat could be offered in MGR-4/M3a on Wed 2 Jun 06:30"));
  const auto seats = [&] {
    const Program& p = *desk.session->program();
    int n = 0;
    for (const Seat& s : p.seats)
      if (s.session == p.sessions.find_key("MGR-4/M3a")->id &&
          s.person == p.people.find_key("1036")->id && s.status == SeatStatus::booked)
        ++n;
    return n;
  };
  REQUIRE(seats() == 0);
  desk.ui.click("Accept");
  REQUIRE(seats() == 1);
  REQUIRE(desk.undo_label() == "Seat Arjen Postma in MGR-4/M3a");
  REQUIRE_FALSE(desk.ui.sees("To make up"));  // it is booked, and so no longer
  REQUIRE(desk.session->wait());
  desk.ui.press(Key::z, true);
  REQUIRE(seats() == 0);
}

TEST_CASE("search, filter and open a person") {
  Desk desk;
  desk.ui.press(Key::n5, true);
  REQUIRE(desk.shell.page() == Page::people);
  REQUIRE(desk.ui.sees("14 people"));
  desk.ui.press(Key::f, true);
  desk.ui.type("pieter");
  REQUIRE(desk.ui.sees("1 of 14 people"));
  REQUIRE_FALSE(desk.ui.sees("Sadia Rahman"));
  desk.ui.press(Key::enter);
  desk.ui.click("Clear");
  REQUIRE(desk.ui.sees("14 people"));
  desk.ui.click("Cohort");
  REQUIRE(desk.ui.sees("LDR-1"));
}

TEST_CASE("a filter chip offers what there is, says what it is set to, and is taken off again") {
  Desk desk;
  desk.open(Page::people);
  desk.ui.click("Season");
  desk.ui.click("paused");
  REQUIRE(desk.ui.sees("Nobody fits"));
  desk.ui.click("Clear the filters");
  REQUIRE(desk.ui.sees("14 people"));
  desk.ui.click("Site");
  desk.ui.click("Norwich");
  REQUIRE_FALSE(desk.ui.sees("14 people"));
  REQUIRE_FALSE(desk.shell.people().filter.site.empty());
  desk.ui.click("Norwich");
  REQUIRE(desk.shell.people().filter.site.empty());
}

TEST_CASE("a row chosen twice opens the person, whose own words come first") {
  Desk desk;
  desk.open(Page::people);
  desk.ui.click("Halima");
  REQUIRE(desk.ui.sees("Not asked yet") == false);
  desk.ui.click("Open this person's page");
  REQUIRE(desk.shell.people().open == "1007");
  REQUIRE(desk.ui.sees("Not asked yet"));
  REQUIRE(desk.ui.sees("Season"));
  const auto words = desk.ui.item("Not asked yet").rect;
  REQUIRE(words.y0 < desk.ui.item("Season").rect.y1 + 400);
  desk.ui.press(Key::escape);
  REQUIRE(desk.ui.sees("14 people"));
}

TEST_CASE("what somebody answers is written down, and undone") {
  Desk desk;
  desk.open(Page::people, "", "1007");
  desk.ui.click("Write down their answer");
  desk.ui.frame(3);
  desk.ui.type("I want the crew to plan without me");
  desk.ui.click("Keep it");
  REQUIRE(desk.shell.roster().person("1007")->plan.own_words.words ==
          "I want the crew to plan without me");
  REQUIRE(desk.undo_label() == "What Halima answered");
  REQUIRE(desk.session->wait());
  desk.ui.press(Key::z, true);
  REQUIRE(desk.shell.roster().person("1007")->plan.own_words.words.empty());
}

TEST_CASE("a person is paused without a reason; their seats are given back; undo brings all back") {
  Desk desk;
  desk.open(Page::people, "", "1010");
  const auto booked = [&] {
    const Program& p = *desk.session->program();
    int n = 0;
    for (const Seat& s : p.seats)
      if (s.person == p.people.find_key("1010")->id && s.status == SeatStatus::booked) ++n;
    return n;
  };
  const int before = booked();
  desk.ui.click("Paused");
  desk.ui.frame(2);
  desk.ui.click("Season to");
  desk.ui.type("2027-04-30");
  desk.ui.press(Key::enter);
  desk.ui.click("Set the season");
  REQUIRE(desk.undo_label() == "Pause Sadia Rahman from Wed 14 Apr to Fri 30 Apr");
  REQUIRE(booked() < before);
  REQUIRE(desk.ui.sees("Paused until Fri 30 Apr"));
  // Nothing asks why.
  for (const auto& item : desk.ui.probe().items())
    if (item.role == ui::Role::input) REQUIRE(item.label.find("eason for") == std::string::npos);
  desk.open(Page::cohorts, "MGR-1");
  REQUIRE(desk.ui.sees("Sadia Rahman / C3: paused"));
  REQUIRE(desk.session->wait());
  desk.ui.press(Key::z, true);
  REQUIRE(booked() == before);
  REQUIRE(desk.ui.sees("Sadia Rahman / C3: not yet"));
}

TEST_CASE("a row of the evidence tells who said what, side by side and without an average") {
  Desk desk;
  desk.open(Page::people, "", "1003");
  const auto& first = desk.shell.roster().person("1003")->plan.competencies.front();
  desk.ui.wheel("Growth areas", -40);
  desk.ui.click(first.name);
  REQUIRE(desk.shell.people().person.competency == first.name);
  for (const auto& item : desk.ui.probe().items()) {
    REQUIRE(item.label.find("overall") == std::string::npos);
    REQUIRE(item.label.find("score") == std::string::npos);
  }
}

TEST_CASE("a name of 42 characters ends in an ellipsis and leaves its columns in place") {
  test::Draft draft{test::starter()};
  const std::string long_name = "Wilhelmina Antoinette van Ravenswaaij-Smit";
  REQUIRE(long_name.size() == 42);
  draft.change<Person>("1007", [&](Person& p) { p.name = long_name; });
  Desk desk{draft.program(), 1280, 800};
  const auto name_column = [&](std::string_view name) { return desk.ui.item(name).rect; };
  desk.open(Page::people);
  const auto row = name_column(long_name);
  REQUIRE(row.height() == name_column("Sadia Rahman").height());
  const float width = 180 - 34;
  REQUIRE(ui::fit(ui::Type::small, long_name, width).cut);
  REQUIRE(ui::fit(ui::Type::small, long_name, width).text.ends_with("…"));
  desk.open(Page::cohorts, "LDR-1");
  const auto cell = desk.ui.item(long_name + " / C1").rect;
  REQUIRE(cell.x0 == desk.ui.item("Kofi Mensah-Brandt / C1").rect.x0);
  for (const auto& item : desk.ui.probe().items())
    if (item.role == ui::Role::link && item.label == long_name) {
      REQUIRE(item.rect.x1 <= cell.x0 + 1);
      REQUIRE(ui::fit(ui::Type::small, long_name, item.rect.width() - 32).cut);
    }
}

TEST_CASE("an empty workspace says what these pages are for and how to begin") {
  Desk desk{test::empty_workspace()};
  desk.open(Page::cohorts);
  REQUIRE(desk.ui.sees("No cohort yet"));
  desk.open(Page::people);
  REQUIRE(desk.ui.sees("Nobody here yet"));
  desk.ui.click("Load a folder of CSV tables");
  REQUIRE(desk.asked_for_tables);
}
