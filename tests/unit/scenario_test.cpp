// Branches on Programs small enough to check by eye: what one holds, what of the file it follows,
// and how it is taken over, all or in part.
#include "planner/schedule/scenario.hpp"

#include "planner/edit/apply.hpp"
#include "planner/schedule/adoption.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::hour;
using tandem::test::OneModule;

namespace {

const Date kToday = day(1, 25);

// M1 of six people on Tue 2 Feb 09:00 to 13:00, M2 on Tue 9 Feb at the same hours, both with ANA in
// R1; a branch TRY in which nothing was done yet.
struct TwoSessions : OneModule {
  std::vector<Id<Person>> people = add_people(cohort, 6);
  Id<Module> second = add_module("M2", 240);
  Id<Session> one = add_session("MGR-1/M1", cohort, module);
  Id<Session> two = add_session("MGR-1/M2", cohort, second);
  Id<Branch> branch;

  TwoSessions() {
    Qualification also;
    also.facilitator = lead;
    also.module = second;
    also.level = QualificationLevel::lead;
    put(also);
    add_meeting(one, day(2, 2), hour(9), hour(13), room, lead);
    add_meeting(two, day(2, 9), hour(9), hour(13), room, lead);
    book(one, people);
    book(two, people);
    Branch row;
    row.code = "TRY";
    branch = put(row);
  }

  Program plan() const { return plan_of(program, branch); }
  PlannedMeeting on(Date date) const { return {date, hour(9), hour(13), room, {lead}, {}}; }
  // Does in the branch what the commands say.
  void in_branch(const std::vector<Command>& commands) {
    CountingIds draft{1 << 20};
    const auto done = apply_all(plan(), commands, draft);
    REQUIRE(done);
    const auto rows = write_plan(program, branch, done->program);
    REQUIRE(rows);
    in_file(*rows);
  }
  void in_file(const std::vector<Command>& commands) {
    const auto done = apply_all(program, commands, ids_);
    REQUIRE(done);
    program = done->program;
  }
  Adoption adopt(const AdoptChoice& choice = {}) {
    auto adoption = adopt_branch(program, branch, choice, kToday);
    REQUIRE(adoption);
    in_file(adoption->commands);
    return *adoption;
  }
  Date date_of(const Program& p, const std::string& code) const {
    for (const Meeting& m : p.meetings)
      if (m.session == p.sessions.find_key(code)->id) return m.date;
    return {};
  }
  std::size_t rows_of_branches() const {
    return program.branch_sessions.size() + program.branch_meetings.size() +
           program.branch_seats.size() + program.branch_waivers.size();
  }

 private:
  CountingIds ids_{10'000};
};

Waiver waiver(Id<Session> session) {
  Waiver w;
  w.rule = "room_capacity";
  w.session = session;
  w.reason = "standing is fine";
  w.author = "L&D";
  return w;
}

}  // namespace

TEST_CASE("a branch in which nothing was done is the plan itself") {
  const TwoSessions it;
  CHECK(it.plan() == it.program);
  CHECK(changed_sessions(it.program, it.branch).empty());
}

TEST_CASE("what is done in a branch is held as the one row that differs, and the plan stays") {
  TwoSessions it;
  const auto meetings = it.program.meetings;
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, false}});
  CHECK(it.program.meetings == meetings);
  CHECK(it.rows_of_branches() == 1);  // the meeting; session and seats are the plan's
  CHECK(it.date_of(it.plan(), "MGR-1/M1") == day(2, 3));
  CHECK(changed_sessions(it.program, it.branch) == std::set<std::string>{"MGR-1/M1"});

  // Moved back, it differs no more and nothing is left of it.
  it.in_branch({MoveSession{it.one, {it.on(day(2, 2))}, false}});
  CHECK(it.rows_of_branches() == 0);
  CHECK(it.plan() == it.program);
}

TEST_CASE("two branches know nothing of each other") {
  TwoSessions it;
  const auto first = it.branch;
  Branch other;
  other.code = "OTHER";
  it.branch = it.put(other);
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, false}});
  CHECK(plan_of(it.program, first).meetings == it.program.meetings);
}

