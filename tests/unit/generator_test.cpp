#include "tests/support/generator.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/source_path.hpp"

// Set TANDEM_KEEP to a folder to look at what the generator makes.

using namespace tandem::test;

namespace {

using Row = std::map<std::string, std::string>;

// A small reader of its own; the text is known to be well formed.
std::vector<Row> rows(const Folder& folder, const std::string& name) {
  std::vector<std::vector<std::string>> cells(1, std::vector<std::string>(1));
  bool quoted = false;
  const std::string& text = folder.at(name);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
      cells.back().back() += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.back().emplace_back();
    } else if (c == '\n' && !quoted) {
      cells.emplace_back(1);
    } else {
      cells.back().back() += c;
    }
  }
  cells.pop_back();
  std::vector<Row> found;
  for (std::size_t r = 1; r < cells.size(); ++r) {
    REQUIRE(cells[r].size() == cells[0].size());
    Row row;
    for (std::size_t c = 0; c < cells[r].size(); ++c) row[cells[0][c]] = cells[r][c];
    found.push_back(row);
  }
  return found;
}

GeneratorSize size_of(int cohorts, std::uint64_t seed) {
  GeneratorSize size;
  size.cohorts = cohorts;
  size.seed = seed;
  return size;
}

Generated made(int cohorts, std::uint64_t seed) {
  Generated generated = generate(size_of(cohorts, seed));
  if (const char* keep = std::getenv("TANDEM_KEEP")) {
    const std::string name = std::to_string(cohorts) + "-" + std::to_string(seed);
    write_folder(generated.folder, std::filesystem::path(keep) / name / "folder");
    write_folder(generated.witness, std::filesystem::path(keep) / name / "witness");
  }
  return generated;
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < list.size();) {
    const std::size_t to = std::min(list.find(';', from), list.size());
    parts.push_back(list.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

}  // namespace

TEST_CASE("the generator gives the same bytes for the same seed and others for another") {
  const Generated first = generate(size_of(6, 3));
  const Generated again = generate(size_of(6, 3));
  const Generated other = generate(size_of(6, 4));
  REQUIRE(first.folder == again.folder);
  REQUIRE(first.witness == again.witness);
  REQUIRE(first.witness.at("meetings.csv") != other.witness.at("meetings.csv"));
}

TEST_CASE("a generated folder has no plan, its witness is the folder and a plan") {
  const Generated generated = made(5, 1);
  REQUIRE(generated.folder.count("workspace.csv") == 1);
  REQUIRE(generated.folder.count("sites.csv") == 1);
  for (const char* file : {"sessions.csv", "meetings.csv", "seats.csv"}) {
    REQUIRE(generated.folder.count(file) == 0);
    REQUIRE(generated.witness.count(file) == 1);
  }
  for (const auto& [name, text] : generated.folder) REQUIRE(generated.witness.at(name) == text);
}

TEST_CASE("codes, numbers and names are each given once") {
  const Generated generated = made(20, 2);
  for (const char* file : {"sites.csv", "units.csv", "modules.csv", "cohorts.csv", "rooms.csv",
                           "facilitators.csv", "programmes.csv", "sessions.csv"}) {
    std::set<std::string> seen;
    for (const Row& row : rows(generated.witness, file))
      REQUIRE(seen.insert(row.at("code")).second);
  }
  std::set<std::string> numbers, names, addresses;
  for (const Row& row : rows(generated.folder, "people.csv")) {
    REQUIRE(numbers.insert(row.at("number")).second);
    REQUIRE(names.insert(row.at("name")).second);
    REQUIRE(addresses.insert(row.at("email")).second);
  }
  REQUIRE(static_cast<int>(numbers.size()) == generated.figures.people);
}

TEST_CASE("in a witness everyone enrolled has one seat in one group of each module of the cohort") {
  for (std::uint64_t seed : {1U, 2U, 3U}) {
    const Generated generated = made(10, seed);
    std::map<std::string, std::set<std::string>> enrolled;  // cohort -> people
    for (const Row& row : rows(generated.folder, "members.csv")) {
      if (row.at("status") == "enrolled") enrolled[row.at("cohort")].insert(row.at("person"));
    }
    std::map<std::string, std::vector<std::string>> seats;  // session -> people
    for (const Row& row : rows(generated.witness, "seats.csv")) {
      REQUIRE(row.at("status") == "booked");
      seats[row.at("session")].push_back(row.at("person"));
    }
    struct Taken {
      std::vector<std::string> people;
      std::size_t smallest = 1000, largest = 0;
    };
    std::map<std::pair<std::string, std::string>, Taken> modules;  // cohort, module
    for (const Row& row : rows(generated.witness, "sessions.csv")) {
      for (const std::string& cohort : split(row.at("cohort"))) {
        Taken& taken = modules[{cohort, row.at("module")}];
        std::size_t group = 0;
        for (const std::string& who : seats[row.at("code")]) {
          if (enrolled[cohort].count(who) == 0) continue;
          taken.people.push_back(who);
          ++group;
        }
        taken.smallest = std::min(taken.smallest, group);
        taken.largest = std::max(taken.largest, group);
      }
    }
    for (const auto& [key, taken] : modules) {
      REQUIRE(taken.people.size() == enrolled[key.first].size());
      REQUIRE(std::set(taken.people.begin(), taken.people.end()) == enrolled[key.first]);
      REQUIRE(taken.largest - taken.smallest <= 1);
    }
  }
}

TEST_CASE("in a witness nobody and no room is in two meetings at once") {
  const Generated generated = made(20, 3);
  std::map<std::string, std::vector<std::string>> seats;
  for (const Row& row : rows(generated.witness, "seats.csv")) {
    seats[row.at("session")].push_back(row.at("person"));
  }
  std::map<std::string, std::string> zones;  // of physical rooms; other meetings are left out here
  std::map<std::string, std::string> sites;
  for (const Row& row : rows(generated.folder, "sites.csv")) sites[row.at("code")] = row.at("zone");
  for (const Row& row : rows(generated.folder, "rooms.csv")) {
    if (row.at("virtual") == "no") zones[row.at("code")] = sites.at(row.at("site"));
  }
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> busy;
  for (const Row& row : rows(generated.witness, "meetings.csv")) {
    REQUIRE(row.at("start") < row.at("end"));
    if (zones.count(row.at("room")) == 0) continue;
    const std::string start = zones.at(row.at("room")) + row.at("date") + row.at("start");
    const std::string end = zones.at(row.at("room")) + row.at("date") + row.at("end");
    std::vector<std::string> all = seats.at(row.at("session"));
    all.push_back("room " + row.at("room"));
    for (const char* role : {"leads", "cofacilitators"}) {
      for (const std::string& one : split(row.at(role))) all.push_back("facilitator " + one);
    }
    for (const std::string& one : all) busy[one].emplace_back(start, end);
  }
  REQUIRE(busy.size() > 200);
  for (auto& [who, times] : busy) {
    std::sort(times.begin(), times.end());
    for (std::size_t i = 1; i < times.size(); ++i) {
      INFO(who << " at " << times[i].first);
      REQUIRE(times[i - 1].second <= times[i].first);
    }
  }
}

TEST_CASE("a folder looked at in mid course holds what has been delivered and published, no more") {
  GeneratorSize size = size_of(10, 5);
  size.as_of_week = 8;
  size.joint = 2;
  const Generated generated = generate(size);
  std::map<std::string, std::string> status;
  int joint = 0;
  for (const Row& row : rows(generated.folder, "sessions.csv")) {
    status[row.at("code")] = row.at("status");
    if (split(row.at("cohort")).size() == 2) ++joint;
  }
  REQUIRE(joint == 2);
  std::string as_of;
  for (const Row& row : rows(generated.folder, "workspace.csv")) {
    if (row.at("key") == "as_of") as_of = row.at("value");
  }
  int before = 0, after = 0;
  for (const Row& row : rows(generated.folder, "meetings.csv")) {
    const bool delivered = status.at(row.at("session")) == "delivered";
    if (delivered) REQUIRE(row.at("date") < as_of);
    if (!delivered) REQUIRE(status.at(row.at("session")) == "published");
    ++(delivered ? before : after);
  }
  REQUIRE(before > 10);
  REQUIRE(after > 10);
  REQUIRE(before + after < static_cast<int>(rows(generated.witness, "meetings.csv").size()));
}

TEST_CASE(
    "the second verifier finds nothing against a witness, and something once it is disturbed") {
  const std::filesystem::path at =
      std::filesystem::temp_directory_path() / ("tandem-witness-" + std::to_string(::getpid()));
  const std::string check = "python3 " + source_path("tests/peer/verify.py").string() + " " +
                            at.string() + " > /dev/null";
  GeneratorSize size = size_of(8, 11);
  size.joint = 1;
  size.as_of_week = 4;
  size.pinned = 10;
  Folder witness = generate(size).witness;
  write_folder(witness, at);
  const int found = std::system(check.c_str());
  // Those after lunch begin at noon: they last too long and meet with others.
  std::string& meetings = witness["meetings.csv"];
  for (std::size_t i = meetings.find(",13:30,"); i != std::string::npos;
       i = meetings.find(",13:30,", i + 1)) {
    meetings.replace(i, 7, ",12:00,");
  }
  write_folder(witness, at);
  const int disturbed = std::system(check.c_str());
  std::filesystem::remove_all(at);
  REQUIRE(found == 0);
  REQUIRE(WEXITSTATUS(disturbed) == 1);
}
