// Ratings that tell neither people nor skills apart: when that is said, of whom, and in what words.
#include "planner/report/even_marks.hpp"

#include "planner/base/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using tandem::test::day;
using tandem::test::SmallProgram;

namespace {

struct Raters : SmallProgram {
  std::vector<Id<Person>> people = add_people(add_cohort("K"), 6);
  std::vector<Id<Competency>> skills;

  Raters() {
    for (int i = 0; i < 10; ++i) {
      Competency row;
      row.code = row.name = "S" + std::to_string(i);
      skills.push_back(put(row));
    }
    change(people[5], [](Person& p) { p.name = "Duncan"; });
  }
  // `n` ratings, spread over the first `over` people.
  void rate(const std::string& rater, int n, std::size_t over, int level = 5,
            RatingSource source = RatingSource::manager) {
    for (int i = 0; i < n; ++i) {
      Rating row;
      const auto at = static_cast<std::size_t>(i);
      row.person = people[at % over];
      row.competency = skills[at / over % skills.size()];
      row.source = source;
      row.rater = rater;
      row.level = level;
      row.date = day(3, 1);
      put(row);
    }
  }
  std::vector<std::string> notes(std::size_t person = 0) const {
    return report::EvenMarkNotes{program, day(4, 14)}.of(people[person]);
  }
};

}  // namespace

TEST_CASE("twenty ratings of three people that are all alike are said to be") {
  Raters raters;
  raters.rate("1006", 20, 3);
  CHECK(raters.notes() ==
        std::vector<std::string>{
            "Duncan gave nothing but fives, 20 to three people: such marks tell neither people nor "
            "skills apart, so look at what the others saw."});
  CHECK(raters.notes(4).empty());  // not rated by Duncan
}

TEST_CASE("nineteen, or two people, or one other level, and nothing is said") {
  Raters nineteen;
  nineteen.rate("1006", 19, 3);
  CHECK(nineteen.notes().empty());
  Raters two;
  two.rate("1006", 20, 2);
  CHECK(two.notes().empty());
  Raters other;
  other.rate("1006", 30, 3);
  other.rate("1006", 1, 1, 4);
  CHECK(other.notes().empty());
}

TEST_CASE("each way of rating stands alone: even as a manager, not as a peer") {
  Raters raters;
  raters.rate("1006", 20, 4);
  raters.rate("1006", 5, 4, 2, RatingSource::peer);
  REQUIRE(report::even_marks(raters.program, day(4, 14)).size() == 1);
  CHECK(report::even_marks(raters.program, day(4, 14))[0].source == RatingSource::manager);
}

TEST_CASE("peers are not named, and a group of two says nothing at all") {
  Raters raters;
  raters.rate("1006", 20, 4, 3, RatingSource::peer);
  raters.rate("1002", 4, 4, 2, RatingSource::peer);
  CHECK(raters.notes().empty());
  raters.rate("1003", 4, 4, 4, RatingSource::peer);
  REQUIRE(raters.notes().size() == 1);
  CHECK(
      raters.notes()[0].starts_with("One of the peers gave nothing but threes, 20 to four people"));
  CHECK_FALSE(contains(raters.notes()[0], "Duncan"));
}

TEST_CASE("where every skill hides its group, nothing is said though three rated in all") {
  Raters raters;
  raters.rate("1006", 20, 4, 3, RatingSource::peer);  // five skills of each
  for (const auto& [rater, skill] : {std::pair{"1002", 0}, std::pair{"1003", 1}}) {
    Rating row;
    row.person = raters.people[0];
    row.competency = raters.skills[static_cast<std::size_t>(skill)];
    row.source = RatingSource::peer;
    row.rater = rater;
    row.level = 4;
    row.date = day(3, 1);
    raters.put(row);
    CHECK(raters.notes().empty());
  }
}

TEST_CASE("the person themselves reads no name and no count of others") {
  Raters raters;
  raters.rate("1006", 20, 3);
  const report::EvenMarkNotes notes{raters.program, day(4, 14)};
  CHECK(
      notes.for_owner(raters.people[0]) ==
      std::vector<std::string>{"The marks of your manager are all of one level: they tell neither "
                               "people nor skills apart, so look at what the others saw."});
}

TEST_CASE("what people say of themselves is theirs") {
  Raters raters;
  raters.rate("1006", 30, 3, 5, RatingSource::self);
  CHECK(report::even_marks(raters.program, day(4, 14)).empty());
}
