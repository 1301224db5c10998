// What the page Schedule shows: lanes, bars, the load, and a proposal beside what stands.
#include "ui/models/schedule_model.hpp"

#include <algorithm>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/sample_session.hpp"

namespace {

using namespace tandem;
using namespace tandem::models;

const Date kToday = make_date(2027, 4, 14);

const ScheduleLane& lane(const ScheduleModel& model, std::string_view code) {
  const auto it = std::find_if(model.lanes.begin(), model.lanes.end(),
                               [&](const ScheduleLane& l) { return l.code == code; });
  REQUIRE(it != model.lanes.end());
  return *it;
}

}  // namespace

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
  const Program program = test::planned_starter();
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
  Program then = test::planned_starter();
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
