#include "ui/views/file_browser.hpp"

#include <algorithm>
#include <cstdlib>

#include "planner/base/text.hpp"
#include "ui/views/page.hpp"
#include "ui/widgets/compat.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using app::FileQuestion;
namespace fs = std::filesystem;

// As it may have been typed: "~/plans/", "plans", "".
fs::path whole(const fs::path& typed) {
  const std::string text{trim(typed.string())};
  const char* home = std::getenv("HOME");
  fs::path path = text;
  if (home && (text == "~" || text.starts_with("~/")))
    path = fs::path{home} / text.substr(std::min<std::size_t>(2, text.size()));
  if (text.empty()) path = app::documents_folder();
  std::error_code ignored;
  path = fs::absolute(path, ignored).lexically_normal();
  return path.has_filename() ? path : path.parent_path();  // without a slash at its end
}

void enter(FileBrowserState& state, const fs::path& folder) {
  state.folder = whole(folder);
  state.typed = state.folder.string();
  state.listing = app::list_folder(state.folder);
  state.chosen.clear();
  state.problem.clear();
}

std::string_view verb(FileQuestion question) {
  switch (question) {
    case FileQuestion::open_workspace:
      return "Open";
    case FileQuestion::new_workspace:
      return "Create";
    case FileQuestion::folder:
      return "Choose this folder";
  }
  return {};
}

// What is to be given back, or empty with the reason in state.problem.
fs::path answer(FileBrowserState& state) {
  std::error_code ignored;
  if (state.question == FileQuestion::folder) return state.folder;
  if (state.question == FileQuestion::open_workspace) {
    if (!state.chosen.empty()) return state.folder / state.chosen;
    state.problem = "Choose a workspace from the list; its name ends in .tandem.";
    return {};
  }
  if (state.name.empty() || state.name.find('/') != std::string::npos) {
    state.problem = "A name is needed, without a slash.";
    return {};
  }
  fs::path file = state.folder / state.name;
  if (file.extension() != ".tandem") file += ".tandem";
  if (!fs::exists(file, ignored)) return file;
  state.problem = file.filename().string() + " is there already: choose another name.";
  return {};
}

// One entry of the list. Returns: whether it was pressed a second time, or is a folder pressed at
// all.
bool entry(const Rect& r, FileBrowserState& state, const app::FolderEntry& e) {
  const IdScope id(e.name);
  const bool chosen = state.chosen == e.name;
  const Press p = press(e.name, r, {.role = ui::Role::row, .on = chosen});
  if (chosen || p.hovered || p.focused)
    fill(r, ink(chosen ? Colour::selected : Colour::hover), px(6));
  Rect line = r.inset(px(8), 0);
  draw_icon(e.folder ? Icon::folder : Icon::file, line.cut_left(px(20), px(8)), ink(Colour::muted));
  label(line, Type::body, ink(Colour::text), e.name);
  if (p.focused) focus_ring(r, px(6), -px(2));
  if (!p.clicked) return false;
  state.problem.clear();
  if (e.folder) return true;
  const bool again = chosen;
  state.chosen = e.name;
  if (state.question == FileQuestion::new_workspace) state.name = e.name;
  return again;
}

}  // namespace

void ask_browser(FileBrowserState& state, FileQuestion question, const fs::path& start) {
  state = {};
  state.wanted = true;
  state.question = question;
  std::error_code ignored;
  const bool file = question == FileQuestion::new_workspace;
  if (file) state.name = start.filename().string();
  enter(state, fs::is_directory(start, ignored) ? start : start.parent_path());
}

std::optional<fs::path> draw_file_browser(FileBrowserState& state) {
  if (std::exchange(state.wanted, false)) open_dialog("file browser");
  std::optional<fs::path> out;
  Dialog dialog("file browser", {.width = 640, .height = 520});
  if (!dialog) return out;
  Rect r = dialog.inside();
  label(r.cut_top(px(24), px(12)), Type::section, ink(Colour::text), app::title(state.question));

  Rect path = r.cut_top(px(32), px(12));
  const fs::path above = state.folder.parent_path();
  std::optional<fs::path> go;
  if (icon_button(path.cut_left(px(32), px(8)), Icon::up, "The folder above",
                  above != state.folder))
    go = above;
  if (input(path, "folder", state.typed, {.hint = "/home/you/Documents"}).entered) go = state.typed;

  Rect foot = r.cut_bottom(px(32));
  r.cut_bottom(px(12));
  if (!state.problem.empty()) {
    Rect line = r.cut_bottom(px(20), px(4));
    status_glyph(Status::late, line.cut_left(px(12), px(8)));
    label(line, Type::small, ink(Colour::late), state.problem);
    record(ui::Role::text, line, state.problem);
  }
  bool done = false;
  if (state.question == FileQuestion::new_workspace) {
    Rect line = r.cut_bottom(px(32), px(12));
    label(line.cut_left(px(64)), Type::body, ink(Colour::muted), "Name");
    done = input(line, "name", state.name, {.hint = "our-programme.tandem"}).entered;
  }
  fill(r, ink(Colour::sunken), px(metric::kControlRadius));
  const Rect list = r.inset(px(4), px(4));
  if (!state.listing) {
    label(list.inset(px(12), 0), Type::body, ink(Colour::late),
          text(state.listing.error().front()));
  } else if (const bool files = state.question != FileQuestion::folder; std::ranges::none_of(
                 *state.listing, [&](const auto& e) { return files || e.folder; })) {
    label(list.inset(px(12), 0), Type::body, ink(Colour::muted),
          files ? "No folder and no workspace in here." : "No folder in here.");
  } else {
    Area area("entries", list);
    for (const app::FolderEntry& e : *state.listing) {
      if (!e.folder && !files) continue;
      const Rect line = area.next(px(30));
      if (!Area::in_view(line)) continue;
      if (!entry(line, state, e)) continue;
      if (e.folder)
        go = state.folder / e.name;
      else
        done = state.question == FileQuestion::open_workspace;
    }
  }
  const std::string_view word = verb(state.question);
  if (button_right(foot, word, {.kind = ButtonKind::primary})) done = true;
  if (button_right(foot, "Cancel")) {
    out = fs::path{};
    Dialog::close();
  }
  if (go) enter(state, *go);
  if (done) {
    const fs::path file = answer(state);
    if (!file.empty()) {
      out = file;
      Dialog::close();
    }
  }
  return out;
}

}  // namespace tandem::views
