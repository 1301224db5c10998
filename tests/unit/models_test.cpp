#include <algorithm>
#include <set>

#include "planner/edit/apply.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/sample_session.hpp"
#include "ui/models/phrases.hpp"
#include "ui/models/workbench.hpp"

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

const ScheduleLane& lane(const ScheduleModel& model, std::string_view code) {
  const auto it = std::find_if(model.lanes.begin(), model.lanes.end(),
                               [&](const ScheduleLane& l) { return l.code == code; });
  REQUIRE(it != model.lanes.end());
  return *it;
}

Program solved() {
  SolveOptions options;
  options.steps = 2000;
  const auto outcome = solve(test::starter(), options);
  REQUIRE(outcome);
  auto program = with_proposal(test::starter(), outcome->proposal);
  REQUIRE(program);
  return std::move(*program);
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
  const Program program = solved();
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
  const Program program = solved();
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
  const Program program = solved();
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

TEST_CASE("a sentence about one session calls the others as a reader does") {
  const SessionBook book{test::starter()};
  const SessionFacts& about = *book.find("LDR-1/L1");
  REQUIRE(book.in_words("28 days after LDR-1/C1, the ideal gap", about) ==
          "28 days after C1, the ideal gap");
  REQUIRE(book.in_words("Ana has MGR-1/M1 on Tue 23 Mar", about) ==
          "Ana has M1 for MGR-1 on Tue 23 Mar");
  REQUIRE(book.in_words("and/or nothing", about) == "and/or nothing");
}

TEST_CASE("the verdict joins the facts that leave no place, by whom they are about") {
  const Program program = solved();
  const auto answer = why(program, "MGR-1/M3", {}, kToday);
  REQUIRE(answer);
  const Verdict told = verdict(program, *answer, kToday);
  REQUIRE(
      told.sentence ==
      "Control-room simulator is closed until Fri 4 Jun and from Mon 21 Jun; Marieke Zwart, the "
      "only lead, is away from Mon 7 Jun to Fri 18 Jun.");
  REQUIRE(told.brief == "simulator closed, lead away");
}

TEST_CASE("a verdict says other reasons in their own words, without counting starts") {
  Why answer;
  answer.session = "LDR-1/L3";
  answer.reasons = {{"prerequisite", "it follows LDR-1/L1, which has no date"},
                    {"cover", "3 people of OPS would be away (12 of 30 starts)"}};
  const Verdict told = verdict(test::starter(), answer, kToday);
  REQUIRE(told.sentence ==
          "It follows LDR-1/L1, which has no date; 3 people of OPS would be away.");
  REQUIRE(verdict(test::starter(), Why{}, kToday) == Verdict{});
}

TEST_CASE("today says why a session has no date as soon as the judge has answered") {
  auto session = test::session_of(solved());
  Workbench bench{*session};
  REQUIRE(line(bench.today(), "no date MGR-1/M3")->text == "M3 for MGR-1: has no date");
  REQUIRE(bench.busy());
  bench.wait();
  REQUIRE(line(bench.today(), "no date MGR-1/M3")->text ==
          "M3 for MGR-1: simulator closed, lead away");
  REQUIRE(line(bench.today(), "no date MGR-1/M3")->first);
  REQUIRE_FALSE(bench.busy());
}

TEST_CASE("of a long group the first lines are told, and the rest is one line") {
  Program program = solved();
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
  REQUIRE(group.lines.size() == 7);
  REQUIRE(group.lines.back().text == std::to_string(group.count - 6) + " more");
  REQUIRE_FALSE(model.plan);
  // The engine finds places for them: then making a plan is what to do.
  const Judgement judgement = judge(program, {"MGR-1/B2"}, kToday, {});
  REQUIRE(judgement.undated.at("MGR-1/B2").possible);
  REQUIRE(today_model(book, kToday, &judgement).plan);
}

TEST_CASE("a rule broken by the plan is told by the judge, not by the page") {
  Program program = solved();
  const Session* l3 = program.sessions.find_key("LDR-1/L3");
  for (const Meeting& m : program.meetings) {
    if (m.session != l3->id) continue;
    Meeting moved = m;
    moved.date = make_date(2027, 5, 5);  // Liberation Day
    program.meetings.put(moved);
    break;
  }
  const SessionBook book{program};
  REQUIRE_FALSE(line(today_model(book, kToday), "broken LDR-1/L3"));
  const Judgement judgement = judge(program, {}, kToday, {});
  REQUIRE(line(today_model(book, kToday, &judgement), "broken LDR-1/L3"));
}

TEST_CASE("a date is kept on one line, the words around it are not") {
  const std::string blank = "\u00A0";
  REQUIRE(whole_dates("closed until Fri 4 Jun and from Mon 21 Jun") ==
          "closed until Fri" + blank + "4" + blank + "Jun and from Mon" + blank + "21" + blank +
              "Jun");
  REQUIRE(whole_dates("Thu 22 Apr 09:30 to 13:00 · Dune room") ==
          "Thu" + blank + "22" + blank + "Apr" + blank + "09:30 to 13:00 · Dune room");
  REQUIRE(whole_dates("28 days after L1") == "28 days after L1");
  REQUIRE(sentence("not before today") == "Not before today");
  REQUIRE(grouped(1234567) == "1,234,567");
  REQUIRE(grouped(-100) == "-100");
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
  test::Draft draft{solved()};
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

TEST_CASE("lanes by cohort hold each meeting once, held ones told from those ahead") {
  const SessionBook book{test::starter()};
  const ScheduleModel model = schedule_model(book, kToday, LanesBy::cohort);
  const auto& leaders = lane(model, "LDR-1");
  REQUIRE(leaders.orientation == Orientation::lead);
  REQUIRE(leaders.right == "3 of 6 held");
  REQUIRE(leaders.bars.size() == 6);
  REQUIRE(leaders.bars.front().code == "C1");
  REQUIRE(leaders.bars.front().state == BarState::held);
  REQUIRE(leaders.bars.back().code == "L3");
  REQUIRE(leaders.bars.back().state == BarState::ahead);
  REQUIRE(leaders.bars.back().pinned);
  // C1 is for both cohorts and stands in both lanes under two keys.
  REQUIRE(lane(model, "MGR-1").bars.front().session == "LDR-1/C1");
  REQUIRE(lane(model, "MGR-1").bars.front().key != leaders.bars.front().key);
  REQUIRE(model.placed == 9);
  for (const auto& l : model.lanes)
    for (const auto& bar : l.bars)
      REQUIRE(model.fold.to_axis(bar.span.begin) < model.fold.to_axis(bar.span.end));
}

TEST_CASE("a meeting elsewhere stands on the workspace's clock and is told on its own") {
  const SessionBook book{test::starter()};
  const SessionFacts* m1 = book.find("MGR-1/M1");  // in Norwich, an hour behind
  REQUIRE(m1);
  REQUIRE(text(time_of(m1->meetings.front().begin)) == "10:00");
  REQUIRE(text(time_of(m1->meetings.front().own_begin)) == "11:00");
  REQUIRE(when_words(m1->meetings.front()) == "Tue 23 Mar 10:00 to 14:00, London time");
}

TEST_CASE("a lane counts what has no date, and a session in parts as held after its last") {
  const Program program = solved();
  const SessionBook book{program};
  // Held are C1, C2 and M1; ahead C3, M2, M4, B2, M5; M3 has no date.
  const ScheduleModel now = schedule_model(book, kToday, LanesBy::cohort);
  REQUIRE(lane(now, "MGR-1").right == "3 of 9 held");
  std::set<std::uint64_t> parts;
  for (const auto& bar : lane(now, "MGR-1").bars)
    if (bar.code == "M2") parts.insert(bar.part_of);
  REQUIRE(parts == std::set<std::uint64_t>{book.find("MGR-1/M2")->id.value});
  for (const auto& bar : lane(now, "LDR-1").bars)
    if (bar.code == "L3") REQUIRE(bar.part_of == 0);
  // Between the parts of M2 it is not held yet.
  const auto& m2 = book.find("MGR-1/M2")->meetings;
  const ScheduleModel between = schedule_model(book, date_of(m2[1].begin), LanesBy::cohort);
  const ScheduleModel after = schedule_model(book, date_of(m2[2].begin) + days{1}, LanesBy::cohort);
  const auto held = [](const std::string& right) { return std::stoi(right); };
  REQUIRE(held(lane(after, "MGR-1").right) > held(lane(between, "MGR-1").right));
}

TEST_CASE("lanes by facilitator and room hold who runs a meeting and where") {
  const SessionBook book{test::starter()};
  const ScheduleModel people = schedule_model(book, kToday, LanesBy::facilitator);
  REQUIRE(lane(people, "SAOIRSE").bars.size() == 2);
  const ScheduleModel rooms = schedule_model(book, kToday, LanesBy::room);
  REQUIRE(lane(rooms, "LAB").bars.empty());
  REQUIRE_FALSE(lane(rooms, "LAB").closed.empty());
  REQUIRE(lane(rooms, "HAA-1").bars.size() == 3);
}

TEST_CASE("a holiday closes the lanes of its own site and no other") {
  Program program = test::starter();
  const Cohort& leaders = *program.cohorts.find_key("LDR-1");
  const Cohort& managers = *program.cohorts.find_key("MGR-1");
  REQUIRE(leaders.site != managers.site);
  const Date day = kToday + days{3};
  Holiday harvest;
  harvest.id = {900001};
  harvest.site = leaders.site;
  harvest.date = day;
  harvest.name = "Harvest Day";
  program.holidays = program.holidays.with(harvest);
  const SessionBook book{program};
  const ScheduleModel model = schedule_model(book, kToday, LanesBy::cohort);
  const auto off = [&](const char* code) {
    return std::ranges::count(lane(model, code).days_off, "Harvest Day", &ScheduleNote::text);
  };
  REQUIRE(off("LDR-1") == 1);
  REQUIRE(off("MGR-1") == 0);
  REQUIRE(std::ranges::count(model.bands, "Harvest Day", &ScheduleNote::text) == 0);
}

TEST_CASE("a facilitator's lane tells what comes next for them") {
  const SessionBook book{test::starter()};
  const ScheduleModel model = schedule_model(book, kToday, LanesBy::facilitator);
  const ScheduleLane& saoirse = lane(model, "SAOIRSE");
  const auto ahead = std::ranges::count(saoirse.bars, BarState::ahead, &ScheduleBar::state);
  REQUIRE(ahead == std::ssize(saoirse.ahead));
  for (const LaneLine& line : saoirse.ahead) REQUIRE(line.what == book.find(line.session)->name());
  for (const ScheduleLane& l : model.lanes)
    if (l.bars.empty()) REQUIRE(l.right == "no session");
}

TEST_CASE("the load counts each facilitator once a day, by weeks") {
  const SessionBook book{test::starter()};
  const ScheduleModel model = schedule_model(book, kToday, LanesBy::cohort);
  std::vector<int> counted;
  for (const WeekLoad& week : model.load) counted.push_back(week.days);
  // Two people on 21 April; else one for each meeting.
  REQUIRE(counted == std::vector<int>{1, 1, 1, 2, 1, 1, 2, 2, 2});
  REQUIRE_FALSE(model.load[4].ahead);
  REQUIRE(model.load[5].ahead);
  REQUIRE(model.load_limit == 11);
}

TEST_CASE(
    "a proposal shows new bars, ghosts of what it moves, and the tray of what it cannot place") {
  const SessionBook now{test::starter()};
  Program then = solved();
  {
    // And one that it takes elsewhere.
    const Session* b1 = then.sessions.find_key("LDR-1/B1");
    for (const Meeting& m : then.meetings) {
      if (m.session != b1->id) continue;
      Meeting moved = m;
      moved.date += days{1};
      then.meetings.put(moved);
      break;
    }
  }
  const SessionBook proposed{then};
  const ScheduleModel model = schedule_model(now, kToday, LanesBy::cohort, &proposed);
  REQUIRE(model.unplaced == std::vector<std::string>{"MGR-1/M3"});
  REQUIRE(model.placed == 19);
  int ghosts = 0;
  int moved = 0;
  for (const auto& l : model.lanes)
    for (const auto& bar : l.bars) {
      ghosts += bar.state == BarState::was ? 1 : 0;
      moved += bar.moved ? 1 : 0;
    }
  REQUIRE(ghosts == 1);
  REQUIRE(moved == 11);  // ten placed for the first time, and B1
  const ProposalSummary summary = compare(now, proposed);
  REQUIRE(summary.added == 10);
  REQUIRE(summary.moved == 1);
  REQUIRE(summary.same == 8);
  REQUIRE(summary.lost == 0);
}

TEST_CASE("the workbench solves, offers, accepts, and forgets an offer when rows change under it") {
  auto session = test::session_of(test::starter());
  Workbench bench{*session};
  REQUIRE(bench.today().figures[2].of == "of 9");
  bench.solve();
  bench.wait();
  REQUIRE(bench.offer());
  REQUIRE(bench.offer()->broken.empty());
  REQUIRE(bench.offer()->summary.added == 10);
  REQUIRE(bench.schedule(LanesBy::cohort).placed == 19);
  REQUIRE(bench.book().sessions().size() == 9);  // nothing is written yet
  REQUIRE(bench.accept());
  REQUIRE_FALSE(bench.offer());
  REQUIRE(bench.book().sessions().size() == 20);
  REQUIRE(session->wait());
  REQUIRE(bench.today().figures[2].of == "of 20");

  bench.solve();
  bench.wait();
  REQUIRE(bench.offer());
  REQUIRE(session->undo());
  REQUIRE(bench.book().sessions().size() == 9);
  REQUIRE_FALSE(bench.offer());
}

TEST_CASE("the workbench answers why, of the offered plan as of the one that stands") {
  auto session = test::session_of(test::starter());
  Workbench bench{*session};
  REQUIRE_FALSE(bench.why("MGR-1/M3"));  // being asked
  bench.wait();
  const Result<Why>* answer = bench.why("MGR-1/M3");
  REQUIRE(answer);
  REQUIRE(*answer);
  REQUIRE_FALSE((*answer)->possible);
  REQUIRE_FALSE((*answer)->reasons.empty());
  for (const Reason& reason : (*answer)->reasons) REQUIRE(reason.rule == "absence");
  bench.solve();
  bench.wait();
  REQUIRE_FALSE(bench.why("LDR-1/L2"));
  bench.wait();
  REQUIRE(bench.why("LDR-1/L2"));
  REQUIRE(*bench.why("LDR-1/L2"));
}
