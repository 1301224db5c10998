#include "db/exchange/folder.hpp"

#include <sys/stat.h>

#include <fstream>

#include "planner/base/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generator.hpp"
#include "tests/support/source_path.hpp"

using namespace tandem;
namespace fs = std::filesystem;

namespace {

// The least a folder may hold.
db::Folder least() {
  return {{"workspace.csv",
           "key,value\nname,Marram\nzone,Europe/Amsterdam\nhorizon_from,2027-01-04\n"
           "horizon_to,2027-12-31\n"},
          {"sites.csv",
           "code,name,zone,day_start,day_end,working_days\n"
           "HAA,Haarlem,Europe/Amsterdam,09:00,17:00,Mon;Tue;Wed;Thu;Fri\n"}};
}

db::Folder least_with(const std::string& name, const std::string& text) {
  db::Folder folder = least();
  folder[name] = text;
  return folder;
}

Program program_of(const db::Folder& folder) {
  const auto program = db::read_folder(folder);
  if (!program) FAIL(text(program.error().front()));
  return *program;
}

std::vector<std::string> problems(const db::Folder& folder) {
  const auto program = db::read_folder(folder);
  std::vector<std::string> out;
  if (!program)
    for (const Error& error : program.error()) out.push_back(text(error));
  return out;
}

Program starter() {
  const auto program = db::read_folder(test::source_path("samples/starter"));
  if (!program) FAIL(text(program.error().front()));
  return *program;
}

// A folder of the disk that goes when the test does.
class Scratch {
 public:
  Scratch() {
    std::string path = (fs::temp_directory_path() / "tandem-XXXXXX").string();
    if (!mkdtemp(path.data())) throw std::runtime_error("no scratch folder");
    path_ = path;
  }
  ~Scratch() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void put(const fs::path& path, std::string_view text) {
  std::ofstream{path, std::ios::binary} << text;
}
std::string get(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

TEST_CASE("the starter sample loads, exports and loads again as the same tables and bytes") {
  const Program first = starter();
  const db::Folder once = db::to_folder(first);
  const Program second = program_of(once);
  CHECK(db::to_folder(second) == once);
  // Its files are in order, so even the ids come out the same.
  CHECK(second == first);
  // And every file of the sample comes back byte by byte, but for the order of the settings.
  for (const auto& entry : fs::directory_iterator{test::source_path("samples/starter")}) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".csv") || name == "workspace.csv") continue;
    INFO(name);
    CHECK(once.at(name) == get(entry.path()));
  }
}

TEST_CASE("invented organisations load, export and load again as the same tables and bytes") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto made = test::generate({.cohorts = 4, .modules = 8, .seed = seed, .joint = 1});
    for (const auto* folder : {&made.folder, &made.witness}) {
      INFO("seed " << seed << (folder == &made.witness ? ", with its plan" : ""));
      const db::Folder once = db::to_folder(program_of(*folder));
      const Program again = program_of(once);
      CHECK(db::to_folder(again) == once);
      CHECK(program_of(db::to_folder(again)) == again);
      CHECK(again.people.size() > 10);
    }
  }
}

TEST_CASE("rows come out by key, codes as text, numbers by value, then as entered") {
  db::Folder folder = least();
  folder["competencies.csv"] = "code,name,orientation\nB,Bee,lead\nA,Ay,manage\n";
  folder["indicators.csv"] = "competency,number,text\nB,2,b2\nB,10,b10\nB,1,b1\nA,3,a3\n";
  folder["people.csv"] = "number,name\n10,Ten\n9,Nine\n";
  folder["ratings.csv"] =
      "person,competency,source,level\n9,A,self,3\n10,A,self,2\n9,A,peer,1\n9,A,self,1\n";
  const db::Folder out = db::to_folder(program_of(folder));
  CHECK(out.at("indicators.csv") == "competency,number,text\nA,3,a3\nB,1,b1\nB,2,b2\nB,10,b10\n");
  CHECK(split(out.at("people.csv"), '\n')[1].starts_with("10,Ten"));
  CHECK(out.at("ratings.csv") ==
        "person,competency,source,rater,level,date,version\n10,A,self,,2,,\n9,A,peer,,1,,\n"
        "9,A,self,,3,,\n9,A,self,,1,,\n");
}

