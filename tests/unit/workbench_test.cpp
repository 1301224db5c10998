// What is worked out beside the window and kept until rows change: plans, reasons, the judge.
#include "ui/models/workbench.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_session.hpp"

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

TEST_CASE("today says why a session has no date as soon as the judge has answered") {
  auto session = test::session_of(test::planned_starter());
  Workbench bench{*session};
  REQUIRE(line(bench.today(), "no date MGR-1/M3")->text == "M3 for MGR-1: has no date");
  REQUIRE(bench.busy());
  bench.wait();
  REQUIRE(line(bench.today(), "no date MGR-1/M3")->text ==
          "M3 for MGR-1: simulator closed, lead away");
  REQUIRE(line(bench.today(), "no date MGR-1/M3")->first);
  REQUIRE_FALSE(bench.busy());
}

TEST_CASE("a rule broken by the plan is told by the judge, not by the page") {
  Program program = test::planned_starter();
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
