// A development plan says what is true of one person and is kind about what is not known.
#include "planner/report/development_plan.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"
#include "tests/support/sample_session.hpp"

using namespace tandem;
using tandem::report::DevelopmentPlan;
using tandem::report::PlanMaker;
using tandem::test::day;
using tandem::test::hour;
using tandem::test::SmallProgram;

namespace {

const Date kToday = day(4, 14);

struct World : SmallProgram {
  World() {
    Person p;
    p.number = "1";
    p.name = "Ada";
    p.site = site;
    person = put(p);
    program.workspaces = {};
    Workspace workspace;
    workspace.name = "Small";
    workspace.zone = "Europe/Amsterdam";
    put(workspace);
  }
  DevelopmentPlan plan(Date as_of = kToday) const {
    return PlanMaker{program, as_of}.plan(program.people.at(person));
  }
  void say(OwnPath path, const std::string& words, Date date) {
    OwnView v;
    v.person = person;
    v.path = path;
    v.words = words;
    v.date = date;
    put(v);
  }
  void grow(const std::string& code, GrowthState state, Date since) {
    Competency c;
    c.code = code;
    c.name = code;
    c.definition = "does " + code;
    GrowthArea g;
    g.person = person;
    g.competency = put(c);
    g.state = state;
    g.since = since;
    put(g);
  }
  Id<Goal> want(const std::string& text, std::optional<Horizon> horizon,
                GoalState state = GoalState::open) {
    Goal g;
    g.code = text;
    g.person = person;
    g.text = text;
    g.horizon = horizon;
    g.state = state;
    return put(g);
  }
  void season(SeasonKind kind, Date from, std::optional<Date> to) {
    Season s;
    s.person = person;
    s.season = kind;
    s.from = from;
    s.to = to;
    put(s);
  }
  // A meeting to come in a room of the site, and a seat in it.
  Id<Session> seat_in(const std::string& module_code, Date date, Id<Room> room) {
    const auto module = add_module(module_code, 120);
    const auto cohort = add_cohort("C-" + module_code);
    const auto session = add_session("C-" + module_code + "/" + module_code, cohort, module);
    add_meeting(session, date, hour(10), hour(12), room, {});
    book(session, {person});
    return session;
  }

  Id<Person> person;
};

}  // namespace

TEST_CASE("a plan begins with the person's own words, the latest ones") {
  World w;
  CHECK(w.plan().own_words.words.empty());
  CHECK(w.plan().own_path == "not asked yet");
  w.say(OwnPath::undecided, "Ask me in autumn.", day(1, 10));
  w.say(OwnPath::expert, "Let me go deep.", day(3, 10));
  w.say(OwnPath::people, "Of tomorrow.", kToday + days{1});
  CHECK(w.plan().own_words == report::OwnWords{"Let me go deep.", "Wed 10 Mar"});
  CHECK(w.plan().own_path == "the expert path");
}

TEST_CASE("a view of the paths without words leaves the words not asked") {
  World w;
  w.say(OwnPath::neither, "", day(3, 10));
  CHECK(w.plan().own_words.words.empty());
  CHECK(w.plan().own_path == "neither of the two");
}

TEST_CASE("no more growth areas are printed than the limit, and the plan says so") {
  World w;
  for (const char* code : {"A", "B", "C"}) w.grow(code, GrowthState::live, day(2, 1));
  CHECK(w.plan().growth_areas.size() == 3);
  CHECK(w.plan().growth_note.empty());
  w.grow("D", GrowthState::live, day(3, 1));
  CHECK(w.plan().growth_areas.size() == 3);
  CHECK(w.plan().growth_note ==
        "4 growth areas are live, the limit is 3. Also live: D. Which one can rest?");
}

TEST_CASE("areas that rest are named, those reached are done") {
  World w;
  w.grow("A", GrowthState::resting, day(2, 1));
  w.grow("B", GrowthState::reached, day(2, 1));
  CHECK(w.plan().growth_areas.empty());
  CHECK(w.plan().resting == std::vector<std::string>{"A"});
  CHECK(w.plan().done == std::vector<std::string>{"Reached: B"});
}

