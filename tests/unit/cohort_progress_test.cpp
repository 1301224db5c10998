#include "planner/progress/cohort_progress.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"
#include "tests/support/sample_session.hpp"

namespace {

using namespace tandem;
using test::day;
using test::hour;

CohortProgress of(const Program& program, std::string_view cohort,
                  Date today = make_date(2027, 4, 14)) {
  for (auto& p : cohort_progress(program, today))
    if (code_of(program, p.cohort) == cohort) return p;
  throw std::out_of_range("no such cohort");
}

// Three people; A held on 1 March, B planned for 5 April.
struct Pair : test::SmallProgram {
  Id<Module> first = add_module("A", 60);
  Id<Module> second = add_module("B", 60);
  Id<Cohort> cohort = add_cohort("K");
  std::vector<Id<Person>> people = add_people(cohort, 3);
  Id<Session> a = add_session("K/A", cohort, first, SessionStatus::delivered);
  Id<Session> b = add_session("K/B", cohort, second);

  Pair() {
    add_meeting(a, day(3, 1), hour(9), hour(10), {}, {});
    add_meeting(b, day(4, 5), hour(9), hour(10), {}, {});
    book(a, people);
    book(b, people);
  }
  void mark(std::size_t person, AttendanceStatus status) {
    Attendance row;
    row.session = a;
    row.meeting = 1;
    row.person = people[person];
    row.status = status;
    put(row);
  }
  CohortProgress progress() { return of(program, "K", day(3, 15)); }
};

}  // namespace

TEST_CASE("the board counts what the enrolment rows count") {
  const auto p = of(test::starter(), "MGR-1");
  REQUIRE(p.by_status == std::array{0, 6, 1, 0, 0});
  REQUIRE(p.members == 6);
  // Six people take nine modules: C1, C2 and M1 were held (18 seats, one of them Pieter's to make up),
  // C3 and M2 are ahead, and B2, M3, M4 and M5 have no date yet.
  REQUIRE(p.counts[ModuleState::done] == 17);
  REQUIRE(p.counts[ModuleState::to_make_up] == 1);
  REQUIRE(p.counts[ModuleState::booked] == 12);
  REQUIRE(p.counts[ModuleState::undated] == 24);
  REQUIRE(p.counts.all() == 6 * 9);
}

TEST_CASE("the pace of a cohort is said in words, and who needs a hand by name") {
  const auto p = of(test::starter(), "MGR-1");
  REQUIRE(p.pace == "1 person is behind the plan");
  REQUIRE(p.people.size() == 1);
  REQUIRE(p.people[0].text == "Pieter van den Broek has C2 to make up");
  const auto leaders = of(test::starter(), "LDR-1");
  // Ruben left C1 after 90 of 150 minutes; Halima was excused, which is no delay.
  REQUIRE(leaders.pace == "1 person is behind the plan");
  REQUIRE(leaders.people.size() == 2);
  REQUIRE(leaders.people[0].text == "Halima has C2 to make up");
  REQUIRE(leaders.people[1].text == "Ruben de Wit has C1 to make up");
  REQUIRE(of(Pair{}.program, "K", day(2, 1)).pace == "starts Mon 1 Mar");
}

TEST_CASE("the burn-up holds what was planned and what was completed, up to today") {
  Pair pair;
  pair.mark(0, AttendanceStatus::full);
  pair.mark(1, AttendanceStatus::no_show);
  const auto points = pair.progress().burn_up;
  REQUIRE(points == std::vector<BurnUpPoint>{
                        {day(3, 1), 3, 1}, {day(3, 15), 3, 1}, {day(4, 5), 6, std::nullopt}});
}

TEST_CASE("an excused seat leaves both sides of a cohort's count") {
  Pair pair;
  pair.mark(0, AttendanceStatus::full);
  pair.mark(1, AttendanceStatus::no_show);
  pair.mark(2, AttendanceStatus::excused);
  const auto p = pair.progress();
  REQUIRE(p.seats == Ratio{1, 2});
  REQUIRE(p.behind == 1);
  REQUIRE(p.burn_up.front() == BurnUpPoint{day(3, 1), 2, 1});
  REQUIRE(p.people.size() == 2);  // a make-up is offered all the same
}

TEST_CASE("a seat on a day of somebody's pause is in no count of its session") {
  Pair pair;
  pair.mark(0, AttendanceStatus::full);
  pair.mark(1, AttendanceStatus::full);
  Season pause;
  pause.person = pair.people[2];
  pause.from = day(2, 20);
  pause.to = day(3, 5);
  pause.season = SeasonKind::paused;
  pair.put(pause);
  const auto p = pair.progress();
  REQUIRE(p.sessions.front().seats == 2);
  REQUIRE(p.sessions.front().completed == 2);
  REQUIRE(p.needs.empty());
}

TEST_CASE("people on a pause are in no list of people who need a hand") {
  Pair pair;
  pair.mark(0, AttendanceStatus::no_show);
  REQUIRE(pair.progress().people.size() == 1);
  Season pause;
  pause.person = pair.people[0];
  pause.from = day(3, 10);
  pause.season = SeasonKind::paused;
  pair.put(pause);
  REQUIRE(pair.progress().people.empty());
  REQUIRE(pair.progress().pace == "on plan");
}
