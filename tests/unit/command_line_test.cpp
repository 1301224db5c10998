// The commands from load to undo on the starter, as a user would type them: exit codes, what is
// said, what is in the file afterwards.
#include "tests/support/command_line.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"

using tandem::test::Said;
using tandem::test::typed;
using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

const std::string kStarter = tandem::test::source_path("samples/starter").string();

struct Desk {
  tandem::test::TempFolder temp{tandem::test::Medium::memory};
  std::string file = (temp / "a.tandem").string();

  std::string path(const std::string& name) const { return (temp / name).string(); }
  void load() const { REQUIRE(typed({"load", file, kStarter}).exit == 0); }
  Json json(std::vector<std::string> args, int exit = 0) const {
    args.emplace_back("--json");
    const Said said = typed(args);
    CHECK(said.exit == exit);
    return Json::parse(said.out);
  }
  // Every file of the exported folder, by name.
  std::map<std::string, std::string> exported() const {
    const std::string folder = path("out");
    REQUIRE(typed({"export", file, folder}).exit == 0);
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::directory_iterator{folder}) {
      std::ifstream in{entry.path(), std::ios::binary};
      out[entry.path().filename().string()] = {std::istreambuf_iterator<char>{in}, {}};
    }
    return out;
  }
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a proposal changes nothing until it is adopted, and undo takes that back") {
  const Desk desk;
  desk.load();
  const auto before = desk.exported();
  const Said proposed = typed({"schedule", desk.file});
  CHECK(proposed.exit == 1);  // one session has no date
  CHECK(holds(proposed.out, "19 of 20 sessions placed"));
  CHECK(desk.exported() == before);

  const Said adopted = typed({"schedule", desk.file, "--adopt-last"});
  CHECK(adopted.exit == 0);
  CHECK(holds(adopted.out, "adopted: 19 of 20 sessions placed"));
  const auto after = desk.exported();
  CHECK(after != before);
  CHECK(typed({"verify", desk.file}).exit == 0);
  CHECK(typed({"schedule", desk.file, "--adopt-last"}).exit == 3);

  CHECK(typed({"undo", desk.file}).exit == 0);
  CHECK(desk.exported() == before);
  CHECK(typed({"redo", desk.file}).exit == 0);
  CHECK(desk.exported() == after);
  CHECK(typed({"redo", desk.file}).exit == 3);  // nothing left to bring back
}

TEST_CASE("the same seed and steps give the same folder, and the same report but for the seconds") {
  const auto plan = [](const std::string& seed) {
    const Desk desk;
    desk.load();
    Json report =
        desk.json({"schedule", desk.file, "--adopt", "--steps", "3000", "--seed", seed}, 1);
    report.erase("seconds");
    return std::pair{report.dump(), desk.exported()};
  };
  const auto one = plan("3");
  CHECK(one == plan("3"));
  CHECK(one.first != plan("4").first);
}

TEST_CASE("the report of a schedule has the keys that are promised, in their order") {
  const Desk desk;
  desk.load();
  const Json report = desk.json({"schedule", desk.file, "--steps", "200"}, 1);
  std::vector<std::string> keys;
  for (const auto& [key, value] : report.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"status", "sessions", "placed", "unplaced", "violations",
                                         "finish", "bound", "cost", "seed", "steps", "seconds"});
  std::vector<std::string> tiers;
  for (const auto& [key, value] : report["cost"].items()) tiers.push_back(key);
  CHECK(tiers == std::vector<std::string>{"unplaced", "late_days", "changes", "spacing", "finish"});
  CHECK(report["status"] == "impossible");  // to place all of them
  CHECK(report["violations"] == 0);
  const Json& missing = report["unplaced"].at(0);
  CHECK(missing["session"] == "MGR-1/M3");
  CHECK(missing["funnel"].back()["starts"] == 0);
  REQUIRE(missing["reasons"].size() == 2);
  CHECK(missing["reasons"][0]["text"] ==
        "Marieke Zwart is not available Mon 7 Jun to Fri 18 Jun (30 of 30 starts)");
  CHECK(missing["reasons"][1]["text"] ==
        "LAB is not available Mon 1 Mar to Fri 4 Jun and Mon 21 Jun to Fri 31 Dec "
        "(60 of 60 starts)");
}

TEST_CASE("a problem dumped for others holds no name of a person, a cohort or a module") {
  const Desk desk;
  desk.load();
  REQUIRE(
      typed({"schedule", desk.file, "--steps", "1", "--dump-problem", desk.path("p.json")}).exit ==
      1);
  std::ifstream in{desk.path("p.json")};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  REQUIRE(Json::accept(text));
  for (const char* name : {"Zwart", "Marieke", "Halima", "1007", "MGR-1", "LDR-1", "simulator"})
    CHECK_FALSE(holds(text, name));
}

