#include "planner/domain/flag_conditions.hpp"

#include "db/exchange/folder.hpp"
#include "planner/edit/apply.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/sample_session.hpp"

namespace {

using namespace tandem;

std::string problem(std::string_view conditions) {
  const auto parsed = parse_conditions(conditions);
  return parsed ? "" : text(parsed.error().front());
}

}  // namespace

TEST_CASE("a rule's conditions are read clause by clause, each with its column") {
  const auto clauses = parse_conditions(
      "level MEN >= 3 from manager,peer within 24m; any:evidence observation for MEN >= 2;"
      "any: own_view expert;role_target VIS;track_history people >= 5y");
  REQUIRE(clauses);
  REQUIRE(clauses->size() == 5);
  REQUIRE(clauses->at(0) ==
          FlagClause{false, 1, "level MEN >= 3 from manager,peer within 24m",
                     LevelClause{"MEN", 3, {RatingSource::manager, RatingSource::peer}, 24}});
  REQUIRE(clauses->at(1) == FlagClause{true, 46, "evidence observation for MEN >= 2",
                                       EvidenceClause{EvidenceKind::observation, "MEN", 2}});
  REQUIRE(clauses->at(2) == FlagClause{true, 84, "own_view expert", OwnViewClause{}});
  REQUIRE(std::get<RoleTargetClause>(clauses->at(3).test).competency == "VIS");
  REQUIRE(std::get<TrackHistoryClause>(clauses->at(4).test) ==
          TrackHistoryClause{Ladder::people, 5});
}

TEST_CASE("every clause that is not understood is named, with its column and what is allowed") {
  const auto parsed =
      parse_conditions("level MEN > 3 from peer within 24m;;é is 3;own_view neither");
  REQUIRE_FALSE(parsed);
  REQUIRE(parsed.error().size() == 4);
  REQUIRE(parsed.error()[0].where == "column 1");
  REQUIRE(parsed.error()[0].message ==
          "'level MEN > 3 from peer within 24m': '>' stands where '>=' belongs");
  REQUIRE(parsed.error()[1].where == "column 36");
  REQUIRE(parsed.error()[1].message == "there is an empty condition");
  REQUIRE(parsed.error()[2].where == "column 37");
  REQUIRE(parsed.error()[3].where == "column 44");  // é is one character
  REQUIRE(parsed.error()[3].hint == "use expert, people, undecided");
}

TEST_CASE("numbers, units and sources are held to what csv-format allows") {
  REQUIRE(problem("level MEN >= 6 from peer within 24m").find("'6' is not a level") !=
          std::string::npos);
  REQUIRE(problem("level MEN >= 3 from boss within 24m").find("use self, manager, peer") !=
          std::string::npos);
  REQUIRE(problem("level MEN >= 3 from peer,peer within 24m").find("twice") != std::string::npos);
  REQUIRE(problem("level MEN >= 3 from peer within 24").find("write 1m to 120m") !=
          std::string::npos);
  REQUIRE(problem("level MEN >= +3 from peer within 24m").find("not a level") != std::string::npos);
  REQUIRE(problem("level MEN >= 3 from peer").find("'within' is missing") != std::string::npos);
  REQUIRE(problem("track_history people >= 5").find("write 1y to 50y") != std::string::npos);
  REQUIRE(problem("role_target MEN VIS").find("one word too many") != std::string::npos);
  REQUIRE(problem("").find("empty condition") != std::string::npos);
}

TEST_CASE("barred inputs cannot be written into a rule") {
  for (const char* barred : {"age >= 40",
                             "sex female",
                             "ethnicity any",
                             "nationality NL",
                             "religion none",
                             "health ok",
                             "disability no",
                             "family children",
                             "union member",
                             "pay >= 5000",
                             "absence none",
                             "season paused",
                             "pause none",
                             "part_time no",
                             "working_days 5",
                             "dissent yes",
                             "site HAA",
                             "location HAA",
                             "moment shared",
                             "clicks >= 3",
                             "attendance >= 80",
                             "band B4",
                             "unit OPS",
                             "offer accepted",
                             "nominated_by manager",
                             "evidence journal for MEN >= 1",
                             "evidence self_check for MEN >= 1",
                             "evidence dissent for MEN >= 1",
                             "evidence absence for MEN >= 1",
                             "level MEN >= 3 from journal within 24m",
                             "level MEN >= 3 from peer within 24m and season none",
                             "role_target age >= 40"}) {
    CAPTURE(barred);
    REQUIRE_FALSE(parse_conditions(barred));
  }
}

TEST_CASE("a folder with a rule that cannot be read is refused, with file, line and column") {
  auto folder = db::to_folder(test::starter());
  folder.at("flag_rules.csv") =
      "code,path,text,author,version,date,purpose,conditions\n"
      "A,expert,Text,1002,1,2027-02-01,Talk,own_view expert;age >= 40\n"
      "B,people,Text,1002,1,2027-02-01,Talk,role_target MENN\n";
  const auto read = db::read_folder(folder);
  REQUIRE_FALSE(read);
  REQUIRE(read.error().size() == 2);
  REQUIRE(read.error()[0].where == "flag_rules.csv:2:8");
  REQUIRE(read.error()[0].message.find("column 17: 'age >= 40'") != std::string::npos);
  REQUIRE(text(read.error()[1]) ==
          "flag_rules.csv:3:8: column 1: there is no competency 'MENN' (did you mean MEN?)");
}

TEST_CASE("a competency that a rule asks about cannot go away under it") {
  const Program& starter = test::starter();
  Program program = starter;
  for (const auto table :
       {TableId::ratings, TableId::evidence, TableId::role_targets, TableId::indicators,
        TableId::anchors, TableId::objectives, TableId::growth_areas, TableId::actions})
    rows(program, table) = RowStore{table};
  CountingIds ids{1'000'000};
  const auto men = program.competencies.find_key("MEN")->id;
  const auto removed = apply(program, Remove{TableId::competencies, men.value}, ids);
  REQUIRE_FALSE(removed);
  REQUIRE(text(removed.error().front()).find("there is no competency 'MEN'") != std::string::npos);
}
