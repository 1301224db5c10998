// Journeys through the page Documents, with the real printer: mouse and keys go in, the files in
// the folder are what is asserted on.
#include <fstream>
#include <iterator>
#include <thread>

#include "tests/support/draft.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/ui/stage.hpp"
#include "ui/desktop/paper.hpp"

namespace {

using namespace tandem;
using namespace tandem::views;
using test::UiDriver;
using ui::Key;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

bool whole_pdf(const fs::path& file) {
  const std::string bytes = bytes_of(file);
  return bytes.starts_with("%PDF-") && bytes.ends_with("%%EOF\n");
}

// What the window's printer has to do with: a folder, a graphics card, a file manager.
struct PrintShop {
  test::TempFolder folder{test::Medium::memory};
  desktop::Paper paper;
  int taken{};    // pictures on the graphics card
  int dropped{};  // and off it again
  fs::path shown;

  ShellCalls calls() {
    return {.printer = &paper,
            .graphics_card = {[this](const geometry::Picture&) {
                                return static_cast<ui::PictureShelf::Texture>(++taken);
                              },
                              [this](ui::PictureShelf::Texture) { ++dropped; }},
            .documents = folder.path(),
            .show_folder = [this](const fs::path& f) { shown = f; }};
  }
};

struct Desk : PrintShop, test::Stage {
  explicit Desk(Program program = test::starter(), float width = 1600, float height = 1000)
      : Stage(std::move(program), width, height, calls()) {}

  std::size_t files(const std::string& kind) const {
    const fs::path below = folder.path() / kind;
    if (!fs::exists(below)) return 0;
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator{below}, fs::directory_iterator{}));
  }
};

}  // namespace

TEST_CASE("print a plan by mouse alone: from the person's page to the file") {
  Desk desk;
  desk.ui.click("People");
  desk.ui.click("Kofi Mensah-Brandt");
  desk.ui.click("Open this person's page");
  desk.ui.click("Print plan");
  REQUIRE(desk.shell.page() == Page::documents);
  desk.settle();
  REQUIRE(desk.ui.sees("the printed page"));
  REQUIRE(desk.ui.sees("page 1 of 2"));
  desk.ui.click("Page after");
  REQUIRE(desk.ui.sees("page 2 of 2"));
  desk.ui.click("Save this plan");
  desk.settle();
  REQUIRE(whole_pdf(desk.folder / "plans/1003.pdf"));
  REQUIRE(desk.files("plans") == 1);
  REQUIRE(desk.ui.sees("1 plan saved"));
  desk.ui.click("Copy path");
  REQUIRE(std::string{ImGui::GetClipboardText()} == (desk.folder / "plans").string());
  desk.ui.click("Show folder");
  REQUIRE(desk.shown == desk.folder / "plans");
}

TEST_CASE("print a plan by keyboard alone") {
  Desk desk;
  desk.ui.press(Key::n6, true);
  REQUIRE(desk.shell.page() == Page::documents);
  desk.ui.press(Key::f, true);
  desk.ui.type("zsófia");
  desk.ui.press(Key::enter);
  desk.settle();
  REQUIRE(desk.shell.documents().chosen.at(app::DocumentKind::plan) == "1006");
  desk.ui.press(Key::page_down);
  desk.ui.press(Key::w);
  REQUIRE(desk.shell.documents().full_width);
  desk.ui.press(Key::s);
  desk.settle();
  REQUIRE(whole_pdf(desk.folder / "plans/1006.pdf"));
  REQUIRE(desk.ui.sees("1 plan saved"));
}

TEST_CASE("a cohort's plans as PDF, HTML and calendar, with one press") {
  Desk desk;
  desk.ui.press(Key::n6, true);
  desk.ui.click("Cohort");
  desk.ui.click("LDR-1");
  REQUIRE(desk.ui.sees("The 5 plans in the list"));
  desk.ui.click("HTML");
  desk.ui.click("Calendar file");
  desk.ui.click("Save 5 plans");
  desk.settle();
  REQUIRE(desk.ui.sees("5 plans saved"));
  REQUIRE(desk.files("plans") == 15);
  REQUIRE(bytes_of(desk.folder / "plans/1004.ics").starts_with("BEGIN:VCALENDAR"));
  REQUIRE(bytes_of(desk.folder / "plans/1004.html").starts_with("<!DOCTYPE html>"));
  REQUIRE(desk.session->undo_state().undoable->label == "Calendars that were handed out");
  // The same once more: the same bytes, so nothing is new.
  desk.ui.click("Save 5 plans");
  desk.settle();
  REQUIRE(desk.shell.prints().job().report()->written == 0);
  REQUIRE(desk.shell.prints().job().report()->unchanged == 15);
}

