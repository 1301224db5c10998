// The calendar rules, one sentence each: what goes out, to whom, and what may change in it.
#include "tests/support/calendar_world.hpp"
#include "tests/support/catch.hpp"

using namespace tandem;
using tandem::report::Audience;
using tandem::test::CalendarWorld;
using tandem::test::differing;
using tandem::test::event_of;
using tandem::test::Files;
using tandem::test::IcsComponent;
using tandem::test::read_ics;

namespace {

const std::string kMeeting = "AMS-1/M1#1";
const std::string kPerson = "person:1";
const std::string kFeed = "people/1.ics";

std::vector<std::string> keys(const Files& files) {
  std::vector<std::string> out;
  for (const auto& [path, bytes] : files) out.push_back(path);
  return out;
}

}  // namespace

TEST_CASE("publishing writes a calendar for every cohort, facilitator and learner") {
  CalendarWorld world;
  world.publish();
  for (const char* path : {"cohorts/AMS-1.ics", "cohorts/LON-1.ics", "facilitators/MARIEKE.ics",
                           "facilitators/SAM.ics", "people/1.ics", "people/2.ics", "people/3.ics"})
    CHECK(world.files.contains(path));
  CHECK_FALSE(world.files.contains("people/4.ics"));  // leads, but holds no seat
  // Person 1 has two meetings of AMS-1/M1 and one of LON-1/M2, person 3 only the latter.
  CHECK(read_ics(world.files[kFeed]).all("VEVENT").size() == 3);
  CHECK(read_ics(world.files["people/3.ics"]).all("VEVENT").size() == 1);
}

TEST_CASE("publishing makes planned sessions published, if they have a date") {
  CalendarWorld world;
  Session undated = world.session("LON-1/M2");
  undated.id = {};
  undated.code = "LON-1/M9";
  world.put(undated);
  const auto plan = world.publish();
  CHECK(plan.sessions == 2);
  CHECK(world.session("AMS-1/M1").status == SessionStatus::published);
  CHECK(world.session("LON-1/M2").status == SessionStatus::published);
  CHECK(world.session("LON-1/M9").status == SessionStatus::planned);
}

TEST_CASE("a file has one method: feeds publish, single events request or cancel") {
  CalendarWorld world;
  world.publish();
  CHECK(read_ics(world.files[kFeed]).value("METHOD") == "PUBLISH");
  const IcsComponent single = read_ics(world.files["events/people/1/AMS-1+M1-1.ics"]);
  CHECK(single.value("METHOD") == "REQUEST");
  REQUIRE(single.all("VEVENT").size() == 1);
  const IcsComponent& event = *single.all("VEVENT").front();
  CHECK(event.value("ORGANIZER") == "mailto:marieke@marram.example");
  CHECK(event.find("ORGANIZER")->params.at("CN") == "Marieke Zwart");
  CHECK(event.value("ATTENDEE") == "mailto:zsofia.takacs@marram.example");
  CHECK(event.find("ATTENDEE")->params.at("CN") == "Takács, Zsófia");
  // A feed names nobody but the organiser.
  CHECK(read_ics(world.files[kFeed]).all("VEVENT").front()->find("ATTENDEE") == nullptr);
}

TEST_CASE("who has no address is requested nothing and still has a file of the single event") {
  CalendarWorld world;
  world.publish();
  const IcsComponent single = read_ics(world.files["events/people/3/LON-1+M2-1.ics"]);
  CHECK(single.value("METHOD") == "PUBLISH");
  CHECK(single.all("VEVENT").front()->find("ATTENDEE") == nullptr);
}

TEST_CASE("each audience has a UID of its own for a meeting") {
  CalendarWorld world;
  world.publish();
  std::vector<std::string> uids;
  for (const CalendarEntry& entry : world.program.calendar_entries) uids.push_back(entry.uid);
  CHECK(uids.size() == 13);  // two meetings for 4 audiences, one for 5
  std::sort(uids.begin(), uids.end());
  CHECK(std::adjacent_find(uids.begin(), uids.end()) == uids.end());
}

