#include "planner/progress/person_progress.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"
#include "tests/support/sample_session.hpp"

namespace {

using namespace tandem;
using test::day;
using test::hour;
using test::SmallProgram;

const Date kToday = make_date(2027, 4, 14);

PersonProgress of(const Program& program, std::string_view number, Date today = kToday) {
  return person_progress(program, program.people.find_key(number)->id, today);
}

// One module of 60 minutes, one of 120, held on 1 and 8 March for two people, and a third on 5
// April.
struct Course : SmallProgram {
  Id<Module> first = add_module("A", 60);
  Id<Module> second = add_module("B", 120);
  Id<Module> third = add_module("C", 180);
  Id<Cohort> cohort = add_cohort("K");
  std::vector<Id<Person>> people = add_people(cohort, 2);
  Id<Room> room = add_room("Blue", 10);
  Id<Session> a = add_session("K/A", cohort, first, SessionStatus::delivered);
  Id<Session> b = add_session("K/B", cohort, second, SessionStatus::delivered);
  Id<Session> c = add_session("K/C", cohort, third);

  Course() {
    add_meeting(a, day(3, 1), hour(9), hour(10), room, {});
    add_meeting(b, day(3, 8), hour(9), hour(10), room, {});
    add_meeting(b, day(3, 9), hour(9), hour(10), room, {});
    add_meeting(c, day(4, 5), hour(13), hour(16), room, {});
    for (const auto session : {a, b, c}) book(session, people);
  }
  void mark(Id<Session> session, int meeting, AttendanceStatus status, int minutes = 0) {
    Attendance row;
    row.session = session;
    row.meeting = meeting;
    row.person = people[0];
    row.status = status;
    if (minutes > 0) row.minutes = minutes;
    put(row);
  }
  void pause(Date from, std::optional<Date> to) {
    Season row;
    row.person = people[0];
    row.from = from;
    row.to = to;
    row.season = SeasonKind::paused;
    put(row);
  }
  PersonProgress progress(Date today = day(3, 15)) {
    return person_progress(program, people[0], today);
  }
};

}  // namespace

TEST_CASE("the next step names the module, the day, the hour and the room") {
  // Niamh is at home in Haarlem, Kofi in Norwich, where the clocks say an hour less.
  REQUIRE(of(test::starter(), "1004").next.text ==
          "Pairing launch: the one who draws and the one who builds, Wed 21 Apr 12:30, Dune room, "
          "Haarlem");
  REQUIRE(of(test::starter(), "1003").next.text ==
          "Pairing launch: the one who draws and the one who builds, Wed 21 Apr 12:30 local time, "
          "Dune room, Haarlem");
}

TEST_CASE("a series under way says which of its meetings is next") {
  const auto next = of(test::starter(), "1008").next;
  REQUIRE(next.kind == NextKind::session);
  REQUIRE(next.meeting == 1);
  REQUIRE(next.text.find("(1 of 3), Thu 15 Apr 10:00, online") != std::string::npos);
  REQUIRE(
      of(test::starter(), "1008", make_date(2027, 4, 22)).next.text.find("(2 of 3), Thu 29 Apr") !=
      std::string::npos);
}

TEST_CASE("nobody's next step is empty, on any day of the year") {
  for (const Person& person : test::starter().people)
    for (Date d = make_date(2027, 1, 1); d < make_date(2028, 1, 1); d += days{9})
      REQUIRE_FALSE(person_progress(test::starter(), person.id, d).next.text.empty());
}

TEST_CASE("without a next step the reason stands in its place") {
  REQUIRE(of(test::starter(), "1001").next.text == "not in a cohort");
  REQUIRE(of(test::starter(), "1014").next.text == "waiting for a place in MGR-1");
  Course course;
  course.change(course.people[0], [](Person& p) { p.left = day(3, 12); });
  REQUIRE(course.progress().next.text == "left the company on Fri 12 Mar 2027");

  Course undated;
  undated.program.meetings = {};
  for (const auto session : {undated.a, undated.b})
    undated.change(session, [](Session& s) { s.status = SessionStatus::planned; });
  REQUIRE(undated.progress().next.text == "K/A, K/B and K/C have no date yet");
}

TEST_CASE("an item that is due comes after sessions, a make-up after it, an action last") {
  Course course;
  const auto item = course.add_module("T", 90, Mode::practice);
  const auto task = course.add_session("K/T", course.cohort, item);
  course.change(task, [](Session& s) { s.due_to = day(4, 20); });
  course.book(task, course.people);
  Action action;
  action.person = course.people[0];
  action.text = "Chair the incident call";
  action.due = day(5, 28);
  course.put(action);
  course.mark(course.a, 1, AttendanceStatus::no_show);
  REQUIRE(course.progress().next.text == "C, Mon 5 Apr 13:00, Blue, ROT");
  REQUIRE(course.progress(day(4, 6)).next.text == "T, due Tue 20 Apr");
  course.change(task, [](Session& s) { s.status = SessionStatus::delivered; });
  REQUIRE(course.progress(day(4, 6)).next.text == "A (A) to make up, no date yet");
  course.program.attendance = {};
  REQUIRE(course.progress(day(4, 6)).next.text == "Chair the incident call, by Fri 28 May");
}