TEST_CASE("everybody's plans, stopped in the middle: each file is whole or absent") {
  test::Draft draft{test::starter()};
  for (int k = 0; k < 300; ++k)
    draft.add<Person>([&](Person& p) {
      p.number = std::to_string(20'000 + k);
      p.name = "Somebody " + std::to_string(k);
    });
  Desk desk{draft.program()};
  desk.ui.press(Key::n6, true);
  desk.ui.click("All 314 plans");
  desk.ui.click("Save 314 plans");
  while (desk.shell.prints().job().made() == 0) std::this_thread::yield();
  desk.ui.frame();
  desk.ui.click("Stop");
  desk.settle();
  const app::ExportReport* report = desk.shell.prints().job().report();
  REQUIRE(report);
  REQUIRE(report->stopped);
  REQUIRE(report->done > 0);
  REQUIRE(report->done < 314);
  REQUIRE(desk.files("plans") == report->done);
  for (const auto& entry : fs::directory_iterator{desk.folder / "plans"})
    REQUIRE(whole_pdf(entry.path()));
  REQUIRE(desk.ui.sees("Stopped: " + std::to_string(report->done) + " of 314 plans saved"));
}

TEST_CASE("a folder that cannot be written to is told in words, beside the folder") {
  Desk desk;
  std::ofstream{desk.folder / "plans"} << "a file where the folder should be";
  desk.ui.press(Key::n6, true);
  desk.ui.click("Save this plan");
  desk.settle();
  const app::ExportReport* report = desk.shell.prints().job().report();
  REQUIRE(report);
  REQUIRE(report->errors.size() == 1);
  REQUIRE(report->errors[0].code == ErrorCode::storage);
  REQUIRE(desk.ui.sees("The folder cannot be made: Not a directory: " +
                       (desk.folder / "plans").string()));
  REQUIRE_FALSE(desk.ui.sees("Copy path"));
}

TEST_CASE("a folder that is no whole path keeps the button shut and says why") {
  Desk desk;
  desk.ui.press(Key::n6, true);
  desk.ui.click("Folder to save in");
  desk.ui.press(Key::a, true);
  desk.ui.type("plans");
  desk.ui.press(Key::enter);
  REQUIRE_FALSE(desk.ui.item("Save this plan").enabled);
  REQUIRE(desk.ui.sees("Write the whole path, from the first slash on."));
}

TEST_CASE("every kind of document shows its page and is saved in its usual format") {
  Desk desk;
  desk.ui.press(Key::n6, true);
  const auto save = [&](const char* kind, const char* button) {
    desk.ui.click(kind);
    desk.settle();
    REQUIRE(desk.ui.sees("the printed page"));
    desk.ui.click(button);
    desk.settle();
    REQUIRE(desk.shell.prints().job().report()->errors.empty());
  };
  save("Facilitator packs", "Save this facilitator pack");
  save("Attendance sheets", "Save this attendance sheet");
  save("Cohort calendars", "Save this calendar");
  REQUIRE(whole_pdf(desk.folder / "packs/MARIEKE.pdf"));
  // The first session ahead is M2, on 15 April.
  REQUIRE(whole_pdf(desk.folder / "attendance/MGR-1+M2.pdf"));
  REQUIRE(bytes_of(desk.folder / "calendars/LDR-1.ics").starts_with("BEGIN:VCALENDAR"));
}

TEST_CASE("the page follows the person: next and before, and back from one that the search hides") {
  Desk desk;
  desk.ui.press(Key::n6, true);
  const auto chosen = [&] { return desk.shell.documents().chosen.at(app::DocumentKind::plan); };
  desk.ui.press(Key::n);
  const std::string second = chosen();
  desk.ui.press(Key::n);
  REQUIRE(chosen() != second);
  desk.ui.press(Key::p);
  REQUIRE(chosen() == second);
  desk.ui.press(Key::p);
  desk.ui.press(Key::p);  // there is none before the first
  REQUIRE(chosen() == desk.shell.prints().list(app::DocumentKind::plan).lines.front().code);
}

TEST_CASE("a page goes onto the graphics card once, and off it when another is in view") {
  Desk desk;
  desk.ui.press(Key::n6, true);
  desk.settle();
  REQUIRE(desk.taken == 1);
  desk.ui.frame(20);
  REQUIRE(desk.taken == 1);
  REQUIRE(desk.dropped == 0);
  desk.ui.press(Key::n);
  desk.settle();
  REQUIRE(desk.taken == 2);
  REQUIRE(desk.dropped == 1);
  desk.ui.press(Key::n1, true);
  desk.ui.frame(2);
  REQUIRE(desk.dropped == 2);
}

TEST_CASE("an edit draws the page anew") {
  Desk desk;
  desk.ui.press(Key::n6, true);
  desk.settle();
  const int before = desk.taken;
  Person person = *desk.session->program()->people.find_key(
      desk.shell.prints().list(app::DocumentKind::plan).lines.front().code);
  person.name = "Another Name";
  REQUIRE(desk.session->apply(Put{person}));
  desk.settle();
  REQUIRE(desk.ui.sees("Another Name"));
  REQUIRE(desk.taken == before + 1);
}

TEST_CASE("an empty workspace says what each kind of document needs") {
  Desk desk{test::empty_workspace()};
  desk.ui.press(Key::n6, true);
  REQUIRE(desk.ui.sees("No plan yet"));
  desk.ui.click("Load a folder of CSV tables");
  REQUIRE(desk.asked_for_tables);
  desk.ui.click("Attendance sheets");
  REQUIRE(desk.ui.sees("No attendance sheet yet"));
  desk.ui.press(Key::s);
  REQUIRE(desk.shell.prints().job().report() == nullptr);
}

TEST_CASE("a name of 42 characters stays inside its column") {
  test::Draft draft{test::starter()};
  const std::string long_name = "Wilhelmina Antoinette van Ravenswaaij-Smit";
  draft.change<Person>("1007", [&](Person& p) { p.name = long_name; });
  Desk desk{draft.program(), 1280, 800};
  desk.ui.press(Key::n6, true);
  desk.settle();
  const auto row = desk.ui.item("documents / " + long_name).rect;
  REQUIRE(row.x1 <= desk.ui.item("the printed page").rect.x0);
}
