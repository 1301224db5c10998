// Whole calendar files, read once by a person: a person's feed before and after one meeting moves
// and another is withdrawn, the messages that go with it, and a cohort's feed across two zones.
#include "tests/support/calendar_world.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"

using tandem::make_date;
using tandem::test::CalendarWorld;
using tandem::test::golden;

TEST_CASE("calendar files are what they were when a person read them") {
  CalendarWorld world;
  world.publish();
  const auto same = [](const std::string& name, const std::string& bytes) {
    INFO(name);
    CHECK(bytes == golden("calendar/" + name, bytes));
  };
  same("feed.ics", world.files.at("people/1.ics"));
  same("cohort.ics", world.files.at("cohorts/LON-1.ics"));
  same("without_address.ics", world.files.at("events/people/3/LON-1+M2-1.ics"));

  world.move("AMS-1/M1", 1, make_date(2027, 3, 30), 13);  // into summer time
  world.drop_seat("LON-1/M2", "1");
  world.words.neutral_titles = false;
  world.publish();
  same("feed_after.ics", world.files.at("people/1.ics"));
  same("request.ics", world.changes.at("people/1/moved-AMS-1+M1-1.ics"));
  same("cancel.ics", world.changes.at("people/1/cancelled-LON-1+M2-1.ics"));
}
