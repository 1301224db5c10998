// The store contract (planner/ports/store.hpp), one suite over every kind of store.
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/store_world.hpp"

using namespace tandem;
using namespace tandem::test;

namespace {

ChangeSet capacity_of(const Program& program, RawId room, int capacity) {
  return change_of(program, Id<Room>{room}, [&](Room& r) { r.capacity = capacity; });
}

ChangeSet merged(std::initializer_list<ChangeSet> parts) {
  ChangeSet out{"Several", {}};
  for (const auto& part : parts)
    out.rows.insert(out.rows.end(), part.rows.begin(), part.rows.end());
  return out;
}

Room new_room(RawId id, std::string code) {
  Room room;
  room.id = {id};
  room.code = std::move(code);
  room.name = "New";
  return room;
}

}  // namespace

TEMPLATE_TEST_CASE("what was put into a new store is what it gives back", "[store]", MemoryHarness,
                   SqliteHarness) {
  TestType world;
  const Snapshot snapshot = loaded(world.store());
  REQUIRE(snapshot.program == small_program());
  REQUIRE(snapshot.revision == 1);
  REQUIRE_FALSE(world.store().read_only());
}

TEMPLATE_TEST_CASE("a saved change is there after a restart", "[store]", MemoryHarness,
                   SqliteHarness) {
  TestType world;
  const Program before = loaded(world.store()).program;
  const ChangeSet change = merged({capacity_of(before, 10, 8), insertion_of(new_room(40, "R40")),
                                   removal_of(before, Id<Room>{12})});
  const Transaction done = saved(world.store().save(change, tx("a"), 1));
  REQUIRE(done.revision == 2);
  REQUIRE(done.actor == "Ada");
  REQUIRE(done.at_utc == "2027-05-14T12:00:00Z");
  REQUIRE(done.label == "Several");
  world.restart();
  const Snapshot now = loaded(world.store());
  REQUIRE(now.revision == 2);
  REQUIRE(now.program == replay(before, change));
  REQUIRE(now.program.rooms.at({10}).capacity == 8);
}

TEMPLATE_TEST_CASE("a row that somebody else changed meanwhile is a conflict that shows all sides",
                   "[store]", MemoryHarness, SqliteHarness) {
  TestType world;
  const Program base = loaded(world.store()).program;
  world.clock.set(kNoon + std::chrono::minutes{2});
  saved(world.second_window().save(capacity_of(base, 10, 8), tx("theirs", "Bob"), 1));

  const ChangeSet mine = merged({capacity_of(base, 11, 5), capacity_of(base, 10, 20)});
  const SaveResult result = world.store().save(mine, tx("mine"), 1);
  const auto* conflict = std::get_if<Conflict>(&result);
  REQUIRE(conflict);
  REQUIRE(conflict->who == "Bob");
  REQUIRE(conflict->at_utc == "2027-05-14T12:02:00Z");
  REQUIRE(conflict->rows.size() == 1);
  REQUIRE(as<Room>(conflict->rows[0].base).capacity == 12);
  REQUIRE(as<Room>(conflict->rows[0].mine).capacity == 20);
  REQUIRE(as<Room>(conflict->rows[0].theirs).capacity == 8);
  // Nothing of mine was saved, not even the row that nobody else had touched.
  REQUIRE(loaded(world.store()).program.rooms.at({11}).capacity == 12);
  REQUIRE(world.store().head() == Revision{2});
}

TEMPLATE_TEST_CASE("a row that came back to what it was is still a conflict", "[store]",
                   MemoryHarness, SqliteHarness) {
  TestType world;
  const Program base = loaded(world.store()).program;
  const ChangeSet theirs = removal_of(base, Id<Room>{12});
  saved(world.second_window().save(theirs, tx("gone"), 1));
  saved(world.second_window().save(inverse(theirs), tx("back"), 2));
  const SaveResult result = world.store().save(capacity_of(base, 12, 20), tx("mine"), 1);
  REQUIRE(std::holds_alternative<Conflict>(result));
}

TEMPLATE_TEST_CASE("a row that is not as the writer believes is a conflict", "[store]",
                   MemoryHarness, SqliteHarness) {
  TestType world;
  Program wrong = loaded(world.store()).program;
  Room room = wrong.rooms.at({10});
  room.capacity = 99;
  wrong.rooms.put(room);
  REQUIRE(std::holds_alternative<Conflict>(
      world.store().save(capacity_of(wrong, 10, 20), tx("mine"), 1)));
}

