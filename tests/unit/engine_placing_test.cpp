// Where the engine puts sessions: each rule alone, in a Program small enough to check by eye.
#include "planner/schedule/solve.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::hour;
using tandem::test::OneModule;
using tandem::test::SmallProgram;

namespace {

// Six people of one cohort, who take one module.
struct Case : OneModule {
  std::vector<Id<Person>> people = add_people(cohort, 6);
};

Outcome plan(const SmallProgram& small, SolveOptions options = {}) {
  if (options.steps == kDefaultSteps) options.steps = 400;
  auto outcome = solve(small.program, options);
  REQUIRE(outcome);
  for (const Violation& v : verify(small.program, outcome->proposal))
    FAIL_CHECK(word(v.rule) << " " << v.session << ": " << v.text);
  return *outcome;
}

const PlannedSession& session(const Outcome& outcome, const std::string& code) {
  for (const PlannedSession& s : outcome.proposal.sessions)
    if (s.code == code) return s;
  FAIL("no session " << code);
  return outcome.proposal.sessions.front();
}

const PlannedMeeting& meeting(const Outcome& outcome, const std::string& code, std::size_t k = 0) {
  const auto& meetings = session(outcome, code).meetings;
  REQUIRE(meetings.size() > k);
  return meetings[k];
}

}  // namespace

TEST_CASE("a session is made for a cohort's module and held in the first hours that suit all") {
  Case small;
  const auto outcome = plan(small);
  CHECK(outcome.status == OutcomeStatus::complete);
  REQUIRE(outcome.proposal.sessions.size() == 1);
  CHECK(session(outcome, "MGR-1/M1").seats == small.people);
  // Mon 4 Jan 09:00 to 13:00, 4 h.
  const auto& m = meeting(outcome, "MGR-1/M1");
  CHECK(m.date == day(1, 4));
  CHECK(m.start == hour(9));
  CHECK(m.end == hour(13));
  CHECK(m.room == small.room);
  CHECK(m.leads == std::vector{small.lead});
}

TEST_CASE("holidays, blackouts, absences and protected hours are never booked over") {
  Case small;
  small.put(Holiday{{}, small.site, day(1, 4), "New Year, later"});
  Blackout blackout;  // Tue 5 Jan, whole day
  blackout.scope = BlackoutScope::cohort;
  blackout.code = {small.cohort.value};
  blackout.from = blackout.to = day(1, 5);
  small.put(blackout);
  Absence absence;  // Wed 6 Jan: one learner
  absence.kind = AbsenceKind::person;
  absence.code = {small.people[3].value};
  absence.from = absence.to = day(1, 6);
  small.put(absence);
  absence = {};  // Thu 7 Jan: the lead
  absence.kind = AbsenceKind::facilitator;
  absence.code = {small.lead.value};
  absence.from = absence.to = day(1, 7);
  small.put(absence);
  ProtectedTime thinking;  // Fridays 10:00 to 12:00 leave 4 h from 12:00
  thinking.scope = ProtectedScope::person;
  thinking.code = {small.people[0].value};
  thinking.weekday = {0x10};
  thinking.start = hour(10);
  thinking.end = hour(12);
  small.put(thinking);
  const auto outcome = plan(small);
  CHECK(meeting(outcome, "MGR-1/M1").date == day(1, 8));
  CHECK(meeting(outcome, "MGR-1/M1").start == hour(12));
}

TEST_CASE("blackout hours block those hours of each of the dates only") {
  Case small;
  Blackout blackout;  // 10:00 to 13:00 every day of January: 4 h fit from 13:00
  blackout.scope = BlackoutScope::all;
  blackout.from = day(1, 1);
  blackout.to = day(1, 31);
  blackout.start = hour(10);
  blackout.end = hour(13);
  small.put(blackout);
  CHECK(meeting(plan(small), "MGR-1/M1").start == hour(13));
}

TEST_CASE("nothing is placed before as_of") {
  Case small;
  SolveOptions options;
  options.as_of = day(2, 10);
  CHECK(meeting(plan(small, options), "MGR-1/M1").date == day(2, 10));
}

