#include "db/exchange/folder.hpp"
#include "planner/flags/finding.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/program_builder.hpp"
#include "tests/support/sample_session.hpp"
#include "tests/support/source_path.hpp"

namespace {

using namespace tandem;
using flags::Finding;
using flags::Outcome;
using test::day;

const Date kToday = make_date(2027, 4, 14);

// One person, two competencies; a rule, and judgements added one by one.
struct Case : test::SmallProgram {
  Id<Competency> mentoring = add_competency("MEN");
  Id<Competency> vision = add_competency("VIS");
  Id<Person> person = add_people(add_cohort("K"), 1)[0];

  Id<Competency> add_competency(const std::string& code) {
    Competency row;
    row.code = row.name = code;
    return put(row);
  }
  void rule(const std::string& conditions, const std::string& version = "1",
            Date date = day(1, 4)) {
    FlagRule row;
    row.code = "TALK";
    row.text = "Talk.";
    row.author = "1001";
    row.version = version;
    row.date = date;
    row.conditions = conditions;
    put(row);
  }
  void rate(RatingSource source, const std::string& rater, int level, Date date = day(2, 1)) {
    Rating row;
    row.person = person;
    row.competency = mentoring;
    row.source = source;
    row.rater = rater;
    row.level = level;
    row.date = date;
    put(row);
  }
  void note(const std::string& kind, const std::string& author, Stance stance = Stance::for_it,
            Date date = day(2, 1), bool dissent = false) {
    Evidence row;
    row.person = person;
    row.competency = mentoring;
    row.kind = kind;
    row.stance = stance;
    row.author = author;
    row.date = date;
    row.text = kind + " by " + author;
    row.dissent = dissent;
    put(row);
  }
  void wants(std::optional<OwnPath> path, Date date = day(3, 1)) {
    OwnView row;
    row.person = person;
    row.path = path;
    row.words = "In my words.";
    row.date = date;
    put(row);
  }
  Finding finding() const { return flags::findings_of(program, person, kToday).at(0); }
};

Finding of(std::string_view number) {
  const Program& program = test::starter();
  return flags::findings_of(program, program.people.find_key(number)->id, kToday).at(0);
}

}  // namespace

TEST_CASE("the starter's rule opens one conversation, with both sides and what is not known") {
  std::vector<std::string_view> flagged;
  for (const Finding& f : flags::findings(test::starter(), kToday))
    if (f.outcome == Outcome::flag) flagged.push_back(code_of(test::starter(), f.person));
  REQUIRE(flagged == std::vector<std::string_view>{"1004"});
  const Finding niamh = of("1004");
  // Asked: a level, an observation, an artefact, her own view. Nobody wrote an observation.
  REQUIRE(niamh.inputs == 4);
  REQUIRE(niamh.unknown == 1);
  REQUIRE(niamh.not_known.size() == 1);
  REQUIRE(niamh.for_it.size() == 4);
  // Peers said 5, 4 and 5: the middle is 5, and no single one is named.
  REQUIRE(niamh.for_it[1].text ==
          "Peers: Technical direction and mentoring at level 5, the rule asks for 3");
  REQUIRE(niamh.for_it[1].by.empty());
  REQUIRE(niamh.for_it[1].answers == 3);
  REQUIRE(niamh.for_it[1].version == "2027.1");
}