TEST_CASE("columns left out are empty, CRLF and a byte-order mark are read, LF is written") {
  const Program program = program_of(least_with("rooms.csv",
                                                "\xef\xbb\xbf"
                                                "virtual,name,code\r\nyes,\"Zoom, large\",Z\r\n"));
  const Room& room = *program.rooms.find_key("Z");
  CHECK(room.name == "Zoom, large");
  CHECK(room.is_virtual);
  CHECK_FALSE(room.capacity);
  CHECK(db::to_folder(program).at("rooms.csv") ==
        "code,name,site,capacity,features,virtual,day_cost,setup_minutes\n"
        "Z,\"Zoom, large\",,,,yes,,\n");
}

TEST_CASE("columns, settings and files of the user's own are kept and come out again") {
  db::Folder folder = least_with(
      "rooms.csv", "code,x_floor,name,x_colour,site\nA,3,Ay,,HAA\nB,,Bee,\"red, dark\",HAA\n");
  folder["x_notes.txt"] = "anything, \"at\" all\r\n";
  folder["workspace.csv"] += "x_theme,dark\n";
  const Program program = program_of(folder);
  const db::Folder out = db::to_folder(program);
  CHECK(out.at("rooms.csv") ==
        "code,name,site,capacity,features,virtual,day_cost,setup_minutes,x_colour,x_floor\n"
        "A,Ay,HAA,,,no,,,,3\nB,Bee,HAA,,,no,,,\"red, dark\",\n");
  CHECK(out.at("x_notes.txt") == folder["x_notes.txt"]);
  CHECK(contains(out.at("workspace.csv"), "x_theme,dark\n"));
  CHECK(program_of(out) == program);
}

TEST_CASE("a folder needs its workspace and its sites, and nothing else") {
  CHECK(program_of(least()).sites.size() == 1);
  CHECK(problems({}) == std::vector<std::string>{
                            "sites.csv: the file is missing (a workspace folder needs it)",
                            "workspace.csv: the file is missing (a workspace folder needs it)"});
  CHECK(problems(least_with("rooms.csv", "")).front() ==
        "rooms.csv:1:1: the file is empty (begin with a header: "
        "code,name,site,capacity,features,virtual,day_cost,setup_minutes)");
}

TEST_CASE("unknown files and columns are refused with what was meant") {
  db::Folder folder = least_with("poeple.csv", "number\n");
  folder["rooms.csv"] = "code,name,siet,site,code,\nA,Ay,HAA,HAA,A,\n";
  folder["units.csv"] = "code,nmae\nU,You\n";
  CHECK(problems(folder) ==
        std::vector<std::string>{
            "poeple.csv: a workspace folder has no such file (did you mean people.csv?)",
            "rooms.csv:1:3: there is no column 'siet' in rooms.csv (did you mean site?)",
            "rooms.csv:1:5: the column 'code' stands twice (take one of them away)",
            "rooms.csv:1:6: a column has no name (columns of your own begin with x_)",
            "units.csv:1:2: there is no column 'nmae' in units.csv (did you mean name?)"});
}