TEST_CASE("own dates of a cohort's module bind") {
  Case small;
  CohortModule choice;
  choice.cohort = small.cohort;
  choice.module = small.module;
  choice.not_before = day(3, 9);
  choice.not_after = day(3, 10);
  small.put(choice);
  CHECK(meeting(plan(small), "MGR-1/M1").date == day(3, 9));
}

TEST_CASE("a module follows what it needs by the ideal where nothing stands against it") {
  Case small;
  const auto next = small.add_module("M2", 120);
  small.add_facilitator("BO", {next});
  small.needs(next, small.module, 7, 14, 21);
  const auto outcome = plan(small);
  CHECK(meeting(outcome, "MGR-1/M1").date == day(1, 4));
  CHECK(meeting(outcome, "MGR-1/M2").date == day(1, 18));  // 4 + 14
  CHECK(outcome.cost[Tier::spacing] == 0);
}

TEST_CASE("a longest gap that cannot be kept moves what comes before") {
  Case small;
  const auto next = small.add_module("M2", 120);
  const auto lead = small.add_facilitator("BO", {next});
  small.needs(next, small.module, 1, {}, 10);
  Absence absence;  // M2 can be led from Mon 1 Mar on only
  absence.kind = AbsenceKind::facilitator;
  absence.code = {lead.value};
  absence.from = day(1, 1);
  absence.to = day(2, 28);
  small.put(absence);
  const auto outcome = plan(small);
  CHECK(outcome.status == OutcomeStatus::complete);
  CHECK(meeting(outcome, "MGR-1/M2").date >= day(3, 1));
  CHECK(meeting(outcome, "MGR-1/M1").date >= day(2, 19));  // at most 10 days before
}

TEST_CASE("the meetings of one session keep their order and their gaps") {
  Case small;
  small.change(small.module, [](Module& m) {
    m.meetings = 3;
    m.meeting_minutes = {120, 60, 60};
    m.meeting_gap_min_days = 7;
    m.meeting_gap_max_days = 10;
  });
  const auto outcome = plan(small);
  CHECK(meeting(outcome, "MGR-1/M1", 0).end == hour(11));
  CHECK(meeting(outcome, "MGR-1/M1", 1).date == day(1, 11));
  CHECK(meeting(outcome, "MGR-1/M1", 2).date == day(1, 18));
}

TEST_CASE("two cohorts never share a lead or a room at one time") {
  Case small;
  const auto other = small.add_cohort("MGR-2");
  small.add_people(other, 6, 2001);
  const auto outcome = plan(small);
  const auto& a = meeting(outcome, "MGR-1/M1");
  const auto& b = meeting(outcome, "MGR-2/M1");
  CHECK((a.date != b.date || a.end <= b.start || b.end <= a.start));
}

TEST_CASE("set-up time is kept free between meetings of a room") {
  Case small;
  small.change(small.room, [](Room& r) { r.setup_minutes = 45; });
  const auto other = small.add_cohort("MGR-2");
  small.add_people(other, 6, 2001);
  small.change(small.module, [](Module& m) { m.minutes = 120; });
  small.add_facilitator("BO", {small.module});
  const auto outcome = plan(small);
  // 09:00 to 11:00, then 45 minutes, then the next slot: 12:00.
  CHECK(meeting(outcome, "MGR-1/M1").date == meeting(outcome, "MGR-2/M1").date);
  CHECK(std::max(meeting(outcome, "MGR-1/M1").start, meeting(outcome, "MGR-2/M1").start) ==
        hour(12));
}

TEST_CASE("a room needs what the module and the people in it need") {
  Case small;
  small.change(small.module, [](Module& m) { m.room_features = {"lab"}; });
  Arrangement step_free;
  step_free.person = small.people[0];
  step_free.kind = ArrangementKind::step_free;
  small.put(step_free);
  small.change(small.add_room("LAB-1", 8), [](Room& r) { r.features = {"lab"}; });
  const auto good = small.add_room("LAB-2", 8);
  small.change(good, [](Room& r) { r.features = {"step_free", "lab"}; });
  CHECK(meeting(plan(small), "MGR-1/M1").room == good);
}

