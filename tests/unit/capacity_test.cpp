// How many more cohorts there is room for, on Programs whose free hours can be counted by hand.
#include "planner/schedule/capacity.hpp"

#include "planner/schedule/another_cohort.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using schedule::ResourceKind;
using tandem::test::day;
using tandem::test::hour;
using tandem::test::OneModule;

namespace {

// Two weeks, Mon 4 to Fri 15 Jan, of 09:00 to 17:00: ten days with two halves of 4 h each. MGR-1,
// six people, has had its one session M1 of 4 h on the first morning, with ANA in R1.
struct TwoWeeks : OneModule {
  std::vector<Id<Person>> people = add_people(cohort, 6);
  Id<Session> session = add_session("MGR-1/M1", cohort, module);
  TwoWeeks() {
    change(program.workspace().id, [](Workspace& w) { w.horizon_to = day(1, 15); });
    add_meeting(session, day(1, 4), hour(9), hour(13), room, lead);
    book(session, people);
  }

  Capacity ask(Id<Cohort> like = {}) const {
    CapacityOptions options;
    options.like = like;
    options.as_of = day(1, 4);
    options.steps = 300;
    auto found = capacity(program, programme, options);
    REQUIRE(found);
    return *found;
  }
  static const CapacityLimit* limit(const Capacity& found, ResourceKind kind) {
    for (const CapacityLimit& l : found.limits)
      if (l.kind == kind) return &l;
    return nullptr;
  }
};

}  // namespace

TEST_CASE("one lead with nineteen free half-days can take nineteen cohorts, and is given them") {
  const TwoWeeks it;
  const Capacity found = it.ask();
  CHECK(found.people == 6);
  CHECK(found.sessions == std::vector<std::string>{"P+1/M1"});
  // 10 days x 2 halves - 1 = 19 of 4 h, for the lead as for the room.
  CHECK(found.bound == 19);
  CHECK(found.placed == 19);
  const CapacityLimit* people = it.limit(found, ResourceKind::facilitators);
  REQUIRE(people);
  CHECK(people->who == std::vector<std::string>{"ANA"});
  CHECK(people->modules == std::vector<std::string>{"M1"});
  CHECK(people->free_minutes == 19 * 240);
  CHECK(people->needed_minutes == 240);
  CHECK(people->text == "ANA alone may lead M1: 76 h such time is left, one cohort takes 4 h");
  REQUIRE(it.limit(found, ResourceKind::rooms));
  CHECK(found.undated == 0);
}

TEST_CASE("time that comes in pieces too short for a meeting is no capacity") {
  TwoWeeks it;
  it.change(it.module, [](Module& m) { m.minutes = 300; });
  // 8 h a day hold one meeting of 5 h, on the first day the 4 h after the morning hold none.
  const Capacity found = it.ask();
  CHECK(found.bound == 9);
  CHECK(found.placed == 9);
}

TEST_CASE("a limit on days a week binds before the hours do, and one more lead moves the bound") {
  TwoWeeks it;
  it.change(it.lead, [](Facilitator& f) { f.max_days_week = 2; });
  it.add_room("R2", 12);
  // Week one: Monday's afternoon and one more day, 1 + 2 halves; week two: 2 days, 4 halves.
  const Capacity found = it.ask();
  CHECK(found.bound == 7);
  CHECK(found.placed == 7);
  REQUIRE(found.limits[0].kind == ResourceKind::facilitators);
  CHECK(found.limits[0].cohorts == 7);
  CHECK(found.limits[0].with_one_more == 14);

  it.change(it.lead, [](Facilitator& f) { f.max_minutes_week = 480; });
  // 8 h a week: 4 h are taken in week one, so 1 + 2.
  CHECK(it.ask().bound == 3);
  CHECK(it.ask().placed == 3);
}

TEST_CASE("modules that share their leads are counted together") {
  TwoWeeks it;
  const auto second = it.add_module("M2", 240);
  Qualification also;
  also.facilitator = it.lead;
  also.module = second;
  also.level = QualificationLevel::lead;
  it.put(also);
  it.add_room("R2", 12);
  // 19 halves, two for each cohort.
  const Capacity found = it.ask();
  CHECK(found.bound == 9);
  CHECK(found.placed == 9);
  CHECK(found.limits[0].modules == std::vector<std::string>{"M1", "M2"});
  CHECK(found.undated == 1);  // MGR-1 has no M2 yet
}

TEST_CASE("a second lead for one of two modules helps that one only") {
  TwoWeeks it;
  const auto second = it.add_module("M2", 240);
  it.add_room("R2", 12);
  const auto bo = it.add_facilitator("BO", {it.module, second});
  it.change(bo, [](Facilitator& f) { f.until = day(1, 8); });
  // Only BO may lead M2: ten halves in week one. Both may lead M1.
  const Capacity found = it.ask();
  CHECK(found.limits[0].who == std::vector<std::string>{"BO"});
  CHECK(found.limits[0].modules == std::vector<std::string>{"M2"});
  CHECK(found.bound == 10);
  CHECK(found.placed == 10);
}