TEST_CASE(
    "a session made in a branch has its meetings and seats there, and stays so when adopted") {
  TwoSessions it;
  const auto third = it.add_module("M3", 120);
  it.add_facilitator("BO", {third});
  PlannedSession made;
  made.code = "MGR-1/M3";
  made.cohorts = {it.cohort};
  made.module = third;
  made.meetings = {{day(3, 2), hour(9), hour(11), it.room, {it.lead}, {}}};
  made.meetings[0].leads = {it.program.facilitators.find_key("BO")->id};
  made.seats = it.people;
  it.in_branch({AdoptSchedule{{{made}}, {}}});
  CHECK(it.program.sessions.size() == 2);
  CHECK(it.rows_of_branches() == 1 + 1 + 6);
  const Program plan = it.plan();
  REQUIRE(plan.sessions.find_key("MGR-1/M3"));
  CHECK(plan.seats.size() == 18);

  const Adoption adoption = it.adopt();
  CHECK(adoption.whole);
  CHECK(it.program.sessions == plan.sessions);
  CHECK(it.program.meetings == plan.meetings);
  CHECK(it.program.seats == plan.seats);
  CHECK(it.program.branches.empty());
  CHECK(it.rows_of_branches() == 0);
}

TEST_CASE("what the file learns later, a branch learns too, even in a session it has moved") {
  TwoSessions it;
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, false}});
  const auto late = it.add_people(it.cohort, 1, 2001);
  it.book(it.one, late);
  const Program plan = it.plan();
  CHECK(plan.seats.size() == 13);
  CHECK(it.date_of(plan, "MGR-1/M1") == day(2, 3));
  it.book(it.two, late);
  CHECK(it.adopt().sessions == std::vector<std::string>{"MGR-1/M1"});  // a seat more is no matter
}

TEST_CASE("a branch holds no rooms, and publishes and delivers nothing") {
  TwoSessions it;
  Program changed = it.plan();
  changed.rooms.erase(it.room);
  const auto rooms = write_plan(it.program, it.branch, changed);
  REQUIRE_FALSE(rooms);
  CHECK(rooms.error()[0].code == ErrorCode::refused);
  CHECK(rooms.error()[0].message.find("rooms") != std::string::npos);

  changed = it.plan();
  Session s = changed.sessions.at(it.one);
  s.status = SessionStatus::published;
  changed.sessions.put(s);
  const auto published = write_plan(it.program, it.branch, changed);
  REQUIRE_FALSE(published);
  CHECK(published.error()[0].where == "session MGR-1/M1");
}

TEST_CASE("a session published meanwhile stays published when its branch is taken over") {
  TwoSessions it;
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, true}});
  it.change(it.one, [](Session& s) { s.status = SessionStatus::published; });
  CHECK_FALSE(it.adopt().held_back);
  CHECK(it.program.sessions.at(it.one).status == SessionStatus::published);
  CHECK(it.program.sessions.at(it.one).pinned);
  CHECK(it.date_of(it.program, "MGR-1/M1") == day(2, 3));
}

TEST_CASE(
    "a session moved in the plan after the branch took it up is stale, and nothing is taken") {
  TwoSessions it;
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, false},
                MoveSession{it.two, {it.on(day(2, 10))}, false}});
  it.in_file({MoveSession{it.one, {it.on(day(2, 4))}, false}});
  const Program before = it.program;
  const Adoption refused = it.adopt();
  CHECK(refused.held_back);
  CHECK(it.program == before);
  REQUIRE(refused.stale.size() == 1);
  CHECK(refused.stale[0].session == "MGR-1/M1");
  CHECK(refused.stale[0].text ==
        "meeting 1 is on Thu 4 Feb 09:00 now, or in another room or with others");

  SECTION("left in the branch, the other is taken over") {
    const Adoption part = it.adopt({{}, {}, Stale::leave});
    CHECK(part.sessions == std::vector<std::string>{"MGR-1/M2"});
    CHECK_FALSE(part.whole);
    CHECK(it.date_of(it.program, "MGR-1/M1") == day(2, 4));
    CHECK(it.date_of(it.program, "MGR-1/M2") == day(2, 10));
    CHECK(it.date_of(it.plan(), "MGR-1/M1") == day(2, 3));
    CHECK(it.rows_of_branches() == 1);
  }
  SECTION("the branch put first, both are") {
    CHECK(it.adopt({{}, {}, Stale::replace}).whole);
    CHECK(it.date_of(it.program, "MGR-1/M1") == day(2, 3));
  }
  SECTION("the same move made in the plan is no difference any more") {
    it.in_file({MoveSession{it.one, {it.on(day(2, 3))}, false}});
    CHECK(it.adopt().stale.empty());
  }
  SECTION("moved back to where it was, it is not stale") {
    it.in_file({MoveSession{it.one, {it.on(day(2, 2))}, false}});
    CHECK(it.adopt().stale.empty());
  }
}

