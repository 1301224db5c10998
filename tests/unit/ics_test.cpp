// The iCalendar writer against hostile words and awkward zones, read back by a strict reader.
#include "ui/print/ics.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "planner/base/random.hpp"
#include "planner/base/zone.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ics_reader.hpp"
#include "tests/support/source_path.hpp"
#include "ui/print/zone_rules.hpp"

using namespace tandem;
using report::CalendarEvent;
using report::CalendarFile;
using report::CalendarMethod;
using test::event_of;
using test::IcsComponent;
using test::read_ics;

namespace {

CalendarEvent event_at(Date date, int start_minute, std::string zone) {
  CalendarEvent out;
  out.uid = "3f2b";
  out.state = CalendarEvent::State::confirmed;
  out.date = date;
  out.start = {start_minute};
  out.end = {start_minute + 90};
  out.zone = std::move(zone);
  out.title = "Development session";
  out.stamp = out.modified = "20270301T080000Z";
  out.organiser = {"Marieke Zwart", "marieke@marram.example"};
  return out;
}

IcsComponent written(const CalendarEvent& event, CalendarMethod method = CalendarMethod::publish) {
  return read_ics(print::ics({"x.ics", method, "Marram; development, sessions", {event}}));
}

// What must come out of the writer: no control character but the newline, no blanks at the end.
std::string without_controls(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xc2 && static_cast<unsigned char>(text[i + 1]) < 0xa0)
      ++i;
    else if (byte == '\n' || (byte >= 0x20 && byte != 0x7f))
      out += text[i];
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string hostile(Rng& rng, int parts) {
  static const std::vector<std::string> kParts{
      "Ana",  " ",          "\n",        "\\",   ";",
      ",",    ":",          "\"",        "é",    "ß🎉",
      "漢字", "\x01",       "\t",        "\r\n", "\\n",
      "^n",   "'",          "%",         "\x7f", "\xc2\x85",
      "=",    "END:VEVENT", "e\xcc\x81", "\\;",  "http://x.example/?a=b&c"};
  std::string out;
  for (int i = 0; i < parts; ++i)
    out += kParts[rng.below(static_cast<std::uint32_t>(kParts.size()))];
  return out;
}

// Every way in which zones change their clocks, or do not.
constexpr std::array<std::string_view, 16> kZones{
    "Europe/Amsterdam",    "Europe/London",     "Europe/Dublin",    "America/New_York",
    "America/St_Johns",    "America/Sao_Paulo", "America/Asuncion", "Asia/Kolkata",
    "Asia/Tehran",         "Africa/Casablanca", "Africa/Cairo",     "Australia/Sydney",
    "Australia/Lord_Howe", "Pacific/Chatham",   "Pacific/Apia",     "Etc/UTC"};

// A local time that the zone's clocks show once, as the schedule only has.
CalendarEvent random_event(Rng& rng) {
  while (true) {
    const std::string zone{kZones[rng.below(kZones.size())]};
    CalendarEvent event =
        event_at(make_date(2010, 1, 1) + days{rng.between(0, 7300)}, rng.between(0, 22 * 60), zone);
    const Zone known = Zone::find(zone).value();
    if (known.to_utc(at(event.date, event.start)).kind == LocalKind::unique &&
        known.to_utc(at(event.date, event.end)).kind == LocalKind::unique)
      return event;
  }
}

std::vector<CalendarFile> random_files(std::uint64_t seed, int count) {
  Rng rng{seed};
  std::vector<CalendarFile> out;
  for (int f = 0; f < count; ++f) {
    CalendarFile file;
    file.path = std::to_string(f) + ".ics";
    file.method = static_cast<CalendarMethod>(rng.below(3));
    file.name = hostile(rng, rng.between(0, 20));
    for (int e = rng.between(1, 4); e > 0; --e) {
      CalendarEvent event = random_event(rng);
      event.uid = "u" + std::to_string(e);
      event.sequence = rng.between(0, 3);
      event.state = file.method == CalendarMethod::cancel ? CalendarEvent::State::cancelled
                                                          : CalendarEvent::State::confirmed;
      event.title = hostile(rng, rng.between(1, 60));
      event.place = hostile(rng, rng.between(0, 30));
      event.description = hostile(rng, rng.between(0, 200));
      event.organiser.name = hostile(rng, rng.between(0, 30));
      event.attendee = report::Party{hostile(rng, rng.between(0, 30)), "zoë \"q\"@marram.example"};
      file.events.push_back(std::move(event));
    }
    out.push_back(std::move(file));
  }
  return out;
}

}  // namespace

TEST_CASE("words come back as they were, whatever they hold, and only control characters go") {
  for (const CalendarFile& file : random_files(1, 300)) {
    const IcsComponent calendar = read_ics(print::ics(file));
    REQUIRE(calendar.all("VEVENT").size() == file.events.size());
    for (const CalendarEvent& event : file.events) {
      const IcsComponent& found = event_of(calendar, event.uid);
      REQUIRE(found.text("SUMMARY") == without_controls(event.title));
      REQUIRE(found.text("LOCATION") == without_controls(event.place));
      REQUIRE(found.text("DESCRIPTION") == without_controls(event.description));
    }
  }
}

TEST_CASE("the same events give the same bytes") {
  for (const CalendarFile& file : random_files(2, 20)) CHECK(print::ics(file) == print::ics(file));
}