TEST_CASE("set-up between meetings is no room for another") {
  TwoWeeks it;
  it.add_facilitator("BO", {it.module});
  it.change(it.room, [](Room& r) { r.setup_minutes = 30; });
  // 4 h, half an hour, 4 h do not fit into 8 h: one a day, none on the first.
  const Capacity found = it.ask();
  CHECK(found.limits[0].kind == ResourceKind::rooms);
  CHECK(found.bound == 9);
  CHECK(found.placed == 9);
}

TEST_CASE("a unit that may miss two at once carries what its people's hours allow") {
  TwoWeeks it;
  Unit unit;
  unit.code = "OPS";
  unit.name = "Operations";
  unit.max_away = 2;
  const auto ops = it.put(unit);
  for (int i = 0; i < 2; ++i)
    it.change(it.people[static_cast<std::size_t>(i)], [&](Person& p) { p.unit = ops; });
  it.add_facilitator("BO", {it.module});
  it.add_room("R2", 12);
  // 80 h less the first morning, two people at a time: 152 h; a cohort takes two people for 4 h.
  const Capacity found = it.ask();
  CHECK(found.bound == 19);
  CHECK(found.placed == 19);
  const CapacityLimit* away = it.limit(found, ResourceKind::units);
  REQUIRE(away);
  CHECK(away->free_minutes == 2 * 76 * 60);
  CHECK(away->needed_minutes == 2 * 240);
  // With one more away at once two still cannot be four.
  CHECK(away->with_one_more == 19);
}

TEST_CASE("people added do not raise what a unit may miss in per cent") {
  TwoWeeks it;
  Unit unit;
  unit.code = "OPS";
  unit.name = "Operations";
  unit.max_away_percent = 40;  // of five: two
  const auto ops = it.put(unit);
  for (int i = 0; i < 5; ++i) {
    it.change(it.people[static_cast<std::size_t>(i)],
              [&](Person& p) { p.unit = i < 2 ? ops : Id<Unit>{}; });
  }
  for (int i = 0; i < 3; ++i) {
    Person other;
    other.number = std::to_string(9001 + i);
    other.name = other.number;
    other.site = it.site;
    other.unit = ops;
    it.put(other);
  }
  it.add_facilitator("BO", {it.module});
  it.add_room("R2", 12);
  CHECK(it.ask().bound == 19);
  CHECK(it.ask().placed == 19);
  const Program fixed = schedule::with_fixed_limits(it.program, schedule::Headcount::least);
  CHECK(fixed.units.at(ops).max_away == 2);
  CHECK_FALSE(fixed.units.at(ops).max_away_percent);
}

TEST_CASE(
    "where no plan can place even one cohort, both figures are nought and the session is named") {
  TwoWeeks it;
  it.change(it.lead, [](Facilitator& f) { f.languages = {"nl"}; });
  it.change(it.cohort, [](Cohort& c) { c.language = "fr"; });
  const Capacity found = it.ask();
  CHECK(found.bound == 0);
  CHECK(found.placed == 0);
  CHECK(found.no_place == std::vector<std::string>{"P+1/M1"});
}

TEST_CASE("where days must follow each other, the engine may place fewer than counting allows") {
  TwoWeeks it;
  const auto second = it.add_module("M2", 240);
  const auto bo = it.add_facilitator("BO", {second});
  it.add_room("R2", 12);
  it.needs(second, it.module, 3, {}, {});
  it.change(it.lead, [](Facilitator& f) { f.working_days = {0x01}; });  // Mondays
  it.change(bo, [](Facilitator& f) { f.working_days = {0x04}; });       // Wednesdays
  // ANA has 4 Jan in the afternoon and all of 11 Jan: three halves. BO has 6 and 13 Jan, and M2 is
  // possible from 7 Jan on: two halves. But after 11 Jan no Wednesday is three days away.
  const Capacity found = it.ask();
  CHECK(found.bound == 2);
  CHECK(found.limits[0].who == std::vector<std::string>{"BO"});
  CHECK(found.placed == 1);
  CHECK(found.finish == std::vector<Date>{day(1, 13)});
  CHECK_FALSE(found.next.empty());
}

TEST_CASE("the cohort to go by is the one of the middle size, and nothing of its people is taken") {
  TwoWeeks it;
  const auto small = it.add_cohort("MGR-0");
  it.add_people(small, 2, 2001);
  const auto large = it.add_cohort("MGR-2");
  it.add_people(large, 9, 3001);
  const auto empty = it.add_cohort("MGR-3");
  const Cohort* typical = schedule::typical_cohort(it.program, it.programme);
  REQUIRE(typical);
  CHECK(typical->code == "MGR-1");
  Program with = it.program;
  const auto made = schedule::add_another(with, large, 1);
  CHECK(with.cohorts.at(made).code == "P+1");
  const auto learners = schedule::learners_of(with, made);
  CHECK(learners.size() == 9);
  CHECK(learners[0]->number == "P+1-001");

  CapacityOptions options;
  options.like = empty;
  const auto none = capacity(it.program, it.programme, options);
  REQUIRE_FALSE(none);
  CHECK(none.error()[0].code == ErrorCode::bad_usage);
}
