// Breaking each hard rule once, in a plan that keeps them all, makes the judge name that rule and
// nothing else, but for what a test lists as unavoidable.
#include <set>

#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/valid_plan.hpp"

namespace tandem {
namespace {

using namespace test;

std::string listing(const std::vector<Violation>& violations) {
  std::string out;
  for (const auto& v : violations)
    out += std::string{word(v.rule)} + " " + v.session + ": " + v.text + "\n";
  return out;
}

std::set<std::string> rules_of(const std::vector<Violation>& violations) {
  std::set<std::string> out;
  for (const auto& v : violations) out.emplace(word(v.rule));
  return out;
}

void require_only(const Draft& d, std::set<std::string> rules) {
  const auto found = verify(d.program());
  INFO(listing(found));
  REQUIRE(rules_of(found) == rules);
}

void require_only(const Draft& d, const char* rule) {
  require_only(d, std::set<std::string>{rule});
}

void blackout(Draft& d, BlackoutScope scope, AnyId code, const char* date) {
  d.add<Blackout>([&](Blackout& b) {
    b.scope = scope;
    b.code = code;
    b.from = b.to = day(date);
    b.name = "Stock-take";
  });
}

void move(Draft& d, const char* session, int number, const char* date, const char* start,
          const char* end) {
  d.change_meeting(session, number, [&](Meeting& m) {
    m.date = day(date);
    m.start = clock(start);
    m.end = clock(end);
  });
}

}  // namespace

TEST_CASE("the hand-made plan keeps every rule") {
  const auto found = verify(valid_plan().program());
  INFO(listing(found));
  REQUIRE(found.empty());
}

// ---- calendar

TEST_CASE("a meeting before the cohort's day starts breaks cohort_time") {
  Draft d = valid_plan();
  d.change<Cohort>("A", [](Cohort& c) { c.day_start = clock("09:30"); });
  require_only(d, "cohort_time");
}

TEST_CASE("a meeting before the day of the room's site starts breaks room_time") {
  Draft d = valid_plan();
  d.change<Site>("LIL", [](Site& s) { s.day_start = clock("11:00"); });
  require_only(d, "room_time");
}

TEST_CASE("a meeting before the facilitator's day starts breaks facilitator_time") {
  Draft d = valid_plan();
  d.change<Facilitator>("F2", [](Facilitator& f) { f.day_start = clock("09:30"); });
  require_only(d, "facilitator_time");
}

TEST_CASE("a meeting on a day that a participant does not work breaks person_time") {
  Draft d = valid_plan();
  d.change<Person>("P4", [](Person& p) { p.working_days = weekdays("Mon;Tue"); });
  require_only(d, "person_time");
}

TEST_CASE("a meeting in the hours of a timetable arrangement breaks timetable") {
  Draft d = valid_plan();
  d.add<Arrangement>([&](Arrangement& a) {
    a.person = d.id<Person>("P2");
    a.kind = ArrangementKind::timetable;
    a.days = weekdays("Tue");
    a.start = clock("08:00");
    a.end = clock("09:30");
  });
  require_only(d, "timetable");
}

TEST_CASE("a meeting on a holiday of the site breaks holiday") {
  Draft d = valid_plan();
  d.add<Holiday>([&](Holiday& h) {
    h.site = d.id<Site>("LIL");
    h.date = day("2027-02-03");
    h.name = "Chandeleur";
  });
  require_only(d, "holiday");
}

TEST_CASE("a meeting in a blackout of anyone or anything it needs breaks blackout") {
  const auto broken = [](BlackoutScope scope, auto code_in, const char* date) {
    Draft d = valid_plan();
    blackout(d, scope, code_in(d), date);
    require_only(d, "blackout");
  };
  broken(
      BlackoutScope::all, [](Draft&) { return AnyId{}; }, "2027-02-16");
  broken(
      BlackoutScope::site, [](Draft& d) { return d.any<Site>("LIL"); }, "2027-02-17");
  broken(
      BlackoutScope::unit, [](Draft& d) { return d.any<Unit>("OPS"); }, "2027-02-17");
  broken(
      BlackoutScope::cohort, [](Draft& d) { return d.any<Cohort>("A"); }, "2027-03-15");
  broken(
      BlackoutScope::facilitator, [](Draft& d) { return d.any<Facilitator>("F3"); }, "2027-03-15");
  broken(
      BlackoutScope::room, [](Draft& d) { return d.any<Room>("V1"); }, "2027-02-17");
}

TEST_CASE("a seat, a facilitator or a room that is away breaks absence") {
  const auto broken = [](AbsenceKind kind, auto code_in) {
    Draft d = valid_plan();
    d.add<Absence>([&](Absence& a) {
      a.kind = kind;
      a.code = code_in(d);
      a.from = day("2027-01-30");
      a.to = day("2027-02-02");
    });
    require_only(d, "absence");
  };
  broken(AbsenceKind::person, [](Draft& d) { return d.any<Person>("P1"); });
  // P9 is the facilitator F2: away as a person is away as a facilitator.
  broken(AbsenceKind::person, [](Draft& d) { return d.any<Person>("P9"); });
  broken(AbsenceKind::facilitator, [](Draft& d) { return d.any<Facilitator>("F1"); });
  broken(AbsenceKind::room, [](Draft& d) { return d.any<Room>("R1"); });
}

TEST_CASE("a seat inside the person's pause breaks season") {
  Draft d = valid_plan();
  d.add<Season>([&](Season& s) {
    s.person = d.id<Person>("P4");
    s.from = day("2027-02-15");
    s.to = day("2027-02-17");
    s.season = SeasonKind::paused;
  });
  require_only(d, "season");
}

TEST_CASE("a seat before somebody is hired or after they have left breaks employed") {
  Draft joiner = valid_plan();
  joiner.change<Person>("P5", [](Person& p) { p.hired = day("2027-02-04"); });
  require_only(joiner, "employed");
  Draft leaver = valid_plan();
  leaver.change<Person>("P5", [](Person& p) { p.left = day("2027-03-02"); });
  require_only(leaver, "employed");
}

TEST_CASE("a meeting in the thinking time of a cohort or a person breaks protected") {
  for (const ProtectedScope scope : {ProtectedScope::cohort, ProtectedScope::person}) {
    Draft d = valid_plan();
    d.add<ProtectedTime>([&](ProtectedTime& p) {
      p.scope = scope;
      p.code = scope == ProtectedScope::cohort ? d.any<Cohort>("B") : d.any<Person>("P4");
      p.weekday = weekdays("Wed");
      p.start = clock("10:00");
      p.end = clock("12:00");
    });
    require_only(d, "protected");
  }
}

// ---- one at a time

TEST_CASE("a participant in two meetings at once breaks learner_clash") {
  Draft d = valid_plan();
  move(d, "A/C1/P1", 1, "2027-02-16", "10:00", "11:00");  // A/M2 lasts until 10:30
  require_only(d, "learner_clash");
}

TEST_CASE("a facilitator in two meetings at once breaks facilitator_clash") {
  Draft d = valid_plan();
  move(d, "A/C1/P1", 1, "2027-02-17", "10:00", "11:00");  // F1 leads B/M2 until 10:30
  d.change_meeting("A/C1/P1", 1, [&](Meeting& m) { m.leads = {d.id<Facilitator>("F1")}; });
  require_only(d, "facilitator_clash");
}

TEST_CASE("two meetings in one room at once break room_clash") {
  Draft d = valid_plan();
  move(d, "A/C1/P1", 1, "2027-02-17", "10:00", "11:00");
  d.change_meeting("A/C1/P1", 1, [&](Meeting& m) { m.room = d.id<Room>("V1"); });
  require_only(d, "room_clash");
}

TEST_CASE("a meeting inside the set-up time of its room breaks room_setup") {
  Draft d = valid_plan();
  move(d, "A/C1/P1", 1, "2027-02-02", "11:00", "12:00");  // A/M1 ends at 11:00, set-up is 30
  d.change_meeting("A/C1/P1", 1, [&](Meeting& m) { m.room = d.id<Room>("R1"); });
  require_only(d, "room_setup");
}

TEST_CASE("two sites on one day with too little time between break travel") {
  Draft d = valid_plan();
  d.change_meeting("A/C1/P1", 1, [&](Meeting& m) { m.room = d.id<Room>("R2"); });
  require_only(d, std::set<std::string>{});  // 11:00 to 14:00 is just enough
  move(d, "A/C1/P1", 1, "2027-02-02", "13:30", "14:30");
  require_only(d, "travel");
  move(d, "A/C1/P1", 1, "2027-02-02", "14:00", "15:00");
  d.remove_where<Travel>([](const Travel&) { return true; });
  require_only(d, "travel");  // no known way
}

// ---- capacity

TEST_CASE("more equipment than the pool holds breaks assets") {
  Draft d = valid_plan();
  d.change_where<Asset>([](const Asset&) { return true; }, [](Asset& a) { a.quantity = 2; });
  require_only(d, "assets");
}

TEST_CASE("more seats than the module takes break module_capacity") {
  Draft d = valid_plan();
  d.change<Module>("M1", [](Module& m) { m.capacity = 2; });
  require_only(d, "module_capacity");
}

TEST_CASE("more seats than the room holds break room_capacity") {
  Draft d = valid_plan();
  d.change<Room>("R1", [](Room& r) { r.capacity = 2; });
  require_only(d, "room_capacity");
}

// ---- fit

TEST_CASE("a room of another site or kind breaks room_site") {
  const auto with_room = [](const char* session, const char* room) {
    Draft d = valid_plan();
    d.change<Room>("V1", [](Room& r) { r.features = {"projector"}; });
    d.change_meeting(session, 1,
                     [&](Meeting& m) { m.room = *room ? d.id<Room>(room) : Id<Room>{}; });
    return d;
  };
  require_only(with_room("A/M1", "R2"), "room_site");
  require_only(with_room("A/M1", "V1"), "room_site");
  require_only(with_room("A/M1", ""), "room_site");
  require_only(with_room("A/M2", "R1"), "room_site");
  require_only(with_room("A/M2", ""), "room_site");
}

TEST_CASE("a room without what the module needs breaks room_features") {
  Draft d = valid_plan();
  d.change<Module>("M1", [](Module& m) { m.room_features = {"projector", "lab"}; });
  require_only(d, "room_features");
}

TEST_CASE("a room without what a participant's arrangement asks for breaks arrangement") {
  for (const auto kind : {ArrangementKind::step_free, ArrangementKind::captions}) {
    Draft d = valid_plan();
    d.add<Arrangement>([&](Arrangement& a) {
      a.person = d.id<Person>("P4");
      a.kind = kind;
    });
    require_only(d, "arrangement");
  }
}

TEST_CASE("a facilitator who does not work in the cohort's language breaks facilitator_language") {
  Draft d = valid_plan();
  d.change<Facilitator>("F2", [](Facilitator& f) { f.languages = {"en", "de"}; });
  require_only(d, "facilitator_language");
}

TEST_CASE("a facilitator who does not work at the room's site breaks facilitator_site") {
  Draft d = valid_plan();
  d.change<Facilitator>("F2", [&](Facilitator& f) { f.sites = {d.id<Site>("RTM")}; });
  require_only(d, "facilitator_site");
}

// ---- facilitators

TEST_CASE("a meeting with fewer facilitators than asked breaks facilitator_count") {
  Draft d = valid_plan();
  d.change_meeting("A/M1", 1, [](Meeting& m) { m.cofacilitators.clear(); });
  require_only(d, "facilitator_count");
}

TEST_CASE("a facilitator who is not qualified for the part breaks facilitator_qualified") {
  Draft d = valid_plan();
  d.change_where<Qualification>(
      [&](const Qualification& q) { return q.facilitator == d.id<Facilitator>("F2"); },
      [](Qualification& q) { q.level = QualificationLevel::shadow; });
  require_only(d, "facilitator_qualified");
}

TEST_CASE("more days a week than a facilitator's limit break facilitator_days_week") {
  Draft d = valid_plan();
  d.change<Facilitator>("F2", [](Facilitator& f) { f.max_days_week = 1; });
  require_only(d, "facilitator_days_week");
}

TEST_CASE("more minutes a week than a facilitator's limit break facilitator_minutes_week") {
  Draft d = valid_plan();
  d.change<Facilitator>("F2", [](Facilitator& f) { f.max_minutes_week = 239; });  // 2 x 120
  require_only(d, "facilitator_minutes_week");
}

TEST_CASE("more days away from home running than the limit break facilitator_travel") {
  Draft d = valid_plan();
  d.change<Facilitator>("F2", [](Facilitator& f) { f.max_travel_days = 0; });
  require_only(d, "facilitator_travel");
}

TEST_CASE("a meeting after a facilitator's last day breaks facilitator_until") {
  Draft d = valid_plan();
  d.change<Facilitator>("F3", [](Facilitator& f) { f.until = day("2027-03-14"); });
  require_only(d, "facilitator_until");
}

// ---- order

TEST_CASE("a module before what it needs breaks prerequisite") {
  Draft d = valid_plan();
  move(d, "A/M1", 1, "2027-02-16", "13:00", "15:00");  // A/M2 begins that morning
  require_only(d, "prerequisite");
}

TEST_CASE("a module too soon after what it needs breaks spacing_min") {
  Draft d = valid_plan();
  move(d, "A/M1", 1, "2027-02-10", "09:00", "11:00");  // 6 days before A/M2, 7 are asked for
  require_only(d, "spacing_min");
}

TEST_CASE("a module too late after what it needs breaks spacing_max") {
  Draft d = valid_plan();
  move(d, "A/M1", 1, "2027-01-18", "09:00", "11:00");  // 29 days before A/M2, 28 are allowed
  require_only(d, "spacing_max");
}

// ---- load and cover

TEST_CASE("more live minutes in a week than the cohort allows break minutes_week") {
  Draft d = valid_plan();
  d.change<Cohort>("B", [](Cohort& c) { c.max_minutes_week = 119; });
  require_only(d, "minutes_week");
}

TEST_CASE("more sessions on a day than the cohort allows break sessions_day") {
  Draft d = valid_plan();
  d.change<Cohort>("A", [](Cohort& c) { c.max_sessions_day = 1; });  // P1 on 2 Feb
  require_only(d, "sessions_day");
}

TEST_CASE("more people of a unit in meetings at once than its limit break cover") {
  Draft d = valid_plan();
  d.change<Unit>("FIN", [](Unit& u) { u.max_away = 2; });
  require_only(d, "cover");
}

// ---- window

TEST_CASE("a meeting before the cohort's start, the module's first date or today breaks start") {
  Draft by_cohort = valid_plan();
  by_cohort.change<Cohort>("B", [](Cohort& c) { c.start_from = day("2027-02-04"); });
  require_only(by_cohort, "start");
  Draft by_choice = valid_plan();
  by_choice.add<CohortModule>([&](CohortModule& row) {
    row.cohort = by_choice.id<Cohort>("A");
    row.module = by_choice.id<Module>("S1");
    row.not_before = day("2027-04-02");
  });
  require_only(by_choice, "start");
  const auto found = verify(valid_plan(), day("2027-02-03"));
  INFO(listing(found));
  REQUIRE(rules_of(found) == std::set<std::string>{"start"});
}

TEST_CASE("a meeting after the module's last date breaks not_after") {
  Draft d = valid_plan();
  d.add<CohortModule>([&](CohortModule& row) {
    row.cohort = d.id<Cohort>("A");
    row.module = d.id<Module>("M2");
    row.not_after = day("2027-03-01");
  });
  require_only(d, "not_after");
}

TEST_CASE("a meeting or a due date after the planning horizon breaks horizon") {
  for (const char* last : {"2027-04-29", "2027-03-14"}) {
    Draft d = valid_plan();
    d.change_where<Workspace>([](const Workspace&) { return true; },
                              [&](Workspace& w) { w.horizon_to = day(last); });
    require_only(d, "horizon");
  }
}

TEST_CASE("a finish after a hard deadline breaks deadline, after a soft one nothing") {
  Draft d = valid_plan();
  d.change<Cohort>("B", [](Cohort& c) { c.deadline = day("2027-03-02"); });
  require_only(d, "deadline");
  d.change<Cohort>("B", [](Cohort& c) { c.deadline_rule = Rule::soft; });
  require_only(d, std::set<std::string>{});
}

TEST_CASE("a cost over a hard budget breaks budget, over a soft one nothing") {
  // B: 3 Feb F1, F2 and R2; 17 Feb and 3 Mar F1: 2 x 500 + 100 + 2 x 500.
  Draft d = valid_plan();
  d.change<Cohort>("B", [](Cohort& c) { c.budget = 2099; });
  require_only(d, "budget");
  REQUIRE(verify(d.program())[0].text ==
          "Cohort B costs EUR 21.00, EUR 0.01 over its budget of EUR 20.99.");
  d.change<Cohort>("B", [](Cohort& c) { c.budget = 2100; });
  require_only(d, std::set<std::string>{});
  d.change<Cohort>("B", [](Cohort& c) {
    c.budget = 0;
    c.budget_rule.reset();
  });
  require_only(d, std::set<std::string>{});
}

// ---- seats

TEST_CASE("an enrolled member without a seat breaks seats") {
  Draft d = valid_plan();
  d.remove_where<Seat>([&](const Seat& s) {
    return s.session == d.id<Session>("A/M2") && s.person == d.id<Person>("P2");
  });
  require_only(d, "seats");
}

TEST_CASE("an enrolled member with two seats for one module breaks seats") {
  Draft d = valid_plan();
  d.add<Seat>([&](Seat& s) {
    s.session = d.id<Session>("B/M1");
    s.person = d.id<Person>("P1");
  });
  // P1 would also see A/M2 follow either of them in time: 3 Feb is 13 days before.
  require_only(d, "seats");
}

// ---- shape

TEST_CASE("a meeting that names a room that is not there breaks reference") {
  Draft d = valid_plan();
  d.change_meeting("A/M1", 1, [](Meeting& m) { m.room = Id<Room>{777}; });
  require_only(d, "reference");
}

TEST_CASE("a session with some of its meetings, not all, breaks meetings") {
  Draft d = valid_plan();
  d.remove_where<Meeting>(
      [&](const Meeting& m) { return m.session == d.id<Session>("A/M2") && m.number == 2; });
  require_only(d, "meetings");
}

TEST_CASE("meetings out of their order break meeting_gap") {
  Draft d = valid_plan();
  move(d, "A/M2", 2, "2027-02-16", "08:00", "09:00");
  d.change<Module>("M2", [](Module& m) { m.meeting_minutes = {90, 60}; });
  move(d, "B/M2", 2, "2027-03-03", "09:00", "10:00");
  require_only(d, "meeting_gap");
}

TEST_CASE("a meeting longer than its module says breaks duration") {
  Draft d = valid_plan();
  d.change_meeting("A/M1", 1, [](Meeting& m) { m.end = clock("11:30"); });
  require_only(d, "duration");
}

TEST_CASE("meetings of one session too far apart or too close break meeting_gap") {
  Draft d = valid_plan();
  d.change<Module>("M2", [](Module& m) { m.meeting_gap_max_days = 13; });
  require_only(d, "meeting_gap");
  d.change<Module>("M2", [](Module& m) {
    m.meeting_gap_min_days = 15;
    m.meeting_gap_max_days = 21;
  });
  require_only(d, "meeting_gap");
}

TEST_CASE("a meeting past midnight breaks midnight, and with it the cohort's day") {
  Draft d = valid_plan();
  move(d, "A/M1", 1, "2027-02-02", "23:00", "01:00");
  require_only(d, {"midnight", "cohort_time"});
}

TEST_CASE("a meeting in the hour that summer time skips breaks local_time") {
  Draft d = valid_plan();
  d.change<Cohort>("A", [](Cohort& c) {
    c.working_days = weekdays("Mon;Tue;Wed;Thu;Fri;Sat;Sun");
    c.day_start = clock("00:00");
  });
  move(d, "A/C1/P2", 1, "2027-03-28", "02:30", "03:30");
  require_only(d, "local_time");
}

TEST_CASE("a meeting off the grid breaks slot_grid unless it is pinned") {
  Draft d = valid_plan();
  move(d, "A/M1", 1, "2027-02-02", "09:10", "11:10");
  require_only(d, "slot_grid");
  d.change<Session>("A/M1", [](Session& s) { s.pinned = true; });
  require_only(d, std::set<std::string>{});
}

TEST_CASE("a session under a code of another making breaks code") {
  for (const char* code : {"A/M1/1", "A/M1/02", "A/M1/x", "A/M2", "A-M1", "B/M1/2"}) {
    Draft d = valid_plan();
    d.remove_where<Session>([&](const Session& s) { return s.code == code; });
    d.remove_where<Meeting>(
        [&](const Meeting& m) { return !d.program().sessions.find(m.session); });
    d.remove_where<Seat>([&](const Seat& s) { return !d.program().sessions.find(s.session); });
    d.change<Session>("A/M1", [&](Session& s) { s.code = code; });
    require_only(d, "code");
  }
  Draft coaching = valid_plan();
  coaching.change<Session>("A/C1/P2", [&](Session& s) { s.code = "A/C1/2"; });
  require_only(coaching, "code");
}

}  // namespace tandem
