// Mending a plan after something has happened, on Programs small enough to check by eye.
#include "planner/schedule/repair.hpp"

#include <algorithm>

#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::hour;
using tandem::test::OneModule;

namespace {

// M1 of six people on Tue 2 Feb 09:00 to 13:00 with ANA in R1, published; today is Mon 25 Jan.
struct Planned : OneModule {
  std::vector<Id<Person>> people = add_people(cohort, 6);
  Id<Session> session = add_session("MGR-1/M1", cohort, module, SessionStatus::published);
  Planned() {
    add_meeting(session, day(2, 2), hour(9), hour(13), room, lead);
    book(session, people);
  }

  // Every alternative keeps every rule, or this fails.
  std::vector<Repair> all(const Disruption& disruption, RepairOptions options = {}) const {
    options.as_of = day(1, 25);
    auto mended = repairs(program, disruption, options);
    REQUIRE(mended);
    for (const Repair& each : *mended)
      for (const Violation& v : verify(each.after, options.as_of))
        FAIL_CHECK(word(v.rule) << " " << v.session << ": " << v.text);
    return *mended;
  }
  Repair mend(const Disruption& disruption) const { return all(disruption).front(); }
  const PlannedMeeting& only(const Repair& mended) const {
    REQUIRE(mended.changes.sessions.size() == 1);
    REQUIRE(mended.changes.sessions[0].is.size() == 1);
    return mended.changes.sessions[0].is[0];
  }
};

}  // namespace

TEST_CASE("what is not in the way changes nothing") {
  const Planned plan;
  const Repair mended = plan.mend({plan.lead, day(2, 8), day(2, 12)});
  CHECK(mended.broken.empty());
  CHECK(mended.changes.sessions.empty());
  CHECK(mended.changes.touched() == 0);
}

TEST_CASE(
    "where somebody else may lead, the hour stays and they do, or the date moves for one fewer") {
  Planned plan;
  const auto bo = plan.add_facilitator("BO", {plan.module});
  const auto ways = plan.all({plan.lead, day(2, 1), day(2, 5)});
  REQUIRE(ways.size() == 2);
  // ANA on another day: the six learners alone hear of it. Fri 29 Jan is four days off, Mon 8 Feb
  // six.
  CHECK(ways[0].aims == std::vector{Aim::fewest_people});
  CHECK(plan.only(ways[0]).date == day(1, 29));
  CHECK(ways[0].changes.touched() == 6);
  CHECK(ways[0].meter.days == 4);
  CHECK(ways[0].fewest_proven());

  const Repair& mended = ways[1];
  CHECK(mended.aims == std::vector{Aim::same_days});
  CHECK(mended.meter.days == 0);
  CHECK(mended.broken == std::vector<std::string>{"MGR-1/M1"});
  const PlannedMeeting& now = plan.only(mended);
  CHECK(now.date == day(2, 2));
  CHECK(now.start == hour(9));
  CHECK(now.leads == std::vector{bo});
  // Six learners have another lead, BO one meeting more; ANA is ill and need not be told.
  CHECK(mended.changes.people.size() == 6);
  CHECK(mended.changes.facilitators == std::vector{bo});
  CHECK(mended.changes.notice_days == 8);
  CHECK(mended.changes.sessions[0].text ==
        "MGR-1/M1: Tue 2 Feb 09:00 is led by BO in place of ANA");
}

TEST_CASE("where nobody else may lead, the nearest day on which they are back is taken") {
  const Planned plan;
  const Repair mended = plan.mend({plan.lead, day(2, 2), day(2, 12)});
  // Mon 1 Feb is one day off, Mon 15 Feb thirteen.
  CHECK(plan.only(mended).date == day(2, 1));
  CHECK(plan.only(mended).leads == std::vector{plan.lead});
  CHECK(mended.changes.facilitators.empty());
}

TEST_CASE("a closed room is changed for another of the same hour") {
  Planned plan;
  const auto other = plan.add_room("R2", 12);
  const Repair mended = plan.mend({plan.room, day(2, 2), day(2, 2)});
  CHECK(plan.only(mended).date == day(2, 2));
  CHECK(plan.only(mended).room == other);
  CHECK(plan.only(mended).leads == std::vector{plan.lead});
}

