// The window's inside with a user at it, on a session kept in memory: what the journeys through the
// pages stand on. A test that needs more of the window derives from it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "tests/support/catch.hpp"
#include "tests/support/sample_session.hpp"
#include "tests/ui/ui_driver.hpp"
#include "ui/views/shell.hpp"

namespace tandem::test {

struct Stage {
  std::unique_ptr<app::Session> session;
  app::Appearance look;
  bool closed{};
  bool asked_for_tables{};
  views::Shell shell;
  UiDriver ui;

  explicit Stage(Program program = starter(), float width = 1600, float height = 1000,
                 views::ShellCalls calls = {})
      : session(session_of(std::move(program))),
        shell(*session, {}, heard(std::move(calls))),
        ui([this] { shell.draw(); }, width, height) {}
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  const Program& program() const { return *session->program(); }
  // Of what is stored: an edit on its way is waited for.
  std::string undo_label() const {
    (void)session->wait();
    const auto& undo = session->undo_state().undoable;
    return undo ? undo->label : std::string{};
  }
  void undo() {
    REQUIRE(session->wait());
    ui.press(ui::Key::z, true);
  }
  // Everything that runs beside the window has come back and is drawn.
  void settle() {
    for (int k = 0; k < 4; ++k) {
      shell.bench().wait();
      shell.prints().wait();
      ui.frame(2);
    }
  }
  // What a sentence on screen holds; "" when there is none.
  std::string said(std::string_view part) const {
    for (const auto& item : ui.probe().items())
      if (item.label.find(part) != std::string::npos) return item.label;
    return {};
  }

 private:
  views::ShellCalls heard(views::ShellCalls calls) {
    calls.set_look = [this](const app::Appearance& a) { look = a; };
    calls.close = [this] { closed = true; };
    calls.load_tables = [this] { asked_for_tables = true; };
    return calls;
  }
};

}  // namespace tandem::test
