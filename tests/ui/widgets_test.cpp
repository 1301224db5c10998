#include <array>
#include <stdexcept>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/ui/ui_driver.hpp"
#include "ui/widgets/area.hpp"
#include "ui/widgets/controls.hpp"
#include "ui/widgets/lists.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/toast.hpp"

namespace {

using namespace tandem::ui;
using tandem::test::UiDriver;

const Rect kPlace = Rect::sized(40, 40, 200, 32);

}  // namespace

TEST_CASE("a button is pressed by mouse, and by keyboard with space or enter") {
  int pressed = 0;
  UiDriver ui([&] {
    if (button(kPlace, "Solve")) ++pressed;
  });
  ui.click("Solve");
  REQUIRE(pressed == 1);
  ui.press(Key::tab);
  ui.press(Key::down);
  REQUIRE(ui.item("Solve").focused);
  ui.press(Key::space);
  REQUIRE(pressed == 2);
  ui.press(Key::enter);
  REQUIRE(pressed == 3);
}

TEST_CASE("a disabled button cannot be pressed, and says why") {
  int pressed = 0;
  UiDriver ui([&] {
    if (button(kPlace, "Accept", {.enabled = false, .reason = "Nothing to accept yet."})) ++pressed;
  });
  REQUIRE_THROWS_AS(ui.click("Accept"), std::runtime_error);
  REQUIRE_FALSE(ui.item("Accept").enabled);
  REQUIRE(pressed == 0);
}

TEST_CASE("a missing name is answered with what is on screen") {
  UiDriver ui([] { button(kPlace, "Solve"); });
  try {
    ui.click("Slove");
    FAIL("a missing name was clicked");
  } catch (const std::runtime_error& error) {
    REQUIRE_THAT(error.what(), Catch::Matchers::Contains("Slove"));
    REQUIRE_THAT(error.what(), Catch::Matchers::Contains("  Solve\n"));
  }
}

TEST_CASE("a line of a list is chosen by its sentence and acted on by its button") {
  ListLineResult first;
  ListLineResult second;
  UiDriver ui([&] {
    const auto line = [](float y, std::string_view id, std::string_view text) {
      return list_line(Rect::sized(40, y, 400, 38), id,
                       {.status = Status::late, .text = text, .action = "Open"});
    };
    const ListLineResult a = line(40, "MGR-4", "MGR-4 is two weeks behind");
    const ListLineResult b = line(80, "NEW-1", "NEW-1: 4 people owe M2a");
    first.chosen |= a.chosen, first.acted |= a.acted;
    second.chosen |= b.chosen, second.acted |= b.acted;
  });
  ui.click("MGR-4 is two weeks behind");
  REQUIRE((first.chosen && !first.acted && !second.chosen));
  ui.click("NEW-1 / Open");
  REQUIRE((second.acted && !second.chosen && !first.acted));
  // "Open" alone could be either.
  REQUIRE_THROWS_AS(ui.click("Open"), std::runtime_error);
}

TEST_CASE("typing edits a draft, enter commits it and escape takes it back") {
  std::string draft = "Mok";
  int commits = 0;
  std::string committed;
  UiDriver ui([&] {
    if (input(kPlace, "name", draft, {.hint = "Name"}).committed) {
      ++commits;
      committed = draft;
    }
  });
  ui.click("name");
  ui.press(Key::end);
  ui.type("wena Ž");
  ui.press(Key::enter);
  REQUIRE(commits == 1);
  REQUIRE(committed == "Mokwena Ž");
  ui.click("name");
  ui.type("xx");
  ui.press(Key::escape);
  REQUIRE(commits == 1);
  REQUIRE(draft == "Mokwena Ž");
}

TEST_CASE("one segment, one tab and one check are on, as clicked") {
  int segment = 0;
  int tab = 0;
  bool on = false;
  static constexpr std::array<Segment, 2> kSegments{{{"Year"}, {"Week"}}};
  static constexpr std::array<std::string_view, 2> kTabs{"Journeys", "Audit"};
  UiDriver ui([&] {
    segmented(Rect::sized(40, 40, 300, 30), kSegments, segment);
    tabs(Rect::sized(40, 80, 300, 40), kTabs, tab);
    checkbox(Rect::sized(40, 140, 300, 24), "Show weekends", on);
  });
  ui.click("Week");
  ui.click("Audit");
  ui.click("Show weekends");
  REQUIRE(segment == 1);
  REQUIRE(tab == 1);
  REQUIRE(on);
  REQUIRE(ui.item("Audit").on);
  REQUIRE_FALSE(ui.item("Journeys").on);
}

TEST_CASE("a menu opens below its button, answers one item and is gone") {
  std::string chosen;
  UiDriver ui([&] {
    if (button(kPlace, "More")) open_menu("menu");
    if (Menu menu("menu", kPlace); menu) {
      if (menu.item("Pin here", "P")) chosen = "pin";
      menu.item("Relax a rule", "", false);
    }
  });
  REQUIRE_FALSE(ui.sees("Pin here"));
  ui.click("More");
  REQUIRE(ui.item("Pin here").rect.y0 > kPlace.y1);
  REQUIRE_THROWS(ui.click("Relax a rule"));
  ui.click("Pin here");
  REQUIRE(chosen == "pin");
  ui.frame(2);
  REQUIRE_FALSE(ui.sees("Pin here"));
}

