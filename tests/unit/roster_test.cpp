// What the pages Cohorts and People show, worked out without a window.
#include "ui/models/roster.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/sample_session.hpp"

namespace {

using namespace tandem;
using namespace tandem::models;

const Date kToday = make_date(2027, 4, 14);

AttendanceMatrix matrix_of(const Program& program, std::string_view cohort, Date today = kToday) {
  const SessionBook book{program};
  return attendance_matrix(book, *program.cohorts.find_key(cohort), today);
}

int row_of(const AttendanceMatrix& m, std::string_view name) {
  const auto it = std::ranges::find(m.rows, name, &MatrixRow::name);
  REQUIRE(it != m.rows.end());
  return static_cast<int>(it - m.rows.begin());
}

int column_of(const AttendanceMatrix& m, std::string_view module, std::string_view part = "") {
  for (std::size_t k = 0; k < m.columns.size(); ++k)
    if (m.columns[k].module == module && m.columns[k].part == part) return static_cast<int>(k);
  FAIL("no column of " + std::string{module});
  return -1;
}

const MatrixCell& at(const AttendanceMatrix& m, std::string_view name, std::string_view module,
                     std::string_view part = "") {
  return *m.cell(row_of(m, name), column_of(m, module, part));
}

std::vector<std::string> names(const PeopleModel& model, const PeopleFilter& filter,
                               PersonColumn by = PersonColumn::name, bool descending = false) {
  std::vector<std::string> out;
  for (const auto k : people_index(model, filter, by, descending))
    out.push_back(model.lines[k].name);
  return out;
}

PeopleModel people() {
  const SessionBook book{test::starter()};
  return people_model(book, people_progress(test::starter(), kToday), kToday);
}

}  // namespace

TEST_CASE("a card carries a cohort's way so far, what is next, and how it is in words") {
  auto session = test::session_of(test::starter());
  Workbench bench{*session};
  Roster roster{bench};
  const CohortCard* card = roster.cohorts().find("LDR-1");
  REQUIRE(card);
  REQUIRE(card->orientation == Orientation::lead);
  REQUIRE(card->people == 5);
  REQUIRE(card->held == 3);
  REQUIRE(card->sessions == 6);
  REQUIRE(card->next_module == "C3");
  REQUIRE(card->next_when == "Wed 21 Apr 12:30");
  // Ruben was there for 90 of 150 minutes; Halima was excused, which needs a hand and is no delay.
  REQUIRE(card->hands.size() == 2);
  REQUIRE(card->hands[0].name == "Halima");
  REQUIRE(card->hands[0].text == "C2 to make up");
  REQUIRE(card->hands[1].name == "Ruben de Wit");
  REQUIRE(card->words == "1 person is behind the plan");
  REQUIRE(roster.cohorts().find("MGR-1")->waiting == 1);
}

TEST_CASE("a burn-up runs from its first day to its last, and what is done ends today") {
  std::vector<BurnUpPoint> points{{make_date(2027, 1, 4), 2, 1},
                                  {make_date(2027, 1, 9), 4, 3},
                                  {make_date(2027, 1, 14), 8, std::nullopt}};
  const BurnUpLines lines = burn_up_lines(points, make_date(2027, 1, 9));
  REQUIRE(lines.planned.back().x == 1);
  REQUIRE(lines.planned.back().y == 1);
  REQUIRE(lines.done.size() == 2);
  REQUIRE(lines.done.back().x == 0.5);
  REQUIRE(lines.done.back().y == 0.375);
  REQUIRE(lines.today == 0.5);
  REQUIRE(lines.planned_by_today == 4);
  REQUIRE(lines.done_by_today == 3);
  REQUIRE(lines.first == "4 Jan");
  REQUIRE(burn_up_lines({}, kToday).empty());
}

