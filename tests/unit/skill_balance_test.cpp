// Vision without structure, and structure without vision: when it is said of a person's plan, a
// cohort or a unit, and when nothing is.
#include "planner/development/skill_balance.hpp"

#include "planner/base/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::SmallProgram;

namespace {

const Date kToday = day(4, 14);

// Two leader skills, two manager skills, and a unit of five.
struct Unit5 : SmallProgram {
  std::vector<Id<Competency>> leading{skill("L1", Strand::leader), skill("L2", Strand::leader)};
  std::vector<Id<Competency>> managing{skill("M1", Strand::manager), skill("M2", Strand::manager)};
  Id<Cohort> cohort = add_cohort("K");
  Id<Unit> unit;
  std::vector<Id<Person>> people;

  explicit Unit5(int size = 5) {
    Unit row;
    row.code = "DES";
    row.name = "Design office";
    unit = put(row);
    people = add_people(cohort, size);
    for (const auto id : people) change(id, [&](Person& p) { p.unit = unit; });
  }
  Id<Competency> skill(const std::string& code, Strand strand) {
    Competency row;
    row.code = row.name = code;
    row.strand = strand;
    return put(row);
  }
  void rate(Id<Person> person, Id<Competency> competency, int level,
            RatingSource source = RatingSource::manager, const std::string& rater = "9",
            std::optional<Date> date = day(3, 1)) {
    Rating row;
    row.person = person;
    row.competency = competency;
    row.source = source;
    row.rater = rater;
    row.level = level;
    row.date = date;
    put(row);
  }
  void rate_all(int leader, int manager) {
    for (const auto person : people) {
      for (const auto s : leading) rate(person, s, leader);
      for (const auto s : managing) rate(person, s, manager);
    }
  }
  SkillPattern of_unit() const {
    return SkillRatings{program, kToday}.of_unit(program.units.at(unit));
  }
  SkillPattern of_cohort() const {
    return SkillRatings{program, kToday}.of_cohort(program.cohorts.at(cohort));
  }
  SkillPattern of(std::size_t person) const {
    return SkillRatings{program, kToday}.of_person(people[person], {});
  }
};

}  // namespace

TEST_CASE("vision without structure, and the other way round, for a unit, a cohort and a plan") {
  Unit5 far;
  far.rate_all(4, 2);
  for (const SkillPattern& found : {far.of_unit(), far.of_cohort(), far.of(0)})
    CHECK(found.balance == SkillBalance::vision_without_structure);
  CHECK(far.of_unit().text ==
        "Vision without structure: leader skills 4.0 on average over all ratings, manager skills "
        "2.0, 5 people");
  Unit5 other;
  other.rate_all(2, 4);
  for (const SkillPattern& found : {other.of_unit(), other.of_cohort(), other.of(0)})
    CHECK(found.balance == SkillBalance::structure_without_vision);
}

TEST_CASE("of one person no figure is said, only which side stands above the other") {
  Unit5 far;
  far.rate_all(4, 2);
  const std::string text = far.of(0).text;
  CHECK(text.starts_with("Vision without structure: "));
  CHECK(text.find_first_of("0123456789") == text.npos);
}

TEST_CASE(
    "one and a half levels apart is far, a little less is not, and weak on both sides is not") {
  // Levels and ratings: 40 of 10 is 4.0, 25 of 10 is 2.5, 26 of 10 is 2.6.
  CHECK(skill_balance({40, 10}, {25, 10}, 20, 20) == SkillBalance::vision_without_structure);
  CHECK(skill_balance({40, 10}, {26, 10}, 20, 20) == SkillBalance::no_gap);
  CHECK(skill_balance({25, 10}, {40, 10}, 20, 20) == SkillBalance::structure_without_vision);
  // 2.9 against 1.0: neither is there.
  CHECK(skill_balance({29, 10}, {10, 10}, 20, 20) == SkillBalance::no_gap);
  CHECK(skill_balance({30, 10}, {10, 10}, 20, 20) == SkillBalance::vision_without_structure);
}