TEMPLATE_TEST_CASE("two windows that change different rows both succeed and can catch up",
                   "[store]", MemoryHarness, SqliteHarness) {
  TestType world;
  const Program base = loaded(world.store()).program;
  saved(world.store().save(capacity_of(base, 10, 8), tx("one"), 1));
  REQUIRE(saved(world.second_window().save(capacity_of(base, 11, 9), tx("two"), 1)).revision == 3);

  REQUIRE(world.store().head() == Revision{3});
  Program caught_up = base;
  for (const Revision r : std::initializer_list<Revision>{2, 3})
    caught_up = replay(caught_up, world.store().changes_of(r).value());
  REQUIRE(caught_up == loaded(world.store()).program);
}

TEMPLATE_TEST_CASE("undo and redo are saves of the inverse, also after a restart", "[store]",
                   MemoryHarness, SqliteHarness) {
  TestType world;
  const Program before = loaded(world.store()).program;
  const ChangeSet change = merged({capacity_of(before, 10, 8), insertion_of(new_room(40, "R40")),
                                   removal_of(before, Id<Room>{12})});
  saved(world.store().save(change, tx("do"), 1));
  const Program after = loaded(world.store()).program;
  world.restart();

  ChangeSet undo = inverse(world.store().changes_of(2).value());
  undo.label = "Undo: Several";
  TxInfo info = tx("undo");
  info.source = Source::undo;
  info.undoes = 2;
  REQUIRE(saved(world.store().save(undo, info, 2)).undoes == 2);
  REQUIRE(loaded(world.store()).program == before);
  world.restart();

  ChangeSet redo = inverse(world.store().changes_of(3).value());
  info = tx("redo");
  info.source = Source::undo;
  info.undoes = 3;
  saved(world.store().save(redo, info, 3));
  REQUIRE(loaded(world.store()).program == after);
  REQUIRE(world.store().history().value()[2].undoes == 2);
  REQUIRE(world.store().history().value()[3].undoes == 3);
  REQUIRE(world.store().check().value().problems == Errors{});
}

TEMPLATE_TEST_CASE("saving the same transaction again returns its first success", "[store]",
                   MemoryHarness, SqliteHarness) {
  TestType world;
  const ChangeSet change = capacity_of(loaded(world.store()).program, 10, 8);
  const Transaction first = saved(world.store().save(change, tx("a"), 1));
  world.clock.set(kNoon + std::chrono::hours{1});
  REQUIRE(saved(world.store().save(change, tx("a"), 1)) == first);
  world.restart();
  REQUIRE(saved(world.store().save(change, tx("a"), 1)) == first);
  REQUIRE(world.store().head() == Revision{2});
}

TEMPLATE_TEST_CASE("the history says who, when, why and from where, in order", "[store]",
                   MemoryHarness, SqliteHarness) {
  TestType world;
  ChangeSet change = capacity_of(loaded(world.store()).program, 10, 8);
  change.label = "Room R10 now holds 8; \"tight\"";
  TxInfo info{"id-2", "Zoë", "tandem 0.1.0", Source::cli, 0};
  saved(world.store().save(change, info, 1));
  world.restart();
  const auto history = world.store().history().value();
  REQUIRE(history.size() == 2);
  REQUIRE(history[0].revision == 1);
  REQUIRE(history[0].label == "Load");
  REQUIRE(history[1] == Transaction{2, "id-2", "Zoë", "tandem 0.1.0", "2027-05-14T12:00:00Z",
                                    change.label, Source::cli, 0});
}

TEMPLATE_TEST_CASE("the rows of a transaction come back whole, whatever became of them later",
                   "[store]", MemoryHarness, SqliteHarness) {
  TestType world;
  const Program first = loaded(world.store()).program;
  ChangeSet one = capacity_of(first, 10, 8);
  saved(world.store().save(one, tx("one"), 1));
  const Program second = replay(first, one);
  ChangeSet two = change_of(second, Id<Room>{10}, [](Room& r) {
    r.capacity.reset();  // a cell that becomes empty
    r.features = {"piano", "a;b"};
    r.extras["x_note"] = "upstairs";
  });
  saved(world.store().save(two, tx("two"), 2));
  const Program third = replay(second, two);
  ChangeSet three = removal_of(third, Id<Room>{10});
  saved(world.store().save(three, tx("three"), 3));
  world.restart();
  REQUIRE(world.store().changes_of(2).value() == one);
  REQUIRE(world.store().changes_of(3).value() == two);
  REQUIRE(world.store().changes_of(4).value() == three);
  REQUIRE(world.store().changes_of(1).value().rows.size() == 14);  // all rows of the load
  REQUIRE(world.store().changes_of(5).error()[0].code == ErrorCode::not_found);
  REQUIRE(world.store().changes_of(0).error()[0].code == ErrorCode::not_found);
}