TEST_CASE("all problems of all files are told at once, each by file, line and cell") {
  db::Folder folder = least();
  folder["workspace.csv"] =
      "key,value\nname,M\nzone,Europe/Amsterdam\nhorizon_from,2027-01-04\n"
      "freze_days,3\nslot_minutes,soon\nname,N\n";
  folder["units.csv"] = "code,name,parent,max_away\nU,You,,1\nV,\"Vee\nand Wee\",X,minus\n";
  folder["rooms.csv"] =
      "code,name,site,virtual\nA,Ay,HAB,no\nB,,HAA,true\nA,Ay again,HAA,no\nC,See,HAA\n";
  folder["holidays.csv"] = "site,date\nHAA,2027-02-30\nHAA,5 May\n";
  CHECK(problems(folder) ==
        std::vector<std::string>{
            "holidays.csv:2:2: date: '2027-02-30' is not a date (write dates as 2027-03-09, 1900 "
            "to 2199)",
            "holidays.csv:3:2: date: '5 May' is not a date (write dates as 2027-03-09, 1900 to "
            "2199)",
            "rooms.csv:2:1: there are two rows for room A (give one of them another code, or "
            "remove it)",
            "rooms.csv:2:3: site: 'HAB' is not in sites (did you mean HAA?)",
            "rooms.csv:3:2: name: is empty (give text)",
            "rooms.csv:3:4: virtual: 'true' is neither yes nor no (write yes or no)",
            "rooms.csv:4:1: there are two rows for room A (give one of them another code, or "
            "remove it)",
            "rooms.csv:5:4: the row has 3 cells, the header 4 (see that commas inside a cell stand "
            "between quotes)",
            "units.csv:4:3: parent: 'X' is not in units (add it to units first)",
            "units.csv:4:4: max_away: 'minus' is not a whole number (a whole number from 0 to "
            "100000)",
            "workspace.csv:1: the setting 'horizon_to' is missing (it may not be left out)",
            "workspace.csv:5:1: there is no setting 'freze_days' (did you mean freeze_days?)",
            "workspace.csv:6:2: slot_minutes: 'soon' is not a whole number (a whole number from 5 "
            "to 240)",
            "workspace.csv:7:1: the setting 'name' stands twice (take one of them away)"});
}

TEST_CASE("a scope that asks for a code gets one, whether the column stands there or not") {
  CHECK(problems(
            least_with("blackouts.csv",
                       "scope,from,to\nall,2027-05-01,2027-05-02\nsite,2027-05-01,2027-05-02\n")) ==
        std::vector<std::string>{"blackouts.csv:3: code: is empty (give a code of sites)"});
  CHECK(problems(
            least_with("blackouts.csv", "scope,code,from,to\nall,HAA,2027-05-01,2027-05-02\n")) ==
        std::vector<std::string>{"blackouts.csv:2:2: code: 'HAA' names a row, but nothing is to be "
                                 "named here (leave it empty)"});
}

TEST_CASE("a file of the user's own that is no text is refused by its line") {
  CHECK(problems(least_with("x_photo.png", "one\ntwo\xff")) ==
        std::vector<std::string>{"x_photo.png:2: the file is not text: not valid UTF-8, or a NUL "
                                 "byte (files of your own are kept as text)"});
}

TEST_CASE("a file that tells no codes is named once, not by everyone who needs it") {
  db::Folder folder = least();
  folder["sites.csv"] = "name\nHaarlem\n";
  folder["rooms.csv"] = "code,name,site\nA,Ay,HAA\nB,Bee,HAA\n";
  for (const std::string& problem : problems(folder)) CHECK(problem.starts_with("sites.csv:1"));
}

TEST_CASE("rows may name rows that stand further down or in other files, in a circle never") {
  db::Folder folder = least_with("units.csv", "code,name,parent\nA,Ay,B\nB,Bee,\n");
  CHECK(program_of(folder).units.size() == 2);
  folder["units.csv"] = "code,name,parent\nA,Ay,B\nB,Bee,A\n";
  const auto found = problems(folder);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().starts_with("units.csv:2:3: "));
}

TEST_CASE("private moments stay behind when they are not asked for") {
  db::Folder folder = least_with("people.csv", "number,name\n1,Ann\n");
  folder["moments.csv"] = "person,text,shared\n1,told all,yes\n1,told nobody,no\n1,unsaid,\n";
  const Program program = program_of(folder);
  CHECK(db::to_folder(program).at("moments.csv") ==
        "person,text,author,date,shared\n1,told all,,,yes\n1,told nobody,,,no\n1,unsaid,,,no\n");
  CHECK(db::to_folder(program, {.with_private = false}).at("moments.csv") ==
        "person,text,author,date,shared\n1,told all,,,yes\n");
}