TEST_CASE("with more than 40 % unknown nothing is said") {
  CHECK(skill_balance({40, 10}, {10, 10}, 60, 100) == SkillBalance::vision_without_structure);
  CHECK(skill_balance({40, 10}, {10, 10}, 59, 100) == SkillBalance::not_enough_known);
  CHECK(skill_balance({}, {10, 10}, 100, 100) == SkillBalance::not_enough_known);
  CHECK(skill_balance({}, {}, 0, 0) == SkillBalance::not_enough_known);
  // Two of four skills of one person: half is unknown.
  Unit5 few;
  few.rate(few.people[0], few.leading[0], 5);
  few.rate(few.people[0], few.managing[0], 1);
  CHECK(few.of(0).balance == SkillBalance::not_enough_known);
  CHECK(few.of(0).text.empty());
  few.rate(few.people[0], few.leading[1], 5);
  CHECK(few.of(0).balance == SkillBalance::vision_without_structure);
}

TEST_CASE("a unit or a cohort of four is hidden, whatever is known of them") {
  Unit5 four{4};
  four.rate_all(5, 1);
  CHECK(four.of_unit().balance == SkillBalance::too_few_people);
  CHECK(four.of_cohort().balance == SkillBalance::too_few_people);
  CHECK(four.of_unit().text.empty());
  // Somebody who has left makes no fifth.
  Unit5 five;
  five.rate_all(5, 1);
  five.change(five.people[4], [](Person& p) { p.left = day(4, 13); });
  CHECK(five.of_unit().balance == SkillBalance::too_few_people);
}

TEST_CASE("a rater's later answer replaces the earlier one, one of tomorrow does not") {
  Unit5 unit;
  unit.rate_all(4, 4);
  CHECK(unit.of(0).balance == SkillBalance::no_gap);
  for (const auto s : unit.managing)
    unit.rate(unit.people[0], s, 1, RatingSource::manager, "9", day(4, 1));
  CHECK(unit.of(0).balance == SkillBalance::vision_without_structure);
  for (const auto s : unit.managing)
    unit.rate(unit.people[0], s, 5, RatingSource::manager, "9", day(4, 15));
  CHECK(unit.of(0).balance == SkillBalance::vision_without_structure);
}

TEST_CASE("two peers are hidden, and so they carry no sentence about a person") {
  Unit5 unit;
  for (const char* peer : {"1", "2"}) {
    for (const auto s : unit.leading) unit.rate(unit.people[0], s, 5, RatingSource::peer, peer);
    for (const auto s : unit.managing) unit.rate(unit.people[0], s, 1, RatingSource::peer, peer);
  }
  CHECK(unit.of(0).balance == SkillBalance::not_enough_known);
  for (const auto s : unit.leading) unit.rate(unit.people[0], s, 5, RatingSource::peer, "3");
  for (const auto s : unit.managing) unit.rate(unit.people[0], s, 1, RatingSource::peer, "3");
  CHECK(unit.of(0).balance == SkillBalance::vision_without_structure);
}

TEST_CASE("one peer without a name who answers on three days is no group") {
  Unit5 unit;
  for (const unsigned d : {1U, 2U, 3U}) {
    for (const auto s : unit.leading)
      unit.rate(unit.people[0], s, 5, RatingSource::peer, "", day(3, d));
    for (const auto s : unit.managing)
      unit.rate(unit.people[0], s, 1, RatingSource::peer, "", day(3, d));
  }
  CHECK(unit.of(0).balance == SkillBalance::not_enough_known);
}

TEST_CASE("the averages that are printed are rounded half up") {
  CHECK(average_words({44, 10}) == "4.4");
  CHECK(average_words({435, 100}) == "4.4");
  CHECK(average_words({434, 100}) == "4.3");
  CHECK(average_words({}) == "not known");
}
