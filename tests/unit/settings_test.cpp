// What the page Settings lists, and what is done to its rows, worked out without a window.
#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/sample_session.hpp"
#include "ui/models/row_form.hpp"
#include "ui/models/settings_book.hpp"

namespace {

using namespace tandem;
using namespace tandem::models;
using test::day;
using test::Draft;

const Date kToday = day("2027-04-14");

// "Haarlem Norwich " of the group of this title; "" when there is none.
std::string names(const std::vector<SettingsGroup>& groups, std::string_view title) {
  std::string out;
  for (const SettingsGroup& group : groups)
    if (group.title == title)
      for (const SettingsLine& line : group.lines) out += line.name + " ";
  return out;
}

const SettingsLine& line_of(const std::vector<SettingsGroup>& groups, std::string_view name) {
  for (const SettingsGroup& group : groups)
    for (const SettingsLine& line : group.lines)
      if (line.name == name || line.code == name) return line;
  throw std::out_of_range("there is no such line");
}

template <class T>
RowKey key(const Program& p, std::string_view code) {
  return {kTableOf<T>, table(p, Tag<T>{}).find_key(code)->id.value};
}

Program applied(const Program& program, const Changed& change) {
  REQUIRE(change);
  CountingIds ids{5'000'000};
  auto done = apply_all(program, change->commands, ids, change->label);
  REQUIRE(done);
  return std::move(done->program);
}

Changed made(const Program& p, TableId table, std::initializer_list<FieldText> texts) {
  return make_row(p, begun_row(p, table), std::vector<FieldText>(texts));
}

}  // namespace

TEST_CASE("rooms are listed under their site, and say until when they are closed") {
  const Program& p = test::starter();
  const auto places = settings_list(p, SettingsTab::places, kToday);
  REQUIRE(names(places, "Sites") == "Haarlem Norwich ");
  REQUIRE(names(places, "Rooms in Haarlem") == "Dune room Control-room simulator ");
  REQUIRE(names(places, "Rooms of no site") == "Online room ");
  REQUIRE(line_of(places, "Haarlem").detail == "2 rooms");
  REQUIRE(line_of(places, "Dune room").detail == "12 seats");
  REQUIRE(line_of(places, "LAB").detail == "closed until Fri 4 Jun 2027");
  REQUIRE(line_of(places, "LAB").attention);
  REQUIRE(line_of(settings_list(p, SettingsTab::places, day("2027-06-10")), "LAB").detail ==
          "8 seats");
  REQUIRE(line_of(places, "HEADSET").detail == "8 in HAA");
  REQUIRE(line_of(places, "CAMERA").detail == "2 for every site");
  REQUIRE(settings_list(Program{}, SettingsTab::places, kToday).empty());
}

TEST_CASE("facilitators of the organisation and from outside, with whoever is away first said") {
  const Program& p = test::starter();
  const auto who = settings_list(p, SettingsTab::facilitators, day("2027-05-25"));
  REQUIRE(names(who, "From the organisation") == "Marieke Zwart ");
  REQUIRE(line_of(who, "TUNDE").detail == "away until Fri 4 Jun 2027");
  REQUIRE(line_of(who, "MARIEKE").detail.ends_with(" modules"));
  const auto later = settings_list(p, SettingsTab::facilitators, day("2027-06-26"));
  REQUIRE(line_of(later, "SAOIRSE").detail == "until Fri 25 Jun 2027");
}

TEST_CASE("calendars list blackouts by day with whom they are for, and holidays by site") {
  const Program& p = test::starter();
  const auto days = settings_list(p, SettingsTab::calendars, kToday);
  REQUIRE(names(days, "Blackouts").starts_with("Shift handover Booked by another client "));
  REQUIRE(line_of(days, "Half-year close").code == "everybody");
  REQUIRE(line_of(days, "Board week").code == "cohort LDR-1");
  REQUIRE(line_of(days, "Board week").detail == "Tue 22 Jun to Thu 24 Jun 2027");
  REQUIRE(names(days, "Rooms closed") == "Control-room simulator Control-room simulator ");
  REQUIRE(names(days, "Holidays in Haarlem").starts_with("Easter Monday King's Day "));
  REQUIRE(line_of(days, "King's Day").detail == "Tue 27 Apr 2027");
}

TEST_CASE(
    "rules list the workspace, what cohorts are asked for and how many of a unit may be away") {
  const Program& p = test::starter();
  const auto rules = settings_list(p, SettingsTab::rules, kToday);
  REQUIRE(names(rules, "For everybody") == "Marram Water ");
  REQUIRE(line_of(rules, "LDR-1").detail == "8 h a week, to end by Fri 18 Jun");
  REQUIRE(line_of(rules, "CTRL").detail == "at most 2 away");
  REQUIRE(line_of(rules, "CUS").detail == "no limit");
  REQUIRE(first_row(rules) == RowKey{TableId::workspaces, p.workspace().id.value});
  REQUIRE(holds(rules, key<Unit>(p, "CTRL")));
  REQUIRE_FALSE(holds(rules, key<Room>(p, "LAB")));
  REQUIRE_FALSE(first_row({}));
}