TEST_CASE("publishing again with nothing changed writes the same bytes and remembers nothing new") {
  CalendarWorld world;
  world.publish();
  const Files before = world.files;
  const Program program = world.program;
  const auto plan = world.publish();
  CHECK(differing(before, world.files).empty());
  CHECK(plan.commands.empty());
  CHECK(world.changes.empty());
  CHECK(world.program == program);
}

TEST_CASE("moving one meeting changes one event of each audience's copy and no other file") {
  CalendarWorld world;
  world.publish();
  const Files before = world.files;
  const CalendarEntry sent = world.entry(kMeeting, kPerson);
  world.move("AMS-1/M1", 1, make_date(2027, 3, 26), 10);
  const auto plan = world.publish();

  // Its cohort, its facilitator, the holders of its two seats: a feed and a single event each.
  CHECK(differing(before, world.files) ==
        std::vector<std::string>{"cohorts/AMS-1.ics", "events/cohorts/AMS-1/AMS-1+M1-1.ics",
                                 "events/facilitators/MARIEKE/AMS-1+M1-1.ics",
                                 "events/people/1/AMS-1+M1-1.ics", "events/people/2/AMS-1+M1-1.ics",
                                 "facilitators/MARIEKE.ics", "people/1.ics", "people/2.ics"});
  CHECK(plan.changes.moved == 4);
  CHECK(plan.changes == report::CalendarChanges{0, 4, 0, 0, 0});

  const CalendarEntry& moved = world.entry(kMeeting, kPerson);
  CHECK(moved.uid == sent.uid);
  CHECK(moved.sequence == sent.sequence + 1);
  CHECK(moved.stamp > sent.stamp);
  const IcsComponent old_feed = read_ics(before.at(kFeed));
  const IcsComponent new_feed = read_ics(world.files[kFeed]);
  REQUIRE(new_feed.all("VEVENT").size() == 3);
  int different = 0;
  for (const IcsComponent* event : new_feed.all("VEVENT")) {
    const IcsComponent& old = event_of(old_feed, event->value("UID"));
    bool same = old.lines.size() == event->lines.size();
    for (std::size_t i = 0; same && i < old.lines.size(); ++i)
      same = old.lines[i].value == event->lines[i].value;
    different += !same;
  }
  CHECK(different == 1);
  const IcsComponent event = world.event(kFeed, kMeeting, kPerson);
  CHECK(event.value("SEQUENCE") == "1");
  CHECK(event.value("DTSTART") == "20270326T100000");
  CHECK(event.value("DTEND") == "20270326T130000");
}

TEST_CASE("the bundle of changes holds what is new, moved or withdrawn this time, and only that") {
  CalendarWorld world;
  world.publish();
  CHECK(world.changes.size() == 13);
  world.move("AMS-1/M1", 2, make_date(2027, 4, 1), 9);
  world.drop_seat("LON-1/M2", "3");
  world.publish();
  CHECK(keys(world.changes) == std::vector<std::string>{"cohorts/AMS-1/moved-AMS-1+M1-2.ics",
                                                        "facilitators/MARIEKE/moved-AMS-1+M1-2.ics",
                                                        "people/1/moved-AMS-1+M1-2.ics",
                                                        "people/2/moved-AMS-1+M1-2.ics",
                                                        "people/3/cancelled-LON-1+M2-1.ics"});
  for (const auto& [path, bytes] : world.changes) CHECK(read_ics(bytes).all("VEVENT").size() == 1);
}

TEST_CASE("a text edit raises LAST-MODIFIED only") {
  CalendarWorld world;
  world.words.neutral_titles = false;
  world.publish();
  const IcsComponent sent = world.event(kFeed, kMeeting, kPerson);
  Module module = *world.program.modules.find_key("M1");
  module.title = "Hard conversations";
  world.put(module);
  const auto plan = world.publish();
  const IcsComponent event = world.event(kFeed, kMeeting, kPerson);
  CHECK(event.text("SUMMARY") == "Hard conversations");
  CHECK(event.value("LAST-MODIFIED") > sent.value("LAST-MODIFIED"));
  for (const char* kept : {"UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND"})
    CHECK(event.value(kept) == sent.value(kept));
  CHECK(plan.changes.reworded == 8);  // two meetings, four audiences
  CHECK(world.changes.empty());
}

