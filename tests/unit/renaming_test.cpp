// A code changed in a form: what names the row by its code goes along, in the same step.
#include "ui/models/renaming.hpp"

#include <algorithm>

#include "planner/edit/apply.hpp"
#include "planner/schedule/adoption.hpp"
#include "planner/schedule/scenario.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"
#include "ui/models/row_form.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::hour;
using tandem::test::OneModule;

namespace {

const Date kToday = day(1, 25);

// M1 of six people on Tue 2 Feb with ANA in R1, which has four seats; a branch TRY.
struct FullRoom : OneModule {
  Id<Session> session = add_session("MGR-1/M1", cohort, module);
  Id<Branch> branch;

  FullRoom() {
    change(room, [](Room& r) { r.capacity = 4; });
    add_meeting(session, day(2, 2), hour(9), hour(13), room, lead);
    book(session, add_people(cohort, 6));
    Branch row;
    row.code = "TRY";
    branch = put(row);
  }

  void waive(RuleKind rule, const std::string& subject) {
    Waiver w;
    w.rule = word(rule);
    w.subject = subject;
    w.session = session;
    w.reason = "standing is fine";
    w.author = "lead";
    put(w);
  }
  // Writes this code into the form of a row, as one step.
  template <class T>
  void rename(Id<T> id, std::string_view code) {
    const auto commands = models::with_field(program, AnyRow{*find(program, id)}, "code", code);
    CAPTURE(commands ? "" : text(commands.error().front()));
    REQUIRE(commands);
    in_file(*commands);
  }
  void in_file(const std::vector<Command>& commands) {
    const auto done = apply_all(program, commands, ids_);
    REQUIRE(done);
    program = done->program;
  }
  void move_in_branch(Date date) {
    const MoveSession move{session, {{date, hour(9), hour(13), room, {lead}, {}}}, false};
    const auto done = apply(plan_of(program, branch), move, ids_);
    REQUIRE(done);
    const auto rows = write_plan(program, branch, done->program);
    REQUIRE(rows);
    in_file(*rows);
  }
  bool breaks(RuleKind rule) const {
    return std::ranges::count(verify(program, kToday), rule, &Violation::rule) > 0;
  }
  Adoption adoption() const {
    const auto found = adopt_branch(program, branch, {}, kToday);
    REQUIRE(found);
    return *found;
  }

 private:
  CountingIds ids_{10'000};
};

}  // namespace

TEST_CASE("a room called otherwise keeps the waiver that lifts a rule for it") {
  FullRoom it;
  CHECK(it.breaks(RuleKind::room_capacity));
  it.waive(RuleKind::room_capacity, "R1");
  CHECK_FALSE(it.breaks(RuleKind::room_capacity));
  it.rename(it.room, "B7");
  CHECK_FALSE(it.breaks(RuleKind::room_capacity));
  REQUIRE(it.program.waivers.size() == 1);
  CHECK(it.program.waivers.begin()->subject == "B7");
}

TEST_CASE("a waiver that a branch has of a room goes along too") {
  FullRoom it;
  it.waive(RuleKind::room_capacity, "R1");
  Program plan = plan_of(it.program, it.branch);
  plan.waivers.erase(plan.waivers.begin()->id);
  const auto rows = write_plan(it.program, it.branch, plan);
  REQUIRE(rows);
  it.in_file(*rows);
  REQUIRE(plan_of(it.program, it.branch).waivers.empty());
  it.rename(it.room, "B7");
  CHECK(plan_of(it.program, it.branch).waivers.empty());
}

TEST_CASE("where something else has the code as well, the waiver holds for both") {
  FullRoom it;
  const auto other = it.add_facilitator("R1", {it.module});
  it.waive(RuleKind::absence, "R1");
  it.rename(it.room, "B7");
  std::vector<std::string> subjects;
  for (const Waiver& w : it.program.waivers) subjects.push_back(w.subject);
  std::ranges::sort(subjects);
  CHECK(subjects == std::vector<std::string>{"B7", "R1"});
  CHECK(code_of(it.program, other) == "R1");
}

TEST_CASE("a branch is not stale for a room, a facilitator or a module called otherwise") {
  FullRoom it;
  it.change(it.room, [](Room& r) { r.capacity = 12; });
  it.move_in_branch(day(2, 3));
  it.rename(it.room, "B7");
  it.rename(it.lead, "ANNE");
  it.rename(it.module, "M9");
  const Adoption taken = it.adoption();
  CHECK(taken.stale.empty());
  CHECK_FALSE(taken.held_back);
  it.in_file(taken.commands);
  CHECK(it.program.meetings.begin()->date == day(2, 3));
}

TEST_CASE("a meeting moved in the plan is stale in the branch under every name of its room") {
  FullRoom it;
  it.move_in_branch(day(2, 3));
  it.in_file(
      {MoveSession{it.session, {{day(2, 4), hour(9), hour(13), it.room, {it.lead}, {}}}, false}});
  it.rename(it.room, "B7");
  CHECK(it.adoption().stale.size() == 1);
}

TEST_CASE("modules go on needing equipment that is called otherwise") {
  FullRoom it;
  Asset glasses;
  glasses.code = glasses.name = "VR";
  glasses.quantity = 12;
  const auto asset = it.put(glasses);
  it.change(it.module, [](Module& m) { m.assets = {{"VR", 6}}; });
  it.rename(asset, "GLASSES");
  CHECK(it.program.modules.at(it.module).assets == std::vector<Amount>{{"GLASSES", 6}});

  glasses.code = "GLASSES";
  glasses.site = it.site;
  it.put(glasses);
  it.rename(asset, "HELMETS");  // the pool of the site is still there
  CHECK(it.program.modules.at(it.module).assets == std::vector<Amount>{{"GLASSES", 6}});
}

TEST_CASE("a facilitator called otherwise is sent the next change of the same calendar entry") {
  FullRoom it;
  CalendarEntry entry;
  entry.meeting = "MGR-1/M1#1";
  entry.audience = "facilitator:ANA";
  entry.uid = "one@example.org";
  it.put(entry);
  entry.audience = "cohort:MGR-1";
  it.put(entry);
  it.rename(it.lead, "ANNE");
  std::vector<std::string> audiences;
  for (const CalendarEntry& e : it.program.calendar_entries) audiences.push_back(e.audience);
  std::ranges::sort(audiences);
  CHECK(audiences == std::vector<std::string>{"cohort:MGR-1", "facilitator:ANNE"});
}

TEST_CASE("a code that another room has is refused") {
  FullRoom it;
  it.waive(RuleKind::room_capacity, "R1");
  it.add_room("B7", 4);
  const auto refused =
      models::with_field(it.program, AnyRow{it.program.rooms.at(it.room)}, "code", "B7");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().size() == 1);
}

TEST_CASE("any other field is one row put") {
  FullRoom it;
  it.waive(RuleKind::room_capacity, "R1");
  const auto commands =
      models::with_field(it.program, AnyRow{it.program.rooms.at(it.room)}, "capacity", "20");
  REQUIRE(commands);
  CHECK(commands->size() == 1);
}