TEST_CASE("the matrix holds a mark for each person and meeting, and what is to come is not yet") {
  const AttendanceMatrix m = matrix_of(test::starter(), "MGR-1");
  REQUIRE(m.rows.size() == 6);
  REQUIRE(at(m, "Pieter van den Broek", "C2").state == CellState::no_show);
  REQUIRE(at(m, "Elin Åkerlund", "M1", "2/2").state == CellState::partial);
  REQUIRE(at(m, "Elin Åkerlund", "M1", "2/2").minutes == 120);
  REQUIRE(at(m, "Yusuf Demir", "M1", "1/2").state == CellState::full);
  REQUIRE(at(m, "Yusuf Demir", "M2", "3/3").state == CellState::ahead);
  REQUIRE_FALSE(at(m, "Yusuf Demir", "M2", "3/3").refused.empty());
  REQUIRE(m.columns[static_cast<std::size_t>(column_of(m, "M2", "1/3"))].next);
  REQUIRE(m.columns[static_cast<std::size_t>(column_of(m, "C2"))].came == 5);
  // Pieter: C1 and both meetings of M1 of four.
  const MatrixRow& pieter = m.rows[static_cast<std::size_t>(row_of(m, "Pieter van den Broek"))];
  REQUIRE(pieter.done == 3);
  REQUIRE(pieter.due == 4);
}

TEST_CASE("an excused absence leaves both sides of what somebody came to") {
  const AttendanceMatrix m = matrix_of(test::starter(), "LDR-1");
  const MatrixRow& halima = m.rows[static_cast<std::size_t>(row_of(m, "Halima"))];
  REQUIRE(at(m, "Halima", "C2").state == CellState::excused);
  REQUIRE(halima.due == 2);
  REQUIRE(halima.done == 2);
}

TEST_CASE("what nobody marked is not counted as missed") {
  test::Draft draft{test::starter()};
  draft.remove_where<Attendance>([&](const Attendance& a) {
    return a.session == draft.id<Session>("MGR-1/M1") && a.meeting == 2;
  });
  const AttendanceMatrix m = matrix_of(draft.program(), "MGR-1");
  REQUIRE(at(m, "Yusuf Demir", "M1", "2/2").state == CellState::open);
  REQUIRE(m.columns[static_cast<std::size_t>(column_of(m, "M1", "2/2"))].came == -1);
  REQUIRE(m.columns[static_cast<std::size_t>(column_of(m, "M1", "1/2"))].came == 6);
  const MatrixRow& yusuf = m.rows[static_cast<std::size_t>(row_of(m, "Yusuf Demir"))];
  REQUIRE(yusuf.due == yusuf.done);
}

TEST_CASE("a cohort named after its journey says so once, and experts have a programme") {
  test::Draft draft{test::starter()};
  draft.change<Cohort>("LDR-1", [](Cohort& c) { c.name = "Leader journey"; });
  auto session = test::session_of(draft.program());
  Workbench bench{*session};
  Roster roster{bench};
  const std::string& line = roster.cohorts().find("LDR-1")->line;
  REQUIRE(line.starts_with("Leader journey"));
  REQUIRE(line.find("leader journey") == std::string::npos);
  REQUIRE(roster.cohorts().find("MGR-1")->line.find("manager journey") != std::string::npos);
  REQUIRE(journey_words(ProgrammeJourney::expert) == "programme for experts");
}

TEST_CASE("a pause freezes its cells, with a seat and without one") {
  test::Draft draft{test::starter()};
  draft.add<Season>([&](Season& s) {
    s.person = draft.id<Person>("1010");
    s.from = make_date(2027, 4, 10);
    s.to = make_date(2027, 4, 30);
    s.season = SeasonKind::paused;
  });
  for (const Seat& seat : Program{draft.program()}.seats)
    if (seat.person == draft.id<Person>("1010") && seat.session == draft.id<Session>("MGR-1/M2"))
      draft.change_where<Seat>([&](const Seat& s) { return s.id == seat.id; },
                               [](Seat& s) { s.status = SeatStatus::cancelled; });
  const AttendanceMatrix m = matrix_of(draft.program(), "MGR-1");
  REQUIRE(at(m, "Sadia Rahman", "M2", "1/3").state == CellState::paused);
  REQUIRE(at(m, "Sadia Rahman", "C3").state == CellState::paused);
  REQUIRE(at(m, "Sadia Rahman", "M2", "3/3").state == CellState::none);
  const MatrixRow& row = m.rows[static_cast<std::size_t>(row_of(m, "Sadia Rahman"))];
  REQUIRE(row.resting);
  REQUIRE(row.paused == "paused until Fri 30 Apr");
  REQUIRE(row.done == row.due);
}

