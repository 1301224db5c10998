// Proof that a session has no place: the smallest set of facts, none of which can be left out.
#include "planner/schedule/conflict_set.hpp"

#include "planner/schedule/ways_out.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::OneModule;

namespace {

struct Case : OneModule {
  std::vector<Id<Person>> people = add_people(cohort, 6);

  void away(AbsenceKind kind, RawId who, Date from, Date to) {
    Absence row;
    row.kind = kind;
    row.code = {who};
    row.from = from;
    row.to = to;
    put(row);
  }
  ConflictSet asked(std::string_view session = "MGR-1/M1") const {
    auto found = conflict_set(program, session);
    REQUIRE(found);
    return *found;
  }
};

std::vector<std::string> texts(const ConflictSet& found) {
  std::vector<std::string> out;
  for (const ConflictFact& fact : found.facts) out.push_back(fact.text);
  return out;
}

}  // namespace

TEST_CASE("a session that has a place is in no conflict") {
  const Case small;
  const ConflictSet found = small.asked();
  CHECK_FALSE(found.proven);
  CHECK(found.facts.empty());
}

TEST_CASE("a lead who comes for two weeks and a room closed in those weeks are exactly two facts") {
  Case small;
  const auto until = *small.program.workspace().horizon_to;
  small.away(AbsenceKind::facilitator, small.lead.value, day(1, 1), day(1, 31));
  small.away(AbsenceKind::facilitator, small.lead.value, day(2, 15), until);
  small.away(AbsenceKind::room, small.room.value, day(2, 1), day(2, 14));
  // Of no account: a learner's day off, a holiday, a limit that would do.
  small.away(AbsenceKind::person, small.people[2].value, day(2, 3), day(2, 3));
  small.change(small.cohort, [](Cohort& c) { c.max_minutes_week = 600; });

  const ConflictSet found = small.asked();
  CHECK(found.proven);
  REQUIRE(found.facts.size() == 2);
  CHECK(found.facts[0].rule == "absence");
  CHECK(found.facts[0].text.starts_with("ANA is not available Fri 1 Jan to Sun 31 Jan and"));
  CHECK(found.facts[1].text == "R1 is not available Mon 1 Feb to Sun 14 Feb");
  // Either relaxation gives it a place.
  CHECK(found.facts[0].gained == day(1, 4));
  CHECK(found.facts[1].gained == day(2, 1));
  CHECK(found.background ==
        std::vector<std::string>{"ANA alone may lead it for this cohort", "R1 alone suits it"});
}

TEST_CASE("own dates, a distance and a closure can be in it together") {
  Case small;
  const auto next = small.add_module("M2", 120);
  const auto bo = small.add_facilitator("BO", {next});
  small.needs(next, small.module, 14, std::nullopt, 21);
  // M1 is fixed on Mon 4 Jan: M2 can be on 18 to 25 Jan, and not before the 20th.
  const auto first =
      small.add_session("MGR-1/M1", small.cohort, small.module, SessionStatus::delivered);
  small.add_meeting(first, day(1, 4), test::hour(9), test::hour(13), small.room, small.lead);
  small.book(first, small.people);
  CohortModule choice;
  choice.cohort = small.cohort;
  choice.module = next;
  choice.not_before = day(1, 20);
  small.put(choice);
  small.away(AbsenceKind::facilitator, bo.value, day(1, 20), day(1, 26));

  const ConflictSet found = small.asked("MGR-1/M2");
  CHECK(found.proven);
  CHECK(texts(found) == std::vector<std::string>{"BO is not available Wed 20 Jan to Tue 26 Jan",
                                                 "M2 is not before Wed 20 Jan for MGR-1",
                                                 "M2 follows M1 by 21 days at most"});
  for (const ConflictFact& fact : found.facts) {
    INFO(fact.text);
    CHECK(fact.gained);
  }
}

TEST_CASE("two sessions that each have a day but not both in the week left are in conflict") {
  Case small;
  const auto next = small.add_module("M2", 240);
  const auto bo = small.add_facilitator("BO", {next});
  small.needs(next, small.module, 1, std::nullopt, std::nullopt);
  small.away(AbsenceKind::facilitator, bo.value, day(1, 9), *small.program.workspace().horizon_to);
  small.change(small.cohort, [](Cohort& c) {
    c.max_minutes_week = 240;
    c.load_window_weeks = 1;
  });
  const ConflictSet found = small.asked("MGR-1/M2");
  CHECK(found.proven);
  REQUIRE(texts(found) == std::vector<std::string>{"BO is not available Sat 9 Jan to Fri 25 Jun",
                                                   "MGR-1 allows 240 minutes a week"});
  CHECK(found.facts[0].gained == day(1, 11));  // a week later
  CHECK(found.facts[1].gained == day(1, 5));   // a day later
}

TEST_CASE("where relaxing a fact is not enough, it is said what has to go with it") {
  Case small;
  const auto until = *small.program.workspace().horizon_to;
  small.away(AbsenceKind::facilitator, small.lead.value, day(1, 1), until);
  small.away(AbsenceKind::room, small.room.value, day(1, 1), until);
  small.away(AbsenceKind::person, small.people[0].value, day(1, 4), day(1, 4));
  const ConflictSet found = small.asked();
  REQUIRE(found.facts.size() == 1);
  CHECK(found.facts[0].text == "ANA is not available Fri 1 Jan to Fri 25 Jun");
  CHECK(found.facts[0].also ==
        std::vector<std::string>{"R1 is not available Fri 1 Jan to Fri 25 Jun"});
  CHECK(found.facts[0].gained == day(1, 5));
  const auto ways = ways_out(small.program, "MGR-1/M1");
  REQUIRE(ways);
  REQUIRE(ways->ways.size() == 1);
  CHECK_FALSE(ways->ways[0].first);
  CHECK(ways->ways[0].together == day(1, 5));
  CHECK(ways->ways[0].also == found.facts[0].also);
}

TEST_CASE("where no date would help, the background is all there is to say") {
  Case small;
  small.change(small.cohort, [](Cohort& c) { c.language = "fr"; });
  small.change(small.lead, [](Facilitator& f) { f.languages = {"en"}; });
  const auto french = small.add_facilitator("CAMILLE", {});
  small.change(french, [](Facilitator& f) { f.languages = {"fr"}; });
  const auto found = conflict_set(small.program, "MGR-1/M1");
  if (found) {  // compile may refuse it outright, and says so
    CHECK(found->proven);
    CHECK(found->facts.empty());
    CHECK(found->background.front() == "nobody may lead it for this cohort");
  } else {
    CHECK_FALSE(found.error().empty());
  }
}

TEST_CASE("what is no session is not found") {
  const Case small;
  const auto found = conflict_set(small.program, "MGR-9/M1");
  REQUIRE_FALSE(found);
  CHECK(found.error()[0].code == ErrorCode::not_found);
}
