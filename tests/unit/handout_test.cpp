// What facilitators and cohorts are handed: whom it names, what it tells of them, and above all
// what it does not.
#include <cstdlib>

#include "planner/report/handout_maker.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/sample_session.hpp"
#include "ui/print/handout_csv.hpp"
#include "ui/print/handout_html.hpp"
#include "ui/print/handout_pdf.hpp"

using namespace tandem;
using report::Handout;
using report::HandoutCell;
using report::HandoutMaker;

namespace {

const Date kToday = make_date(2027, 4, 14);

Handout sheet_of(const Program& program, const std::string& session) {
  return HandoutMaker{program, kToday}.attendance_sheet(*program.sessions.find_key(session));
}
Handout pack_of(const Program& program, const std::string& facilitator) {
  return HandoutMaker{program, kToday}.facilitator_pack(
      *program.facilitators.find_key(facilitator));
}
Handout calendar_of(const Program& program, const std::string& cohort) {
  auto made = HandoutMaker{program, kToday}.cohort_calendar(*program.cohorts.find_key(cohort));
  REQUIRE(made);
  return *made;
}

// Every word of it, as anybody who holds it could read.
std::string all_words(const Handout& handout) {
  const std::string html = print::handout_html(handout);
  return html.substr(html.find("<main>"));  // the style sheet is not read by anybody
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// A whole row about somebody, with a mark in every cell that a paper must not carry.
Program with_marked_person() {
  test::Draft draft{test::starter()};
  draft.change<Person>("1006", [](Person& p) {
    p.email = "MARKED-mail@marram.example";
    p.band = "MARKED-band";
  });
  draft.change<Unit>("TEC", [](Unit& u) { u.name = "MARKED-unit"; });
  draft.add<Moment>([&](Moment& m) {
    m.person = draft.id<Person>("1006");
    m.text = "MARKED-moment";
    m.shared = true;
  });
  return draft.program();
}

}  // namespace

TEST_CASE(
    "an attendance sheet has a line for everybody with a seat, by surname, and room to sign") {
  const Handout sheet = sheet_of(test::starter(), "LDR-1/B1");
  CHECK(sheet.kind == "Attendance sheet");
  CHECK(sheet.lines.front() == "Session LDR-1/B1, LDR-1 Leaders spring 2027");
  REQUIRE(sheet.sections.size() == 2);
  REQUIRE(sheet.sections[0].facts.size() == 1);
  CHECK(sheet.sections[0].facts[0].words ==
        "Wed 28 Apr 2027, 13:00 to 15:00, Amsterdam time; Online room, with Saoirse Ní Fhloinn");
  const auto& table = sheet.sections[1].table;
  REQUIRE(table.columns.size() == 3);
  CHECK(table.columns[2].kind == HandoutCell::pen);
  CHECK(table.columns[2].head == "Signed, Wed 28 Apr");
  REQUIRE(table.rows.size() == 5);
  CHECK(table.rows[0][0] == "Niamh Devlin");
  CHECK(table.rows[2][0] == "Kofi Mensah-Brandt");
  CHECK(table.rows[3][1] == "Captions: Live captions on every screen");
  for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
}

TEST_CASE("a session of three meetings has three columns to sign, one of seven has three tables") {
  test::Draft draft{test::starter()};
  CHECK(sheet_of(draft, "MGR-1/M2").sections[1].table.columns.size() == 2 + 3);
  for (int number = 4; number <= 7; ++number)
    draft.add<Meeting>([&](Meeting& m) {
      m.session = draft.id<Session>("MGR-1/M2");
      m.number = number;
      m.date = make_date(2027, 6, static_cast<unsigned>(number));
    });
  const Handout sheet = sheet_of(draft, "MGR-1/M2");
  REQUIRE(sheet.sections.size() == 1 + 3);
  CHECK(sheet.sections[3].table.columns.size() == 2 + 1);
  CHECK(sheet.sections[3].table.rows.size() == sheet.sections[1].table.rows.size());
}

TEST_CASE("a cancelled or waiting seat stands on no sheet") {
  test::Draft draft{test::starter()};
  const auto session = draft.id<Session>("LDR-1/B1");
  const auto change = [&](const char* person, SeatStatus status) {
    const auto id = draft.id<Person>(person);
    draft.change_where<Seat>([&](const Seat& s) { return s.session == session && s.person == id; },
                             [&](Seat& s) { s.status = status; });
  };
  change("1003", SeatStatus::cancelled);
  change("1004", SeatStatus::waitlisted);
  CHECK(sheet_of(draft, "LDR-1/B1").sections[1].table.rows.size() == 3);
}

TEST_CASE("a sheet without anybody, and one without a date, say so") {
  test::Draft draft{test::starter()};
  draft.remove_where<Seat>([](const Seat&) { return true; });
  CHECK(sheet_of(draft, "LDR-1/B1").sections[1].note == "Nobody has a seat yet.");
  draft.remove_where<Meeting>([](const Meeting&) { return true; });
  CHECK(sheet_of(draft, "LDR-1/B1").sections[0].note == "This session has no date yet.");
}

TEST_CASE("a facilitator's pack holds the sessions ahead that they lead or help with, by time") {
  const Handout pack = pack_of(test::starter(), "MARIEKE");
  // She helps with C3 on 21 April; what she led before is over.
  REQUIRE(pack.sections.size() == 1);
  CHECK(pack.lines.front() == "1 session ahead");
  CHECK(holds(pack.sections[0].heading, "C3 "));
  CHECK(pack.sections[0].facts[0].words ==
        "Wed 21 Apr 2027, 12:30 to 16:00, Amsterdam time; Dune room, Haarlem, with Tunde Bakare");
  const Handout tunde = pack_of(test::starter(), "TUNDE");
  REQUIRE(tunde.sections.size() == 2);  // M2 begins on 15 April, C3 is on 21 April
  CHECK(holds(tunde.sections[0].heading, "M2 "));
  CHECK(tunde.sections[0].facts.size() == 3);
  CHECK(holds(tunde.sections[1].heading, "C3 "));
}

TEST_CASE("what is over, delivered or cancelled is in no pack") {
  test::Draft draft{test::starter()};
  draft.change<Session>("LDR-1/C3", [](Session& s) { s.status = SessionStatus::cancelled; });
  const Handout pack = pack_of(draft, "MARIEKE");
  CHECK(pack.sections.empty());
  CHECK(pack.lines.front() == "No session ahead");
}

TEST_CASE("papers for facilitators hold names and arrangements of people and nothing else") {
  const Program program = with_marked_person();
  for (const std::string& words :
       {all_words(sheet_of(program, "LDR-1/B1")), all_words(pack_of(program, "SAOIRSE"))}) {
    CHECK(holds(words, "Zsófia Takács"));
    CHECK(holds(words, "Live captions on every screen"));
    CHECK_FALSE(holds(words, "MARKED"));
    CHECK_FALSE(holds(words, "1006"));
    CHECK_FALSE(holds(words, "Paused"));
    CHECK_FALSE(holds(words, "paused"));
  }
}

TEST_CASE("of hours kept free a paper says when, and never why") {
  test::Draft draft{test::starter()};
  draft.add<Arrangement>([&](Arrangement& a) {
    a.person = draft.id<Person>("1003");
    a.kind = ArrangementKind::timetable;
    a.text = "MARKED-why";
    a.days = Weekdays{0b0010100};
    a.start = TimeOfDay{12 * 60 + 30};
    a.end = TimeOfDay{14 * 60};
  });
  for (const std::string& words : {all_words(sheet_of(draft.program(), "LDR-1/B1")),
                                   all_words(pack_of(draft.program(), "SAOIRSE"))}) {
    CHECK(holds(words, "Away Wed and Fri 12:30 to 14:00"));
    CHECK_FALSE(holds(words, "MARKED"));
  }
}

TEST_CASE("a cohort's calendar has neutral titles, dates to come, and names no participant") {
  const Handout calendar = calendar_of(test::starter(), "LDR-1");
  REQUIRE(calendar.sections.size() == 1);
  const auto& rows = calendar.sections[0].table.rows;
  // C3 on 21 April, B1 on 28 April, L3 on 12 May; L3 is planned only.
  REQUIRE(rows.size() == 3);
  CHECK(rows[0][0] == "Wed 21 Apr 2027");
  CHECK(rows[1][0] == "Wed 28 Apr 2027");
  CHECK(rows[2][0] == "Wed 12 May 2027");
  CHECK(rows[0][2].starts_with("Development session\nSession LDR-1/C3"));
  CHECK(rows[2][2].ends_with("may still move"));
  const std::string words = all_words(calendar);
  for (const Person& p : test::starter().people)
    if (p.number != "1002") CHECK_FALSE(holds(words, p.name));  // she leads and is named
}

TEST_CASE("a handout has the same bytes each time, as PDF, HTML and CSV") {
  const Handout sheet = sheet_of(test::starter(), "MGR-1/M2");
  const auto once = print::handout_pdf(sheet);
  ::setenv("TZ", "Pacific/Auckland", 1);
  const auto again = print::handout_pdf(sheet);
  ::unsetenv("TZ");
  CHECK(once.bytes == again.bytes);
  CHECK(once.pages == 1);
  CHECK(print::handout_html(sheet) == print::handout_html(sheet));
  CHECK(print::handout_csv(sheet) == print::handout_csv(sheet));
}

TEST_CASE("a table longer than a page runs on, whole, with its head on every page") {
  Handout sheet = sheet_of(test::starter(), "LDR-1/B1");
  auto& rows = sheet.sections[1].table.rows;
  for (int k = 0; k < 200; ++k) rows.push_back({"Somebody " + std::to_string(k), "", ""});
  const auto pdf = print::handout_pdf(sheet);
  // A row with a pen box is 24 points tall, a page has 729.
  CHECK(pdf.pages >= 205 * 24 / 729);
  CHECK(pdf.pages <= 205 * 24 / 729 + 2);
  CHECK(print::handout_pictures(sheet, 200).size() == static_cast<std::size_t>(pdf.pages));
}

TEST_CASE("whatever is typed anywhere, a handout shows it as text") {
  const std::string hostile = "<script>alert(1)</script>\"'&</title></style>\u202E";
  Handout handout{kToday, hostile, hostile, hostile, {hostile}, {}, hostile};
  report::HandoutSection section{hostile, hostile, {{hostile, hostile}}, {}, hostile};
  section.table.columns = {{hostile, 1, HandoutCell::strong}, {hostile, 1}};
  section.table.rows = {{hostile + "\n" + hostile, hostile}};
  handout.sections = {section};
  const std::string html = print::handout_html(handout);
  CHECK_FALSE(holds(html, "<script"));
  CHECK_FALSE(holds(html, "\u202E"));
  CHECK(html.find("</title>") == html.rfind("</title>"));
  CHECK(html.find("</style>") == html.rfind("</style>"));
  CHECK(print::handout_pdf(handout).pages == 1);
}

TEST_CASE("a CSV handout quotes what it must, and a spreadsheet computes nothing in it") {
  Handout handout;
  report::HandoutSection section;
  section.heading = "Monday";
  section.table.columns = {{"Name", 1}, {"Arrangements", 1}};
  section.table.rows = {{"O'Leary, Thomas", "says \"hello\""}, {"=1+1", "-2"}, {"a\nb", ""}};
  handout.sections = {section};
  CHECK(print::handout_csv(handout) ==
        "Name,Arrangements\n\"O'Leary, Thomas\",\"says \"\"hello\"\"\"\n'=1+1,'-2\n\"a\nb\",\n");
  handout.sections.push_back(section);
  CHECK(print::handout_csv(handout).starts_with("Section,Name,Arrangements\nMonday,"));
}