TEST_CASE("Northmere's rules open the six conversations that its EXPECTED.md names") {
  const auto program = db::read_folder(test::source_path("samples/northmere"));
  REQUIRE(program);
  const Date today = make_date(2027, 5, 14);
  std::vector<std::string> flagged;
  for (const Finding& f : flags::findings(*program, today))
    if (f.outcome == Outcome::flag)
      flagged.push_back(program->flag_rules.at(f.rule).code + " " +
                        program->people.at(f.person).name);
  std::sort(flagged.begin(), flagged.end());
  REQUIRE(flagged ==
          std::vector<std::string>{"EXPERT-TALK Ingrid Sørlie", "EXPERT-TALK Meskerem",
                                   "EXPERT-TALK Zsófia Halász", "PEOPLE-TALK Chukwuemeka Obi",
                                   "PEOPLE-TALK Dámaso Iriarte", "PEOPLE-TALK Laoise O'Farrell"});
  // Story 10: three of the six inputs are unknown, over 40 %: never "no".
  const auto yannis = flags::findings_of(*program, program->people.find_key("1035")->id, today);
  REQUIRE(yannis.at(0).outcome == Outcome::not_enough_known);
  REQUIRE(yannis.at(0).inputs == 6);
  // Story 9: without the notes marked as dissent, or without their marks, the same flags.
  test::Draft unmarked{*program};
  REQUIRE(unmarked.change_where<Evidence>([](const Evidence& e) { return e.dissent; },
                                          [](Evidence& e) { e.dissent = false; }) > 5);
  const auto before = flags::findings(*program, today);
  const auto after = flags::findings(unmarked, today);
  REQUIRE(before.size() == after.size());
  for (std::size_t i = 0; i < before.size(); ++i) REQUIRE(before[i].outcome == after[i].outcome);
}

TEST_CASE("disagreement of manager and peers is shown on both sides, not averaged away") {
  const Finding zsofia = of("1006");
  REQUIRE(zsofia.outcome == Outcome::no_flag);
  REQUIRE(zsofia.against.at(0).source == "manager");
  REQUIRE(zsofia.for_it.at(0).source == "peer");
  // What the manager tagged as dissent stands on neither side.
  REQUIRE(zsofia.dissent == 1);
  for (const auto& items : {zsofia.for_it, zsofia.against})
    for (const auto& item : items) REQUIRE(item.text.find("sampling plan") == std::string::npos);
}

TEST_CASE("of somebody without data not enough is known, whatever the rule asks") {
  for (const char* conditions :
       {"level MEN >= 1 from manager within 24m", "evidence observation for MEN >= 1",
        "own_view expert", "role_target MEN", "track_history people >= 1y",
        "level MEN >= 1 from peer within 24m;any:own_view people;any:role_target VIS"}) {
    Case c;
    c.rule(conditions);
    CAPTURE(conditions);
    REQUIRE(c.finding().outcome == Outcome::not_enough_known);
    REQUIRE(c.finding().against.empty());
    REQUIRE_FALSE(c.finding().not_known.empty());
  }
}

TEST_CASE("two inputs of five unknown are still enough, three are not") {
  const auto seen = [](const std::string& conditions, int managers_level) {
    Case c;
    c.rule(conditions);
    c.rate(RatingSource::manager, "1", managers_level);
    c.rate(RatingSource::facilitator, "2", 3);
    c.wants(OwnPath::expert);
    return c.finding();
  };
  // Neither a role nor a track is recorded: 2 of 5, which is 40 % and not more.
  const auto exactly = seen(
      "level MEN >= 3 from manager within 24m;level MEN >= 3 from facilitator within 24m;"
      "any:own_view expert;any:role_target MEN;any:track_history expert >= 3y",
      3);
  REQUIRE(exactly.unknown == 2);
  REQUIRE(exactly.inputs == 5);
  REQUIRE(exactly.outcome == Outcome::flag);
  // 3 of 5: although what is known speaks against it, the answer is not "no".
  const auto more = seen(
      "level MEN >= 3 from manager within 24m;own_view expert;role_target MEN;"
      "track_history expert >= 3y;evidence artefact for MEN >= 1",
      1);
  REQUIRE(more.unknown == 3);
  REQUIRE_FALSE(more.against.empty());
  REQUIRE(more.outcome == Outcome::not_enough_known);
}