TEMPLATE_TEST_CASE("an id is handed out once, across windows and restarts", "[store]",
                   MemoryHarness, SqliteHarness) {
  TestType world;
  std::set<RawId> seen;
  const auto take = [&](Store& store, std::uint64_t count) {
    const RawId first = store.reserve_ids(count).value();
    for (RawId id = first; id < first + count; ++id) REQUIRE(seen.insert(id).second);
    return first;
  };
  REQUIRE(take(world.store(), 10) > 34);  // above every row of the load
  take(world.second_window(), 1);
  world.restart();
  take(world.store(), 100);
  // A row that came with an id of its own pushes the counter on.
  const Program before = loaded(world.store()).program;
  const ChangeSet add = insertion_of(new_room(5000, "R5000"));
  saved(world.store().save(add, tx("add"), 1));
  saved(world.store().save(inverse(add), tx("remove"), 2));
  world.restart();
  REQUIRE(take(world.store(), 1) > 5000);
  REQUIRE(loaded(world.store()).program == before);
}

TEMPLATE_TEST_CASE("a proposal is kept until replaced or dropped, one a branch", "[store]",
                   MemoryHarness, SqliteHarness) {
  TestType world;
  KeptProposal kept;
  kept.base = 1;
  kept.summary = "{\"status\":\"complete\"}";
  PlannedSession session{"MGR-1/M1a", {Id<Cohort>{32}}, {30}, "", {}, {}, {}, {Id<Person>{20}}};
  session.meetings.push_back(
      {make_date(2027, 3, 9), {540}, {630}, {10}, {Id<Facilitator>{33}}, {}});
  kept.proposal.sessions = {session};
  REQUIRE_FALSE(world.store().last_proposal("").value());
  REQUIRE(world.store().keep_proposal("", kept));
  REQUIRE(world.store().keep_proposal("autumn", KeptProposal{}));
  world.restart();
  const auto found = world.store().last_proposal("").value();
  REQUIRE(found);
  REQUIRE(found->proposal == kept.proposal);
  REQUIRE(found->base == 1);
  REQUIRE(found->summary == kept.summary);

  kept.summary = "newer";
  REQUIRE(world.store().keep_proposal("", kept));
  REQUIRE(world.store().last_proposal("").value()->summary == "newer");
  REQUIRE(world.store().drop_proposal(""));
  REQUIRE_FALSE(world.store().last_proposal("").value());
  REQUIRE(world.store().last_proposal("autumn").value());
  REQUIRE(world.store().head() == Revision{1});  // a proposal changes nothing
}

TEMPLATE_TEST_CASE("a branch is kept with its rows, taken back and brought back like all else",
                   "[store]", MemoryHarness, SqliteHarness) {
  TestType world;
  const Program before = loaded(world.store()).program;
  Branch branch;
  branch.id = {50};
  branch.code = "autumn";
  branch.author = "Ada";
  branch.made = make_date(2027, 5, 14);
  BranchSession session;
  session.id = {51};
  session.branch = branch.id;
  session.session = "MGR-1/M1a/2";  // a code that the plan has not
  session.cohorts = {{32}};
  session.module = {30};
  BranchMeeting meeting;
  meeting.id = {52};
  meeting.branch = branch.id;
  meeting.session = session.session;
  meeting.number = 1;
  meeting.date = make_date(2027, 9, 7);
  meeting.start = TimeOfDay{540};
  meeting.end = TimeOfDay{630};
  meeting.room = {10};
  BranchSeat seat;
  seat.id = {53};
  seat.branch = branch.id;
  seat.session = session.session;
  seat.person = {20};
  seat.status = SeatStatus::booked;
  BranchWaiver waiver;
  waiver.id = {54};
  waiver.branch = branch.id;
  waiver.rule = "room_capacity";
  waiver.reason = "standing";
  const ChangeSet make = merged({insertion_of(branch), insertion_of(session), insertion_of(meeting),
                                 insertion_of(seat), insertion_of(waiver)});
  saved(world.store().save(make, tx("make"), 1));
  world.restart();
  const Program made = loaded(world.store()).program;
  REQUIRE(made == replay(before, make));
  REQUIRE(made.sessions == before.sessions);
  REQUIRE(world.store().changes_of(2).value().rows.size() == 5);

  // A row of a branch that is not there any more is refused: a branch goes with all its rows.
  REQUIRE(std::holds_alternative<Errors>(
      world.store().save(removal_of(made, branch.id), tx("half"), 2)));
  ChangeSet undo = inverse(world.store().changes_of(2).value());
  saved(world.store().save(undo, tx("undo"), 2));
  REQUIRE(loaded(world.store()).program == before);
  saved(world.store().save(inverse(undo), tx("redo"), 3));
  world.restart();
  REQUIRE(loaded(world.store()).program == made);
  const StoreCheck check = world.store().check().value();
  REQUIRE(check.log == "ok");
  REQUIRE(check.problems == Errors{});
}

