// Why a session has no date, in one sentence.
#include "ui/models/verdict.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_session.hpp"

namespace {

using namespace tandem;
using namespace tandem::models;

const Date kToday = make_date(2027, 4, 14);

}  // namespace

TEST_CASE("the verdict joins the facts that leave no place, by whom they are about") {
  const Program program = test::planned_starter();
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
