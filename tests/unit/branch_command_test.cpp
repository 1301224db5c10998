// Branches as a user would type them, on the starter: what is said, the exit codes, and that the
// plan itself stays untouched until a branch is taken over.
#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/command_line.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"

using tandem::test::Said;
using tandem::test::typed;
using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

struct Desk {
  tandem::test::TempFolder temp{tandem::test::Medium::memory};
  std::string file = (temp / "a.tandem").string();

  // The starter with its plan adopted: 19 sessions have a date.
  Desk() {
    REQUIRE(typed({"load", file, tandem::test::source_path("samples/starter").string()}).exit == 0);
    REQUIRE(typed({"schedule", file, "--adopt"}).exit == 1);
  }

  Json json(std::vector<std::string> args, int exit = 0) const {
    args.emplace_back("--json");
    const Said said = typed(args);
    CHECK(said.exit == exit);
    return Json::parse(said.out);
  }
  std::map<std::string, std::string> exported() const {
    const fs::path folder = temp / "out";
    REQUIRE(typed({"export", file, folder.string()}).exit == 0);
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::directory_iterator{folder}) {
      std::ifstream in{entry.path(), std::ios::binary};
      out[entry.path().filename().string()] = {std::istreambuf_iterator<char>{in}, {}};
    }
    return out;
  }
  // One command on the plan, or on a branch.
  Said apply(const std::string& line, const std::string& branch = {}) const {
    const fs::path commands = temp / "commands.jsonl";
    std::ofstream{commands} << line << '\n';
    std::vector<std::string> args{"apply", file, commands.string()};
    if (!branch.empty()) args.insert(args.end(), {"--branch", branch});
    return typed(args);
  }
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// LDR-1/B1, published on Wed 28 Apr 13:00 to 15:00, with five learners.
std::string bridge_on(const std::string& date) {
  return R"({"command":"move_session","session":"LDR-1/B1","meetings":[{"date":")" + date +
         R"(","start":"13:00","end":"15:00","room":"ONLINE","leads":["SAOIRSE"]}]})";
}

}  // namespace

TEST_CASE("a branch is made, changed, compared and taken over, and undo takes that back") {
  const Desk desk;
  const auto before = desk.exported();
  CHECK(typed({"branch", "create", desk.file, "later", "--note", "B1 a day later"}).exit == 0);
  CHECK(typed({"branch", "create", desk.file, "later"}).exit == 3);
  CHECK(typed({"branch", "create", desk.file, "Published"}).exit == 3);
  CHECK(desk.apply(bridge_on("2027-04-29"), "later").exit == 0);
  auto now = desk.exported();
  for (const char* file : {"sessions.csv", "meetings.csv", "seats.csv", "waivers.csv"})
    CHECK(now[file] == before.at(file));

  const Json list = desk.json({"branch", "list", desk.file});
  REQUIRE(list.size() == 1);
  CHECK(list[0]["branch"] == "later");
  CHECK(list[0]["author"] == "test");
  CHECK(list[0]["note"] == "B1 a day later");
  CHECK(list[0]["sessions"] == Json{"LDR-1/B1"});
  CHECK(list[0]["stale"].empty());

  const Json compared = desk.json({"branch", "compare", desk.file, "later"});
  CHECK(compared["before"] == "published");
  CHECK(compared["after"] == "later");
  REQUIRE(compared["changes"].size() == 1);
  CHECK(compared["changes"][0]["text"] == "LDR-1/B1: Wed 28 Apr 13:00 becomes Thu 29 Apr 13:00");
  CHECK(compared["people"].size() == 5);
  CHECK(compared["touched"] == 5);
  CHECK(compared["notice_days"] == 14);  // from Wed 14 to Wed 28 April
  CHECK(compared["minutes_lost"] == 0);
  CHECK(compared["cost"]["changes"] == Json{{"before", 0}, {"after", 5}});
  const Json back = desk.json({"branch", "compare", desk.file, "later", "published"});
  CHECK(back["changes"][0]["text"] == "LDR-1/B1: Thu 29 Apr 13:00 becomes Wed 28 Apr 13:00");
  CHECK(
      holds(typed({"branch", "compare", desk.file, "later"}).out,
            "1 session is otherwise; 5 participants and 0 facilitators would have to hear of it"));

  const Json adopted = desk.json({"branch", "adopt", desk.file, "later"});
  CHECK(adopted["adopted"] == Json{"LDR-1/B1"});
  CHECK(adopted["ended"] == true);
  now = desk.exported();
  CHECK(holds(now["meetings.csv"], "LDR-1/B1,1,2027-04-29,13:00"));
  CHECK(now["branches.csv"] == before.at("branches.csv"));
  CHECK(typed({"verify", desk.file}).exit == 0);
  CHECK(typed({"undo", desk.file}).exit == 0);
  CHECK(desk.json({"branch", "list", desk.file}).size() == 1);
  CHECK(typed({"branch", "drop", desk.file, "later"}).exit == 0);
  CHECK(desk.exported() == before);
  CHECK(typed({"undo", desk.file}).exit == 0);
  CHECK(desk.json({"branch", "list", desk.file})[0]["sessions"] == Json{"LDR-1/B1"});
}

