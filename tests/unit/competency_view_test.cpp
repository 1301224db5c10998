// How each side sees a person: side by side, never added up; what is unknown stays unknown.
#include "planner/report/competency_view.hpp"

#include "planner/report/skill_history.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program_builder.hpp"

using namespace tandem;
using tandem::report::CompetencyView;
using tandem::report::CompetencyViews;
using tandem::report::SourceView;
using tandem::test::day;
using tandem::test::SmallProgram;

namespace {

const Date kToday = day(4, 14);

struct World : SmallProgram {
  World() {
    skill = add_skill("FEE", "Feedback");
    Role r;
    r.code = "TL";
    r.title = "Team leader";
    role = put(r);
    Person p;
    p.number = "1";
    p.name = "Ada";
    p.role = role;
    person = put(p);
  }

  Id<Competency> add_skill(const std::string& code, const std::string& name,
                           Strand strand = Strand::manager) {
    Competency c;
    c.code = code;
    c.name = name;
    c.strand = strand;
    return put(c);
  }
  void expect(Id<Competency> competency, Expected expected) {
    RoleTarget t;
    t.role = role;
    t.competency = competency;
    t.expected = expected;
    put(t);
  }
  void rate(RatingSource source, const std::string& rater, int level,
            std::optional<Date> date = day(3, 1)) {
    Rating r;
    r.person = person;
    r.competency = skill;
    r.source = source;
    r.rater = rater;
    r.level = level;
    r.date = date;
    put(r);
  }
  Id<Framework> add_framework(const std::string& version, Date from) {
    Framework f;
    f.version = version;
    f.valid_from = from;
    return put(f);
  }
  std::vector<CompetencyView> views() const {
    return CompetencyViews{program, kToday}.of(program.people.at(person));
  }
  CompetencyView view() const { return views().at(0); }

  Id<Competency> skill;
  Id<Role> role;
  Id<Person> person;
};

}  // namespace

TEST_CASE("each source has its own mark, and no average is made of them") {
  World w;
  w.rate(RatingSource::self, "1", 2);
  w.rate(RatingSource::manager, "2", 4);
  const auto views = w.view().views;
  REQUIRE(views.size() == 2);
  CHECK(views[0] == SourceView{RatingSource::self, 4, 1, day(3, 1), false});
  CHECK(views[1] == SourceView{RatingSource::manager, 8, 1, day(3, 1), false});
  CHECK(w.view().note == "2 of 6 sources");
}

TEST_CASE("two people are no group: what they say is hidden, and so is how many they are") {
  World w;
  w.rate(RatingSource::peer, "2", 5);
  w.rate(RatingSource::peer, "3", 5);
  CHECK(w.view().views.empty());
  CHECK(w.view().note == "0 of 6 sources, peers too few to show");
  CHECK(w.view().sentence.find("Expert") == std::string::npos);
  w.rate(RatingSource::peer, "4", 5);
  CHECK(w.view().views == std::vector{SourceView{RatingSource::peer, 10, 3, day(3, 1), false}});
}

TEST_CASE("one peer who rates three times is still one peer") {
  World w;
  for (const unsigned d : {1U, 2U, 3U}) w.rate(RatingSource::peer, "2", 5, day(3, d));
  CHECK(w.view().views.empty());
  CHECK(w.view().too_few == std::vector{RatingSource::peer});
}

TEST_CASE("peers without a name count on one day only, as they could be the same people") {
  World w;
  w.rate(RatingSource::peer, "", 3, day(3, 1));
  w.rate(RatingSource::peer, "", 3, day(3, 2));
  w.rate(RatingSource::peer, "", 3, day(3, 2));
  CHECK(w.view().views.empty());
  w.rate(RatingSource::peer, "", 3, day(3, 2));
  CHECK(w.view().views.at(0).people == 3);
}

TEST_CASE("a group stands at its middle, between two levels when it is even") {
  World w;
  // 2, 3, 4, 5: the middle lies between 3 and 4, at seven half levels.
  for (const int level : {5, 2, 4, 3}) w.rate(RatingSource::report, std::to_string(level), level);
  CHECK(w.view().views.at(0).half_level == 7);
  CHECK(report::level_words(7) == "between Skilled and Advanced");
}

