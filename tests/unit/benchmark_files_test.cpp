#include <cstdlib>

#include "planner/schedule/rcpsp/solve.hpp"
#include "tests/bench/files/best_known.hpp"
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

TEST_CASE("a fault in a benchmark file is named with its file and line") {
  CHECK(first_error(
            read_sm("x.sm", replaced(kSm, "   2        1          1", "   2        1          7")))
            .find("x.sm:4: 7 successors announced, 1 given") == 0);
  CHECK(first_error(read_sm("x.sm", replaced(kSm, "  3      1     3", "  3      1     z"))) ==
        "x.sm:13: 'z' is no whole number");
  CHECK(first_error(read_sm("x.sm", replaced(kSm, "   3        1 ", "   3        2 "))) ==
        "x.sm:5: 2 modes; one can be handled");
  CHECK(first_error(read_sm("x.sm", kSm.substr(0, kSm.find("REQUESTS")))).find("REQUESTS/DURATIONS") !=
        std::string::npos);
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
      const auto project = schedule::rcpsp::Project::make(*rows);
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