TEST_CASE("a cohort that cannot come meets on another day, and the blackout is written down") {
  const Planned plan;
  const Repair mended = plan.mend({plan.cohort, day(2, 1), day(2, 3)});
  CHECK(words(plan.only(mended).date) == "Thu 4 Feb");
  CHECK(mended.after.blackouts.size() == plan.program.blackouts.size() + 1);
}

TEST_CASE("a person out for a day changes groups where the other group has a seat") {
  Planned plan;
  plan.change(plan.module, [](Module& m) { m.capacity = 4; });
  // Three and three; the second group meets on Thu 4 Feb.
  const auto second = plan.add_session("MGR-1/M1/2", plan.cohort, plan.module);
  plan.add_meeting(second, day(2, 4), hour(9), hour(13), plan.room, plan.lead);
  std::vector<Id<Seat>> back;
  for (const Seat& seat : plan.program.seats)
    if (std::find(plan.people.begin() + 3, plan.people.end(), seat.person) != plan.people.end())
      back.push_back(seat.id);
  for (const auto id : back) plan.program.seats.erase(id);
  plan.book(second, {plan.people.begin() + 3, plan.people.end()});

  const Repair mended = plan.mend({plan.people[0], day(2, 2), day(2, 2)});
  CHECK(mended.broken.empty());
  CHECK(mended.changes.people == std::vector{plan.people[0]});
  CHECK(mended.changes.facilitators.empty());
  CHECK(mended.changes.sessions.size() == 2);  // a seat given back, a seat taken
}

TEST_CASE("what is pinned, delivered or already behind stays where it is") {
  for (const bool pinned : {true, false}) {
    Planned plan;
    plan.change(plan.session, [&](Session& s) {
      s.pinned = pinned;
      if (!pinned) s.status = SessionStatus::delivered;
    });
    RepairOptions options;
    options.as_of = day(1, 25);
    const auto mended = repair(plan.program, {plan.lead, day(2, 1), day(2, 5)}, options);
    REQUIRE(mended);
    CHECK(mended->changes.sessions.empty());
  }
}

TEST_CASE("a frozen session moves only when what has happened breaks it") {
  Planned plan;
  plan.change(plan.program.workspace().id, [](Workspace& w) { w.freeze_days = 30; });
  const auto bo = plan.add_facilitator("BO", {plan.module});
  CHECK(plan.mend({bo, day(2, 1), day(2, 5)}).changes.sessions.empty());
  CHECK(plan.only(plan.all({plan.lead, day(2, 1), day(2, 5)})[1]).leads == std::vector{bo});
}

TEST_CASE("a session without any other place is named, and its date is taken away") {
  const Planned plan;
  const Repair mended = plan.mend({plan.lead, day(1, 25), day(12, 31)});
  CHECK(mended.unplaced == std::vector<std::string>{"MGR-1/M1"});
  REQUIRE(mended.changes.sessions.size() == 1);
  CHECK(mended.changes.sessions[0].is.empty());
  CHECK(mended.changes.sessions[0].text == "MGR-1/M1: Tue 2 Feb 09:00 has no place any more");
}

TEST_CASE("the rest of the plan keeps its days when one session has to move") {
  Planned plan;
  const auto next = plan.add_module("M2", 120);
  plan.change(plan.lead, [&](Facilitator&) {});
  const auto bo = plan.add_facilitator("BO", {next});
  plan.needs(next, plan.module, 7, 14, 60);
  const auto later = plan.add_session("MGR-1/M2", plan.cohort, next, SessionStatus::planned);
  plan.add_meeting(later, day(3, 2), hour(9), hour(11), plan.room, bo);
  plan.book(later, plan.people);
  // The ideal of 14 days is no reason to move M2: it stays.
  const Repair mended = plan.mend({plan.lead, day(2, 2), day(2, 2)});
  REQUIRE(mended.changes.sessions.size() == 1);
  CHECK(mended.changes.sessions[0].session == "MGR-1/M1");
}

TEST_CASE("a stretch that ends before it begins is bad usage") {
  const Planned plan;
  const auto mended = repair(plan.program, {plan.lead, day(2, 5), day(2, 1)});
  REQUIRE_FALSE(mended);
  CHECK(mended.error()[0].code == ErrorCode::bad_usage);
}