TEST_CASE("a later rating replaces the earlier one of the same rater, one of tomorrow does not") {
  World w;
  w.rate(RatingSource::self, "1", 2, day(2, 1));
  w.rate(RatingSource::self, "1", 3, day(3, 1));
  w.rate(RatingSource::self, "1", 5, kToday + days{1});
  CHECK(w.view().views.at(0).half_level == 6);
}

TEST_CASE("two facilitators stand side by side") {
  World w;
  w.rate(RatingSource::facilitator, "2", 3);
  w.rate(RatingSource::facilitator, "3", 4);
  CHECK(w.view().views.size() == 2);
  CHECK(w.view().note == "1 of 6 sources");
}

TEST_CASE("a view older than two years is said to be old") {
  World w;
  w.rate(RatingSource::self, "1", 2, make_date(2025, 4, 14));
  CHECK_FALSE(w.view().views.at(0).old);  // two years today
  w.rate(RatingSource::manager, "2", 2, make_date(2025, 4, 13));
  CHECK(w.view().views.at(1).old);
  CHECK(w.view().note == "2 of 6 sources, 1 over two years old");
}

TEST_CASE("unknown, not expected and low are three different things") {
  World w;
  w.expect(w.skill, Expected::level_3);
  CHECK(w.view().note == "not asked yet");
  CHECK(w.view().views.empty());
  w.rate(RatingSource::self, "1", 1);
  CHECK(w.view().note == "1 of 6 sources");
  CHECK(w.view().views.at(0).half_level == 2);
  const auto not_expected = w.add_skill("VIS", "Vision", Strand::leader);
  w.expect(not_expected, Expected::not_expected);
  CHECK(w.views().at(0).note == "not expected in this role");
  CHECK(w.views().at(0).sentence == "Vision: not expected in this role.");
}

TEST_CASE("a row says in words all that its marks show") {
  World w;
  w.expect(w.skill, Expected::level_4);
  w.rate(RatingSource::self, "1", 3);
  w.rate(RatingSource::peer, "2", 5);
  CHECK(w.view().sentence ==
        "Feedback: Advanced expected. Self: Skilled, Mon 1 Mar 2027. Peers: too few to show. Not "
        "asked yet: manager, reports, facilitators and practice tasks.");
}

TEST_CASE("rows are those the role speaks of, that were rated or that are worked on") {
  World w;
  CHECK(w.views().empty());
  const auto growing = w.add_skill("EI", "Emotional intelligence", Strand::leader);
  GrowthArea area;
  area.person = w.person;
  area.competency = growing;
  area.state = GrowthState::live;
  w.put(area);
  w.rate(RatingSource::self, "1", 3);
  const auto views = w.views();
  REQUIRE(views.size() == 2);
  CHECK(views[0].name == "Emotional intelligence");  // leader skills first
  CHECK(views[1].name == "Feedback");
}

TEST_CASE("what was said on one version of the framework stays there, the next stands beside it") {
  World world;
  const auto old = world.add_framework("2027.1", day(1, 4));
  world.add_framework("2027.2", day(3, 15));
  world.rate(RatingSource::self, "", 3, day(2, 1));
  world.rate(RatingSource::manager, "9", 2, day(3, 10));
  CHECK(world.view().versions.empty());  // all on one
  world.rate(RatingSource::self, "", 4, day(4, 1));
  // Given after the new version came, and on the old one all the same: the rating says so.
  Rating late;
  late.person = world.person;
  late.competency = world.skill;
  late.source = RatingSource::facilitator;
  late.rater = "5";
  late.level = 2;
  late.date = day(4, 2);
  late.version = old;
  world.put(late);
  CHECK(world.view().sentence.find("Self: Advanced, Thu 1 Apr 2027, on 2027.2.") !=
        std::string::npos);
  const auto history = report::skill_history(world.views());
  CHECK(history.versions == std::vector<std::string>{"2027.1", "2027.2"});
  REQUIRE(history.rows.size() == 1);
  CHECK(history.rows[0].said ==
        std::vector<std::string>{"Self: Skilled, Mon 1 Feb 2027. Manager: Basic, Wed 10 Mar 2027. "
                                 "Facilitator: Basic, Fri 2 Apr 2027.",
                                 "Self: Advanced, Thu 1 Apr 2027."});
}
