// The ways into a workspace, without a window: file names, the list of files opened last, folders.
#include <fstream>

#include "planner/edit/new_program.hpp"
#include "planner/edit/issue.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"
#include "ui/app/door.hpp"
#include "ui/app/folder_listing.hpp"
#include "ui/app/recent_files.hpp"

namespace {

using namespace tandem;
namespace fs = std::filesystem;

void touch(const fs::path& file) { std::ofstream{file} << "x"; }

}  // namespace

TEST_CASE("a new file gets a name of its programme, and one that is free") {
  const test::TempFolder folder{test::Medium::memory};
  REQUIRE(app::free_file(folder.path(), "Northmere 2027").filename() == "northmere-2027.tandem");
  touch(folder / "northmere-2027.tandem");
  REQUIRE(app::free_file(folder.path(), "Northmere 2027").filename() == "northmere-2027-2.tandem");
  touch(folder / "northmere-2027-2.tandem");
  REQUIRE(app::free_file(folder.path(), "Northmere 2027").filename() == "northmere-2027-3.tandem");
  REQUIRE(app::free_file(folder.path(), "../..//").filename() == "workspace.tandem");
  REQUIRE(app::free_file(folder.path(), "").filename() == "workspace.tandem");
  REQUIRE(app::free_file(folder.path(), "Führung & Zukunft").filename() ==
          "führung-zukunft.tandem");
}

TEST_CASE("the files opened last are listed newest first, once, and only while they are there") {
  const test::TempFolder folder{test::Medium::memory};
  const fs::path list = folder / "settings/recent";
  REQUIRE(app::recent_files(list).empty());
  for (const char* name : {"a.tandem", "b.tandem", "c.tandem"}) {
    touch(folder / name);
    REQUIRE(app::remember_file(folder / name, list));
  }
  REQUIRE(app::remember_file(folder / "a.tandem", list));
  REQUIRE(app::recent_files(list) ==
          std::vector<fs::path>{folder / "a.tandem", folder / "c.tandem", folder / "b.tandem"});
  fs::remove(folder / "c.tandem");
  REQUIRE(app::recent_files(list) ==
          std::vector<fs::path>{folder / "a.tandem", folder / "b.tandem"});
}

TEST_CASE("no more than eight are kept, and a spoilt list is an empty one") {
  const test::TempFolder folder{test::Medium::memory};
  const fs::path list = folder / "recent";
  for (int k = 0; k < 12; ++k) {
    const fs::path file = folder / ("w" + std::to_string(k) + ".tandem");
    touch(file);
    REQUIRE(app::remember_file(file, list));
  }
  REQUIRE(app::recent_files(list).size() == app::kRecentFiles);
  REQUIRE(app::recent_files(list).front() == folder / "w11.tandem");
  std::ofstream{list} << std::string(3000, '\0') << "\n\n../x\nw1.tandem\n";
  REQUIRE(app::recent_files(list).empty());
  REQUIRE(app::recent_files({}).empty());
  REQUIRE(app::remember_file(folder / "w1.tandem", {}));  // no list is kept for pictures
}

TEST_CASE("a list that cannot be written is said, not thrown") {
  const test::TempFolder folder{test::Medium::memory};
  touch(folder / "settings");
  const auto kept = app::remember_file(folder / "a.tandem", folder / "settings/recent");
  REQUIRE_FALSE(kept);
  REQUIRE(kept.error().front().code == ErrorCode::storage);
}

TEST_CASE("a folder shows its folders first, then its workspaces, and nothing hidden") {
  const test::TempFolder folder{test::Medium::memory};
  fs::create_directory(folder / "Zebra");
  fs::create_directory(folder / "apple");
  fs::create_directory(folder / ".hidden");
  touch(folder / "b.tandem");
  touch(folder / "A.tandem");
  touch(folder / "letter.odt");
  const auto entries = app::list_folder(folder.path());
  REQUIRE(entries);
  REQUIRE(*entries ==
          std::vector<app::FolderEntry>{
              {"apple", true}, {"Zebra", true}, {"A.tandem", false}, {"b.tandem", false}});
  const auto none = app::list_folder(folder / "nowhere");
  REQUIRE_FALSE(none);
  REQUIRE(none.error().front().code == ErrorCode::not_found);
}

TEST_CASE("a folder of tables is told from any other") {
  REQUIRE(app::is_table_folder(test::source_path("samples/northmere")));
  REQUIRE_FALSE(app::is_table_folder(test::source_path("samples")));
  REQUIRE_FALSE(app::is_table_folder("/nowhere"));
}

TEST_CASE("a new workspace is valid from the first moment and reaches a year ahead") {
  const Program fresh = new_program("Ours", test::day("2027-04-14"));
  REQUIRE(fresh.workspace().name == "Ours");
  REQUIRE(fresh.workspace().horizon_from == test::day("2027-04-14"));
  REQUIRE(fresh.workspace().horizon_to == test::day("2028-04-13"));
  REQUIRE(validate(fresh).empty());
}