TEST_CASE("the same disruption and seed are mended in the same way") {
  Planned plan;
  plan.add_facilitator("BO", {plan.module});
  plan.add_facilitator("CY", {plan.module});
  const Disruption ill{plan.lead, day(2, 1), day(2, 5)};
  CHECK(plan.mend(ill).proposal == plan.mend(ill).proposal);
}

TEST_CASE("nothing moves further than allowed, and what cannot then loses its place") {
  const Planned plan;
  RepairOptions options;
  options.most_days = 12;
  // ANA is out on the Tuesdays 2 and 9 Feb and between: Mon 1 Feb is a day off.
  const Disruption ill{plan.lead, day(2, 2), day(2, 12)};
  CHECK(plan.only(plan.all(ill, options)[0]).date == day(2, 1));
  // Out from the day before to the Friday after next, the nearest are 13 days later, 4 earlier.
  options.most_days = 3;
  const auto none = plan.all({plan.lead, day(1, 30), day(2, 12)}, options);
  CHECK(none[0].unplaced == std::vector<std::string>{"MGR-1/M1"});
  CHECK_FALSE(none[0].fewest_proven());
}

TEST_CASE("notice is kept where people ask for it, though more of them have to be told") {
  Planned plan;
  plan.add_facilitator("BO", {plan.module});
  plan.change(plan.program.workspace().id, [](Workspace& w) { w.notice_days = 14; });
  // Today is Mon 25 Jan: with fourteen days of notice no new date lies before Mon 8 Feb. Fri 29 Jan
  // and Mon 8 Feb tell six people each; the nearer wins unless notice comes first.
  const auto ways = plan.all({plan.lead, day(2, 1), day(2, 5)});
  REQUIRE(ways.size() == 3);
  CHECK(plan.only(ways[0]).date == day(1, 29));
  CHECK(ways[2].aims == std::vector{Aim::more_notice});
  CHECK(plan.only(ways[2]).date == day(2, 8));
  // The old date is nearer than that for all, whatever is done: 25 Jan to 2 Feb are 8 days.
  CHECK(ways[2].meter.short_notice == 6);
}

TEST_CASE("a session without a free day gets that of a smaller one, which moves") {
  // ANA leads M1 of six on Tue 2 Feb and M2 of two on Thu 4 Feb, and works on no other days of the
  // planning but Tue 9 Feb, when she is to be on leave now.
  Planned plan;
  const auto small = plan.add_module("M2", 240);
  const auto pair = plan.add_cohort("MGR-2");
  const auto two = plan.add_people(pair, 2, 2001);
  Qualification may;
  may.facilitator = plan.lead;
  may.module = small;
  may.level = QualificationLevel::lead;
  plan.put(may);
  plan.add_facilitator("BO", {small});
  const auto away = [&](Date from, Date to) {
    Absence row;
    row.kind = AbsenceKind::facilitator;
    row.code = {plan.lead.value};
    row.from = from;
    row.to = to;
    plan.put(row);
  };
  away(day(1, 1), day(2, 1));
  away(day(2, 3), day(2, 3));
  away(day(2, 5), day(6, 25));
  plan.change(plan.lead, [](Facilitator& f) { f.max_minutes_week = 480; });
  const auto other = plan.add_session("MGR-2/M2", pair, small, SessionStatus::published);
  plan.add_meeting(other, day(2, 4), hour(9), hour(13), plan.room, plan.lead);
  plan.book(other, two);
  plan.change(plan.room, [](Room& r) { r.capacity = 12; });
  plan.change(plan.cohort, [](Cohort& c) {
    c.day_start = hour(9);
    c.day_end = hour(13);
  });
  const auto ways = plan.all({plan.lead, day(2, 2), day(2, 2)});
  // M1 takes Thu 4 Feb 09:00 with ANA and tells six; M2 keeps its hour with BO only in another room
  // (there is none), or moves within its day: two learners more.
  const Repair& first = ways[0];
  CHECK(first.unplaced.empty());
  CHECK(first.meter.sessions == 2);
  CHECK(first.least_sessions == 2);
  CHECK(first.fewest_proven());
  CHECK(first.changes.people.size() == 8);
}
