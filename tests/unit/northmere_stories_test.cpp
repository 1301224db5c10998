// The stories planted in Northmere (samples/northmere/EXPECTED.md), each told by a sentence that a
// user reads: on the command line, or on a page. One case a story; those of parts that are not
// there yet (audit, parity, fairness, erasure) have none. Stories 1 and 2 are in northmere_test.
#include "db/exchange/folder.hpp"
#include "planner/base/text.hpp"
#include "planner/report/development_plan.hpp"
#include "planner/report/skill_history.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/command_line.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using namespace tandem;
using test::typed;

// The sample, planned, in a file: made once, read by all.
const std::string& northmere() {
  static const test::TempFolder folder{test::Medium::memory};
  static const std::string file = [] {
    const std::string made = (folder / "northmere.tandem").string();
    REQUIRE(typed({"load", made, test::source_path("samples/northmere").string()}).exit == 0);
    REQUIRE(typed({"schedule", made, "--steps", "1000", "--adopt"}).exit <= 1);
    return made;
  }();
  return file;
}

std::string said(std::vector<std::string> args) {
  args.insert(args.begin() + 1, northmere());
  const auto answer = typed(args);
  CAPTURE(args, answer.err);
  REQUIRE(answer.exit <= 1);
  return answer.out;
}

// The line that holds `part`; "" when none does.
std::string line_with(const std::string& text, std::string_view part) {
  for (const std::string& line : split(text, '\n'))
    if (contains(line, part)) return line;
  return {};
}

}  // namespace

TEST_CASE("story 1: the simulation of Lille has no date for two facts, and the answer names both") {
  const std::string why = said({"why", "MGR-3/M3b"});
  CHECK(contains(why, "Camille Dufour"));
  CHECK(contains(why, "RTM-LAB"));
}

TEST_CASE("story 3: a late joiner reads what is to make up, and nothing was missed") {
  const std::string text = said({"progress", "--person", "1270"});
  CHECK(contains(text, "1270 Rasmus Kjeldsen\n  on plan\n"));
  CHECK_FALSE(contains(line_with(text, "to make up:"), "C4"));  // his debrief lies ahead
  CHECK(contains(line_with(text, "to make up:"), "C1"));
  CHECK_FALSE(contains(text, "miss"));
  CHECK_FALSE(contains(text, "behind"));
  // What was held without him can be had elsewhere, or the sentence says why not.
  CHECK(contains(text, "Make-ups:"));
}

TEST_CASE("story 4: a pause has no reason, no seat inside it and no place in an overdue list") {
  const std::string text = said({"progress", "--person", "1110"});
  CHECK(contains(text, "1110 Siobhán D'Arcy\n  paused until Sun 13 Jun\n"));
  CHECK(contains(text, "Tue 22 Jun"));  // back in MGR-4/M4a
  CHECK_FALSE(contains(text, "behind"));
  const std::string cohort = said({"progress", "--cohort", "MGR-4"});
  CHECK(contains(cohort, "on a pause, not counted"));
  CHECK_FALSE(contains(cohort, "- Siobhán D'Arcy has "));
  // Seats that could be offered to her lie after the pause.
  CHECK_FALSE(contains(line_with(cohort, "Siobhán D'Arcy, M1a"), " Jun 06:30"));
}

TEST_CASE("story 5: the first on the wait-list cannot on that day, and another session has room") {
  const std::string line =
      line_with(said({"progress", "--cohort", "LDR-1"}), "Ottoline Fairweather");
  CAPTURE(line);
  CHECK(contains(line,
                 "Ottoline Fairweather is first on the wait-list of LDR-1/C5 on Wed 2 Jun 09:00, "
                 "waiting since Mon 18 Jan. A seat there does not fit: "));
  CHECK(contains(line, "2 Jun"));
  CHECK(line.ends_with("MID-1/C5 on Thu 3 Jun 09:00 has room: a seat there can be offered."));
  // A proposal: she still waits, and has no seat in either.
  const std::string rows = said({"progress", "--cohort", "LDR-1", "--json"});
  CHECK(contains(rows, "\"offer\": \"MID-1/C5\""));
}

TEST_CASE("story 6: a plan that only manages, said of the plan, with modules that would help") {
  const std::string text = said({"progress", "--person", "1100"});
  CHECK(contains(text,
                 "This plan only manages: 85 % of its time is about managing, more than the "
                 "70 % set for people in the middle. That is the plan's doing, and the plan "
                 "can change."));
  const std::string ways = line_with(text, "What would bring leading into it:");
  for (const char* module : {"L4a ", "L5a ", "P06 "}) CHECK(contains(ways, module));
  CHECK_FALSE(contains(line_with(text, "This plan only manages"), "Babacar"));
  // The cohort tells which plans.
  CHECK(contains(said({"progress", "--cohort", "MGR-1"}), "the plan of Babacar N'Diaye: 85 %"));
  // Thandiwe Mokoena is of the same band, in both journeys: 58 %.
  const std::string both = said({"progress", "--cohort", "MID-1"});
  CHECK_FALSE(contains(both, "only manage"));
}