TEST_CASE("a lead speaks the cohort's language and works at its site") {
  Case small;
  small.change(small.cohort, [](Cohort& c) { c.language = "fr"; });
  small.change(small.lead, [](Facilitator& f) { f.languages = {"en"}; });
  const auto elsewhere = small.add_site("LIL");
  const auto away = small.add_facilitator("AWAY", {small.module});
  small.change(away, [&](Facilitator& f) { f.sites = {elsewhere}; });
  const auto right = small.add_facilitator("CLAIRE", {small.module});
  small.change(right, [](Facilitator& f) { f.languages = {"en", "fr"}; });
  CHECK(meeting(plan(small), "MGR-1/M1").leads == std::vector{right});
}

TEST_CASE("leads and co-facilitators are different people, each qualified") {
  Case small;
  small.change(small.module, [](Module& m) {
    m.leads = 1;
    m.cofacilitators = 1;
  });
  const auto helper = small.add_facilitator("BO", {});
  Qualification skill;
  skill.facilitator = helper;
  skill.module = small.module;
  skill.level = QualificationLevel::co;
  small.put(skill);
  const auto outcome = plan(small);
  CHECK(meeting(outcome, "MGR-1/M1").leads == std::vector{small.lead});
  CHECK(meeting(outcome, "MGR-1/M1").cofacilitators == std::vector{helper});
}

TEST_CASE("a facilitator works no more days a week than agreed") {
  Case small;
  small.change(small.lead, [](Facilitator& f) { f.max_days_week = 1; });
  small.change(small.module, [](Module& m) { m.minutes = 420; });
  for (int c = 2; c <= 4; ++c) {
    const auto cohort = small.add_cohort("MGR-" + std::to_string(c));
    small.add_people(cohort, 3, 1000 * c);
  }
  const auto outcome = plan(small);
  std::vector<Date> weeks;
  for (const auto& s : outcome.proposal.sessions) {
    REQUIRE(s.meetings.size() == 1);
    weeks.push_back(week_start(s.meetings.front().date));
  }
  std::sort(weeks.begin(), weeks.end());
  CHECK(std::adjacent_find(weeks.begin(), weeks.end()) == weeks.end());
}

TEST_CASE("a facilitator is away from home no more days running than agreed") {
  Case small;
  const auto home = small.add_site("LIL");
  small.change(small.lead, [&](Facilitator& f) {
    f.sites = {home, small.site};
    f.max_travel_days = 1;
  });
  small.change(small.module, [](Module& m) { m.minutes = 420; });
  for (int c = 2; c <= 3; ++c) {
    const auto cohort = small.add_cohort("MGR-" + std::to_string(c));
    small.add_people(cohort, 3, 1000 * c);
  }
  const auto outcome = plan(small);
  std::vector<Date> dates;
  for (const auto& s : outcome.proposal.sessions) dates.push_back(s.meetings.at(0).date);
  std::sort(dates.begin(), dates.end());
  for (std::size_t i = 1; i < dates.size(); ++i) CHECK(dates[i] - dates[i - 1] >= days{2});
}

TEST_CASE("hours a week are counted over the weeks they are averaged on, lighter weeks by half") {
  Case small;
  small.change(small.cohort, [](Cohort& c) {
    c.max_minutes_week = 240;
    c.load_window_weeks = 2;
  });
  const auto second = small.add_module("M2", 240);
  const auto third = small.add_module("M3", 240);
  small.add_facilitator("BO", {second, third});
  const auto outcome = plan(small);
  // Two weeks hold 480 minutes: the third session cannot be in the first fortnight.
  std::vector<Date> weeks;
  for (const auto& s : outcome.proposal.sessions)
    weeks.push_back(week_start(s.meetings.at(0).date));
  std::sort(weeks.begin(), weeks.end());
  CHECK(weeks[2] - weeks[0] >= days{14});

  Season lighter;  // one person takes January lighter: 120 a week, so 240 need two lighter weeks
  lighter.person = small.people[2];
  lighter.from = day(1, 1);
  lighter.to = day(1, 31);
  lighter.season = SeasonKind::lighter;
  small.put(lighter);
  const auto eased = plan(small);
  weeks.clear();
  for (const auto& s : eased.proposal.sessions) weeks.push_back(week_start(s.meetings.at(0).date));
  std::sort(weeks.begin(), weeks.end());
  CHECK(weeks[1] - weeks[0] >= days{14});
}

