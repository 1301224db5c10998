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

  Repair mend(const Disruption& disruption) const {
    RepairOptions options;
    options.as_of = day(1, 25);
    options.steps = 500;
    auto mended = repair(program, disruption, options);
    REQUIRE(mended);
    for (const Violation& v : verify(mended->after, options.as_of))
      FAIL_CHECK(word(v.rule) << " " << v.session << ": " << v.text);
    return *mended;
  }
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

TEST_CASE("where somebody else may lead, the hour stays and they do") {
  Planned plan;
  const auto bo = plan.add_facilitator("BO", {plan.module});
  const Repair mended = plan.mend({plan.lead, day(2, 1), day(2, 5)});
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
  CHECK(plan.only(plan.mend({plan.lead, day(2, 1), day(2, 5)})).leads == std::vector{bo});
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
