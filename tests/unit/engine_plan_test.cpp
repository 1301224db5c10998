// What the engine leaves alone, how it explains itself, and that chance and order change nothing.
#include <algorithm>
#include <map>

#include "planner/base/random.hpp"
#include "planner/domain/rows.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/solve.hpp"
#include "planner/schedule/verify.hpp"
#include "planner/schedule/why.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::hour;
using tandem::test::OneModule;
using tandem::test::SmallProgram;

namespace {

// Six people of one cohort, who take one module.
struct Case : OneModule {
  std::vector<Id<Person>> people = add_people(cohort, 6);
};

Outcome plan(const SmallProgram& small, SolveOptions options = {}) {
  if (options.steps == kDefaultSteps) options.steps = 400;
  auto outcome = solve(small.program, options);
  REQUIRE(outcome);
  return *outcome;
}

bool mentions(const std::vector<Reason>& reasons, std::string_view rule, std::string_view text) {
  return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& r) {
    return r.rule == rule && r.text.find(text) != std::string::npos;
  });
}

std::string all(const std::vector<Reason>& reasons) {
  std::string out;
  for (const Reason& r : reasons) out += r.rule + ": " + r.text + "\n";
  return out;
}

// The same rows under other ids and in another order.
Program shuffled(const Program& program, std::uint64_t seed) {
  Rng rng{seed};
  std::map<std::pair<TableId, RawId>, RawId> renamed;
  RawId next = 1000;
  for (const TableInfo& t : tables()) {
    std::vector<RawId> ids;
    for_each_row(program, t.id, [&](const RowRef& row) { ids.push_back(row.id); });
    rng.shuffle(ids);
    for (const RawId id : ids) renamed[{t.id, id}] = next++;
  }
  ProgramBuilder out;
  for (const TableInfo& t : tables())
    for_each_row(program, t.id, [&](const RowRef& ref) {
      AnyRow row = copy(ref);
      for (const Field& f : t.fields) {
        const TableId target = target_of(f, t, ref.row);
        const Value value = f.get(ref.row);
        if (target == TableId::none) continue;
        if (const auto* one = std::get_if<std::int64_t>(&value)) {
          f.set(data(row),
                Value{static_cast<std::int64_t>(renamed[{target, static_cast<RawId>(*one)}])});
        } else if (const auto* many = std::get_if<std::vector<std::int64_t>>(&value)) {
          std::vector<std::int64_t> ids;
          for (const auto id : *many)
            ids.push_back(static_cast<std::int64_t>(renamed[{target, static_cast<RawId>(id)}]));
          f.set(data(row), Value{ids});
        }
      }
      set_id(row, renamed[{t.id, ref.id}]);
      out.add(std::move(row));
    });
  return out.finish();
}

