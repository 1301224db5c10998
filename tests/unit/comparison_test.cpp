// Two plans on one page: every figure from rows that can be counted by hand.
#include "planner/schedule/comparison.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::hour;
using tandem::test::OneModule;

namespace {

// M1 of six people on Tue 2 Feb 09:00 to 13:00 with ANA in R1; M2 may follow it, at best two weeks
// later, and is held on Tue 16 Feb. ANA costs 800.00 a day, R1 100.00. Today is Mon 25 Jan.
struct Planned : OneModule {
  std::vector<Id<Person>> people = add_people(cohort, 6);
  Id<Module> next = add_module("M2", 240);
  Id<Session> one = add_session("MGR-1/M1", cohort, module);
  Id<Session> two = add_session("MGR-1/M2", cohort, next);

  Planned() {
    Qualification also;
    also.facilitator = lead;
    also.module = next;
    also.level = QualificationLevel::lead;
    put(also);
    needs(next, module, 1, 14, {});
    add_meeting(one, day(2, 2), hour(9), hour(13), room, lead);
    add_meeting(two, day(2, 16), hour(9), hour(13), room, lead);
    book(one, people);
    book(two, people);
    change(lead, [](Facilitator& f) { f.day_rate = 80'000; });
    change(room, [](Room& r) { r.day_cost = 10'000; });
  }

  Meeting meeting(Id<Session> session) const {
    for (const Meeting& m : program.meetings)
      if (m.session == session) return m;
    return {};
  }
  template <class Change>
  Planned changed(Id<Session> session, Change edit) const {
    Planned out = *this;
    Meeting m = meeting(session);
    edit(m);
    out.put(m);
    return out;
  }
  PlanComparison against(const Planned& other) const {
    return compare_plans(program, other.program, day(1, 25));
  }
};

}  // namespace

TEST_CASE("a plan against itself: nothing moved, nobody to tell, the same figures") {
  const Planned plan;
  const PlanComparison same = plan.against(plan);
  CHECK(same.changes.sessions.empty());
  CHECK(same.changes.touched() == 0);
  CHECK(same.minutes_lost == 0);
  CHECK(same.minutes_gained == 0);
  CHECK(same.before.cost == same.after.cost);
  CHECK(same.before.by_cohort == same.after.by_cohort);
  REQUIRE(same.before.cohorts.size() == 1);
  CHECK(same.before.cohorts[0].cost == 2 * (80'000 + 10'000));
  CHECK(same.before.cohorts[0].finish == day(2, 16));
  CHECK(same.before.cohorts[0].learner_minutes == 2 * 6 * 240);
}

TEST_CASE("a session two days later: six people to tell, the gap and the last day as counted") {
  const Planned plan;
  const PlanComparison moved =
      plan.against(plan.changed(plan.two, [](Meeting& m) { m.date = day(2, 18); }));
  REQUIRE(moved.changes.sessions.size() == 1);
  CHECK(moved.changes.sessions[0].text == "MGR-1/M2: Tue 16 Feb 09:00 becomes Thu 18 Feb 09:00");
  CHECK(moved.changes.people.size() == 6);
  CHECK(moved.changes.facilitators.empty());  // ANA has as many meetings as before
  CHECK(moved.changes.notice_days == 22);     // to Tue 16 Feb
  CHECK(moved.after.cohorts[0].finish == day(2, 18));
  // 16 days in place of the ideal 14: (16 - 14) squared.
  CHECK((*moved.before.cost)[Tier::spacing] == 0);
  CHECK((*moved.after.cost)[Tier::spacing] == 4);
  CHECK((*moved.after.cost)[Tier::finish] - (*moved.before.cost)[Tier::finish] == 2);
  CHECK((*moved.after.cost)[Tier::changes] == 0);  // nothing of it was published
  CHECK(moved.minutes_lost == 0);
  CHECK(moved.minutes_gained == 0);
}

TEST_CASE("moving what is published counts in the tier of changes: learners and facilitators") {
  Planned plan;
  plan.change(plan.one, [](Session& s) { s.status = SessionStatus::published; });
  const auto bo = plan.add_facilitator("BO", {plan.module});
  const PlanComparison moved =
      plan.against(plan.changed(plan.one, [&](Meeting& m) { m.leads = {bo}; }));
  // Six learners have another lead; ANA loses a meeting and BO has one more.
  CHECK(moved.changes.touched() == 8);
  CHECK((*moved.after.cost)[Tier::changes] == 8);
}

TEST_CASE("a session without a date: its hours are lost, and it stands in one plan only") {
  const Planned plan;
  Planned without = plan;
  without.program.meetings.erase(plan.meeting(plan.two).id);
  const PlanComparison lost = plan.against(without);
  CHECK(lost.minutes_lost == 6 * 240);
  CHECK(lost.minutes_gained == 0);
  CHECK(lost.only_before == std::vector<std::string>{"MGR-1/M2"});
  CHECK(lost.only_after.empty());
  CHECK(lost.after.unplaced == std::vector<std::string>{"MGR-1/M2"});
  CHECK((*lost.after.cost)[Tier::unplaced] == 1);
  CHECK(lost.changes.touched() == 7);  // six learners, and ANA who loses a meeting
  const PlanComparison won = without.against(plan);
  CHECK(won.minutes_gained == 6 * 240);
  CHECK(won.only_after == std::vector<std::string>{"MGR-1/M2"});
}

TEST_CASE("a session that only one plan has is a change for all who sit in it") {
  Planned plan;
  const Planned without = plan;
  const auto third = plan.add_module("M3", 120);
  const auto session = plan.add_session("MGR-1/M3", plan.cohort, third);
  plan.add_meeting(session, day(3, 2), hour(9), hour(11), plan.room, plan.lead);
  plan.book(session, plan.people);
  const PlanComparison added = compare_plans(without.program, plan.program, day(1, 25));
  REQUIRE(added.changes.sessions.size() == 1);
  CHECK(added.changes.sessions[0].text == "MGR-1/M3: now on Tue 2 Mar 09:00");
  CHECK(added.changes.touched() == 7);
}

TEST_CASE("the same session made in two branches is one session, whatever its ids") {
  const Planned plan;
  Planned other = plan;
  const Session old = other.program.sessions.at(other.two);
  std::vector<Meeting> meetings;
  std::vector<Seat> seats;
  for (const Meeting& m : other.program.meetings)
    if (m.session == old.id) meetings.push_back(m);
  for (const Seat& s : other.program.seats)
    if (s.session == old.id) seats.push_back(s);
  other.program.sessions.erase(old.id);
  Session again = old;
  again.id = {};
  const auto id = other.put(again);
  for (Meeting m : meetings) {
    m.session = id;
    other.put(m);
  }
  for (Seat s : seats) {
    s.session = id;
    other.put(s);
  }
  const PlanComparison same = plan.against(other);
  CHECK(same.changes.sessions.empty());
  CHECK(same.minutes_lost == 0);
}

TEST_CASE("early starts, travel and odd days are counted by the learner's own clock and calendar") {
  Planned plan;
  const auto lisbon = plan.add_site("LIS", "Europe/Lisbon");
  plan.change(plan.people[0], [&](Person& p) { p.site = lisbon; });
  Holiday carnival;
  carnival.site = lisbon;
  carnival.date = day(2, 16);
  carnival.name = "Carnival";
  plan.put(carnival);
  const PlanFigures now = plan.against(plan).before;
  REQUIRE(now.by_cohort.size() == 1);
  // Two meetings of six. 09:00 in Amsterdam is 08:00 in Lisbon: early twice for the one from
  // there, who travels twice; the second time on a holiday at home.
  CHECK(now.by_cohort[0] == DateBurden{"MGR-1", 12, 2, 2, 1});

  const auto saturday = plan.changed(plan.one, [](Meeting& m) { m.date = day(2, 6); });
  CHECK(plan.against(saturday).after.by_cohort[0] == DateBurden{"MGR-1", 12, 2, 2, 1 + 6});
  const auto virtually = plan.changed(plan.one, [](Meeting& m) { m.room = {}; });
  CHECK(plan.against(virtually).after.by_cohort[0] == DateBurden{"MGR-1", 12, 2, 1, 1});
}