TEST_CASE("sessions of one module for different people share a column") {
  test::Draft draft{test::starter()};
  const auto half = draft.add<Session>([&](Session& s) {
    s = draft.program().sessions.at(draft.id<Session>("MGR-1/C2"));
    s.code = "MGR-1/C2/2";
  });
  for (const Meeting& m : Program{draft.program()}.meetings)
    if (m.session == draft.id<Session>("MGR-1/C2"))
      draft.add<Meeting>([&](Meeting& copy) {
        copy = m;
        copy.session = half;
        copy.date = make_date(2027, 3, 11);
      });
  int moved = 0;
  draft.change_where<Seat>(
      [&](const Seat& s) { return s.session == draft.id<Session>("MGR-1/C2") && moved++ < 2; },
      [&](Seat& s) { s.session = half; });
  const AttendanceMatrix m = matrix_of(draft.program(), "MGR-1");
  const auto of_c2 = std::ranges::count(m.columns, "C2", &MatrixColumn::module);
  REQUIRE(of_c2 == 1);
  const auto& column = m.columns[static_cast<std::size_t>(column_of(m, "C2"))];
  REQUIRE(column.day == "9–11");
  REQUIRE(column.month == "Mar");
}

TEST_CASE("who waits is told their place, and is taken in when a place is free") {
  const AttendanceMatrix m = matrix_of(test::starter(), "MGR-1");
  REQUIRE(m.waiting.size() == 1);
  REQUIRE(m.waiting.front().name == "Grace Okonjo");
  REQUIRE(m.waiting.front().text == "waits, place 1, since Mon 22 Mar");
  test::Draft full{test::starter()};
  full.change<Cohort>("MGR-1", [](Cohort& c) { c.capacity = 6; });
  REQUIRE_FALSE(matrix_of(full.program(), "MGR-1").waiting.front().room);
  full.change<Cohort>("MGR-1", [](Cohort& c) { c.capacity = 7; });
  const AttendanceMatrix roomy = matrix_of(full.program(), "MGR-1");
  REQUIRE(roomy.waiting.front().room);
  auto session = test::session_of(full.program());
  REQUIRE(session->apply(roomy.waiting.front().take_in, "Take in"));
  REQUIRE(matrix_of(*session->program(), "MGR-1").rows.size() == 7);
}

TEST_CASE("a private moment is in no view of the cohort") {
  test::Draft draft{test::starter()};
  draft.add<Moment>([&](Moment& m) {
    m.person = draft.id<Person>("1007");
    m.text = "For nobody else";
    m.shared = false;
  });
  for (const SharedMoment& m : matrix_of(draft.program(), "LDR-1").moments)
    REQUIRE(m.text != "For nobody else");
  REQUIRE_FALSE(matrix_of(draft.program(), "LDR-1").moments.empty());
}

TEST_CASE("the table of people is searched by every word, over names, units and numbers") {
  const PeopleModel model = people();
  REQUIRE(model.lines.size() == 14);
  REQUIRE(names(model, {.search = "pieter"}) == std::vector<std::string>{"Pieter van den Broek"});
  REQUIRE(names(model, {.search = "1007"}) == std::vector<std::string>{"Halima"});
  REQUIRE(names(model, {.search = "okonjo grace"}).size() == 1);
  REQUIRE(names(model, {.search = "okonjo halima"}).empty());
  REQUIRE(names(model, {.cohort = "LDR-1"}).size() == 5);
  REQUIRE(names(model, {}).size() == 14);
}