TEMPLATE_TEST_CASE("two rows may swap their codes in one change", "[store]", MemoryHarness,
                   SqliteHarness) {
  TestType world;
  const Program before = loaded(world.store()).program;
  const ChangeSet swap = merged({change_of(before, Id<Site>{2}, [](Site& s) { s.code = "RTD"; }),
                                 change_of(before, Id<Site>{3}, [](Site& s) { s.code = "AMS"; })});
  saved(world.store().save(swap, tx("swap"), 1));
  world.restart();
  const Program now = loaded(world.store()).program;
  REQUIRE(now.sites.find_key("RTD")->id == Id<Site>{2});
  REQUIRE(now.sites.find_key("AMS")->id == Id<Site>{3});
  REQUIRE(world.store().check().value().problems == Errors{});
}

TEMPLATE_TEST_CASE("a code that another window has just taken is refused, and nothing is saved",
                   "[store]", MemoryHarness, SqliteHarness) {
  TestType world;
  const Program base = loaded(world.store()).program;
  saved(world.second_window().save(insertion_of(new_room(40, "R40")), tx("theirs"), 1));
  const SaveResult result = world.store().save(
      merged({capacity_of(base, 10, 8), insertion_of(new_room(41, "R40"))}), tx("mine"), 1);
  REQUIRE(std::get<Errors>(result)[0].code == ErrorCode::refused);
  REQUIRE(loaded(world.store()).program.rooms.at({10}).capacity == 12);
  REQUIRE(world.store().head() == Revision{2});
}

TEMPLATE_TEST_CASE("nothing is saved that refers to a row another window has removed", "[store]",
                   MemoryHarness, SqliteHarness) {
  TestType world;
  const Program base = loaded(world.store()).program;
  ChangeSet mine;
  ChangeSet theirs;
  SECTION("by a single reference") {
    theirs = removal_of(base, Id<Room>{12});
    Meeting meeting;
    meeting.id = {50};
    meeting.session = {34};
    meeting.number = 1;
    meeting.date = make_date(2027, 3, 9);
    meeting.start = {540};
    meeting.end = {630};
    meeting.room = {12};
    mine = insertion_of(meeting);
  }
  SECTION("in a list") {
    theirs = removal_of(base, Id<Site>{3});
    mine = change_of(base, Id<Facilitator>{33}, [](Facilitator& f) {
      f.sites = {Id<Site>{2}, Id<Site>{3}};
    });
  }
  SECTION("in a list, the other way round") {
    mine = removal_of(base, Id<Site>{3});
    theirs = change_of(base, Id<Facilitator>{33}, [](Facilitator& f) { f.sites = {Id<Site>{3}}; });
  }
  SECTION("by a scope") {
    theirs = removal_of(base, Id<Facilitator>{33});
    Absence absence;
    absence.id = {50};
    absence.kind = AbsenceKind::facilitator;
    absence.code = {33};
    absence.from = absence.to = make_date(2027, 3, 9);
    mine = insertion_of(absence);
  }
  SECTION("by a scope, the other way round") {
    mine = removal_of(base, Id<Facilitator>{33});
    Absence absence;
    absence.id = {50};
    absence.kind = AbsenceKind::facilitator;
    absence.code = {33};
    absence.from = absence.to = make_date(2027, 3, 9);
    theirs = insertion_of(absence);
  }
  saved(world.second_window().save(theirs, tx("theirs"), 1));
  const SaveResult result = world.store().save(mine, tx("mine"), 1);
  REQUIRE(std::get<Errors>(result)[0].code == ErrorCode::refused);
  REQUIRE(loaded(world.store()).program == replay(base, theirs));
}

TEMPLATE_TEST_CASE("a change made on a state the store never had is refused", "[store]",
                   MemoryHarness, SqliteHarness) {
  TestType world;
  const ChangeSet change = capacity_of(loaded(world.store()).program, 10, 8);
  const SaveResult result = world.store().save(change, tx("a"), 7);
  REQUIRE(std::get<Errors>(result)[0].code == ErrorCode::conflict);
  REQUIRE(world.store().head() == Revision{1});
}

TEMPLATE_TEST_CASE("a store that was only used as meant has nothing wrong with it", "[store]",
                   MemoryHarness, SqliteHarness) {
  TestType world;
  const Program before = loaded(world.store()).program;
  saved(world.store().save(capacity_of(before, 10, 8), tx("a"), 1));
  const StoreCheck check = world.store().check().value();
  REQUIRE(check.log == "ok");
  REQUIRE(check.problems == Errors{});
  REQUIRE(check.tables == kTableCount);
}
