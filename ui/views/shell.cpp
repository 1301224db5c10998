#include "ui/views/shell.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/views/export_panel.hpp"
#include "ui/views/plan_strip.hpp"
#include "ui/widgets/compat.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/wake.hpp"

namespace tandem::views {
namespace {

// Design pixels of a window whose rail has its words: narrower, the pages need the room.
constexpr float kRailOpen = 1800;

using namespace ui;
using app::Action;

app::Where where(Page page) {
  switch (page) {
    case Page::curricula:
      return app::Where::curricula;
    case Page::schedule:
      return app::Where::schedule;
    case Page::cohorts:
      return app::Where::cohorts;
    case Page::people:
      return app::Where::people;
    case Page::documents:
      return app::Where::documents;
    case Page::settings:
      return app::Where::settings;
    case Page::today:
      break;
  }
  return app::Where::everywhere;
}

// "14:02" of a moment in UTC, on the workspace's clock.
std::string_view clock_words(std::string_view at_utc, const std::optional<Zone>& zone) {
  if (at_utc.size() < 16) return {};
  const auto date = parse_date(at_utc.substr(0, 10));
  const auto time = parse_time(at_utc.substr(11, 5));
  if (!date || !time) return {};
  const UtcMinute utc{at(*date, *time).time_since_epoch()};
  return zone ? phrase("{}", text(time_of(zone->to_local(utc))))
              : phrase("{} UTC", at_utc.substr(11, 5));
}

std::string first_of(const Errors& errors) {
  return errors.empty() ? std::string{} : text(errors.front());
}

// The parts of the window, in the order in which the keyboard goes round them.
enum Part : std::size_t { kPage, kInspector, kRail };

}  // namespace

Shell::Shell(app::Session& session, app::Appearance appearance, ShellCalls calls)
    : bench_(session, calls.wake),
      prints_(bench_, calls.printer ? *calls.printer : app::no_printer(), calls.wake),
      shelf_(calls.graphics_card),
      appearance_(appearance),
      calls_(std::move(calls)) {
  documents_.folder = calls_.documents.string();
}

void Shell::go(const Destination& destination) {
  page_ = destination.page;
  if (page_ == Page::schedule) show(schedule_, bench_, destination);
  if (page_ == Page::cohorts) show(cohorts_, roster_, destination);
  if (page_ == Page::people) show(people_, roster_, destination);
  if (page_ == Page::documents) show(documents_, destination);
  if (page_ == Page::curricula) show(curricula_, syllabus_, destination);
  if (page_ == Page::settings) show(settings_, settings_book_, destination);
}

bool Shell::has_inspector(bool roomy) {
  switch (page_) {
    case Page::today:
      return today_has_inspector(bench_, today_, roomy);
    case Page::curricula:
      return curricula_has_inspector(syllabus_, curricula_, roomy);
    case Page::schedule:
      return schedule_has_inspector(schedule_, roomy) && !bench_.today().empty;
    case Page::cohorts:
      return cohorts_has_inspector(roster_, cohorts_, roomy);
    case Page::people:
      return people_has_inspector(roster_, people_, roomy);
    case Page::documents:
      return documents_have_inspector(prints_, documents_, roomy);
    case Page::settings:
      return false;
  }
  return false;
}

void Shell::page(const Rect& r, Wishes& wishes) {
  // A page is an item group of its own: what it draws is clipped to it.
  Area area("page", r, {.scroll = false});
  const Panes::Pane pane(panes_, kPage);
  if (page_ == Page::today) draw_today(r, bench_, today_, wishes);
  if (page_ == Page::schedule) draw_schedule(r, bench_, schedule_, wishes);
  if (page_ == Page::cohorts) draw_cohorts(r, roster_, cohorts_, wishes);
  if (page_ == Page::people) draw_people(r, roster_, people_, wishes);
  if (page_ == Page::documents) draw_documents(r, prints_, shelf_, documents_, wishes);
  if (page_ == Page::curricula) draw_curricula(r, syllabus_, curricula_, wishes);
  if (page_ == Page::settings) draw_settings(r, settings_book_, settings_, wishes);
}

void Shell::inspector(const Rect& r, Wishes& wishes) {
  if (r.empty()) return;
  Area area("inspector", r, {.scroll = false});
  const Panes::Pane pane(panes_, kInspector);
  if (page_ == Page::today) draw_today_inspector(r, bench_, today_, wishes);
  if (page_ == Page::schedule) draw_schedule_inspector(r, bench_, schedule_, wishes);
  if (page_ == Page::cohorts) draw_cohorts_inspector(r, roster_, cohorts_, wishes);
  if (page_ == Page::people) draw_people_inspector(r, roster_, people_, wishes);
  if (page_ == Page::documents) draw_documents_inspector(r, prints_, documents_, wishes);
  if (page_ == Page::curricula) draw_curricula_inspector(r, syllabus_, curricula_, wishes);
}

void Shell::draw() {
  bench_.poll();
  prints_.poll();
  shelf_.begin_frame();
  keys();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const Rect window{0, 0, size.x, size.y};
  const float width = window.width() / scale();
  const bool roomy = width >= kRoomy;
  const bool beside = has_inspector(roomy);
  const bool wide = width >= kWide;
  const bool folded = width < kRailOpen;  // by the window alone: it does not jump between pages
  const float room = wide ? metric::kInspector : metric::kInspectorNarrow;
  const FrameLayout layout = frame_layout(window, folded, beside ? room : 0);
  paint_frame(layout);
  Wishes wishes;
  top(layout.top);
  side(layout.rail, folded);
  status(layout.status);
  page(layout.page, wishes);
  inspector(layout.inspector, wishes);
  if (!toasts_.draw(layout.page).empty()) take_back(false);
  help();
  palette();
  new_row_dialog("new row", bench_.book().program(), making_, wishes);
  carry_out(wishes);
  if (busy()) want_frame_in(0.1);
  menu_open_ = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
}

void Shell::keys() {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput || menu_open_ || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) return;
  for (int k = 1; k < kKeys; ++k) {
    const Key key = static_cast<Key>(k);
    if (!pressed(key)) continue;
    if (const auto action = app::action_for(key_name(key), io.KeyCtrl, io.KeyShift, where(page_)))
      act(*action);
  }
}

