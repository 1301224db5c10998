// The program as somebody starts it from its icon: no workspace yet, a home that is a folder of the
// test, the real store, the real printer, the starter as the sample.
#pragma once

#include <stdlib.h>

#include <memory>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/source_path.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/ui/ui_driver.hpp"
#include "ui/desktop/desk.hpp"
#include "ui/desktop/paper.hpp"

namespace tandem::test {

struct AtHome {
  TempFolder home{Medium::memory};
  SystemClock clock;
  desktop::Paper paper;
  std::string title;                  // of the workspace in view
  app::FileDialog* dialog = nullptr;  // the computer's own
  std::unique_ptr<desktop::Desk> desk = program();
  UiDriver ui{[this] { desk->draw(); }, 1600, 1000};

  // Once more from the icon.
  void start() {
    title.clear();
    desk = program();
  }
  const Program& workspace() { return desk->shell()->bench().book().program(); }
  std::string undo_label() {
    const auto undo = desk->shell()->bench().session().undo_state().undoable;
    return undo ? undo->label : "";
  }
  // Everything that runs beside the window has come back and is drawn.
  void settle() {
    for (int k = 0; k < 4; ++k) {
      if (auto* shell = desk->shell()) {
        REQUIRE(shell->bench().session().wait());
        shell->bench().wait();
        shell->prints().wait();
      }
      ui.frame(2);
    }
  }

 private:
  std::unique_ptr<desktop::Desk> program() {
    ::setenv("HOME", home.path().c_str(), 1);
    desktop::DeskOptions options;
    options.login = "rosa";
    options.recent = home / ".config/tandem/recent";
    options.sample = source_path("samples/starter");
    options.printer = &paper;
    return std::make_unique<desktop::Desk>(
        std::move(options), clock, dialog,
        desktop::DeskCalls{.shows = [this](const Program& p) { title = p.workspace().name; }});
  }
};

}  // namespace tandem::test