TEST_CASE("a message offers its undo and leaves by itself") {
  Toasts toasts;
  std::string undone;
  UiDriver ui([&] {
    const std::string pressed = toasts.draw(Rect::sized(0, 0, 1280, 800));
    if (!pressed.empty()) undone = pressed;
  });
  toasts.say("L1b moved to Tue 2 Mar", "Undo");
  ui.frame(2);
  ui.click("Undo");
  REQUIRE(undone == "L1b moved to Tue 2 Mar");
  REQUIRE(toasts.empty());
  toasts.say("Saved", "", 0.5);
  ui.frame(29);  // 29 of 60 frames a second: not yet half a second
  REQUIRE_FALSE(toasts.empty());
  ui.frame(3);
  REQUIRE(toasts.empty());
}

TEST_CASE("text is cut to its room with an ellipsis, between characters, never inside one") {
  UiDriver ui([] {});
  const std::string name = "Wilhelmina Antoinette van Ravenswaaij-Kłos";
  REQUIRE(fit(Type::body, name, 1000).text == name);
  for (float width = 8; width < 320; width += 7) {
    const Fitted shown = fit(Type::body, name, width);
    if (!shown.cut) continue;
    REQUIRE(shown.text.ends_with("…"));
    REQUIRE(name.starts_with(shown.text.substr(0, shown.text.size() - std::string("…").size())));
    if (shown.text.size() > 3) REQUIRE(text_width(Type::body, shown.text) <= width + 0.5F);
  }
  // The Polish ł is two bytes: a cut may stand before or after it.
  const Fitted greek = fit(Type::small, "Ωμέγα Ωμέγα", 40);
  REQUIRE(greek.cut);
  REQUIRE((static_cast<unsigned char>(greek.text[greek.text.size() - 4]) & 0xC0) != 0xC0);
}

TEST_CASE("a paragraph breaks at blanks and keeps every word") {
  UiDriver ui([] {});
  const std::string text =
      "MGR-3 learns in French, and only Camille Dufour may lead M3b in French.";
  std::string joined;
  for (const std::string_view line : wrap(Type::body, text, 180)) {
    REQUIRE(text_width(Type::body, line) <= 181);
    joined += (joined.empty() ? "" : " ") + std::string(line);
  }
  REQUIRE(joined == text);
  REQUIRE(wrap(Type::body, "one\n\ntwo", 500).size() == 3);
  REQUIRE(paragraph_height(Type::body, text, 2000) == line_height(Type::body));
}

TEST_CASE("sizes follow the scale, each rounded, and text is as wide as its font's author set it") {
  {
    UiDriver ui([] {});
    REQUIRE(font(Type::body)->FontSize == 15);
    REQUIRE(line_height(Type::title) == 32);
    // Inter's own advances at an em of 15 sum up to 439.5; ImGui's size of 15 would make it 363.
    const float width =
        text_width(Type::body, "M3b for MGR-3 has no legal date: lab closed, one French lead");
    REQUIRE(width == Approx(439.5).margin(4));
  }
  UiDriver ui([] {}, 1280, 800, 1.5F);
  REQUIRE(font(Type::small)->FontSize == 20);  // 19.5 rounded
  REQUIRE(px(24) == 36);
  REQUIRE(hair() == 1);
}

TEST_CASE("an area scrolls when its rows are taller than it, and shows what was below") {
  Rect last;
  UiDriver ui([&] {
    Area area("list", Rect::sized(40, 40, 300, 200));
    for (int k = 0; k < 40; ++k) {
      last = area.next(px(38));
      if (Area::in_view(last)) record(Role::row, last, "row " + std::to_string(k));
    }
  });
  REQUIRE(ui.sees("row 0"));
  REQUIRE_FALSE(ui.sees("row 39"));
  ui.wheel("row 2", -40);
  REQUIRE(ui.sees("row 39"));
  REQUIRE_FALSE(ui.sees("row 0"));
}

TEST_CASE("initials come from the first and the last name") {
  REQUIRE(initials("Marit Hoekstra") == "MH");
  REQUIRE(initials("Élise Carpentier") == "ÉC");
  REQUIRE(initials("Wilhelmina Antoinette van Ravenswaaij-Kłos") == "WK");
  REQUIRE(initials("You") == "Y");
}

TEST_CASE("a table of a million rows draws those in view, sorts by its header and finds its row") {
  static constexpr std::array<TableColumn, 3> kColumns{
      {{"Name"}, {"Hours", 80, Align::right}, {"Note", 200, Align::left, false}}};
  TableSort sort;
  int drawn = 0;
  int chosen = -1;
  int show = -1;
  UiDriver ui([&] {
    drawn = 0;
    Table table("people", Rect::sized(0, 0, 900, 600), kColumns);
    table.header(sort);
    table.rows(
        1'000'000,
        [&](int k) {
          ++drawn;
          const std::string name = "Person " + std::to_string(k);
          if (table.begin_row(static_cast<std::uint64_t>(k), name, k == chosen).clicked) chosen = k;
          table.text(name);
          table.text("3 h 30");
          table.text("");
        },
        show);
  });
  // (600 - 32) / 34 is 16.7 rows.
  REQUIRE(drawn <= 20);
  ui.click("Person 3");
  REQUIRE(chosen == 3);
  REQUIRE(ui.item("Person 3").on);
  ui.click("header / Hours");
  REQUIRE(sort == TableSort{1, false});
  ui.click("header / Hours");
  REQUIRE(sort == TableSort{1, true});
  REQUIRE_FALSE(ui.sees("header / Note"));  // cannot be sorted, so cannot be pressed
  show = 400'000;
  ui.frame(2);
  REQUIRE(ui.sees("Person 400000"));
}
