// What the judge leaves alone, what it adds up, and what it sees in a proposal.
#include <set>

#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/valid_plan.hpp"

namespace tandem {
namespace {

using namespace test;

std::multiset<std::string> facts(const std::vector<Violation>& violations) {
  std::multiset<std::string> out;
  for (const auto& v : violations) out.insert(std::string{word(v.rule)} + " " + v.session);
  return out;
}

using Facts = std::multiset<std::string>;

void waive(Draft& d, const char* rule, const char* subject, const char* session) {
  d.add<Waiver>([&](Waiver& w) {
    w.rule = rule;
    w.subject = subject;
    if (*session) w.session = d.id<Session>(session);
    w.reason = "Agreed with the line";
    w.author = "Ilse";
  });
}

// The session as it stands, as a proposal would hold it.
PlannedSession planned(const Draft& d, const char* code) {
  const Session& session = d.program().sessions.at(d.id<Session>(code));
  PlannedSession out{
      code, session.cohorts, session.module, session.variant, session.due_from, session.due_to, {},
      {}};
  for (const Meeting& m : d.program().meetings)
    if (m.session == session.id)
      out.meetings.push_back({m.date, m.start, m.end, m.room, m.leads, m.cofacilitators});
  for (const Seat& s : d.program().seats)
    if (s.session == session.id) out.seats.push_back(s.person);
  return out;
}

// P1's coaching over the second half of A/M2's first meeting.
Draft clashing() {
  Draft d = valid_plan();
  d.change_meeting("A/C1/P1", 1, [](Meeting& m) {
    m.date = day("2027-02-16");
    m.start = clock("10:00");
    m.end = clock("11:00");
  });
  return d;
}

}  // namespace

TEST_CASE("a clash is told for each of its sessions, with names and dates") {
  const auto found = verify(clashing().program());
  REQUIRE(facts(found) == Facts{"learner_clash A/C1/P1", "learner_clash A/M2"});
  REQUIRE(found[0].text ==
          "Tue 16 Feb 10:00-11:00 overlaps A/M2 (Tue 16 Feb 09:00-10:30) for "
          "Ana Silva.");
  REQUIRE(found[0].subjects == std::vector<std::string>{"P1"});
}

TEST_CASE("violations are ordered by session, rule and text, and none is told twice") {
  Draft d = valid_plan();
  d.change<Module>("M1", [](Module& m) { m.capacity = 1; });
  d.change<Room>("R1", [](Room& r) { r.capacity = 1; });
  d.change<Cohort>("B", [](Cohort& c) { c.day_start = clock("10:30"); });
  const auto found = verify(d.program());
  REQUIRE(found.size() == 6);
  for (std::size_t i = 1; i < found.size(); ++i) {
    const auto& a = found[i - 1];
    const auto& b = found[i];
    REQUIRE(std::tie(a.session, a.rule, a.text) < std::tie(b.session, b.rule, b.text));
  }
}

TEST_CASE("a waiver lifts its rule for its subject and session, on both sides of a clash") {
  Draft d = clashing();
  waive(d, "learner_clash", "P1", "A/M2");
  REQUIRE(verify(d.program()).empty());
}

TEST_CASE("a waiver of another person, rule or session lifts nothing") {
  for (const auto& [rule, subject, session] : {std::tuple{"learner_clash", "P2", "A/M2"},
                                               {"person_time", "P1", "A/M2"},
                                               {"learner_clash", "P1", "B/M2"}}) {
    Draft d = clashing();
    waive(d, rule, subject, session);
    REQUIRE(verify(d.program()).size() == 2);
  }
}

TEST_CASE("a waiver without a subject lifts the rule for anybody in that session") {
  Draft d = clashing();
  waive(d, "learner_clash", "", "A/C1/P1");
  REQUIRE(verify(d.program()).empty());
}

TEST_CASE("a waiver that names no session lifts nothing") {
  Draft d = clashing();
  waive(d, "learner_clash", "P1", "");
  REQUIRE(verify(d.program()).size() == 2);
}

TEST_CASE("a session waived from a weekly limit does not count in the week") {
  Draft d = valid_plan();
  d.change<Cohort>("A", [](Cohort& c) { c.max_minutes_week = 150; });
  // P1 in the week of 1 February: A/M1 120 and coaching 60.
  REQUIRE(facts(verify(d.program())) == Facts{"minutes_week A/C1/P1", "minutes_week A/M1"});
  waive(d, "minutes_week", "P1", "A/C1/P1");
  REQUIRE(verify(d.program()).empty());
}

TEST_CASE("a delivered session is not judged, but it occupies") {
  Draft d = clashing();
  d.change<Session>("A/M2", [](Session& s) { s.status = SessionStatus::delivered; });
  REQUIRE(facts(verify(d.program())) == Facts{"learner_clash A/C1/P1"});
}

TEST_CASE("a cancelled session occupies nobody") {
  Draft d = clashing();
  d.change<Session>("A/C1/P1", [](Session& s) { s.status = SessionStatus::cancelled; });
  REQUIRE(verify(d.program()).empty());
}

TEST_CASE("a session that needs a cancelled one, or one without a date, breaks prerequisite") {
  Draft cancelled = valid_plan();
  cancelled.change<Session>("A/M1", [](Session& s) { s.status = SessionStatus::cancelled; });
  REQUIRE(facts(verify(cancelled.program())) == Facts{"prerequisite A/M2"});
  Draft undated = valid_plan();
  undated.remove_where<Meeting>(
      [&](const Meeting& m) { return m.session == undated.id<Session>("B/M1"); });
  REQUIRE(facts(verify(undated.program())) == Facts{"prerequisite B/M2"});
}

TEST_CASE("a prerequisite that the cohort does not use binds nothing") {
  Draft d = valid_plan();
  d.change<Session>("A/M1", [](Session& s) { s.status = SessionStatus::cancelled; });
  d.add<CohortModule>([&](CohortModule& row) {
    row.cohort = d.id<Cohort>("A");
    row.module = d.id<Module>("M1");
    row.use = false;
  });
  REQUIRE(verify(d.program()).empty());
}

TEST_CASE("a session without a date breaks nothing and is listed") {
  Draft d = valid_plan();
  d.remove_where<Meeting>([&](const Meeting& m) { return m.session == d.id<Session>("A/M2"); });
  d.change<Session>("A/S1", [](Session& s) { s.due_to.reset(); });
  REQUIRE(verify(d.program()).empty());
  REQUIRE(summarize(d.program()).unplaced == std::vector<std::string>{"A/M2", "A/S1"});
}

TEST_CASE("no seat is demanded once a group is delivered: the person is to make up") {
  Draft d = valid_plan();
  d.change<Session>("A/M1", [](Session& s) { s.status = SessionStatus::delivered; });
  d.remove_where<Seat>([&](const Seat& s) {
    return s.session == d.id<Session>("A/M1") && s.person == d.id<Person>("P2");
  });
  REQUIRE(verify(d.program()).empty());
  const auto owed_seats = summarize(d.program()).owed_seats;
  REQUIRE(owed_seats.size() == 1);
  REQUIRE(owed_seats[0].session == "A/M1");
  REQUIRE(owed_seats[0].person == d.id<Person>("P2"));
}

TEST_CASE("no seat is demanded of somebody whose pause touches every group's dates") {
  Draft d = valid_plan();
  d.remove_where<Seat>([&](const Seat& s) {
    return s.session == d.id<Session>("A/M2") && s.person == d.id<Person>("P2");
  });
  const auto pause = [&](const char* from, const char* to) {
    d.add<Season>([&](Season& s) {
      s.person = d.id<Person>("P2");
      s.from = day(from);
      s.to = day(to);
      s.season = SeasonKind::paused;
    });
  };
  pause("2027-02-17", "2027-03-01");  // between the two meetings
  REQUIRE(facts(verify(d.program())) == Facts{"seats A/M2"});
  pause("2027-03-02", "2027-03-02");
  REQUIRE(verify(d.program()).empty());
  REQUIRE(summarize(d.program()).owed_seats.size() == 1);
}

TEST_CASE("a make-up seat in another cohort's session of the module counts") {
  Draft d = valid_plan();
  d.change_where<Seat>(
      [&](const Seat& s) {
        return s.session == d.id<Session>("A/M1") && s.person == d.id<Person>("P3");
      },
      [&](Seat& s) { s.session = d.id<Session>("B/M1"); });
  REQUIRE(verify(d.program()).empty());
}

TEST_CASE("waiting, cancelled and declined seats count for nothing") {
  Draft d = clashing();
  d.change_where<Seat>([&](const Seat& s) { return s.session == d.id<Session>("A/C1/P1"); },
                       [](Seat& s) { s.status = SeatStatus::declined; });
  REQUIRE(facts(verify(d.program())) == Facts{"seats A/C1/P1"});
}

TEST_CASE("a group that is not made yet means that no seat is demanded") {
  // Three people, the module takes two: a second group is still to come.
  Draft d = valid_plan();
  d.change<Module>("M2", [](Module& m) { m.capacity = 2; });
  d.remove_where<Seat>([&](const Seat& s) {
    return s.session == d.id<Session>("A/M2") && s.person == d.id<Person>("P2");
  });
  REQUIRE(verify(d.program()).empty());
}

TEST_CASE("a week that a lighter season touches counts with half its limit") {
  Draft d = valid_plan();
  d.change<Cohort>("A", [](Cohort& c) {
    c.max_minutes_week = 180;  // P1 has 180 in the week of 1 February, 90 in two others
    c.load_window_weeks = 2;
  });
  REQUIRE(verify(d.program()).empty());
  const auto lighter = [&](const char* date) {
    d.add<Season>([&](Season& s) {
      s.person = d.id<Person>("P1");
      s.from = day(date);
      s.to = s.from;
      s.season = SeasonKind::lighter;
    });
  };
  lighter("2027-02-07");  // Sunday: 90 + 180 = 270 for two weeks, still enough for 180
  REQUIRE(verify(d.program()).empty());
  lighter("2027-01-31");  // and the Sunday of the week before: 90 + 90 = 180, just enough
  REQUIRE(verify(d.program()).empty());
  d.change<Cohort>("A", [](Cohort& c) { c.max_minutes_week = 179; });
  REQUIRE(facts(verify(d.program())) == Facts{"minutes_week A/C1/P1", "minutes_week A/M1"});
}

TEST_CASE("cover counts units below, facilitators and absences, and is never less than one") {
  Draft d = valid_plan();
  // A/M1 takes P1, P2, P3 and the facilitator P9: four of OPS.
  d.change<Unit>("OPS", [](Unit& u) { u.max_away = 4; });
  REQUIRE(verify(d.program()).empty());
  d.add<Absence>([&](Absence& a) {
    a.kind = AbsenceKind::person;
    a.code = d.any<Person>("P5");
    a.from = a.to = day("2027-02-02");
  });
  REQUIRE(facts(verify(d.program())) == Facts{"cover A/M1"});
  // 80 % of six people is 4.8; of five, once one has left, 4.
  d.change<Unit>("OPS", [](Unit& u) {
    u.max_away.reset();
    u.max_away_percent = 84;  // 5.04 of six
  });
  REQUIRE(verify(d.program()).empty());
  d.add<Person>([&](Person& p) {
    p.number = "P6";
    p.left = day("2027-02-01");
    p.unit = d.id<Unit>("OPS");
  });
  REQUIRE(verify(d.program()).empty());
  d.change<Unit>("OPS", [](Unit& u) { u.max_away_percent = 83; });
  REQUIRE(facts(verify(d.program())) == Facts{"cover A/M1"});
  // One away is always allowed: each coaching meeting takes one of FIN.
  d = valid_plan();
  d.change<Unit>("FIN", [](Unit& u) { u.max_away = 0; });
  REQUIRE(facts(verify(d.program())) == Facts{"cover A/M1", "cover A/M2", "cover A/M2"});
}

TEST_CASE("equipment without a site serves every site") {
  Draft d = valid_plan();
  d.change_where<Asset>([](const Asset&) { return true; }, [](Asset& a) { a.quantity = 2; });
  d.add<Asset>([](Asset& a) {
    a.code = "VR";
    a.quantity = 1;
  });
  REQUIRE(verify(d.program()).empty());
  // At the same hour both sites would take the one that serves all.
  d.change_meeting("B/M1", 1, [](Meeting& m) { m.date = day("2027-02-04"); });
  d.change_meeting("A/M1", 1, [&](Meeting& m) {
    m.date = day("2027-02-04");
    m.leads = {d.add<Facilitator>([](Facilitator& f) { f.code = "F7"; })};
    m.cofacilitators = {d.add<Facilitator>([](Facilitator& f) { f.code = "F8"; })};
  });
  for (const char* code : {"F7", "F8"})
    d.add<Qualification>([&](Qualification& q) {
      q.facilitator = d.id<Facilitator>(code);
      q.module = d.id<Module>("M1");
      q.level = QualificationLevel::lead;
    });
  REQUIRE(facts(verify(d.program())) == Facts{"assets A/M1", "assets B/M1"});
}

TEST_CASE("a joint session keeps the window, the hours and the language of each cohort") {
  Draft d = valid_plan();
  d.change<Session>("A/M1", [&](Session& s) { s.cohorts.push_back(d.id<Cohort>("B")); });
  REQUIRE(verify(d.program()).empty());
  d.change<Cohort>("B", [](Cohort& c) { c.start_from = day("2027-02-03"); });
  REQUIRE(facts(verify(d.program())) == Facts{"start A/M1"});
  d.change<Cohort>("B", [](Cohort& c) {
    c.start_from.reset();
    c.language = "nl";
    c.working_days = weekdays("Wed");
  });
  REQUIRE(facts(verify(d.program())) ==
          Facts{"cohort_time A/M1", "facilitator_language A/M1", "facilitator_language A/M1",
                "facilitator_language B/M1", "facilitator_language B/M1",
                "facilitator_language B/M2"});
}

TEST_CASE("a person's own hours are read at their home, the meeting's where it is held") {
  Draft d = valid_plan();
  d.add<Site>([](Site& s) {
    s.code = "DXB";
    s.name = "Dubai";
    s.zone = "Asia/Dubai";  // three hours ahead in winter
    s.day_start = clock("09:00");
    s.day_end = clock("18:00");
    s.working_days = weekdays("Mon;Tue;Wed;Thu;Fri");
    s.is_virtual = true;
  });
  d.change<Person>("P2", [&](Person& p) {
    p.site = d.id<Site>("DXB");
    p.day_end = clock("13:30");  // A/M2, 09:00 to 10:30 here, is 12:00 to 13:30 there
  });
  // A/M1 lasts until 14:00 there, the coaching begins at 12:00.
  REQUIRE(facts(verify(d.program())) == Facts{"person_time A/M1"});
}

TEST_CASE("a person without hours of their own may be up late") {
  Draft d = valid_plan();
  d.add<Site>([](Site& s) {
    s.code = "AKL";
    s.zone = "Pacific/Auckland";  // twelve hours ahead: 10:00 to 12:30 here is past midnight there
    s.day_start = clock("09:00");
    s.day_end = clock("18:00");
    s.working_days = weekdays("Mon;Tue;Wed;Thu;Fri");
  });
  d.change<Person>("P4", [&](Person& p) { p.site = d.id<Site>("AKL"); });
  d.change_meeting("B/M1", 1, [](Meeting& m) {
    m.start = clock("11:30");
    m.end = clock("13:30");
  });
  REQUIRE(verify(d.program()).empty());
}

TEST_CASE("an item in somebody's pause is not asked of them") {
  Draft d = valid_plan();
  d.add<Season>([&](Season& s) {
    s.person = d.id<Person>("P3");
    s.from = day("2027-04-30");
    s.season = SeasonKind::paused;
  });
  REQUIRE(facts(verify(d.program())) == Facts{"season A/S1"});
  d.remove_where<Seat>([&](const Seat& s) {
    return s.session == d.id<Session>("A/S1") && s.person == d.id<Person>("P3");
  });
  REQUIRE(verify(d.program()).empty());
}

TEST_CASE("a lead beyond those asked for stands in for a co-facilitator") {
  Draft d = valid_plan();
  d.change_where<Qualification>([](const Qualification&) { return true; },
                                [](Qualification& q) { q.level = QualificationLevel::lead; });
  d.change_meeting("A/M1", 1, [&](Meeting& m) {
    m.leads = {d.id<Facilitator>("F1"), d.id<Facilitator>("F2")};
    m.cofacilitators.clear();
  });
  REQUIRE(verify(d.program()).empty());
  d.change_meeting("A/M1", 1, [&](Meeting& m) {
    m.leads = {d.id<Facilitator>("F1")};
    m.cofacilitators = {d.id<Facilitator>("F1")};
  });
  REQUIRE(facts(verify(d.program())) == Facts{"facilitator_count A/M1"});
}

// ---- proposals

TEST_CASE("a proposal is judged in the place of the sessions it names") {
  const Draft d = valid_plan();
  Proposal proposal{{planned(d, "A/M1")}};
  REQUIRE(verify(d.program(), proposal).empty());
  proposal.sessions[0].meetings[0].date = day("2027-02-13");  // a Saturday, 3 days before A/M2
  REQUIRE(facts(verify(d.program(), proposal)) == Facts{"cohort_time A/M1", "facilitator_time A/M1",
                                                        "facilitator_time A/M1", "room_time A/M1",
                                                        "spacing_min A/M2"});
}

TEST_CASE("a proposal may bring a session that is not there yet") {
  Draft d = valid_plan();
  Proposal proposal{{planned(d, "B/M2")}};
  const auto gone = d.id<Session>("B/M2");
  d.remove_where<Seat>([&](const Seat& s) { return s.session == gone; });
  d.remove_where<Meeting>([&](const Meeting& m) { return m.session == gone; });
  d.remove_where<Session>([&](const Session& s) { return s.id == gone; });
  REQUIRE(verify(d.program(), proposal).empty());
  proposal.sessions[0].seats.pop_back();
  REQUIRE(facts(verify(d.program(), proposal)) == Facts{"seats B/M2"});
  proposal.sessions[0].meetings.clear();
  REQUIRE(verify(d.program(), proposal).empty());
  REQUIRE(summarize(d.program(), proposal).unplaced == std::vector<std::string>{"B/M2"});
}

TEST_CASE("a proposal that moves a pinned or a delivered session breaks pin") {
  for (const bool pinned : {true, false}) {
    Draft d = valid_plan();
    d.change<Session>("A/C1/P2", [&](Session& s) {
      s.pinned = pinned;
      if (!pinned) s.status = SessionStatus::delivered;
    });
    Proposal proposal{{planned(d, "A/C1/P2")}};
    REQUIRE(verify(d.program(), proposal).empty());
    proposal.sessions[0].meetings[0].date = day("2027-03-16");
    REQUIRE(facts(verify(d.program(), proposal)) == Facts{"pin A/C1/P2"});
  }
}

TEST_CASE("a published session keeps room and facilitators once it is about to begin") {
  Draft d = valid_plan();
  d.change<Session>("A/C1/P2", [](Session& s) { s.status = SessionStatus::published; });
  Proposal proposal{{planned(d, "A/C1/P2")}};  // on Mon 15 March
  proposal.sessions[0].meetings[0].leads = {d.id<Facilitator>("F1")};
  const auto on = [&](const char* today) {
    return facts(verify(d.program(), proposal, {.as_of = day(today)}));
  };
  // Three days of freeze: as of the 13th, what begins before the 16th stays; and then the planned
  // sessions before today are late, which is not this test's question.
  REQUIRE(on("2027-03-12").count("pin A/C1/P2") == 0);
  REQUIRE(on("2027-03-13").count("pin A/C1/P2") == 1);
}

TEST_CASE("a repair may move a frozen session that an absence breaks, and no other") {
  Draft d = valid_plan();
  d.change_where<Session>([](const Session&) { return true; },
                          [](Session& s) { s.status = SessionStatus::published; });
  d.add<Absence>([&](Absence& a) {
    a.kind = AbsenceKind::facilitator;
    a.code = d.any<Facilitator>("F3");
    a.from = a.to = day("2027-03-15");
  });
  Proposal proposal{{planned(d, "A/C1/P2"), planned(d, "A/C1/P3"), planned(d, "A/S1")}};
  for (auto& session : proposal.sessions)
    for (auto& meeting : session.meetings) meeting.date = day("2027-03-16");
  proposal.sessions[2].due_to = day("2027-05-03");
  const VerifyOptions today{.as_of = day("2027-06-01")};
  REQUIRE(facts(verify(d.program(), proposal, today)) ==
          Facts{"pin A/C1/P2", "pin A/C1/P3", "pin A/S1"});
  REQUIRE(facts(verify(d.program(), proposal, {.as_of = today.as_of, .repairing = true})) ==
          Facts{"pin A/S1"});
}

TEST_CASE("the summary tells finish, lateness and cost of each cohort") {
  Draft d = valid_plan();
  d.change<Cohort>("B", [](Cohort& c) {
    c.deadline = day("2027-03-01");
    c.deadline_rule = Rule::soft;
    c.budget = 2000;
    c.budget_rule = Rule::soft;
  });
  const auto outcomes = summarize(d.program()).outcomes;
  REQUIRE(outcomes.size() == 2);
  REQUIRE(outcomes[0].finish == day("2027-04-30"));  // A/S1 is due
  REQUIRE(outcomes[0].late_days == 0);
  REQUIRE(outcomes[0].cost == 2100);
  REQUIRE(outcomes[1].finish == day("2027-03-03"));
  REQUIRE(outcomes[1].late_days == 2);
  REQUIRE(outcomes[1].over_budget == 100);
}

TEST_CASE("every rule has one name, one group and one sentence") {
  std::set<std::string_view> names, sentences;
  for (std::size_t i = 0; i < kRuleCount; ++i) {
    const auto rule = static_cast<RuleKind>(i);
    names.insert(word(rule));
    sentences.insert(sentence(rule));
    REQUIRE(parse_rule(word(rule)) == rule);
    REQUIRE(sentence(rule).ends_with('.'));
  }
  REQUIRE(names.size() == 51);
  REQUIRE(sentences.size() == 51);
  REQUIRE(group_of(RuleKind::cohort_time) == RuleGroup::calendar);
  REQUIRE(group_of(RuleKind::travel) == RuleGroup::one_at_a_time);
  REQUIRE(group_of(RuleKind::assets) == RuleGroup::capacity);
  REQUIRE(group_of(RuleKind::facilitator_count) == RuleGroup::facilitator);
  REQUIRE(group_of(RuleKind::pin) == RuleGroup::window);
  REQUIRE(group_of(RuleKind::code) == RuleGroup::shape);
  REQUIRE_FALSE(parse_rule("thinking"));
}

}  // namespace tandem