TEST_CASE("fewer than three peers are hidden, and count as not known") {
  Case c;
  c.rule("level MEN >= 3 from manager,peer within 24m;own_view expert");
  c.rate(RatingSource::manager, "1", 4);
  c.rate(RatingSource::peer, "2", 1);
  c.rate(RatingSource::peer, "3", 1);
  c.wants(OwnPath::expert);
  auto hidden = c.finding();
  REQUIRE(hidden.not_known.at(0).note == "fewer than 3 answers: hidden");
  REQUIRE_FALSE(hidden.not_known.at(0).date);
  REQUIRE(hidden.against.empty());
  c.rate(RatingSource::peer, "3", 1, day(2, 9));  // the same peer again is no third one
  REQUIRE(c.finding().against.empty());
  c.rate(RatingSource::peer, "4", 4);
  REQUIRE(c.finding().against.at(0).text == "Peers: MEN at level 1, the rule asks for 3");
  REQUIRE(c.finding().outcome == Outcome::no_flag);
}

TEST_CASE("peers without a name are a group only where three answered on one day") {
  Case c;
  c.rule("level MEN >= 3 from manager,peer within 24m;own_view expert");
  c.rate(RatingSource::manager, "1", 4);
  for (const unsigned d : {1U, 2U, 3U}) c.rate(RatingSource::peer, "", 1, day(2, d));
  c.wants(OwnPath::expert);
  REQUIRE(c.finding().not_known.at(0).note == "fewer than 3 answers: hidden");
  c.rate(RatingSource::peer, "", 1, day(2, 3));
  c.rate(RatingSource::peer, "", 1, day(2, 3));
  REQUIRE(c.finding().against.at(0).text == "Peers: MEN at level 1, the rule asks for 3");
}

TEST_CASE("a rater's later answer replaces the earlier one") {
  Case c;
  c.rule("level MEN >= 3 from manager,facilitator within 24m");
  c.rate(RatingSource::facilitator, "2", 4);
  c.rate(RatingSource::manager, "1", 2, day(1, 11));
  REQUIRE(c.finding().outcome == Outcome::no_flag);
  c.rate(RatingSource::manager, "1", 3, day(2, 12));
  REQUIRE(c.finding().outcome == Outcome::flag);
  // What is dated after the day of the report is not there yet.
  c.rate(RatingSource::manager, "1", 1, day(4, 15));
  REQUIRE(c.finding().outcome == Outcome::flag);
}

TEST_CASE("what is older than 24 months is marked and cannot carry a flag alone") {
  Case c;
  c.rule("level MEN >= 3 from manager,facilitator within 60m");
  c.rate(RatingSource::manager, "1", 4, make_date(2025, 4, 13));
  c.rate(RatingSource::facilitator, "2", 4, make_date(2025, 1, 10));
  REQUIRE(c.finding().outcome == Outcome::not_enough_known);
  REQUIRE(c.finding().for_it.at(0).stale);
  c.rate(RatingSource::manager, "1", 4, make_date(2025, 4, 14));  // 24 months to the day
  REQUIRE_FALSE(c.finding().for_it.at(0).stale);
  REQUIRE(c.finding().outcome == Outcome::not_enough_known);  // one fresh voice, and it is alone
  c.rate(RatingSource::facilitator, "2", 4, day(1, 10));
  REQUIRE(c.finding().outcome == Outcome::flag);
}

TEST_CASE("a stale low rating stops nobody") {
  Case c;
  c.rule("level MEN >= 3 from manager,facilitator,self within 60m");
  c.rate(RatingSource::manager, "1", 1, make_date(2024, 1, 10));
  c.rate(RatingSource::facilitator, "2", 4);
  c.rate(RatingSource::self, "1001", 4);
  REQUIRE(c.finding().against.at(0).stale);
  REQUIRE(c.finding().outcome == Outcome::flag);
}

TEST_CASE("one source cannot carry a flag alone, in however many roles it speaks") {
  Case c;
  c.rule(
      "level MEN >= 3 from manager within 24m;evidence observation for MEN >= 1;own_view expert");
  c.rate(RatingSource::manager, "1", 4);
  c.note("observation", "1");
  c.wants(OwnPath::expert);
  REQUIRE(c.finding().outcome == Outcome::not_enough_known);
  REQUIRE(c.finding().reason.find("one recent source alone") != std::string::npos);
  REQUIRE(c.finding().for_it.at(0).single_source);
  c.note("observation", "2");
  REQUIRE(c.finding().outcome == Outcome::flag);
}

