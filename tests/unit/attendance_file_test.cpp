#include "db/exchange/attendance_file.hpp"

#include "planner/edit/apply.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_session.hpp"

namespace {

using namespace tandem;

const std::string kHeader = "session,meeting,person,status,minutes\n";

std::vector<std::string> problems(const std::string& rows) {
  const auto read = db::read_attendance(test::starter(), kHeader + rows, "list.csv");
  std::vector<std::string> out;
  if (!read)
    for (const Error& e : read.error()) out.push_back(text(e));
  return out;
}

}  // namespace

TEST_CASE("a list of marks becomes one command a line, columns in any order") {
  const auto read = db::read_attendance(test::starter(),
                                        "person,session,status,meeting,x_seat\n"
                                        "1008,MGR-1/M2,full,1,A4\n1011,MGR-1/C2,excused,1,\n",
                                        "list.csv");
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  CountingIds ids{1'000'000};
  const auto applied = apply_all(test::starter(), *read, ids);
  REQUIRE(applied);
  // One mark more; Pieter's no-show of C2 is now an excused absence.
  REQUIRE(applied->program.attendance.size() == test::starter().attendance.size() + 1);
  const auto pieter = test::starter().people.find_key("1011")->id;
  int excused = 0;
  for (const Attendance& a : applied->program.attendance)
    if (a.person == pieter && a.status == AttendanceStatus::excused) ++excused;
  REQUIRE(excused == 1);
}

TEST_CASE("every problem of a list is told at once, each with its line") {
  REQUIRE(
      problems("MGR-1/M2,1,1008,full,\n"
               "MGR-1/M2,1,1008,excused,\n"
               "MGR-1/M2,4,1009,full,\n"
               "MGR-1/M2,1,1003,full,\n"
               "MGR-1/M2,1,1010,partial,\n"
               "MGR-1/M2,1,1011,partial,91\n"
               "MGR-1/M3,1,1012,maybe,\n") ==
      std::vector<std::string>{
          "list.csv:3: this mark stands in line 2 already (keep one of them)",
          "list.csv:4: session MGR-1/M2: there is no meeting 4 (meetings are numbered from 1)",
          "list.csv:5: session MGR-1/M2: Kofi Mensah-Brandt has no booked seat (give them a seat "
          "first)",
          "list.csv:6: a partial attendance says how many minutes (fill in minutes)",
          "list.csv:7: session MGR-1/M2: 91 minutes are more than the meeting has",
          "list.csv:8:1: session: 'MGR-1/M3' is not in sessions (did you mean MGR-1/M1?)",
          "list.csv:8:4: status: 'maybe' is not allowed here (allowed: full, partial, no_show "
          "or excused)"});
}

TEST_CASE("a list without a column it needs, or with cells that slid, is refused") {
  const auto read = db::read_attendance(test::starter(), "session,meeting,status\n", "list.csv");
  REQUIRE_FALSE(read);
  REQUIRE(text(read.error().front()) ==
          "list.csv:1: the column 'person' is missing (it may not be left out)");
  REQUIRE(problems("MGR-1/M2,1,1008\n").size() == 1);
  REQUIRE_FALSE(db::read_attendance(test::starter(), "", "list.csv"));
  REQUIRE(problems("").empty());
}