TEST_CASE("online sessions are told by the clock of the person's own site") {
  Course course;
  const auto leeds = course.add_site("LDS", "Europe/London");
  course.change(course.people[0], [&](Person& p) { p.site = leeds; });
  // Amsterdam is an hour ahead of London.
  REQUIRE(course.progress().next.text == "C, Mon 5 Apr 13:00 local time, Blue, ROT");
  course.change(course.room, [](Room& r) { r.is_virtual = true; });
  REQUIRE(course.progress().next.text == "C, Mon 5 Apr 12:00, online");
}

TEST_CASE("modules are done, booked, to make up or not yet dated") {
  Course course;
  course.mark(course.a, 1, AttendanceStatus::full);
  course.mark(course.b, 1, AttendanceStatus::no_show);
  course.mark(course.b, 2, AttendanceStatus::full);
  course.add_module("D", 30);
  const auto progress = course.progress();
  const auto& journey = progress.journeys.at(0);
  std::vector<ModuleState> states;
  for (const auto& module : journey.modules) states.push_back(module.state);
  REQUIRE(states == std::vector{ModuleState::done, ModuleState::to_make_up, ModuleState::booked,
                                ModuleState::undated});
  // 60 of A and one of the two hours of B, of 60 + 120 + 180 + 30.
  REQUIRE(journey.minutes == Ratio{120, 390});
  REQUIRE(journey.pace_text == "1 session behind the plan");
  REQUIRE(progress.pace_text == "1 session behind the plan");
}

TEST_CASE("an excused absence is to make up, and yet on plan") {
  Course course;
  course.mark(course.a, 1, AttendanceStatus::excused);
  const auto progress = course.progress();
  REQUIRE(progress.counts[ModuleState::to_make_up] == 1);
  REQUIRE(progress.pace_text == "on plan");
  // Half of B excused: the other half is all that was due of it.
  course.mark(course.b, 1, AttendanceStatus::full);
  course.mark(course.b, 2, AttendanceStatus::excused);
  REQUIRE(course.progress().counts[ModuleState::done] == 1);
  REQUIRE(course.progress().minutes == Ratio{60, 60 + 60 + 180});
}

TEST_CASE("whoever pauses is frozen out, during the pause and for its days ever after") {
  Course course;
  course.mark(course.a, 1, AttendanceStatus::no_show);
  course.mark(course.b, 1, AttendanceStatus::no_show);
  REQUIRE(course.progress().pace_text == "2 sessions behind the plan");
  course.pause(day(3, 8), day(3, 19));
  REQUIRE(course.progress().pace_text == "paused until Fri 19 Mar");
  REQUIRE(course.progress().behind == 0);
  // Afterwards only A, which was before the pause, is behind.
  REQUIRE(course.progress(day(3, 22)).pace_text == "1 session behind the plan");
  REQUIRE(course.progress().next.kind == NextKind::session);
  // Two pauses in a row are one.
  course.pause(day(3, 20), {});
  REQUIRE(course.progress().pace_text == "paused");
  REQUIRE(course.progress().next.text == "paused");
}

TEST_CASE("what was attended in a pause counts all the same") {
  Course course;
  course.mark(course.a, 1, AttendanceStatus::full);
  course.pause(day(2, 22), day(3, 19));
  REQUIRE(course.progress().counts[ModuleState::done] == 1);
  REQUIRE(course.progress().minutes.part == 60);
  // An hour was planned; the twenty minutes that were attended are all that was due.
  Course shorter;
  shorter.mark(shorter.a, 1, AttendanceStatus::partial, 20);
  REQUIRE(shorter.progress().pace_text == "1 session behind the plan");
  shorter.pause(day(2, 22), day(3, 12));
  REQUIRE(shorter.progress().counts[ModuleState::done] == 1);
  REQUIRE(shorter.progress().minutes == Ratio{20, 20 + 120 + 180});
  REQUIRE(shorter.progress().pace_text == "on plan");
}

TEST_CASE("a module that two cohorts of one person take counts once for the person") {
  Course course;
  const auto other = course.add_cohort("L");
  Member member;
  member.cohort = other;
  member.person = course.people[0];
  member.status = MemberStatus::enrolled;
  course.put(member);
  course.mark(course.a, 1, AttendanceStatus::full);
  const auto progress = course.progress();
  REQUIRE(progress.journeys.size() == 2);
  REQUIRE(progress.journeys[1].counts[ModuleState::done] == 1);
  REQUIRE(progress.counts.all() == 3);
  REQUIRE(progress.minutes == Ratio{60, 360});
}

TEST_CASE("the people of the starter stand where its marks say") {
  // LDR-1 takes C1, C2, C3, L1, L2, L3, L4 and B1: 1530 minutes. Halima was excused from C2 (120).
  const auto halima = of(test::starter(), "1007");
  REQUIRE(halima.counts[ModuleState::done] == 2);
  REQUIRE(halima.counts[ModuleState::booked] == 3);
  REQUIRE(halima.counts[ModuleState::to_make_up] == 1);
  REQUIRE(halima.counts[ModuleState::undated] == 2);
  REQUIRE(halima.minutes == Ratio{150 + 420, 1530});
  REQUIRE(halima.pace_text == "on plan");
  // Pieter did not come to C2.
  REQUIRE(of(test::starter(), "1011").pace_text == "1 session behind the plan");
  REQUIRE(of(test::starter(), "1006", make_date(2027, 5, 20)).pace_text ==
          "paused until Fri 28 May");
}

TEST_CASE("everybody at once gives what each gives alone") {
  const auto all = people_progress(test::starter(), kToday);
  REQUIRE(all.size() == 14);
  for (const auto& one : all) REQUIRE(one == person_progress(test::starter(), one.person, kToday));
}