TEST_CASE("goals stand by horizon; a goal without one is not put into any") {
  World w;
  const auto large = w.want("large", Horizon::beyond);
  w.want("small", Horizon::now);
  w.want("some day", std::nullopt);
  w.want("finished", Horizon::now, GoalState::done);
  w.want("given up", Horizon::now, GoalState::dropped);
  w.change(w.program.goals.find_key("small")->id, [&](Goal& g) { g.parent = large; });
  const DevelopmentPlan plan = w.plan();
  CHECK(plan.goals[0] == std::vector<report::PlanGoal>{{"small", "large"}});
  CHECK(plan.goals[1].empty());
  CHECK(plan.goals[2] == std::vector<report::PlanGoal>{{"large", ""}});
  CHECK(plan.goals_without_horizon == std::vector<report::PlanGoal>{{"some day", ""}});
  CHECK(plan.done == std::vector<std::string>{"Goal: finished"});
}

TEST_CASE("the goal of somebody else is not told in one's own plan") {
  World w;
  Person boss;
  boss.number = "2";
  boss.name = "Boss";
  Goal theirs;
  theirs.code = "G";
  theirs.person = w.put(boss);
  theirs.text = "Close the site";
  const auto parent = w.put(theirs);
  w.want("mine", Horizon::now);
  w.change(w.program.goals.find_key("mine")->id, [&](Goal& g) { g.parent = parent; });
  CHECK(w.plan().goals[0].at(0).serves.empty());
}

TEST_CASE("a moment that is not shared is in no plan, not even one's own printed one") {
  World w;
  Moment m;
  m.person = w.person;
  m.text = "I said no";
  m.author = "1";
  m.date = day(4, 2);
  const auto id = w.put(m);
  CHECK(w.plan().moments.empty());
  w.change(id, [](Moment& row) { row.shared = true; });
  CHECK(w.plan().moments == std::vector<report::PlanMoment>{{"I said no", "Fri 2 Apr"}});
}

TEST_CASE("a season says until when, and never why") {
  World w;
  w.season(SeasonKind::lighter, day(2, 1), day(3, 1));  // over
  w.season(SeasonKind::paused, day(4, 1), day(4, 30));
  w.season(SeasonKind::lighter, day(6, 1), std::nullopt);
  CHECK(w.plan().seasons ==
        std::vector<report::PlanSeason>{{SeasonKind::paused, "Paused until Fri 30 Apr"},
                                        {SeasonKind::lighter, "Lighter season from Tue 1 Jun"}});
}

TEST_CASE("nothing is asked of somebody on a pause") {
  World w;
  const auto room = w.add_room("DUNE", 10);
  w.seat_in("M1", day(4, 20), room);
  CHECK(w.plan().next_step.is_step);
  w.season(SeasonKind::paused, day(4, 1), day(4, 30));
  CHECK_FALSE(w.plan().next_step.is_step);
  CHECK(w.plan().next_step.what == "Nothing is asked of you now");
  CHECK(w.plan().ahead.empty());
}

TEST_CASE("sessions ahead have a day, a time, a clock and a place; those of yesterday have gone") {
  World w;
  const auto room = w.add_room("DUNE", 10);
  w.seat_in("OLD", kToday - days{1}, room);
  w.seat_in("NEW", day(4, 20), room);
  const DevelopmentPlan plan = w.plan();
  REQUIRE(plan.ahead.size() == 1);
  CHECK(plan.ahead[0].module == "NEW");
  CHECK(plan.ahead[0].date == day(4, 20));
  CHECK(plan.ahead[0].time == "10:00 to 12:00");
  CHECK(plan.ahead[0].clock == "Amsterdam time");
  CHECK(plan.ahead[0].place == "DUNE, ROT");
  CHECK(plan.next_step.what == "NEW (NEW)");
  CHECK(plan.next_step.detail == "Tue 20 Apr 10:00 to 12:00, Amsterdam time, DUNE, ROT");
}