TEST_CASE("what is typed wrong is bad usage, what is not there says what is near") {
  const Desk desk;
  desk.load();
  CHECK(typed({}).exit == 2);
  CHECK(typed({"schedul", desk.file}).exit == 2);
  CHECK(typed({"schedule"}).exit == 2);
  CHECK(typed({"schedule", desk.file, "--adopt", "--adopt-last"}).exit == 2);
  CHECK(typed({"verify", desk.file, "--as-of", "9 March"}).exit == 2);
  CHECK(typed({"why", desk.file, "LDR-1/L1", "--on", "2027-13-01"}).exit == 2);
  CHECK(typed({"--help"}).exit == 0);
  CHECK(typed({"help", "json"}).exit == 0);

  const Said cohort = typed({"schedule", desk.file, "--cohort", "MGR-2"});
  CHECK(cohort.exit == 3);
  CHECK(holds(cohort.err, "MGR-2"));
  CHECK(holds(cohort.err, "did you mean MGR-1?"));
  const Said session = typed({"attend", desk.file, "LDR-1/L9", "1", "1007", "full"});
  CHECK(session.exit == 3);
  CHECK(holds(session.err, "did you mean LDR-1/"));
  CHECK(typed({"verify", desk.path("none.tandem")}).exit >= 3);
  CHECK_FALSE(fs::exists(desk.path("none.tandem")));
}

TEST_CASE("a file is not loaded over without being asked to, and then it is kept") {
  const Desk desk;
  desk.load();
  const Said again = typed({"load", desk.file, kStarter});
  CHECK(again.exit == 3);
  CHECK(holds(again.err, "--replace"));
  REQUIRE(typed({"attend", desk.file, "LDR-1/C2", "1", "1003", "excused"}).exit == 0);
  CHECK(typed({"load", desk.file, kStarter, "--replace"}).exit == 0);
  const auto files = std::distance(fs::directory_iterator{desk.temp.path()}, {});
  CHECK(files >= 2);  // the new one, and the backup of the old
  CHECK(desk.json({"history", desk.file}).size() == 1);
  CHECK(typed({"load", desk.path("dry.tandem"), kStarter, "--dry-run"}).exit == 0);
  CHECK_FALSE(fs::exists(desk.path("dry.tandem")));
}

TEST_CASE("a mark of attendance moves the cohort's progress and stands in the history by name") {
  const Desk desk;
  desk.load();
  const auto completed = [&] {
    return desk.json({"progress", desk.file, "--cohort", "LDR-1"}).at(0)["seats_completed"];
  };
  const int before = completed();
  // Halima was excused from C2; now she has been to it.
  const Said marked =
      typed({"attend", desk.file, "LDR-1/C2", "1", "1007", "full", "--as", "Marieke"});
  CHECK(marked.exit == 0);
  CHECK(completed() == before + 1);
  const Json history = desk.json({"history", desk.file});
  CHECK(history.back()["by"] == "Marieke");
  CHECK(history.back()["source"] == "command line");
  CHECK(typed({"attend", desk.file, "LDR-1/C2", "7", "1007", "full"}).exit == 3);
  CHECK(typed({"undo", desk.file}).exit == 0);
  CHECK(completed() == before);
}

TEST_CASE("commands from a file are carried out all or none, with the line of each problem") {
  const Desk desk;
  desk.load();
  const auto before = desk.exported();
  std::ofstream{desk.path("c.jsonl")} << R"({"command":"put","table":"sites"})"
                                         "\n\n"
                                         "nonsense\n";
  const Said refused = typed({"apply", desk.file, desk.path("c.jsonl")});
  CHECK(refused.exit == 3);
  CHECK(holds(refused.err, "c.jsonl:1"));
  CHECK(holds(refused.err, "c.jsonl:3"));
  CHECK(desk.exported() == before);
}

TEST_CASE("a repair is a proposal until adopted, keeps every rule, and is taken back in one step") {
  const Desk desk;
  desk.load();
  REQUIRE(typed({"schedule", desk.file, "--adopt"}).exit == 1);
  const auto before = desk.exported();
  const std::vector<std::string> ill{"repair", desk.file,    "--facilitator", "TUNDE",
                                     "--from", "2027-04-20", "--to",          "2027-05-05"};
  const Json mended = desk.json(ill);
  CHECK(mended["violations"] == 0);
  CHECK(mended["broken"].size() >= 1);
  CHECK(mended["touched"] == mended["people"].size() + mended["facilitators"].size());
  CHECK(desk.exported() == before);

  auto adopt = ill;
  adopt.emplace_back("--adopt");
  CHECK(typed(adopt).exit == 0);
  CHECK(typed({"verify", desk.file}).exit == 0);
  CHECK(desk.exported() != before);
  CHECK(typed({"undo", desk.file}).exit == 0);
  CHECK(desk.exported() == before);

  CHECK(typed({"repair", desk.file, "--from", "2027-04-20", "--to", "2027-05-05"}).exit == 2);
  CHECK(typed({"repair", desk.file, "--room", "LAB", "--from", "2027-05-05", "--to", "2027-04-20"})
            .exit == 2);
}