TEST_CASE("another room keeps the sequence, and people hear of it") {
  CalendarWorld world;
  world.publish();
  Meeting row = world.meeting("AMS-1/M1", 1);
  row.room = world.program.rooms.find_key("SAND")->id;
  world.put(row);
  world.publish();
  const IcsComponent event = world.event(kFeed, kMeeting, kPerson);
  CHECK(event.value("SEQUENCE") == "0");
  CHECK(event.text("LOCATION") == "Sand room, Amsterdam");
  CHECK(world.changes.contains("people/1/room-AMS-1+M1-1.ics"));
}

TEST_CASE("DTSTAMP is when the revision was made, not when the file was written") {
  CalendarWorld world;
  world.publish();  // an hour after 08:00
  CHECK(world.event(kFeed, kMeeting, kPerson).value("DTSTAMP") == "20270301T090000Z");
  world.publish();
  CHECK(world.event(kFeed, kMeeting, kPerson).value("DTSTAMP") == "20270301T090000Z");
  world.move("AMS-1/M1", 1, make_date(2027, 3, 26), 9);
  world.publish();
  CHECK(world.event(kFeed, kMeeting, kPerson).value("DTSTAMP") == "20270301T110000Z");
  CHECK(world.event(kFeed, "AMS-1/M1#2", kPerson).value("DTSTAMP") == "20270301T090000Z");
}

TEST_CASE(
    "a cancelled session is withdrawn, stays in the feed until its date has passed, then goes") {
  CalendarWorld world;
  world.publish();
  const std::string uid = world.entry(kMeeting, kPerson).uid;
  Session row = world.session("AMS-1/M1");
  row.status = SessionStatus::cancelled;
  world.put(row);
  const auto plan = world.publish();
  CHECK(plan.changes.withdrawn == 8);

  const IcsComponent message = read_ics(world.changes.at("people/1/cancelled-AMS-1+M1-1.ics"));
  CHECK(message.value("METHOD") == "CANCEL");
  CHECK(event_of(message, uid).value("STATUS") == "CANCELLED");
  CHECK(event_of(message, uid).value("SEQUENCE") == "1");
  CHECK(event_of(message, uid).value("DTSTART") == "20270325T090000");
  CHECK(world.event(kFeed, kMeeting, kPerson).value("STATUS") == "CANCELLED");

  world.as_of = make_date(2027, 3, 25);  // the day itself: still shown
  world.publish();
  CHECK(read_ics(world.files[kFeed]).all("VEVENT").size() == 3);
  CHECK(world.event(kFeed, kMeeting, kPerson).value("SEQUENCE") == "1");
  CHECK(world.changes.empty());
  world.as_of = make_date(2027, 3, 26);
  world.publish();
  CHECK(read_ics(world.files[kFeed]).all("VEVENT").size() == 2);
  CHECK_THROWS(world.event(kFeed, kMeeting, kPerson));
}

TEST_CASE("a meeting whose session is deleted is withdrawn with the words it was sent with") {
  CalendarWorld world;
  world.words.neutral_titles = false;
  world.publish();
  world.remove(TableId::meetings, world.meeting("LON-1/M2", 1).id.value);
  const RawId session = world.session("LON-1/M2").id.value;
  for (const Seat& row : Table<Seat>{world.program.seats})
    if (row.session.value == session) world.remove(TableId::seats, row.id.value);
  world.remove(TableId::sessions, session);
  world.publish();
  const IcsComponent event = world.event("people/3.ics", "LON-1/M2#1", "person:3");
  CHECK(event.value("STATUS") == "CANCELLED");
  CHECK(event.text("SUMMARY") == "Feedback");
  CHECK(event.text("LOCATION") == "Online room");
  CHECK(event.value("ORGANIZER") == "mailto:marieke@marram.example");
}