TEST_CASE(
    "what the plan has changed meanwhile is listed, left or replaced, never half taken over") {
  const Desk desk;
  REQUIRE(typed({"branch", "create", desk.file, "later"}).exit == 0);
  REQUIRE(desk.apply(bridge_on("2027-04-29"), "later").exit == 0);
  REQUIRE(desk.apply(bridge_on("2027-05-04")).exit == 0);
  const auto before = desk.exported();
  const Said refused = typed({"branch", "adopt", desk.file, "later"});
  CHECK(refused.exit == 3);
  CHECK(holds(refused.err, "LDR-1/B1: meeting 1 is on Tue 4 May 13:00 now"));
  CHECK(holds(refused.err, "--stale leave"));
  CHECK(desk.exported() == before);
  CHECK(desk.json({"branch", "list", desk.file})[0]["stale"] == Json{"LDR-1/B1"});

  CHECK(typed({"branch", "adopt", desk.file, "later", "--stale", "leave"}).exit == 1);
  CHECK(typed({"branch", "adopt", desk.file, "later", "--stale", "replace"}).exit == 0);
  CHECK(holds(desk.exported()["meetings.csv"], "LDR-1/B1,1,2027-04-29,13:00"));
}

TEST_CASE("a proposal left by a branch that was undone is not the next one's of that name") {
  const Desk desk;
  const auto schedule = [&](const char* how, const char* value = nullptr) {
    std::vector<std::string> args{"schedule", desk.file, "--branch", "other", how};
    if (value) args.emplace_back(value);
    return typed(args);
  };
  REQUIRE(typed({"branch", "create", desk.file, "other"}).exit == 0);
  REQUIRE(schedule("--steps", "100").exit == 1);
  REQUIRE(typed({"undo", desk.file}).exit == 0);
  REQUIRE(typed({"branch", "create", desk.file, "other"}).exit == 0);
  const Said last = schedule("--adopt-last");
  CHECK(last.exit == 3);
  CHECK(holds(last.err, "there is no proposal to adopt"));
}

TEST_CASE("a branch that was taken over is so, even if its last proposal cannot be dropped") {
  const Desk desk;
  REQUIRE(typed({"branch", "create", desk.file, "later"}).exit == 0);
  REQUIRE(typed({"schedule", desk.file, "--branch", "later", "--steps", "100"}).exit == 1);
  SQLite::Database{desk.file, SQLite::OPEN_READWRITE}.exec(
      "CREATE TRIGGER keep BEFORE DELETE ON proposals BEGIN SELECT RAISE(ABORT, 'kept'); END");
  const Said adopted = typed({"branch", "adopt", desk.file, "later"});
  CHECK(adopted.exit == 0);
  CHECK(holds(adopted.err, "warning: the last proposal for later is still kept"));
  CHECK(desk.json({"branch", "list", desk.file}).empty());
  REQUIRE(typed({"undo", desk.file}).exit == 0);
  const Said dropped = typed({"branch", "drop", desk.file, "later"});
  CHECK(dropped.exit == 0);
  CHECK(holds(dropped.err, "warning: the last proposal for later is still kept"));
}

TEST_CASE("who names no code there is reads the few that there are") {
  const Desk desk;
  CHECK(typed({"capacity", desk.file, "--programme", "NOPE"}).err ==
        "there is no programme 'NOPE' (the programmes are LEAD and MANAGE)\n");
  CHECK(typed({"capacity", desk.file, "--programme", "LAED"}).err ==
        "there is no programme 'LAED' (did you mean LEAD?)\n");
  CHECK(typed({"progress", desk.file, "--person", "nobody"}).err ==
        "there is no person 'nobody' (tandem export writes all 14 to people.csv)\n");
  const std::string empty = (desk.temp / "empty.tandem").string();
  REQUIRE(typed({"new", empty, "--name", "Acme"}).exit == 0);
  CHECK(typed({"capacity", empty, "--programme", "LEAD"}).err ==
        "there is no programme 'LEAD' (there are none yet)\n");
}