TEST_CASE("evidence against is shown beside the rest and decides nothing by itself") {
  Case c;
  c.rule("evidence observation for MEN >= 2;own_view expert");
  c.note("observation", "1");
  c.note("observation", "2");
  c.wants(OwnPath::expert);
  const auto before = c.finding();
  REQUIRE(before.outcome == Outcome::flag);
  c.note("observation", "3", Stance::against);
  REQUIRE(c.finding().outcome == Outcome::flag);
  REQUIRE(c.finding().against.size() == before.against.size() + 1);
  // Kinds that no rule may ask for are not even shown.
  c.note("journal", "1001", Stance::against);
  REQUIRE(c.finding().against.size() == before.against.size() + 1);
}

TEST_CASE("a person's own view is heard as it is: another path is no flag, no answer is unknown") {
  Case c;
  c.rule("own_view expert");
  c.wants(OwnPath::neither);
  REQUIRE(c.finding().outcome == Outcome::no_flag);
  c.wants(OwnPath::expert, day(3, 2));
  REQUIRE(c.finding().outcome == Outcome::flag);
  c.wants(std::nullopt, day(3, 3));  // asked anew, not answered
  REQUIRE(c.finding().outcome == Outcome::not_enough_known);
  REQUIRE(c.finding().not_known.at(0).note == "not asked");
}

TEST_CASE("a role that does not expect a skill is no gap, and one that says nothing is unknown") {
  Case c;
  Role role;
  role.code = role.title = "SPEC";
  const auto spec = c.put(role);
  RoleTarget target;
  target.role = spec;
  target.competency = c.mentoring;
  target.expected = Expected::level_3;
  const auto row = c.put(target);
  c.change(c.person, [&](Person& p) { p.role = spec; });
  c.rule("role_target MEN");
  REQUIRE(c.finding().outcome == Outcome::flag);
  c.change(row, [](RoleTarget& t) { t.expected = Expected::not_expected; });
  REQUIRE(c.finding().outcome == Outcome::no_flag);
}

TEST_CASE("years on a track are known as far as the present band has a date") {
  Case c;
  c.rule("track_history expert >= 3y");
  c.change(c.person, [](Person& p) {
    p.track = CareerTrack::expert;
    p.band_since = make_date(2024, 4, 14);
  });
  REQUIRE(c.finding().outcome == Outcome::flag);
  c.change(c.person, [](Person& p) { p.band_since = make_date(2024, 4, 15); });
  REQUIRE(c.finding().outcome == Outcome::not_enough_known);
  c.change(c.person, [](Person& p) { p.track = CareerTrack::people; });
  REQUIRE(c.finding().outcome == Outcome::no_flag);
}

TEST_CASE("the latest version of a rule that is in force speaks, and no other") {
  Case c;
  c.wants(OwnPath::expert);
  c.rule("own_view people", "9", day(2, 1));
  c.rule("own_view expert", "10", day(2, 1));
  c.rule("own_view undecided", "11", day(5, 1));
  const auto rules = flags::rules_in_force(c.program, kToday);
  REQUIRE(rules.size() == 1);
  REQUIRE(rules[0].row->version == "10");
  REQUIRE(c.finding().outcome == Outcome::flag);
}

TEST_CASE("nobody who has left is listed, everybody else is, by name") {
  Case c;
  c.add_people(c.add_cohort("L"), 3, 2001);
  c.rule("own_view expert");
  REQUIRE(flags::findings(c.program, kToday).size() == 4);
  c.change(c.person, [](Person& p) { p.left = day(4, 13); });
  REQUIRE(flags::findings(c.program, kToday).size() == 3);
}