TEST_CASE("a meeting that comes back keeps its UID and rises once more") {
  CalendarWorld world;
  world.publish();
  const std::string uid = world.entry(kMeeting, kPerson).uid;
  Session row = world.session("AMS-1/M1");
  row.status = SessionStatus::cancelled;
  world.put(row);
  world.publish();
  row.status = SessionStatus::published;
  world.put(row);
  world.publish();
  CHECK(world.entry(kMeeting, kPerson).uid == uid);
  const IcsComponent event = world.event(kFeed, kMeeting, kPerson);
  CHECK(event.value("SEQUENCE") == "2");
  CHECK(event.value("STATUS") == "CONFIRMED");
  CHECK(world.changes.contains("people/1/new-AMS-1+M1-1.ics"));
}

TEST_CASE("a seat given back withdraws that person's copy and nobody else's") {
  CalendarWorld world;
  world.publish();
  const Files before = world.files;
  world.drop_seat("AMS-1/M1", "2");
  world.publish();
  CHECK(differing(before, world.files) == std::vector<std::string>{"events/people/2/AMS-1+M1-1.ics",
                                                                   "events/people/2/AMS-1+M1-2.ics",
                                                                   "people/2.ics"});
  CHECK(world.event("people/2.ics", kMeeting, "person:2").value("STATUS") == "CANCELLED");
}

TEST_CASE("what was held is history: nothing is withdrawn, and no invitation is written") {
  CalendarWorld world;
  world.as_of = make_date(2027, 3, 26);
  world.publish();
  CHECK(world.files.contains(kFeed));
  CHECK_FALSE(world.files.contains("events/people/1/AMS-1+M1-1.ics"));
  CHECK(world.files.contains("events/people/1/AMS-1+M1-2.ics"));
  world.drop_seat("AMS-1/M1", "1");
  const auto plan = world.publish();
  CHECK(plan.changes.withdrawn == 1);  // the meeting to come
  CHECK(world.changes.size() == 1);
}

TEST_CASE("titles are neutral unless asked for otherwise, and never say more than the module") {
  CalendarWorld world;
  world.publish();
  CHECK(world.event(kFeed, kMeeting, kPerson).text("SUMMARY") == "Development session");
  CHECK(world.event(kFeed, kMeeting, kPerson).text("DESCRIPTION") ==
        "Session AMS-1/M1, part 1 of 2\nLed by Marieke Zwart");
  for (const auto& [path, bytes] : world.files) {
    INFO(path);
    CHECK(bytes.find("onversations") == bytes.npos);
  }
  world.words.neutral_title = "Blocked";
  world.publish();
  CHECK(world.event(kFeed, kMeeting, kPerson).text("SUMMARY") == "Blocked");
  world.words.neutral_titles = false;
  world.publish();
  CHECK(world.event(kFeed, kMeeting, kPerson).text("SUMMARY") ==
        "Tough conversations; told plainly, twice");
}

TEST_CASE("an online meeting across zones says when it is where its reader is") {
  CalendarWorld world;
  world.publish();
  // 29 March, 14:00 in London; the clocks went forward the day before in both, so 15:00 in
  // Amsterdam.
  const IcsComponent ours = world.event(kFeed, "LON-1/M2#1", kPerson);
  CHECK(ours.find("DTSTART")->params.at("TZID") == "Europe/London");
  CHECK(ours.value("DTSTART") == "20270329T140000");
  CHECK(ours.text("DESCRIPTION") ==
        "Session LON-1/M2\nLed by Sam Ó Briain\n15:00 to 16:30 in Europe/Amsterdam");
  CHECK(world.event("people/2.ics", "LON-1/M2#1", "person:2").text("DESCRIPTION") ==
        "Session LON-1/M2\nLed by Sam Ó Briain");
  // The cohort shares one copy, and one of its seats is held in Amsterdam.
  CHECK(world.event("cohorts/LON-1.ics", "LON-1/M2#1", "cohort:LON-1").text("DESCRIPTION") ==
        "Session LON-1/M2\nLed by Sam Ó Briain\n15:00 to 16:30 in Europe/Amsterdam");
  // In a room, the room's clock is the only one that counts, also for person 2 from London.
  CHECK(world.event("people/2.ics", kMeeting, "person:2").text("DESCRIPTION") ==
        "Session AMS-1/M1, part 1 of 2\nLed by Marieke Zwart");
}