TEST_CASE("a branch is scheduled by itself, and its last proposal is its own") {
  const Desk desk;
  const auto before = desk.exported();
  REQUIRE(typed({"branch", "create", desk.file, "other"}).exit == 0);
  CHECK(typed({"schedule", desk.file, "--branch", "other", "--seed", "7", "--steps", "400"}).exit ==
        1);
  CHECK(typed({"schedule", desk.file, "--adopt-last"}).exit == 3);  // of the plan: there is none
  CHECK(typed({"schedule", desk.file, "--branch", "other", "--adopt-last"}).exit == 0);
  CHECK(typed({"verify", desk.file, "--branch", "other"}).exit == 0);
  CHECK(typed({"why", desk.file, "MGR-1/M3", "--branch", "other"}).exit == 0);
  auto now = desk.exported();
  CHECK(now["meetings.csv"] == before.at("meetings.csv"));
  CHECK(typed({"branch", "create", desk.file, "third", "--from", "other"}).exit == 0);
  const Json same = desk.json({"branch", "compare", desk.file, "other", "third"});
  CHECK(same["changes"].empty());
  CHECK(same["touched"] == 0);
}

TEST_CASE("a branch refuses what it cannot hold, and names that are not there") {
  const Desk desk;
  REQUIRE(typed({"branch", "create", desk.file, "try"}).exit == 0);
  const auto before = desk.exported();
  const std::string room =
      R"({"command":"put","table":"rooms","key":"HAA-1","row":{"capacity":40}})";
  for (const bool dry : {true, false}) {
    std::ofstream{desk.temp / "c.jsonl"} << room << '\n';
    std::vector<std::string> args{"apply", desk.file, (desk.temp / "c.jsonl").string(), "--branch",
                                  "try"};
    if (dry) args.emplace_back("--dry-run");
    const Said said = typed(args);
    CHECK(said.exit == 3);
    CHECK(holds(said.err, "rooms"));
  }
  CHECK(desk.exported() == before);
  const Said near = typed({"branch", "drop", desk.file, "tri"});
  CHECK(near.exit == 3);
  CHECK(holds(near.err, "did you mean try?"));
  CHECK(typed({"verify", desk.file, "--branch", "nothing"}).exit == 3);
  CHECK(typed({"branch", "adopt", desk.file, "try", "--session", "LDR-1/L1"}).exit == 3);
  CHECK(typed({"branch", "adopt", desk.file, "try", "--cohort", "LDR-9"}).exit == 3);
  CHECK(typed({"branch", "compare", desk.file}).exit == 2);
  CHECK(typed({"branch"}).exit == 2);
  CHECK(typed({"branch", "adopt", desk.file, "try", "--stale", "perhaps"}).exit == 2);
}

TEST_CASE(
    "what was sent is remembered across branches: a meeting adopted elsewhere is sent as moved") {
  const Desk desk;
  const std::string out = (desk.temp / "calendars").string();
  REQUIRE(typed({"publish", desk.file, "--out", out}).exit == 0);
  REQUIRE(typed({"branch", "create", desk.file, "later"}).exit == 0);
  REQUIRE(desk.apply(bridge_on("2027-04-29"), "later").exit == 0);
  const auto sent = desk.exported()["calendar.csv"];
  REQUIRE(typed({"branch", "adopt", desk.file, "later"}).exit == 0);
  CHECK(desk.exported()["calendar.csv"] == sent);
  REQUIRE(typed({"publish", desk.file, "--out", out}).exit == 0);
  // The cohort's copy of the meeting: sequence 0 became 1, under the UID it had.
  std::istringstream lines{desk.exported()["calendar.csv"]};
  std::string line;
  bool found = false;
  while (std::getline(lines, line)) {
    if (!line.starts_with("LDR-1/B1#1,cohort:LDR-1,")) continue;
    found = true;
    const auto uid = line.substr(24, line.find(',', 24) - 24);
    CHECK(holds(sent, "LDR-1/B1#1,cohort:LDR-1," + uid + ",0,"));
    CHECK(holds(line, uid + ",1,"));
  }
  CHECK(found);
}

TEST_CASE("a part of a branch that needs its rest is refused, with what to take with it") {
  const Desk desk;
  const auto move = [](const std::string& session, const std::string& date,
                       const std::string& lead) {
    return R"({"command":"move_session","session":")" + session + R"(","meetings":[{"date":")" +
           date + R"(","start":"13:00","end":"15:00","room":"ONLINE","leads":[")" + lead + "\"]}]}";
  };
  REQUIRE(typed({"branch", "create", desk.file, "swap"}).exit == 0);
  // Saoirse holds B1 on Wed 28 April and B2 on Tue 4 May; B1 cannot have her on 4 May before B2
  // gives the day free.
  REQUIRE(desk.apply(move("MGR-1/B2", "2027-05-04", "SAOIRSE")).exit == 0);
  REQUIRE(desk.apply(move("MGR-1/B2", "2027-05-06", "SAOIRSE"), "swap").exit == 0);
  REQUIRE(desk.apply(move("LDR-1/B1", "2027-05-04", "SAOIRSE"), "swap").exit == 0);
  const auto before = desk.exported();
  const Said part = typed({"branch", "adopt", desk.file, "swap", "--session", "LDR-1/B1"});
  CHECK(part.exit == 3);
  CHECK(holds(part.err, "together with MGR-1/B2 it would not (--session MGR-1/B2)"));
  CHECK(desk.exported() == before);
  const Json told = desk.json({"branch", "adopt", desk.file, "swap", "--session", "LDR-1/B1"}, 3);
  CHECK(told["together"] == Json{"MGR-1/B2"});
  CHECK(typed({"branch", "adopt", desk.file, "swap", "--session", "LDR-1/B1", "--session",
               "MGR-1/B2"})
            .exit == 0);
}

