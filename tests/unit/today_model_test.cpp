// What the page Today says: what needs somebody, the four figures, the agenda.
#include "ui/models/today_model.hpp"

#include <algorithm>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/sample_session.hpp"
#include "ui/models/schedule_model.hpp"

namespace {

using namespace tandem;
using namespace tandem::models;

const Date kToday = make_date(2027, 4, 14);

const AttentionLine* line(const TodayModel& model, std::string_view key) {
  for (const auto& group : model.groups)
    for (const auto& l : group.lines)
      if (l.key == key) return &l;
  return nullptr;
}

}  // namespace

TEST_CASE("today says which modules no cohort has planned yet, and offers to plan them") {
  const SessionBook book{test::starter()};
  const TodayModel model = today_model(book, kToday);
  const auto* leaders = line(model, "unplanned LDR-1");
  REQUIRE(leaders);
  REQUIRE(leaders->text == "LDR-1: 2 modules not planned yet: L2 and L4");
  REQUIRE(leaders->action == "Plan");
  REQUIRE(line(model, "unplanned MGR-1")->text ==
          "MGR-1: 4 modules not planned yet: B2, M3, M4 and M5");
  // Halima was excused from C2 of LDR-1, Pieter did not come to C2 of MGR-1.
  REQUIRE(line(model, "make up LDR-1/C2 LDR-1"));
  REQUIRE(line(model, "make up MGR-1/C2 MGR-1"));
  int lines = 0;
  for (const auto& group : model.groups) lines += group.count;
  REQUIRE(model.attention == lines);
}

TEST_CASE("the four numbers of today carry what they are a part of") {
  const SessionBook book{test::starter()};
  const TodayModel model = today_model(book, kToday);
  REQUIRE(model.figures[0].value == "5");
  REQUIRE(model.figures[0].of == "of 5 due");
  REQUIRE(model.figures[0].note == "4 still to come");
  // Marks of 11 + 5 + 5 + 6 + 6 seats; two people are to make up, one of them excused.
  REQUIRE(model.figures[1].note.ends_with("of 32 due"));
  REQUIRE(model.figures[1].trend.size() > 1);
  REQUIRE(model.figures[2].value == "9");
  REQUIRE(model.figures[2].note == "6 modules not planned yet");
  // 14 people: 11 enrolled, and nobody of them on a pause.
  REQUIRE(model.figures[3].of == "of 11");
  REQUIRE(model.figures[3].note == "3 in no cohort");
}

TEST_CASE("a figure names the sessions without a date, and says nothing where there is nothing") {
  const Program program = test::planned_starter();
  const SessionBook book{program};
  const TodayModel model = today_model(book, kToday);
  REQUIRE(model.figures[2].note == "1 without a date: M3");
}

TEST_CASE("who is to make up a session is told by name") {
  const SessionBook book{test::starter()};
  const TodayModel model = today_model(book, kToday);
  REQUIRE(line(model, "make up LDR-1/C2 LDR-1")->text == "Halima: C2 of Thu 4 Mar");
  REQUIRE(line(model, "make up LDR-1/C2 LDR-1")->action == "See C2");
  REQUIRE(line(model, "make up MGR-1/C2 MGR-1")->text == "Pieter van den Broek: C2 of Tue 9 Mar");
}

TEST_CASE("five hours of one module for five people are one line of the agenda") {
  const Program program = test::planned_starter();
  const SessionBook book{program};
  const TodayModel model = today_model(book, kToday);
  int lines = 0;
  for (const AgendaLine& l : model.agenda)
    if (l.module == "L4") {
      ++lines;
      REQUIRE(l.times == 5);
      REQUIRE(l.right == "room not set");
    }
  REQUIRE(lines == 1);
  // C3 is for both cohorts.
  for (const AgendaLine& l : model.agenda)
    if (l.module == "C3") REQUIRE(l.cohort == "2 cohorts");
}

TEST_CASE("sessions of one module are told apart by the person in them, or by their group") {
  const Program program = test::planned_starter();
  const SessionBook book{program};
  REQUIRE(book.find("LDR-1/L2/2")->group == "group 2");
  REQUIRE(book.find("LDR-1/L2")->name() == "L2 for LDR-1, group 1");
  REQUIRE(book.find("LDR-1/L3")->group.empty());
  std::set<std::string> names;
  for (const SessionFacts& s : book.sessions())
    if (s.module == "L4") names.insert(s.group);
  REQUIRE(names.size() == 5);
  REQUIRE(names.contains("Halima"));
  // M2 has three meetings.
  REQUIRE(book.find("MGR-1/M2")->part_words(1) == "part 2 of 3");
}