TEST_CASE("online, people read their own clock and the host's beside it") {
  World w;
  const auto dubai = w.add_site("DXB", "Asia/Dubai");
  w.change(w.person, [&](Person& p) { p.site = dubai; });
  Room online;
  online.code = "WEB";
  online.name = "Online room";
  online.is_virtual = true;
  w.seat_in("V1", day(4, 20), w.put(online));
  const auto m = w.plan().ahead.at(0);
  // 10:00 in Amsterdam in summer is 08:00 UTC and 12:00 in Dubai.
  CHECK(m.time == "12:00 to 14:00");
  CHECK(m.clock == "Dubai time");
  CHECK(m.other_clock == "10:00 to 12:00 Amsterdam time");
}

TEST_CASE("in a room, the clock on its wall counts for everybody") {
  World w;
  const auto dubai = w.add_site("DXB", "Asia/Dubai");
  w.change(w.person, [&](Person& p) { p.site = dubai; });
  w.seat_in("P1", day(4, 20), w.add_room("DUNE", 10));
  CHECK(w.plan().ahead.at(0).time == "10:00 to 12:00");
  CHECK(w.plan().ahead.at(0).clock == "Amsterdam time");
  CHECK(w.plan().ahead.at(0).other_clock.empty());
}

TEST_CASE("an action says for what, with what and by when; a dropped one is not shown") {
  World w;
  w.grow("COA", GrowthState::live, day(2, 1));
  Action a;
  a.person = w.person;
  a.growth_area = w.program.competencies.find_key("COA")->id;
  a.kind = ActionKind::exposure;
  a.text = "Sit in";
  a.module = w.add_module("M2", 60);
  a.due = day(5, 13);
  const auto id = w.put(a);
  CHECK(w.plan().actions[1] ==
        std::vector<report::PlanAction>{
            {"Sit in", "for COA, with M2 M2, by Thu 13 May", ActionState::planned}});
  CHECK(w.plan().next_step.what == "Sit in");
  w.change(id, [](Action& row) { row.state = ActionState::dropped; });
  CHECK(w.plan().actions[1].empty());
  w.change(id, [](Action& row) { row.state = ActionState::done; });
  CHECK(w.plan().done == std::vector<std::string>{"Sit in"});
}

TEST_CASE("somebody of whom nothing is known has an empty plan that still says why") {
  World w;
  CHECK(w.plan().empty());
  CHECK_FALSE(w.plan().next_step.is_step);
  CHECK_FALSE(w.plan().next_step.detail.empty());
}

TEST_CASE("a journey shows each module once, in order of time, those without a date last") {
  const Program& starter = test::starter();
  const PlanMaker maker{starter, make_date(2027, 4, 14)};
  const DevelopmentPlan plan = maker.plan(*starter.people.find_key("1008"));
  std::vector<std::string> codes;
  for (const report::PlanModule& m : plan.modules) codes.push_back(m.code);
  CHECK(codes == std::vector<std::string>{"C1", "C2", "M1", "M2", "C3", "B2", "M3", "M4", "M5"});
  CHECK(plan.modules.at(2).state == ModuleState::done);
  CHECK(plan.modules.at(3).state == ModuleState::booked);
  CHECK(plan.modules.at(5).state == ModuleState::undated);
}

TEST_CASE("the aim of a growth area is what the expected level looks like") {
  const Program& starter = test::starter();
  const PlanMaker maker{starter, make_date(2027, 4, 14)};
  const DevelopmentPlan plan = maker.plan(*starter.people.find_key("1003"));
  REQUIRE(plan.growth_areas.size() == 2);
  CHECK(plan.growth_areas[0].aim.starts_with("Advanced looks like this: Keeps a tense room"));
  CHECK(plan.contact == "Marieke Zwart");
  CHECK(plan.place == "Head of department, Operations, Norwich");
  CHECK(plan.journey == "Leader journey, cohort LDR-1");
}
