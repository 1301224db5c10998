// Seats that could be offered: to somebody with a module to make up, and to whoever waits. The
// judge says what fits; nobody is seated.
#include "planner/base/text.hpp"
#include "planner/progress/make_up.hpp"
#include "planner/progress/wait_list.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::hour;
using tandem::test::SmallProgram;

namespace {

// Module C was held for cohort A on 1 March without its second person; cohort B takes it on 10 May
// and 17 May, in a room for three.
struct World : SmallProgram {
  Id<Module> module = add_module("C", 240);
  Id<Facilitator> lead = add_facilitator("ANA", {module});
  Id<Room> room = add_room("Blue", 3);
  Id<Cohort> a = add_cohort("A");
  Id<Cohort> b = add_cohort("B");
  std::vector<Id<Person>> in_a = add_people(a, 2, 1001);
  std::vector<Id<Person>> in_b = add_people(b, 4, 1011);
  Id<Session> held = add_session("A/C", a, module, SessionStatus::delivered);
  Id<Session> first = add_session("B/C", b, module, SessionStatus::published);
  Id<Session> second = add_session("B/C/2", b, module, SessionStatus::published);

  World() {
    add_meeting(held, day(3, 1), hour(9), hour(13), room, lead);
    add_meeting(first, day(5, 10), hour(9), hour(13), room, lead);
    add_meeting(second, day(5, 17), hour(9), hour(13), room, lead);
    book(held, {in_a[0]});
    book(first, {in_b[0], in_b[1]});
    book(second, {in_b[2], in_b[3]});
  }
  std::vector<MakeUp> of(std::size_t person, Date today = day(4, 14)) const {
    const TrainingRecords records{program, today};
    const SeatFinder finder{records};
    return make_ups(finder, person_progress(records, in_a[person]));
  }
  std::vector<WaitingSeat> waiting(Date today = day(4, 14)) const {
    const TrainingRecords records{program, today};
    const SeatFinder finder{records};
    return waiting_seats(finder, b);
  }
  void away(Id<Person> person, Date date) {
    Absence row;
    row.kind = AbsenceKind::person;
    row.code = AnyId{person.value};
    row.from = row.to = date;
    put(row);
  }
  void wait(Id<Session> session, Id<Person> person) {
    Seat row;
    row.session = session;
    row.person = person;
    row.status = SeatStatus::waitlisted;
    put(row);
  }
};

}  // namespace

TEST_CASE("a missed module can be made up in another cohort's session that has a seat") {
  const World world;
  const auto found = world.of(1);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text ==
        "C: a seat could be offered in B/C on Mon 10 May 09:00 and B/C/2 on Mon 17 May 09:00");
  CHECK(found[0].offers.size() == 2);
  // Nobody was seated by asking.
  CHECK(world.program.seats.size() == 5);
}

TEST_CASE("a full room and an absence are told as reasons, in the judge's words") {
  World world;
  world.book(world.first, {world.in_a[0]});  // three of three
  world.away(world.in_a[1], day(5, 17));
  const auto found = world.of(1);
  REQUIRE(found.size() == 1);
  CHECK(found[0].offers.empty());
  REQUIRE(found[0].refused.size() == 2);
  CHECK(contains(found[0].refused[0].refused, "4 booked seats, room Blue holds 3"));
  CHECK(contains(found[0].refused[1].refused, "Person 1002"));
  CHECK(found[0].text.starts_with("C: no seat fits in the 2 sessions ahead."));
}

TEST_CASE("an hour that the person spends elsewhere already is no offer") {
  World world;
  const auto other = world.add_module("D", 240);
  const auto session = world.add_session("A/D", world.a, other, SessionStatus::published);
  world.add_meeting(session, day(5, 10), hour(10), hour(14), world.add_room("Red", 9),
                    world.add_facilitator("BOB", {other}));
  world.book(session, {world.in_a[0], world.in_a[1]});
  const auto found = world.of(1);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].offers.size() == 1);
  CHECK(found[0].offers[0].where == "B/C/2 on Mon 17 May 09:00");
}

TEST_CASE("a week that is full already is no offer, though the day is free") {
  World world;
  world.change(world.a, [](Cohort& c) { c.max_minutes_week = 300; });
  const auto other = world.add_module("D", 240);
  const auto session = world.add_session("A/D", world.a, other, SessionStatus::published);
  world.add_meeting(session, day(5, 13), hour(9), hour(13), world.add_room("Red", 9),
                    world.add_facilitator("BOB", {other}));
  world.book(session, {world.in_a[0], world.in_a[1]});
  const auto found = world.of(1);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].offers.size() == 1);
  CHECK(found[0].offers[0].where == "B/C/2 on Mon 17 May 09:00");
  CHECK(contains(found[0].refused[0].refused, "8 h of meetings, cohort A allows 5 h"));
}

