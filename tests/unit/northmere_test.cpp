// The large sample through the whole of load, schedule and verify: everything finds a place but the
// one thing that was planted to find none, and either of its two facts relaxed gives it one.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "db/exchange/folder.hpp"
#include "planner/base/text.hpp"
#include "planner/schedule/conflict_set.hpp"
#include "planner/schedule/repair.hpp"
#include "planner/schedule/solve.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/source_path.hpp"

using namespace tandem;
namespace fs = std::filesystem;

namespace {

const fs::path kSample = test::source_path("samples/northmere");

db::Folder files() {
  db::Folder folder;
  for (const auto& entry : fs::directory_iterator{kSample}) {
    if (entry.path().extension() != ".csv") continue;
    std::ifstream in{entry.path(), std::ios::binary};
    folder[entry.path().filename().string()] = {std::istreambuf_iterator<char>{in}, {}};
  }
  return folder;
}

Program program_of(const db::Folder& folder) {
  const auto program = db::read_folder(folder);
  if (!program) FAIL(text(program.error().front()));
  return *program;
}

Outcome plan(const Program& program) {
  SolveOptions options;
  options.steps = 1000;
  auto outcome = solve(program, options);
  REQUIRE(outcome);
  CHECK(verify(program, outcome->proposal).empty());
  CHECK(outcome->cost[Tier::changes] == 0);  // what is published stays
  return *std::move(outcome);
}

std::vector<std::string> unplaced(const Outcome& outcome) {
  std::vector<std::string> out;
  for (const UnplacedSession& session : outcome.unplaced) out.push_back(session.session);
  return out;
}

// The sample without the absences of one room or facilitator.
db::Folder without_absences_of(const std::string& code) {
  db::Folder folder = files();
  std::string kept;
  for (const std::string_view line : split(folder.at("absences.csv"), '\n'))
    if (!line.empty() && line.find("," + code + ",") == line.npos) kept += std::string{line} + "\n";
  REQUIRE(kept != folder.at("absences.csv"));
  folder["absences.csv"] = kept;
  return folder;
}

}  // namespace

TEST_CASE("Northmere loads, and exports to the bytes it was loaded from") {
  const db::Folder folder = files();
  const Program program = program_of(folder);
  CHECK(program.people.size() == 240);
  CHECK(program.cohorts.size() == 12);
  CHECK(verify(program).empty());
  const db::Folder out = db::to_folder(program);
  for (const auto& [name, bytes] : folder) {
    INFO(name);
    CHECK(out.at(name) == bytes);
  }
}

TEST_CASE("all of Northmere finds a place but the simulation of Lille, for two facts") {
  const Outcome outcome = plan(program_of(files()));
  CHECK(unplaced(outcome) == std::vector<std::string>{"MGR-3/M3b", "MGR-3/M3b/2"});
  for (const UnplacedSession& session : outcome.unplaced) {
    INFO(session.session);
    const auto absent = [&](std::string_view name) {
      return std::any_of(session.reasons.begin(), session.reasons.end(), [&](const Reason& reason) {
        return reason.rule == "absence" && contains(reason.text, name);
      });
    };
    CHECK(absent("Camille Dufour"));
    CHECK(absent("RTM-LAB"));
  }
}

TEST_CASE("either fact relaxed gives Lille its simulation") {
  for (const std::string code : {"CAMILLE", "RTM-LAB"}) {
    INFO(code);
    CHECK(unplaced(plan(program_of(without_absences_of(code)))).empty());
  }
}

TEST_CASE("story 1 is exactly two facts, and either relaxation gives both groups a place") {
  const Program program = program_of(files());
  for (const char* session : {"MGR-3/M3b", "MGR-3/M3b/2"}) {
    const auto found = conflict_set(program, session);
    REQUIRE(found);
    CHECK(found->proven);
    REQUIRE(found->facts.size() == 2);
    CHECK(found->facts[0].text.starts_with("Camille Dufour is not available"));
    CHECK(found->facts[1].text == "RTM-LAB is not available Mon 7 Jun to Fri 18 Jun");
    for (const ConflictFact& fact : found->facts) CHECK(fact.gained);
  }
}

TEST_CASE("story 2: with Ilse Verhoeven ill, nine people at most hear of a change") {
  const Program program = program_of(files());
  const Facilitator* ilse = program.facilitators.find_key("ILSE");
  REQUIRE(ilse);
  const auto mended = repair(program, {ilse->id, make_date(2027, 5, 19), make_date(2027, 5, 28)});
  REQUIRE(mended);
  CHECK_FALSE(mended->broken.empty());
  CHECK(mended->unplaced.empty());
  CHECK(mended->changes.touched() <= 9);
  CHECK(verify(mended->after).empty());
}
