#include "ui/views/doors.hpp"

#include "ui/views/page.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {

using namespace ui;
namespace fs = std::filesystem;
using app::FileQuestion;

void Doors::open() { ask(FileQuestion::open_workspace, app::documents_folder()); }

void Doors::create() {
  ask(FileQuestion::new_workspace, app::free_file(app::documents_folder(), "our programme"));
}

void Doors::load_tables() { ask(FileQuestion::folder, app::documents_folder()); }

void Doors::ask(FileQuestion question, const fs::path& start) {
  if (waiting()) return;
  question_ = question;
  start_ = start;
  if (dialog_ && dialog_->ask(question, start)) return;
  ask_browser(browser_, question, start);
}

void Doors::tell(Errors problems) {
  problems_ = std::move(problems);
  tell_ = true;
}

std::optional<app::Door> Doors::door(const fs::path& answer) {
  if (answer.empty()) return std::nullopt;
  switch (question_) {
    case FileQuestion::open_workspace:
      return app::OpenWorkspace{answer};
    case FileQuestion::new_workspace: {
      fs::path file = answer;
      if (file.extension() != ".tandem") file += ".tandem";
      return app::NewWorkspace{file, file.stem().string()};
    }
    case FileQuestion::folder:
      if (!app::is_table_folder(answer)) {
        tell({{ErrorCode::bad_input, "This folder holds no workspace.csv and sites.csv.",
               answer.string(), "choose the folder with the CSV tables, as written by Export"}});
        return std::nullopt;
      }
      // Beside the folder, unless nothing can be written there.
      return app::LoadWorkspace{
          answer, app::free_file(app::is_writable(answer.parent_path()) ? answer.parent_path()
                                                                        : app::documents_folder(),
                                 answer.filename().string())};
  }
  return std::nullopt;
}

void Doors::problems() {
  if (std::exchange(tell_, false)) open_dialog("problems");
  const float lines = static_cast<float>(std::min<std::size_t>(problems_.size(), 6));
  Dialog dialog("problems", {.width = 560, .height = 48 + 24 + 16 + lines * 44 + 16 + 32});
  if (!dialog) return;
  Rect r = dialog.inside();
  const Rect head = r.cut_top(px(24), px(16));
  label(head, Type::section, ink(Colour::text), "That did not work");
  record(ui::Role::text, head, "That did not work");
  Rect foot = r.cut_bottom(px(32));
  if (button_right(foot, "Close", {.kind = ButtonKind::primary})) Dialog::close();
  Area area("problem list", r);
  for (const Error& error : problems_) {
    const std::string words = text(error);
    const float height = paragraph_height(Type::body, words, r.width() - px(28));
    Rect line = area.next(height + px(8));
    record(ui::Role::text, line, words);
    status_glyph(Status::late, line.cut_left(px(12), px(12)).cut_top(px(20)));
    paragraph(line, Type::body, ink(Colour::text), words);
  }
}

std::optional<app::Door> Doors::draw() {
  std::optional<app::Door> out;
  if (dialog_)
    if (const auto answer = dialog_->poll()) {
      if (*answer) {
        out = door(**answer);
      } else {
        dialog_ = nullptr;
        ask_browser(browser_, question_, start_);
      }
    }
  if (const auto answer = draw_file_browser(browser_)) out = door(*answer);
  problems();
  return out;
}

}  // namespace tandem::views