TEST_CASE("an absence is mended in a branch, which holds the plan for it and not the absence") {
  const Desk desk;
  const auto before = desk.exported();
  REQUIRE(typed({"branch", "create", desk.file, "ill"}).exit == 0);
  const auto repair = [&](const std::string& branch) {
    return typed({"repair", desk.file, "--facilitator", "SAOIRSE", "--from", "2027-04-28", "--to",
                  "2027-04-28", "--adopt", "--branch", branch});
  };
  const Said mended = repair("ill");
  CHECK(mended.exit == 0);
  CHECK(holds(mended.out, "LDR-1/B1"));
  CHECK(holds(mended.out, "adopted in ill, but for the absence itself"));
  auto now = desk.exported();
  for (const char* file : {"meetings.csv", "absences.csv"}) CHECK(now[file] == before.at(file));
  CHECK(desk.json({"branch", "list", desk.file})[0]["sessions"] == Json{"LDR-1/B1"});
  CHECK(repair("well").exit == 3);

  CHECK(repair("published").exit == 0);
  now = desk.exported();
  CHECK(holds(now["absences.csv"], "facilitator,SAOIRSE,2027-04-28,2027-04-28"));
  CHECK(now["meetings.csv"] != before.at("meetings.csv"));
}

TEST_CASE("a folder whose branch rows say nonsense is refused, and the rows are named") {
  const Desk desk;
  REQUIRE(typed({"branch", "create", desk.file, "try"}).exit == 0);
  REQUIRE(desk.apply(bridge_on("2027-04-29"), "try").exit == 0);
  desk.exported();
  const fs::path folder = desk.temp / "out";
  const auto load = [&](const std::string& table, const std::string& row) {
    std::ofstream{folder / table, std::ios::app} << row << '\n';
    const Said said = typed({"load", (desk.temp / "b.tandem").string(), folder.string()});
    CHECK(said.exit == 3);
    CHECK(holds(said.err, table));
    return said.err;
  };
  CHECK(holds(load("branch_sessions.csv", "try,LDR-1/NEW,,L1,,false,false,,,,"), "no cohort"));
  CHECK(holds(load("branch_meetings.csv", "try,LDR-1/B1,2,2027-04-30,,,,,,"), "date and start"));
  CHECK(holds(load("branch_waivers.csv", "try,room_capacity,,,false,,,"), "says why"));
  CHECK(holds(load("branches.csv", "Published,,,"), "name of the plan itself"));
}

TEST_CASE("how many more cohorts there is room for is told with both figures and what binds") {
  const Desk desk;
  const auto before = desk.exported();
  const Json found = desk.json({"capacity", desk.file, "--programme", "LEAD", "--steps", "300"});
  CHECK(found["like"] == "LDR-1");
  CHECK(found["people"] == 5);
  CHECK(found["placed"] >= 1);
  CHECK(found["bound"] >= found["placed"]);
  CHECK(found["finish"].size() == found["placed"]);
  CHECK(found["limits"][0]["cohorts"] == found["bound"]);
  const Said said = typed({"capacity", desk.file, "--programme", "LEAD", "--steps", "300"});
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "no plan holds more than"));
  CHECK(holds(said.out, "of one more, LEAD+"));

  // The LAB is closed until 4 June and NOR has no other room for M3: no limit is to sound as if.
  const Said none = typed({"capacity", desk.file, "--programme", "MANAGE", "--steps", "300"});
  CHECK(holds(none.out, "none is possible: no plan can place MANAGE+1/M3"));
  CHECK(holds(none.out, "counted for the other sessions alone"));
  CHECK_FALSE(holds(none.out, "the count allows"));
  CHECK(desk.exported() == before);  // nothing is written

  CHECK(typed({"capacity", desk.file}).exit == 2);
  CHECK(typed({"capacity", desk.file, "--programme", "LEADS"}).exit == 3);
  CHECK(typed({"capacity", desk.file, "--programme", "LEAD", "--cohort", "MGR-1"}).exit == 2);
}