TEST_CASE("story 7: the design office has vision without structure, finance the other way round") {
  const std::string text = said({"progress"});
  CHECK(contains(text,
                 "Design office. Vision without structure: leader skills 4.4 on average over all "
                 "ratings, manager skills 1.9, 10 people"));
  CHECK(
      contains(text,
               "Finance. Structure without vision: leader skills 1.8 on average over all ratings, "
               "manager skills 4.4, 8 people"));
  const std::string units = said({"progress", "--units"});
  // Nobody else; and units of four are not shown.
  CHECK(split(units, '\n').size() > 20);
  CHECK(contains(units, "Legal: leader skills "));
  CHECK(contains(units, "Engineering: fewer than 5 people, not shown"));
}

TEST_CASE("story 8: the expert's own view stands above a flag that moves nobody") {
  const std::string text = said({"flags", "--person", "1050"});
  const auto view = text.find("Own view: wants the expert path");
  REQUIRE(view != text.npos);
  CHECK(view < text.find("For\n"));
  CHECK(contains(text, "Enough to talk about the expert path"));
  CHECK(contains(text, "1 note tagged as dissent counts on neither side"));
}

TEST_CASE(
    "story 9: notes of dissent count on neither side, and without them the flags are the same") {
  const std::string text = said({"flags", "--person", "1105"});
  CHECK(contains(text, "1105 Chukwuemeka Obi"));
  CHECK(contains(text, "Enough to talk about the people path"));
  CHECK(contains(text, "1 note tagged as dissent counts on neither side"));

  test::TempFolder folder{test::Medium::memory};
  db::Folder rows = db::to_folder(*db::read_folder(test::source_path("samples/northmere")));
  std::string kept;
  int taken_out = 0;
  for (const std::string& line : split(rows["evidence.csv"], '\n')) {
    const bool dissent = line.starts_with("1105,") && line.ends_with(",yes");
    if (dissent) ++taken_out;
    if (!dissent && !line.empty()) kept += line + "\n";
  }
  REQUIRE(taken_out == 6);
  rows["evidence.csv"] = kept;
  const auto without = db::read_folder(rows);
  REQUIRE(without);
  REQUIRE(db::write_folder(*without, folder / "rows"));
  const std::string file = (folder / "w.tandem").string();
  REQUIRE(typed({"load", file, (folder / "rows").string()}).exit == 0);
  const std::string after = typed({"flags", file, "--person", "1105"}).out;
  std::vector<std::string> told = split(text, '\n');
  std::erase_if(told, [](const std::string& line) { return contains(line, "tagged as dissent"); });
  CHECK(split(after, '\n') == told);
}

TEST_CASE("story 10: of Yannis Papadakis not enough is known, which is no no") {
  const std::string text = said({"flags", "--person", "1035"});
  CHECK(contains(text, "Own view: wants the expert path"));
  CHECK(contains(text, "Not enough known: 5 of 6 inputs are not known, more than 40 %"));
}

TEST_CASE("wherever flags are listed it says that no flag means nothing") {
  for (const auto& args : {std::vector<std::string>{"flags"},
                           {"flags", "--json"},
                           {"flags", "--person", "1035"},
                           {"flags", "--person", "1035", "--json"}})
    CHECK(
        contains(said(args),
                 "No flag means nothing: where no rule speaks, nothing is said about the person."));
}

TEST_CASE("story 14: a skill's history names the framework of each rating, side by side") {
  const std::string text = said({"progress", "--person", "1003"});
  CHECK(contains(text, "Skills seen on more than one framework:"));
  const std::string before = line_with(text, "    on 2027.1: Self: ");
  const std::string after = line_with(text, "    on 2027.2: Self: ");
  CHECK_FALSE(before.empty());
  CHECK_FALSE(after.empty());
  CHECK(contains(after, "May 2027"));
  // On the printed plan and the page the versions are columns of one table.
  const auto program = db::read_folder(test::source_path("samples/northmere"));
  REQUIRE(program);
  const report::PlanMaker maker{*program, make_date(2027, 5, 14)};
  const auto history =
      report::skill_history(maker.plan(*program->people.find_key("1003")).competencies);
  CHECK(history.versions == std::vector<std::string>{"2027.1", "2027.2"});
  for (const report::SkillHistoryRow& row : history.rows) CHECK(row.said.size() == 2);
}

TEST_CASE("story 15: ratings that tell nothing apart are said to be, and nobody is judged by it") {
  const std::string note =
      line_with(said({"progress", "--person", "1029"}), "Duncan Dyson-Clarke gave");
  CHECK(contains(note, "Duncan Dyson-Clarke gave nothing but fives, 42 to five people"));
  CHECK(contains(line_with(said({"progress", "--person", "1045"}), "Sigrid Håland gave"),
                 "nothing but fours, 45 to five people"));
  CHECK(contains(line_with(said({"progress", "--person", "1074"}), "Neil Thackray gave"),
                 "nothing but threes, 48 to six people"));
  // Nobody else rated like this, and nothing is said beside the three themselves.
  const auto program = db::read_folder(test::source_path("samples/northmere"));
  REQUIRE(program);
  CHECK(report::even_marks(*program, make_date(2027, 5, 14)).size() == 3);
  CHECK_FALSE(contains(said({"progress", "--person", "1013"}), "nothing but"));
}

TEST_CASE("story 16: one person in two cohorts has one week, and no two sessions at once") {
  const std::string text = said({"progress", "--person", "1006"});
  CHECK(contains(text, "1006 Anneke Brandsma"));
  CHECK(contains(text, "  EXEC-1: "));
  CHECK(contains(text, "  LDR-1: "));
  CHECK_FALSE(contains(said({"verify"}), "Anneke Brandsma"));
}
