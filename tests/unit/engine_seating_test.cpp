// Which sessions the engine makes, what their codes are and who sits in which.
#include <algorithm>
#include <map>

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

Outcome plan(const SmallProgram& small, SolveOptions options = {}) {
  options.steps = 400;
  auto outcome = solve(small.program, options);
  REQUIRE(outcome);
  for (const Violation& v : verify(small.program, outcome->proposal))
    FAIL_CHECK(word(v.rule) << " " << v.session << ": " << v.text);
  return *outcome;
}

std::map<std::string, std::size_t> sizes(const Outcome& outcome) {
  std::map<std::string, std::size_t> out;
  for (const PlannedSession& s : outcome.proposal.sessions) out[s.code] = s.seats.size();
  return out;
}

std::vector<Id<Person>> seats(const Outcome& outcome, const std::string& code) {
  for (const PlannedSession& s : outcome.proposal.sessions)
    if (s.code == code) return s.seats;
  return {};
}

}  // namespace

TEST_CASE("a cohort larger than the largest usable room is split into even groups") {
  OneModule small;
  small.add_people(small.cohort, 25);
  // ceil(25 / 12) = 3 groups of 9, 8 and 8.
  CHECK(sizes(plan(small)) ==
        std::map<std::string, std::size_t>{{"MGR-1/M1", 9}, {"MGR-1/M1/2", 8}, {"MGR-1/M1/3", 8}});
}

TEST_CASE("groups take the people of one unit apart, the same way in every module") {
  OneModule small;
  const auto second = small.add_module("M2", 120);
  small.add_facilitator("BO", {second});
  const auto people = small.add_people(small.cohort, 16);
  for (const char* code : {"U1", "U2", "U3", "U4"}) {
    Unit unit;
    unit.code = code;
    unit.name = code;
    unit.max_away = 2;
    const auto u = small.put(unit);
    const auto first = static_cast<std::size_t>(code[1] - '1') * 4;
    for (std::size_t i = first; i < first + 4; ++i)
      small.change(people[i], [&](Person& p) { p.unit = u; });
  }
  const auto outcome = plan(small);  // two groups of eight, two of each unit in each
  CHECK(outcome.status == OutcomeStatus::complete);
  CHECK(seats(outcome, "MGR-1/M1").size() == 8);
  CHECK(seats(outcome, "MGR-1/M1") == seats(outcome, "MGR-1/M2"));
}

TEST_CASE("coaching is one session a member, coded by number") {
  OneModule small;
  const auto coaching = small.add_module("C4", 60, Mode::coaching);
  small.add_facilitator("COACH", {coaching});
  small.add_people(small.cohort, 3);
  CHECK(sizes(plan(small)) ==
        std::map<std::string, std::size_t>{
            {"MGR-1/C4/1001", 1}, {"MGR-1/C4/1002", 1}, {"MGR-1/C4/1003", 1}, {"MGR-1/M1", 3}});
}

TEST_CASE("sessions, codes and seats that exist are kept, a newcomer joins the smaller group") {
  OneModule small;
  const auto people = small.add_people(small.cohort, 14);
  const auto a = small.add_session("MGR-1/M1", small.cohort, small.module);
  const auto b = small.add_session("MGR-1/M1/2", small.cohort, small.module);
  // Odd numbers here, even ones there; the last person is new.
  std::vector<Id<Person>> odd;
  std::vector<Id<Person>> even;
  for (std::size_t i = 0; i < 13; ++i) (i % 2 == 0 ? odd : even).push_back(people[i]);
  small.book(a, odd);
  small.book(b, even);
  const auto outcome = plan(small);
  CHECK(seats(outcome, "MGR-1/M1") == odd);
  even.push_back(people[13]);
  CHECK(seats(outcome, "MGR-1/M1/2") == even);
}

TEST_CASE(
    "somebody who has left the cohort loses their seat, somebody paused throughout has none") {
  OneModule small;
  const auto people = small.add_people(small.cohort, 4);
  const auto s = small.add_session("MGR-1/M1", small.cohort, small.module);
  small.book(s, people);
  for (const Member& member : small.program.members)
    if (member.person == people[0]) {
      small.change(member.id, [](Member& m) { m.status = MemberStatus::withdrawn; });
      break;
    }
  const auto late = small.add_people(small.cohort, 1, 3001).front();
  Season pause;
  pause.person = late;
  pause.from = day(1, 1);
  pause.season = SeasonKind::paused;
  small.put(pause);
  const auto outcome = plan(small);
  CHECK(seats(outcome, "MGR-1/M1") == std::vector{people[1], people[2], people[3]});
  REQUIRE(outcome.to_make_up.size() == 1);
  CHECK(outcome.to_make_up[0].person == late);
}