TEST_CASE("people have no more sessions of a cohort a day than it allows") {
  Case small;
  small.change(small.cohort, [](Cohort& c) { c.max_sessions_day = 1; });
  const auto second = small.add_module("M2", 120);
  small.add_facilitator("BO", {second});
  const auto outcome = plan(small);
  CHECK(meeting(outcome, "MGR-1/M1").date != meeting(outcome, "MGR-1/M2").date);
}

TEST_CASE("between two sites on one day there is time to travel") {
  Case small;
  const auto far = small.add_site("LEE");
  const auto second = small.add_module("M2", 120);
  small.change(small.module, [](Module& m) { m.minutes = 120; });
  const auto lead = small.add_facilitator("BO", {second});
  small.change(lead, [&](Facilitator& f) { f.sites = {far}; });
  const auto room = small.add_room("FAR", 12);
  small.change(room, [&](Room& r) { r.site = far; });
  CohortModule choice;
  choice.cohort = small.cohort;
  choice.module = second;
  choice.site = far;
  small.put(choice);
  Travel travel;
  travel.from_site = small.site;
  travel.to_site = far;
  travel.minutes = 150;
  SECTION("with a listed time") {
    small.put(travel);
    const auto outcome = plan(small);
    const auto& a = meeting(outcome, "MGR-1/M1");
    const auto& b = meeting(outcome, "MGR-1/M2");
    REQUIRE(a.date == b.date);  // 09:00 to 11:00, 2 h 30 on the road, 13:30 to 15:30
    CHECK(std::max(a.start, b.start) == hour(13, 30));
  }
  SECTION("never without one") {
    const auto outcome = plan(small);
    CHECK(meeting(outcome, "MGR-1/M1").date != meeting(outcome, "MGR-1/M2").date);
  }
}

TEST_CASE("assets are pools: two meetings share them only while there are enough") {
  Case small;
  small.change(small.module, [](Module& m) { m.assets = {{"VR", 8}}; });
  Asset headsets;
  headsets.code = "VR";
  headsets.site = small.site;
  headsets.quantity = 12;
  small.put(headsets);
  const auto other = small.add_cohort("MGR-2");
  small.add_people(other, 6, 2001);
  small.add_facilitator("BO", {small.module});
  small.add_room("R2", 12);
  const auto outcome = plan(small);
  const auto& a = meeting(outcome, "MGR-1/M1");
  const auto& b = meeting(outcome, "MGR-2/M1");
  CHECK((a.date != b.date || a.end <= b.start || b.end <= a.start));
}

TEST_CASE("assets that a session takes which stays where it is are taken for the others") {
  Case small;
  small.change(small.module, [](Module& m) { m.assets = {{"VR", 8}}; });
  Asset headsets;
  headsets.code = "VR";
  headsets.site = small.site;
  headsets.quantity = 12;
  const auto own = small.put(headsets);
  const auto held = small.add_session("MGR-1/M1", small.cohort, small.module);
  small.add_meeting(held, day(1, 4), hour(9), hour(13), small.room, small.lead);
  small.book(held, small.people);
  const auto other = small.add_cohort("MGR-2");
  small.add_people(other, 6, 2001);
  small.add_facilitator("BO", {small.module});
  small.add_room("R2", 12);
  SolveOptions options;
  SECTION("pinned") {
    small.change(held, [](Session& s) { s.pinned = true; });
    CHECK(meeting(plan(small), "MGR-2/M1").start == hour(13));
  }
  SECTION("of a cohort that is not asked for") {
    options.cohorts = {other};
    CHECK(meeting(plan(small, options), "MGR-2/M1").start == hour(13));
  }
  SECTION("held at a site that has none of its own, from what serves all sites") {
    small.change(own, [](Asset& a) { a.site = {}; });
    small.change(held, [](Session& s) { s.pinned = true; });
    CHECK(meeting(plan(small), "MGR-2/M1").start == hour(13));
  }
  SECTION("more than the site has: the rest comes from what serves all sites") {
    // The site has 6 and the common pool 8. The session held takes all 6 and 2; then 6 are left.
    small.change(own, [](Asset& a) { a.quantity = 6; });
    Asset common;
    common.code = "VR";
    common.quantity = 8;
    const auto everywhere = small.put(common);
    small.change(held, [](Session& s) { s.pinned = true; });
    CHECK(meeting(plan(small), "MGR-2/M1").start == hour(13));
    small.change(everywhere, [](Asset& a) { a.quantity = 10; });  // 2 are taken, 8 left
    CHECK(meeting(plan(small), "MGR-2/M1").start == hour(9));
  }
}