TEST_CASE("the table runs by name, number or next step, and keeps names in order among equals") {
  const PeopleModel model = people();
  const auto by_name = names(model, {});
  auto turned = names(model, {}, PersonColumn::name, true);
  std::ranges::reverse(turned);
  REQUIRE(by_name == turned);
  REQUIRE(names(model, {}, PersonColumn::number).front() == "Ingrid Vasbinder");
  const auto by_next = people_index(model, {}, PersonColumn::next, false);
  for (std::size_t k = 1; k < by_next.size(); ++k) {
    const auto a = model.lines[by_next[k - 1]].next_date;
    const auto b = model.lines[by_next[k]].next_date;
    if (b) REQUIRE((a && *a <= *b));
  }
  for (const PersonLine& line : model.lines) REQUIRE_FALSE(line.next.empty());
}

TEST_CASE("a pause names the seats it would give back, and a shorter season makes room for it") {
  const SessionBook book{test::starter()};
  const Person& sadia = *test::starter().people.find_key("1010");
  const auto change = season_change(book, sadia, SeasonChoice::paused, make_date(2027, 4, 20),
                                    make_date(2027, 4, 30), kToday);
  REQUIRE(change);
  REQUIRE(change->given_back.size() == 2);
  REQUIRE(change->given_back.front() == "C3 on Wed 21 Apr 12:30");
  REQUIRE(change->label == "Pause Sadia Rahman from Tue 20 Apr to Fri 30 Apr");

  auto session = test::session_of(test::starter());
  const Person& yusuf = *test::starter().people.find_key("1012");  // lighter, 3 to 16 May
  const auto pause = season_change(book, yusuf, SeasonChoice::paused, make_date(2027, 5, 10),
                                   std::nullopt, kToday);
  REQUIRE(pause);
  REQUIRE(session->apply(pause->commands, pause->label));
  int seasons = 0;
  for (const Season& s : session->program()->seasons) {
    if (s.person != yusuf.id) continue;
    ++seasons;
    if (s.season == SeasonKind::lighter) REQUIRE(s.to == make_date(2027, 5, 9));
    if (s.season == SeasonKind::paused) REQUIRE_FALSE(s.to);
  }
  REQUIRE(seasons == 2);
}

TEST_CASE("a season back to normal leaves none, and one that ends before it begins is refused") {
  const SessionBook book{test::starter()};
  const Person& yusuf = *test::starter().people.find_key("1012");
  REQUIRE_FALSE(season_change(book, yusuf, SeasonChoice::lighter, make_date(2027, 5, 10),
                              make_date(2027, 5, 9), kToday));
  const auto normal =
      season_change(book, yusuf, SeasonChoice::normal, kToday, std::nullopt, kToday);
  REQUIRE(normal);
  auto session = test::session_of(test::starter());
  REQUIRE(session->apply(normal->commands, normal->label));
  for (const Season& s : session->program()->seasons) REQUIRE(s.person != yusuf.id);
  const Person& halima = *test::starter().people.find_key("1007");
  REQUIRE_FALSE(season_change(book, halima, SeasonChoice::normal, kToday, std::nullopt, kToday));
}

TEST_CASE("a person's page has the plan's own values, and words set down today come first") {
  auto session = test::session_of(test::starter());
  Workbench bench{*session};
  Roster roster{bench};
  const PersonModel* halima = roster.person("1007");
  REQUIRE(halima);
  REQUIRE(halima->plan.own_words.words.empty());
  REQUIRE(halima->cohort == "LDR-1");
  REQUIRE_FALSE(halima->plan.next_step.what.empty());
  REQUIRE(halima->journey.size() == halima->plan.modules.size());
  REQUIRE(roster.person("1006")->arrangements ==
          std::vector<std::string>{"Captions: Live captions on every screen"});
  REQUIRE(session->apply(own_words(*session->program(), halima->id, "I want to teach", kToday)));
  REQUIRE(roster.person("1007")->plan.own_words.words == "I want to teach");
  REQUIRE_FALSE(roster.person("nobody"));
}
