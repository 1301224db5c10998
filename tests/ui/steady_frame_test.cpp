// A frame in which nothing has changed asks for no memory of ours: counted on every page, through
// the real views, on the sample in which everything there is to show occurs.
#include "tests/support/draft.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/ui/allocations.hpp"
#include "tests/ui/stage.hpp"
#include "ui/desktop/paper.hpp"

namespace {

using namespace tandem;
using namespace tandem::views;

constexpr int kFrames = 60;

// What so many frames ask for, the probe out of the way as in the program.
std::uint64_t asked_by_frames(test::UiDriver& ui) {
  ui::Probe* probe = ui::probe();
  ui::set_probe(nullptr);
  ui.frame(2);
  const std::uint64_t before = test::allocations();
  ui.frame(kFrames);
  const std::uint64_t asked = test::allocations() - before;
  ui::set_probe(probe);
  ui.frame(2);
  return asked;
}

struct PrintShop {
  test::TempFolder folder{test::Medium::memory};
  desktop::Paper paper;
};

struct Desk : PrintShop, test::Stage {
  explicit Desk(Program program)
      : Stage(std::move(program), 1600, 1000, {.printer = &paper, .documents = folder.path()}) {
    REQUIRE(session->wait());
  }

  void open(Page page, std::string Destination::*what = nullptr, const std::string& code = {}) {
    Destination to;
    to.page = page;
    if (what) to.*what = code;
    shell.go(to);
  }

  // Nothing moves any more, the pointer is outside.
  std::uint64_t asked() {
    settle();
    ui.point(-1, -1);
    ui.frame(60);
    return asked_by_frames(ui);
  }
  void none_on(std::string_view page) {
    INFO(page);
    CHECK(asked() == 0);
  }
};

void every_page(Desk& desk) {
  const auto none_on = [&](std::string_view page) { desk.none_on(page); };
  const auto& program = desk.program();
  desk.open(Page::today);
  none_on("Today");
  desk.open(Page::curricula);
  for (const std::string_view tab : {"Journeys", "Modules", "Framework", "Coverage"}) {
    desk.ui.click(tab);
    none_on(tab);
  }
  desk.open(Page::schedule);
  none_on("Schedule");
  desk.open(Page::schedule, &Destination::session, program.sessions.begin()->code);
  none_on("Schedule, a session chosen");
  desk.open(Page::cohorts);
  none_on("Cohorts");
  desk.open(Page::cohorts, &Destination::cohort, program.cohorts.begin()->code);
  none_on("Cohorts, one of them");
  desk.open(Page::people);
  none_on("People");
  desk.open(Page::people, &Destination::person, program.people.begin()->number);
  none_on("People, one of them");
  desk.open(Page::documents);
  none_on("Documents");
  desk.open(Page::settings);
  for (const std::string_view tab :
       {"Rooms and sites", "Facilitators", "Calendars", "Rules", "Roles"}) {
    desk.ui.click(tab);
    none_on(tab);
  }
}

}  // namespace

TEST_CASE("a steady frame asks for no memory on any page of Northmere") {
  Desk desk(test::planned_northmere());
  every_page(desk);
}

TEST_CASE("a steady frame asks for no memory beside a session: other days, a price, ways out") {
  Desk desk(test::planned_northmere());
  desk.open(Page::schedule, &Destination::session, "LDR-2/L4b");
  desk.none_on("the days around it");
  const auto* days = desk.shell.bench().days("LDR-2/L4b");
  REQUIRE(days);
  for (const models::DayCell& cell : days->pages[days->first].cells) {
    if (cell.standing == DayStanding::here) continue;
    desk.ui.click("Other days / " + cell.name);
    desk.none_on(cell.name);
    desk.ui.click("Back to the days");
  }
  desk.open(Page::schedule, &Destination::session, "MGR-3/M3b");
  desk.none_on("facts that cannot hold together");
  desk.ui.click("Fact 2 / Relax …");
  desk.none_on("a fact to relax");
}

TEST_CASE("a steady frame asks for no memory while a plan is on offer") {
  Desk desk(test::planned_northmere());
  desk.open(Page::schedule);
  desk.ui.frame();
  desk.shell.bench().solve();
  desk.shell.bench().stop();
  desk.settle();
  REQUIRE(desk.shell.bench().offer());
  desk.none_on("what is on offer");
  desk.ui.click("What changes");
  desk.none_on("what it changes");
}

TEST_CASE("a steady frame asks for no memory on any page of the starter") {
  Desk desk(test::starter());
  every_page(desk);
}

TEST_CASE("a steady frame asks for no memory where nothing is entered yet") {
  Desk desk(test::empty_workspace());
  for (const Page page : {Page::today, Page::curricula, Page::schedule, Page::cohorts, Page::people,
                          Page::documents, Page::settings}) {
    desk.open(page);
    desk.none_on("an empty page");
  }
}

TEST_CASE("a steady frame asks for no memory after a change was saved, on a clock of its own") {
  test::Draft draft{test::starter()};
  draft.change_where<Workspace>([](const Workspace&) { return true; },
                                [](Workspace& w) {
                                  w.as_of.reset();
                                  w.zone = "America/Argentina/Buenos_Aires";
                                });
  Desk desk(draft.program());
  Cohort cohort = *desk.program().cohorts.begin();
  cohort.name += " again";
  REQUIRE(desk.session->apply(Put{cohort}));
  REQUIRE(desk.session->wait());
  REQUIRE_FALSE(desk.session->saved_at().empty());
  desk.none_on("Today");
}

TEST_CASE("a page that asks for memory in every frame is found out") {
  test::UiDriver ui([] { std::make_unique<int>(1); });
  REQUIRE(asked_by_frames(ui) == kFrames);
}

TEST_CASE("words put together stand until the next frame begins, however many they are") {
  const std::string much(100'000, 'x');
  std::string_view first;
  test::UiDriver ui([&] {
    first = ui::phrase("{} of {}", 3, "eleven");
    for (int k = 0; k < 5; ++k) REQUIRE(ui::copied(much) == much);
    REQUIRE(first == "3 of eleven");
    REQUIRE(first.data()[first.size()] == '\0');
  });
  ui.frame(3);
  REQUIRE(asked_by_frames(ui) == 0);
}
