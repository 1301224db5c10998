// The window's inside: frame, pages, menu, keys, messages, and carrying out what pages wished for
// once the frame is drawn. One a window; draws into whatever ImGui window is current, so that tests
// can hold it. Knows no file and no window.
#pragma once

#include <filesystem>
#include <functional>

#include "ui/app/appearance.hpp"
#include "ui/views/cohorts_view.hpp"
#include "ui/views/curricula_view.hpp"
#include "ui/views/documents_view.hpp"
#include "ui/views/palette.hpp"
#include "ui/views/people_view.hpp"
#include "ui/views/schedule_view.hpp"
#include "ui/views/settings_view.hpp"
#include "ui/views/today_view.hpp"
#include "ui/widgets/panes.hpp"
#include "ui/widgets/toast.hpp"

namespace tandem::views {

struct ShellCalls {
  std::function<void()> wake = [] {};  // from any thread: draw a frame soon
  std::function<void(const app::Appearance&)> set_look = [](const app::Appearance&) {};
  std::function<void()> close = [] {};
  // For the page Documents; without a printer it shows and saves nothing.
  const app::Printer* printer = nullptr;
  ui::PictureShelf::Card graphics_card = {};
  std::filesystem::path documents = {};  // the folder that is suggested for them
  std::function<void(const std::filesystem::path&)> show_folder = [](const auto&) {};
  // The ways to another workspace; where they are not given the menu does not offer them.
  std::function<void()> open = {};
  std::function<void()> create = {};
  std::function<void()> load_tables = {};
  std::function<std::vector<std::filesystem::path>()> recent = {};  // without the one in view
  std::function<void(const std::filesystem::path&)> open_file = {};
};

class Shell {
 public:
  // Requires: the session and the printer of the calls outlive it.
  Shell(app::Session& session, app::Appearance appearance, ShellCalls calls = {});

  void go(const Destination& where);
  // As if its key had been pressed on the page in view.
  void act(app::Action action);
  // Opens "find anything" with these words typed.
  void find(std::string words);
  // One whole frame, filling the display.
  void draw();
  // Something is under way that will change the picture.
  bool busy() const { return bench_.busy() || prints_.busy(); }

  models::Workbench& bench() { return bench_; }
  Page page() const { return page_; }
  const ScheduleState& schedule() const { return schedule_; }
  models::Roster& roster() { return roster_; }
  models::PrintRoom& prints() { return prints_; }
  const CohortsState& cohorts() const { return cohorts_; }
  const PeopleState& people() const { return people_; }
  const DocumentsState& documents() const { return documents_; }
  models::Syllabus& syllabus() { return syllabus_; }
  const CurriculaState& curricula() const { return curricula_; }
  const SettingsState& settings() const { return settings_; }

 private:
  void keys();
  void top(const Rect& r);
  void workspace_menu(const Rect& anchor);
  void side(const Rect& r, bool folded);
  void status(const Rect& r);
  void help();
  void palette();
  bool has_inspector(bool roomy);
  void page(const Rect& r, Wishes& wishes);
  void inspector(const Rect& r, Wishes& wishes);
  void carry_out(const Wishes& wishes);
  void take_back(bool redo);

  models::Workbench bench_;
  models::Roster roster_{bench_};
  models::PrintRoom prints_;
  ui::PictureShelf shelf_;
  models::Syllabus syllabus_{bench_};
  models::SettingsBook settings_book_{bench_};
  app::Appearance appearance_;
  ShellCalls calls_;
  Page page_ = Page::today;
  bool menu_open_{};  // as the last frame ended: its Escape closes the menu and nothing else
  TodayState today_;
  ScheduleState schedule_;
  CohortsState cohorts_;
  PeopleState people_;
  DocumentsState documents_;
  CurriculaState curricula_;
  PaletteState palette_;
  SettingsState settings_;
  NewRow making_;  // asked for by a page that has nothing to show
  ui::Toasts toasts_;
  ui::Panes panes_;
  Rect menu_anchor_;
  bool help_wanted_{};
};

}  // namespace tandem::views
