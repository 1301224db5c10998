// Two judges that share no code, ours and tests/peer/verify.py, read the same folders and name the
// same rules for the same sessions. Set TANDEM_PEER_ROUNDS to spoil more folders than the default;
// a disagreement leaves its folder behind and says where. Skipped where there is no python3.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "db/exchange/folder.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generator.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/spoiler.hpp"
#include "tests/support/valid_plan.hpp"

namespace tandem {
namespace {

using namespace test;
namespace fs = std::filesystem;

using Facts = std::set<std::pair<std::string, std::string>>;  // rule, session

bool have_python() {
  static const bool have = std::system("python3 -c '' >/dev/null 2>&1") == 0;
  return have;
}

class Scratch {
 public:
  Scratch() {
    std::string pattern = (fs::temp_directory_path() / "tandem-peer-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Scratch() {
    if (!kept_) fs::remove_all(path_);
  }
  const fs::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  fs::path path_;
  bool kept_{};
};

Facts ours(const Program& program) {
  Facts out;
  for (const Violation& v : verify(program)) out.emplace(word(v.rule), v.session);
  return out;
}

Facts theirs(const fs::path& folder) {
  const std::string command = fmt::format("python3 '{}/tests/peer/verify.py' '{}' --json",
                                          source_path("").string(), folder.string());
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  char buffer[4096];
  while (const auto n = fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, n);
  const int status = pclose(pipe);
  INFO(command << "\n" << text.substr(0, 2000));
  REQUIRE((status == 0 || status == 256));  // 1: there are findings
  Facts out;
  const auto report = nlohmann::json::parse(text);
  for (const auto& v : report.at("violations")) out.emplace(v.at("rule"), v.at("session"));
  return out;
}

std::string listing(const char* title, const Facts& facts, const Facts& but) {
  std::string out;
  for (const auto& [rule, session] : facts)
    if (!but.contains({rule, session})) out += fmt::format("  {} {} {}\n", title, rule, session);
  return out;
}

// Returns: the number of facts both found.
std::size_t require_agreement(const Program& program, const std::string& story) {
  Scratch scratch;
  const auto folder = scratch.path() / "folder";
  REQUIRE(db::write_folder(program, folder));
  Facts here = ours(program);
  Facts there = theirs(folder);
  // Of a meeting past midnight ours says `cohort_time` once for all whose day it leaves.
  const Facts before = here;
  for (const auto& [rule, session] : before) {
    if (rule != "midnight") continue;
    for (const char* implied : {"room_time", "facilitator_time", "person_time"}) {
      here.erase({implied, session});
      there.erase({implied, session});
    }
  }
  if (here != there) {
    scratch.keep();
    std::string sentences;
    for (const Violation& v : verify(program))
      sentences += "    " + v.session + ": " + v.text + "\n";
    FAIL_CHECK(story << "\n"
                     << listing("only ours:", here, there) << listing("only theirs:", there, here)
                     << sentences << "in " << folder);
  }
  return here.size();
}

Program program_of(const test::Folder& folder) {
  auto program = db::read_folder(folder);
  if (!program)
    for (const Error& error : program.error()) UNSCOPED_INFO(text(error));
  REQUIRE(program);
  return *program;
}

int rounds() {
  const char* asked = std::getenv("TANDEM_PEER_ROUNDS");
  return asked ? std::atoi(asked) : 12;
}

}  // namespace

TEST_CASE("both judges find nothing in a plan that keeps every rule") {
  if (!have_python()) return;
  REQUIRE(require_agreement(valid_plan().program(), "the hand-made plan") == 0);
  for (std::uint64_t seed = 1; seed <= 2; ++seed) {
    const auto made = generate({.cohorts = 3, .modules = 8, .seed = seed, .joint = 1});
    REQUIRE(require_agreement(program_of(made.witness), fmt::format("witness {}", seed)) == 0);
  }
}

TEST_CASE("both judges name the same rules for the same sessions of spoilt plans") {
  if (!have_python()) return;
  const char* first = std::getenv("TANDEM_PEER_SEED");
  const auto seed = static_cast<std::uint64_t>(first ? std::atoi(first) : 1);
  std::size_t facts = 0;
  for (int round = 0; round < rounds(); ++round) {
    Rng rng{seed + static_cast<std::uint64_t>(round)};
    Draft draft = valid_plan();
    if (rng.chance(2, 3)) {
      const auto made = generate({.cohorts = 3,
                                  .modules = 6,
                                  .weeks = 26,
                                  .seed = rng.below(1000),
                                  .joint = rng.between(0, 1)});
      draft = Draft{program_of(made.witness)};
    }
    std::string story = fmt::format("seed {}:", seed + static_cast<std::uint64_t>(round));
    for (int i = rng.between(1, 4); i > 0; --i) story += "\n  " + spoil(draft, rng);
    facts += require_agreement(draft.program(), story);
  }
  REQUIRE(facts > 0);
}

}  // namespace tandem
