#pragma once

// A small workspace for tests of calendars, around the last Sunday of March 2027: Amsterdam and
// London, two cohorts, three learners, two facilitators; and the means to change it and publish it
// again and again, as a coordinator would.
//
//   AMS-1/M1  25 and 31 March, 09:00 to 12:00, in the Dune room in Amsterdam; Marieke leads, who is
//             also person 4 and owns the programme; seats of 1 (Amsterdam) and 2 (London)
//   LON-1/M2  29 March, 14:00 to 15:30 in London, online; Sam leads; seats of 1, 2 and 3
//
// Person 3 has no mail address, nor has Sam.

#include <map>
#include <string>

#include "planner/report/calendar.hpp"
#include "tests/support/ics_reader.hpp"

namespace tandem::test {

using Files = std::map<std::string, std::string>;  // path -> bytes

class CalendarWorld {
 public:
  CalendarWorld();

  Program program;
  report::CalendarWords words;
  Date as_of = make_date(2027, 3, 1);
  std::chrono::sys_seconds now{std::chrono::sys_days{std::chrono::March / 1 / 2027} +
                               std::chrono::hours{8}};

  // An hour passes, all is published and remembered; `files` holds what the folder holds.
  report::PublishPlan publish();
  report::PublishPlan calendar(const report::Audience& audience);
  Files files;    // all that was ever written, but for changes/
  Files changes;  // of the last time, paths below changes/STAMP/

  // The copy of a meeting as it stands in a file. Throws when it is not there once.
  IcsComponent event(const std::string& path, const std::string& meeting,
                     const std::string& audience) const;
  const CalendarEntry& entry(const std::string& meeting, const std::string& audience) const;

  void put(AnyRow row);
  void remove(TableId table, RawId id);
  Session session(const std::string& code) const;
  Meeting meeting(const std::string& session, int number) const;
  void move(const std::string& session, int number, Date date, int hour);  // three hours long
  void drop_seat(const std::string& session, const std::string& person);

 private:
  report::PublishPlan keep(Result<report::PublishPlan> plan);

  report::UidSource uids_ = report::random_uids(7);
  RawId next_id_ = 1;  // the rows of the workspace count from a million
};

// The paths whose bytes differ, or that only one side has.
std::vector<std::string> differing(const Files& before, const Files& after);

}  // namespace tandem::test
