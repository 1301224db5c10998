#include <cstdlib>

#include "planner/schedule/rcpsp/solve.hpp"
#include "tests/bench/files/best_known.hpp"
#include "tests/bench/files/dzn_file.hpp"
#include "tests/bench/files/project_file.hpp"
#include "tests/bench/files/sch_file.hpp"
#include "tests/bench/files/sm_file.hpp"
#include "tests/support/catch.hpp"

using namespace tandem;
using namespace tandem::bench;

namespace {

const std::string kSm =
    "PRECEDENCE RELATIONS:\r\n"
    "jobnr.    #modes  #successors   successors\r\n"
    "   1        1          2           2   3\r\n"
    "   2        1          1           4\r\n"
    "   3        1          1           4\r\n"
    "   4        1          0\r\n"
    "****\r\n"
    "REQUESTS/DURATIONS:\r\n"
    "jobnr. mode duration  R 1\r\n"
    "-------\r\n"
    "  1      1     0       0\r\n"
    "  2      1     5       2\r\n"
    "  3      1     3       1\r\n"
    "  4      1     0       0\r\n"
    "****\r\n"
    "RESOURCEAVAILABILITIES:\r\n"
    "  R 1\r\n"
    "    2\r\n"
    "****\r\n";

const std::string kSch =
    "2\t1\t0\t0\n"
    "0\t1\t1\t1\t[0]\n"
    "1\t1\t2\t2\t3\t[4]\t[3]\n"
    "2\t1\t2\t3\t1\t[2]\t[-6]\n"
    "3\t1\t0\n"
    "0\t1\t0\t0\n"
    "1\t1\t3\t1\n"
    "2\t1\t2\t1\n"
    "3\t1\t0\t0\n"
    "1\n";

const std::string kDzn =
    "% seed = 7\r\n"
    "mint = 9; nActs = 4;\r\n"
    "dur = [0,5,4,0]; % slots\r\n"
    "nSkills = 2;\r\n"
    "sreq = [| 0,0,\r\n"
    "\t| 1,2,\r\n"
    "\t| 0,1,\r\n"
    "\t| 0,0, |];\r\n"
    "nResources = 3;\r\n"
    "mastery = [| true,false,\r\n"
    "\t| true,true,\r\n"
    "\t| false,true, |];\r\n"
    "nPrecs = 3;\r\n"
    "pred = [1,2,3];\r\n"
    "succ = [2,3,4];\r\n"
    "USEFUL_RES = [{},{1,2},{1..3},{}];\r\n";

std::string replaced(std::string text, const std::string& old, const std::string& fresh) {
  return text.replace(text.find(old), old.size(), fresh);
}

template <class T>
std::string first_error(const Result<T>& result) {
  REQUIRE_FALSE(result);
  return text(result.error().front());
}

}  // namespace

TEST_CASE("a PSPLIB file is read as it stands") {
  const auto project = read_sm("x.sm", kSm);
  REQUIRE(project);
  CHECK(project->durations == std::vector<int>{0, 5, 3, 0});
  CHECK(project->demands == std::vector<std::vector<int>>{{0}, {2}, {1}, {0}});
  CHECK(project->capacities == std::vector<int>{2});
  CHECK(project->lags.size() == 4);
  CHECK(project->lags[2] == schedule::rcpsp::Lag{1, 3, 5});
}

TEST_CASE("a ProGen/max file brings minimum and maximum lags") {
  const auto project = read_sch("x.sch", kSch);
  REQUIRE(project);
  CHECK(project->lags[1] == schedule::rcpsp::Lag{1, 2, 4});
  CHECK(project->lags[4] == schedule::rcpsp::Lag{2, 1, -6});
  CHECK(project->capacities == std::vector<int>{1});
}

TEST_CASE("a multi-skill file brings needs by skill and what each worker masters") {
  const auto project = read_dzn("x.dzn", kDzn);
  REQUIRE(project);
  CHECK(project->durations == std::vector<int>{0, 5, 4, 0});
  CHECK(project->needs == std::vector<std::vector<int>>{{0, 0}, {1, 2}, {0, 1}, {0, 0}});
  CHECK(project->masters == std::vector<std::vector<char>>{{1, 0}, {1, 1}, {0, 1}});
  CHECK(project->order == std::vector<schedule::mspsp::Precedence>{{0, 1}, {1, 2}, {2, 3}});
}

TEST_CASE("a fault in a multi-skill file is named with its file and line") {
  const auto error = [](const std::string& old, const std::string& fresh) {
    return first_error(read_dzn("x.dzn", replaced(kDzn, old, fresh)));
  };
  CHECK(error("nSkills = 2;", "") == "x.dzn:16: there is no 'nSkills'");
  CHECK(error("nActs = 4", "nActs = four") == "x.dzn:2: 'four' is no whole number");
  CHECK(error("nActs = 4", "nActs = 0") == "x.dzn:2: 'nActs' is a number from 1 to 100000");
  CHECK(error("[0,5,4,0]", "[0,5,4]") == "x.dzn:3: 'dur' has 3 numbers where 4 are expected");
  CHECK(error("[0,5,4,0]", "5") == "x.dzn:3: 'dur' is a list in square brackets");
  CHECK(error("| 1,2,", "| 1,") == "x.dzn:7: a row of 'sreq' has 1 numbers where 2 are expected");
  CHECK(error("| 0,1,", "| ") == "x.dzn:5: 'sreq' has 6 numbers where 4 rows of 2 are expected");
  CHECK(error("true,false", "maybe,false") == "x.dzn:10: 'maybe' is no whole number");
  CHECK(error("[2,3,4]", "[2,3]") == "x.dzn:15: 2 activities for 3 of 'pred'");
  CHECK(error("nPrecs = 3", "dur = [1]") == "x.dzn:13: 'dur' is given twice");
  CHECK(error("nPrecs = 3", "nPrecs 3") == "x.dzn:13: a name and '=' are expected, not 'nPrecs'");
  CHECK(first_error(read_dzn("x.dzn", "nActs = 4")) == "x.dzn:1: 'nActs' does not end in ';'");
  CHECK(first_error(read_dzn("x.dzn", "")) == "x.dzn:1: there is no 'nActs'");
}