TEST_CASE("a session delivered meanwhile is never taken over, whoever is put first") {
  TwoSessions it;
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, false}});
  it.change(it.one, [](Session& s) { s.status = SessionStatus::delivered; });
  const Adoption adoption = it.adopt({{}, {}, Stale::replace});
  CHECK(adoption.sessions.empty());
  REQUIRE(adoption.stale.size() == 1);
  CHECK(adoption.stale[0].text == "it has been delivered");
  CHECK(it.date_of(it.program, "MGR-1/M1") == day(2, 2));
}

TEST_CASE("a part whose rest it needs is held back, with the rule that would break") {
  TwoSessions it;
  const auto other = it.add_cohort("MGR-2");
  const auto session = it.add_session("MGR-2/M1", other, it.module);
  it.add_meeting(session, day(2, 16), hour(9), hour(13), it.room, it.lead);
  it.book(session, it.add_people(other, 4, 3001));
  it.in_branch({MoveSession{it.one, {it.on(day(2, 9))}, false},
                MoveSession{it.two, {it.on(day(2, 2))}, false},
                MoveSession{session, {it.on(day(2, 17))}, false}});
  const Program before = it.program;
  const Adoption half = it.adopt({{}, {"MGR-1/M1"}, Stale::refuse});
  CHECK(half.held_back);
  CHECK(it.program == before);
  REQUIRE_FALSE(half.broken.empty());
  bool room = false;
  for (const Violation& v : half.broken) room = room || v.rule == RuleKind::room_clash;
  CHECK(room);
  // The other half is named as what belongs to it, the session that has nothing to do with it not.
  CHECK(half.together == std::vector<std::string>{"MGR-1/M2"});

  CHECK(it.adopt({{}, {"MGR-1/M1", "MGR-1/M2"}, Stale::refuse}).sessions.size() == 2);
  CHECK(it.date_of(it.program, "MGR-1/M1") == day(2, 9));
  CHECK(it.date_of(it.program, "MGR-1/M2") == day(2, 2));
}

TEST_CASE("where the rest of the branch does not help a part, nothing is named with it") {
  TwoSessions it;
  // Both on one morning, in one room.
  it.in_branch({MoveSession{it.one, {it.on(day(2, 9))}, false},
                MoveSession{it.two, {it.on(day(2, 9))}, true}});
  const Adoption half = it.adopt({{}, {"MGR-1/M1"}, Stale::refuse});
  CHECK(half.held_back);
  CHECK(half.together.empty());
}

TEST_CASE("a note written in the plan meanwhile is not overwritten unasked") {
  TwoSessions it;
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, true}});
  it.change(it.one, [](Session& s) { s.note = "bring the map"; });
  const Adoption adoption = it.adopt();
  CHECK(adoption.held_back);
  REQUIRE(adoption.stale.size() == 1);
  CHECK(it.program.sessions.at(it.one).note == "bring the map");
}

TEST_CASE("one cohort's part leaves the other's in the branch") {
  TwoSessions it;
  const auto other = it.add_cohort("MGR-2");
  const auto theirs = it.add_people(other, 4, 3001);
  const auto session = it.add_session("MGR-2/M1", other, it.module);
  it.add_meeting(session, day(2, 16), hour(9), hour(13), it.room, it.lead);
  it.book(session, theirs);
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, false},
                MoveSession{session, {it.on(day(2, 17))}, false}});
  const Adoption part = it.adopt({{other}, {}, Stale::refuse});
  CHECK(part.sessions == std::vector<std::string>{"MGR-2/M1"});
  CHECK(it.date_of(it.program, "MGR-2/M1") == day(2, 17));
  CHECK(it.date_of(it.program, "MGR-1/M1") == day(2, 2));
  CHECK(changed_sessions(it.program, it.branch) == std::set<std::string>{"MGR-1/M1"});

  const auto unknown = adopt_branch(it.program, it.branch, {{}, {"MGR-1/M9"}, {}}, kToday);
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error()[0].hint == "did you mean MGR-1/M1?");
}

