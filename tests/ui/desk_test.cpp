// From no workspace to one and on to the next, as the window does it: real files, the real store.
#include "ui/desktop/desk.hpp"

#include <fstream>

#include "db/sqlite/sqlite_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/ui/ui_driver.hpp"
#include "ui/desktop/paper.hpp"

namespace {

using namespace tandem;
using test::UiDriver;
using ui::Key;
namespace fs = std::filesystem;

// The person's home is a folder of the test.
struct AtHome {
  test::TempFolder home{test::Medium::memory};
  SystemClock clock;
  desktop::Paper paper;
  std::string title;
  std::unique_ptr<desktop::Desk> desk;
  UiDriver ui{[this] { desk->draw(); }, 1600, 1000};

  explicit AtHome(const std::string& sample = "samples/starter") : desk(program(sample)) {}

  // The program, started from its icon once more.
  void start() {
    title.clear();
    desk = program("samples/starter");
  }
  std::unique_ptr<desktop::Desk> program(const std::string& sample) {
    return std::make_unique<desktop::Desk>(
        options(sample), clock, nullptr,
        desktop::DeskCalls{.opened = [this](const Program& p) { title = p.workspace().name; }});
  }
  desktop::DeskOptions options(const std::string& sample) {
    ::setenv("HOME", home.path().c_str(), 1);
    desktop::DeskOptions out;
    out.login = "rosa";
    out.recent = home / ".config/tandem/recent";
    if (!sample.empty()) out.sample = test::source_path(sample);
    out.printer = &paper;
    return out;
  }
  void settle() {
    for (int k = 0; k < 4; ++k) {
      if (auto* shell = desk->shell()) {
        shell->bench().wait();
        shell->prints().wait();
      }
      ui.frame(2);
    }
  }
};

}  // namespace

TEST_CASE("the sample is one press away, in a file of its own, and is listed next time") {
  AtHome room;
  room.ui.click("Open the sample");
  room.settle();
  REQUIRE(room.title == "Marram Water");
  REQUIRE(fs::exists(room.home / "northmere.tandem"));
  REQUIRE(room.ui.sees("Today"));
  REQUIRE(room.desk->save());

  room.start();
  room.settle();
  room.ui.click("northmere.tandem");
  room.settle();
  REQUIRE(room.title == "Marram Water");
}

TEST_CASE("a new workspace is named by its file, and its pages say how to begin") {
  AtHome room;
  room.ui.click("New workspace");
  room.settle();
  room.ui.click("Create");
  room.settle();
  REQUIRE(room.title == "our-programme");
  REQUIRE(fs::exists(room.home / "our-programme.tandem"));
  REQUIRE(room.ui.sees("No cohort yet"));
}

TEST_CASE("a name that is taken is refused and nothing is touched") {
  AtHome room;
  room.ui.click("New workspace");
  room.settle();
  std::ofstream{room.home / "our-programme.tandem"} << "mine";
  room.ui.click("Create");
  room.settle();
  REQUIRE(room.ui.sees("our-programme.tandem is there already: choose another name."));
  REQUIRE(room.title.empty());
  REQUIRE(fs::file_size(room.home / "our-programme.tandem") == 4);
  room.ui.click("Cancel");
  room.settle();
  REQUIRE(room.ui.sees("Open the sample"));
}

TEST_CASE("a file that is no workspace says so and leaves the first page as it was") {
  AtHome room;
  std::ofstream{room.home / "notes.tandem"} << "this is a letter";
  room.ui.click("Open a file");
  room.settle();
  room.ui.click("notes.tandem");
  room.ui.click("Open");
  room.settle();
  REQUIRE(room.ui.sees("That did not work"));
  REQUIRE_FALSE(room.desk->shell());
  room.ui.click("Close");
  room.settle();
  REQUIRE(room.ui.sees("Open the sample"));
  REQUIRE(fs::file_size(room.home / "notes.tandem") == 16);
}

TEST_CASE("a folder of tables becomes a workspace beside it; another folder is refused") {
  AtHome room;
  fs::copy(test::source_path("samples/starter"), room.home / "ours", fs::copy_options::recursive);
  fs::create_directory(room.home / "letters");
  room.ui.click("Load a folder");
  room.settle();
  room.ui.click("letters");
  room.ui.click("Choose this folder");
  room.settle();
  REQUIRE(room.ui.sees("That did not work"));
  room.ui.click("Close");
  room.settle();
  room.ui.click("Load a folder");
  room.settle();
  room.ui.click("ours");
  room.ui.click("Choose this folder");
  room.settle();
  REQUIRE(room.title == "Marram Water");
  REQUIRE(fs::exists(room.home / "ours.tandem"));
}

TEST_CASE("a folder with a fault in a table names file and line, and no file is made") {
  AtHome room;
  fs::copy(test::source_path("samples/starter"), room.home / "ours", fs::copy_options::recursive);
  std::ofstream{room.home / "ours/rooms.csv", std::ios::app} << "X,too,few\n";
  room.ui.click("Load a folder");
  room.settle();
  room.ui.click("ours");
  room.ui.click("Choose this folder");
  room.settle();
  bool told = false;
  for (const auto& item : room.ui.probe().items())
    told |= item.label.find("rooms.csv:") != std::string::npos;
  REQUIRE(told);
  REQUIRE_FALSE(fs::exists(room.home / "ours.tandem"));
  REQUIRE_FALSE(room.desk->shell());
}

TEST_CASE("from one workspace to another and back: each keeps its own, the last is stored") {
  AtHome room;
  room.ui.click("Open the sample");
  room.settle();
  room.ui.press(Key::n, true);
  room.settle();
  room.ui.click("Create");
  room.settle();
  REQUIRE(room.title == "our-programme");
  room.ui.click("top bar / our-programme");
  room.settle();
  room.ui.click("northmere.tandem");
  room.settle();
  REQUIRE(room.title == "Marram Water");
  // A file that has gone meanwhile is said, and what is open stays open.
  fs::remove(room.home / "our-programme.tandem");
  room.desk->shell()->act(app::Action::find);
  room.settle();
  REQUIRE(room.desk->shell());
}
