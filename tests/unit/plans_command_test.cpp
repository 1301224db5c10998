// tandem plans, from the arguments to the files.
#include <sys/stat.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/catch.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"
#include "ui/cli/run.hpp"

using namespace tandem;
namespace fs = std::filesystem;

namespace {

class Terminal {
 public:
  Terminal() { REQUIRE(run({"load", file(), test::source_path("samples/starter").string()}) == 0); }

  int run(const std::vector<std::string>& args) {
    out.str({});
    err.str({});
    return cli::run(args, {out, err, clock, "tester", false, {}, false, {}, {}});
  }
  int plans(std::vector<std::string> args) {
    args.insert(args.begin(), {"plans", file(), "--out", folder().string()});
    return run(args);
  }
  std::string file() const { return (temp_ / "w.tandem").string(); }
  fs::path folder() const { return temp_ / "plans"; }
  std::vector<std::string> files() const {
    std::vector<std::string> out_names;
    if (fs::exists(folder()))
      for (const auto& entry : fs::directory_iterator{folder()})
        out_names.push_back(entry.path().filename().string());
    std::sort(out_names.begin(), out_names.end());
    return out_names;
  }
  std::string bytes(const std::string& name) const {
    std::ifstream in{folder() / name, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
  }

  std::ostringstream out;
  std::ostringstream err;

 private:
  FixedClock clock{std::chrono::sys_days{std::chrono::April / 14 / 2027} + std::chrono::hours{9}};
  test::TempFolder temp_{test::Medium::memory};
};

}  // namespace

TEST_CASE("one person's plan is a PDF, an HTML file and a calendar, for the owner's eyes alone") {
  Terminal t;
  REQUIRE(t.plans({"--person", "1008"}) == cli::kDone);
  CHECK(t.files() == std::vector<std::string>{"1008.html", "1008.ics", "1008.pdf"});
  for (const std::string& name : t.files()) {
    struct stat facts {};
    REQUIRE(::stat((t.folder() / name).c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
  }
  CHECK(t.bytes("1008.ics").starts_with("BEGIN:VCALENDAR"));
}

TEST_CASE("plans made again are the same to the byte, calendars too") {
  Terminal t;
  REQUIRE(t.plans({"--cohort", "MGR-1"}) == cli::kDone);
  const std::string pdf = t.bytes("1009.pdf");
  const std::string ics = t.bytes("1009.ics");
  fs::remove_all(t.folder());
  REQUIRE(t.plans({"--cohort", "MGR-1", "--json"}) == cli::kDone);
  CHECK(t.bytes("1009.pdf") == pdf);
  CHECK(t.bytes("1009.ics") == ics);
  REQUIRE(t.plans({"--cohort", "MGR-1", "--json"}) == cli::kDone);
  const auto json = nlohmann::json::parse(t.out.str());
  CHECK(json["plans"] == 6);  // the one who waits has no plan in the cohort yet
  CHECK(json["written"] == 0);
  CHECK(json["unchanged"] == 18);
}

TEST_CASE("all plans of one format, with those counted who were not asked") {
  Terminal t;
  REQUIRE(t.plans({"--all", "--format", "html", "--json"}) == cli::kDone);
  CHECK(t.files().size() == 14);
  const auto json = nlohmann::json::parse(t.out.str());
  CHECK(json["plans"] == 14);
  CHECK(json["not_asked"] ==
        nlohmann::json{"1001", "1002", "1007", "1009", "1010", "1013", "1014"});
  CHECK(json["no_next_step"] == nlohmann::json{"1001", "1002", "1014"});
}

TEST_CASE("a person unknown, a format unknown or a folder that cannot be: said, nothing written") {
  Terminal t;
  CHECK(t.plans({"--person", "1080"}) == cli::kBadInput);
  CHECK(t.err.str() == "there is no person '1080' (did you mean 1008?)\n");
  CHECK(t.plans({"--all", "--format", "pdf,docx"}) == cli::kBadUsage);
  CHECK(t.err.str().find("'docx' is no format") != std::string::npos);
  CHECK(t.plans({"--all", "--person", "1008"}) == cli::kBadUsage);
  CHECK(t.plans({}) == cli::kBadUsage);
  CHECK(t.files().empty());
  std::ofstream{t.folder()} << "a file where the folder should be";
  CHECK(t.plans({"--person", "1008"}) == cli::kStorage);
  CHECK(t.err.str().find("the folder cannot be made") != std::string::npos);
}

TEST_CASE("a number that would leave the folder is refused before anything is written") {
  Terminal t;
  std::ofstream{t.file() + ".jsonl"}
      << R"({"command":"put","table":"people","row":{"number":"../1015","name":"Sly"}})" << '\n';
  REQUIRE(t.run({"apply", t.file(), t.file() + ".jsonl"}) == cli::kDone);
  CHECK(t.plans({"--all"}) == cli::kBadInput);
  CHECK(t.err.str().find("the employee number '../1015' cannot name a file") != std::string::npos);
  CHECK(t.files().empty());
  CHECK(t.plans({"--person", "1008"}) == cli::kDone);  // the others have theirs
}