// A proposal by codes alone.
std::string by_code(const Program& program, const Proposal& proposal) {
  std::string out;
  for (const PlannedSession& s : proposal.sessions) {
    out += s.code;
    for (const PlannedMeeting& m : s.meetings) {
      out += " " + text(m.date) + " " + text(m.start) + " " + std::string{code_of(program, m.room)};
      for (const auto f : m.leads) out += " " + std::string{code_of(program, f)};
    }
    for (const auto p : s.seats) out += " " + std::string{code_of(program, p)};
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("pinned and frozen sessions stay, later published ones stay unless a rule moves them") {
  Case small;
  SolveOptions options;
  options.as_of = day(3, 1);
  Workspace workspace = small.program.workspace();
  workspace.freeze_days = 3;
  small.put(workspace);
  const auto other = small.add_module("M2", 120);
  const auto lead = small.add_facilitator("BO", {other});
  const auto pinned = small.add_session("MGR-1/M1", small.cohort, small.module);
  small.change(pinned, [](Session& s) { s.pinned = true; });
  small.add_meeting(pinned, day(4, 7), hour(11), hour(15), small.room, small.lead);
  small.book(pinned, small.people);
  const auto published =
      small.add_session("MGR-1/M2", small.cohort, other, SessionStatus::published);
  small.add_meeting(published, day(3, 18), hour(14), hour(16), small.room, lead);
  small.book(published, small.people);

  auto outcome = plan(small, options);
  REQUIRE(outcome.proposal.sessions.size() == 2);
  CHECK(outcome.proposal.sessions[0].meetings.at(0).date == day(4, 7));
  CHECK(outcome.proposal.sessions[0].meetings.at(0).start == hour(11));
  CHECK(outcome.proposal.sessions[1].meetings.at(0).date == day(3, 18));
  CHECK(outcome.cost[Tier::changes] == 0);

  Absence absence;
  absence.kind = AbsenceKind::person;
  absence.code = {small.people[0].value};
  absence.from = absence.to = day(3, 18);
  small.put(absence);
  outcome = plan(small, options);
  CHECK(outcome.proposal.sessions[1].meetings.at(0).date != day(3, 18));
  CHECK(outcome.cost[Tier::changes] == 6);  // six learners, the same lead

  options.as_of = day(3, 16);  // 18 March is within three days now: frozen
  outcome = plan(small, options);
  CHECK(outcome.proposal.sessions[1].meetings.at(0).date == day(3, 18));
}

TEST_CASE("a run for one cohort leaves the others where they are") {
  Case small;
  const auto other = small.add_cohort("MGR-2");
  const auto people = small.add_people(other, 5, 2001);
  const auto s = small.add_session("MGR-2/M1", other, small.module);
  small.add_meeting(s, day(1, 4), hour(9), hour(13), small.room, small.lead);
  small.book(s, people);
  SolveOptions options;
  options.cohorts = {small.cohort};
  const auto outcome = plan(small, options);
  REQUIRE(outcome.proposal.sessions.size() == 1);
  // Room and lead are taken on Mon 4 Jan until 13:00.
  CHECK(outcome.proposal.sessions[0].meetings.at(0).date == day(1, 4));
  CHECK(outcome.proposal.sessions[0].meetings.at(0).start == hour(13));
}

TEST_CASE("an impossible session says how far it got and which two facts stand in the way") {
  Case small;
  small.change(small.cohort, [](Cohort& c) { c.language = "fr"; });
  small.change(small.lead, [](Facilitator& f) { f.languages = {"en"}; });
  const auto french = small.add_facilitator("CAMILLE", {small.module});
  small.change(french, [](Facilitator& f) { f.languages = {"fr"}; });
  // She comes 7 to 18 June only; the one room is closed then.
  Absence absence;
  absence.kind = AbsenceKind::facilitator;
  absence.code = {french.value};
  absence.from = day(1, 1);
  absence.to = day(6, 6);
  small.put(absence);
  absence = {};
  absence.kind = AbsenceKind::facilitator;
  absence.code = {french.value};
  absence.from = day(6, 19);
  absence.to = day(12, 31);
  small.put(absence);
  absence = {};
  absence.kind = AbsenceKind::room;
  absence.code = {small.room.value};
  absence.from = day(6, 7);
  absence.to = day(6, 18);
  small.put(absence);

  const auto outcome = plan(small);
  CHECK(outcome.status == OutcomeStatus::impossible);
  CHECK(outcome.placed == 0);
  REQUIRE(outcome.unplaced.size() == 1);
  const auto& missing = outcome.unplaced[0];
  CHECK(missing.session == "MGR-1/M1");
  REQUIRE_FALSE(missing.funnel.empty());
  CHECK(missing.funnel.back().starts == 0);
  for (std::size_t i = 1; i < missing.funnel.size(); ++i)
    CHECK(missing.funnel[i].starts <= missing.funnel[i - 1].starts);
  INFO(all(missing.reasons));
  CHECK(std::count_if(missing.reasons.begin(), missing.reasons.end(),
                      [](const Reason& r) { return r.rule == "absence"; }) == 2);
  CHECK(mentions(missing.reasons, "absence",
                 "CAMILLE is not available Fri 1 Jan to Sun 6 Jun and Sat 19 Jun to Fri 31 Dec"));
  CHECK(mentions(missing.reasons, "absence", "R1 is not available Mon 7 Jun to Fri 18 Jun"));
  CHECK(mentions(missing.reasons, "facilitator_language", "ANA does not work in French"));
}

TEST_CASE("what follows an unplaced session is unplaced too and says so") {
  Case small;
  const auto next = small.add_module("M2", 120);
  small.add_facilitator("BO", {next});
  small.needs(next, small.module, 1, 7, 30);
  Absence absence;
  absence.kind = AbsenceKind::facilitator;
  absence.code = {small.lead.value};
  absence.from = day(1, 1);
  absence.to = day(12, 31);
  small.put(absence);
  const auto outcome = plan(small);
  REQUIRE(outcome.unplaced.size() == 2);
  CHECK(outcome.unplaced[1].session == "MGR-1/M2");
  CHECK(mentions(outcome.unplaced[1].reasons, "prerequisite", "MGR-1/M1, which has no date"));
}

TEST_CASE("why not that day names the rule that forbids it, or the hours that are free") {
  Case small;
  const auto s = small.add_session("MGR-1/M1", small.cohort, small.module);
  small.add_meeting(s, day(1, 12), hour(9), hour(13), small.room, small.lead);
  small.book(s, small.people);
  Absence absence;
  absence.kind = AbsenceKind::person;
  absence.code = {small.people[2].value};
  absence.from = day(1, 5);
  absence.to = day(1, 8);
  small.put(absence);
  auto answer = why(small.program, "MGR-1/M1", day(1, 6));
  REQUIRE(answer);
  CHECK_FALSE(answer->possible);
  INFO(all(answer->reasons));
  CHECK(
      mentions(answer->reasons, "absence", "Person 1003 is not available Tue 5 Jan to Fri 8 Jan"));

  answer = why(small.program, "MGR-1/M1", day(1, 11));
  REQUIRE(answer);
  CHECK(answer->possible);
  CHECK(mentions(answer->reasons, "start", "09:00"));

  answer = why(small.program, "MGR-1/M1", day(1, 10));  // a Sunday
  REQUIRE(answer);
  CHECK_FALSE(answer->possible);
  CHECK(mentions(answer->reasons, "cohort_time", "Mon"));

  answer = why(small.program, "MGR-1/M9");
  REQUIRE_FALSE(answer);
  CHECK(answer.error().front().hint == "did you mean MGR-1/M1?");
}

TEST_CASE("why here names what it follows and what kept it from a better day") {
  Case small;
  const auto next = small.add_module("M2", 120);
  const auto lead = small.add_facilitator("BO", {next});
  small.needs(next, small.module, 7, 14, 30);
  const auto a = small.add_session("MGR-1/M1", small.cohort, small.module);
  small.add_meeting(a, day(1, 12), hour(9), hour(13), small.room, small.lead);
  small.book(a, small.people);
  const auto b = small.add_session("MGR-1/M2", small.cohort, next);
  small.add_meeting(b, day(1, 27), hour(9), hour(11), small.room, lead);
  small.book(b, small.people);
  Absence absence;
  absence.kind = AbsenceKind::facilitator;
  absence.code = {lead.value};
  absence.from = absence.to = day(1, 26);
  small.put(absence);
  const auto answer = why(small.program, "MGR-1/M2");
  REQUIRE(answer);
  INFO(all(answer->reasons));
  CHECK(mentions(answer->reasons, "spacing_min", "MGR-1/M1 on Tue 12 Jan"));
  CHECK(
      mentions(answer->reasons, "prerequisite", "15 days after MGR-1/M1; 14 days would be ideal"));
  CHECK(mentions(answer->reasons, "absence", "not Tue 26 Jan: BO is not available Tue 26 Jan"));
}

TEST_CASE("neither ids nor the order of rows change the plan") {
  Case small;
  const auto second = small.add_module("M2", 120);
  small.add_facilitator("BO", {second, small.module});
  small.add_facilitator("CY", {second, small.module});
  small.needs(second, small.module, 2, 9, 30);
  for (int c = 2; c <= 5; ++c) {
    const auto cohort = small.add_cohort("MGR-" + std::to_string(c));
    small.add_people(cohort, 14, 1000 * c);
  }
  small.add_room("R2", 9);
  const auto outcome = plan(small);
  const auto expected = by_code(small.program, outcome.proposal);
  for (const std::uint64_t seed : {1ULL, 2ULL, 3ULL}) {
    const Program other = shuffled(small.program, seed);
    const auto again = solve(other, {{}, {}, 1, 400, {}});
    REQUIRE(again);
    CHECK(by_code(other, again->proposal) == expected);
    CHECK(again->cost == outcome.cost);
  }
}

TEST_CASE("the same seed and steps give the same plan, more steps never a worse one") {
  Case small;
  const auto second = small.add_module("M2", 120);
  small.add_facilitator("BO", {second});
  small.needs(second, small.module, 2, 9, 30);
  for (int c = 2; c <= 6; ++c) {
    const auto cohort = small.add_cohort("MGR-" + std::to_string(c));
    small.add_people(cohort, 11, 1000 * c);
  }
  SolveOptions options;
  options.seed = 7;
  options.steps = 1500;
  const auto a = plan(small, options);
  const auto b = plan(small, options);
  CHECK(a.proposal == b.proposal);
  CHECK(a.steps == b.steps);
  options.steps = 1;  // the construction alone
  const auto first = plan(small, options);
  CHECK(a.cost <= first.cost);
  for (const auto& f : first.finish) {
    const auto bound = std::find_if(first.bound.begin(), first.bound.end(),
                                    [&](const CohortDay& d) { return d.cohort == f.cohort; });
    REQUIRE(bound != first.bound.end());
    CHECK(bound->date <= f.date);
  }
}

TEST_CASE("a stopped run still hands over the plan it has") {
  Case small;
  std::stop_source source;
  source.request_stop();
  Progress progress;
  const auto outcome = solve(small.program, {}, source.get_token(), &progress);
  REQUIRE(outcome);
  CHECK(outcome->sessions == 1);
  CHECK(progress.phase == Progress::Phase::done);
  REQUIRE(progress.best());
}

TEST_CASE("a compiled problem is consistent, and its dump holds no names") {
  Case small;
  const auto second = small.add_module("M2", 120);
  small.add_facilitator("BO", {second});
  small.needs(second, small.module, 2, 9, 30);
  const auto compiled = schedule::compile(small.program, {});
  REQUIRE(compiled);
  CHECK(schedule::check((*compiled)->problem).empty());
  const std::string json = schedule::to_json((*compiled)->problem);
  for (const char* name : {"Person", "1001", "ANA", "MGR", "M1", "R1", "Amsterdam"})
    CHECK(json.find(name) == std::string::npos);
  schedule::Problem broken = (*compiled)->problem;
  broken.links[0].to = 99;
  broken.sessions[0].rooms[0].who = -4;
  CHECK(schedule::check(broken).size() == 2);
}