TEST_CASE("one goes from row to row of what a search leaves, and stops at the ends") {
  const Program& p = test::starter();
  const auto places = settings_list(p, SettingsTab::places, kToday);
  const RowKey haa = key<Site>(p, "HAA");
  const RowKey nor = key<Site>(p, "NOR");
  const RowKey dune = key<Room>(p, "HAA-1");
  const RowKey lab = key<Room>(p, "LAB");
  REQUIRE(neighbour(places, "", haa, 1) == nor);
  REQUIRE(neighbour(places, "", nor, 1) == dune);
  REQUIRE(neighbour(places, "", nor, -1) == haa);
  REQUIRE(neighbour(places, "", haa, -1) == haa);
  // Haarlem itself and its rooms by their code; a search leaves the chosen row out.
  REQUIRE(neighbour(places, "haa", dune, -1) == haa);
  REQUIRE(neighbour(places, "simulator", haa, 1) == lab);
  REQUIRE(neighbour(places, "haa", nor, 1) == haa);
  REQUIRE(neighbour(places, "simulator", lab, 1) == lab);
  REQUIRE_FALSE(neighbour(places, "nowhere", haa, 1));
  // Without accents, as everywhere.
  const auto who = settings_list(p, SettingsTab::facilitators, kToday);
  REQUIRE(neighbour(who, "fhloinn", {}, 1) == key<Facilitator>(p, "SAOIRSE"));
  REQUIRE(neighbour(who, "ni fhloinn", {}, 1) == key<Facilitator>(p, "SAOIRSE"));
}

TEST_CASE("a new room is made of what was typed, every fault at its field") {
  const Program& p = test::starter();
  const Changed room =
      made(p, TableId::rooms,
           {{"name", " Marsh room "}, {"code", "HAA-2"}, {"site", "HAA"}, {"capacity", ""}});
  REQUIRE(room->label == "Add room HAA-2");
  const Program after = applied(p, room);
  const Room& row = *after.rooms.find_key("HAA-2");
  REQUIRE(row.name == "Marsh room");
  REQUIRE(code_of(after, row.site) == "HAA");
  REQUIRE_FALSE(row.capacity);

  const Changed wrong =
      made(p, TableId::rooms, {{"name", ""}, {"code", "X"}, {"site", "HAB"}, {"capacity", "0"}});
  REQUIRE(wrong.error().size() == 3);
  REQUIRE(wrong.error()[0].where == "name");
  REQUIRE(wrong.error()[1].where == "site");
  REQUIRE(wrong.error()[1].hint == "did you mean HAA?");
  REQUIRE(wrong.error()[2].where == "capacity");

  // The code of a room that is there would replace it: refused at the code.
  const Changed twice = made(p, TableId::rooms, {{"name", "Other"}, {"code", "LAB"}});
  REQUIRE(twice.error().front().message == "room LAB is there already");
  REQUIRE(twice.error().front().where == "code");
}

TEST_CASE("what only the whole row can tell is said without a field") {
  const Program& p = test::starter();
  const Changed backwards =
      made(p, TableId::blackouts,
           {{"name", "Audit"}, {"from", "2027-05-07"}, {"to", "2027-05-03"}, {"scope", "all"}});
  REQUIRE_FALSE(backwards);
  REQUIRE(backwards.error().front().where.empty());
  REQUIRE(backwards.error().front().message == "to 2027-05-03 lies before 2027-05-07");
  // A scope asks for a code of its own kind.
  const Changed none =
      made(p, TableId::blackouts,
           {{"from", "2027-05-03"}, {"to", "2027-05-07"}, {"scope", "room"}, {"code", ""}});
  REQUIRE(none.error().front().where == "code");
  const Changed other =
      made(p, TableId::blackouts,
           {{"from", "2027-05-03"}, {"to", "2027-05-07"}, {"scope", "room"}, {"code", "NOR"}});
  REQUIRE(other.error().front().where == "code");
  const Changed fine =
      made(p, TableId::blackouts,
           {{"from", "2027-05-03"}, {"to", "2027-05-07"}, {"scope", "room"}, {"code", "LAB"}});
  REQUIRE(fine->label == "Add blackout Mon 3 May to Fri 7 May 2027");
}

TEST_CASE("a new site begins with the workspace's zone and an office's days") {
  const Program& p = test::starter();
  const Program after = applied(
      p,
      made(p, TableId::sites, {{"name", "Ghent"}, {"code", "GNT"}, {"zone", "Europe/Brussels"}}));
  const Site& site = *after.sites.find_key("GNT");
  REQUIRE(site.working_days == test::weekdays("Mon;Tue;Wed;Thu;Fri"));
  REQUIRE(*site.day_start < *site.day_end);
  REQUIRE(get_if<Site>(begun_row(p, TableId::sites))->zone == "Europe/Amsterdam");
  const Changed nowhere =
      made(p, TableId::sites, {{"name", "Ghent"}, {"code", "GNT"}, {"zone", "Europe/Ghent"}});
  REQUIRE_FALSE(nowhere);
}