TEST_CASE("a pause that leaves other dates moves the session, not the person") {
  OneModule small;
  const auto people = small.add_people(small.cohort, 4);
  Season pause;
  pause.person = people[0];
  pause.from = day(1, 1);
  pause.to = day(1, 22);
  pause.season = SeasonKind::paused;
  small.put(pause);
  const auto outcome = plan(small);
  CHECK(seats(outcome, "MGR-1/M1").size() == 4);
  CHECK(outcome.proposal.sessions[0].meetings.at(0).date == day(1, 25));
}

TEST_CASE("who comes after their group was held is listed to make up") {
  OneModule small;
  const auto people = small.add_people(small.cohort, 4);
  const auto s =
      small.add_session("MGR-1/M1", small.cohort, small.module, SessionStatus::delivered);
  small.add_meeting(s, day(1, 12), hour(9), hour(13), small.room, small.lead);
  small.book(s, people);
  const auto late = small.add_people(small.cohort, 1, 3001).front();
  SolveOptions options;
  options.as_of = day(2, 1);
  const auto outcome = plan(small, options);
  CHECK(sizes(outcome) == std::map<std::string, std::size_t>{{"MGR-1/M1", 4}});
  REQUIRE(outcome.to_make_up.size() == 1);
  CHECK(outcome.to_make_up[0].person == late);
}

TEST_CASE("a joint session serves both cohorts, under the first one's code") {
  OneModule small;
  const auto other = small.add_cohort("MGR-2");
  small.add_people(small.cohort, 5);
  small.add_people(other, 6, 2001);
  small.change(other, [](Cohort& c) { c.start_from = day(3, 2); });
  Session joint;
  joint.code = "MGR-1/M1";
  joint.cohorts = {small.cohort, other};
  joint.module = small.module;
  small.put(joint);
  const auto outcome = plan(small);
  CHECK(sizes(outcome) == std::map<std::string, std::size_t>{{"MGR-1/M1", 11}});
  CHECK(outcome.proposal.sessions[0].meetings.at(0).date == day(3, 2));  // both windows bind
}

TEST_CASE("of an m-of set the modules marked yes come first, then by position") {
  SmallProgram small;
  const auto cohort = small.add_cohort("MGR-1");
  small.add_people(cohort, 3);
  small.add_room("R1", 12);
  std::vector<Id<Module>> modules;
  for (const char* code : {"A", "B", "C"}) modules.push_back(small.add_module(code, 60));
  small.add_facilitator("ANA", modules);
  int position = 0;
  for (const ProgrammeModule& row : Table<ProgrammeModule>{small.program.programme_modules})
    small.change(row.id, [&](ProgrammeModule& r) {
      r.rule = "2 of";
      r.position = ++position;
    });
  CHECK(sizes(plan(small)) == std::map<std::string, std::size_t>{{"MGR-1/A", 3}, {"MGR-1/B", 3}});
  CohortModule choice;
  choice.cohort = cohort;
  choice.module = modules[2];
  choice.use = true;
  small.put(choice);
  choice = {};
  choice.cohort = cohort;
  choice.module = modules[0];
  choice.use = false;
  small.put(choice);
  CHECK(sizes(plan(small)) == std::map<std::string, std::size_t>{{"MGR-1/B", 3}, {"MGR-1/C", 3}});
}

TEST_CASE("a variant gives the session its own form") {
  OneModule small;
  small.add_people(small.cohort, 4);
  Variant halves;
  halves.module = small.module;
  halves.variant = "halves";
  halves.meetings = 2;
  small.put(halves);
  CohortModule choice;
  choice.cohort = small.cohort;
  choice.module = small.module;
  choice.variant = "halves";
  small.put(choice);
  const auto outcome = plan(small);
  const auto& s = outcome.proposal.sessions.at(0);
  CHECK(s.variant == "halves");
  REQUIRE(s.meetings.size() == 2);
  CHECK(s.meetings[0].end.minute - s.meetings[0].start.minute == 120);  // half of 240
}

TEST_CASE("all that is missing is told at once, by name") {
  OneModule small;
  small.add_people(small.cohort, 4);
  const auto lab = small.add_module("LAB", 120);
  small.change(lab, [](Module& m) {
    m.room_features = {"lab"};
    m.assets = {{"VR", 4}};
  });
  small.add_module("SOLO", 120);  // nobody leads it
  const auto outcome = solve(small.program, {});
  REQUIRE_FALSE(outcome);
  std::string all;
  for (const Error& error : outcome.error()) all += text(error) + "\n";
  CHECK(all.find("no room for module LAB with lab") != std::string::npos);
}