void Shell::act(Action action) {
  const auto look = [&](auto change) {
    change();
    calls_.set_look(appearance_);
  };
  const auto resize = [&](float by) {
    look([&] {
      appearance_.scale =
          std::clamp(appearance_.scale + by, app::kSmallestScale, app::kLargestScale);
    });
  };
  switch (action) {
    case Action::undo:
      take_back(false);
      return;
    case Action::redo:
      take_back(true);
      return;
    case Action::find:
      find("");
      return;
    case Action::open_file:
      if (calls_.open) calls_.open();
      return;
    case Action::new_file:
      if (calls_.create) calls_.create();
      return;
    case Action::load_tables:
      if (calls_.load_tables) calls_.load_tables();
      return;
    case Action::go_today:
      page_ = Page::today;
      return;
    case Action::go_curricula:
      page_ = Page::curricula;
      return;
    case Action::go_schedule:
      page_ = Page::schedule;
      return;
    case Action::go_cohorts:
      page_ = Page::cohorts;
      return;
    case Action::go_people:
      page_ = Page::people;
      return;
    case Action::go_documents:
      page_ = Page::documents;
      return;
    case Action::go_settings:
      page_ = Page::settings;
      return;
    case Action::help:
      help_wanted_ = true;
      return;
    case Action::next_part:
      panes_.go(1);
      return;
    case Action::part_before:
      panes_.go(-1);
      return;
    case Action::dark:
      look([&] { appearance_.dark = !appearance_.dark; });
      return;
    case Action::larger:
      resize(0.1F);
      return;
    case Action::smaller:
      resize(-0.1F);
      return;
    case Action::close:
      calls_.close();
      return;
    default:
      break;
  }
  Wishes wishes;
  if (page_ == Page::schedule && schedule_action(schedule_, bench_, action, wishes))
    carry_out(wishes);
  if (page_ == Page::cohorts && cohorts_action(cohorts_, roster_, action, wishes))
    carry_out(wishes);
  if (page_ == Page::people) people_action(people_, action);
  if (page_ == Page::documents && documents_action(documents_, prints_, action, wishes))
    carry_out(wishes);
  if (page_ == Page::curricula && curricula_action(curricula_, syllabus_, action, wishes))
    carry_out(wishes);
  if (page_ == Page::settings) settings_action(settings_, settings_book_, action);
}

void Shell::take_back(bool redo) {
  auto done = redo ? bench_.session().redo() : bench_.session().undo();
  toasts_.say(done ? fmt::format("{}: {}", redo ? "Done again" : "Taken back", *done)
                   : first_of(done.error()));
}