TEST_CASE("what was completed, or is booked again, is not to make up") {
  World world;
  Attendance came;
  came.session = world.held;
  came.meeting = 1;
  came.person = world.in_a[0];
  came.status = AttendanceStatus::full;
  world.put(came);
  CHECK(world.of(0).empty());
  world.book(world.second, {world.in_a[1]});
  CHECK(world.of(1).empty());
}

TEST_CASE("with nothing ahead the sentence says so") {
  const World world;
  const auto found = world.of(1, day(6, 1));
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "C: no session of it lies ahead in any cohort");
}

TEST_CASE("nobody on an open pause or gone is asked to make anything up") {
  World paused;
  Season pause;
  pause.person = paused.in_a[1];
  pause.from = day(4, 1);
  pause.season = SeasonKind::paused;
  paused.put(pause);
  CHECK(paused.of(1).empty());
  World gone;
  gone.change(gone.in_a[1], [](Person& p) { p.left = day(4, 1); });
  CHECK(gone.of(1).empty());
}

TEST_CASE("a session that begins inside the freeze window is left as it is") {
  World world;
  world.change(world.program.workspace().id, [](Workspace& w) { w.freeze_days = 3; });
  CHECK(world.of(1, day(5, 8))[0].offers.size() == 1);  // two days before the first
  CHECK(world.of(1, day(5, 7))[0].offers.size() == 2);
}

TEST_CASE("the first on the wait-list is offered the place, when there is one that fits") {
  World world;
  world.wait(world.first, world.in_a[1]);
  const auto found = world.waiting();
  REQUIRE(found.size() == 1);
  CHECK(found[0].text ==
        "Person 1002 is first on the wait-list of B/C on Mon 10 May 09:00. There is room: the seat "
        "can be offered.");
  REQUIRE(found[0].offer);
  CHECK(found[0].offer->session == world.first);
}

TEST_CASE("when the first cannot, the proposal says why and which other session has room") {
  World world;
  world.wait(world.first, world.in_a[1]);
  world.away(world.in_a[1], day(5, 10));
  const auto found = world.waiting();
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].offer);
  CHECK(found[0].offer->session == world.second);
  CHECK(contains(found[0].text, "A seat there does not fit: "));
  CHECK(
      found[0].text.ends_with("B/C/2 on Mon 17 May 09:00 has room: a seat there can be offered."));
}

TEST_CASE("one free place is proposed to the first alone, and the second reads why not to them") {
  World world;
  const auto more = world.add_people(world.a, 1, 1021);
  world.wait(world.first, world.in_a[1]);  // two of three sit there
  world.wait(world.first, more[0]);
  world.book(world.second, {world.in_a[0]});  // three of three
  const auto found = world.waiting();
  REQUIRE(found.size() == 2);
  REQUIRE(found[0].offer);
  CHECK(found[0].offer->session == world.first);
  CHECK_FALSE(found[1].offer);
  CHECK(contains(found[1].text,
                 "Person 1021 is second on the wait-list of B/C on Mon 10 May 09:00. A seat there "
                 "does not fit beside those proposed before it: "));
  CHECK(contains(found[1].text, "4 booked seats, room Blue holds 3"));
  CHECK(found[1].text.ends_with("No other session of the module ahead has a seat that fits."));
}

TEST_CASE("who has waited longest is first, and who has no day on record is last") {
  World world;
  const auto more = world.add_people(world.a, 3, 1021);
  for (const auto person : more) {
    for (const Member& m : world.program.members)
      if (m.person == person) {
        world.change(m.id, [](Member& row) { row.status = MemberStatus::withdrawn; });
        break;
      }
    world.wait(world.first, person);
  }
  const auto since = [&](Id<Person> person, Date date) {
    Member row;
    row.cohort = world.b;
    row.person = person;
    row.status = MemberStatus::waitlisted;
    row.since = date;
    world.put(row);
  };
  since(more[1], day(2, 1));
  since(more[2], day(1, 5));
  std::vector<std::string> order;
  for (const WaitingSeat& w : world.waiting())
    order.push_back(world.program.people.at(w.person).number);
  CHECK(order == std::vector<std::string>{"1023", "1022", "1021"});
}