TEST_CASE("a branch ends with the last part that is taken of it, unless a waiver is left") {
  TwoSessions it;
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, false},
                MoveSession{it.two, {it.on(day(2, 10))}, false}});
  SECTION("part by part") {
    CHECK_FALSE(it.adopt({{}, {"MGR-1/M1"}, Stale::refuse}).whole);
    CHECK(it.adopt({{}, {"MGR-1/M2"}, Stale::refuse}).whole);
    CHECK(it.program.branches.empty());
  }
  SECTION("a cohort that was all of it") {
    CHECK(it.adopt({{it.cohort}, {}, Stale::refuse}).whole);
    CHECK(it.program.branches.empty());
  }
  SECTION("a waiver for every session stays with the branch") {
    it.in_branch({Put{AnyRow{waiver({})}}});
    CHECK_FALSE(it.adopt({{it.cohort}, {}, Stale::refuse}).whole);
    CHECK(it.program.branches.size() == 1);
    CHECK(it.rows_of_branches() == 1);
    CHECK(it.adopt().whole);
    CHECK(it.program.waivers.size() == 1);
  }
  SECTION("a cohort that has no part in an empty branch does not end it") {
    it.in_file(drop_branch(it.program, it.branch));
    Branch row;
    row.code = "EMPTY";
    it.branch = it.put(row);
    CHECK_FALSE(it.adopt({{it.cohort}, {}, Stale::refuse}).whole);
    CHECK(it.program.branches.size() == 1);
  }
}

TEST_CASE("a list of branches is told what is stale without a judgement") {
  TwoSessions it;
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, false},
                MoveSession{it.two, {it.on(day(2, 10))}, false}});
  CHECK(stale_sessions(it.program, it.branch).empty());
  it.in_file({MoveSession{it.two, {it.on(day(2, 11))}, false}});
  const auto stale = stale_sessions(it.program, it.branch);
  REQUIRE(stale.size() == 1);
  CHECK(stale[0].session == "MGR-1/M2");
}

TEST_CASE("a branch can do without a session, cancel one, and waive a rule or not waive it") {
  TwoSessions it;
  Waiver old = waiver(it.two);
  old.rule = "module_capacity";
  it.put(old);
  const Waiver known = *it.program.waivers.begin();
  std::vector<Command> commands;
  for (const Meeting& m : it.program.meetings)
    if (m.session == it.one) commands.push_back(Remove{TableId::meetings, m.id.value});
  for (const Seat& s : it.program.seats)
    if (s.session == it.one) commands.push_back(Remove{TableId::seats, s.id.value});
  commands.push_back(Remove{TableId::sessions, it.one.value});
  commands.push_back(Remove{TableId::waivers, known.id.value});
  commands.push_back(Put{AnyRow{waiver(it.two)}});
  Session cancelled = it.program.sessions.at(it.two);
  cancelled.status = SessionStatus::cancelled;
  commands.push_back(Put{AnyRow{cancelled}});
  it.in_branch(commands);
  CHECK(it.rows_of_branches() == 2 + 2);  // two sessions, one waiver more and one less

  const Program plan = it.plan();
  CHECK(plan.sessions.size() == 1);
  CHECK(plan.meetings.size() == 1);
  CHECK(plan.seats.size() == 6);
  REQUIRE(plan.waivers.size() == 1);
  CHECK(plan.waivers.begin()->rule == "room_capacity");
  CHECK(plan.sessions.at(it.two).status == SessionStatus::cancelled);
  CHECK(it.program.sessions.size() == 2);

  const auto adoption = adopt_branch(it.program, it.branch, {}, kToday);
  REQUIRE(adoption);
  CHECK(adoption->broken.empty());
  it.in_file(adoption->commands);
  CHECK(it.program.sessions == plan.sessions);
  CHECK(it.program.seats == plan.seats);
  CHECK(it.program.waivers == plan.waivers);
}

TEST_CASE("a pinned session is not moved by taking a branch over") {
  TwoSessions it;
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, false}});
  it.change(it.one, [](Session& s) { s.pinned = true; });
  const Adoption adoption = it.adopt();
  CHECK(adoption.held_back);
  bool pin = false;
  for (const Violation& v : adoption.broken) pin = pin || v.rule == RuleKind::pin;
  CHECK(pin);
}

TEST_CASE("a branch dropped leaves no row") {
  TwoSessions it;
  const Program before = it.program;
  it.in_branch({MoveSession{it.one, {it.on(day(2, 3))}, true}, Put{AnyRow{waiver(it.two)}}});
  CHECK(it.rows_of_branches() == 3);
  it.in_file(drop_branch(it.program, it.branch));
  CHECK(it.rows_of_branches() == 0);
  CHECK(it.program.branches.empty());
  CHECK(it.program.meetings == before.meetings);
}