TEST_CASE("what others name is not removed, and says who names it") {
  const Program& p = test::starter();
  const Changed site = remove_row(p, key<Site>(p, "HAA"));
  REQUIRE(site.error().front().message.starts_with("site HAA is used by "));
  REQUIRE(site.error().front().message.find("2 rooms") != std::string::npos);
  const Changed lead = remove_row(p, key<Facilitator>(p, "MARIEKE"));
  REQUIRE(lead.error().front().hint == "give their last day available instead");
  REQUIRE_FALSE(remove_row(p, {TableId::rooms, 999}));
}

TEST_CASE("what is about a row alone goes with it") {
  Draft draft{test::starter()};
  const auto lab = draft.id<Room>("LAB");
  draft.remove_where<Meeting>([&](const Meeting& m) { return m.room == lab; });
  const Program& p = draft.program();
  const RowKey row = key<Room>(p, "LAB");
  REQUIRE(named_by(p, row).empty());
  const Program after = applied(p, remove_row(p, row));
  REQUIRE_FALSE(after.rooms.find_key("LAB"));
  REQUIRE(after.absences.size() == p.absences.size() - 2);
  // Somebody who runs nothing yet: away days and what they may run go with them.
  Draft other{test::starter()};
  const auto tunde = other.id<Facilitator>("TUNDE");
  other.remove_where<Meeting>([&](const Meeting& m) {
    return std::ranges::count(m.leads, tunde) > 0 ||
           std::ranges::count(m.cofacilitators, tunde) > 0;
  });
  const Program without =
      applied(other.program(), remove_row(other.program(), key<Facilitator>(other, "TUNDE")));
  for (const Qualification& q : without.qualifications) REQUIRE(q.facilitator != tunde);
  REQUIRE(without.blackouts.size() == p.blackouts.size() - 1);
}

TEST_CASE("travel between two sites is one time for both ways") {
  const Program& p = test::starter();
  const auto haa = p.sites.find_key("HAA")->id;
  const auto nor = p.sites.find_key("NOR")->id;
  REQUIRE(travel_between(p, nor, haa) == 330);
  const Changed longer = set_travel(p, nor, haa, 360);
  REQUIRE(longer->label == "Travel from NOR to HAA");
  REQUIRE(travel_between(applied(p, longer), haa, nor) == 360);
  const Program none = applied(p, set_travel(p, haa, nor, std::nullopt));
  REQUIRE(none.travel.empty());
  REQUIRE(travel_between(applied(none, set_travel(none, nor, haa, 45)), haa, nor) == 45);
  REQUIRE_FALSE(set_travel(p, haa, nor, 330));
}

TEST_CASE("money is written in whole units and kept in cents") {
  REQUIRE(money_text(64000) == "640");
  REQUIRE(money_text(64050) == "640.50");
  REQUIRE(money_text(5) == "0.05");
  REQUIRE(parse_money("640") == 64000);
  REQUIRE(parse_money(" 640.50 ") == 64050);
  for (const auto* wrong :
       {"", ".", "640.5", "640.505", "-3", "+3", "6e2", "640,50", "99999999999999"})
    REQUIRE_FALSE(parse_money(wrong));
}

TEST_CASE("rows are called by their name, else by their code or their days") {
  const Program& p = test::starter();
  const auto name = [&](RowKey row) { return name_of(p, row.table, row.id); };
  REQUIRE(name(key<Room>(p, "LAB")) == "Control-room simulator");
  REQUIRE(name(key<Module>(p, "L1")) == p.modules.find_key("L1")->title);
  REQUIRE(name({TableId::absences, p.absences.begin()->id.value}) == "MARIEKE");
  REQUIRE(name({TableId::rooms, 999}).empty());
  REQUIRE(row_words(p, AnyRow{*p.absences.begin()}) ==
          "days away of MARIEKE, Mon 7 Jun to Fri 18 Jun 2027");
  REQUIRE(row_words(p, AnyRow{*p.qualifications.begin()}) == "C1 for MARIEKE");
  REQUIRE(row_words(p, AnyRow{*p.holidays.begin()}) == "holiday Easter Monday in HAA");
}

TEST_CASE("the lists of the settings are worked out once an edition") {
  auto session = test::session_of(test::starter());
  Workbench bench{*session};
  SettingsBook book{bench};
  const auto* before = &book.list(SettingsTab::places);
  REQUIRE(before == &book.list(SettingsTab::places));
  const RowKey lab = key<Room>(book.program(), "LAB");
  const std::string uses = book.uses(lab);
  Room room = *session->program()->rooms.find_key("HAA-1");
  room.capacity = 20;
  const std::vector<Command> commands{Put{AnyRow{room}}};
  REQUIRE(session->apply(commands, "more seats"));
  REQUIRE(line_of(book.list(SettingsTab::places), "HAA-1").detail == "20 seats");
  REQUIRE(book.uses(lab) == uses);
}