void Shell::carry_out(const Wishes& wishes) {
  if (wishes.go) go(*wishes.go);
  if (wishes.act) act(*wishes.act);
  if (wishes.add != TableId{}) begin_row(making_, bench_.book().program(), wishes.add);
  if (wishes.stop) bench_.stop();
  if (wishes.discard) bench_.discard();
  if (!wishes.say.empty()) toasts_.say(wishes.say);
  if (wishes.solve && !bench_.job().running()) bench_.solve();
  if (wishes.save) prints_.save(*wishes.save);
  if (wishes.stop_saving) prints_.stop();
  if (!wishes.show_folder.empty()) calls_.show_folder(wishes.show_folder);
  if (wishes.edit) {
    const Edit& edit = *wishes.edit;
    const auto done = edit.build ? bench_.session().apply(edit.build, edit.label)
                                 : bench_.session().apply(edit.commands, edit.label);
    if (!done)
      toasts_.say(first_of(done.error()));
    else if (!edit.quiet)
      toasts_.say(edit.label, "Undo");
  }
  if (!wishes.accept) return;
  const auto done = bench_.accept();
  if (done)
    toasts_.say(done->label, "Undo");
  else
    toasts_.say(first_of(done.error()));
}

void Shell::top(const Rect& r) {
  app::Session& session = bench_.session();
  const Workspace& workspace = bench_.book().program().workspace();
  const UndoState& undo = session.undo_state();
  TopBar bar{.workspace = "Untitled"};
  if (!workspace.name.empty()) bar.workspace = workspace.name;
  if (workspace.as_of) {
    const std::string_view day = copied(words_with_year(*workspace.as_of));
    bar.as_of = phrase("as of {}", day.substr(day.find(' ') + 1));
    bar.as_of_hint = phrase("This workspace says what day it is: today is {}.", day);
  }
  bar.can_undo = undo.undoable.has_value();
  bar.can_redo = undo.redoable.has_value();
  const auto tip = [](Action action, std::string_view label) {
    const auto& entry = app::info(action);
    return label.empty() ? phrase("{} ({})", entry.label, app::key_words(entry))
                         : phrase("{}: {} ({})", entry.label, label, app::key_words(entry));
  };
  bar.undo_label = tip(Action::undo, undo.undoable ? std::string_view{undo.undoable->label} : "");
  bar.redo_label = tip(Action::redo, undo.redo_label);
  const TopBarResult result = top_bar(r, bar);
  if (result.action == TopBarAction::undo) take_back(false);
  if (result.action == TopBarAction::redo) take_back(true);
  if (result.action == TopBarAction::find) find("");
  if (result.action == TopBarAction::workspace) {
    menu_anchor_ = result.anchor;
    open_menu("workspace menu");
  }
  workspace_menu(menu_anchor_);
}

void Shell::workspace_menu(const Rect& anchor) {
  std::optional<Action> chosen;
  if (Menu menu("workspace menu", anchor, 280); menu) {
    const UndoState& undo = bench_.session().undo_state();
    const auto item = [&](Action action, std::string_view label, bool enabled = true) {
      const auto& entry = app::info(action);
      if (label.empty()) label = entry.label;
      if (menu.item(label, app::key_words(entry), enabled)) chosen = action;
    };
    item(Action::undo, undo.undoable ? phrase("Undo: {}", undo.undoable->label) : "",
         undo.undoable.has_value());
    item(Action::redo, undo.redoable ? phrase("Redo: {}", undo.redo_label) : "",
         undo.redoable.has_value());
    if (calls_.open) {
      menu.rule();
      item(Action::new_file, "");
      item(Action::open_file, "");
      item(Action::load_tables, "");
      auto recent = calls_.recent();
      if (recent.size() > 4) recent.resize(4);
      if (!recent.empty()) menu.heading("Opened last");
      for (const auto& file : recent) {
        const IdScope id(file.string());
        if (menu.item(file.filename().string(), {}, true, file.string())) calls_.open_file(file);
      }
    }
    menu.rule();
    item(Action::dark, appearance_.dark ? "Light colours" : "Dark colours");
    item(Action::larger, "", appearance_.scale < app::kLargestScale);
    item(Action::smaller, "", appearance_.scale > app::kSmallestScale);
    menu.rule();
    item(Action::help, "");
    item(Action::close, "");
  }
  if (chosen) act(*chosen);
}

void Shell::side(const Rect& r, bool folded) {
  Area area("rail", r, {.scroll = false});
  const Panes::Pane pane(panes_, kRail);
  const auto badge = [](auto n) { return n > 0 ? phrase("{}", n) : std::string_view{}; };
  const std::array<RailItem, 7> items{
      {{Icon::today, "Today", badge(bench_.today().attention)},
       {Icon::curricula, "Curricula", badge(syllabus_.modules().lacking_why)},
       {Icon::schedule, "Schedule", badge(bench_.schedule(schedule_.lanes).unplaced.size())},
       {Icon::cohorts, "Cohorts", badge(roster_.cohorts().late)},
       {Icon::people, "People", ""},
       {Icon::documents, "Documents", ""},
       {Icon::settings, "Settings", ""}}};
  const RailResult result =
      rail(r, {.items = items, .pinned = 1, .chosen = static_cast<int>(page_), .folded = folded});
  if (result.chosen) page_ = static_cast<Page>(*result.chosen);
}

