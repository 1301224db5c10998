// The questions on the way into a workspace: which file, which folder, where a new one is kept, and
// what went wrong. Stands over the first page and over every page of an open workspace alike; asks
// the computer's own file dialog where there is one. Answers with a door (ui/app/door.hpp), opens
// nothing itself.
#pragma once

#include <optional>

#include "ui/app/door.hpp"
#include "ui/views/file_browser.hpp"

namespace tandem::views {

class Doors {
 public:
  // `dialog` may be null: then every question is asked by the browser of our own.
  explicit Doors(app::FileDialog* dialog = nullptr) : dialog_(dialog) {}

  void open();
  void create();
  void load_tables();
  // Said over the page until it is closed.
  void tell(Errors problems);

  // Draws what is being asked. Returns: the door to go through, once.
  std::optional<app::Door> draw();
  // Somebody is choosing a file in a window that is not ours.
  bool waiting() const { return dialog_ && dialog_->asking(); }

 private:
  void ask(app::FileQuestion question, const std::filesystem::path& start);
  std::optional<app::Door> door(const std::filesystem::path& answer);
  void problems();

  app::FileDialog* dialog_;
  app::FileQuestion question_{};
  std::filesystem::path start_;
  FileBrowserState browser_;
  Errors problems_;
  bool tell_{};
};

}  // namespace tandem::views