TEST_CASE("no more of a unit are away at one time than it can spare") {
  Case small;
  Unit unit;
  unit.code = "U";
  unit.name = "Unit";
  unit.max_away = 2;
  const auto u = small.put(unit);
  const auto other = small.add_cohort("MGR-2");
  const auto more = small.add_people(other, 6, 2001);
  for (const auto person : {small.people[0], small.people[1], more[0]})
    small.change(person, [&](Person& p) { p.unit = u; });
  small.add_facilitator("BO", {small.module});
  small.add_room("R2", 12);
  const auto outcome = plan(small);
  // Two of the unit learn in one session, the third in the other: never at once.
  const auto& a = meeting(outcome, "MGR-1/M1");
  const auto& b = meeting(outcome, "MGR-2/M1");
  CHECK((a.date != b.date || a.end <= b.start || b.end <= a.start));
}

TEST_CASE("a soft deadline is exceeded and told, a hard one leaves the session out") {
  Case small;
  Absence absence;
  absence.kind = AbsenceKind::facilitator;
  absence.code = {small.lead.value};
  absence.from = day(1, 1);
  absence.to = day(2, 28);
  small.put(absence);
  small.change(small.cohort, [](Cohort& c) { c.deadline = day(2, 19); });
  const auto late = plan(small);
  CHECK(late.status == OutcomeStatus::complete);
  CHECK(late.cost[Tier::late_days] == 10);  // Mon 1 Mar against Fri 19 Feb
  REQUIRE(late.overruns.size() == 1);
  CHECK(late.overruns[0].rule == "deadline");

  small.change(small.cohort, [](Cohort& c) { c.deadline_rule = Rule::hard; });
  const auto out = plan(small);
  CHECK(out.status == OutcomeStatus::impossible);
  CHECK(session(out, "MGR-1/M1").meetings.empty());
  CHECK(session(out, "MGR-1/M1").seats.size() == 6);
}

TEST_CASE("a hard budget is not exceeded") {
  Case small;
  small.change(small.lead, [](Facilitator& f) { f.day_rate = 90000; });
  small.change(small.cohort, [](Cohort& c) {
    c.budget = 100000;
    c.budget_rule = Rule::hard;
  });
  const auto second = small.add_module("M2", 420);
  Qualification skill;
  skill.facilitator = small.lead;
  skill.module = second;
  skill.level = QualificationLevel::lead;
  small.put(skill);
  const auto outcome = plan(small);  // 4 h and 7 h are two days of the same lead: 180000
  CHECK(outcome.placed == 1);
  small.change(small.cohort, [](Cohort& c) { c.budget_rule = Rule::soft; });
  const auto told = plan(small);
  CHECK(told.placed == 2);
  REQUIRE(told.overruns.size() == 1);
  CHECK(told.overruns[0].text ==
        "MGR-1 costs EUR 1800.00, EUR 800.00 over its budget of EUR 1000.00");
}

TEST_CASE("items without meetings get due dates that keep the order") {
  Case small;
  const auto task = small.add_module("T1", 60, Mode::practice);
  small.needs(task, small.module, 3, 5, 10);
  const auto outcome = plan(small);
  const auto& item = session(outcome, "MGR-1/T1");
  CHECK(item.meetings.empty());
  CHECK(item.due_from == day(1, 4));
  CHECK(item.due_to == day(1, 8));  // five days after would be a Saturday; Friday is working time
}