void Shell::status(const Rect& r) {
  app::Session& session = bench_.session();
  const Program& program = bench_.book().program();
  const std::string& zone = program.workspace().zone;
  std::pmr::vector<StatusPart> parts(frame_memory());
  int stop = -1;
  int forget = -1;
  switch (session.save_state()) {
    case app::SaveState::saving:
      parts.push_back({Icon::clock, "Saving"});
      break;
    case app::SaveState::refused:
      forget = static_cast<int>(parts.size());
      parts.push_back({Icon::warn,
                       phrase("Not saved, {}: {}", session.refusal()->wanted.label,
                              first_of(session.refusal()->why)),
                       "Let it go"});
      break;
    case app::SaveState::saved: {
      const std::string_view at = clock_words(session.saved_at(), session.zone());
      parts.push_back({session.read_only() ? Icon::lock : Icon::check,
                       session.read_only() ? "Open for reading only"
                       : at.empty()        ? "Everything is saved"
                                           : phrase("Saved {}", at)});
      break;
    }
  }
  const models::ScheduleModel& model = bench_.schedule(schedule_.lanes);
  if (!model.empty) {
    parts.push_back({Icon::none, phrase("{} of {} with a date{}", model.placed,
                                        counted(model.sessions, "session"),
                                        bench_.offer() ? " in the proposed plan" : "")});
    std::size_t open = 0;
    if (!bench_.offer())
      for (const models::Unplanned& u : bench_.unplanned()) open += u.modules.size();
    if (open > 0)
      parts.push_back({Icon::none, phrase("{} not planned yet", counted(open, "module"))});
  }
  if (const std::string_view solving = solving_words(bench_); !solving.empty()) {
    stop = static_cast<int>(parts.size());
    const bool here = page_ == Page::schedule;  // there the strip has the button
    parts.push_back({Icon::none, solving, here ? "" : "Stop"});
  }
  int stop_saving = -1;
  if (const std::string_view making = export_words(prints_.job()); !making.empty()) {
    stop_saving = static_cast<int>(parts.size());
    parts.push_back({Icon::none, making, page_ == Page::documents ? "" : "Stop making"});
  }
  const std::string_view right =
      phrase("{} · {} · {} · {}", counted(program.cohorts.size(), "cohort"),
             counted(program.people.size(), "person", "people"),
             counted(program.facilitators.size(), "facilitator"),
             zone.empty() ? std::string_view{"no time zone"} : zone);
  const auto pressed_part = status_line(r, parts, right);
  if (!pressed_part) return;
  if (*pressed_part == stop) bench_.stop();
  if (*pressed_part == stop_saving) prints_.stop();
  if (*pressed_part == forget) session.clear_refusal();
}

void Shell::find(std::string words) {
  palette_.wanted = true;
  palette_.typed = std::move(words);
}

void Shell::palette() {
  const PaletteAnswer answer = draw_palette(palette_, bench_, where(page_));
  if (answer.act) act(*answer.act);
  if (answer.go) go(*answer.go);
}

void Shell::help() {
  if (std::exchange(help_wanted_, false)) open_dialog("keys");
  const auto shown = [&](const app::ActionInfo& a) {
    return !a.key.empty() && (a.where == app::Where::everywhere || a.where == where(page_));
  };
  const auto lines = std::ranges::count_if(app::actions(), shown);
  const float height = 48 + 24 + 12 + 28 * static_cast<float>(lines + 3) + 16;
  if (Dialog dialog("keys", {.width = 440, .height = height}); dialog) {
    Rect r = dialog.inside();
    label(r.cut_top(px(24), px(12)), Type::section, ink(Colour::text), "Keys of this page");
    const auto line = [&](std::string_view what, std::string_view keys) {
      Rect row = r.cut_top(px(28));
      for (auto parts = split(keys, ' '); !parts.empty(); parts.pop_back())
        key_cap(row.cut_right(key_cap_width(parts.back()), px(4)), parts.back());
      label(row, Type::body, ink(Colour::text), what);
      record(ui::Role::text, row, what);
    };
    for (const auto& a : app::actions())
      if (shown(a)) line(a.label, app::key_words(a));
    line("Next and previous control", "Tab");
    line("Press what has the ring", "Enter");
    line("Close this", "Esc");
  }
}

}  // namespace tandem::views