TEST_CASE("a fault in a benchmark file is named with its file and line") {
  CHECK(first_error(
            read_sm("x.sm", replaced(kSm, "   2        1          1", "   2        1          7")))
            .find("x.sm:4: 7 successors announced, 1 given") == 0);
  CHECK(first_error(read_sm("x.sm", replaced(kSm, "  3      1     3", "  3      1     z"))) ==
        "x.sm:13: 'z' is no whole number");
  CHECK(first_error(read_sm("x.sm", replaced(kSm, "   3        1 ", "   3        2 "))) ==
        "x.sm:5: 2 modes; one can be handled");
  CHECK(first_error(read_sm("x.sm", kSm.substr(0, kSm.find("REQUESTS"))))
            .find("REQUESTS/DURATIONS") != std::string::npos);
  CHECK(first_error(read_sch("x.sch", replaced(kSch, "\t[4]\t[3]", "\t[4]"))).find("x.sch:3: ") ==
        0);
  CHECK(first_error(read_sch("x.sch", kSch.substr(0, kSch.size() - 2))).find("the file ends") !=
        std::string::npos);
}

TEST_CASE("tables of best-known values are read in both layouts") {
  const auto table =
      read_best_known("t.csv",
                      "Title;J30\nID;Ref1;Ref2;Ref3;LB value;LB ref;LB time;UB value;CPM;CNC\n"
                      "1;j301_1.sm;0;0;43;1;10;45;38;1,400\n;;;;\n1;a note\n");
  REQUIRE(table);
  REQUIRE(table->size() == 1);
  CHECK(table->at("j301_1").lower == 43);
  CHECK(table->at("j301_1").upper == 45);
  CHECK(table->at("j301_1").critical_path == 38);
  CHECK_FALSE(table->at("j301_1").closed());

  const auto pairs =
      read_best_known("b.csv", "problem,optimum\nPSP1.SCH,26\npsp2.sch,unsat\npsp3.sch,83..98\n");
  REQUIRE(pairs);
  CHECK(pairs->at("psp1").closed());
  CHECK(pairs->at("psp2").infeasible);
  CHECK(pairs->at("psp3").lower == 83);
  CHECK(pairs->at("psp3").upper == 98);
  CHECK(first_error(read_best_known("b.csv", "problem,optimum\nPSP1.SCH,many\n")) ==
        "b.csv:2: 'many' is neither a number, a..b nor unsat");
}

TEST_CASE("published results of multi-skill sets are known by file and row") {
  const std::string text =
      "instNum,optimal,LB,makespan,firstSol\r\n0,1,48,61,73\r\n12,0,41,161,161\r\n";
  const auto known = read_best_known("results_set1a_sf0.5_m10_pris.txt", text);
  REQUIRE(known);
  REQUIRE(known->size() == 2);
  CHECK(known->at("inst_set1a_sf0.5_m10_00").closed());
  CHECK(known->at("inst_set1a_sf0.5_m10_00").upper == 61);
  CHECK_FALSE(known->at("inst_set1a_sf0.5_m10_12").closed());
  CHECK(known->at("inst_set1a_sf0.5_m10_12").upper == 161);
  CHECK(first_error(read_best_known("results.txt", text)) ==
        "results.txt: not named as 'results_SET_pris.txt'");
  CHECK(first_error(read_best_known("results_a_pris.txt", "instNum,optimal\n3,1\n")) ==
        "results_a_pris.txt:2: instance, whether optimal, longest path and makespan are whole "
        "numbers");
}

// The field's files are not ours to ship: TANDEM_BENCH_DATA names the folder that holds psplib/ and
// rcpsp-max/, and without it there is nothing to do here.
TEST_CASE("on the field's own files no bound lies above a known schedule") {
  const char* data = std::getenv("TANDEM_BENCH_DATA");
  if (!data || !std::filesystem::is_directory(data)) {
    SUCCEED("TANDEM_BENCH_DATA is not set");
    return;
  }
  for (const char* set : {"psplib/j30", "rcpsp-max/sm_j10"}) {
    const auto folder = std::filesystem::path{data} / set;
    const auto files = project_files({folder});
    const auto known = best_known_near(folder);
    REQUIRE(files);
    REQUIRE(known);
    for (std::size_t i = 0; i < files->size(); i += 16) {
      const auto& file = (*files)[i];
      INFO(file.string());
      const auto rows = read_project(file);
      REQUIRE(rows);
      const auto project =
          schedule::rcpsp::Project::make(std::get<schedule::rcpsp::ProjectData>(*rows));
      REQUIRE(project);
      schedule::rcpsp::Budget budget;
      budget.schedules = 200;
      const auto answer = schedule::rcpsp::solve(*project, budget);
      const auto best = known->find(instance_key(file));
      REQUIRE(best != known->end());
      if (best->second.infeasible) {
        CHECK(answer.starts.empty());
      } else {
        CHECK(answer.status != schedule::rcpsp::Status::infeasible);
        CHECK(answer.lower_bound <= *best->second.upper);
        if (best->second.critical_path) CHECK(answer.critical_path == *best->second.critical_path);
      }
    }
  }
}
