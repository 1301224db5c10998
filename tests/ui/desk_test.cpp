// From no workspace to one and on to the next, as the window does it: real files, the real store.
#include <fstream>

#include "tests/ui/at_home.hpp"

namespace {

using namespace tandem;
using test::AtHome;
using ui::Key;
namespace fs = std::filesystem;

// A file dialog that is there and does not work.
struct BrokenDialog : app::FileDialog {
  bool asked{};
  bool ask(app::FileQuestion, const fs::path&) override { return asked = true; }
  bool asking() const override { return asked; }
  std::optional<Result<fs::path>> poll() override {
    if (!std::exchange(asked, false)) return std::nullopt;
    return fail(ErrorCode::not_found, "broken");
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

TEST_CASE("from one workspace to another and back: each keeps its own, the last is stored",
          "[threads]") {
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

TEST_CASE("a plan that waits to be accepted keeps its workspace open", "[threads]") {
  AtHome room;
  room.ui.click("Open the sample");
  room.settle();
  room.ui.click("Schedule");
  room.ui.click("Solve");
  room.settle();
  room.ui.press(Key::n, true);
  room.settle();
  room.ui.click("Create");
  room.settle();
  REQUIRE(room.ui.sees("a proposed plan waits here (accept it or discard it first)"));
  REQUIRE(room.title == "Marram Water");
  REQUIRE_FALSE(fs::exists(room.home / "our-programme.tandem"));
  room.ui.click("Close");
  room.settle();
  room.ui.click("Discard");
  room.ui.press(Key::n, true);
  room.settle();
  room.ui.click("Create");
  room.settle();
  REQUIRE(room.title == "our-programme");
}

TEST_CASE("a folder typed with a slash at its end is the same folder") {
  AtHome room;
  fs::copy(test::source_path("samples/starter"), room.home / "ours", fs::copy_options::recursive);
  room.ui.click("Load a folder");
  room.settle();
  room.ui.click("folder");
  room.ui.press(Key::a, true);
  room.ui.type("~/ours/");
  room.ui.press(Key::enter);
  room.settle();
  room.ui.click("Choose this folder");
  room.settle();
  REQUIRE(room.title == "Marram Water");
  REQUIRE(fs::exists(room.home / "ours.tandem"));
  REQUIRE_FALSE(fs::exists(room.home / "ours/workspace.tandem"));
}

TEST_CASE("where the computer's file dialog does not work, ours asks instead") {
  BrokenDialog broken;
  AtHome room;
  room.dialog = &broken;
  room.start();
  room.settle();
  room.ui.click("New workspace");
  room.settle();
  room.ui.click("Create");
  room.settle();
  REQUIRE(room.title == "our-programme");
  REQUIRE_FALSE(broken.asked);
}

TEST_CASE("the title follows the name that the organisation is given") {
  AtHome room;
  room.ui.click("Open the sample");
  room.settle();
  Workspace renamed = room.workspace().workspace();
  renamed.name = "Marram Water and Sand";
  REQUIRE(room.desk->shell()->bench().session().apply(Put{renamed}));
  room.settle();
  REQUIRE(room.title == "Marram Water and Sand");
}