TEST_CASE("coaching is not in the calendar that a cohort shares") {
  CalendarWorld world;
  Module module = *world.program.modules.find_key("M2");
  module.mode = Mode::coaching;
  world.put(module);
  world.publish();
  CHECK_FALSE(world.files.contains("cohorts/LON-1.ics"));
  CHECK(world.files.contains("facilitators/SAM.ics"));
  CHECK(world.files.contains("people/3.ics"));
}

TEST_CASE("one person's calendar leaves sessions as they are and shows planned ones as tentative") {
  CalendarWorld world;
  const auto plan = world.calendar({Audience::Kind::person, "1"});
  CHECK(plan.sessions == 0);
  CHECK(world.session("AMS-1/M1").status == SessionStatus::planned);
  for (const auto& [path, bytes] : world.files)
    CHECK((path == kFeed || path.starts_with("events/people/1/")));
  CHECK(world.event(kFeed, kMeeting, kPerson).value("STATUS") == "TENTATIVE");
  const std::string uid = world.entry(kMeeting, kPerson).uid;
  world.publish();
  CHECK(world.entry(kMeeting, kPerson).uid == uid);
  CHECK(world.event(kFeed, kMeeting, kPerson).value("STATUS") == "CONFIRMED");
  CHECK(world.event(kFeed, kMeeting, kPerson).value("SEQUENCE") == "0");
}

TEST_CASE("one person's calendar holds what was withdrawn from them, and of nobody else") {
  CalendarWorld world;
  world.publish();
  const Files before = world.files;
  world.drop_seat("AMS-1/M1", "1");
  world.drop_seat("AMS-1/M1", "2");
  const auto plan = world.calendar({Audience::Kind::person, "1"});
  CHECK(plan.changes.withdrawn == 2);
  CHECK(differing(before, world.files) == std::vector<std::string>{"events/people/1/AMS-1+M1-1.ics",
                                                                   "events/people/1/AMS-1+M1-2.ics",
                                                                   "people/1.ics"});
  CHECK(world.entry(kMeeting, "person:2").sequence == 0);  // theirs is still to come
  world.publish();
  CHECK(world.entry(kMeeting, "person:2").sequence == 1);
  CHECK(world.entry(kMeeting, kPerson).sequence == 1);
}

TEST_CASE("a copy that does not say when it was made is made anew") {
  CalendarWorld world;
  world.publish();
  CalendarEntry row = world.entry(kMeeting, kPerson);
  row.stamp.clear();
  world.put(row);
  world.publish();
  CHECK(world.event(kFeed, kMeeting, kPerson).value("DTSTAMP") == "20270301T100000Z");
}

TEST_CASE(
    "a calendar.csv that only has the fixed columns is taken up: same UID, one step further") {
  CalendarWorld world;
  CalendarEntry row;
  row.meeting = kMeeting;
  row.audience = kPerson;
  row.uid = "from-elsewhere";
  row.sequence = 4;
  row.stamp = "20270101T000000Z";
  row.digest = "?";
  world.put(row);
  world.publish();
  const IcsComponent event = world.event(kFeed, kMeeting, kPerson);
  CHECK(event.value("UID") == "from-elsewhere");
  CHECK(event.value("SEQUENCE") == "5");
}

TEST_CASE("codes become file names that stay below the folder and apart") {
  CalendarWorld world;
  Person row = *world.program.people.find_key("1");
  row.number = "../1:x";
  world.put(row);
  world.publish();
  CHECK(world.files.contains("people/%2E.+1%3Ax.ics"));
}

TEST_CASE("a site in a zone that does not exist is told, and nothing is published") {
  CalendarWorld world;
  Site row = *world.program.sites.find_key("LON");
  row.zone = "Europe/Londen";
  world.put(row);
  const auto plan =
      report::publish(world.program, {world.as_of, world.now}, report::random_uids(1), world.words);
  REQUIRE_FALSE(plan.has_value());
  CHECK(text(plan.error().front()).find("Europe/Londen") != std::string::npos);
}