TEST_CASE("a second reader, and python3-icalendar where it is installed, accept every file") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "tandem-ics-test";
  fs::remove_all(folder);
  std::vector<print::File> files;
  for (const CalendarFile& file : random_files(3, 150))
    files.push_back({file.path, print::ics(file)});
  REQUIRE(print::write_files(folder, files).has_value());
  const std::string python = fs::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
  const std::string command = python + " " + test::source_path("tests/peer/ics_check.py").string() +
                              " " + folder.string() + "/*.ics";
  CHECK(std::system(command.c_str()) == 0);
  if (!std::getenv("KEEP")) fs::remove_all(folder);
}

TEST_CASE("the zone of an event is plain, and its rules are the yearly ones in force") {
  const IcsComponent calendar =
      written(event_at(make_date(2027, 3, 29), 9 * 60, "Europe/Amsterdam"));
  const IcsComponent& event = *calendar.all("VEVENT").front();
  CHECK(event.find("DTSTART")->params.at("TZID") == "Europe/Amsterdam");
  CHECK(event.value("DTSTART") == "20270329T090000");
  REQUIRE(calendar.all("VTIMEZONE").size() == 1);
  const IcsComponent& zone = *calendar.all("VTIMEZONE").front();
  CHECK(zone.value("TZID") == "Europe/Amsterdam");
  REQUIRE(zone.parts.size() == 2);
  CHECK(zone.parts[0].name == "STANDARD");
  CHECK(zone.parts[0].value("DTSTART") == "20261025T030000");
  CHECK(zone.parts[0].value("RRULE") == "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10");
  CHECK(zone.parts[0].value("TZOFFSETFROM") == "+0200");
  CHECK(zone.parts[0].value("TZOFFSETTO") == "+0100");
  CHECK(zone.parts[1].name == "DAYLIGHT");
  CHECK(zone.parts[1].value("DTSTART") == "20260329T020000");
  CHECK(zone.parts[1].value("RRULE") == "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3");
  CHECK(zone.parts[1].value("TZNAME") == "CEST");
}

TEST_CASE("a zone whose clocks never change has one rule, a zone without habit each change") {
  const IcsComponent india = written(event_at(make_date(2027, 3, 29), 9 * 60, "Asia/Kolkata"));
  REQUIRE(india.all("VTIMEZONE").front()->parts.size() == 1);
  CHECK(india.all("VTIMEZONE").front()->parts[0].value("TZOFFSETTO") == "+0530");
  // Paraguay stays on summer time since October 2024: the change before, and none after.
  const IcsComponent paraguay =
      written(event_at(make_date(2027, 3, 29), 9 * 60, "America/Asuncion"));
  for (const IcsComponent& rule : paraguay.all("VTIMEZONE").front()->parts)
    CHECK(rule.find("RRULE") == nullptr);
}

TEST_CASE("a habit that holds for some years only is no habit") {
  const auto recurs = [](const char* name, int from, int to) {
    const Zone zone = Zone::find(name).value();
    const auto rules = print::zone_rules(zone, zone.to_utc(LocalMinute{make_date(from, 6, 1)}).utc,
                                         zone.to_utc(LocalMinute{make_date(to, 6, 1)}).utc);
    return std::any_of(rules.begin(), rules.end(),
                       [](const print::ZoneRule& rule) { return !rule.recurrence.empty(); });
  };
  CHECK(recurs("Europe/Amsterdam", 2010, 2020));
  CHECK(recurs("America/New_York", 2010, 2020));
  // Tehran changed on 21 or 22 March, whatever the weekday.
  CHECK_FALSE(recurs("Asia/Tehran", 2010, 2014));
  // Brazil went back on the third Sunday of February, or the fourth when the third was Carnival.
  CHECK_FALSE(recurs("America/Sao_Paulo", 2010, 2011));
}

TEST_CASE("two zones in a file have a VTIMEZONE each") {
  CalendarFile file{"x.ics", CalendarMethod::publish, {}, {}};
  file.events.push_back(event_at(make_date(2027, 3, 29), 9 * 60, "Europe/London"));
  file.events.push_back(event_at(make_date(2027, 3, 30), 9 * 60, "Europe/Amsterdam"));
  file.events.back().uid = "2";
  const IcsComponent calendar = read_ics(print::ics(file));
  REQUIRE(calendar.all("VTIMEZONE").size() == 2);
  CHECK(calendar.all("VTIMEZONE")[0]->value("TZID") == "Europe/Amsterdam");
}

TEST_CASE("a meeting that ends at midnight ends at the beginning of the next day") {
  CalendarEvent event = event_at(make_date(2027, 3, 29), 22 * 60, "Europe/London");
  event.end = {24 * 60};
  CHECK(written(event).all("VEVENT").front()->value("DTEND") == "20270330T000000");
}

TEST_CASE("names and addresses of people cannot break the line they stand in") {
  CalendarEvent event = event_at(make_date(2027, 3, 29), 9 * 60, "Europe/London");
  event.attendee = report::Party{"Wit, \"Ruben\": de;\nVALUE=DATE", "zoë;x=\"y\"@marram.example"};
  const IcsComponent calendar = written(event, CalendarMethod::request);
  const test::IcsLine& line = *calendar.all("VEVENT").front()->find("ATTENDEE");
  CHECK(line.value == "mailto:zo%C3%AB%3Bx%3D%22y%22@marram.example");
  CHECK(line.params.at("CN") == "Wit, ^'Ruben^': de; VALUE=DATE");  // RFC 6868
  CHECK(line.params.at("RSVP") == "FALSE");
}