TEST_CASE("a folder is written whole, for its owner alone, and read back equal") {
  const Scratch scratch;
  const Program program = starter();
  const fs::path out = scratch.path() / "out/";
  REQUIRE(db::write_folder(program, out));
  struct stat status {};
  REQUIRE(stat((out / "people.csv").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  const auto again = db::read_folder(out);
  REQUIRE(again);
  CHECK(*again == program);
  // Nothing but the folder is left beside it.
  CHECK(std::distance(fs::directory_iterator{scratch.path()}, {}) == 1);
}

TEST_CASE("a folder that exists keeps what is not ours") {
  const Scratch scratch;
  put(scratch.path() / "people.csv", "number,name\n1,Old\n");
  put(scratch.path() / "README.md", "mine");
  put(scratch.path() / "x_mine.csv", "mine");
  fs::create_directory(scratch.path() / "photos");
  REQUIRE(db::write_folder(program_of(least()), scratch.path()));
  CHECK(get(scratch.path() / "README.md") == "mine");
  CHECK(get(scratch.path() / "x_mine.csv") == "mine");
  CHECK(fs::is_directory(scratch.path() / "photos"));
  const auto again = db::read_folder(scratch.path());
  REQUIRE(again);
  CHECK(again->people.empty());
  CHECK(again->extra_files.size() == 1);
}

TEST_CASE("when a folder cannot be written, what was there stays as it was") {
  const Scratch scratch;
  put(scratch.path() / "people.csv", "number,name\n1,Old\n");
  fs::create_directory(scratch.path() / "workspace.csv");
  const auto blocked = db::write_folder(program_of(least()), scratch.path());
  REQUIRE_FALSE(blocked);
  CHECK(blocked.error().front().code == ErrorCode::refused);
  CHECK(get(scratch.path() / "people.csv") == "number,name\n1,Old\n");
  CHECK(std::distance(fs::directory_iterator{scratch.path()}, {}) == 2);

  CHECK_FALSE(db::write_folder(program_of(least()), scratch.path() / "people.csv"));
  CHECK_FALSE(db::write_folder(program_of(least()), scratch.path() / "nowhere/out"));
  CHECK_FALSE(fs::exists(scratch.path() / "nowhere"));
}

TEST_CASE("a folder that is not there, or is a file, is said to be so") {
  const Scratch scratch;
  const auto missing = db::read_folder(scratch.path() / "none");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().front().code == ErrorCode::not_found);
  put(scratch.path() / "file", "");
  CHECK_FALSE(db::read_folder(scratch.path() / "file"));
}

TEST_CASE("who is in the middle, and the limit of managing, have a line only when they are set") {
  db::Folder folder = least();
  const std::string plain = db::to_folder(program_of(folder)).at("workspace.csv");
  CHECK_FALSE(contains(plain, "manage_only_percent"));
  CHECK_FALSE(contains(plain, "mid_level_bands"));
  folder["workspace.csv"] += "manage_only_percent,60\nmid_level_bands,B3;B4\n";
  const Program program = program_of(folder);
  CHECK(program.workspace().manage_only_percent == 60);
  CHECK(program.workspace().mid_level_bands == std::vector<std::string>{"B3", "B4"});
  const std::string set = db::to_folder(program).at("workspace.csv");
  CHECK(contains(set, "manage_only_percent,60\nmid_level_bands,B3;B4\n"));
  db::Folder over = least();
  over["workspace.csv"] += "manage_only_percent,101\n";
  REQUIRE(problems(over).size() == 1);
  CHECK(contains(problems(over)[0], "workspace.csv"));
  CHECK(contains(problems(over)[0], "manage_only_percent"));
}