TEST_CASE("a long group tells as many of its lines as a page can hold, and how many there are") {
  Program program = test::planned_starter();
  std::vector<Id<Meeting>> gone;
  for (const Meeting& m : program.meetings) {
    const Session& s = program.sessions.at(m.session);
    if (s.status == SessionStatus::planned) gone.push_back(m.id);
  }
  for (const auto id : gone) program.meetings.erase(id);
  const SessionBook book{program};
  const TodayModel model = today_model(book, kToday);
  const AttentionGroup& group = model.groups.front();
  REQUIRE(group.title == "Without a date");
  REQUIRE(group.count > 8);
  REQUIRE(group.lines.size() == std::min<std::size_t>(30, static_cast<std::size_t>(group.count)));
  REQUIRE_FALSE(model.plan);
  // The engine finds places for them: then making a plan is what to do.
  const Judgement judgement = judge(program, {"MGR-1/B2"}, kToday, {});
  REQUIRE(judgement.undated.at("MGR-1/B2").possible);
  REQUIRE(today_model(book, kToday, &judgement).plan);
}

TEST_CASE("the agenda holds this week and what follows, in order, with holidays") {
  const SessionBook book{test::starter()};
  const TodayModel model = today_model(book, make_date(2027, 4, 21));
  std::vector<std::string> told;
  for (const AgendaLine& l : model.agenda) told.push_back(words(l.date) + " " + l.module + l.right);
  REQUIRE(told == std::vector<std::string>{"Wed 21 Apr C3Dune room",
                                           "Tue 27 Apr King's Day in Haarlem",
                                           "Wed 28 Apr B1Online room", "Thu 29 Apr M2Online room",
                                           "Wed 12 May L3Dune room", "Thu 13 May M2Online room"});
  REQUIRE(model.agenda_more == 0);
}

TEST_CASE("a held session without a mark is told with how many are missing") {
  test::Draft draft{test::starter()};
  const auto session = draft.id<Session>("LDR-1/L1");
  std::vector<Id<Attendance>> marks;
  for (const Attendance& a : draft.program().attendance)
    if (a.session == session) marks.push_back(a.id);
  Program program = draft.program();
  program.attendance.erase(marks.front());
  const SessionBook book{program};
  const TodayModel model = today_model(book, kToday);
  const auto* told = line(model, "marks LDR-1/L1 LDR-1");
  REQUIRE(told);
  REQUIRE(told->text == "L1 for LDR-1 was held Thu 25 Mar: 1 person without a mark");
  REQUIRE(told->session == "LDR-1/L1");
}

TEST_CASE("a part of a session is told with who came to that part, though the session goes on") {
  const SessionBook book{test::starter()};
  // The first of the two meetings of M1 was on 23 March, with six people; L1 was on the 25th.
  const TodayModel model = today_model(book, make_date(2027, 3, 26));
  const std::string module = "M1";
  const auto first = std::ranges::find(model.agenda, module, &AgendaLine::module);
  REQUIRE(first != model.agenda.end());
  REQUIRE(first->past);
  REQUIRE(first->right == "6 of 6");
  // Without the marks of that part nothing is known of it.
  test::Draft draft{test::starter()};
  draft.remove_where<Attendance>([&](const Attendance& a) {
    return a.session == draft.id<Session>("MGR-1/M1") && a.meeting == 1;
  });
  const SessionBook unmarked{draft.program()};
  const TodayModel then = today_model(unmarked, make_date(2027, 3, 26));
  REQUIRE(std::ranges::find(then.agenda, module, &AgendaLine::module)->right == "no marks");
}

TEST_CASE("two groups of one module on one day are two different lines of the agenda") {
  test::Draft draft{test::planned_starter()};
  for (const char* code : {"LDR-1/L2", "LDR-1/L2/2"}) {
    const auto session = draft.id<Session>(code);
    draft.change_where<Meeting>([&](const Meeting& m) { return m.session == session; },
                                [](Meeting& m) { m.date = make_date(2027, 4, 20); });
  }
  const SessionBook book{draft.program()};
  std::set<std::string> told;
  for (const AgendaLine& l : today_model(book, kToday).agenda)
    if (l.module == "L2") told.insert(l.cohort);
  REQUIRE(told == std::set<std::string>{"LDR-1, group 1", "LDR-1, group 2"});
}

TEST_CASE(
    "a session that only waits to be planned is offered to be planned, not told as forbidden") {
  test::Draft draft{test::starter()};
  const auto session = draft.id<Session>("LDR-1/L3");
  draft.remove_where<Meeting>([&](const Meeting& m) { return m.session == session; });
  const SessionBook book{draft.program()};
  Judgement judgement;
  judgement.undated["LDR-1/L3"] = {"There is a place for it.", "can be planned", true};
  const TodayModel free = today_model(book, kToday, &judgement);
  REQUIRE(line(free, "no date LDR-1/L3")->concern == Concern::look);
  REQUIRE(line(free, "no date LDR-1/L3")->action == "Plan");
  judgement.undated["LDR-1/L3"] = {"The room is closed.", "room closed", false};
  const TodayModel barred = today_model(book, kToday, &judgement);
  REQUIRE(line(barred, "no date LDR-1/L3")->concern == Concern::blocked);
  REQUIRE(line(barred, "no date LDR-1/L3")->action == "See why");
}

TEST_CASE("a workspace without a cohort has nothing to say, and says that") {
  const Program program = test::empty_workspace();
  const SessionBook book{program};
  REQUIRE(today_model(book, kToday).empty);
  REQUIRE(schedule_model(book, kToday, LanesBy::cohort).empty);
}
