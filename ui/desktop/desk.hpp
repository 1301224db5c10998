// What lies on the desk: no workspace yet, or one that is open, and the way from one to the next
// without closing the window. The composition root of an open workspace: it makes the store, the
// session and the shell. Knows the window only by the functions it is handed.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "planner/ports/clock.hpp"
#include "ui/app/appearance.hpp"
#include "ui/views/doors.hpp"
#include "ui/views/shell.hpp"

namespace tandem::desktop {

struct DeskCalls {
  std::function<void()> wake = [] {};
  std::function<void(const app::Appearance&)> set_look = [](const app::Appearance&) {};
  std::function<void()> close = [] {};
  std::function<void(const std::filesystem::path&)> show_folder = [](const auto&) {};
  // Another workspace is in view, or an edit of it: its name for the title, its characters for the
  // fonts.
  std::function<void(const Program&)> shows = [](const Program&) {};
};

struct DeskOptions {
  app::Appearance look;
  std::string login;
  std::filesystem::path recent;  // the list of files opened last; empty: none is kept
  std::filesystem::path sample;  // the folder of the sample; empty: not on this computer
  const app::Printer* printer = nullptr;
  ui::PictureShelf::Card graphics_card = {};
};

class Desk {
 public:
  // `dialog` may be null. Requires: it, the clock and the printer outlive the desk.
  Desk(DeskOptions options, const Clock& clock, app::FileDialog* dialog, DeskCalls calls);
  ~Desk();

  // Saves what is open, then goes through the door. Errors: refused, while something is under way
  // there or a plan waits to be accepted; those of the store and of the folder reader. What was
  // open stays open then.
  Result<void> enter(const app::Door& door);
  // Said on the first page.
  void could_not_open(Errors problems) { problems_ = std::move(problems); }

  void draw();
  bool busy() const;
  views::Shell* shell() { return shell_.get(); }
  // Waits until everything is stored. Errors: what the store refused.
  Result<void> save();

 private:
  Result<std::unique_ptr<app::Session>> session(const app::Door& door);
  Result<void> may_leave() const;
  void first_run();
  void wish(app::Door door);
  views::ShellCalls shell_calls(const std::filesystem::path& workspace);

  DeskOptions options_;
  const Clock& clock_;
  DeskCalls calls_;
  views::Doors doors_;
  Errors problems_;
  std::vector<std::filesystem::path> recent_;  // without the one in view
  std::uint64_t shown_edition_{};
  std::unique_ptr<app::Session> session_;
  std::unique_ptr<views::Shell> shell_;
  std::optional<app::Door> next_;  // wished for in the frame before
};

}  // namespace tandem::desktop
